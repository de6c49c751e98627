koop-filter: the records for which an expression holds.

  $ cat >m.tsv <<'END'
  > id	name	country	fields	founded	budget	code
  > 1	Jadro	MK	networks;policy	2012-08	52000	007
  > 2	Kulturanova	RS	music; film;music	2001		7
  > 3	Pogon	HR	venues	2008-12-19	310000	8
  > 4	Контрапункт	MK	policy	2001-05	18500.5	9
  > 5	Asocijacija	SI		1992~	75000	10
  > 6	tab\tand\\slash		music		-3	
  > END

Records pass as they came, the header always.

  $ koop-filter '' m.tsv | cmp - m.tsv
  $ koop-filter '' <m.tsv | cmp - m.tsv
  $ koop-filter 'country = "XX"' m.tsv
  id	name	country	fields	founded	budget	code

Missing values: a comparison is unknown, and unknown is not kept, nor is its opposite.

  $ koop-filter -n 'country = "MK"' m.tsv
  2
  $ koop-filter -n 'not country = "MK"' m.tsv
  3
  $ koop-filter -n 'country != "MK"' m.tsv
  3
  $ koop-filter -n 'country is missing' m.tsv
  1
  $ koop-filter -n 'country = "MK" or country != "MK" or country is missing' m.tsv
  6

The truth tables, with 1 for yes, 0 for no, nothing for unknown:

  $ printf 'a\tb\n1\t1\n1\t0\n1\t\n0\t1\n0\t0\n0\t\n\t1\n\t0\n\t\n' |
  >     koop-filter -d 'and=a = 1 and b = 1' -d 'or=a = 1 or b = 1' -d 'not=not a = 1' ''
  a	b	and	or	not
  1	1	1	1	0
  1	0	0	1	0
  1			1	0
  0	1	0	1	1
  0	0	0	0	1
  0		0		1
  	1		1	
  	0	0		
  				

Numbers compare as numbers, texts as texts.

  $ koop-filter -c id,code 'code = 7' m.tsv
  id	code
  1	007
  2	7
  $ koop-filter -c id,code 'code = "7"' m.tsv
  id	code
  2	7
  $ koop-filter -c id 'code > 8 and budget / 1000 > 20' m.tsv
  id
  5

Whichever column it is.

  $ printf 'a\tb\tc\td\te\tf\tg\th\n1\t2\t3\t4\t5\t6\t7\t8\n' |
  >     koop-filter -n 'a = 1 and b = 2 and c = 3 and d = 4 and e = 5 and f = 6 and g = 7 and h = 8'
  1

What is no number where one is asked for is unknown, and said; the status is 1.

  $ koop-filter -c id 'name > 5 or id = 1' m.tsv
  koop-filter: m.tsv:2: not a number: 'Jadro' in 'name'
  koop-filter: m.tsv:3: not a number: 'Kulturanova' in 'name'
  koop-filter: m.tsv:4: not a number: 'Pogon' in 'name'
  koop-filter: m.tsv:5: not a number: 'Контрапункт' in 'name'
  koop-filter: m.tsv:6: not a number: 'Asocijacija' in 'name'
  koop-filter: m.tsv:7: not a number: 'tab?and\slash' in 'name'
  id
  1
  [1]
  $ koop-filter -q -n 'name > 5' m.tsv
  0
  [1]
  $ koop-filter -n 'date(code) > 2000' m.tsv
  koop-filter: m.tsv:2: not a date: '007' in 'code'
  koop-filter: m.tsv:3: not a date: '7' in 'code'
  koop-filter: m.tsv:4: not a date: '8' in 'code'
  koop-filter: m.tsv:5: not a date: '9' in 'code'
  koop-filter: m.tsv:6: not a date: '10' in 'code'
  0
  [1]

Dates: certain by default, possible when asked for, and "not" takes both sides along.

  $ koop-filter -c id,founded 'founded >= 2005' m.tsv
  id	founded
  1	2012-08
  3	2008-12-19
  $ koop-filter -c id,founded 'founded < date("2001-06")' m.tsv
  id	founded
  4	2001-05
  5	1992~
  $ koop-filter -c id,founded --possible 'founded < date("2001-06")' m.tsv
  id	founded
  2	2001
  4	2001-05
  5	1992~
  $ koop-filter -c id,founded --possible 'not founded < date("2001-06")' m.tsv
  id	founded
  1	2012-08
  2	2001
  3	2008-12-19
  $ koop-filter -c id,founded 'not founded < date("2001-06")' m.tsv
  id	founded
  1	2012-08
  3	2008-12-19
  $ koop-filter -n --possible 'founded < "2001-06" and founded >= "2001-06"' m.tsv
  1
  $ koop-filter -c id 'founded in (2001, 2008)' m.tsv
  id
  2
  3
  4

