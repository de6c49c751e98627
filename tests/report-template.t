koop-report with a template: pipelines in Markdown.

  $ printf 'country\tn\tshare\nRS\t12\t0.6667\n<b>&amp;</b>|x\t6\t0.3333\n' >m.tsv
  $ cat >good.md <<'EOF'
  > # Members & *friends* in {{period}}
  > 
  > From {{from}} to {{to}}, written {{date}}. <i>Own markup.</i>
  > 
  > ```koop title="By <country>" digits=2
  > cat m.tsv   # a | in a comment
  > ```
  > 
  > 1. in a list
  > 
  >    ```koop chart=bar value=n title=Chart
  >    cat "$1" |
  >      grep -v 'a|b' | (cat; true)
  >    ```
  > 
  > ```sh
  > untouched | code
  > ```
  > 
  > ```koop
  > printf 'from\tto\tperiod\tlang\n%s\t%s\t%s\t%s\n' "$KOOP_FROM" "$KOOP_TO" "$KOOP_PERIOD" "$KOOP_LANG"
  > ```
  > EOF
  $ export SOURCE_DATE_EPOCH=1420070400
  $ koop-report -p last-quarter -l sr -f markdown good.md m.tsv
  # Members & *friends* in 2014-Q4
  
  From 2014-10-01 to 2014-12-31, written 2015-01-01. <i>Own markup.</i>
  
  **By \<country>**
  
  | земља | број | удео |
  | --- | ---: | ---: |
  | Србија (RS) | 12 | 0,67 |
  | \<b>\&amp;\</b>\|x | 6 | 0,33 |
  
  1. in a list
  
     **Chart**
     
     | земља | број | удео |
     | --- | ---: | ---: |
     | Србија (RS) | 12 | 0,6667 |
     | \<b>\&amp;\</b>\|x | 6 | 0,3333 |
  
  ```sh
  untouched | code
  ```
  
  | from | to | period | lang |
  | --- | --- | --- | --- |
  | 2014-10-01 | 2014-12-31 | 2014-Q4 | sr |
  $ koop-report -p 2014 -f text good.md m.tsv | head -9
  Members & friends in 2014
  
  From 2014-01-01 to 2014-12-31, written 2015-01-01. Own markup.
  
  By <country>
  
  country          n  share
  --------------  --  -----
  RS              12   0.67
  $ koop-report -p 2014-12/2015-02 -l sr -o good.html good.md m.tsv; sed '/^:root/,/^<.style/d' good.html
  <!doctype html>
  <html lang="sr">
  <head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Members &amp; friends in 2014-12/2015-02</title>
  <style>
  </head>
  <body>
  <h1>Members &amp; <em>friends</em> in 2014-12/2015-02</h1>
  <p>From 2014-12-01 to 2015-02-28, written 2015-01-01. <i>Own markup.</i></p>
  <figure>
  <table>
  <caption>By &lt;country&gt;</caption>
  <thead>
  <tr><th scope="col">земља</th><th scope="col" class="r">број</th><th scope="col" class="r">удео</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row">Србија (RS)</th><td class="r">12</td><td class="r">0,67</td></tr>
  <tr><th scope="row">&lt;b&gt;&amp;amp;&lt;/b&gt;|x</th><td class="r">6</td><td class="r">0,33</td></tr>
  </tbody>
  </table>
  </figure>
  <ol>
  <li>
  <p>in a list</p>
  <figure>
  <figcaption>Chart</figcaption>
  <svg xmlns="http://www.w3.org/2000/svg" width="720" height="104" viewBox="0 0 720 104" role="img" font-family="system-ui, 'DejaVu Sans', sans-serif" font-size="13" fill="currentColor">
  <title>Chart</title>
  <desc>Србија (RS): 12; &lt;b&gt;&amp;amp;&lt;/b&gt;|x: 6</desc>
  <line x1="135.3" y1="16.0" x2="135.3" y2="70.0" stroke="currentColor" stroke-opacity="0.7"/><text x="135.3" y="86.0" text-anchor="middle" font-size="12" opacity="0.75">0</text>
  <line x1="224.1" y1="16.0" x2="224.1" y2="70.0" stroke="currentColor" stroke-opacity="0.15"/><text x="224.1" y="86.0" text-anchor="middle" font-size="12" opacity="0.75">2</text>
  <line x1="312.9" y1="16.0" x2="312.9" y2="70.0" stroke="currentColor" stroke-opacity="0.15"/><text x="312.9" y="86.0" text-anchor="middle" font-size="12" opacity="0.75">4</text>
  <line x1="401.7" y1="16.0" x2="401.7" y2="70.0" stroke="currentColor" stroke-opacity="0.15"/><text x="401.7" y="86.0" text-anchor="middle" font-size="12" opacity="0.75">6</text>
  <line x1="490.4" y1="16.0" x2="490.4" y2="70.0" stroke="currentColor" stroke-opacity="0.15"/><text x="490.4" y="86.0" text-anchor="middle" font-size="12" opacity="0.75">8</text>
  <line x1="579.2" y1="16.0" x2="579.2" y2="70.0" stroke="currentColor" stroke-opacity="0.15"/><text x="579.2" y="86.0" text-anchor="middle" font-size="12" opacity="0.75">10</text>
  <line x1="668.0" y1="16.0" x2="668.0" y2="70.0" stroke="currentColor" stroke-opacity="0.15"/><text x="668.0" y="86.0" text-anchor="middle" font-size="12" opacity="0.75">12</text>
  <g><text x="125.3" y="34.0" text-anchor="end">Србија (RS)</text><rect x="135.3" y="20.5" width="532.7" height="18.0" fill="#0072b2"><title>Србија (RS), број: 12</title></rect><text x="673.0" y="34.0" text-anchor="start">12</text></g>
  <g><text x="125.3" y="61.0" text-anchor="end">&lt;b&gt;&amp;amp;&lt;/b&gt;|x</text><rect x="135.3" y="47.5" width="266.3" height="18.0" fill="#0072b2"><title>&lt;b&gt;&amp;amp;&lt;/b&gt;|x, број: 6</title></rect><text x="406.7" y="61.0" text-anchor="start">6</text></g>
  </svg>
  </figure>
  </li>
  </ol>
  <pre><code class="language-sh">untouched | code
  </code></pre>
  <figure>
  <table>
  <thead>
  <tr><th scope="col">from</th><th scope="col">to</th><th scope="col">period</th><th scope="col">lang</th></tr>
  </thead>
  <tbody>
  <tr><th scope="row">2014-12-01</th><td>2015-02-28</td><td>2014-12/2015-02</td><td>sr</td></tr>
  </tbody>
  </table>
  </figure>
  </body>
  </html>

