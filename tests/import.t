koop-import: tables as people keep them.

Byte order marks go, also before a quoted first name; the encoding that they tell is used.

  $ printf '\357\273\277id,name\n1,Ruka\n' | koop-import -t table
  id	name
  1	Ruka
  $ printf '\357\273\277"id",name\n1,Ruka\n' | koop-import -t table
  id	name
  1	Ruka
  $ printf 'naziv;grad\n\320\250;Niš\n' | iconv -t UTF-16LE | { printf '\377\376'; cat; } | koop-import -t table
  naziv	grad
  Ш	Niš
  $ printf 'naziv\tgrad\nШ\tNiš\n' | iconv -t UTF-16BE | { printf '\376\377'; cat; } | koop-import -t table
  naziv	grad
  Ш	Niš
  $ printf 'a,b\n1,2\n' | iconv -t UTF-16LE | koop-import -t table
  a	b
  1	2
  $ printf 'a,b\n1,2\n' | iconv -t UTF-16LE | koop-import -t table -e utf-16
  a	b
  1	2

Without a mark or -e, a file that is not UTF-8 is judged by all its bytes; with -v it is said.

  $ printf 'naziv\nok\n\350asopis\n' | koop-import -t table -v
  koop-import: standard input: read as windows-1250
  koop-import: rows read: 2 (2 written, 0 refused)
  naziv
  ok
  časopis
  $ cd $TESTDIR/cases/names/enc
  $ for f in *.txt; do
  >     koop-import -f csv -d $'\001' -t table --no-header $f | tail -n +2 >$OLDPWD/got
  >     tr -d '\r' <${f%.txt}.utf8 | grep -v '^$' | cmp - $OLDPWD/got && echo right
  > done | sort | uniq -c
       19 right
  $ cd $OLDPWD
  $ { printf 'a\n\304\215\n'; yes časopis | head -n 50; printf 'bad \350\n'; } | koop-import -t table | tail -n 1
  koop-import: standard input:53: row refused: not UTF-8, from byte 5 on
  časopis
  $ { echo a; yes b | head -n 40000; printf 'bad \350\n'; } | koop-import -t table | tail -n 1
  koop-import: standard input:40002: not UTF-8 from here on; say the encoding with -e, such as -e windows-1250 (-e UTF-8 refuses such rows)

Encodings of the region. A byte that means nothing there makes its row refused, and is not lost.

  $ printf 'naziv\n\350asopis \232\n' | koop-import -t table -e windows-1250
  naziv
  časopis š
  $ printf '\355\340\347\350\342\n\230\n\320\363\352\340\n' | koop-import -t table -e windows-1251 -r bad.tsv
  koop-import: standard input:2: row refused: bytes that are not in the encoding, from character 1 on
  назив
  Рука
  [1]
  $ cat bad.tsv
  file	line	reason	row	bytes
  standard input	2	bytes that are not in the encoding, from character 1 on	�	98
  $ printf 'naziv,n\nok,1\n\350asopis,2\nRuka,3\n' | koop-import -t table -e UTF-8 -r bad.tsv
  koop-import: standard input:3: row refused: not UTF-8, from byte 1 on
  naziv	n
  ok	1
  Ruka	3
  [1]
  $ cat bad.tsv
  file	line	reason	row	bytes
  standard input	3	not UTF-8, from byte 1 on	�asopis,2	e8
  $ printf 'a\n' | koop-import -t table -e windows-9999
  koop-import: standard input: unknown encoding 'windows-9999'
  [2]
  $ printf '\357\273\277a\n1\n' | koop-import -t table -e windows-1250
  koop-import: standard input: begins with a UTF-8 byte order mark, but the encoding given is 'windows-1250'
  [2]

A sequence that a block of 256 KB cuts in two.

  $ { printf 'x\n'; head -c 262141 /dev/zero | tr '\0' a; printf '\nš\n'; } >blocks.csv
  $ koop-import -t table blocks.csv | tail -n 1
  š
  $ iconv -t UTF-16LE blocks.csv | koop-import -t table -e UTF-16LE | cmp - blocks.csv
  $ { printf 'x\na'; yes あ | head -n 200000 | tr -d '\n'; echo; } >blocks.csv
  $ iconv -t SHIFT_JIS blocks.csv | koop-import -t table -e SHIFT_JIS | cmp - blocks.csv

