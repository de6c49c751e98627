What stands around and between the rows of a table.

Header lines that come again, as in tables that were printed page by page.

  $ printf 'Naziv;Grad\nRuka;Niš\nNaziv;Grad\n Naziv ;Grad\nDom;\nNaziv;\n' >pages.csv
  $ koop-import -t table -v pages.csv
  koop-import: rows read: 3 (3 written, 0 refused)
  koop-import: repeated header lines passed over: 2
  Naziv	Grad
  Ruka	Niš
  Dom	
  Naziv	
  $ printf 'yes\nno\nyes\n' | koop-import -t table
  yes
  no
  yes
  $ printf 'a,b\n1,2\na,b\n' | koop-import -t table --no-header
  c1	c2
  a	b
  1	2
  a	b

Columns without a heading and a value are left out; a value that comes later is refused, one among the first rows makes
its column stay.

  $ printf 'a,b,,\n1,2,,\n3,4,,\n' | koop-import -t table -v
  koop-import: standard input: columns without a heading and a value left out: 3, 4
  koop-import: rows read: 2 (2 written, 0 refused)
  a	b
  1	2
  3	4
  $ { printf 'a,,b,,\n'; yes 1,,2,x, | head -n 19; printf '1,late,2,x,\n3,,4,y,\n5,6\n'; } >late.csv
  $ koop-import -t table late.csv -r bad.tsv | tail -n 2
  koop-import: late.csv:21: row refused: a value in column 2, which has no heading
  koop-import: late.csv:23: row refused: 2 fields where the header has 5
  1	2	x
  3	4	y
  $ cut -f 2-4 bad.tsv
  line	reason	row
  21	a value in column 2, which has no heading	1,late,2,x,
  23	2 fields where the header has 5	5,6
  $ koop-import -t table late.csv 2>&1 | head -n 2
  koop-import: late.csv:21: row refused: a value in column 2, which has no heading
  koop-import: late.csv:23: row refused: 2 fields where the header has 5
  $ koop-import -t table --skip=0 late.csv 2>&1 | head -n 1
  koop-import: late.csv:21: row refused: a value in column 2, which has no heading
  $ printf 'a,,\n1,,\n' >one.csv; printf 'a\n2\n' >two.csv; koop-import -t table one.csv two.csv --origin
  a	origin
  1	one.csv:2
  2	two.csv:2
  $ printf ',a\n1,x\n2,y\n' | koop-import -t table
  koop-import: standard input:1: perhaps no header: fewer cells than the rows below (--skip=1 passes over it, --skip=0 keeps it)
  c1	a
  1	x
  2	y
  [1]
  $ printf 'name,country,\nRuka,Srbija,\nDom,BiH,\n' | koop-import --threads=2 | cut -f 1,6
  name	legal_form
  Ruka	
  Dom	

A header of two lines.

  $ cat >two.csv <<'END'
  > Members of the network,,,,
  > Name,Contact,,Staff,
  > ,email,phone,paid,volunteers
  > Ruka,info@ruka.rs,123,2,5
  > Jadro,,456,1,
  > END
  $ koop-import -t table -v --skip=auto two.csv
  koop-import: two.csv:2: header of two lines, joined
  koop-import: rows read: 2 (2 written, 0 refused)
  koop-import: rows above the header passed over: 1
  Name	Contact email	Contact phone	Staff paid	Staff volunteers
  Ruka	info@ruka.rs	123	2	5
  Jadro		456	1	
  $ koop-import -t table two.csv
  koop-import: two.csv:1: perhaps no header: fewer cells than the rows below (--skip=1 passes over it, --skip=0 keeps it)
  Members of the network	c2	c3	c4	c5
  Name	Contact		Staff	
  	email	phone	paid	volunteers
  Ruka	info@ruka.rs	123	2	5
  Jadro		456	1	
  [1]
  $ koop-import -t table --skip=1 two.csv | head -n 2
  Name	Contact	c3	Staff	c5
  	email	phone	paid	volunteers
  $ printf 'name,city,\nRuka,Niš,x\nDom,Bitola,y\n' | koop-import -t table --skip=auto
  name	city	c3
  Ruka	Niš	x
  Dom	Bitola	y
  $ printf 'name,city,\n,Niš,x\nDom,,y\n' | koop-import -t table --skip=auto
  name	city	c3
  	Niš	x
  Dom		y
  $ printf 'a,b,\n,c,2\nx,y,3\n' | koop-import -t table --skip=auto
  a	b	c3
  	c	2
  x	y	3

