JSON: an array of flat objects, and one object behind the other, as on lines of their own.

  $ printf 'name\tn\tnote\nКлуб "Млади"\t3\ta;b, c\nŠkola\t-1.5\tline\\nfeed\n\t\tz\n' >table
  $ koop-report -f json table >table.json
  $ koop-import -t table table.json | cmp - table
  $ printf '{"a":1,"b":"x\\ty{"}\n{"b":null,"c":true,"a":1.50}\n\n{"a":[1]}\n{"a":1,"a":2}\n{"a":\n1e999}\n{}\n{"a":12345678901234567890}{"a":"\\u010d\\ud83d\\ude00"}' >lines.json
  $ koop-import -v -t table lines.json -r refused
  koop-import: lines.json:4: row refused: the value of 'a' is no single value
  koop-import: lines.json:5: row refused: bad JSON: duplicate object key near '"a"'
  koop-import: lines.json:6: row refused: bad JSON: real number overflow near '1e999'
  koop-import: lines.json:9: row refused: bad JSON: too big integer near '12345678901234567890'
  koop-import: rows read: 7 (3 written, 4 refused)
  koop-import: blank rows passed over: 1
  a	b	c
  1	x\ty{	
  1.5		TRUE
  č😀		
  [1]
  $ cut -f 2,4 refused
  line	row
  4	{"a":[1]}
  5	{"a":1,"a":2}
  6	{"a":\n1e999}
  9	{"a":12345678901234567890}

Keys that come late: within the first 64 KiB they are columns.

  $ { printf '[{"a":1},{"b":2}'; awk 'BEGIN { for (i = 0; i < 9000; i++) print ",{\"a\":1}" }'; echo ',{"c":3}]'; } >late.json
  $ koop-import -t table late.json | sed -n '1,3p;$p'
  koop-import: late.json:9001: row refused: key 'c', which none of the first objects has
  a	b
  1	
  	2
  1	

A point in a number is one, whatever the language of the source makes of it.

  $ printf '[{"x":1.234,"y":"1.234"}]' | koop-import -t table -l sr -n x=number -n y=number
  x	y
  1.234	1234

Damage is not passed over.

  $ for text in '[{"a":1},{"a":2}' '[{"a":1}{"a":2}]' '[{"a":1},]' '[{"a":1}] x' '{"a":1},{"a":2}' '[{"a":1},2]' '{"a":1}{"a":"2}' '[{"a":1}]]'; do
  >     printf %s "$text" | koop-import -t table -o out || test -e out
  > done
  koop-import: standard input:1: the array is not closed
  koop-import: standard input:1: bad JSON: no object where one must be
  koop-import: standard input:1: bad JSON: no object where one must be
  koop-import: standard input:1: bad JSON: no object where one must be
  koop-import: standard input:1: bad JSON: no object where one must be
  koop-import: standard input:1: bad JSON: no object where one must be
  koop-import: standard input:1: bad JSON: the object that begins here is not closed
  koop-import: standard input:1: bad JSON: no object where one must be
  [1]
  $ for text in '{"a":NaN}' '{"a":1,}' '{"a":"x' '{"a":"\\ud800"}' '{"a":12345678901234567890}'; do
  >     printf "$text" | koop-import -t table -o out || test -e out
  > done
  koop-import: standard input: bad JSON: invalid token near 'NaN'
  koop-import: standard input: bad JSON: string or '}' expected near '}'
  koop-import: standard input: bad JSON: the object that begins here is not closed
  koop-import: standard input: bad JSON: invalid Unicode '\uD800' near '"\ud800"'
  koop-import: standard input: bad JSON: too big integer near '12345678901234567890'
  [1]
  $ for text in '[]' ' {}\n' '[[1,2]]' '["a"]'; do printf "$text" | koop-import -t table -o out || test -e out; done
  koop-import: standard input: no array or lines of JSON objects with keys
  koop-import: standard input: no array or lines of JSON objects with keys
  koop-import: standard input: no array or lines of JSON objects with keys
  koop-import: standard input: no array or lines of JSON objects with keys
  [1]
  $ printf '[1,2]' >a.json; koop-import a.json
  koop-import: a.json: no array or lines of JSON objects with keys
  [2]
  $ printf '[1],2\n[3],4\n' | koop-import -t table
  [1]	2
  [3]	4
  $ printf '{"":1," ":2}' | koop-import -t table
  c1	c2
  1	2

A list of objects inside an object is a table that jq can take out.

  $ printf '{"count":2,"data":[{"a":1},{"a":2}]}' >inside.json; koop-import -t table inside.json
  koop-import: inside.json:1: row refused: the value of 'data' is no single value, but a list of objects
  count	data
  [1]
  $ printf '[]' | koop-import -f json
  koop-import: standard input: no array or lines of JSON objects with keys
  [2]
  $ koop-import --no-header table.json
  koop-import: table.json: JSON names the columns; there are no rows above them, nor any other header
  [2]
  $ cp table.json table.csv; koop-import -t table table.csv | cmp - table
  koop-import: table.csv: named .csv, but read as json, which its bytes are
  $ awk 'BEGIN { printf "[{\"a\":"; for (i = 0; i < 3000; i++) printf "["; for (i = 0; i < 3000; i++) printf "]"; print "},{\"a\":1}]" }' | koop-import -t table
  koop-import: standard input:1: row refused: bad JSON: maximum parsing depth reached near '['
  a
  1
  [1]