The periods.

  $ printf '{{period}} {{from}} {{to}}\n' >p.md
  $ for p in 2016 2015-Q4 2015-q1 2016-02 2015-02 2015-10-12 2012/2013-06 today yesterday this-month last-month this-quarter last-quarter this-year last-year; do
  >   koop-report -f markdown -p $p p.md
  > done
  2016 2016-01-01 2016-12-31
  2015-Q4 2015-10-01 2015-12-31
  2015-Q1 2015-01-01 2015-03-31
  2016-02 2016-02-01 2016-02-29
  2015-02 2015-02-01 2015-02-28
  2015-10-12 2015-10-12 2015-10-12
  2012/2013-06 2012-01-01 2013-06-30
  2015-01-01 2015-01-01 2015-01-01
  2014-12-31 2014-12-31 2014-12-31
  2015-01 2015-01-01 2015-01-31
  2014-12 2014-12-01 2014-12-31
  2015-Q1 2015-01-01 2015-03-31
  2014-Q4 2014-10-01 2014-12-31
  2015 2015-01-01 2015-12-31
  2014 2014-01-01 2014-12-31
  $ for p in 15 2015-13 2015-02-29 2015-Q5 2015-Q 2015/2014 2015-10-1 next-year ''; do koop-report -p "$p" p.md; done
  koop-report: '15' is not a period, for option '--period' (see 'koop-report --help')
  koop-report: '2015-13' is not a period, for option '--period' (see 'koop-report --help')
  koop-report: '2015-02-29' is not a period, for option '--period' (see 'koop-report --help')
  koop-report: '2015-Q5' is not a period, for option '--period' (see 'koop-report --help')
  koop-report: '2015-Q' is not a period, for option '--period' (see 'koop-report --help')
  koop-report: '2015/2014' is not a period, for option '--period' (see 'koop-report --help')
  koop-report: '2015-10-1' is not a period, for option '--period' (see 'koop-report --help')
  koop-report: 'next-year' is not a period, for option '--period' (see 'koop-report --help')
  koop-report: '' is not a period, for option '--period' (see 'koop-report --help')
  [2]
  $ SOURCE_DATE_EPOCH=1456704000 koop-report -f markdown -p today p.md
  2016-02-29 2016-02-29 2016-02-29
  $ SOURCE_DATE_EPOCH=1456790400 koop-report -f markdown -p yesterday p.md
  2016-02-29 2016-02-29 2016-02-29

