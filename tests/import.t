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
  koop-import: standard input: looks like UTF-16 without a byte order mark; say it with -e UTF-16LE
  [2]
  $ printf 'a,b\n1,2\n' | iconv -t UTF-16LE | koop-import -t table -e utf-16
  a	b
  1	2

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
  $ printf 'naziv\nok\n\350asopis\n' | koop-import -t table
  koop-import: standard input:3: not UTF-8 from here on; say the encoding with -e, such as -e windows-1250 (-e UTF-8 refuses such rows)
  [2]
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