YUSCII, found out or said; and what only has its signs.

  $ printf 'naziv;grad\nDru{tvo ^e`ana;Ljubljana\nPozori{te;\\ur|evac\nKu}a;Ni{\n' >yu.csv
  $ koop-import -v yu.csv | cut -f 1,3,8
  koop-import: yu.csv: read as YUSCII
  koop-import: rows read: 3 (3 written, 0 refused)
  koop-import: countries: 2 by town; not decided: 1
  name	name_key	city
  Društvo Čežana	cezana	Ljubljana
  Pozorište	pozoriste	Đurđevac
  Kuća	kuca	Niš
  $ printf 'naziv;grad\nGalerija QubicaW;]uprija\nXez;\\evekelija \350\n' >yu.csv
  $ koop-import -t table --no-header -e YUSCII-CYRILLIC yu.csv
  koop-import: yu.csv:3: row refused: bytes that are not in the encoding, from character 16 on
  c1	c2
  назив	град
  Галерија ЉубицаЊ	Ћуприја
  [1]
  $ printf 'Naziv\n\\or~e od ]ustendil mayun\n' | koop-import -t table -e yuscii-macedonian --no-header | tail -n 1
  Ѓорче од Ќустендил маѕун
  $ printf 'text\n[see also] the `code` and {this text}\n{return} [links](here) C^2 x^n a|b c|d\n' | koop-import -v -q -t table -d TAB
  text
  [see also] the `code` and {this text}
  {return} [links](here) C^2 x^n a|b c|d

NUL is refused, and can be found in the rejects.

  $ printf 'a,b\n1,x\0y\n2,z\n' | koop-import -t table -r bad.tsv
  koop-import: standard input:2: row refused: NUL byte
  a	b
  2	z
  [1]
  $ cat bad.tsv
  file	line	reason	row	bytes
  standard input	2	NUL byte	1,x�y	00

Line ends: LF, CRLF, CR; a last line without one; line ends inside quotes, and the line numbers after them.

  $ printf 'a,b\r\n1,2\r\n' | koop-import -t table
  a	b
  1	2
  $ printf 'a,b\r1,2\r3,4' | koop-import -t table
  a	b
  1	2
  3	4
  $ printf 'a,b\r\n1,"x\r\ny"\r\n2,"p\nq"\r\n3\r\n4,5\r\n' | koop-import -t table --origin
  koop-import: standard input:6: row refused: 1 fields where the header has 2
  a	b	origin
  1	x\r\ny	standard input:2
  2	p\nq	standard input:4
  4	5	standard input:7
  [1]

Blank rows are passed over and counted.

  $ printf 'a,b\n\n1,2\n,\n"",""\n\n3,4\n\n' | koop-import -t table -v
  koop-import: rows read: 2 (2 written, 0 refused)
  koop-import: blank rows passed over: 5
  a	b
  1	2
  3	4

Quotes: doubled ones, blanks beside them, one inside an unquoted field, text behind, never closed.

  $ printf 'a,b\n"x ""y"" z", w \n' | koop-import -t table
  a	b
  x "y" z	 w 
  $ printf 'a,b\n5" pipe,NGO "Ruka"\n' | koop-import -t table -v
  koop-import: rows read: 1 (1 written, 0 refused)
  koop-import: quotes inside unquoted fields, taken as ordinary characters: 3
  a	b
  5" pipe	NGO "Ruka"
  $ printf 'a,b\n1,"Dom "mladih""\n2,ok\n' | koop-import -t table -r bad.tsv
  koop-import: standard input:2: row refused: text behind a closing quote
  a	b
  2	ok
  [1]
  $ cat bad.tsv
  file	line	reason	row	bytes
  standard input	2	text behind a closing quote	1,"Dom "mladih""	
  $ printf 'a,b\n1,ok\n2,"open\n3,ok\n4,"fine"\n5,ok\n' | koop-import -t table -r bad.tsv
  koop-import: standard input:3: row refused: text behind a closing quote
  a	b
  1	ok
  3	ok
  4	fine
  5	ok
  [1]
  $ cat bad.tsv
  file	line	reason	row	bytes
  standard input	3	text behind a closing quote	2,"open	
  $ printf 'a,b\n1,ok\n2,"open\n3,ok\n' | koop-import -t table
  koop-import: standard input:3: row refused: the quote that opens here is never closed
  a	b
  1	ok
  3	ok
  [1]
  $ printf 'a,b\n"1\n","open\n3,ok\n' | koop-import -t table
  koop-import: standard input:3: row refused: the quote that opens here is never closed
  a	b
  3	ok
  [1]
  $ { printf 'a,b\n1,"open\n'; yes 2,ok | head -n 600000; } | koop-import -t table | wc -l
  koop-import: standard input:2: row refused: the quote that opens here is not closed within the longest field
  600001