An interval: a moment in one column, a span in another.

  $ printf 'date\tfounded\n2015-10-30/2019-09-30\t2015-10-30/2019-09-30\n2005/..\t2005/..\n' >d.tsv
  $ koop-filter 'founded = 2017' d.tsv
  date	founded
  $ koop-filter --possible 'founded = 2017' d.tsv
  date	founded
  2015-10-30/2019-09-30	2015-10-30/2019-09-30
  $ koop-filter 'date = 2017' d.tsv
  date	founded
  2015-10-30/2019-09-30	2015-10-30/2019-09-30
  2005/..	2005/..
  $ koop-filter 'founded = 2005' d.tsv
  date	founded
  2005/..	2005/..

Who was a member when; an empty end is still open, an empty beginning possible.

  $ cat >v.tsv <<'END'
  > id	valid_from	valid_to
  > a	2010	2015
  > b	2012-06	
  > c		2011
  > d	2012/..	2013-03/2013-05
  > END
  $ koop-filter -c id --as-of=2012-07-01 '' v.tsv
  id
  a
  b
  $ koop-filter -c id --possible --as-of=2012-07-01 '' v.tsv
  id
  a
  b
  d
  $ koop-filter -c id --possible --as-of=2011-05 '' v.tsv
  id
  a
  c
  $ koop-filter -c id --as-of=2011 'id != "a"' v.tsv
  id
  $ koop-filter -c id -i --as-of=2012-07-01 '' v.tsv
  id
  c
  d
  $ koop-filter -r valid_from=joined -r valid_to=left '' v.tsv | koop-filter -n --as-of=2020 ''
  1
  $ koop-filter --as-of=2020-13 '' v.tsv
  koop-filter: option '--as-of': not a date: '2020-13'
  [2]
  $ koop-filter --as-of=2020 '' m.tsv
  koop-filter: option '--as-of': no column 'valid_from', 'valid_to', 'joined' or 'left'
  [2]

Lists: blanks, empty and repeated items do not count.

  $ koop-filter -d 'n=count(fields)' -d 'all=join(fields, "+")' -c id,n,all 'fields has ("music", "policy")' m.tsv
  id	n	all
  1	2	networks+policy
  2	2	music+film
  4	1	policy
  6	1	music
  $ koop-filter -n 'fields has "mus"' m.tsv
  0
  $ koop-filter -d 'fields=list(fields, "new", country)' -c id,fields 'id <= 2' m.tsv
  id	fields
  1	networks;policy;new;MK
  2	music;film;new;RS

Patterns, names, scripts.

  $ koop-filter -c id 'name ~ "^[JP]o?"' m.tsv
  id
  1
  3
  $ koop-filter -c id 'name ~i "конт|POGON"' m.tsv
  id
  3
  4
  $ koop-filter -c id 'name !~ "a"' m.tsv
  id
  3
  4
  $ koop-filter -c id 'name ~ "\t"' m.tsv
  id
  6
  $ koop-filter -c id,l 'country = "MK"' -d 'l=latn(name)' m.tsv
  id	l
  1	Jadro
  4	Kontrapunkt
  $ koop-filter -c id 'name like "kontrapunkt"' m.tsv
  id
  4
  $ koop-filter -c id 'similar(name, "Kulturonova") > 0.9' m.tsv
  id
  2
  $ printf 'a\n%060d!\nb\n' 0 | koop-filter 'a ~ "^(0+)+$"'
  koop-filter: standard input:2: pattern is too costly for this record: '^(0+)+$'
  a
  [1]

