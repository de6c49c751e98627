koop-import: registers as people keep them. Nothing is lost without a word: what cannot be read stays and is named.

Serbian: two scripts, a title, numbered rows, dates and amounts of all kinds, a total.

  $ cat >rs.csv <<'DATA'
  > Списак чланица на дан 31.12.2023;;;;;;;;;;;
  > Р.бр.;Назив удружења;Седиште;Држава;Област деловања;Основано;Телефон;Е-пошта;Сајт;Годишњи буџет;Чланица од;Напомена
  > 1.;Удружење грађана „Рука“;Београд;Србија;музика, позориште;4. мај 2013.;011/3239-000;mailto:info@ruka.rs;www.ruka.rs;1.234,50 €;јануар 2015;
  > 2.;"UG ""Žuti čičak""";Niš;Srbija;pozorište i film;2009. godine;+381 18 123 456; info(at)cicak.org ;cicak.org;cca 5.000 €;od 2012. godine;nije platio članarinu 2019
  > 3.;НВО Мост;Нови Сад ;RS;визуелне уметности / дизајн;крајем 2010;021-456-789, 064/123-45-67;most@eunet.rs , zorana@most.rs;http://www.most.rs/;12 000 дин.;септембар 2014. год.;види рег. бр. 28/2010
  > 4.;Kulturni centar "Grad";Beograd;Srbija;-;?;nema;n/a;-;-;03/2016;
  > 5.;Фондација Дом;Крагујевац;Србија;омладина;0000-00-00;034 123 456;dom[at]dom.rs, ured (at) dom.rs;dom.rs;300.000,00 RSD;15.03.11.;
  > 6.;Udruženje „Krug";Zrenjanin;Srbija;ples; 2005-2006;023123456;krug @ krug.rs;facebook.com/krug;KM 300;maj '14;
  > 7.;Омладински клуб;Ужице;Србија;омладина;5.5.05;031/123-456 (факс 031/123-457);klub@uzice;klub uzice;10,000.00 EUR;оснивач;
  > ;;;;;;;;;;;
  > Укупно:;7;;;;;;;;14.234,50;;
  > DATA
  $ koop-import --skip=auto -v -r refused.tsv rs.csv -o rs.tsv
  koop-import: rs.csv:4: no exact amount: 'cca 5.000 €', in column 'budget'
  koop-import: rs.csv:9: not an e-mail address: 'klub@uzice'
  koop-import: rs.csv:9: not a web address: 'klub uzice'
  koop-import: rs.csv:9: not a date: 'оснивач', in column 'joined'
  koop-import: rs.csv:11: row refused: total line
  koop-import: rows read: 8 (7 written, 1 refused)
  koop-import: blank rows passed over: 1
  koop-import: rows above the header passed over: 1
  koop-import: quotes inside unquoted fields, taken as ordinary characters: 3
  koop-import: countries: 6 by name, 1 by town; not decided: 0
  koop-import: column 'city': 1 changed, 0 meant no value, 0 not mapped
  koop-import: column 'country': 6 changed, 0 meant no value, 0 not mapped
  koop-import: column 'fields': 6 changed, 1 meant no value, 0 not mapped
  koop-import: column 'founded': 5 changed, 2 meant no value, 0 not mapped
  koop-import: column 'phone': 6 changed, 1 meant no value, 0 not mapped
  koop-import: column 'email': 5 changed, 1 meant no value, 1 not mapped
  koop-import: column 'url': 0 changed, 1 meant no value, 1 not mapped
  koop-import: column 'budget': 5 changed, 1 meant no value, 1 not mapped
  koop-import: column 'joined': 6 changed, 0 meant no value, 1 not mapped
  [1]
  $ koop-filter '' -c name,city,country,fields,founded,joined rs.tsv
  name	city	country	fields	founded	joined
  Удружење грађана „Рука“	Београд	RS	music;theatre	2013-05-04	2015-01
  UG "Žuti čičak"	Niš	RS	theatre;film	2009	2012/..
  НВО Мост	Нови Сад	RS	visual-arts;design	2010-09~/2010-12~	2014-09
  Kulturni centar "Grad"	Beograd	RS			2016-03
  Фондација Дом	Крагујевац	RS	youth		2011-03-15
  Udruženje „Krug"	Zrenjanin	RS	dance	2005/2006	2014-05
  Омладински клуб	Ужице	RS	youth	2005-05-05	оснивач
  $ koop-filter '' -c phone,email,url,budget,currency,note rs.tsv
  phone	email	url	budget	currency	note
  +381113239000	info@ruka.rs	www.ruka.rs	1234.5	EUR	
  +38118123456	info@cicak.org	cicak.org	cca 5.000 €		nije platio članarinu 2019
  +38121456789;+381641234567	most@eunet.rs;zorana@most.rs	http://www.most.rs/	12000	RSD	види рег. бр. 28/2010
  					
  +38134123456	dom@dom.rs;ured@dom.rs	dom.rs	300000	RSD	
  +38123123456	krug@krug.rs	facebook.com/krug	300	BAM	
  +38131123456;+38131123457	klub@uzice	klub uzice	10000	EUR	
  $ cut -f 3,4 refused.tsv
  reason	row
  total line	Укупно:;7;;;;;;;;14.234,50;;