Delimiters: found on the first lines, said with -d, or by Excel's first line.

  $ printf 'a;b,c;d\n1,5;2;3\n2,5;3;4\n' | koop-import -t table
  a	b,c	d
  1,5	2	3
  2,5	3	4
  $ printf 'a|b\n"x,y,z,u"|2\n' | koop-import -t table
  a	b
  x,y,z,u	2
  $ printf 'a\tb\n"x"\t"2"\n' | koop-import -t table
  a	b
  x	2
  $ printf 'a\tb\n"x"\t"2"\n' | koop-import -t table -f tsv
  a	b
  "x"	"2"
  $ printf 'sep=;\r\na,b;c\r\n1,2;3\r\n' | koop-import -t table --origin
  a,b	c	origin
  1,2	3	standard input:3
  $ printf 'a:b\n1:2\n' | koop-import -t table -d :
  a	b
  1	2
  $ printf 'a,b\n1,2\n' | koop-import -t table -d ';'
  a,b
  1,2
  $ printf 'a\n1\n' | koop-import -t table -d ';;'
  koop-import: ';;' is no delimiter (auto, TAB or one character) (see 'koop-import --help')
  [2]

  $ printf '"sep=;"\r\na,b;c\r\n1,2;3\r\n' | koop-import -t table
  a,b	c
  1,2	3

TSV: quotes are ordinary, escapes are decoded, CRLF is accepted.

  $ printf 'a\tb\r\n"x\ty"\\n\\\\\r\n' | koop-import -t table -f tsv
  a	b
  "x	y"\n\\
  $ printf 'a\tb\nC:\\windows\tx\n' | koop-import -t table -f tsv
  koop-import: standard input:2: row refused: unknown escape (only \t \n \r \\ are known; with -f csv -d TAB a backslash is an ordinary character)
  a	b
  [1]
  $ printf 'a\tb\nC:\\windows\tx\n' | koop-import -t table -f csv -d TAB
  a	b
  C:\\windows	x

  $ printf 'a\tb\n"x, ""y"""\t2\n' >excel.tsv; koop-import -t table excel.tsv
  koop-import: excel.tsv: read as tsv, with the quotes around fields (-f csv -d TAB takes them away)
  a	b
  "x, ""y"""	2
  $ koop-import -t table -f csv -d TAB excel.tsv
  a	b
  x, "y"	2

Ragged rows are refused with both counts.

  $ printf 'a,b\n1,2,3\n4\n5,6\n' | koop-import -t table -v
  koop-import: standard input:2: row refused: 3 fields where the header has 2
  koop-import: standard input:3: row refused: 1 fields where the header has 2
  koop-import: rows read: 3 (1 written, 2 refused)
  a	b
  5	6
  [1]

Header rows: white space folded, empty cells, two columns with one name.

  $ printf ' a ,"b\nc  d",\n1,2,3\n' | koop-import -t table
  a	b c d	c3
  1	2	3
  $ printf 'id,name,id\n1,2,3\n' | koop-import -t table
  koop-import: standard input:1: column 'id' twice, as columns 1 and 3 (rename one with --map)
  [2]
  $ printf 'from\tto\nid\tcode\nname\tcode\n' >map.tsv
  $ printf 'id,name\n1,2\n' | koop-import -t table -m map.tsv
  koop-import: standard input:1: columns 1 'id' and 2 'name' are both 'code' (rename one with --map)
  [2]
  $ printf 'from\tto\nid\tcode\nnaem\ttitle\n' >map.tsv
  $ printf 'id,name\n1,2\n' | koop-import -t table -m map.tsv
  koop-import: no column 'naem' to rename
  code	name
  1	2
  [1]
  $ printf 'a,b\n' | koop-import -t table
  a	b
  $ printf '' | koop-import -t table
  koop-import: standard input: empty: no header line
  [2]
  $ printf '1,2\n3,4\n' | koop-import -t table --no-header
  c1	c2
  1	2
  3	4

