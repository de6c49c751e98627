#require: chromium rsvg-convert mlr xmllint soffice
What koop-report writes, read by other programs.

A browser makes of a page the elements that were meant, and nothing of the data runs.

  $ cat >nasty.tsv <<'EOF'
  > name	note	n
  > <script>document.title='ran'</script>	<img src=x onerror="document.title='ran'">	1
  > "><svg onload=document.title='ran'>	</title><b>&lt;	-2.5
  > ]]></style>	-->\nאבג	
  > EOF
  $ cat >report.md <<'EOF'
  > # A <em>page</em>
  > 
  > ```koop title="</caption><script>document.title='ran'</script>"
  > cat nasty.tsv
  > ```
  > 
  > ```koop chart=bar title="<script>document.title='ran'</script>"
  > cat nasty.tsv
  > ```
  > 
  > ```koop chart=line
  > cat nasty.tsv
  > ```
  > EOF
  $ koop-report -o report.html report.md
  $ browse() { chromium --headless --no-sandbox --disable-gpu --user-data-dir=profile --dump-dom "file://$PWD/$1" 2>/dev/null; }
  $ browse report.html >dom.html; grep -o '<title>A.*</title>' dom.html
  <title>A page</title>
  $ for tag in script img b em td th svg tr figure caption; do echo $tag $(grep -o "<$tag[ >]" dom.html | wc -l); done
  script 0
  img 0
  b 0
  em 1
  td 6
  th 6
  svg 2
  tr 4
  figure 3
  caption 1
  $ koop-report -f html --title '</title><script>document.title=1</script>' nasty.tsv -o one.html
  $ browse one.html | grep -o '<title>.*</title>'
  <title>&lt;/title&gt;&lt;script&gt;document.title=1&lt;/script&gt;</title>

Charts are drawn.

  $ printf 'year\ta\tb\n2010\t3\t8\n2011\t4\t\n2013\t8\t-3\n' >y.tsv
  $ for kind in bar stacked line dot heat tiles; do koop-report --chart=$kind --title 'A & <b>' y.tsv >$kind.svg && xmllint --noout $kind.svg && rsvg-convert -o $kind.png $kind.svg && head -c 4 $kind.png | tail -c 3 && echo; done
  PNG
  PNG
  PNG
  PNG
  PNG
  PNG

csv and json are read back as the same values.

  $ printf 'a\tb\tpost\tn\n"x", y\tline\\nend\t011000\t1.50\n é \ttab\\tand \\\\\t\t-1e-9\n\t;=1\t5\t\n' >v.tsv
  $ mlr --ijson --otsv cat <(koop-report -f json v.tsv | sed s/null/\"\"/g) | cmp - v.tsv && echo same
  same
  $ mlr --icsv --otsv cat <(koop-report -f csv v.tsv) | cmp - v.tsv && echo same
  same
  $ mlr --icsv --otsv cat <(koop-report -f csv --bom --crlf v.tsv) | cmp - v.tsv && echo same
  same

A workbook is read by LibreOffice as the same values.

  $ koop-report -o v.xlsx v.tsv
  $ soffice -env:UserInstallation="file://$PWD/office" --headless --convert-to csv:'Text - txt - csv (StarCalc)':44,34,76,1,,0,false,true v.xlsx >/dev/null 2>&1; cat v.csv
  a,b,post,n
  """x"", y","line
  end",011000,1.5
   é ,tab	and \,,-0.000000001
  ,;=1,5,