What to compare with.

  $ printf '```koop\nprintf "a\\tb\\n%%s\\t%%s\\n" $KOOP_COMPARE_FROM $KOOP_COMPARE_TO\n```\n' >cmp.md
  $ for p in 2016 2016-Q1 2016-03 2016-03-01 2016-02-28/2016-03-01 2015-11/2016-02; do koop-report -f text -p $p --compare=previous cmp.md | tail -1; done
  2015-01-01  2015-12-31
  2015-10-01  2015-12-31
  2016-02-01  2016-02-29
  2016-02-29  2016-02-29
  2016-02-25  2016-02-27
  2015-07-01  2015-10-31
  $ koop-report -f text --compare=2014-05 -p 2015-05 cmp.md | tail -1
  2014-05-01  2014-05-31
  $ koop-report --compare=previous cmp.md
  koop-report: option '--compare' needs '--period' (see 'koop-report --help')
  [2]
  $ koop-report --compare=before -p 2015 cmp.md
  koop-report: 'before' is not a period, for option '--compare' (see 'koop-report --help')
  [2]

A stage that fails, wherever it stands, fails the report; the message names the line of the fence and the
old report stays.

  $ echo old >report.html
  $ block() { printf '# T\n\n```koop\n%s\n```\n' "$1" >b.md; koop-report -o report.html b.md; }
  $ block 'exit 2 | cat m.tsv'
  koop-report: b.md:3: stage 1 'exit 2' ended with status 2
  [2]
  $ block 'cat m.tsv | (cat; exit 3) | cat'
  koop-report: b.md:3: stage 2 '(cat; exit 3)' ended with status 3
  [2]
  $ block 'cat m.tsv | no-such-command-here 2>/dev/null'
  koop-report: b.md:3: stage 2 'no-such-command-here 2>/dev/null' ended with status 127
  [2]
  $ block "cat m.tsv | sh -c 'kill -9 \$\$'" 2>&1 | grep -v Killed
  koop-report: b.md:3: stage 2 'sh -c 'kill -9 $$'' ended with status 137
  $ block "cat m.tsv | sh -c 'kill -PIPE \$\$'"
  koop-report: b.md:3: stage 2 'sh -c 'kill -PIPE $$'' ended with status 141
  [2]
  $ block 'true'
  koop-report: b.md:3: no header line in what the block prints
  [2]
  $ block 'printf "a\tb\n1\n"'
  koop-report: b.md:3: line 2: 1 fields where the header has 2 in what the block prints
  [2]
  $ block 'printf "a\n\\x\n"'
  koop-report: b.md:3: line 2: an unknown escape in what the block prints
  [2]
  $ block 'printf "a\na\tb\n"'
  koop-report: b.md:3: line 2: 2 fields where the header has 1 in what the block prints
  [2]
  $ block 'printf "a\ta\n"'
  koop-report: b.md:3: column 'a' twice, as columns 1 and 2 in what the block prints
  [2]
  $ cat report.html
  old

A stage before the last may end by SIGPIPE.

  $ block '(echo n; yes 1) | head -3' && grep -c '<td' report.html
  2

Status 1 marks the block.

  $ block 'cat m.tsv | (cat; exit 1) | cat'; grep doubt report.html | tail -1
  koop-report: b.md:3: data in doubt: stage 2 '(cat; exit 1)' ended with status 1
  <p class="doubt" role="note">Some of this data is in doubt.</p>
  $ koop-report -l mk -f text b.md | head -5
  koop-report: b.md:3: data in doubt: stage 2 '(cat; exit 1)' ended with status 1
  T
  
  ! Некои од овие податоци се несигурни.
  
  земја           број    удел
  $ koop-report -l sr-Latn -f markdown b.md 2>/dev/null | sed -n 's/^> //p'
  **!** Neki od ovih podataka su nesigurni.

