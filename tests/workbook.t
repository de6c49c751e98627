#require: python3
Sheets of workbooks: what koop-report writes reads back, from a file, a pipe and a descriptor.

  $ printf 'name\tn\tnote\nКлуб "Млади"\t3\ta;b, c\nŠkola\t-1.5\tline\\nfeed\n_x0041_\t007\t\n\t\tz\n' >table
  $ koop-report -f xlsx table >table.xlsx
  $ koop-import -t table table.xlsx | cmp - table
  $ cat table.xlsx | koop-import -t table | cmp - table
  $ koop-import -t table <table.xlsx | cmp - table

A workbook put together by hand: make.py OUT PART=FILE-OR-TEXT... adds parts to the usual ones.

  $ cat >make.py <<'EOF'
  > import sys, zipfile
  > R = "http://schemas.openxmlformats.org/"
  > REL = R + "officeDocument/2006/relationships/"
  > def relations(*pairs):
  >     return '<Relationships>%s</Relationships>' % "".join(
  >         '<Relationship Id="r%d" Type="%s%s" Target="%s"/>' % (i, REL, t, p) for i, (t, p) in enumerate(pairs))
  > parts = {
  >     "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
  >     "xl/_rels/workbook.xml.rels": relations(("sharedStrings", "sharedStrings.xml"), ("styles", "styles.xml"),
  >         ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "/xl/worksheets/sheet2.xml")),
  >     "xl/workbook.xml": '<workbook xmlns:r="%s"><workbookPr/><sheets><sheet name="First" sheetId="1" r:id="r2"/>'
  >         '<sheet name="2013 &amp; on" sheetId="2" r:id="r3"/></sheets></workbook>' % REL,
  >     "xl/sharedStrings.xml": "<sst><si><t>name</t></si><si><r><t>two </t></r><r><t>runs</t></r>"
  >         "<rPh><t>spoken</t></rPh></si><si><t>a_x000D_b_x005F_</t></si></sst>",
  >     "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[Red]&quot;day&quot; yyyy\\-mm"/>'
  >         '<numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="0.0\\d;[Red]d"/></numFmts>'
  >         '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/>'
  >         '<xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="9"/></cellXfs></styleSheet>',
  >     "xl/worksheets/sheet1.xml": "<worksheet><sheetData/></worksheet>",
  >     "xl/worksheets/sheet2.xml": "<worksheet><sheetData><row><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>",
  > }
  > for item in sys.argv[2:]:
  >     part, _, text = item.partition("=")
  >     parts[part] = open(text[1:]).read() if text.startswith("@") else text
  > with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
  >     for part, text in parts.items():
  >         if text: z.writestr(part, text)
  > EOF
  $ sheet() { out=$1; shift; python3 make.py "$out" "xl/worksheets/sheet1.xml=<worksheet><sheetData>$1</sheetData></worksheet>" "${@:2}"; }
  $ H='<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>x</t></is></c></row>'

Shared strings in runs, escapes, cells left out, and rows left out in the middle and at the end.

  $ sheet a.xlsx "$H"'<row r="2"><c r="A2" t="s"><v>1</v></c></row><row r="5"><c r="B5" t="s"><v>2</v></c></row><row r="9"><c r="A9" s="1"/></row>'
  $ koop-import -v -t table a.xlsx
  koop-import: a.xlsx: sheet 'First' of 'First', '2013 & on'
  koop-import: rows read: 2 (2 written, 0 refused)
  koop-import: blank rows passed over: 2
  name	x
  two runs	
  	a\rb_

Prefixes of any kind, and a part that is named in another case.

  $ sheet p.xlsx "$H"'<row r="2"><c r="A2" t="s"><v>1</v></c></row>' 'xl/workbook.xml=<x:workbook xmlns:x="m" xmlns:d3="r"><x:sheets><x:sheet name="S" sheetId="1" d3:id="r2"/></x:sheets></x:workbook>' \
  >     xl/sharedStrings.xml= 'xl/SharedStrings.xml=<x:sst><x:si><x:t>name</x:t></x:si><x:si><x:t>Ruka</x:t></x:si></x:sst>'
  $ koop-import -t table p.xlsx
  name	x
  Ruka	

