#require: chromium
A browser shows the page that koop-report writes, and runs nothing in it.

  $ printf 'name\tn\nKlub <script>document.title = "run"</script>\t3\n' >table
  $ koop-report -f html --title 'Two & two' table >page.html
  $ chromium --headless --no-sandbox --disable-gpu --user-data-dir=$PWD/profile --dump-dom file://$PWD/page.html 2>/dev/null | grep -o '<title>.*</title>'
  <title>Two &amp; two</title>
