#require: python3
Sheets of OpenDocument: repeated cells and rows, paragraphs, blanks, notes, types and errors.

  $ cat >make.py <<'EOF'
  > import sys, zipfile
  > names = {"office": "o", "table": "t", "text": "x", "calcext": "c"}
  > head = "<office:document-content %s><office:body><office:spreadsheet>" % " ".join('xmlns:%s="%s"' % n for n in names.items())
  > parts = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "META-INF/manifest.xml": "<manifest/>",
  >     "content.xml": head + sys.argv[2] + "</office:spreadsheet></office:body></office:document-content>"}
  > for item in sys.argv[3:]:
  >     part, _, text = item.partition("=")
  >     parts[part] = text
  > with zipfile.ZipFile(sys.argv[1], "w") as z:
  >     for part, text in parts.items():
  >         if text: z.writestr(part, text)
  > EOF
  $ cell() { printf '<table:table-cell %s><text:p>%s</text:p></table:table-cell>' "$2" "$1"; }
  $ value() { printf 'office:value-type="%s" office:%s="%s"' "$@"; }
  $ row() { printf '<table:table-row table:number-rows-repeated="%s">%s</table:table-row>' "$@"; }
  $ table() { printf '<table:table table:name="%s">%s</table:table>' "$@"; }
  $ head=$(row 1 "$(for h in a b c d e f g; do cell $h; done)<table:table-cell table:number-columns-repeated=\"16377\"/>")
  $ data=$(cell '30.10.' "$(value date date-value 2015-10-30T12:00:00)"; cell '12%' "$(value percentage value 0.120)"
  > cell ДА "$(value boolean boolean-value true)"; cell 10:30 "$(value time time-value PT10H30M00S)"
  > cell '#DIV/0!' 'calcext:value-type="error"'; printf '<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>')
  $ text='<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p> a  <text:s text:c="2"/>b<text:tab/><text:span>c</text:span></text:p><text:p>d</text:p></table:table-cell>'
  $ blank='<table:table-cell table:number-columns-repeated="16384"/>'
  $ tables="$(table One "$head$(row 2 "$blank")$(row 2 "$text$data")$(row 1048571 "$blank")")$(table 'Two &amp; a half' "$(row 1 "$(cell z 'table:number-columns-repeated="3"')")")"
  $ python3 make.py a.ods "$tables"
  $ koop-import -v -t table a.ods
  koop-import: a.ods: sheet 'One' of 'One', 'Two & a half'
  koop-import: a.ods:4: error '#DIV/0!' in cell One!F4, taken as empty
  koop-import: rows read: 2 (2 written, 0 refused)
  koop-import: blank rows passed over: 2
  a	b	c	d	e	f	g
  a   b\tc\nd	2015-10-30T12:00:00	0.12	TRUE	10:30:00		
  a   b\tc\nd	2015-10-30T12:00:00	0.12	TRUE	10:30:00		
  [1]
  $ cat a.ods | koop-import -q -t table --sheet='Two & a half' --no-header
  c1	c2	c3
  z	z	z

Lengths of time, and truth values as a library writes them.

  $ cells=$(cell h; cell i; cell j; cell k; cell l; cell m)
  $ more=$(cell 36 "$(value time time-value PT36H15M00S)"; cell 1 "$(value time time-value P1DT1H)"; cell -1 "$(value time time-value -PT00H30M00.5S)"
  > cell 1 "$(value time time-value P1Y)"; cell TRUE "$(value boolean value true)"; cell FALSE "$(value boolean value false)")
  $ python3 make.py t.ods "$(table T "$(row 1 "$cells")$(row 1 "$more")")"; koop-import -t table t.ods
  h	i	j	k	l	m
  36:15:00	25:00:00	-00:30:01	P1Y	TRUE	FALSE

What cannot be read, and why.

  $ koop-import a.ods --sheet=3
  koop-import: a.ods: no sheet '3'; there are 'One', 'Two & a half'
  [2]
  $ python3 make.py b.ods "" META-INF/manifest.xml='<manifest><file-entry><encryption-data/></file-entry></manifest>'; koop-import b.ods
  koop-import: b.ods: protected by a password; save it without one
  [2]
  $ python3 make.py b.ods "" content.xml=; koop-import b.ods
  koop-import: b.ods: a zip file, but no ods workbook
  [2]
  $ python3 make.py b.ods ""; koop-import b.ods
  koop-import: b.ods: empty: no header line
  [2]
  $ python3 make.py b.ods "$(table One "$(row 1048577 "$(cell z)")")"; koop-import b.ods
  koop-import: b.ods:1: bad XML in its line 1: more rows than a sheet has
  [2]
  $ koop-import -f xlsx a.ods
  koop-import: a.ods: a zip file, but no xlsx workbook
  [2]
  $ cp a.ods a.xlsx; koop-import -q -t table a.xlsx | wc -l; koop-import -t table a.xlsx -o /dev/null
  3
  koop-import: a.xlsx: named .xlsx, but read as ods, which its bytes are
  koop-import: a.xlsx:4: error '#DIV/0!' in cell One!F4, taken as empty
  [1]