Columns that are given, for pieces of a stream.

  $ printf 'Ruka,2\nDom,3\n' | koop-import -t table --header='name,`staff, paid`'
  name	staff, paid
  Ruka	2
  Dom	3
  $ printf 'Ruka,2\n' | koop-import -t table --header=name --bare
  koop-import: standard input:1: row refused: 2 fields where the header has 1
  [1]
  $ printf 'name\tstaff\n' >head.tsv
  $ printf 'Ruka,2\n' | koop-import -t table --header=@head.tsv --bare
  Ruka	2
  $ printf 'Ruka,2\n' | koop-import -t table --header=a,a
  koop-import: column 'a' twice, or too many columns, in 'a,a'
  [2]
  $ printf 'title,country\nFestival,Republika Srpska\n' | koop-import -t activity
  title	country	region
  Festival	BA	BA-SRP

Lines above the header.

  $ printf 'Members of the network;;\nas of 2024;;\nname;city;year\nRuka;;\nJadro;Skopje;2012\n' >titled.csv
  $ koop-import -t table -v --skip=auto titled.csv
  koop-import: rows read: 2 (2 written, 0 refused)
  koop-import: rows above the header passed over: 2
  name	city	year
  Ruka		
  Jadro	Skopje	2012
  $ koop-import -t table --skip=2 titled.csv
  name	city	year
  Ruka		
  Jadro	Skopje	2012
  $ koop-import -t table titled.csv | head -n 1
  koop-import: titled.csv:1: perhaps no header: fewer cells than the rows below (--skip=2 passes over it, --skip=0 keeps it)
  Members of the network	c2	c3
  $ koop-import -t table --skip=0 titled.csv | head -n 1
  Members of the network	c2	c3
  $ printf '\n,\nname,n\na,1\n' | koop-import -t table -v
  koop-import: rows read: 1 (1 written, 0 refused)
  koop-import: blank rows passed over: 2
  name	n
  a	1
  $ koop-import -t table --skip=5 titled.csv
  koop-import: titled.csv: empty: no header line
  [2]

Several files, each in its own way; columns that differ.

  $ printf 'a;b\r\n1;\232\r\n' >one.csv
  $ printf 'a\tb\n2\tx\n' | iconv -t windows-1250 >two.csv
  $ koop-import -t table -e windows-1250 one.csv two.csv --origin
  a	b	origin
  1	š	one.csv:2
  2	x	two.csv:2
  $ printf 'a;c\n3;4\n' >three.csv
  $ koop-import -t table -e windows-1250 one.csv three.csv
  koop-import: three.csv:1: column 2 is 'c' here and 'b' in the first file
  [2]

Too many refused rows end the run, and the old output stays.

  $ echo old >out.tsv
  $ printf 'a,b\n1\n2\n3,4\n' >ragged.csv
  $ koop-import -q -t table --max-rejects=1 -o out.tsv -r bad.tsv ragged.csv
  koop-import: ragged.csv:3: too many rows refused: more than 1
  [2]
  $ cat out.tsv bad.tsv
  old
  file	line	reason	row	bytes
  ragged.csv	2	1 fields where the header has 2	1	
  ragged.csv	3	1 fields where the header has 2	2	
  $ koop-import -q -t table --max-rejects=2 -o out.tsv ragged.csv
  [1]
  $ cat out.tsv
  a	b
  3	4
  $ koop-import -q -t table --max-rejects=50% -o out.tsv ragged.csv
  koop-import: more than 50% of the rows refused: 2 of 3
  [2]
  $ koop-import -q -t table --max-rejects=67% -o out.tsv ragged.csv
  [1]
  $ koop-import -t table -s ragged.csv
  koop-import: ragged.csv:2: row refused: 1 fields where the header has 2
  [2]

