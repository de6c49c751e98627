Files of SPSS and Stata: values, dates, missing codes, and the codebook. Those here were written by R (haven, foreign).

  $ cp $TESTDIR/data/stat/* .
  $ koop-import -v -t survey --codebook=codebook.tsv survey.sav
  koop-import: rows read: 4 (4 written, 0 refused)
  id	weight	q1	grad	dan	kad	traje
  1	1.5	1	Niš	2015-10-30	2015-10-30T10:30:00	01:00:00
  2	0.1	98	Битола		1969-12-31T23:59:59.5	
  3		99	x	1904-02-29		25:00:00
  4	1000000	2		1582-10-15	2020-01-01T00:00:00	00:00:00.25
  $ cat codebook.tsv
  variable	code	missing	label_und
  weight		0	Tezina
  q1		0	Da li sarađujete?
  q1	1	0	Da
  q1	2	0	Ne
  q1	98	1	Ne zna
  q1	99..	1	
  grad	Битола	0	Град
  grad	x	1	
  dan		0	Dan razgovora
  $ koop-import -t survey survey.sav >plain; koop-import -t survey survey.zsav | cmp - plain
  $ cat survey.sav | koop-import -t survey | cmp - plain
  $ koop-import -t survey - <survey.zsav | cmp - plain

A file that says its encoding by the number of a code page; -e goes before it.

  $ LC_ALL=C sed 's/\xe9\xfd\x00\x00/\xe2\x04\x00\x00/; s/Ni\xc5\xa1/Ni\x9a /; s/sara\xc4\x91ujete/sara\xf0ujete /' survey.sav >1250.sav
  $ koop-import -t survey --codebook=codebook.tsv 1250.sav | sed -n 2p; sed -n 3p codebook.tsv
  1	1.5	1	Niš	2015-10-30	2015-10-30T10:30:00	01:00:00
  q1		0	Da li sarađujete ?
  $ koop-import -t survey -e windows-1251 1250.sav | sed -n 2p
  1	1.5	1	Niљ	2015-10-30	2015-10-30T10:30:00	01:00:00

Stata: tagged missing values; the codebook in the language that -l names.

  $ koop-import -v -t survey -l sq --codebook=codebook.tsv survey.dta
  koop-import: rows read: 4 (4 written, 0 refused)
  id	q1	qyteti	dita	koha	pesha
  1	1	Tiranë	2015-10-30	2015-10-30T10:30:00	0.1
  2	2			1969-12-31T23:59:59.5	0.3333333333333333
  3	.a	Shkodër	1904-02-29		
  4		Vlorë	1582-10-15	2020-01-01T00:00:00	-5
  $ cat codebook.tsv
  variable	code	missing	label_sq
  q1		0	A bashkëpunoni?
  q1	1	0	Po
  q1	2	0	Jo
  q1	.a	1	Nuk di
  dita		0	Dan razgovora

A file that does not say its encoding is judged by its text, or told.

  $ koop-import -v -t survey --codebook=codebook.tsv old.dta
  koop-import: old.dta: read as windows-1250
  koop-import: rows read: 3 (3 written, 0 refused)
  id	grad	q1	v
  1	Niš	1	1.5
  2	Šabac	2	
  3	Kruševac	1	-2
  $ cat codebook.tsv
  variable	code	missing	label_und
  id		0	id
  grad		0	grad
  q1		0	q1
  q1	1	0	Da
  q1	2	0	Ne
  v		0	v
  $ koop-import -t survey -e windows-1251 old.dta
  id	grad	q1	v
  1	Niљ	1	1.5
  2	Љabac	2	
  3	Kruљevac	1	-2
  $ koop-import -t survey -e UTF-8 -r bad.tsv old.dta
  koop-import: old.dta:1: row refused: not UTF-8, from byte 5 on
  koop-import: old.dta:2: row refused: not UTF-8, from byte 3 on
  koop-import: old.dta:3: row refused: not UTF-8, from byte 6 on
  id	grad	q1	v
  [1]
  $ cat bad.tsv
  file	line	reason	row	bytes
  old.dta	1	not UTF-8, from byte 5 on	1\tNi�\t1\t1.5	9a
  old.dta	2	not UTF-8, from byte 3 on	2\t�abac\t2\t	8a
  old.dta	3	not UTF-8, from byte 6 on	3\tKru�evac\t1\t-2	9a
  $ koop-import -t survey -e nonsense old.dta
  koop-import: old.dta: unknown encoding 'nonsense'; say it with -e
  [2]

Portable files of SPSS; this one was written by PSPP. Lines may lack the blanks at their end.

  $ koop-import -t survey --codebook=codebook.tsv survey.por | tee plain
  ID	Q1	Q2	TOWN	DAY	AT	X	MON
  1	1	1	Nis	2015-10-30	2015-10-30T10:30:00	1.5	2011-03
  2	98	7				-0.07	1999-12
  3		997	n/a	1900-01-01	1999-12-31T23:59:59	123456.7891	
  4	2	-1	a b	2004-02-29		0	2004-01
  $ cat codebook.tsv
  variable	code	missing	label_und
  Q1		0	Da li saradjujete?
  Q1	1	0	Da
  Q1	2	0	Ne
  Q1	98	1	Ne zna
  Q1	97..99	1	
  Q2	..-1	1	
  Q2	997	1	
  TOWN	Nis	0	City of Nis
  TOWN	n/a	1	
  $ sed 's/ *\r$//' survey.por >short.por; koop-import -t survey short.por | cmp - plain
  $ sed 's/a b  /a \x9ab /' survey.por >1250.por
  $ koop-import -t survey -e windows-1250 1250.por | cut -f 4 | tail -n 1
  a šb
  $ koop-import -t survey -e UTF-8 1250.por | tail -n 1
  koop-import: 1250.por:4: row refused: not UTF-8, from byte 10 on
  3		997	n/a	1900-01-01	1999-12-31T23:59:59	123456.7891	
  $ for n in 350 200 90 85 1; do head -c -$n survey.por >cut.por; koop-import -t survey -o none cut.por; done
  koop-import: cut.por: cut or damaged: not a whole portable file
  koop-import: cut.por: cut or damaged behind row 0
  koop-import: cut.por: cut or damaged behind row 3
  koop-import: cut.por: cut or damaged behind row 3

One of a mainframe, whose characters are told by the table in the file, with line ends of its own or none.

  $ ebcdic() { tr -d '\r' <survey.por | iconv -f ISO-8859-1 -t IBM037; }
  $ ebcdic >main.por; koop-import -t survey --codebook=main.tsv main.por | cmp - plain; cmp codebook.tsv main.tsv
  $ ebcdic | tr '\45' '\25' | koop-import -v -q -t survey | cmp - plain
  $ ebcdic | tr -d '\45' >main.por; koop-import -v -t survey main.por | cmp - plain
  koop-import: main.por: read by its own table of characters
  koop-import: rows read: 4 (4 written, 0 refused)
  $ ebcdic | sed 's/\x81\x40\x82/\x51\x40\x82/' >main.por; koop-import -t survey main.por | tail -n 1
  koop-import: main.por:4: row refused: not UTF-8, from byte 8 on
  3		997	n/a	1900-01-01	1999-12-31T23:59:59	123456.7891	
  $ koop-import -t survey -e IBM037 main.por | cut -f 4 | tail -n 1
  é b
  $ head -c 400 main.por | koop-import -t survey
  koop-import: standard input: cut or damaged: not a whole portable file
  [2]

Names of another type, several files, and what cannot be.

  $ printf 'from\tto\nqyteti\tcity\n' >map.tsv
  $ koop-import -t survey -m map.tsv --origin survey.dta survey.dta -v --codebook=codebook.tsv | cut -f 1,3,7
  koop-import: rows read: 8 (8 written, 0 refused)
  id	city	origin
  1	Tiranë	survey.dta:1
  2		survey.dta:2
  3	Shkodër	survey.dta:3
  4	Vlorë	survey.dta:4
  1	Tiranë	survey.dta:1
  2		survey.dta:2
  3	Shkodër	survey.dta:3
  4	Vlorë	survey.dta:4
  $ koop-import -t survey survey.sav survey.dta
  koop-import: survey.dta: column 2 is 'q1' here and 'weight' in the first file
  [2]
  $ koop-import --codebook=codebook.tsv map.tsv
  koop-import: map.tsv: no codebook in tsv
  [2]
  $ koop-import -t survey --no-header survey.sav
  koop-import: survey.sav: the file names the columns; there are no rows above them, nor any other header
  [2]
  $ koop-import -t survey -f csv survey.sav
  koop-import: survey.sav: a file of SPSS (.sav), and not csv
  [2]
  $ koop-import -t survey -f dta survey.sav
  koop-import: survey.sav: a file of SPSS (.sav), and not dta
  [2]
  $ cp survey.dta survey.csv; koop-import -t survey survey.csv | head -n 1
  koop-import: survey.csv: named .csv, but read as dta, which its bytes are
  id	q1	qyteti	dita	koha	pesha

Files that are cut, or damaged, fail; the rows before are counted.

  $ cut() { head -c -$2 $1 >cut.${1#*.}; koop-import -t survey -o out --codebook=none.tsv cut.${1#*.}; }
  $ for n in 900 200 40 1; do cut survey.sav $n; done
  koop-import: cut.sav: the file ends too early
  koop-import: cut.sav: the file ends too early
  koop-import: cut.sav: cut or damaged behind row 3: fewer rows than it says that it has
  koop-import: cut.sav: cut or damaged behind row 0: fewer rows than it says that it has
  [2]
  $ for n in 900 200 40 1; do cut survey.zsav $n; done
  koop-import: cut.zsav: the file ends too early
  koop-import: cut.zsav: cut or damaged behind row 0: the file ends too early
  koop-import: cut.zsav: cut or damaged behind row 0: the file ends too early
  koop-import: cut.zsav: cut or damaged behind row 0: the file ends too early
  [2]
  $ for n in 4000 2000 700 1; do cut survey.dta $n; done
  koop-import: cut.dta: the file ends too early
  koop-import: cut.dta: the file ends too early
  koop-import: cut.dta: the file ends too early
  koop-import: cut.dta: all rows are there, but the labels behind them are cut or damaged
  [1]
  $ for n in 700 200 150 40; do cut old.dta $n; done
  koop-import: cut.dta: the file ends too early
  koop-import: cut.dta: the file ends too early
  koop-import: cut.dta: the file ends too early
  koop-import: cut.dta: all rows are there, but the labels behind them are cut or damaged
  [1]
  $ ls out none.tsv
  none.tsv
  out
  $ printf '$FL2@(#) garbage' | koop-import -t survey
  koop-import: standard input: the file ends too early
  [2]
  $ { printf '$FL3'; head -c 4000 /dev/zero; } | koop-import -t survey
  koop-import: standard input: not a whole file of its kind
  [2]
  $ { printf 'r\1\1\0'; head -c 4000 /dev/zero | tr '\0' '\377'; } | koop-import -t survey
  koop-import: standard input: more than 4096 variables
  [2]

Dates of Stata, with and without a format behind the kind; tcc counts leap seconds, of which the second row has one.

  $ koop-import -t survey dates.dta
  tc	tcc	td	old	tw	tm	tq	th	ty	tb
  2015-10-30T10:30:00	2015-10-30T10:30:00	2015-10-30	2015-10-30	2015-10-29/2015-11-04	2015-10	2015-10/2015-12	2015-07/2015-12	2015	5
  	2016-12-31T23:59:60	1959-12-31	1960-01-01	1960-12-23/1960-12-31	1959-12	1959-10/1959-12	1960-01/1960-06	1960	6
  1960-01-01T00:00:00									
  $ koop-import -q -t table -n tcc=date dates.dta | command cut -f 2
  tcc
  2015-10-30
  2016-12-31
  

A file that is packed too well: 16 KB that would be 128 MiB of values. One of 32 MiB is read.

  $ cat >packed.sh <<'END'
  > # usage: bomb.sh BLOCKS >FILE: a zsav of one variable, 4190208 times 1 in each block, which deflate makes small
  > le() { # BYTES NUMBER
  > 	n=$2 byte=0
  > 	while [ $byte -lt $1 ]; do
  > 		printf "\\$(printf %03o $((n & 255)))"
  > 		n=$((n >> 8)) byte=$((byte + 1))
  > 	done
  > }
  > block=4190208
  > { printf '\170\234'
  >   head -c $block /dev/zero | tr '\0' e | gzip -9n | tail -c +11 | head -c -8
  >   printf '\155\027\052\166'; } >part
  > size=$(wc -c <part)
  > { printf '$FL3%-60s' '@(#) SPSS DATA FILE'
  >   le 4 2; le 4 1; le 4 2; le 4 0; le 4 $(($1 * block))
  >   printf '\0\0\0\0\0\0\131\100%-9s%-8s%-64s\0\0\0' '01 Jan 20' 00:00:00 ''
  >   le 4 2; le 4 0; le 4 0; le 4 0; le 4 $((5 << 16 | 8 << 8)); le 4 $((5 << 16 | 8 << 8)); printf '%-8s' X
  >   le 4 999; le 4 0; } >head
  > at=$(wc -c <head)
  > cat head
  > le 8 $at; le 8 $((at + 24 + $1 * size)); le 8 $((24 + $1 * 24))
  > i=0; while [ $i -lt $1 ]; do cat part; i=$((i + 1)); done
  > le 8 -100; le 8 0; le 4 $block; le 4 $1
  > i=0; while [ $i -lt $1 ]; do
  > 	le 8 $((at + i * block)); le 8 $((at + 24 + i * size)); le 4 $block; le 4 $size
  > 	i=$((i + 1))
  > done
  > END
  $ sh packed.sh 4 >packed.zsav; wc -c <packed.zsav
  16696
  $ koop-import -t survey -o out packed.zsav
  koop-import: packed.zsav: packed more than 1000 times
  [2]
  $ sh packed.sh 1 >small.zsav; koop-import -t survey small.zsav | awk '{ n += $1 } END { print NR, n }'
  4190209 4190208
