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
  koop-import: column 'phone': 1 changed, 0 meant no value, 0 not mapped
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

Amounts: the number, and the currency that stands beside it, in the heading or in a column of its own.

  $ cat >money.csv <<'DATA'
  > Primalac;Iznos (EUR);Datum
  > A;1.234,50 €;2019
  > B;12 000 ден.;2019
  > C;KM 500;2019
  > D;500,- kn;2019
  > E;1.234;2019
  > F;cca 500;2019
  > G;500-1000 EUR;2019
  > H;-50;2019
  > I;(1.200,00);2019
  > J;nema;2019
  > K;12 jabuka;2019
  > L;3 mil. EUR;2019
  > M;250;2019
  > DATA
  $ koop-import -t funding money.csv | cut -f 2,3
  koop-import: money.csv:7: no exact amount: 'cca 500', in column 'amount'
  koop-import: money.csv:8: no exact amount: '500-1000 EUR', in column 'amount'
  koop-import: money.csv:9: negative amount '-50', in column 'amount'
  koop-import: money.csv:10: negative amount '(1.200,00)', in column 'amount'
  koop-import: money.csv:12: not an amount: '12 jabuka', in column 'amount'
  koop-import: money.csv:13: not an amount: '3 mil. EUR', in column 'amount'
  amount	currency
  1234.5	EUR
  12000	MKD
  500	BAM
  500	HRK
  1234	EUR
  cca 500	
  500-1000 EUR	
  -50	
  (1.200,00)	
  	
  12 jabuka	
  3 mil. EUR	
  250	EUR
  $ printf 'recipient,amount,currency\nA,100 €,RSD\nB,100 €,eura\nC,100 din.,\nD,100,KM\nE,100,groša\n' | koop-import -t funding
  koop-import: standard input:2: amount in EUR in column 'amount', but another currency in column 'currency'
  koop-import: standard input:6: unknown currency 'groša'
  recipient	amount	currency
  A	100 €	RSD
  B	100	EUR
  C	100	RSD
  D	100	BAM
  E	100	groša
  [1]
  $ printf 'recipient,amount\nA,1.234\nB,12.5\n' | koop-import -t funding
  recipient	amount	currency
  A	1.234	
  B	12.5	
  $ printf 'recipient,amount\nA,1.234\nB,"12,5"\n' | koop-import -t funding --threads=2
  recipient	amount	currency
  A	1234	
  B	12.5	
  $ printf 'recipient,amount\nA,1.234\nB,"12,5"\nC,12.5\n' | koop-import -t funding
  koop-import: standard input:2: ambiguous number '1.234', in column 'amount' (say the language with -l)
  recipient	amount	currency
  A	1.234	
  B	12.5	
  C	12.5	
  [1]
  $ printf 'name,budget\nA,1.234\nB,"12,5"\n' >one.csv
  $ printf 'name,budget\nC,1.234\nD,12.5\n' >two.csv
  $ koop-import one.csv two.csv | cut -f 1,7,8
  name	budget	currency
  A	1234	
  B	12.5	
  C	1.234	
  D	12.5	

Addresses and telephone numbers: checked, several in one cell a list.

  $ cat >contacts.csv <<'DATA'
  > naziv;država;telefon;email;web
  > A;Srbija;011/3239-000;Info(at)Ruka.RS;WWW.Ruka.rs
  > B;Srbija;+381 (0)11 3239 000, 064 123 4567;a@b.rs; ana@
  > C;;011 3239000;a@b.org, C@D.org;http://a.org http://b.org/x?y
  > D;Hrvatska;tel: 01 234 5678 / fax 01 234 5679;a@b;ftp:/x
  > E;Slovenija;(01) 234 56 78, 123;;
  > F;Austrija;0043 1 234567;;
  > DATA
  $ koop-import contacts.csv | cut -f 1,9-11
  koop-import: contacts.csv:3: not a web address: 'ana@'
  koop-import: contacts.csv:4: telephone number '011 3239000' of no known country
  koop-import: contacts.csv:5: not an e-mail address: 'a@b'
  koop-import: contacts.csv:5: not a web address: 'ftp:/x'
  koop-import: contacts.csv:6: not a telephone number: '(01) 234 56 78, 123'
  name	phone	email	url
  A	+381113239000	Info@ruka.rs	www.ruka.rs
  B	+381113239000;+381641234567	a@b.rs	 ana@
  C	011 3239000	a@b.org;C@d.org	http://a.org;http://b.org/x?y
  D	+38512345678;+38512345679	a@b	ftp:/x
  E	(01) 234 56 78, 123		
  F	+431234567		

