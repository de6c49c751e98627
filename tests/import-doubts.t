koop-import: what the columns of a record say of one another.

A country that the town, the web address or the telephone number contradicts: it stays, and it is said. Not towns of
several countries or of none that is known, names in .com or .me, numbers of which one fits; and the old numbers of
Kosovo, and its towns in a register of Serbia, are none.

  $ cat >against.csv <<'DATA'
  > naziv;država;grad;telefon;web
  > A;RS;Bijelo Polje;;
  > B;MK;Tirana;+355 4 222 3333;
  > C;Srbija;11000 Београд;+387 33 123 456;www.c.ba/o-nama
  > D;HR;Novi Pazar;;http://d.rs
  > E;SI;Beograd, Srbija;;
  > F;US;Athens;+381 11 123 4567;f.rs
  > G;RS;Kamenica;;
  > H;RS;Donje Selo kod Mosta;;www.h.com
  > I;XK;Prishtina;+381 38 123 456;www.i.al
  > J;RS;Priština;;
  > K;ME;Podgorica;020 123 456, +381 11 123 4567;k.rs, k.me
  > L;HR;Vranja;;
  > M;YU;Zagreb;+385 1 234 5678;
  > N;BH;Sarajevo;;n.ba
  > O;;Sarajevo;+381 11 123 4567;
  > DATA
  $ koop-import -v against.csv -o against.tsv
  koop-import: against.csv:2: country RS contradicted by city 'Bijelo Polje' (ME)
  koop-import: against.csv:3: country MK contradicted by city 'Tirana' (AL), phone '+35542223333' (AL)
  koop-import: against.csv:4: country RS contradicted by phone '+38733123456' (BA), url 'www.c.ba/o-nama' (BA)
  koop-import: against.csv:5: country HR contradicted by url 'http://d.rs' (RS)
  koop-import: against.csv:6: country SI contradicted by city 'Beograd, Srbija' (RS)
  koop-import: against.csv:7: country US contradicted by phone '+381111234567' (RS)
  koop-import: rows read: 15 (15 written, 0 refused)
  koop-import: countries: 13 by name, 2 by town; not decided: 0
  koop-import: countries that another column contradicts: 6
  koop-import: column 'country': 2 changed, 0 meant no value, 0 not mapped
  koop-import: column 'phone': 7 changed, 0 meant no value, 0 not mapped
  koop-import: column 'url': 1 changed, 0 meant no value, 0 not mapped
  [1]
  $ koop-import -q --threads=2 against.csv | cmp - against.tsv
  $ cut -f 1,7 against.tsv | head -n 4
  name	country
  A	RS
  B	MK
  C	RS
  $ printf 'naslov;država;mesto;datum\nProba;Srbija;Sarajevo;2019\nProba;RS;Novi Sad;2019\n' | koop-import -t activity
  koop-import: standard input:2: country RS contradicted by place 'Sarajevo' (BA)
  title	country	region	place	date
  Proba	RS		Sarajevo	2019
  Proba	RS		Novi Sad	2019
  [1]
