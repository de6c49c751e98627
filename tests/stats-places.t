koop-stats: how much is in one place: concentration over the values of a column, and what is outside the capitals.

  $ cat >c.tsv <<'EOF'
  > id	city	country	fields	grant
  > 1	Beograd	RS	music;film	100
  > 2	Novi Sad	RS	music	50
  > 3	Beogradu	RS	film	
  > 4	Veliko Brdo	RS		20
  > 5	Skopje	MK	music	10
  > 6	Битола	MK	film;dance	x
  > 7		MK	dance	5
  > 8	Sarajevo	Bosna i Hercegovina	film	7
  > 9	Vienna	Narnia	film	3
  > 10	Beograd	YU	film	3
  > 11	Beograd		film	1
  > 12	Grad	Narnia		
  > EOF

By number, by the items of a list, or by an amount; without values there is nothing. A half and a half is 0.5, and
ln 2 = 0.693.

  $ koop-stats -q -m 'distinct(city),hhi(city),entropy(city),gini_counts(city)' c.tsv
  stat	variable	estimate	n
  distinct	city	9	11
  hhi	city	0.14049586776859505	11
  entropy	city	2.0982737395252498	11
  gini_counts	city	0.16161616161616163	11
  $ koop-stats -q -m 'hhi(city,grant),entropy(city, grant),gini_counts(city,grant),hhi(country,grant)' c.tsv
  stat	variable	estimate	n
  hhi	city/grant	0.36863641194600916	8
  entropy	city/grant	1.2550978080709474	8
  gini_counts	city/grant	0.5532646048109966	8
  hhi	country/grant	0.7446178961330476	8
  [1]
  $ koop-stats -b country -m 'hhi(fields),entropy(fields)' --where='country = "MK"' --total c.tsv
  country	stat	variable	estimate	n
  MK	hhi	fields	0.375	3
  MK	entropy	fields	1.0397207708399179	3
  *	hhi	fields	0.375	3
  *	entropy	fields	1.0397207708399179	3
  $ koop-stats -x country -m 'hhi(fields)' --where='country in ("RS", "MK")' --total c.tsv
  MK	RS	*
  0.375	0.5	0.34375
  $ printf 'x\ty\na\t1\nb\t1\na\t\n' | koop-stats -m 'hhi(x,y),entropy(x,y),gini_counts(x,y),hhi(x)'
  stat	variable	estimate	n
  hhi	x/y	0.5	2
  entropy	x/y	0.6931471805599453	2
  gini_counts	x/y	0	2
  hhi	x	0.5555555555555556	3
  $ printf 'x\ty\na\t1\nb\t-1\n\t5\n' | koop-stats -m 'hhi(x,y),entropy(x,y)'
  stat	variable	estimate	n
  hhi	x/y		2
  entropy	x/y		2
  $ printf 'x\ty\n' | koop-stats -m 'hhi(x,y),entropy(x),gini_counts(x)'
  stat	variable	estimate	n
  hhi	x/y		0
  entropy	x		0
  gini_counts	x		0
  $ printf 'x\n\n' | koop-stats -m 'hhi(x),entropy(x),gini_counts(x)'
  stat	variable	estimate	n
  hhi	x		0
  entropy	x		0
  gini_counts	x		0

A town that is not known is no capital, when that of its country is known. Without a country any capital counts;
without a town, or with a country of which nothing is known, a record is left out.

  $ koop-stats -m 'outside_capital(city)' c.tsv
  stat	variable	estimate	n
  outside_capital	city	0.3	10
  $ koop-stats -b country -m 'outside_capital(city),n' c.tsv
  country	stat	variable	estimate	n
  	outside_capital	city	0	1
  	n		1	1
  Bosna i Hercegovina	outside_capital	city	0	1
  Bosna i Hercegovina	n		1	1
  MK	outside_capital	city	0.5	2
  MK	n		3	3
  Narnia	outside_capital	city	0	1
  Narnia	n		2	2
  RS	outside_capital	city	0.5	4
  RS	n		4	4
  YU	outside_capital	city	0	1
  YU	n		1	1
  $ koop-stats -m 'outside_capital(grad, zemlja)' <<'EOF'
  > grad	zemlja
  > Priština	XK
  > Prizren	XK
  > Tirana	AL
  > u Skoplju	MK
  > EOF
  stat	variable	estimate	n
  outside_capital	grad	0.25	4
  $ koop-stats -m 'outside_capital(city,country),outside_capital(city,id)' c.tsv
  koop-stats: measure 'outside_capital' is asked for 'city' in two countries
  [2]