Macedonian.

  $ cat >mk.csv <<'DATA'
  > Име на организацијата,Град,Земја,Дејност,Основана,Телефон,Е-маил,Веб,Буџет (ден.),Член од,Забелешка,ЕМБС
  > Здружение „Локомотива“,Скопје,Македонија,"современи уметности, танц",во март 2003 година,02/3117-100,contact@lokomotiva.org.mk,www.lokomotiva.org.mk,"1.200.000,00 ден.",2011,,5498651
  > Јадро - Асоцијација,Скопје,РМ,"културна политика",2012 г.,+389 2 3117 101,jadro@jadro.mk,jadro.mk,12 000 ден.,основач,,
  > Контрапункт,Скопје,Р. Македонија,издаваштво,околу 2001,,kontrapunkt@yahoo.com,http//kontrapunkt.org.mk,н/п,јуни 2012,нема податок,
  > Фондација „Чинели“,Битола,North Macedonia,музика,пред 1999,047 222 333,cineli(ат)mail.mk,,300 илјади,12.6.2012 год.,,
  > DATA
  $ koop-import mk.csv -o mk.tsv
  koop-import: mk.csv:3: not a date: 'основач', in column 'joined'
  koop-import: mk.csv:4: not a web address: 'http//kontrapunkt.org.mk'
  koop-import: mk.csv:5: not an amount: '300 илјади', in column 'budget'
  [1]
  $ koop-filter '' -c name,city,country,fields,founded,joined mk.tsv
  name	city	country	fields	founded	joined
  Здружение „Локомотива“	Скопје	MK	visual-arts;dance	2003-03	2011
  Јадро - Асоцијација	Скопје	MK	cultural-policy	2012	основач
  Контрапункт	Скопје	MK	publishing	2001~	2012-06
  Фондација „Чинели“	Битола	MK	music	../1999	2012-06-12
  $ koop-filter '' -c phone,email,url,budget,currency,identifier mk.tsv
  phone	email	url	budget	currency	identifier
  +38923117100	contact@lokomotiva.org.mk	www.lokomotiva.org.mk	1200000	MKD	5498651
  +38923117101	jadro@jadro.mk	jadro.mk	12000	MKD	
  	kontrapunkt@yahoo.com	http//kontrapunkt.org.mk			
  +38947222333	cineli@mail.mk		300 илјади		

Slovene: the town stands with the postcode, and tells that RS is the Republic of Slovenia.

  $ cat >si.csv <<'DATA'
  > Naziv;Naslov;Pošta;Država;Področje;Ustanovljeno;Tel.;E-pošta;Spletna stran;Sredstva;Članstvo od;Matična št.;Davčna št.;Opombe
  > Društvo Asociacija;Metelkova 6;1000 Ljubljana;SLO;kulturna politika;1. 10. 2003;01 431 17 60;info@asociacija.si;www.asociacija.si;12.345,67 EUR;l. 2003;5014018000;50223054;
  > KUD Mreža;Masarykova 24;SI-1000 Ljubljana;Slovenija;glasba, ples;leta 1997;+386 (0)1 434 03 45;kud.mreza@siol.net;http://www.kudmreza.org;1.234 €;spomladi 2005;;SI50223055;ni podatka
  > Zavod Maska;Metelkova 6;Ljubljana;Slo;uprizoritvene umetnosti;1920;01/431 31 22 (fax: 01/431 31 23);info@maska.si;maska.si;/;jeseni 2004;;;
  > Pekarna;Ob železnici 8;2000 Maribor;RS;mladina;sredi devetdesetih;02 332 33 22;"pekarna@pekarna.org; tajnica@pekarna.org";pekarna.org;/;januarja 2010;;;
  > DATA
  $ koop-import si.csv -o si.tsv
  koop-import: si.csv:3: wrong check digit in 'SI50223055', in column 'tax_number'
  [1]
  $ koop-filter '' -c name,country,fields,founded,joined,tax_number si.tsv
  name	country	fields	founded	joined	tax_number
  Društvo Asociacija	SI	cultural-policy	2003-10-01	2003	50223054
  KUD Mreža	SI	music;dance	1997	2005-21	SI50223055
  Zavod Maska	SI	performing-arts	1920	2004-23	
  Pekarna	SI	youth	199X	2010-01	
  $ koop-filter '' -c phone,email,url,budget,currency si.tsv
  phone	email	url	budget	currency
  +38614311760	info@asociacija.si	www.asociacija.si	12345.67	EUR
  +38614340345	kud.mreza@siol.net	http://www.kudmreza.org	1234	EUR
  +38614313122;+38614313123	info@maska.si	maska.si		
  +38623323322	pekarna@pekarna.org;tajnica@pekarna.org	pekarna.org		