Numbers, dates, times, lengths of time, percentages, truth and errors, in both calendars.

  $ V='<c><v>1234.50</v></c><c><v>0.10000000000000001</v></c><c s="1"><v>42307</v></c><c s="2"><v>42307.75</v></c><c s="1"><v>1</v></c><c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="2"><v>0.4375</v></c><c s="3"><v>1.5</v></c><c s="4"><v>7</v></c><c s="5"><v>0.12</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="d"><v>2015-10-30T00:00:00</v></c><c t="str"><f>A1</f><v>f</v></c><c t="e"><v>#DIV/0!</v></c><c><f>A1</f></c><c s="1"><v>60</v></c>'
  $ sheet v.xlsx "<row>$V</row>"
  $ koop-import -t table --no-header v.xlsx | tail -n 1 | tr '\t' '\n'
  koop-import: v.xlsx:1: error '#DIV/0!' in cell First!P1, taken as empty
  koop-import: v.xlsx:1: formula without a value in cell First!Q1, taken as empty
  koop-import: v.xlsx:1: '60' in cell First!R1 is no date, left as a number
  1234.5
  0.1
  2015-10-30
  2015-10-30T18:00:00
  1900-01-01
  1900-02-28
  1900-03-01
  10:30:00
  36:00:00
  7
  0.12
  TRUE
  FALSE
  2015-10-30
  f
  
  
  60
  $ sheet 1904.xlsx "$H"'<row><c s="1"><v>0</v></c><c s="1"><v>40845</v></c></row>' 'xl/workbook.xml=<w xmlns:r="r"><workbookPr date1904="1"/><sheet name="S" r:id="r2"/></w>'
  $ koop-import -t table 1904.xlsx
  name	x
  1904-01-01	2015-10-30

A number of the sheet is one, whatever the language of the source makes of its point.

  $ sheet n.xlsx "$H"'<row><c t="str"><v>1.234</v></c><c><v>1.234</v></c></row>'
  $ koop-import -t table -n name=number -n x=number -l sr n.xlsx
  name	x
  1234	1.234

Merged cells in the header, a title above it, and a row that is too wide.

  $ sheet m.xlsx '<row r="1"><c r="A1" t="str"><v>Title</v></c></row><row r="3"><c r="A3" t="str"><v>a</v></c><c r="B3" s="1"/></row><row r="4"><c r="A4"><v>1</v></c><c r="C4"><v>3</v></c></row>'
  $ koop-import -t table --skip=2 m.xlsx
  a	c3
  1	3
  $ sheet w.xlsx "$H$(yes '<row><c><v>1</v></c></row>' | head -n 25 | tr -d '\n')"'<row><c/><c/><c><v>1</v></c></row>'
  $ koop-import -t table w.xlsx --rejects=- -o /dev/null
  koop-import: w.xlsx:27: row refused: 3 fields where the header has 2
  file	line	reason	row	bytes
  w.xlsx	27	3 fields where the header has 2	\t\t1	
  [1]

Sheets by name and by number.

  $ koop-import -t table --skip=0 --sheet='2013 & on' a.xlsx
  2
  3
  $ koop-import -t table --skip=0 --sheet=2 a.xlsx
  2
  3
  $ koop-import -t table --sheet=2013 a.xlsx
  koop-import: a.xlsx: no sheet '2013'; there are 'First', '2013 & on'
  [2]
  $ koop-import a.xlsx -t table --sheet=1 --origin a.xlsx | cut -f 3
  origin
  a.xlsx:2
  a.xlsx:5
  a.xlsx:2
  a.xlsx:5

What is not what it seems to be.

  $ cp a.xlsx a.csv; koop-import -t table a.csv | wc -l
  koop-import: a.csv: named .csv, but read as xlsx, which its bytes are
  3
  $ printf 'a,b\n1,2\n' >csv.xlsx; koop-import -t table csv.xlsx
  koop-import: csv.xlsx: named .xlsx, but read as csv, which its bytes are
  a	b
  1	2
  [1]
  $ koop-import -t table -f csv a.xlsx
  koop-import: a.xlsx: a zip file, such as a workbook is, and not csv
  [2]
  $ koop-import -t table -f xlsx csv.xlsx
  koop-import: csv.xlsx: text, and not xlsx
  [2]
  $ printf '\320\317\021\340\241\261\032\341secret' >secret.xlsx; koop-import secret.xlsx
  koop-import: secret.xlsx: cut or damaged: not a whole compound file
  [2]
  $ python3 make.py b.xlsx _rels/.rels=; koop-import b.xlsx
  koop-import: b.xlsx: a zip file, but no xlsx workbook
  [2]