Limits: a field of 1 MiB is taken, one byte more is refused; so with 4096 columns.

  $ { echo a,b; head -c 1048576 /dev/zero | tr '\0' x; echo ,1; } | koop-import -t table | wc -c
  1048583
  $ { echo a,b; head -c 1048577 /dev/zero | tr '\0' x; echo ,1; echo 3,4; } | koop-import -t table
  koop-import: standard input:2: row refused: a field longer than 1048576 bytes
  a	b
  3	4
  [1]
  $ { echo a; head -c 17000000 /dev/zero | tr '\0' x; echo; echo 2; } | koop-import -t table -r bad.tsv
  koop-import: standard input:2: row refused: longer than 16777216 bytes
  a
  2
  [1]
  $ wc -c <bad.tsv
  349598
  $ { echo a; head -c 17000000 /dev/zero | tr '\0' x; echo; echo 2; } | koop-import -t table -f tsv
  koop-import: standard input:2: row refused: longer than 16777216 bytes
  a
  2
  [1]
  $ seq -s , 1 4096 | koop-import -t table | wc -w
  4096
  $ seq -s , 1 4097 | koop-import -t table
  koop-import: standard input:1: the header: more than 4096 fields
  [2]

Misuse.

  $ koop-import -t tabel
  koop-import: unknown word 'tabel' for option '--type' (did you mean 'table'?) (see 'koop-import --help')
  [2]
  $ koop-import -t table nosuch.csv
  koop-import: cannot open 'nosuch.csv': No such file or directory
  [2]

Members: headings in the region's languages, layers of the name, codes, dates, numbers.

  $ cat >members.csv <<'END'
  > Назив;Држава;Области;Основано;Buџет;E-mail;Web
  > Удружење „Рука“;Србија;музика;4. мај 2013.;1.234,50;mailto:info@RUKA.rs;WWW.Ruka.rs/O-nama
  > Ruka  e.V.;Srbiaj;nothing known;31.02.2014;1.234;not an address;no address
  > Дом;Република Српска;-;n/a;12 000;;
  > END
  $ printf 'from\tto\nBuџет\tbudget\n' >map.tsv
  $ koop-import -m map.tsv -v members.csv
  koop-import: members.csv:3: unknown field of culture 'nothing known'
  koop-import: members.csv:3: not a date: '31.02.2014', in column 'founded'
  koop-import: members.csv:3: not an e-mail address: 'not an address'
  koop-import: members.csv:3: not a web address: 'no address'
  koop-import: members.csv:3: unknown country 'Srbiaj' (did you mean 'Srbija'?)
  koop-import: rows read: 3 (3 written, 0 refused)
  koop-import: countries: 2 by name; not decided: 1
  koop-import: column 'name': 1 changed, 0 meant no value, 0 not mapped
  koop-import: column 'country': 2 changed, 0 meant no value, 1 not mapped
  koop-import: column 'fields': 1 changed, 1 meant no value, 1 not mapped
  koop-import: column 'founded': 1 changed, 1 meant no value, 1 not mapped
  koop-import: column 'budget': 3 changed, 0 meant no value, 0 not mapped
  koop-import: column 'email': 1 changed, 0 meant no value, 1 not mapped
  koop-import: column 'url': 1 changed, 0 meant no value, 1 not mapped
  name	name_latn	name_key	lang	script	legal_form	country	region	fields	founded	budget	currency	email	url
  Удружење „Рука“	Udruženje „Ruka“	ruka	sr	Cyrl	assoc	RS		music	2013-05-04	1234.5		info@ruka.rs	www.ruka.rs/O-nama
  Ruka e.V.	Ruka e.V.	ev ruka		Latn		Srbiaj		nothing known	31.02.2014	1234		not an address	no address
  Дом	Dom	dom		Cyrl		BA	BA-SRP			12000			
  [1]
  $ koop-import -q -m map.tsv -l sr members.csv | cut -f 2,3,4,11
  name_latn	name_key	lang	budget
  Udruženje „Ruka“	ruka	sr	1234.5
  Ruka e.V.	ev ruka	sr	1234
  Dom	dom	sr	12000
  $ koop-import -q -m map.tsv --verbatim --origin members.csv | head -n 2
  name	name_verbatim	name_latn	name_key	lang	script	legal_form	country	country_verbatim	region	fields	fields_verbatim	founded	founded_verbatim	budget	budget_verbatim	currency	email	email_verbatim	url	url_verbatim	origin
  Удружење „Рука“		Udruženje „Ruka“	ruka	sr	Cyrl	assoc	RS	Србија		music	музика	2013-05-04	4. мај 2013.	1234.5	1.234,50		info@ruka.rs	mailto:info@RUKA.rs	www.ruka.rs/O-nama	WWW.Ruka.rs/O-nama	members.csv:2
  $ koop-import -t table members.csv | head -n 2
  Назив	Држава	Области	Основано	Buџет	E-mail	Web
  Удружење „Рука“	Србија	музика	4. мај 2013.	1.234,50	mailto:info@RUKA.rs	WWW.Ruka.rs/O-nama
  $ printf 'Naziv,Ime\nRuka,Jadro\n' | koop-import
  koop-import: standard input:1: columns 1 'Naziv' and 2 'Ime' are both 'name' (rename one with --map)
  [2]
  $ printf 'name,country,region\nDom,Republika Srpska,\nRuka,Vojvodina,Banat\n' | koop-import | cut -f 7,8
  country	region
  BA	BA-SRP
  RS	Banat
  $ printf 'name,name_latn,name_key,lang,script\nРука,x,y,mk,z\n' | koop-import
  name	legal_form	name_latn	name_key	lang	script
  Рука		x	y	mk	z
  $ printf 'name\nЃорче Љубиња\n' | koop-import -l mk --translit=icao
  name	name_latn	name_key	lang	script	legal_form
  Ѓорче Љубиња	Gjorche Ljubinja	gjorce ljubinja	mk	Cyrl	
  $ printf 'name,name_verbatim\nRuka,x\n' | koop-import --verbatim
  koop-import: standard input:1: the input has a column 'name_verbatim' already
  [2]

