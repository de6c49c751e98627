Pictures of networks.

  $ tsv() { for row; do echo "$row"; done | tr ' _' '\t '; }
  $ tsv 'source target weight' 'a b 1' 'a c 4' 'a d 1' 'c d 16' 'e f 1' >edges.tsv
  $ tsv 'id country budget' 'a RS 10' 'b RS 20' 'c HR ' 'd ME x' 'g RS 5' >nodes.tsv
  $ picture() { koop-graph draw --nodes=nodes.tsv "$@" edges.tsv; }

Every node is there, with a title; every edge; isolates too.

  $ picture --attr=country --title='Who & whom' >p.svg
  $ grep -c '<circle.*<title>' p.svg
  7
  $ grep -o '[^>]* – [^<]*' p.svg
  0 – 3
  a – c: 4
  a – d: 1
  c – d: 16
  e – f: 1
  a – b: 1
  $ sed -n '2,3p' p.svg
  <title>Who &amp; whom</title>
  <desc>nodes: 7, edges: 5; degree: a 3, c 2, d 2, b 1, e 1, f 1, g 0</desc>
  $ head -n 1 p.svg | grep -o 'width=.* role="[a-z]*"'
  width="1000" height="750" viewBox="0 0 1000 750" role="img"
  $ sed -n '/<title>d$/,/<.title>/p' p.svg | sed 's/.*<title>//'
  d
  country: ME
  degree: 2</title></circle>

The legend tells the values, the most frequent first, and those without one; heavier edges are wider.

  $ sed -n '/<g class/q; s/.*<text[^>]*>\(.*\)<.text>/\1/p' p.svg
  Who &amp; whom
  country
  RS
  HR
  ME
  (none)
  degree
  0 – 3
  $ grep -o 'stroke-width="[0-9.]*"><title>[^<]*' p.svg
  stroke-width="2"><title>a – c: 4
  stroke-width="1"><title>a – d: 1
  stroke-width="4"><title>c – d: 16
  stroke-width="1"><title>e – f: 1
  stroke-width="1"><title>a – b: 1
  $ picture --attr=country --labels=hr | sed -n '/<g class/q; s/.*<text[^>]*>\(.*\)<.text>/\1/p'
  država
  Srbija (RS)
  Hrvatska (HR)
  Crna Gora (ME)
  (nema)
  stupanj
  0 – 3

The same for any order of the rows; another for another seed.

  $ { sed 1q edges.tsv; sed 1d edges.tsv | tac; } >turned.tsv
  $ koop-graph draw --nodes=nodes.tsv --attr=country --title='Who & whom' turned.tsv | cmp - p.svg
  $ picture --attr=country --title='Who & whom' --seed=2 | cmp -s - p.svg
  [1]

Without an attribute the colours are communities; any measure or column of numbers gives sizes.

  $ picture | grep -A 1 '<title>a$' | sed 's/.*<title>//'
  a
  community: 1
  $ picture --size=budget --colour=none | sed -n '/<title>a$/,/<.title>/p; /<title>c$/,/<.title>/p' | sed 's/.*<title>//'
  a
  budget: 10</title></circle>
  c
  budget: –</title></circle>
  $ picture --size=country 
  koop-graph: column 'country' holds no numbers to draw sizes by
  [2]
  $ picture --size=degre
  koop-graph: unknown measure 'degre' (did you mean 'degree'?)
  [2]
  $ picture --colour=contry
  koop-graph: there is no column or measure 'contry' to colour by (did you mean 'country'?)
  [2]
  $ picture --color=betweenness --size=none --length=none | grep -c '<title>'
  13

More than 14 values: the most frequent, then others; but numbers are a scale.

  $ { echo 'id	kind	n'; for i in $(seq 10 39); do echo "$i	k$((i < 25 ? i : i < 38 ? 10 : 11))	$i"; done; } >many.tsv
  $ echo 'source	target' >none.tsv
  $ koop-graph draw --nodes=many.tsv --attr=kind none.tsv | sed -n '/<g class/q; s/.*<text[^>]*>\(.*\)<.text>/\1/p' | tr '\n' ' '
  kind k10 k11 k12 k13 k14 k15 k16 k17 k18 k19 k20 k21 k22 k23 other (1)  (no-eol)
  $ koop-graph draw --nodes=many.tsv --attr=n none.tsv | grep -c '<rect x'
  0
  [1]
  $ koop-graph draw --nodes=many.tsv --attr=n none.tsv | sed -n '/<title>\(10\|39\)$/s/<title>.*//p' | sed 's/.*fill/fill/'
  fill="#dae8f5">
  fill="#08306b">

