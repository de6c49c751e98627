Running text: every match of a pattern is a record, every named group a column.

  $ cat >list.txt <<'END'
  > Partneri
  > 
  > KUĆA (MK) – U maju 2012. godine u Skoplju
  > održana je radionica.
  > 
  > Most (BiH) – Razmena je trajala od 2014. godine.
  > 
  > Bez zemlje – Sredinom 2016. godine izašao je zbornik.
  > END
  $ koop-import -t activity -l sr -v --origin -p '(?m)^(?<title>[^\n(–]+?)(?: \((?<country>[^)]+)\))? – .*?(?<date>(?i:u|od|sredinom) [^,.]*?\d{4})' list.txt
  koop-import: list.txt: matches: 3; characters outside of them: 91 of 179
  koop-import: rows read: 3 (3 written, 0 refused)
  koop-import: countries: 2 by name; not decided: 1
  koop-import: column 'country': 1 changed, 0 meant no value, 0 not mapped
  koop-import: column 'date': 3 changed, 0 meant no value, 0 not mapped
  title	country	region	date	origin
  KUĆA	MK		2012-05	list.txt:3
  Most	BA		2014/..	list.txt:6
  Bez zemlje			2016-05~/2016-08~	list.txt:8
  $ koop-import -t table -p '(?s)(?<first>\w+) (?<rest>– U.*?)\.' <list.txt
  koop-import: standard input: the pattern matches nothing
  first	rest
  [1]
  $ koop-import -t table -p '(?s)\) – (?<text>U .*?)\.\n' <list.txt
  text
  U maju 2012. godine u Skoplju\nodržana je radionica

A pattern in a file, over several lines, with comments; headings are known in the languages of the region.

  $ cat >list.pattern <<'END'
  > (?xm)
  > ^ (?<naziv> [^\n(–]+? ) \s*
  >   \( (?<zemlja> [^)]+ ) \)   # the country in brackets
  >   \ –
  > END
  $ koop-import --pattern-file=list.pattern list.txt
  name	name_latn	name_key	lang	script	legal_form	country	region
  KUĆA	KUĆA	kuca		Latn		MK	
  Most	Most	most		Latn		BA	
  $ { printf '\357\273\277'; sed 's/$/\r/' list.pattern; } >crlf.pattern
  $ koop-import --pattern-file=crlf.pattern list.txt | tail -n 1
  Most	Most	most		Latn		BA	

Columns in the order of their groups; groups that took no part; two groups of one name; groups without one.

  $ printf 'b=1\na=2\n' | koop-import -t table -p '(?J)(?m)^(?:b=(?<b>\d)|a=(?<a>\d))(\n)?'
  b	a
  1	
  	2
  $ printf 'Klub 2012\n2013 Dom\n' | koop-import -t table -p '(?J)(?m)^(?:(?<name>\pL+) (?<year>\d+)|(?<year>\d+) (?<name>\pL+))$'
  name	year
  Klub	2012
  Dom	2013

Matches of nothing are no records, unless what a group looked at is one; they end.

  $ printf 'aab' | koop-import -t table -p '(?<a>a*)'
  a
  aa
  $ printf 'šđč' | koop-import -t table -p '(?=(?<pair>..))'
  pair
  šđ
  đč
  $ printf 'ab' | koop-import -t table -p '(?<x>)' -v
  koop-import: standard input: matches: 0; characters outside of them: 2 of 2
  koop-import: standard input: the pattern matches nothing
  koop-import: rows read: 0 (0 written, 0 refused)
  x
  [1]
  $ printf 'a1b2' | koop-import -t table -p '[ab]\K(?<n>\d)|b\K'
  n
  1
  2

Line ends of every kind, and several files.

  $ printf 'one: 1\r\ntwo: 2\r\n' >crlf.txt; printf 'x\rthree: 3\r' >cr.txt
  $ koop-import -t table --origin -p '(?m)^(?<word>.+): (?<n>.+)$' crlf.txt cr.txt list.txt
  koop-import: list.txt: the pattern matches nothing
  word	n	origin
  one	1	crlf.txt:1
  two	2	crlf.txt:2
  three	3	cr.txt:2
  [1]

Encodings, and names that were damaged.

  $ printf 'Dru\232tvo prijatelja \350asopisa, osnovano 2003.\nKu\346a ljudskih prava, osnovano 2011.\n' | koop-import -v -p '(?m)^(?<name>.*), osnovano (?<founded>\d+)' | cut -f 1,7
  koop-import: standard input: read as windows-1250
  koop-import: standard input: matches: 2; characters outside of them: 4 of 80
  koop-import: rows read: 2 (2 written, 0 refused)
  name	founded
  Društvo prijatelja časopisa	2003
  Kuća ljudskih prava	2011
  $ printf -- '- GraÄ‘ani Å¡ume\n' | koop-import --repair -p '(?m)^- (?<name>.*)' | cut -f 1-3
  name	name_latn	name_key
  Građani šume	Građani šume	gradani sume