Kinds for other columns.

  $ printf 'when,who,n\n4.5.2013.,"A;b\nc\nc",7\n' | koop-import -t table -n when=date -n who=list -n n=number
  koop-import: standard input:2: semicolon inside an item of the list 'who', now a comma
  when	who	n
  2013-05-04	A,b;c	7
  [1]
  $ printf 'when\n2013\n' | koop-import -t table -n wen=date
  koop-import: standard input:1: no column 'wen' to normalise (did you mean 'when'?)
  [2]
  $ printf 'when\n2013\n' | koop-import -t table -n when=dat
  koop-import: unknown word 'dat' for option '--normalize' (did you mean 'date'?) (see 'koop-import --help')
  [2]
  $ printf 'when\n2013\n' | koop-import -t table -n when
  koop-import: 'when' is not COLUMN=KIND, for option '--normalize' (see 'koop-import --help')
  [2]
  $ printf 'x\n1.234\n1.5\n' | koop-import -t table -n x=number
  x
  1.234
  1.5
  $ printf 'x\n1.234\n1.5\n' | koop-import -t table -n x=number -l sr
  x
  1.234
  1.5
  $ printf 'x\n1.234\n1.5\n' | koop-import -t table -n x=number -l en
  x
  1.234
  1.5

Edges, as a spreadsheet program leaves them.

  $ printf 'source\ttarget\tweight\r\nA\t B\t2\r\n\r\nB\tC\t\r\n\t\t\r\nA\tЖ\t1,5\r\n' | koop-import -t edge -v
  koop-import: rows read: 3 (3 written, 0 refused)
  koop-import: blank rows passed over: 2
  koop-import: column 'target': 1 changed, 0 meant no value, 0 not mapped
  koop-import: column 'weight': 1 changed, 0 meant no value, 0 not mapped
  source	target	weight
  A	B	2
  B	C	
  A	Ж	1.5

What is written reads back as it is.

  $ koop-import -q -m map.tsv members.csv -o once.tsv
  [1]
  $ koop-import -q once.tsv -o twice.tsv
  [1]
  $ cmp once.tsv twice.tsv

A total line, where the lines above the header are found too.

  $ printf 'Members 2024;\nName;Staff\nRuka;2\nJadro;3\nУкупно:;5\nUkupno;5;\nTotal recall;6\n' >total.csv
  $ koop-import -t table --skip=auto total.csv
  koop-import: total.csv:5: row refused: total line
  koop-import: total.csv:6: row refused: total line
  Name	Staff
  Ruka	2
  Jadro	3
  Total recall	6
  [1]

  $ printf 'Ukupno;5;\nName;Staff;City\nRuka;2;\n' >total.csv
  $ koop-import -t table --skip=auto total.csv
  Name	Staff	City
  Ruka	2	
  $ for word in Свеукупно 'Се вкупно:' Zbroj 'Skupna vsota' Gjithsejt 'SHUMA TOTALE' Међузбир Összesen 'U K U P N O'; do
  >     printf '%s;1\n' "$word"
  > done | koop-import -q -t table --header=a,b --skip=auto
  a	b
  [1]

