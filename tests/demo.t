The main job: seven lists and the log of one network become a register, tables, a network and a report.

  $ sh "$TESTDIR/data/demo/run" out >log 2>messages; echo $?
  0

What could not be read was said, and what was no record was kept.

  $ sed "s|$TESTDIR/||" messages log | grep '^koop-import: data.*srbija'
  koop-import: data/demo/srbija-clanice.csv:29: row refused: 3 fields where the header has 8
  koop-import: data/demo/srbija-clanice.csv:35: not a date: '31.02.2012.', in column 'joined'
  koop-import: data/demo/srbija-clanice.csv:41: unknown country 'Srbiaj' (did you mean 'Srbija'?)
  $ koop-filter '' --bare -c line,reason,row out/rejects-nkss.tsv out/rejects-bh.tsv
  29	3 fields where the header has 8	28;Art klinika;Novi Sad
  28	total line	Ukupno;25;;;;
  $ koop-filter 'country in ("Srbiaj", "Balkanija") or joined ~ "^3[01]\."' -c name,country,joined out/register.tsv
  name	country	joined
  Balkanski krug	Balkanija	2017
  Mreža mladih Osijek	HR	30.2.2011.
  Udruženje Žene na delu	RS	31.02.2012.
  Lokalna inicijativa Zaječar	Srbiaj	2015

The same body in two scripts and in several lists is one.

  $ koop-filter -n '' out/members.tsv; koop-filter -n '' out/register.tsv
  213
  205
  $ cat out/in-two-lists.tsv
  name_key	country	n
  centar i kulturu mlade nezavisnu pogon za zagrebacki	HR	3
  abrasevic okc	BA	2
  asociacija	SI	2
  asocijacija kulturna nezavisna scena srbije	RS	2
  bitola mkc	MK	2
  e kulturore pavarur skena	AL	2
  kooperativa kulturu platforma regionalna za	HR	2
  $ koop-filter 'name_key = "bitola mkc"' -c network,name,name_latn,script,country,founded out/members.tsv
  network	name	name_latn	script	country	founded
  nkss	MKC Bitola	MKC Bitola	Latn	MK	1999
  jadro	МКЦ Битола	MKC Bitola	Cyrl	MK	1999

The tables, whose margins count every body once.

  $ koop-filter 'fields in ("music", "film", "*")' out/members-by-country-and-field.tsv
  fields	AL	BA	Balkanija	HR	ME	MK	RS	SI	Srbiaj	XK	*
  film	2	1		2	1		3	1		2	12
  music	1	1		3	1	3	3	2			14
  *	21	24	1	33	7	28	40	29	1	21	205
  $ cat out/activities-by-year-and-type.tsv
  year	festival	istraživanje	konferencija	prezentacija	radionica	razmena	zagovaranje	*
  		2						2
  2011	1	2	3	1	6			13
  2012	2	1		1		2		6
  2013	2		1				3	6
  2014	1	1	1			2	1	6
  2015	3	2	1	2	2	2	1	13
  2016			1	1		1	1	4
  2017				1		1	1	3
  2018			1	1		1	1	4
  2019			1	1	1			3
  *	9	8	9	8	9	9	8	60

The network.

  $ koop-filter 'measure in ("orgs", "edges", "cross_share", "ei_index")' out/collaboration.tsv
  measure	value
  edges	190
  orgs	39
  cross_share	0.8064516129032258
  ei_index	0.6129032258064516
  $ koop-filter '' -s degree:nr,id out/collaboration-nodes.tsv | head -n 4
  id	country	degree	strength	component	core
  Asocijacija Nezavisna kulturna scena Srbije	RS	38	165	1	7
  Skena e Pavarur Kulturore	AL	17	32	1	7
  Deli prostor	RS	16	28	1	7

The files that other programs read.

  $ grep -o '<desc>[^;]*' out/network.svg; grep -c '<tr data-node' out/network.html; grep -o '<desc>[^,]*' out/mixing.svg
  <desc>nodes: 206, edges: 190
  206
  <desc>Albania (AL): AL 0
  $ head -n 1 out/network.dot; grep -c '<node ' out/network.graphml; grep -c '<svg ' out/members-by-country.svg
  graph {
  206
  1
  $ grep -c '<svg ' out/report.html; grep -c '<table' out/report.html
  1
  6
