#require: /usr/bin/python3
Workbooks that the libraries of Python write, read as the table they were made of.

  $ cat >write.py <<'END'
  > import datetime as D
  > import odf.opendocument, odf.table, odf.text, openpyxl, xlsxwriter, xlwt
  > heads = ["назив", "day", "at", "time", "length", "share", "amount", "ok", "note"]
  > moment, length = D.datetime(2015, 10, 30, 18, 15, 30), D.timedelta(hours=36, minutes=15)
  > row = ['Клуб "Млади" & co', moment.date(), moment, moment.time(), length, 0.125, -1234.5, True, " a\n b"]
  > formats = ["@", "dd.mm.yyyy.", "d. mmmm yyyy h:mm", "h:mm:ss AM/PM", "[h]:mm", "0.0%", '#,##0.00\\ "din."', "General", "@"]
  > book = openpyxl.Workbook()
  > book.active.append(heads)
  > book.active.append(row)
  > for cell, form in zip(book.active[2], formats):
  >     cell.number_format = form
  > book.save("openpyxl.xlsx")
  > for name, options in ("1900", {"constant_memory": True}), ("1904", {"date_1904": True, "strings_to_numbers": True}):
  >     book = xlsxwriter.Workbook("xlsxwriter%s.xlsx" % name, options)
  >     sheet = book.add_worksheet()
  >     sheet.write_row(0, 0, heads)
  >     for i, (value, form) in enumerate(zip(row, formats)):
  >         style = book.add_format({"num_format": form})
  >         sheet.write_datetime(1, i, value, style) if 0 < i < 5 else sheet.write(1, i, value, style)
  >     book.close()
  > book = xlwt.Workbook()
  > sheet = book.add_sheet("A")
  > for i, (head, value, form) in enumerate(zip(heads, row, formats)):
  >     sheet.write(0, i, head)
  >     value = value.total_seconds() / 86400 if value is length else value
  >     sheet.write(1, i, value, xlwt.easyxf(num_format_str=form))
  > book.save("xlwt.xls")
  > book = odf.opendocument.OpenDocumentSpreadsheet()
  > sheet = odf.table.Table(name="A")
  > kinds = [{}, {"valuetype": "date", "datevalue": "2015-10-30"}, {"valuetype": "date", "datevalue": "2015-10-30T18:15:30"},
  >     {"valuetype": "time", "timevalue": "PT18H15M30S"}, {"valuetype": "time", "timevalue": "PT36H15M"}, {"valuetype": "percentage", "value": 0.125},
  >     {"valuetype": "currency", "currency": "RSD", "value": -1234.5}, {"valuetype": "boolean", "booleanvalue": "true"}, {}]
  > for cells in zip(heads, [{}] * 9), zip(row, kinds):
  >     line = odf.table.TableRow()
  >     for value, kind in cells:
  >         cell = odf.table.TableCell(**({"valuetype": "string"} | kind))
  >         for part in str(value).split("\n"):
  >             p = odf.text.P()
  >             blanks = len(part) - len(part.lstrip())
  >             if blanks:
  >                 p.addElement(odf.text.S(c=blanks))
  >             p.addText(part.lstrip())
  >             cell.addElement(p)
  >         line.addElement(cell)
  >     sheet.addElement(line)
  > book.spreadsheet.addElement(sheet)
  > book.save("odfpy.ods")
  > END
  $ /usr/bin/python3 write.py
  $ koop-import -t table openpyxl.xlsx | tee want
  назив	day	at	time	length	share	amount	ok	note
  Клуб "Млади" & co	2015-10-30	2015-10-30T18:15:30	18:15:30	36:15:00	0.125	-1234.5	TRUE	 a\n b
  $ for f in xlsxwriter1900.xlsx xlsxwriter1904.xlsx xlwt.xls odfpy.ods; do koop-import -t table $f | diff want - && cat $f | koop-import -t table | cmp - want; done