Albanian. A column that has a comma before decimals has none before thousands: money in thousandths is in doubt.

  $ cat >al.csv <<'DATA'
  > Emri i organizatës;Qyteti;Shteti;Fusha;Themeluar;Tel;E-mail;Faqja;Buxheti;Anëtar që nga;NIPT;Shënime
  > Qendra "Tulla";Tiranë;Shqipëri;art pamor, muzikë;në mars 2013;+355 4 222 3333;info@tulla.al;www.tulla.al;1.500.000 lekë;nga viti 2014;L42307014K;
  > Shoqata Art Kontakt;Durrës;Shqipëria;teatër;viti 2005;052 222 333;artkontakt@gmail.com;fb.com/artkontakt;2.000 €;korrik 2015;K31234567A;nuk ka
  > Galeria 17;Prishtinë;Kosovë;arte vizuele;2011;038 123 456;galeria17@hotmail.com;;€ 3,000;vjeshtë 2016;;
  > Fondacioni Prizren;Prizren;Kosovo*;film;rreth vitit 2002;+383 29 123 456;info@dokufest.com;dokufest.com;10 000 euro;fillim të 2012;811234567;-
  > DATA
  $ koop-import al.csv -o al.tsv
  koop-import: al.csv:4: ambiguous number '€ 3,000', in column 'budget' (say the language with -l)
  [1]
  $ koop-filter '' -c name,city,country,fields,founded,joined,identifier al.tsv
  name	city	country	fields	founded	joined	identifier
  Qendra "Tulla"	Tiranë	AL	visual-arts;music	2013-03	2014/..	L42307014K
  Shoqata Art Kontakt	Durrës	AL	theatre	2005	2015-07	K31234567A
  Galeria 17	Prishtinë	XK	visual-arts	2011	2016-23	
  Fondacioni Prizren	Prizren	XK	film	2002~	2012-01~/2012-04~	811234567
  $ koop-filter '' -c phone,email,url,budget,currency,note al.tsv
  phone	email	url	budget	currency	note
  +35542223333	info@tulla.al	www.tulla.al	1500000	ALL	
  +35552222333	artkontakt@gmail.com	fb.com/artkontakt	2000	EUR	nuk ka
  +38338123456	galeria17@hotmail.com		€ 3,000		
  +38329123456	info@dokufest.com	dokufest.com	10000	EUR	-

Montenegrin.

  $ cat >me.csv <<'DATA'
  > "Naziv","Grad","Država","Djelatnost","Osnovana","Telefon","Mejl","Web sajt","Budžet","PIB"
  > "NVO „Prostori“","Podgorica","CG","vizuelne umjetnosti","28. 2. 2010.","020/123-456","prostori@t-com.me","prostori.me","1.000,00€","02289377"
  > "Kulturno društvo Śutra","Cetinje","Crna Gora","ples i muzika","polovinom 2009","041 230 111; 069 111 222","sutra@sutra.me","sutra.me","oko 2000 eura","2289377"
  > "Бока арт","Kotor","Montenegro","festivali","2008. (preregistrovano 2012.)","+382 32 300 111","boka@art.me","www.bokaart.me","3.000-4.000 €",""
  > DATA
  $ koop-import me.csv -o me.tsv
  koop-import: me.csv:3: no exact amount: 'oko 2000 eura', in column 'budget'
  koop-import: me.csv:3: no tax number of ME: '2289377'
  koop-import: me.csv:4: not a date: '2008. (preregistrovano 2012.)', in column 'founded'
  koop-import: me.csv:4: no exact amount: '3.000-4.000 €', in column 'budget'
  [1]
  $ koop-filter '' -c name,city,country,fields,founded,tax_number me.tsv
  name	city	country	fields	founded	tax_number
  NVO „Prostori“	Podgorica	ME	visual-arts	2010-02-28	02289377
  Kulturno društvo Śutra	Cetinje	ME	dance;music	2009-05~/2009-08~	2289377
  Бока арт	Kotor	ME	festivals	2008. (preregistrovano 2012.)	
  $ koop-filter '' -c phone,email,url,budget,currency me.tsv
  phone	email	url	budget	currency
  +38220123456	prostori@t-com.me	prostori.me	1000	EUR
  +38241230111;+38269111222	sutra@sutra.me	sutra.me	oko 2000 eura	
  +38232300111	boka@art.me	www.bokaart.me	3.000-4.000 €	