Lines with bytes that are not in the encoding are in no match, and are refused in their place.

  $ printf -- '- Dom č\n- Ku\346a\n- Most\nx\377' >bad.txt
  $ koop-import -t table -e UTF-8 -r bad.tsv -v -p '(?m)^- (?<name>.*)' bad.txt
  koop-import: bad.txt:2: row refused: not UTF-8, from byte 5 on
  koop-import: bad.txt: matches: 3; characters outside of them: 7 of 24
  koop-import: bad.txt:4: row refused: not UTF-8, from byte 2 on
  koop-import: rows read: 4 (2 written, 2 refused)
  name
  Dom č
  Most
  [1]
  $ cut -f 2,4,5 bad.tsv
  line	row	bytes
  2	- Ku�a	e6
  4	x�	ff
  $ printf -- '- Dom\n- Ku\201a\n' | koop-import -t table -e windows-1250 -r bad.tsv -p '(?m)^- (?<name>.*)'
  koop-import: standard input:2: row refused: bytes that are not in the encoding, from character 5 on
  name
  Dom
  [1]
  $ cut -f 2,4,5 bad.tsv
  line	row	bytes
  2	- Ku�a	81
  $ { seq 20000; printf 'Ku\346a\n'; } | koop-import -t table -p '(?<n>1\d+)' | wc -l
  koop-import: standard input:20001: not UTF-8 from here on; say the encoding with -e, such as -e windows-1250 (-e UTF-8 refuses such rows)
  0
  $ printf 'a\0b\nc\n' | koop-import -t table -r bad.tsv -p '(?m)^(?<x>.*)$'
  koop-import: standard input:1: row refused: NUL byte
  x
  c
  [1]

A group that is nearly a column of the type is pointed out.

  $ koop-import -t activity -p '(?m)^(?<titel>\w+) \((?<country>\w+)\)' list.txt
  koop-import: group 'titel' is a column of its own (did you mean 'title'?)
  titel	country	region
  KUĆA	MK	
  Most	BA	
  $ koop-import -t table -p '(?<contry>BiH)' list.txt
  contry
  BiH
  $ printf 'naziv,contry\nRuka,RS\n' | koop-import -v 2>&1 | head -n 1
  koop-import: column 'contry' is not known (did you mean 'country'?)

Patterns that are none.

  $ koop-import -p '(?<a>x' list.txt
  koop-import: malformed pattern, at character 7: missing closing parenthesis
  [2]
  $ koop-import -p 'č(?<a>x' list.txt
  koop-import: malformed pattern, at character 8: missing closing parenthesis
  [2]
  $ printf '(?x)\n(?<a> [z-a] )\n' >bad.pattern; koop-import --pattern-file=bad.pattern list.txt
  koop-import: bad.pattern:2: malformed pattern, at character 10 of the line: range out of order in character class
  [2]
  $ koop-import -p '(a)' list.txt
  koop-import: a pattern without a named group, such as (?<name>...), has no columns
  [2]
  $ koop-import -p '' list.txt
  koop-import: a pattern without a named group, such as (?<name>...), has no columns
  [2]
  $ koop-import -p '(?<a>\C)' list.txt
  koop-import: malformed pattern, at character 8: using \C is disabled by the application
  [2]
  $ printf '(?<a>\377)' >bad.pattern; koop-import --pattern-file=bad.pattern list.txt
  koop-import: bad.pattern:1: malformed pattern, at character 6 of the line: UTF-8 error: illegal byte (0xfe or 0xff)
  [2]
  $ koop-import --pattern-file=nosuch list.txt
  koop-import: cannot open 'nosuch': No such file or directory
  [2]
  $ koop-import -f text list.txt
  koop-import: text needs a pattern (-p or --pattern-file) (see 'koop-import --help')
  [2]
  $ koop-import -f csv -p '(?<a>x)' list.txt
  koop-import: a pattern is for text, not for csv (see 'koop-import --help')
  [2]
  $ koop-import -p '(?<a>x)' --pattern-file=list.pattern list.txt
  koop-import: --pattern and --pattern-file exclude each other (see 'koop-import --help')
  [2]
  $ koop-import --no-header -p '(?<a>x)' list.txt
  koop-import: list.txt: the pattern names the columns; there are no rows above them, nor any other header
  [2]
  $ printf 'PK\3\4' | koop-import -p '(?<a>x)'
  koop-import: standard input: a zip file, such as a workbook is, and not text
  [2]

A pattern that backtracks without end stops the run; a run over a long text does not.

  $ { echo; yes 'aaaaaaa b ' | head -n 99 | tr -d '\n'; } | koop-import -t table -o out -p '(?<a>(?:\w+\s*)+[YZ])'; test -e out
  koop-import: standard input:1: the pattern backtracks without end in the text from here on
  [1]
  $ yes 'aaaaaaa b' | head -n 300000 | koop-import -t table -p '(?s)(?<n>a.*b)' -r /dev/null | wc -c
  koop-import: standard input:1: row refused: a field longer than 1048576 bytes
  2
  $ yes 'aaaaaaa b' | head -n 3000 | koop-import -t table -p '(?s)(?<n>a.*?c|a)' | wc -l
  21001

A text of 64 MiB is taken, one byte more is refused.

  $ head -c 67108864 /dev/zero | tr '\0' x | { sed 's/.$/y/'; } | koop-import -t table -p '(?<n>y)'
  n
  y
  $ head -c 67108865 /dev/zero | tr '\0' x | koop-import -t table -p '(?<n>y)'
  koop-import: standard input: a text of more than 67108864 bytes; cut it into pieces
  [2]
