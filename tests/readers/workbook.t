#require: soffice
Workbooks that LibreOffice writes, read as the table they were made of.

  $ printf 'name\tday\tn\tnote\nКлуб "Млади"\t2015-10-30\t3\ta;b, c\nŠkola\t1904-02-29\t-1234.5\tline\\nfeed\n\t\t\t  two  blanks\n' >table
  $ koop-report -f csv --bom table >table.csv
  $ convert() { soffice --headless -env:UserInstallation=file://$PWD/profile --infilter=CSV:44,34,76 --convert-to "$1" table.csv >/dev/null 2>&1; }
  $ convert ods; convert xlsx; convert xls
  $ koop-import -t table table.ods | cmp - table
  $ koop-import -t table table.xlsx | cmp - table
  $ koop-import -t table table.xls | cmp - table

And what koop-report writes, by way of LibreOffice.

  $ koop-report -f xlsx table >report.xlsx
  $ soffice --headless -env:UserInstallation=file://$PWD/profile --convert-to ods report.xlsx >/dev/null 2>&1
  $ koop-import -t table report.ods | cmp - table
