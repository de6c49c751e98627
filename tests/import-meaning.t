koop-import: what values mean.

The country: by its name, a bracket, a part, a town; where it is missing or may be several, by what else the row says,
in this order: town, web domain, prefix of the telephone. A form that is not known stays, whatever the town.

  $ cat >where.csv <<'DATA'
  > naziv;država;grad;web;email;telefon
  > Ruka;;u Beogradu;;;
  > Asociacija;;SI-1000 Ljubljana;;;
  > Dom;RS;Banjoj Luci;;;
  > Kino;RS;Maribor;;;
  > Krug;RS;;;;
  > Most;BH;;www.most.ba;;
  > Vir;BH;;;;
  > Zbor;;Novi Pazar;http://zbor.rs/o-nama;;
  > Zid;;Novi Pazar;;info@zid.hr;
  > Gaj;;Novi Pazar, Srbija;;;
  > Plan;CG;;;;+382 20 123 456
  > Hrast;;Kamenica;;;
  > Lipa;Srbiaj;Niš;;;
  > Breza;;Sarajevo, BiH;;x@gmail.com;
  > Trn;;;;trn@yahoo.de;
  > Bor;BIFC (SLO);;;;
  > Jela;Skopje, MK;;;;
  > Smreka;Скопје;;;;
  > DATA
  $ koop-import -v where.csv -o where.tsv
  koop-import: where.csv:8: ambiguous country 'BH', taken as BA
  koop-import: where.csv:14: unknown country 'Srbiaj' (did you mean 'Srbija'?)
  koop-import: rows read: 18 (18 written, 0 refused)
  koop-import: countries: 1 by name, 1 by bracket, 1 by part, 7 by town, 2 by web domain, 1 by telephone prefix; not decided: 5
  koop-import: column 'country': 6 changed, 0 meant no value, 1 not mapped
  [1]
  $ koop-filter '' -c name,country,region,city where.tsv
  name	country	region	city
  Ruka	RS		u Beogradu
  Asociacija	SI		SI-1000 Ljubljana
  Dom	BA	BA-SRP	Banjoj Luci
  Kino	SI		Maribor
  Krug	RS		
  Most	BA		
  Vir	BA		
  Zbor	RS		Novi Pazar
  Zid			Novi Pazar
  Gaj	RS		Novi Pazar, Srbija
  Plan	ME		
  Hrast			Kamenica
  Lipa	Srbiaj		Niš
  Breza	BA		Sarajevo, BiH
  Trn			
  Bor	SI		
  Jela	MK		
  Smreka	MK		
  $ cut -d ';' -f 1,3 where.csv | koop-import | head -n 4
  name	name_latn	name_key	lang	script	legal_form	country	city
  Ruka	Ruka	ruka		Latn		RS	u Beogradu
  Asociacija	Asociacija	asociacija	sl	Latn		SI	SI-1000 Ljubljana
  Dom	Dom	dom		Latn		BA	Banjoj Luci

Towns that are added at run time; one of a name that is known makes it ambiguous.

  $ mkdir words
  $ printf 'town\tcountry\tcapital\tforms\nAtlantida\tGR\t\tAtlantis\nNiš\tBG\t\t\n' >words/towns.tsv
  $ printf 'name,city\nA,u Atlantidi\nB,Niš\nC,Atlantis\n' | KOOP_VOCAB=words koop-import | cut -f 1,7
  name	country
  A	GR
  B	
  C	GR

The legal form, for which a word means different things in different countries; the input's own stays.

  $ cat >forms.csv <<'DATA'
  > name,country
  > Ustanova Zrno,SI
  > Ustanova Zrno,HR
  > Ustanova Zrno,
  > Zavod Zrno,SI
  > Zavod Zrno,RS
  > Društvo Zrno,SI
  > Društvo Zrno,RS
  > Društvo Asociacija,
  > Zrno d.o.o.,
  > Društvo Zrno d.o.o.,SI
  > Kooperativa - Regionalna platforma za kulturu,HR
  > Zadruga Zrno,HR
  > Podružnica udruge Zrno,HR
  > Удружење Зрно у ликвидацији,RS
  > DATA
  $ koop-import forms.csv | koop-filter '' -c name,country,legal_form
  name	country	legal_form
  Ustanova Zrno	SI	found
  Ustanova Zrno	HR	public-inst
  Ustanova Zrno		
  Zavod Zrno	SI	private-inst
  Zavod Zrno	RS	public-inst
  Društvo Zrno	SI	assoc
  Društvo Zrno	RS	
  Društvo Asociacija		
  Zrno d.o.o.		llc
  Društvo Zrno d.o.o.	SI	llc
  Kooperativa - Regionalna platforma za kulturu	HR	
  Zadruga Zrno	HR	coop
  Podružnica udruge Zrno	HR	assoc
  Удружење Зрно у ликвидацији	RS	assoc
  $ printf 'name,legal_form\nZrno d.o.o.,zadruga\n' | koop-import | cut -f 1,6
  name	legal_form
  Zrno d.o.o.	zadruga