What is not one pipeline is refused, not half run.

  $ block 'echo a; echo b'
  koop-report: b.md:3: more than one pipeline in a block; put ( ) around the commands
  [2]
  $ block 'echo a && echo b'
  koop-report: b.md:3: more than one pipeline in a block; put ( ) around the commands
  [2]
  $ block 'echo a || echo b'
  koop-report: b.md:3: more than one pipeline in a block; put ( ) around the commands
  [2]
  $ block 'echo a & echo b'
  koop-report: b.md:3: more than one pipeline in a block; put ( ) around the commands
  [2]
  $ printf '```koop\necho a\necho b\n```\n' >b.md; koop-report b.md
  koop-report: b.md:1: more than one pipeline in a block; put ( ) around the commands
  [2]
  $ block 'cat <<EOF'
  koop-report: b.md:3: a here-document in a block; put the text in a file
  [2]
  $ block 'cat m.tsv | | cat'
  koop-report: b.md:3: an empty stage
  [2]
  $ block 'cat m.tsv |'
  koop-report: b.md:3: an empty stage
  [2]
  $ block "cat 'm.tsv"
  koop-report: b.md:3: no closing '
  [2]
  $ block 'cat $(echo m.tsv'
  koop-report: b.md:3: no closing )
  [2]
  $ block '# nothing'
  koop-report: b.md:3: an empty block
  [2]
  $ block '(echo "a	$(echo "b|c")"; echo x\|y"|"\	1) 2>&1 | cat' && grep -c 'x|y|' report.html
  1

Words on the fence.

  $ fence() { printf '```koop %s\ncat m.tsv\n```\n' "$1" >b.md; koop-report -f markdown b.md; }
  $ fence 'titel=x'
  koop-report: b.md:1: unknown word 'titel' on a fence (did you mean 'title'?)
  [2]
  $ fence 'title="x'
  koop-report: b.md:1: 'title="x' on a fence is not name=value
  [2]
  $ fence 'chart=pie'
  koop-report: b.md:1: bad value 'pie' for 'chart' on a fence
  [2]
  $ fence 'nonsense'
  koop-report: b.md:1: unknown word 'nonsense' on a fence
  [2]
  $ fence 'digits=99'
  koop-report: b.md:1: bad value '99' for 'digits' on a fence
  [2]
  $ fence 'align=lllll'
  koop-report: b.md:1: 'lllll' is not letters l, r, c or - for 3 columns
  [2]
  $ fence 'align=rc title="two words"'
  **two words**
  
  | country | n | share |
  | ---: | :---: | ---: |
  | RS | 12 | 0.6667 |
  | \<b>\&amp;\</b>\|x | 6 | 0.3333 |
  $ printf '```koop chart=bar value=country\ncat m.tsv\n```\n' >b.md; koop-report b.md
  koop-report: b.md:1: column 'country' does not hold numbers only
  [2]
  $ printf '```koopx\ncat m.tsv\n```\n' | koop-report -t - -f text
  cat m.tsv
  $ printf '> ```koop\n> cat m.tsv\n\ntext\n' >b.md; koop-report b.md
  koop-report: b.md:1: a block without a closing fence
  [2]
  $ printf '> ~~~~koop\n> head -1 m.tsv\n> ~~~~\ntext\n' >b.md; koop-report -f markdown b.md | sed 's/^>/quoted:/'
  quoted: | country | n | share |
  quoted: | --- | --- | --- |
  quoted: | no data |  |  |
  text

A period in which nothing happened: tables and charts say so, in the language of the report.

  $ printf '```koop title=T\nhead -1 m.tsv\n```\n\n```koop chart=line\nhead -1 m.tsv\n```\n' >b.md
  $ koop-report -l sq -f text b.md | head -n 5
  T
  
  vendi  numri  përqindja
  -----  -----  ---------
  nuk ka të dhëna
  $ koop-report -l sr b.md | grep 'нема података'
  <tr><td colspan="3">нема података</td></tr>
  <text x="16" y="29.0">нема података</text>

The language of a report is that of its tables; a block may have another, or codes as they are.

  $ fence() { printf '```koop%s\nprintf "country\\tn\\nRS\\t1\\n"\n```\n' "$1"; }
  $ (fence ''; fence ' labels=hr'; fence ' labels=none') >l.md
  $ koop-report -f markdown -l mk-MK l.md | grep -v -e ---
  | земја | број |
  | Србија (RS) | 1 |
  | država | broj |
  | Srbija (RS) | 1 |
  | country | n |
  | RS | 1 |
  $ koop-report -f markdown -l de l.md | sed -n 1p
  | country | n |
  $ koop-report -f markdown -l de --labels=sl l.md | sed -n 1p
  | država | število |

