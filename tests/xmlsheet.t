Workbooks in XML, as Excel 2003 wrote them, and as portals do under the name .xls.

  $ N=urn:schemas-microsoft-com:office:spreadsheet
  $ book() { printf '%s' '<?xml version="1.0"'"${ENCODING-}"'?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="'$N'" xmlns:ss="'$N'"><Styles><Style ss:ID="a"/></Styles>'"$1"'</Workbook>'; }
  $ sheet() { printf '<Worksheet ss:Name="%s"><Table><Column/>%s</Table><WorksheetOptions/></Worksheet>' "$@"; }
  $ row() { printf '<Row%s>%s</Row>' "$@"; }
  $ cell() { printf '<Cell%s><Data ss:Type="%s">%s</Data></Cell>' "$@"; }
  $ head=$(for h in назив day at n ok f; do cell '' String $h; done)
  $ one='<Cell><ss:Data ss:Type="String" xmlns="h"><B>Ру</B>ка &amp; &#268;&#10;d</ss:Data><Comment><ss:Data>note</ss:Data></Comment></Cell>'
  $ one="$one$(cell '' DateTime 2015-10-30T00:00:00.000; cell '' DateTime 1899-12-31T10:30:00.000; cell '' Number 1234.50; cell '' Boolean 1; cell '' Error '#N/A')"
  $ two="$(cell ' ss:MergeAcross="1"' String merged; cell '' DateTime 2015-10-30T10:30:00.000; cell ' ss:Index="6"' Number 1E-3)"
  $ sheets="$(sheet Чланови "$(row '' "$head"; row '' "$one"; row ' ss:Index="5"' "$two")"; sheet Other "$(row '' "$(cell '' String a)"; row '' "$(cell '' Number 1)")")"
  $ book "$sheets" >list.xml; koop-import -t table --origin list.xml
  koop-import: list.xml:2: error '#N/A' in cell Чланови!F2, taken as empty
  назив	day	at	n	ok	f	origin
  Рука & Č\nd	2015-10-30	10:30:00	1234.5	TRUE		list.xml:2
  merged		2015-10-30T10:30:00			0.001	list.xml:5
  [1]
  $ koop-import -t table --sheet=Other list.xml | cat - <(koop-import -t table -f xml --sheet=2 <list.xml)
  a
  1
  a
  1
  $ koop-import -t table --sheet=Othr list.xml
  koop-import: list.xml: no sheet 'Othr' (did you mean 'Other'?); there are 'Чланови', 'Other'
  [2]
  $ cp list.xml portal.xls; koop-import -t table --sheet=2 portal.xls
  koop-import: portal.xls: named .xls, but read as xml, which its bytes are
  a
  1
  [1]

The encoding is what the text says, unless it is UTF-8 or has a mark.

  $ ENCODING=' encoding="windows-1250"' book "$(sheet S "$(row '' "$(cell '' String Niš)"; row '' "$(cell '' String č)")")" | iconv -t windows-1250 | koop-import -t table
  Niš
  č
  $ book "$sheets" | iconv -t UTF-16 | koop-import -t table --sheet=2
  a
  1

What cannot be read, and why.

  $ head -c 1200 list.xml | koop-import -t table -o out; test -e out
  koop-import: standard input:2: error '#N/A' in cell Чланови!F2, taken as empty
  koop-import: standard input:5: bad XML in its line 1: unclosed token
  [1]
  $ book "$(sheet S "$(row ' ss:Index="3"' "$(cell '' String a)"; row ' ss:Index="3"' "$(cell '' String b)")")" | koop-import -t table
  koop-import: standard input:4: bad XML in its line 1: a row out of its order
  [2]
  $ book "$(sheet S "$(row '' "$(cell ' ss:Index="2"' String a; cell ' ss:Index="2"' String b)")")" | koop-import -t table
  koop-import: standard input:1: bad XML in its line 1: a cell out of its order
  [2]
  $ book | koop-import
  koop-import: standard input: a workbook without a sheet
  [2]
  $ printf '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><Workbook xmlns="%s"/>' $N | koop-import
  koop-import: standard input: bad XML in its line 1: a document type declaration
  [2]
  $ koop-import -f xml "$TESTDIR/data/xls/members.xls" 2>&1 | sed 's/.*members/members/'
  members.xls: an old workbook (.xls), or an encrypted one, and not xml
