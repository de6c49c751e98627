koop-report: records as tables and charts.

A table with everything that formats stumble over: a comma, quotes, a bar, a backslash, a line end and a TAB
(escaped in the stream), markup, wide letters, letters from right to left, an empty value, a negative number.

  $ cat >nasty.tsv <<'EOF'
  > name	note	n
  > a,b "c" | d\\e	line\nend\ttab	1
  > <script>alert('x')</script> & Co	*bold* _i_ `c` [l](u) ~s~ $m$ snake_case	-2.5
  > 中文字	אבג	
  > é👩‍👩‍👧‍👦	=1+1	30
  > EOF

  $ koop-report nasty.tsv
  name                              note                                         n
  --------------------------------  ----------------------------------------  ----
  a,b "c" | d\e                     line\nend\ttab                               1
  <script>alert('x')</script> & Co  *bold* _i_ `c` [l](u) ~s~ $m$ snake_case  -2.5
  中文字                            אבג
  é👩‍👩‍👧‍👦                               =1+1                                        30

  $ koop-report -f markdown nasty.tsv
  | name | note | n |
  | --- | --- | ---: |
  | a,b "c" \| d\\e | line<br>end tab | 1 |
  | \<script>alert('x')\</script> \& Co | \*bold\* \_i\_ \`c\` \[l\](u) \~s\~ \$m\$ snake_case | -2.5 |
  | 中文字 | אבג |  |
  | é👩‍👩‍👧‍👦 | =1+1 | 30 |

  $ koop-report -f csv nasty.tsv
  name,note,n
  "a,b ""c"" | d\e","line
  end	tab",1
  <script>alert('x')</script> & Co,*bold* _i_ `c` [l](u) ~s~ $m$ snake_case,-2.5
  中文字,אבג,
  é👩‍👩‍👧‍👦,=1+1,30

  $ koop-report -f json nasty.tsv
  [
  {"name": "a,b \"c\" | d\\e", "note": "line\nend\ttab", "n": 1},
  {"name": "\u003cscript>alert('x')\u003c/script> & Co", "note": "*bold* _i_ `c` [l](u) ~s~ $m$ snake_case", "n": -2.5},
  {"name": "中文字", "note": "אבג", "n": null},
  {"name": "é👩‍👩‍👧‍👦", "note": "=1+1", "n": 30}
  ]

  $ koop-report -f tex nasty.tsv
  \begin{tabular}{llr}
  \toprule
  name & note & n \\
  \midrule
  a,b \textquotedbl{}c\textquotedbl{} \textbar{} d\textbackslash{}e & line end tab & 1 \\
  \textless{}script\textgreater{}alert('x')\textless{}/script\textgreater{} \& Co & {*}bold{*} \_i\_ \textasciigrave{}c\textasciigrave{} {[}l](u) \textasciitilde{}s\textasciitilde{} \$m\$ snake\_case & -2.5 \\
  中文字 & אבג &  \\
  é👩‍👩‍👧‍👦 & =1+1 & 30 \\
  \bottomrule
  \end{tabular}

  $ koop-report -f html --title 'A & <b>' -l sr nasty.tsv | grep -v -e '^[a-z:.@}&]'
  <!doctype html>
  <html lang="sr">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>A &amp; &lt;b&gt;</title>
  <style>
  </style>
  </head>
  <body>
  <table>
  <caption>A &amp; &lt;b&gt;</caption>
  <thead>
  <tr><th scope="col">name</th><th scope="col">note</th><th scope="col" class="r">n</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row">a,b &quot;c&quot; | d\e</th><td>line<br>end	tab</td><td class="r">1</td></tr>
  <tr><th scope="row">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co</th><td>*bold* _i_ `c` [l](u) ~s~ $m$ snake_case</td><td class="r">-2,5</td></tr>
  <tr><th scope="row">中文字</th><td dir="auto">אבג</td><td class="r"></td></tr>
  <tr><th scope="row">é👩‍👩‍👧‍👦</th><td>=1+1</td><td class="r">30</td></tr>
  </tbody>
  </table>
  </body>
  </html>

Data cannot command the terminal: not with ESC, not with the C1 controls, not with what turns the direction.

  $ printf 'a\tn\n\033[31mred\302\23331m\342\200\256x\177\t1\n' >esc.tsv
  $ koop-report esc.tsv
  a                                      n
  -------------------------------------  -
  \u{1b}[31mred\u{9b}31m\u{202e}x\u{7f}  1
  $ for f in markdown html tex json svg; do
  >   koop-report -f $f --title "$(printf '\033]0;x\007')" esc.tsv | LC_ALL=C grep -c -e "$(printf '\033')" -e "$(printf '\302\233')"
  > done
  0
  0
  0
  0
  0
  [1]

Tables without rows, of one column, of an empty value.

  $ printf 'a\tb\n' >none.tsv
  $ koop-report none.tsv
  a  b
  -  -
  $ koop-report -f markdown none.tsv
  | a | b |
  | --- | --- |
  $ koop-report -f csv none.tsv
  a,b
  $ koop-report -f json none.tsv
  [
  ]
  $ koop-report -f svg none.tsv | grep -c '</svg>'
  1
  $ printf 'a\n\nx\n' | koop-report -f csv
  a
  ""
  x
  $ koop-report /dev/null
  koop-report: '/dev/null' is empty: no header line
  [2]

What is a number: no leading zero, no more digits than a double holds.

  $ printf 'post\tphone\tid\tx\ty\n011000\t+381\t12345678901234567890\t1e-5\t1.50\n21000\t5\t1\t-0.25\t7\n' | koop-report -f json
  [
  {"post": "011000", "phone": "+381", "id": "12345678901234567890", "x": 1e-5, "y": 1.50},
  {"post": "21000", "phone": "5", "id": "1", "x": -0.25, "y": 7}
  ]

Width: long columns give way, numbers do not, and a character is never broken.

  $ printf 'name\tcity\tn\nDruštvo za kulturu i umetnost\tБеоград\t12345\n中文字中文字中文字\tNiš\t1\n' >wide.tsv
  $ koop-report --width=24 wide.tsv
  name      city         n
  --------  -------  -----
  Društvo…  Београд  12345
  中文字…   Niš          1
  $ koop-report --width=12 wide.tsv
  name   city       n
  -----  -----  -----
  Druš…  Беог…  12345
  中文…  Niš        1

Alignment, decimals, no header line.

  $ printf 'a\tb\tc\nx\t1.25\t3\nyyy\t-0.001\t20\n' >n.tsv
  $ koop-report --align=rlc --digits=2 n.tsv
    a  b     c
  ---  ----  --
    x  1.25  3
  yyy  0.00  20
  $ koop-report --bare n.tsv
  x      1.25   3
  yyy  -0.001  20
  $ koop-report --align=lrlr n.tsv
  koop-report: 'lrlr' is not letters l, r, c or - for 3 columns, for option '--align' (see 'koop-report --help')
  [2]
  $ koop-report --align=x n.tsv
  koop-report: 'x' is not letters l, r, c or - for 3 columns, for option '--align' (see 'koop-report --help')
  [2]

csv for spreadsheets.

  $ printf 'a\tb\n=1+1\t-5\n@x\t+1\n' | koop-report -f csv --csv-safe --bom --crlf | od -c | head -3
  0000000 357 273 277   a   ,   b  \r  \n   '   =   1   +   1   ,   -   5
  0000020  \r  \n   '   @   x   ,   '   +   1  \r  \n
  0000033

Which format: -f, else the name of the file, else text.

  $ koop-report -o out.json n.tsv && head -2 out.json
  [
  {"a": "x", "b": 1.25, "c": 3},
  $ koop-report -o out.md n.tsv && head -1 out.md
  | a | b | c |
  $ koop-report -f jsn n.tsv
  koop-report: unknown word 'jsn' for option '--format' (did you mean 'json'?) (see 'koop-report --help')
  [2]
  $ koop-report -f csv --chart=bar n.tsv
  koop-report: option '--chart' is for the format svg, not csv (see 'koop-report --help')
  [2]

Charts: the same bytes each time, good XML, and reasons when there is nothing to draw.

  $ koop-report --chart=bar --title 'A & B' n.tsv
  <svg xmlns="http://www.w3.org/2000/svg" width="720" height="132" viewBox="0 0 720 132" role="img" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="13" fill="#222222" color="#222222">
  <title>A &amp; B</title>
  <desc>x: 1.25; yyy: -0.001</desc>
  <rect width="720" height="132" fill="#ffffff"/>
  <text x="16" y="31.0" font-size="16" font-weight="bold">A &amp; B</text>
  <line x1="103.8" y1="44.0" x2="103.8" y2="98.0" stroke="currentColor" stroke-opacity="0.15"/><text x="103.8" y="114.0" text-anchor="middle" font-size="12" opacity="0.75">-0.5</text>
  <line x1="240.6" y1="44.0" x2="240.6" y2="98.0" stroke="currentColor" stroke-opacity="0.7"/><text x="240.6" y="114.0" text-anchor="middle" font-size="12" opacity="0.75">0.0</text>
  <line x1="377.4" y1="44.0" x2="377.4" y2="98.0" stroke="currentColor" stroke-opacity="0.15"/><text x="377.4" y="114.0" text-anchor="middle" font-size="12" opacity="0.75">0.5</text>
  <line x1="514.2" y1="44.0" x2="514.2" y2="98.0" stroke="currentColor" stroke-opacity="0.15"/><text x="514.2" y="114.0" text-anchor="middle" font-size="12" opacity="0.75">1.0</text>
  <line x1="651.0" y1="44.0" x2="651.0" y2="98.0" stroke="currentColor" stroke-opacity="0.15"/><text x="651.0" y="114.0" text-anchor="middle" font-size="12" opacity="0.75">1.5</text>
  <g><text x="40.8" y="62.0" text-anchor="end">x</text><rect x="240.6" y="48.5" width="342.1" height="18.0" fill="#0072b2"><title>x, b: 1.25</title></rect><text x="587.6" y="62.0" text-anchor="start">1.25</text></g>
  <g><text x="40.8" y="89.0" text-anchor="end">yyy</text><rect x="240.3" y="75.5" width="0.3" height="18.0" fill="#0072b2"><title>yyy, b: -0.001</title></rect><text x="235.3" y="89.0" text-anchor="end">-0.001</text></g>
  </svg>
  $ koop-report -f svg nasty.tsv | xmllint --noout - && echo good
  good
  $ koop-report --chart=bar --value=a n.tsv
  koop-report: column 'a' does not hold numbers only
  [2]
  $ koop-report --chart=bar --value=bb n.tsv
  koop-report: unknown column 'bb' for a chart (did you mean 'b'?)
  [2]
  $ koop-report --chart=bar --label=cc n.tsv
  koop-report: unknown column 'cc' for a chart (did you mean 'c'?)
  [2]
  $ printf 'a\tb\nx\ty\n' | koop-report --chart=line
  koop-report: no column of numbers for a chart
  [2]
  $ (echo 'a	b'; seq 2001 | sed 's/.*/&	&/') | koop-report --chart=line | tail -1
  koop-report: 2001 rows are too many for a chart (at most 2000)
  $ (echo 'a	b'; seq 2000 | sed 's/.*/&	&/') | koop-report --chart=line | tail -1
  </svg>

Every kind, with values and names that break markup where they are not escaped.

  $ for kind in bar stacked line dot heat tiles; do koop-report --chart=$kind --title '"<&>' nasty.tsv | xmllint --noout - && echo $kind; done
  bar
  stacked
  line
  dot
  heat
  tiles
  $ (printf 'l'; for i in $(seq 41); do printf '\tc%s' $i; done; echo; printf 'x'; for i in $(seq 41); do printf '\t%s' $i; done; echo) >many.tsv
  $ koop-report --chart=heat many.tsv
  koop-report: more than 40 columns of numbers for one chart
  [2]
  $ cut -f 1-41 many.tsv | koop-report --chart=heat | tail -n 1
  </svg>
  $ cut -f 1-10 many.tsv | koop-report --chart=dot
  koop-report: more than 8 columns of numbers for one chart
  [2]
  $ cut -f 1-9 many.tsv | koop-report --chart=stacked | tail -n 1
  </svg>

A failed run leaves the old file.

  $ echo old >old.svg
  $ koop-report -o old.svg nasty.tsv --value=note
  koop-report: column 'note' does not hold numbers only
  [2]
  $ cat old.svg
  old
  $ koop-report -f csv n.tsv >/dev/full
  koop-report: cannot write standard output: No space left on device
  [2]

A bad line is refused and said; the rest is written.

  $ printf 'a\tb\n1\n2\t3\n' | koop-report
  koop-report: standard input:2: 1 fields where the header has 2
  a  b
  -  -
  2  3
  [1]

Labels: names beside codes, in cells and in headings; what is not known stays.

  $ printf 'name\tcountry\tfields\tn\nA\tRS\tmusic;film\t1\nB\tXK\tfoo\t\nC\tSrbiaj\t\t2\n' >codes.tsv
  $ koop-report --labels=sr-Latn codes.tsv
  naziv  zemlja       oblasti                                        broj
  -----  -----------  ---------------------------------------------  ----
  A      Srbija (RS)  muzika (music); film i kinematografija (film)     1
  B      Kosovo (XK)  foo
  C      Srbiaj                                                         2
  $ koop-report --labels=mk -f csv codes.tsv
  назив,земја,области,број
  A,Србија (RS),музика (music); филм и кинематографија (film),1
  B,Косово (XK),foo,
  C,Srbiaj,,2
  $ koop-report --labels=en -f json codes.tsv | sed -n 2p
  {"name": "A", "country": "Serbia (RS)", "fields": "music; film and cinema (film)", "n": 1},
  $ printf 'kind\tRS\tMK\tID\t*\nnetwork\t1\t2\t3\t6\n' | koop-report --labels=sq
  lloji    Serbi (RS)  Maqedonia e Veriut (MK)  Indonezi (ID)  gjithsej
  -------  ----------  -----------------------  -------------  --------
  network           1                        2              3         6
  $ printf 'kind\tID\t*\nnetwork\t1\t2\n' | koop-report --labels=hr
  vrsta    ID  ukupno
  -------  --  ------
  network   1       2
  $ printf 'stat\tvariable\tlevel\tn\nn\tcountry\tRS\t1\nmr_count\tfields\tmusic\t2\nn\tkind\tRS\t3\n' | koop-report --labels=bs
  pokazatelj  varijabla  kategorija      broj
  ----------  ---------  --------------  ----
  broj        država     Srbija (RS)        1
  mr_count    oblasti    muzika (music)     2
  broj        vrsta      RS                 3
  $ printf 'source_country\tmycountry\nRS\tRS\n' | koop-report --labels=en
  source_country  mycountry
  --------------  ---------
  Serbia (RS)     RS
  $ printf 'country\tmusic\tfilm\nRS\t1\t2\n' | koop-report --labels=en
  country      music  film and cinema (film)
  -----------  -----  ----------------------
  Serbia (RS)      1                       2
  $ koop-report --labels=sr-Latn -f html codes.tsv | grep '<html'
  <html lang="sr-Latn">
  $ koop-report --labels=de codes.tsv
  koop-report: unknown word 'de' for option '--labels' (one of: en, sr, sr-Latn, sr-Cyrl, hr, bs, cnr, sl, mk, sq) (see 'koop-report --help')
  [2]
  $ koop-report --labels=sl --chart=bar --value=n codes.tsv | grep -o '<desc>.*</desc>'
  <desc>A: 1; B: –; C: 2</desc>

People read a comma in fractions where they write one; programs read a point. Counts have no marks between whole numbers.

  $ printf 'country\tn\tshare\tcode\nRS\t3\t0.75\t1.2.3\nMK\t1\t-1234.5\t1.5\n' >comma.tsv
  $ koop-report --labels=sl comma.tsv
  država                   število    delež  code
  -----------------------  -------  -------  -----
  Srbija (RS)                    3     0,75  1.2.3
  Severna Makedonija (MK)        1  -1234,5  1.5
  $ koop-report -l SR_latn-RS -f markdown comma.tsv | tail -n 1
  | MK | 1 | -1234,5 | 1.5 |
  $ koop-report -l sq-AL -f tex comma.tsv | grep '0,75'
  RS & 3 & 0,75 & 1.2.3 \\
  $ for lang in en de sra ''; do koop-report -l "$lang" -f html comma.tsv | grep -o '>0.75<'; done
  >0.75<
  >0.75<
  >0.75<
  >0.75<
  $ for format in csv json; do koop-report --labels=mk -f $format comma.tsv | sed -n 2p; done
  Србија (RS),3,0.75,1.2.3
  {"country": "Србија (RS)", "n": 3, "share": 0.75, "code": "1.2.3"},
  $ koop-report -l hr --chart=bar --value=share comma.tsv | grep -o -e '<desc>.*</desc>' -e '>-1234,5<' -e '>-500<'
  <desc>RS: 0,75; MK: -1234,5</desc>
  >-500<
  >-1234,5<
  $ head -n 2 comma.tsv | koop-report -l hr --chart=bar --value=share | grep -o '>0,[0-9]*<' | tr -d '\n'
  >0,0<>0,2<>0,4<>0,6<>0,8<>0,75< (no-eol)
  $ printf 'a\tn\nx\t1\ny\t2\n' | koop-report --chart=bar | grep -o '"0.75">[^<]*' | tr -d '\n'
  "0.75">0"0.75">1"0.75">2 (no-eol)

Who asks for what nobody writes would not open what is in the file.

  $ koop-report -o members.pdf comma.tsv; ls members.pdf
  koop-report: nothing is written that is called 'members.pdf'; a browser prints html to PDF, and -f says what else (see 'koop-report --help')
  ls: cannot access 'members.pdf': No such file or directory
  [2]
  $ koop-report -f csv -o members.xls comma.tsv; sed -n 2p members.xls
  RS,3,0.75,1.2.3
  $ koop-report -o members.list comma.tsv; sed -n 3p members.list
  RS       3     0.75  1.2.3

A workbook is the same bytes each time, and no cell a formula.

  $ printf 'a\tn\n=1+1\t1.5\n_x0041_\t\n' | koop-report --title T -o one.xlsx
  $ sleep 1; printf 'a\tn\n=1+1\t1.5\n_x0041_\t\n' | koop-report --title T -f xlsx | cmp - one.xlsx && echo same
  same
  $ head -c 2 one.xlsx; echo
  PK
  $ (echo a; head -c 32767 /dev/zero | tr '\0' x; echo) | koop-report -o long.xlsx
  $ (echo a; head -c 32768 /dev/zero | tr '\0' x; echo) | koop-report -o long.xlsx
  koop-report: a value in row 1 is longer than a cell of a sheet (32767 characters)
  [2]

Countries lie about as on a map; what is no country follows in lines, and so does a country for the second time.
A missing number is a dash.

  $ printf 'country\tn\nSrbija\t40\nHR\t33\nМакедонија\t25\nXK\t\nHR\t1\n*\t99\n' >map.tsv
  $ koop-report --chart=tiles map.tsv | sed -n 's/.*<title>\(.*\)<.title><rect x="\([0-9.]*\)" y="\([0-9.]*\)" .*font-weight="bold">\([^<]*\)<.*/\2 \3 \4 (\1)/p'
  112.0 16.0 RS (Srbija: 40)
  16.0 16.0 HR (HR: 33)
  208.0 208.0 MK (Македонија: 25)
  208.0 112.0 XK (XK: –)
  16.0 320.0 HR (HR: 1)
  112.0 320.0 * (*: 99)
  $ printf 'type\tn\tm\nfestival\t40\t1\nradionica\t-3\t2\n' | koop-report --chart=tiles --value=m | grep -c '<rect x'
  2
  $ printf 'type\tn\tm\nfestival\t40\t1\n' | koop-report --chart=tiles --value=n,m
  koop-report: more than 1 columns of numbers for one chart
  [2]