Days and periods as people write them.

  $ printf '{{periodtext}} | {{fromtext}} | {{totext}} | {{datetext}}\n' >words.md
  $ for lang in en sr sr-Latn hr bs cnr sl mk sq; do koop-report -f markdown -p 2015-10 -l $lang words.md; done
  October 2015 | 1 October 2015 | 31 October 2015 | 1 January 2015
  октобар 2015. | 1. 10. 2015. | 31. 10. 2015. | 1. 1. 2015.
  oktobar 2015. | 1. 10. 2015. | 31. 10. 2015. | 1. 1. 2015.
  listopad 2015. | 1. 10. 2015. | 31. 10. 2015. | 1. 1. 2015.
  oktobar 2015. | 1. 10. 2015. | 31. 10. 2015. | 1. 1. 2015.
  oktobar 2015. | 1. 10. 2015. | 31. 10. 2015. | 1. 1. 2015.
  oktober 2015 | 1. 10. 2015 | 31. 10. 2015 | 1. 1. 2015
  октомври 2015 | 1.10.2015 | 31.10.2015 | 1.1.2015
  tetor 2015 | 1.10.2015 | 31.10.2015 | 1.1.2015
  $ printf '{{periodtext}}\n' >words.md
  $ for p in 2015 2015-Q4 2015-01/2015-03 2015-02/2015-04 2015-05-06 2014/2015; do
  >   for lang in en hr sq; do koop-report -f markdown -p $p -l $lang words.md; done; done
  2015
  2015.
  2015
  quarter 4 of 2015
  4. tromjesečje 2015.
  tremujori 4 i 2015
  quarter 1 of 2015
  1. tromjesečje 2015.
  tremujori 1 i 2015
  1 February 2015 – 30 April 2015
  1. 2. 2015. – 30. 4. 2015.
  1.2.2015 – 30.4.2015
  6 May 2015
  6. 5. 2015.
  6.5.2015
  1 January 2014 – 31 December 2015
  1. 1. 2014. – 31. 12. 2015.
  1.1.2014 – 31.12.2015
  $ koop-report -f markdown words.md
  koop-report: words.md:1: placeholder '{{periodtext}}' needs '--period'
  [2]