Other things in zip files: who asks for a table is told what it is.

  $ for main in word/document.xml ppt/presentation.xml xl/workbook.bin; do
  >     python3 make.py b.xlsx "_rels/.rels=<R><Relationship Id='r' Type='/officeDocument' Target='$main'/></R>" $main=x xl/workbook.xml=
  >     koop-import b.xlsx
  > done
  koop-import: b.xlsx: a document of Word; copy its table into a spreadsheet
  koop-import: b.xlsx: slides; copy their table into a spreadsheet
  koop-import: b.xlsx: a binary workbook (.xlsb); save it as .xlsx
  [2]
  $ python3 -c 'import zipfile; z = zipfile.ZipFile("list.numbers", "w"); z.writestr("Index/Document.iwa", "x"); z.close()'; koop-import list.numbers
  koop-import: list.numbers: a document of Numbers or Pages; export it as .xlsx
  [2]
  $ python3 -c 'import zipfile; z = zipfile.ZipFile("lists.zip", "w"); z.writestr("read me", "x"); z.write("csv.xlsx"); z.close()'; koop-import lists.zip
  koop-import: lists.zip: a zip file, but no xlsx workbook; unpack 'csv.xlsx' from it
  [2]

Damage: the end is missing, a part is missing, bytes have changed, the XML is broken.

  $ head -c 600 a.xlsx >cut.xlsx; koop-import cut.xlsx
  koop-import: cut.xlsx: no whole zip file: Not a zip archive
  [2]
  $ python3 make.py b.xlsx xl/worksheets/sheet1.xml=; koop-import b.xlsx
  koop-import: b.xlsx: part 'xl/worksheets/sheet1.xml': No such file
  [2]
  $ python3 - <<'EOF'
  > import zipfile
  > z = zipfile.ZipFile("a.xlsx")
  > i = z.getinfo("xl/worksheets/sheet1.xml")
  > b = bytearray(open("a.xlsx", "rb").read())
  > at = b.index(b"PK\1\2", z.start_dir)
  > at = b.index(b"xl/worksheets/sheet1.xml", z.start_dir) - 46
  > b[at + 16] ^= 1
  > open("crc.xlsx", "wb").write(b)
  > EOF
  $ koop-import -t table -o out crc.xlsx; test -e out
  koop-import: crc.xlsx:9: the file is damaged: CRC error
  [1]
  $ sheet b.xlsx "$H"'<row><c><v>1</c></row>'; koop-import -t table -o out b.xlsx
  koop-import: b.xlsx:2: bad XML in its line 1: mismatched tag
  [2]
  $ sheet b.xlsx "$H"'<row><c t="s"><v>3</v></c></row>'; koop-import -t table -o out b.xlsx
  koop-import: b.xlsx:2: bad XML in its line 1: a cell with a text that is not there
  [2]
  $ sheet b.xlsx "$H"'<row r="1"/>'; koop-import -t table -o out b.xlsx
  koop-import: b.xlsx:1: bad XML in its line 1: a row out of its order
  [2]
  $ sheet b.xlsx '<row><c r="B1"><v>1</v></c><c r="A1"/></row>'; koop-import -t table -o out b.xlsx
  koop-import: b.xlsx:1: bad XML in its line 1: a cell out of its order
  [2]

Bombs and tricks: entities, nesting at and over the limit, names that lead upward, packing.

  $ python3 make.py b.xlsx 'xl/worksheets/sheet1.xml=<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'; koop-import b.xlsx
  koop-import: b.xlsx: bad XML in its line 1: a document type declaration
  [2]
  $ deep() { python3 -c 'print("<a>" * '$1' + "</a>" * '$1')' >deep; python3 make.py b.xlsx xl/worksheets/sheet1.xml=@deep; koop-import b.xlsx; }
  $ deep 256
  koop-import: b.xlsx: empty: no header line
  [2]
  $ deep 257
  koop-import: b.xlsx: bad XML in its line 1: elements nested too deep
  [2]
  $ python3 make.py b.xlsx '_rels/.rels=<R><Relationship Id="r" Type="/officeDocument" Target="../../etc/passwd.xml"/></R>'; koop-import b.xlsx
  koop-import: b.xlsx: a zip file, but no xlsx workbook
  [2]
  $ python3 -c 'print("<a>" + " " * 67200000 + "</a>")' >blanks; python3 make.py b.xlsx xl/worksheets/sheet1.xml=@blanks; koop-import b.xlsx
  koop-import: b.xlsx: packed more than 250 times
  [2]
  $ python3 -c 'print("<a b=\"" + " " * 4300000 + "\"/>")' >tag; python3 make.py b.xlsx xl/worksheets/sheet1.xml=@tag; koop-import b.xlsx
  koop-import: b.xlsx: bad XML in its line 1: a tag that is too long
  [2]
  $ sheet b.xlsx '<row><c r="ABCDE1"><v>1</v></c></row>'; koop-import b.xlsx
  koop-import: b.xlsx:1: bad XML in its line 1: a cell without a proper name
  [2]
  $ cat a.xlsx | TMPDIR=/nowhere koop-import
  koop-import: standard input: cannot be copied to '/nowhere': No such file or directory
  [2]