Activities, projects, edges and memberships.

  $ cat >act.csv <<'DATA'
  > Red. br.;Naziv aktivnosti;Vrsta;Datum;Mesto;Država;Organizator;Partneri;Broj učesnika;Oblasti;Beleške
  > 1;"Radionica ""Kako dalje?""";radionica;12–14. 3. 2016.;Beograd;Srbija;Asocijacija;Ruka, Dom i Most;cca 30;kulturna politika;-
  > 2;Okrugli sto;okrugli sto;u martu 2011. godine;Skopje;Makedonija;Јадро;"Lokomotiva; Kontrapunkt";25;;
  > 3;Letnja škola;škola;od 1. do 5. jula 2017;Tirana;Albanija;Qendra Tulla;;n/p;;otkazano
  > 4;Konferencija;;30.02.2018;Zagreb;;Clubture;Asocijacija;1.200;;
  > DATA
  $ koop-import -t activity act.csv
  koop-import: act.csv:2: not a number: 'cca 30', in column 'participants'
  koop-import: act.csv:5: not a date: '30.02.2018', in column 'date'
  koop-import: act.csv:5: ambiguous number '1.200', in column 'participants' (say the language with -l)
  number	title	type	date	place	country	region	organisers	partners	participants	fields	note
  1	Radionica "Kako dalje?"	radionica	2016-03-12/2016-03-14	Beograd	RS		Asocijacija	Ruka, Dom i Most	cca 30	cultural-policy	-
  2	Okrugli sto	okrugli sto	2011-03	Skopje	MK		Јадро	Lokomotiva;Kontrapunkt	25		
  3	Letnja škola	škola	2017-07-01/2017-07-05	Tirana	AL		Qendra Tulla				otkazano
  4	Konferencija		30.02.2018	Zagreb	HR		Clubture	Asocijacija	1.200		
  [1]
  $ cat >proj.csv <<'DATA'
  > Project,Partners,Programme,Funder,Grant (EUR),Status
  > "Balkan, kao da jeste","Druga scena; Jadro",Culture 2007-2013,European Commission,"199,999.50",closed
  > Swarm,Jadro / Bunker,,Balkans Arts & Culture Fund,€50.000,
  > Kooperativa,,,ECF,45 000,
  > DATA
  $ koop-import -t project proj.csv
  koop-import: proj.csv:3: ambiguous number '€50.000', in column 'amount' (say the language with -l)
  title	partners	programme	funders	amount	currency	status
  Balkan, kao da jeste	Druga scena;Jadro	Culture 2007-2013	European Commission	199999.5	EUR	closed
  Swarm	Jadro / Bunker		Balkans Arts & Culture Fund	€50.000		
  Kooperativa			ECF	45000	EUR	
  [1]
  $ printf 'izvor;cilj;odnos;težina;datum\nAsocijacija;Jadro;partner;1,5;2013-\n Jadro ;Clubture;saradnja;x;leto 2014\n' | koop-import -t edge
  source	target	relation	weight	date
  Asocijacija	Jadro	partner	1.5	2013/..
  Jadro	Clubture	saradnja		2014
  $ printf 'član,mreža,uloga,od,do\nRuka,Asocijacija,osnivač,2010,\nDom,Asocijacija,član,jan. 2012.,31.12.2019.\nMost,Asocijacija,član,'"15.3.'14"',još traje\n' | koop-import -t membership
  member_id	network_id	role	valid_from	valid_to
  Ruka	Asocijacija	osnivač	2010	
  Dom	Asocijacija	član	2012-01	2019-12-31
  Most	Asocijacija	član	2014-03-15	

Cells of several lines.

  $ cat >lines.csv <<'DATA'
  > naziv;oblasti;zemlja;telefon;email
  > A;"muzika
  > pozorište
  > ";"Srbija
  > Beograd";"011 123 456
  > mob. 064 111 2222";"a@b.rs
  > c@d.rs"
  > B;"- muzika
  > - ples";Hrvatska;;
  > DATA
  $ koop-import lines.csv | cut -f 1,7-
  name	fields	country	region	phone	email
  A	music;theatre	RS		+38111123456;+381641112222	a@b.rs;c@d.rs
  B	music;dance	HR			
