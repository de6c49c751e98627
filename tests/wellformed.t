#require: xmllint dot
What others must be able to read, read by others: XML parsers and Graphviz.

  $ cat >ties <<'END'
  > source	target	weight
  > Клуб "Млади" & co	<b>Škola</b>	2
  > Клуб "Млади" & co	a;b, c	1
  > a;b, c	]]>-->	3
  > END
  $ has() { [ ! -x "$BUILD/bin/$1" ] || "${@:2}"; }
  $ has koop-graph koop-graph convert --to graphml ties >ties.graphml; xmllint --noout ties.graphml
  $ has koop-graph koop-graph convert --to dot ties | dot -Tplain | grep -c '^node'
  4
  $ has koop-graph koop-graph convert --to dot ties | dot -Tplain | grep -c '^edge'
  3
  $ has koop-graph koop-graph draw --title '<&>' ties >ties.svg; xmllint --noout ties.svg
  $ xmllint --xpath 'count(//*[local-name() = "title"])' ties.svg
  8
  $ cat >table <<'END'
  > name	n	note
  > Клуб "Млади" & co	3	<script>alert(1)</script>
  > a;b, c	-1.5	]]>--&gt;
  > 	1e3	line\nfeed and \\ backslash
  > END
  $ koop-report -f html --title '<&>' table >table.html; xmllint --html --noout table.html 2>&1 | grep -v 'Tag [a-z]* invalid' | grep error
  [1]
  $ koop-report -f svg --chart=bar --value=n --title '<&>' table >table.svg; xmllint --noout table.svg
  $ xmllint --xpath 'count(//*[local-name() = "script"])' table.svg
  0
