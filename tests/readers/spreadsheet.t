#require: soffice
LibreOffice reads the CSV that koop-report writes, and gives the same cells back.

  $ printf 'name\tn\tnote\nКлуб "Млади"\t3\ta;b, c\nŠkola\t-1.5\tline\\nfeed\n' >table
  $ koop-report -f csv --bom table >table.csv
  $ soffice --headless -env:UserInstallation=file://$PWD/profile --infilter=CSV:44,34,76 --convert-to ods table.csv >/dev/null 2>&1
  $ mkdir back; soffice --headless -env:UserInstallation=file://$PWD/profile --convert-to csv:"Text - txt - csv (StarCalc)":44,34,76 --outdir back table.ods >/dev/null 2>&1
  $ koop-import -t table back/table.csv | cmp - table