Without it a total line is a record, and said; with --skip=0 it is just one.

  $ printf 'Name;Staff\nRuka;2\nUkupno;2\n' >total.csv
  $ koop-import -t table total.csv
  koop-import: total.csv:3: perhaps a total line (--skip=auto refuses such lines, --skip=0 keeps them)
  Name	Staff
  Ruka	2
  Ukupno	2
  [1]
  $ koop-import -t table --skip=0 total.csv | tail -n 1
  Ukupno	2

A first row that is a record is said to be one, where no heading in it is known.

  $ printf 'info@ruka.rs,Ruka\ndom@dom.ba,Dom\n' >list.csv; koop-import -t table list.csv
  koop-import: list.csv:1: perhaps no header: 'info@ruka.rs' looks like the values below it (--no-header makes it a record, --skip=0 keeps it)
  info@ruka.rs	Ruka
  dom@dom.ba	Dom
  [1]
  $ for text in '1,Ruka\n2,Dom' 'Ruka,4.5.2013.\nDom,1.1.2014.' 'Ruka,2013\nA,2012\nB,2011\nC,2010'; do
  >     printf "$text" | koop-import -t table -o out; done
  koop-import: standard input:1: perhaps no header: '1' looks like the values below it (--no-header makes it a record, --skip=0 keeps it)
  koop-import: standard input:1: perhaps no header: '4.5.2013.' looks like the values below it (--no-header makes it a record, --skip=0 keeps it)
  koop-import: standard input:1: perhaps no header: '2013' looks like the values below it (--no-header makes it a record, --skip=0 keeps it)
  [1]
  $ for text in 'Naziv,2013\nA,2012\nB,2011\nC,2010' 'c,2013\nRS,12\nHR,2010' ',1,2\n1,0,1\n2,1,0' '1,2'; do
  >     printf "$text" | koop-import -t table -o out; done

Threads change neither the records nor what is said, in which order, nor where a run stops; there are
more rows here than go into one batch, and one of them is longer than a batch.

  $ awk 'BEGIN { print "name,country,joined"; for (i = 1; i <= 9000; i++) {
  >   if (i % 4000 == 7) print "one cell"
  >   else if (i == 5000) { printf "Centar "; for (k = 0; k < 200000; k++) printf "x"; print ",RS,2011" }
  >   else printf "Удружење %d,%s,%s\n", i, i % 3001 ? "Srbija" : "Srbiaj", i % 2500 ? "2010" : "31.02.2010" } }' > many.csv
  $ for n in 1 2 5; do koop-import -v --threads=$n -r bad.$n many.csv > out.$n 2> said.$n; echo $?; done
  1
  1
  1
  $ cmp out.1 out.2 && cmp out.1 out.5 && cmp bad.1 bad.5 && cmp said.1 said.2 && cmp said.1 said.5
  $ grep refused said.5
  koop-import: many.csv:8: row refused: 1 fields where the header has 3
  koop-import: many.csv:4008: row refused: 1 fields where the header has 3
  koop-import: many.csv:8008: row refused: 1 fields where the header has 3
  koop-import: rows read: 9000 (8997 written, 3 refused)
  $ grep -c . out.5
  8998
  $ for n in 1 3; do koop-import --threads=$n --max-rejects=1 -o none.tsv many.csv 2>&1 | tail -n 2; done
  koop-import: many.csv:4008: row refused: 1 fields where the header has 3
  koop-import: many.csv:4008: too many rows refused: more than 1
  koop-import: many.csv:4008: row refused: 1 fields where the header has 3
  koop-import: many.csv:4008: too many rows refused: more than 1
  $ for n in 1 3; do koop-import --threads=$n -s many.csv 2>&1 >none.tsv | tail -n 1; done
  koop-import: many.csv:8: row refused: 1 fields where the header has 3
  koop-import: many.csv:8: row refused: 1 fields where the header has 3

A letter of ours among many that are not is no proof: who knows the text must say.

  $ printf 'nom,ville\nTh\351\342tre de Li\350ge,Li\350ge\nGalerie d\047\351t\351,\311vreux\n' >french.csv
  $ koop-import -t table french.csv
  koop-import: french.csv: not UTF-8, but windows-1250 or windows-1252; say with -e which
  [2]
  $ koop-import -t table -e windows-1252 french.csv
  nom	ville
  Théâtre de Liège	Liège
  Galerie d'été	Évreux