Names of any kind are one line, and can neither end an element nor turn the direction of what follows.

  $ printf 'source\ttarget\n"A&B" <č>; Ђ\\\\\tx\\ny]]>\nx\\ny]]>\t\xe2\x80\xaeevil\n' >odd.tsv
  $ koop-graph draw --colour=none --size=none odd.tsv | grep -o '<title>.*</title>'
  <title>Network</title>
  <title>&quot;A&amp;B&quot; &lt;č&gt;; Ђ\ – x y]]&gt;</title>
  <title>x y]]&gt; – \u{202e}evil</title>
  <title>&quot;A&amp;B&quot; &lt;č&gt;; Ђ\</title>
  <title>x y]]&gt;</title>
  <title>\u{202e}evil</title>
  $ printf 'source\ttarget\n%03000d\tb\n' 0 | koop-graph draw --size=none | awk '/<text/ && length > 200'

Arrows, both ways bent; a loop; a weight that outdoes all others.

  $ tsv 'source target weight' 'a b 1' 'b a 1' 'b c 1e99' 'c c 2' >arcs.tsv
  $ koop-graph draw -q --directed arcs.tsv >arcs.svg
  [1]
  $ grep -o '[^>]* → [^<]*' arcs.svg
  a → b: 1
  b → a: 1
  b → c: 1e99
  c → c: 2
  $ grep -c 'd="M[^L"]*Q' arcs.svg
  2
  $ grep -c '<g stroke=.* marker-end="url(#arrow1)">' arcs.svg
  1
  $ grep -o 'stroke-width="[0-9.]*"><title>[^<]*' arcs.svg
  stroke-width="1"><title>a → b: 1
  stroke-width="1"><title>b → a: 1
  stroke-width="7"><title>b → c: 1e99
  stroke-width="1.4"><title>c → c: 2

Hardly anything is a picture too.

  $ koop-graph draw none.tsv | grep '<desc>'
  <desc>nodes: 0, edges: 0</desc>
  $ tsv 'id' 'alone' >one.tsv
  $ koop-graph draw --nodes=one.tsv none.tsv | grep '<desc>'
  <desc>nodes: 1, edges: 0; degree: alone 0</desc>

What nobody could read is not drawn.

  $ { echo id; seq 5001; } >crowd.tsv
  $ koop-graph draw --nodes=crowd.tsv none.tsv
  koop-graph: 5001 nodes are too many for a picture that can be read (at most 5000); koop-graph backbone or koop-graph filter leaves those that matter
  [2]
  $ sed '$d' crowd.tsv >full.tsv; koop-graph draw --nodes=full.tsv none.tsv | grep -c '<title>[0-9]*$'
  5000

The groups of an attribute by each other.

  $ koop-graph mixing --to=svg --nodes=nodes.tsv --attr=country --title=Ties edges.tsv >heat.svg
  $ grep '<desc>' heat.svg
  <desc>HR: HR 0, ME 1, RS 1, (none) 0; ME: HR 1, ME 0, RS 1, (none) 0; RS: HR 1, ME 1, RS 1, (none) 0; (none): HR 0, ME 0, RS 0, (none) 1</desc>
  $ koop-graph mixing --to=svg --nodes=nodes.tsv --attr=country --labels=en edges.tsv | grep -o '<desc>Croatia'
  <desc>Croatia
  $ koop-graph mixing --to=svg edges.tsv
  koop-graph: mixing needs --attr, the attribute that parts the nodes into groups (see 'koop-graph --help')
  [2]

The kind of picture is that of --to, or of the file.

  $ picture -o q.svg; head -c 4 q.svg
  <svg (no-eol)
  $ picture --to=jpeg
  koop-graph: unknown word 'jpeg' for option '--to' (one of: svg, html, png) (see 'koop-graph --help')
  [2]
  $ picture -o network.pdf
  koop-graph: draw writes svg, html and png, which 'network.pdf' does not end with; --to says which (see 'koop-graph --help')
  [2]
  $ picture --to=svg -o network.pdf; head -c 4 network.pdf
  <svg (no-eol)
  $ picture --width=99
  koop-graph: '99' is not a whole number from 100 to 20000, for option '--width' (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --size=degree edges.tsv
  koop-graph: --size does not go with nodes (see 'koop-graph --help')
  [2]
  $ koop-graph nodes --to=svg edges.tsv
  koop-graph: --to 'svg' is not a date, or leaves no time (see 'koop-graph --help')
  [2]
  $ (PATH=$(dirname "$(command -v koop-graph)"); picture --to=png)
  koop-graph: png needs the program rsvg-convert, which is not installed (Debian: librsvg2-bin)
  [2]
