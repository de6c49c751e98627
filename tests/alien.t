Files that are no tables, or none that can be read, are refused by name.

  $ i() { koop-import -t table "$@"; }
  $ printf '%%PDF-1.7\n%%\342\343\317\323\n' >list.pdf; i list.pdf
  koop-import: list.pdf: a PDF document; copy its table into a spreadsheet
  [2]
  $ printf 'a,b\n1,2\n' | gzip | i -o out; ls out 2>/dev/null
  koop-import: standard input: packed with gzip; unpack it first
  [2]
  $ printf '\3\152\13\26\2\0\0\0\141\0\16\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0A' >list.dbf; i list.dbf
  koop-import: list.dbf: a table of dBASE; open it in a spreadsheet program and save it as .xlsx
  [2]
  $ printf 'SQLite format 3\0...' | i -f csv
  koop-import: standard input: a database of SQLite; write its table to a .csv first
  [2]
  $ printf '\11\4\6\0\0\0\20\0' >old.xls; i old.xls
  koop-import: old.xls: a workbook of Excel 4; open it in a spreadsheet program and save it as .xlsx
  [2]

Portals name web pages and XML .xls; who means their text says so.

  $ printf '\n<TABLE border=1><tr><td>a;b</td></tr></table>\n' >portal.xls; i portal.xls
  koop-import: portal.xls: a web page; open it in a spreadsheet program and save it as .xlsx
  [2]
  $ i -p '(?<cell>(?<=<td>)[^<]+)' portal.xls
  cell
  a;b
  $ printf '<!doctype html><title>Log in</title>' | iconv -t UTF-16 | i
  koop-import: standard input: a web page; open it in a spreadsheet program and save it as .xlsx
  [2]
  $ printf '<?xml version="1.0"?>\n<graph/>\n' | i
  koop-import: standard input: a file of XML, and no table
  [2]
  $ printf '{"doc_id": "1x", "url": "https://docs.google.com/open?id=1x"}' >list.gsheet; i list.gsheet
  koop-import: list.gsheet: a link to a sheet of Google; download that as .xlsx
  [2]
  $ printf 'ID;PWXL;N;E\nC;Y1;X1;K"a"\nE\n' >list.slk; i list.slk
  koop-import: list.slk: a table in SYLK; open it in a spreadsheet program and save it as .xlsx
  [2]

A table may begin with such words.

  $ printf 'ID;Projekt\n1;2\n' | i
  ID	Projekt
  1	2
  $ printf 'PAR1,PAR2\nPK,BZh\n' | i
  PAR1	PAR2
  PK	BZh
  $ printf 'Table\n<b>\n' | i
  Table
  <b>