Numbers of registers, by their check digits; the number of a person goes no further.

  $ cat >numbers.csv <<'DATA'
  > naziv;država;matični broj;PIB
  > A;Srbija;07007965;100041150
  > B;Srbija;07007966;100041151
  > C;Hrvatska;;33392005961
  > D;Slovenija;5014018000;SI98511734
  > E;Makedonija;;MK4030000375898
  > F;Srbija;0308964384007;
  > G;;JMBG 030896-4384007;0101006500006
  > H;Srbija;0308964384007;0308964384007;0308964384008
  > DATA
  $ koop-import --verbatim -r refused.tsv numbers.csv | cut -f 1,8,11-14
  koop-import: numbers.csv:3: wrong check digit in '07007966', in column 'identifier'
  koop-import: numbers.csv:3: wrong check digit in '100041151', in column 'tax_number'
  koop-import: numbers.csv:6: wrong check digit in 'MK4030000375898', in column 'tax_number'
  koop-import: numbers.csv:7: a person's number (JMBG, EMŠO) in column 'identifier', left out
  koop-import: numbers.csv:8: a person's number (JMBG, EMŠO) in column 'identifier', left out
  koop-import: numbers.csv:8: a person's number (JMBG, EMŠO) in column 'tax_number', left out
  koop-import: numbers.csv:9: row refused: 5 fields where the header has 4
  name	country	identifier	identifier_verbatim	tax_number	tax_number_verbatim
  A	RS	07007965		100041150	
  B	RS	07007966		100041151	
  C	HR			33392005961	
  D	SI	5014018000		SI98511734	
  E	MK			MK4030000375898	
  F	RS				
  G					
  $ cut -f 4 refused.tsv
  row
  H;Srbija;*************;*************;0308964384008
  $ koop-import --verbatim -r refused.tsv numbers.csv 2>&1 | grep -c 0308964384007
  0
  [1]

A column of persons' numbers is one of identifiers, whatever its heading; every unknown field is named.

  $ printf 'naziv;oblast;ЈМБГ\nA;muzka, neznano polje, teatar;0308964384007\n' | koop-import | cut -f 1,7,8
  koop-import: standard input:2: unknown field of culture 'muzka' (did you mean 'muzika'?)
  koop-import: standard input:2: unknown field of culture 'neznano polje'
  koop-import: standard input:2: a person's number (JMBG, EMŠO) in column 'identifier', left out
  name	fields	identifier
  A	muzka;neznano polje;theatre	

Headings are cut short or say whose they are, and the fields of a cell stand on lines of their own.

  $ printf '"3. Naziv organizacije *";"Br. tel.";"God.\nosn.";"Oblasti rada"\nA;;"I kvartal 2011";"kulturna\npolitika\nfilm (igrani, dokumentarni)"\n' | koop-import | cut -f 1,7-
  name	country	phone	founded	fields
  A			2011-01/2011-03	cultural-policy;film

Names without a word have a key all the same.

  $ printf 'name\n???\n—\n😀\nd.o.o.\n„”\n.\nУдружење\n' | koop-import | cut -f 1-3
  name	name_latn	name_key
  ???	???	???
  —	—	—
  😀	😀	😀
  d.o.o.	d.o.o.	doo
  „”	„”	„”
  .	.	.
  Удружење	Udruženje	udruzenje

A heading that counts in thousands.

  $ printf 'primalac;Iznos (u 000 RSD)\nA;1500\n' | koop-import -t funding
  koop-import: standard input:1: column 'amount' may count in thousands or millions, by its heading 'Iznos (u 000 RSD)'; the amounts stay
  recipient	amount	currency
  A	1500	
  [1]
