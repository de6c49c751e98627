koop-import: names that were damaged before they came.

The stored name stays, what is made of it is mended, and each row is reported once.

  $ printf 'naziv\tname_en\nUdruÅ¾enje graÄ‘ana\tGraÄ‘ani\nÈaèak\t\nĐorđe\t\n' >names.tsv
  $ koop-import names.tsv | cut -f 1-5
  koop-import: names.tsv:2: damaged name: UTF-8 read as windows-1252 (--repair mends it)
  koop-import: names.tsv:3: damaged name: windows-1250 read as windows-1252 (--repair mends it)
  name	name_latn	name_key	lang	script
  UdruÅ¾enje graÄ‘ana	Udruženje građana	gradana udruzenje		Latn
  Èaèak	Čačak	cacak		Latn
  Đorđe	Đorđe	dorde		Latn
  $ koop-import -q names.tsv >/dev/null
  [1]

With --repair it is stored mended, in all columns of names; there is nothing to report.

  $ koop-import --repair -v --verbatim names.tsv | cut -f 1-4,8-9
  koop-import: rows read: 3 (3 written, 0 refused)
  koop-import: names mended: 3
  koop-import: column 'name': 2 changed, 0 meant no value, 0 not mapped
  koop-import: column 'name_en': 1 changed, 0 meant no value, 0 not mapped
  name	name_verbatim	name_latn	name_key	name_en	name_en_verbatim
  Udruženje građana	UdruÅ¾enje graÄ‘ana	Udruženje građana	gradana udruzenje	Građani	GraÄ‘ani
  Čačak	Èaèak	Čačak	cacak		
  Đorđe		Đorđe	dorde		

Letters of another script are mended for the key in any case, and in the name with --repair.

  $ printf 'naziv\nKulturni cеntar\nTEATAP Битола\nKулturni\n' >twins.csv
  $ koop-import twins.csv | cut -f 1,3,5
  name	name_key	script
  Kulturni cеntar	centar kulturni	Zyyy
  TEATAP Битола	bitola teatar	Zyyy
  Kулturni	kulturni	Zyyy
  $ koop-import --repair twins.csv | cut -f 1,3,5
  name	name_key	script
  Kulturni centar	centar kulturni	Latn
  ТЕАТАР Битола	bitola teatar	Cyrl
  Kулturni	kulturni	Zyyy

Names that may be right are left alone, and so are columns of other kinds.

  $ printf 'naziv,city\nLiège,GraÄ‘\nÆrøskøbing,\nLa Bohème,\nRock`n`roll [klub],\n' | koop-import --repair | cut -f 1,8
  name	city
  Liège	GraÄ‘
  Ærøskøbing	
  La Bohème	
  Rock`n`roll [klub]	
  $ printf 'naziv\nGraÄ‘ani\n' | koop-import -t table --repair
  naziv
  GraÄ‘ani