Columns: chosen, left out, renamed, derived in order, replaced in place. Escapes are kept.

  $ koop-filter -c name,id 'id = 6' m.tsv
  name	id
  tab\tand\\slash	6
  $ koop-filter -x name,fields,founded 'id = 6' m.tsv
  id	country	budget	code
  6		-3	
  $ koop-filter -c id,name -r id=member_id -r name=id 'id = 6' m.tsv
  member_id	id
  6	tab\tand\\slash
  $ koop-filter -d 'name=concat(name, "\n", "!")' -d 'half=budget / 2' -d 'quarter=half / 2' -x fields 'id = 6' m.tsv
  id	name	country	founded	budget	code	half	quarter
  6	tab\tand\\slash\n!			-3		-1.5	-0.75
  $ koop-filter -d 'id=id + 1' -d 'name="x"' -d 'code=""' 'id = 7' m.tsv
  id	name	country	fields	founded	budget	code
  7	x		music		-3	
  $ koop-filter -d '`odd = name`=1' -r '`odd = name`=one' -c '`odd = name`' 'id = 1' m.tsv
  one
  1
  $ koop-filter -r name=id '' m.tsv
  koop-filter: two columns of the output would be named 'id'
  [2]
  $ koop-filter -r name= '' m.tsv
  koop-filter: a column cannot be renamed to nothing
  [2]
  $ koop-filter -d name '' m.tsv
  koop-filter: malformed value 'name' for option '--derive' (see 'koop-filter --help')
  [2]
  $ koop-filter -c nam '' m.tsv
  koop-filter: unknown column 'nam' (did you mean 'name'?)
  [2]
  $ koop-filter -x id,name,country,fields,founded,budget,code '' m.tsv
  koop-filter: no column is left
  [2]

Inverted, counted, unique, and the others to a file: nothing is lost.

  $ koop-filter -c id -i 'budget > 50000' m.tsv
  id
  2
  4
  6
  $ koop-filter -c id,country -u country --rejected=rest.tsv 'id > 1' m.tsv
  id	country
  2	RS
  3	HR
  4	MK
  5	SI
  6	
  $ cat rest.tsv
  id	name	country	fields	founded	budget	code
  1	Jadro	MK	networks;policy	2012-08	52000	007
  $ koop-filter -n -u country,fields 'id > 0' m.tsv
  6
  $ koop-filter -v -n 'id > 2' m.tsv
  koop-filter: 6 records read, 0 refused, 4 kept
  4
  $ koop-filter -E -n 'id > 2' m.tsv
  4
  $ koop-filter -E -c id 'id > 9' m.tsv
  id
  [1]

Sorted: by bytes, numbers, dates; missing last both ways; equals as they came.

  $ koop-filter -c id,budget -s budget '' m.tsv
  id	budget
  6	-3
  4	18500.5
  3	310000
  1	52000
  5	75000
  2	
  $ koop-filter -c id,budget -s budget:n '' m.tsv
  id	budget
  6	-3
  4	18500.5
  1	52000
  5	75000
  3	310000
  2	
  $ koop-filter -c id,budget -s budget:nr '' m.tsv
  id	budget
  3	310000
  5	75000
  1	52000
  4	18500.5
  6	-3
  2	
  $ koop-filter -c id,founded -s founded:d '' m.tsv
  id	founded
  5	1992~
  2	2001
  4	2001-05
  3	2008-12-19
  1	2012-08
  6	
  $ koop-filter -c country,id -s country,id:r '' m.tsv
  country	id
  HR	3
  MK	4
  MK	1
  RS	2
  SI	5
  	6
  $ seq 1000 | awk 'BEGIN { print "k\tn" } { print $1 % 3 "\t" $1 }' >k.tsv
  $ koop-filter -s k '' k.tsv | cmp - <(head -n 1 k.tsv; tail -n +2 k.tsv | LC_ALL=C sort -s -k 1,1)
  $ koop-filter -s k:r '' k.tsv | cmp - <(head -n 1 k.tsv; tail -n +2 k.tsv | LC_ALL=C sort -s -r -k 1,1)
  $ koop-filter -c id -s name:n '' m.tsv 2>&1 >/dev/null | head -n 1
  koop-filter: m.tsv:2: not a number: 'Jadro' in 'name'
  $ koop-filter -s nmae '' m.tsv
  koop-filter: unknown column 'nmae' (did you mean 'name'?)
  [2]
  $ koop-filter -s name:x '' m.tsv
  koop-filter: malformed list of columns to sort by (COL, COL:n, COL:d, COL:r)
  [2]
  $ koop-filter -s '`name`:r,' '' m.tsv
  koop-filter: malformed list of columns to sort by (COL, COL:n, COL:d, COL:r)
  [2]

