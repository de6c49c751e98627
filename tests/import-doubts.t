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

Numbers of registers and tax offices: the schemes of their countries, by check digits where there are any.

  $ cat >numbers.csv <<'DATA'
  > naziv;država;matični broj;PIB
  > A;BiH;4404946850002;404946850002
  > B;BiH;4404946850003;4404946850
  > C;Makedonija;5498651;MK4030000375897
  > D;Slovenija;5014018000;SI 5022 3054
  > E;Slovenija;5014019000;00000000
  > F;Albanija;Nr. 123;L42307014K
  > G;Albanija;;12345678
  > H;Kosovo;811234567;33012345
  > I;Srbija;28012345;07007965
  > J;Austrija;1;2
  > DATA
  $ koop-import numbers.csv -o numbers.tsv
  koop-import: numbers.csv:3: wrong check digit in '4404946850003', in column 'identifier'
  koop-import: numbers.csv:3: no tax number of BA: '4404946850'
  koop-import: numbers.csv:6: wrong check digit in '5014019000', in column 'identifier'
  koop-import: numbers.csv:6: wrong check digit in '00000000', in column 'tax_number'
  koop-import: numbers.csv:8: no tax number of AL: '12345678'
  koop-import: numbers.csv:9: no tax number of XK: '33012345'
  koop-import: numbers.csv:10: no tax number of RS: '07007965'
  [1]

The number of a person, in whatever column: said, counted, never told; only among identifiers it goes. Codes of
bodies, accounts and moments are none.

  $ cat >persons.csv <<'DATA'
  > naziv;država;telefon;napomena;ЕМБГ
  > A;Srbija;0308964384007;direktor 0308964384007, JMBG0101006500006;07007965
  > B;BiH;;JIB 4404946850002, EAN 8600939123452;0308964384007
  > C;Srbija;;račun 205-0308964384007-12, 1609459200000;
  > D;Slovenija;;EMŠO: 0101006500006;
  > DATA
  $ koop-import persons.csv -o persons.tsv
  koop-import: persons.csv:2: a person's number (JMBG, EMŠO) in column 'phone'
  koop-import: persons.csv:2: a person's number (JMBG, EMŠO) in column 'note'
  koop-import: persons.csv:2: not a telephone number: '*************'
  koop-import: persons.csv:3: a person's number (JMBG, EMŠO) in column 'identifier', left out
  koop-import: persons.csv:5: a person's number (JMBG, EMŠO) in column 'note'
  koop-import: column 'phone': persons' numbers (JMBG, EMŠO) stay in it, rows: 1
  koop-import: column 'note': persons' numbers (JMBG, EMŠO) stay in it, rows: 2
  [1]
  $ cut -f 1,9- persons.tsv
  name	phone	note	identifier
  A	0308964384007	direktor 0308964384007, JMBG0101006500006	07007965
  B		JIB 4404946850002, EAN 8600939123452	
  C		račun 205-0308964384007-12, 1609459200000	
  D		EMŠO: 0101006500006	
  $ koop-import -t table --threads=2 persons.csv 2>&1 >/dev/null | tail -n 3
  koop-import: column 'telefon': persons' numbers (JMBG, EMŠO) stay in it, rows: 1
  koop-import: column 'napomena': persons' numbers (JMBG, EMŠO) stay in it, rows: 2
  koop-import: column 'ЕМБГ': persons' numbers (JMBG, EMŠO) stay in it, rows: 1
  $ printf '0308964384007,0308964384007\n1,2\n' | koop-import -t table
  koop-import: standard input:1: perhaps no header: '*************' looks like the values below it (--no-header makes it a record, --skip=0 keeps it)
  koop-import: standard input:1: column '*************' twice, as columns 1 and 2 (rename one with --map)
  [2]
