#require: chromium python3 rsvg-convert xmllint
Pictures of networks in a browser, and as images.

  $ tsv() { for row; do echo "$row"; done | tr ' _' '\t '; }
  $ tsv 'source target weight' 'Škola Ђорђе 3' 'Škola Klub_<b>&_co 1' 'Ђорђе Teatar 2' 'Teatar Arhiv 1' >edges.tsv
  $ tsv 'id country' 'Škola RS' 'Ђорђе RS' 'Teatar HR' 'Arhiv ' 'Sam ME' >nodes.tsv
  $ koop-graph draw --nodes=nodes.tsv --attr=country --title='Who & whom' -o page.html edges.tsv
  $ browse() { python3 "$TESTDIR/readers/browse.py" page.html; }

The page runs its script, says nothing against its own policy, and fetches nothing.

  $ browse <<'END'
  > value document.title
  > value document.querySelectorAll("[tabindex]").length
  > value document.querySelectorAll("tr[data-node]").length
  > value [...document.querySelectorAll("tr[data-node]")].map(r => r.innerText.replaceAll("\t", " | ")).join("\n")
  > END
  Who & whom
  6
  6
  Teatar | HR | 2 | Arhiv; Ђорђе
  Škola | RS | 2 | Klub <b>& co; Ђорђе
  Ђорђе | RS | 2 | Teatar; Škola
  Arhiv | – | 1 | Teatar
  Klub <b>& co | – | 1 | Škola
  Sam | ME | 0 | 
  errors: [] fetched: []

Searching: accents and case do not count; Enter goes to the first, Escape takes it back.

  $ browse <<'END'
  > click #find
  > type SKO
  > value document.getElementById("found").textContent
  > value document.querySelectorAll("tr[data-node]:not([hidden])").length
  > value document.querySelectorAll(".match").length
  > press Enter
  > value document.activeElement.querySelector("title").textContent
  > value document.getElementById("said").textContent
  > value [...document.querySelectorAll(".edges .near title")].map(t => t.textContent).join(", ")
  > click #find
  > press Escape
  > value document.querySelectorAll(".match, .near, .here").length
  > value document.querySelectorAll("tr[data-node]:not([hidden])").length
  > END
  found: 1
  1
  1
  Škola
  country: RS
  degree: 2
  Škola · country: RS · degree: 2 · neighbours (2): Klub <b>& co, Ђорђе
  Klub <b>& co – Škola: 1, Škola – Ђорђе: 3
  0
  6
  errors: [] fetched: []

Pointing shows neighbours, clicking keeps them, another click lets go; so does the table.

  $ browse <<'END'
  > point .nodes [id="n3"]
  > value document.querySelector(".here title").textContent.split("\n")[0]
  > value document.querySelectorAll(".nodes .near").length
  > point h1
  > value document.querySelectorAll(".here").length
  > click .nodes [id="n3"]
  > point h1
  > value document.querySelectorAll(".here").length
  > click .nodes [id="n3"]
  > value document.querySelectorAll(".here").length
  > click tr[data-node="0"] button
  > value document.querySelector(".here title").textContent.split("\n")[0]
  > END
  Teatar
  2
  0
  1
  0
  Arhiv
  errors: [] fetched: []

Keys: Tab comes to the picture, arrows go from node to node, Enter keeps one, Escape lets go.

  $ browse <<'END'
  > click #whole
  > press Tab
  > value document.activeElement.querySelector("title").textContent.split("\n")[0]
  > value getComputedStyle(document.activeElement).strokeWidth
  > value (() => { const at = () => document.activeElement.getBoundingClientRect().x; window.before = at(); return before > 0 })()
  > press ArrowLeft
  > value document.activeElement.getBoundingClientRect().x < before
  > press ArrowRight
  > value document.querySelectorAll(".here").length
  > press Escape
  > value document.querySelectorAll(".here").length
  > press Enter
  > value document.querySelectorAll(".here").length
  > press +
  > value document.querySelector(".view").transform.baseVal.consolidate().matrix.a > 1
  > press 0
  > value document.querySelector(".view").transform.baseVal.consolidate().matrix.a
  > press Tab
  > value document.activeElement.tagName
  > END
  Teatar
  7px
  true
  true
  1
  0
  1
  true
  1
  BUTTON
  errors: [] fetched: []

The wheel and two fingers enlarge, dragging moves, the button shows the whole again.

  $ browse <<'END'
  > wheel #stage -400
  > value document.querySelector(".view").transform.baseVal.consolidate().matrix.a > 1.5
  > drag .legend 60 30
  > value Math.round(document.querySelector(".view").transform.baseVal.consolidate().matrix.e) != 0
  > click #whole
  > value document.querySelector(".view").getAttribute("transform")
  > drag #stage 100 0
  > value document.querySelector(".view").getAttribute("transform") != "translate(0 0) scale(1)"
  > point h1
  > value document.querySelectorAll(".here").length
  > click #whole
  > pinch #stage 2
  > value document.querySelector(".view").transform.baseVal.consolidate().matrix.a > 1.5
  > click #farther
  > END
  true
  true
  translate(0 0) scale(1)
  true
  0
  true
  errors: [] fetched: []

A script in a name is a name, and the page would not run another.

  $ printf 'source\ttarget\n</script><script>document.title="run"</script>\t"><img src=x onerror=alert(1)>\n' >evil.tsv
  $ koop-graph draw -o page.html evil.tsv
  $ browse <<'END' | sed 's/directive .*/.../'
  > value document.title
  > value document.querySelectorAll("img").length
  > value (() => { const s = document.createElement("script"); s.textContent = "document.title = 'run'"; document.body.append(s); return document.title })()
  > END
  Network
  0
  Network
  errors: ["Executing inline script violates the following Content Security Policy ...

In the language of --labels.

  $ koop-graph draw --nodes=nodes.tsv --attr=country --labels=sr-Latn edges.tsv --to=html | grep -o 'lang="[^"]*"\|<label>[A-Za-z]*\|Srbija (RS)\|cela mreža' | LC_ALL=C sort | uniq -c
        1 <label>Pretraga
        5 Srbija (RS)
        2 cela mreža
        1 lang="sr-Latn"

An image of twice the size.

  $ koop-graph draw --nodes=nodes.tsv --attr=country --width=400 --height=300 -o p.png edges.tsv
  $ python3 -c 'import struct; d = open("p.png", "rb").read(); print(d[1:4].decode(), struct.unpack(">II", d[16:24]))'
  PNG (800, 600)
  $ koop-graph mixing --nodes=nodes.tsv --attr=country --to=png edges.tsv | head -c 4 | tail -c 3; echo
  PNG