Columns of another file, by a key. Without --left a record that has no match is not kept; an empty key has none. A
key that stands twice counts once.

  $ printf 'source\ttarget\na\tb\nb\tc\nc\tx\n\ta\n' >e.tsv
  $ printf 'id\tname\tcountry\na\tAlfa\tRS\nb\tBe\\\\ta\tMK\nc\tGama\t\n' >n.tsv
  $ koop-filter -j n.tsv --on source=id '' e.tsv
  source	target	name	country
  a	b	Alfa	RS
  b	c	Be\\ta	MK
  c	x	Gama	
  $ koop-filter -j n.tsv --on target=id --add country --left 'country is missing or country = "MK"' e.tsv
  source	target	country
  a	b	MK
  b	c	
  c	x	
  $ koop-filter -j n.tsv --on target=id --add=name -r name=t 'name ~ "[\\\\]"' e.tsv |
  >     koop-filter -j n.tsv --on source=id -d 'both=concat(name, " - ", t)' -c both ''
  both
  Alfa - Be\\ta
  $ koop-filter -j n.tsv --on id --rejected=r.tsv '' m.tsv
  koop-filter: option '--join': column 'name' would stand twice (choose columns with --add)
  [2]
  $ koop-filter -j e.tsv --on id=source --add target --rejected=r.tsv -c id '' n.tsv
  id
  a
  b
  c
  $ koop-filter -r id=source -c id '' n.tsv | koop-filter -j e.tsv --on source,source=target -n ''
  0
  $ (cat e.tsv; echo 'a	z') >e2.tsv; koop-filter -j e2.tsv --on id=source -c id,target '' n.tsv
  koop-filter: e2.tsv:6: key stands twice, the first row counts: 'a'
  id	target
  a	b
  b	c
  c	x
  [1]
  $ koop-filter -j n.tsv --on sorce=id '' e.tsv
  koop-filter: option '--join': unknown column 'sorce' in the input (did you mean 'source'?)
  [2]
  $ koop-filter -j n.tsv --on source=no '' e.tsv
  koop-filter: option '--join': unknown column 'no' in n.tsv
  [2]
  $ koop-filter -j n.tsv '' e.tsv
  koop-filter: option '--join' needs '--on' (see 'koop-filter --help')
  [2]

One file for each value; nothing in a value leads out of the folder.

  $ koop-filter --split=country -o 'by-%s.tsv' -c id,country -s id:nr '' m.tsv && head -n 9 by-*
  ==> by-HR.tsv <==
  id	country
  3	HR
  
  ==> by-MK.tsv <==
  id	country
  4	MK
  1	MK
  
  ==> by-RS.tsv <==
  id	country
  2	RS
  
  ==> by-SI.tsv <==
  id	country
  5	SI
  
  ==> by-_.tsv <==
  id	country
  6	
  $ mkdir out; printf 'k\n../x\n..\na/b\n' | koop-filter --split=k -o 'out/%s' '' && ls out
  _.
  _._x
  a_b
  $ koop-filter --split=country '' m.tsv
  koop-filter: option '--split' needs a name with one %s in '--output' (see 'koop-filter --help')
  [2]

Expressions from a file, with remarks; errors there have a line.

  $ cat >e <<'END'
  > # those in Macedonia
  > country = "MK"   # by code
  >   and id > 1
  > END
  $ koop-filter -c id -f e m.tsv
  id
  4
  $ printf 'id = 1\n  or contry = 2\n' >bad
  $ koop-filter -f bad m.tsv
  koop-filter: bad:2:6: unknown column 'contry' (did you mean 'country'?)
  [2]
  $ koop-filter -f none m.tsv
  koop-filter: cannot read 'none': No such file or directory
  [2]

Bad expressions, with the place.

  $ koop-filter 'id = 1 and contry = 2' m.tsv
  koop-filter: expression:12: unknown column 'contry' (did you mean 'country'?)
  [2]
  $ koop-filter 'id' m.tsv
  koop-filter: expression:1: a condition is asked for, 'id' is a text
  [2]
  $ koop-filter 'id = (1' m.tsv
  koop-filter: expression:8: ')' expected, but the expression ends
  [2]
  $ koop-filter 'founded = 2015-10' m.tsv
  koop-filter: expression:11: a date is asked for, '2015-10' is a number (a date is written date("2015-10"))
  [2]
  $ koop-filter 'name ~ "["' m.tsv
  koop-filter: expression:10: malformed pattern: missing terminating ] for character class
  [2]
  $ koop-filter -d 'x=lenn(id)' '' m.tsv
  koop-filter: derive x:1: unknown function 'lenn' (did you mean 'len'?)
  [2]
  $ koop-filter
  koop-filter: no expression given ('' keeps all records) (see 'koop-filter --help')
  [2]
  $ koop-filter -c id -x id '' m.tsv
  koop-filter: options '--columns' and '--exclude' exclude each other (see 'koop-filter --help')
  [2]