A line of groups above the headings: joined where the words of the lower line are known headings, and those below are
not. Where records have a type a heading that is known goes alone, if no other column has it.

  $ cat >groups.csv <<'END'
  > ;;Kontakt;;Osnivanje;
  > Naziv;Mjesto;E-mail;Telefon;Godina;Zemlja
  > Ruka;Nikšić;a@b.me;020 123 456;2011;Crna Gora
  > Dom;Bar;c@d.me;;2012;Crna Gora
  > END
  $ koop-import -v groups.csv | cut -f 1,7-
  koop-import: groups.csv:1: header of two lines, joined
  koop-import: rows read: 2 (2 written, 0 refused)
  koop-import: countries: 2 by name; not decided: 0
  koop-import: column 'phone': 1 changed, 0 meant no value, 0 not mapped
  koop-import: column 'country': 2 changed, 0 meant no value, 0 not mapped
  name	city	email	phone	year	country	region
  Ruka	Nikšić	a@b.me	+38220123456	2011	ME	
  Dom	Bar	c@d.me		2012	ME	
  $ for skip in auto 1 0; do koop-import -q -t table --skip=$skip groups.csv | head -n 1; done
  Naziv	Mjesto	Kontakt E-mail	Kontakt Telefon	Osnivanje Godina	Osnivanje Zemlja
  Naziv	Mjesto	E-mail	Telefon	Godina	Zemlja
  c1	c2	Kontakt	c4	Osnivanje	c6
  $ koop-import -t table --header=a,b,c,d,e,f --skip=2 groups.csv
  a	b	c	d	e	f
  Ruka	Nikšić	a@b.me	020 123 456	2011	Crna Gora
  Dom	Bar	c@d.me		2012	Crna Gora
  $ printf ';;Predsednik;;Sekretar;\nNaziv;Mesto;Ime;Telefon;Ime;Telefon\nRuka;Niš;A;1;B;2\n' >officers.csv
  $ koop-import officers.csv | cut -f 1,7-
  name	country	city	Predsednik Ime	Predsednik Telefon	Sekretar Ime	Sekretar Telefon
  Ruka	RS	Niš	A	1	B	2
  $ { cat groups.csv; head -n 3 groups.csv; } | koop-import -t table -v | cut -f 1
  koop-import: standard input:1: header of two lines, joined
  koop-import: rows read: 3 (3 written, 0 refused)
  koop-import: repeated header lines passed over: 2
  Naziv
  Ruka
  Dom
  Ruka
  $ printf 'Registar;;;;\n;;Kontakt;;\nNaziv;Mesto;E-mail;Telefon;\nRuka;Niš;;;\nDom;;a@b.me;1;\n' >titled.csv
  $ koop-import -q --skip=auto titled.csv | cut -f 1,7-
  name	country	city	email	phone
  Ruka	RS	Niš		
  Dom			a@b.me	1
  $ koop-import titled.csv 2>&1 | head -n 2
  koop-import: titled.csv:1: perhaps no header: fewer cells than the rows below (--skip=2 passes over it, --skip=0 keeps it)
  Registar	c2	c3	c4
  $ cat >mixed.csv <<'END'
  > ;PODACI O ORGANIZACIJI;;;;KONTAKT;;;NAPOMENA
  > R.br.;Naziv;Sjedište;Država;Godina osnivanja;Ime i prezime;Telefon;E-mail;
  > 1;Ruka;Sarajevo;BiH;2011;Ana A.;033 123 456;a@ruka.ba;x
  > 2;Dom;Mostar;BiH;2012;Iva I.;036/123-456;;
  > END
  $ koop-import mixed.csv | cut -f 1,2,8-
  number	name	city	country	region	founded	contact	phone	email	note
  1	Ruka	Sarajevo	BA		2011	Ana A.	+38733123456	a@ruka.ba	x
  2	Dom	Mostar	BA		2012	Iva I.	+38736123456		

What may be a first record is one: a header with gaps, a list of columns, a table without a record below.

  $ printf 'Naziv;;Mjesto;\nRuka;x;Niš;y\nDom;z;Bar;w\n' | koop-import -t table -q
  Naziv	c2	Mjesto	c4
  Ruka	x	Niš	y
  Dom	z	Bar	w
  [1]
  $ printf 'kolona;;primeri;\nNaziv;E-mail;Telefon;x\nAdresa;Grad;Država;y\n' | koop-import -t table -q
  kolona	c2	primeri	c4
  Naziv	E-mail	Telefon	x
  Adresa	Grad	Država	y
  [1]
  $ printf ';;Kontakt;\nNaziv;Mesto;E-mail;Telefon\n' | koop-import -t table -q
  c1	c2	Kontakt	c4
  Naziv	Mesto	E-mail	Telefon
  [1]
  $ printf ';;Kontakt;\nNaziv;Mesto;E-mail;Telefon\na;b;c;d;e\nRuka;Niš;;\n' | koop-import -t table -q | head -n 2
  c1	c2	Kontakt	c4
  Naziv	Mesto	E-mail	Telefon

A title is no group.

  $ for title in 'Spisak članova;;;' 'Spisak;;;31.12.2023' ';Spisak članova;;' 'Stanje 2023;;Niš;'; do
  >   printf "$title\nNaziv;Mesto;E-mail;Telefon\nRuka;Niš;;\n" | koop-import -q --skip=auto | cut -f 1,7-
  > done
  name	country	city	email	phone
  Ruka	RS	Niš		
  name	country	city	email	phone
  Ruka	RS	Niš		
  name	country	city	email	phone
  Ruka	RS	Niš		
  name	country	city	email	phone
  Ruka	RS	Niš		
  $ printf ';Spisak članova;;\nNaziv;Mesto;E-mail;Telefon\nRuka;Niš;;\n' | koop-import -t table --skip=auto
  Naziv	Mesto	E-mail	Telefon
  Ruka	Niš		