Placeholders.

  $ printf 'a\n{{period}}\n' >b.md; koop-report b.md
  koop-report: b.md:2: placeholder '{{period}}' needs '--period'
  [2]
  $ printf 'a\n\n{{perod}}\n' >b.md; koop-report -p 2015 b.md
  koop-report: b.md:3: unknown placeholder '{{perod}}' (did you mean 'period'?)
  [2]
  $ printf '{{ x }} {{Y}} {{\n' >b.md; koop-report -f markdown b.md
  {{ x }} {{Y}} {{

Usage.

  $ koop-report -p 2015 m.tsv
  koop-report: option '--period' is for templates (see 'koop-report --help')
  [2]
  $ koop-report -f csv b.md
  koop-report: a template cannot be written as csv, only as html, markdown, text or eml (see 'koop-report --help')
  [2]
  $ koop-report no-such.md
  koop-report: cannot open 'no-such.md': No such file or directory
  [2]
  $ koop-report -t . 
  koop-report: cannot read '.': Is a directory
  [2]
  $ printf '\377\n' >bad.md; koop-report bad.md
  koop-report: bad.md: bad UTF-8 in a template
  [2]

Labels in a report.

  $ printf '```koop labels=hr\nprintf "country\\tn\\nRS\\t1\\n"\n```\n' >l.md; koop-report -f markdown l.md
  | država | broj |
  | --- | ---: |
  | Srbija (RS) | 1 |
  $ printf '```koop\nprintf "country\\tn\\nRS\\t1\\n"\n```\n' >l.md; koop-report -f markdown --labels=sq l.md
  | vendi | numri |
  | --- | ---: |
  | Serbi (RS) | 1 |
  $ printf '```koop labels=xx\necho\n```\n' >l.md; koop-report l.md
  koop-report: l.md:1: bad value 'xx' for 'labels' on a fence
  [2]

The template that comes with koop.

  $ printf 'id\tname\tcountry\tfields\tfounded\n1\tA\tRS\tmusic;film\t2001\n2\tB\tRS\tmusic\t2001-05\n3\tC\tHR\t\t2010\n4\tD\tHR\tdance\t\n' >members.tsv
  $ koop-report --labels=en -f text $TESTDIR/../common/report/templates/register.md members.tsv
  The register at a glance
  
  Made on 2015-01-01 from a register of members that koop-import has read:
  koop-report register.md members.tsv.
  
  Where
  
  Members by country
  
  country       number  share
  ------------  ------  -----
  Croatia (HR)       2  0.500
  Serbia (RS)        2  0.500
  
  country       number
  ------------  ------
  Croatia (HR)       2
  Serbia (RS)        2
  
  What
  
  Members by field
  
  fields                  number  share
  ----------------------  ------  -----
                               1  0.250
  dance                        1  0.250
  film and cinema (film)       1  0.250
  music                        2  0.500
  
  Since when
  
  year  number
  ----  ------
  2001       2
  2010       1
  $ koop-report --labels=en -o register.html $TESTDIR/../common/report/templates/register.md members.tsv && grep -c '<svg' register.html
  2

The one for memberships, and for a register with the dates.

  $ printf 'member_id\tvalid_from\tvalid_to\na\t2010\t2011-06\na\t2011-07\t\nb\t2010-02\t2012\nc\t2011\t\n' >spells.tsv
  $ koop-report -f text $TESTDIR/../common/report/templates/membership.md spells.tsv
  Members come and go
  
  Made on 2015-01-01 from a list of memberships, or a register that says who joined and left when:
  koop-report membership.md memberships.tsv.
  
  Year by year
  
  Bodies, each counted once however many memberships it has; undated ones stand first.
  
  Joined, left, and there at the end
  
  year  bodies_joined  bodies_left  bodies_net  bodies_at_end
  ----  -------------  -----------  ----------  -------------
  2010              2            0           2              2
  2011              1            0           1              3
  2012              0            1          -1              2
  
  There at the end of the year
  
  year  bodies_at_end
  ----  -------------
  2010              2
  2011              3
  2012              2
  
  How long they stay
  
  Part that stays longer than so many years
  
  stat           level  estimate  ci_low  ci_high  n
  -------------  -----  --------  ------  -------  -
  survival           1     0.750   0.426        1  3
  survival           2     0.750   0.426        1  1
  median_length            2.376   0.953           4
  $ sed '1s/.*/id	joined	left/' spells.tsv >register.tsv
  $ koop-report -f text $TESTDIR/../common/report/templates/membership.md register.tsv | tail -n 4
  -------------  -----  --------  ------  -------  -
  survival           1     0.750   0.426        1  3
  survival           2     0.750   0.426        1  1
  median_length            2.376   0.953           4

As a mail: the subject is the title, encoded where it is not ASCII; text, then the page, of one run of the
pipelines.

  $ cat >mail.md <<'EOF'
  > # Извештај о чланству за {{period}}
  > 
  > ```koop chart=bar
  > (echo run >>runs; printf 'field\tn\nтеатар\t3\n')
  > ```
  > EOF
  $ koop-report -f eml -p 2015 mail.md >report.eml; grep -c run runs
  1
  $ tr -d '\r' <report.eml | sed -n '1,9p'
  Subject: =?UTF-8?B?0JjQt9Cy0LXRiNGC0LDRmCDQviDRh9C70LDQvdGB0YLQstGDINC30LAgMjAx?=
   =?UTF-8?B?NQ==?=
  MIME-Version: 1.0
  Content-Type: multipart/alternative;
   boundary="koop_report_part"
  
  --koop_report_part
  Content-Type: text/plain; charset=UTF-8
  Content-Transfer-Encoding: base64
  $ part() { tr -d '\r' <report.eml | awk -v n=$1 '/^--koop/ { i++; body = 0; next } body && i == n; /^$/ { body = 1 }' | base64 -d; }
  $ part 1
  Извештај о чланству за 2015
  
  field   n
  ------  -
  театар  3
  $ part 2 | grep -c '<svg'
  1
  $ tail -c 22 report.eml | od -An -c
     -   -   k   o   o   p   _   r   e   p   o   r   t   _   p   a
     r   t   -   -  \r  \n
  $ koop-report -o report.eml --title 'Plain one' mail.md 2>&1; head -1 report.eml | tr -d "\r"
  koop-report: mail.md:1: placeholder '{{period}}' needs '--period'
  Subject: =?UTF-8?B?0JjQt9Cy0LXRiNGC0LDRmCDQviDRh9C70LDQvdGB0YLQstGDINC30LAgMjAx?=
  $ koop-report -p 2015 -o report.eml --title "Plain one" mail.md; head -1 report.eml | tr -d "\r"
  Subject: Plain one
  $ koop-report -f eml m.tsv
  koop-report: only the report of a template can be a mail
  [2]