A depth of 200 is taken, one of 201 is not.

  $ deep() { printf "%${1}s" '' | tr ' ' '('; printf 'id = 1'; printf "%${1}s" '' | tr ' ' ')'; }
  $ koop-filter -n "$(deep 200)" m.tsv
  1
  $ koop-filter -n "$(deep 201)" m.tsv
  koop-filter: expression:202: expression nested deeper than 200
  [2]

Pieces of a stream: the header beside, and none written.

  $ tail -n +2 m.tsv | koop-filter --header=@m.tsv --bare -c id,code 'code = 8'
  3	8
  $ koop-filter -o out.tsv -c id 'id = 3' m.tsv && cat out.tsv
  id
  3

The order of an alphabet. In Latin č follows c and lj is a letter, but not in a word such as "nadživjeti"; Cyrillic
names stand among the Latin ones, by the alphabet that is asked for.

  $ printf '%s\n' name Zagreb Čakovec Cres 'Ljubuški' Lukovo Đakovo Dubrovnik 'Џеп' Džep Dvor Ada ada Љиг Éclair Ena 'Žabljak' > towns.tsv
  $ koop-filter -s name --collate=hr '' towns.tsv | tail -n +2 | paste -sd ' '
  Ada ada Cres Čakovec Dubrovnik Dvor Džep Џеп Đakovo Éclair Ena Lukovo Љиг Ljubuški Zagreb Žabljak
  $ koop-filter -s name --collate=sr '' towns.tsv | tail -n +2 | paste -sd ' '
  Ada ada Dvor Dubrovnik Đakovo Ena Éclair Žabljak Zagreb Lukovo Љиг Ljubuški Cres Čakovec Džep Џеп
  $ printf 'name\nnadživjeti\nnadučitelj\nnadčovjek\nnadžeti\nnadzor\n' | koop-filter -s name --collate=bs '' | paste -sd ' '
  name nadčovjek nadučitelj nadzor nadžeti nadživjeti
  $ printf 'name\nxixa\nXhemal\nZhur\nZana\nRrugë\nRuse\nçel\ncikël\n' | koop-filter -s name:r --collate=sq '' | paste -sd ' '
  name Zhur Zana Xhemal xixa Rrugë Ruse çel cikël
  $ koop-filter -s name --collate=xx '' towns.tsv
  koop-filter: no alphabet is known for 'xx' (there are bg bs cnr cnr-Cyrl de en hr it mk sh sl sq sr sr-Latn)
  [2]
  $ koop-filter --collate=hr '' towns.tsv
  koop-filter: option '--collate' needs '--sort' (see 'koop-filter --help')
  [2]

Records that lack what a pattern spells out are passed over, several at a time; what is kept, counted and refused is the
same as where all are looked at.

  $ awk 'BEGIN {
  >     print "id\tname\tplace"
  >     for (i = 1; i <= 9000; i++) {
  >         name = i % 1000 == 14 ? "Zavod\\nza " i : i % 7 ? "Dom kulture " i : "Centar za ples " i
  >         print i "\t" name "\t" (i % 50 ? "Niš" : "Centar za") (i % 3000 == 1 ? "\tmore" : "")
  >     }
  > }' >places.tsv
  $ for pattern in ' za ' 'Centar za .*4' '(?i)CENTAR ZA' 'Centar|Zavod' 'nza' 'za$' 'Dom'; do
  >     koop-filter -v "name ~ \"$pattern\"" places.tsv >some.tsv 2>some.txt
  >     koop-filter -v "name ~ \"$pattern\" and 1 = 1" places.tsv >all.tsv 2>all.txt
  >     cmp some.tsv all.tsv && cmp some.txt all.txt && tail -n 1 some.txt
  > done
  koop-filter: 9000 records read, 3 refused, 1283 kept
  koop-filter: 9000 records read, 3 refused, 452 kept
  koop-filter: 9000 records read, 3 refused, 1283 kept
  koop-filter: 9000 records read, 3 refused, 1292 kept
  koop-filter: 9000 records read, 3 refused, 0 kept
  koop-filter: 9000 records read, 3 refused, 0 kept
  koop-filter: 9000 records read, 3 refused, 7705 kept
