/* text: every rule of common/text on its own. */
#include "base/arena.h"
#include "base/utf8.h"
#include "check.h"
#include "text/homoglyph.h"
#include "text/key.h"
#include "text/script.h"
#include "text/text.h"
#include "text/translit.h"

static struct arena arena;

static struct str clean(const char *s)
{
	return text_clean(str_of(s), &arena);
}

static void test_clean(void)
{
	CHECK_STR(clean(" \xEF\xBB\xBFKulturni \t centar\xC2\xA0 "), STR("Kulturni centar"));
	CHECK_STR(clean("г\xCC\x81орче"), STR("ѓорче"));
	CHECK_STR(clean("Za\xC5\xBE"
			"ar \xD1\x81\xCC\x81\xD1\x83"),
		STR("Zažar \xD1\x81\xCC\x81\xD1\x83"));
	CHECK_STR(clean("c\xCC\x8C"), STR("č"));
	CHECK_STR(clean("kultu\xC2\xADra\xE2\x80\x8B"), STR("kultura"));
	CHECK_STR(clean("„Žuti – čičak“"), STR("„Žuti – čičak“"));
	CHECK_STR(clean("a\xE2\x80\xAF\x62"), STR("a b"));
	CHECK_STR(clean("a\r\n\x01\x62"), STR("a b"));
	CHECK_STR(clean("\xE2\x80\x83"), STR(""));
	CHECK_STR(clean("Α\xCE\x87Β"), STR("Α\xC2\xB7Β"));
	CHECK_STR(clean(""), STR(""));
}

/* Every odd byte is seen at every place of texts of every length. */
static void test_clean_everywhere(void)
{
	static const struct str odd[] = {STR_CONST("  "), STR_CONST("\xE2\x80\x8B "),
		STR_CONST("\xC2\xA0"), STR_CONST("\t"), STR_CONST("\xC2\xAD "), STR_CONST("\x7F ")};
	char text[80];
	for (size_t n = 3; n < 70; n++)
		for (size_t at = 1; at + 1 < n; at++)
			for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
				memset(text, 'a', sizeof text);
				memcpy(text + at, odd[i].p, odd[i].n);
				struct str got =
					text_clean((struct str){text, n + odd[i].n - 1}, &arena);
				CHECK(got.n == n && got.p[at] == ' ');
			}
}

/* What needs no change is not copied. */
static void test_views(void)
{
	static const struct str texts[] = {STR_CONST("Удружење „Ђура“ – 2014."),
		STR_CONST("Çmimi Ëndrra"), STR_CONST("Άγιος"), STR_CONST("")};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		CHECK(text_clean(texts[i], &arena).p == texts[i].p);
		CHECK(text_nfc(texts[i], &arena).p == texts[i].p);
	}
	CHECK(translit_latin(STR("Žuti čičak"), STR("sr"), &arena).n == 13);
}

static void test_case(void)
{
	CHECK_STR(text_upper(STR("ђак čičak ß ͅ"), &arena), STR("ЂАК ČIČAK ß Ι"));
	CHECK_STR(text_lower(STR("ЂАК ČIČAK ΩΣ İI"), &arena), STR("ђак čičak ωσ ii"));
}

static void test_script(void)
{
	CHECK(script_of(STR("Теорија која хода")) == SCRIPT_CYRL);
	CHECK(script_of(STR("Театар 2 – „А“")) == SCRIPT_CYRL);
	CHECK(script_of(STR("Teorija koja hoda")) == SCRIPT_LATN);
	CHECK(script_of(STR("Ždral ×÷ª")) == SCRIPT_LATN);
	CHECK(script_of(STR("Αθήνα")) == SCRIPT_GREK);
	CHECK(script_of(STR("web-сајт")) == SCRIPT_MIXED);
	CHECK(script_of(STR("Αα b")) == SCRIPT_MIXED);
	CHECK(script_of(STR("2014. – № ×")) == SCRIPT_NONE);
	CHECK(script_of(STR("")) == SCRIPT_NONE);
	CHECK(script_of(STR("文化")) == SCRIPT_OTHER);
	CHECK_STR(script_code(SCRIPT_MIXED), STR("Zyyy"));
	CHECK_STR(script_code(SCRIPT_NONE), STR(""));
}

static struct str fold(const char *s)
{
	return text_fold(str_of(s), &arena);
}

static void test_fold(void)
{
	CHECK_STR(fold("Đorđe"), STR("dorde"));
	CHECK_STR(fold("Djordje"), STR("dorde"));
	CHECK_STR(fold("Ђорђе"), STR("dorde"));
	CHECK_STR(fold("Ðorðe"), STR("dorde"));
	CHECK_STR(fold("Ѓорче"), STR("gorce"));
	CHECK_STR(fold("Gjorche"), STR("gorce"));
	CHECK_STR(fold("Ǵorče"), STR("gorce"));
	CHECK_STR(fold("Куќа"), fold("Kukja"));
	CHECK_STR(fold("Џамбо"), fold("Dzhambo"));
	CHECK_STR(fold("  Bosna i  Hercegovina. "), STR("bosna i hercegovina"));
	CHECK_STR(fold("Босна и Херцеговина"), STR("bosna i hercegovina"));
	CHECK_STR(fold("Express"), STR("ekspres"));
	CHECK_STR(fold("Skopje (MK)"), STR("skopje mk"));
	CHECK_STR(fold("İSTANBUL"), STR("istanbul"));
	CHECK_STR(fold("ıstanbul"), STR("istanbul"));
	CHECK_STR(fold("Άγιος Νικόλαος"), STR("agios nikolaos"));
	CHECK_STR(fold("Shqipëri"), STR("skiperi"));
	CHECK_STR(fold("Philharmonie"), STR("filharmonie"));
	CHECK_STR(fold("N̂egoš Ljubl̂ana d̂ep"), STR("njegos ljubljana dzep"));
	CHECK_STR(fold("Ǉubǈana Ǌegoš Ǆep"), STR("ljubljana njegos dzep"));
	CHECK_STR(fold("Straße Ærøskøbing Łódź Œuvre"), STR("strase aeroskobing lodz oeuvre"));
	CHECK_STR(fold("София"), fold("Sofia"));
	CHECK_STR(fold("Asocijacija"), STR("asocijacija"));
	CHECK_STR(fold("№ 5 ª"), STR("no 5 a"));
	CHECK_STR(fold("１２ ﬁlm"), STR("12 film"));
	CHECK_STR(fold("文化 ಕ"), STR("文化 ಕ"));
}

/* Signs part words, but apostrophes vanish and initials join. */
static void test_words(void)
{
	CHECK_STR(fold("d.o.o."), fold("doo"));
	CHECK_STR(fold("д. о. о."), fold("doo"));
	CHECK_STR(fold("P.E.N."), STR("pen"));
	CHECK_STR(fold("Per.Art"), STR("per art"));
	CHECK_STR(fold("Lj. Nj. Petrović"), STR("ljnj petrovic"));
	CHECK_STR(fold("Љ.Њ. Петровић"), STR("ljnj petrovic"));
	CHECK_STR(fold("sh.p.k."), fold("shpk"));
	CHECK_STR(fold("D’Art l'art"), STR("dart lart"));
	CHECK_STR(fold("kulturno-umetničko"), STR("kulturno umetnicko"));
	CHECK_STR(fold("В И З И Ј А"), STR("vizija"));
	CHECK_STR(fold("A B C"), STR("a b c"));
	CHECK_STR(fold("4. maj 2013."), STR("4 maj 2013"));
	CHECK_STR(fold("XXIII"), STR("xxiii"));
	CHECK_STR(fold("CH MQ DJ"), STR("ch mq dj"));
	CHECK_STR(fold("Teatar II / III"), STR("teatar ii iii"));
	CHECK_STR(fold("1991"), STR("1991"));
	CHECK_STR(fold("½"), STR("½"));
}

/* Without letters and digits the text itself is left. */
static void test_fold_of_signs(void)
{
	CHECK_STR(fold("–"), STR("–"));
	CHECK_STR(fold(" ??? "), STR("???"));
	CHECK_STR(fold(""), STR(""));
	CHECK_STR(fold("ь"), STR("ь"));
}

static struct str latin(const char *s, const char *lang)
{
	return translit_latin(str_of(s), str_of(lang), &arena);
}

static void test_translit_guess(void)
{
	CHECK_STR(latin("Ѓорче Петров", ""), STR("Ǵorče Petrov"));
	CHECK_STR(latin("Кућа Ђорђа", ""), STR("Kuća Đorđa"));
	CHECK_STR(latin("Щъркелово гнездо", ""), STR("Shtarkelovo gnezdo"));
	CHECK_STR(latin("Объединение", ""), STR("Obaedinenie"));
	CHECK_STR(latin("Музыка", ""), STR("Muzyka"));
	CHECK_STR(latin("Київ", ""), STR("Kyiv"));
	CHECK_STR(latin("Αθήνα", "sr"), STR("Athina"));
	CHECK_STR(latin("Фестивал Ѓорче", "sr"), STR("Festival Ǵorče"));
	CHECK_STR(latin("Национален дворец", "bg"), STR("Natsionalen dvorets"));
	CHECK_STR(latin("Национален дворец", "sr-Cyrl-RS"), STR("Nacionalen dvorec"));
	CHECK_STR(latin("web-сајт IT-центар", "sr"), STR("web-sajt IT-centar"));
	CHECK_STR(latin("сѐ ѝ", "mk"), STR("sè ì"));
}

static struct str latin_mk(const char *style)
{
	struct str text = STR("Ѓорче Џамбо");
	return translit(translit_for(STR("mk"), str_of(style), text), text, &arena);
}

static void test_translit_styles(void)
{
	CHECK_STR(latin_mk(""), STR("Ǵorče Džambo"));
	CHECK_STR(latin_mk("un"), STR("Ǵorče Džambo"));
	CHECK_STR(latin_mk("icao"), STR("Gjorche Djambo"));
	CHECK_STR(latin_mk("ascii"), STR("Gjorche Dzhambo"));
	CHECK_STR(latin_mk("serbian"), STR("Đorče Džambo"));
	CHECK_STR(latin_mk("iso9"), STR("Ǵorče D̂ambo"));
	CHECK(translit_find(STR("klingon")) == NULL);
}

static struct str cyrl(const char *s)
{
	return translit_cyrillic(str_of(s), &arena);
}

static void test_translit_cyrillic(void)
{
	CHECK_STR(cyrl("nadživeti džep odžak"), STR("надживети џеп оџак"));
	CHECK_STR(cyrl("najinjektivniji neinjicirani"), STR("најинјективнији неинјицирани"));
	CHECK_STR(cyrl("Tanjug i konj"), STR("Танјуг и коњ"));
	CHECK_STR(cyrl("nedjelja dječji"), STR("недјеља дјечји"));
	CHECK_STR(cyrl("Windows XXI vek, Radio III"), STR("Windows XXI век, Радио III"));
	CHECK_STR(cyrl("ǅep ǄEP śutra"), STR("Џеп ЏЕП с́утра"));
	CHECK_STR(cyrl("Ђура 55"), STR("Ђура 55"));
}

static struct str mend(const char *s, enum homoglyph want)
{
	enum homoglyph what;
	struct str got = homoglyph_mend(str_of(s), &what, &arena);
	CHECK(what == want);
	return got;
}

static void test_homoglyph(void)
{
	CHECK_STR(mend("Kулturni", HOMOGLYPH_MIXED), STR("Kулturni"));
	CHECK_STR(mend("HBO", HOMOGLYPH_NONE), STR("HBO"));
	CHECK_STR(mend("HBO Простор", HOMOGLYPH_MENDED), STR("НВО Простор"));
	CHECK_STR(mend("НВО Prostor", HOMOGLYPH_NONE), STR("НВО Prostor"));
	CHECK_STR(mend("Театар III", HOMOGLYPH_NONE), STR("Театар III"));
	CHECK_STR(mend("IT-центар и e-пошта", HOMOGLYPH_NONE), STR("IT-центар и e-пошта"));
	CHECK_STR(mend("Cкoпje", HOMOGLYPH_MENDED), STR("Скопје"));
	CHECK_STR(mend("ТЕАTR", HOMOGLYPH_MENDED), STR("TEATR"));
	CHECK_STR(mend("Музеј naше", HOMOGLYPH_MIXED), STR("Музеј naше"));
	CHECK_STR(mend("Љубав„Ѕвездa“", HOMOGLYPH_MENDED), STR("Љубав„Ѕвезда“"));
	CHECK_STR(mend("", HOMOGLYPH_NONE), STR(""));
}

static void check_key(int line, const char *name, const char *country, const char *want)
{
	struct str got = name_key(str_of(name), STR(""), str_of(country), &arena);
	check_str(__FILE__, line, got, str_of(want));
}
#define KEY(name, country, want) check_key(__LINE__, name, country, want)

static void test_key(void)
{
	KEY("Kulturni centar Novog Sada", "RS", "centar kulturni novog sada");
	KEY("КУЛТУРНИ ЦЕНТАР „НОВОГ САДА“", "RS", "centar kulturni novog sada");
	KEY("Novog Sada – kulturni centar", "RS", "centar kulturni novog sada");
	KEY("Kulturni cеntаr Novog Sada", "RS", "centar kulturni novog sada");
	KEY("Đura Ђура Dura Djura", "RS", "dura");
	KEY("Djelo", "HR", "djelo");
	KEY("Delo", "SI", "delo");
	KEY("DJ Krmak", "RS", "dj krmak");
	KEY("Nedjeljni odjek", "HR", "nedjeljni odjek");
	KEY("Gjirokastra", "AL", "gjirokastra");
	KEY("Ѓорче", "MK", "gjorce");
	KEY("Gjorche", "MK", "gjorce");
	KEY("Shtëpia e Kulturës", "XK", "e kultures shtepia");
	KEY("P.E.N. centar", "RS", "centar pen");
	KEY("Kino Kultura Kino", "MK", "kino kultura");
}

static void test_key_differs(void)
{
	static const char *const pairs[][2] = {
		{"Asocijacija", "Asociacija"},
                {"Anna",        "Ana"       },
                {"Teatar 1",    "Teatar 2"  },
		{"Teatar II",   "Teatar III"},
                {"Sax",         "Saks"      },
                {"Mosh",        "Mos"       },
                {"Djela",       "Dela"      },
		{"Zvezda",      "Zveza"     },
                {"MKC",         "MSU"       },
                {"Kino ½",     "Kino 12"   }
        };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		CHECK(!str_eq(name_key(str_of(pairs[i][0]), STR(""), STR("RS"), &arena),
			name_key(str_of(pairs[i][1]), STR(""), STR("RS"), &arena)));
}

static void test_key_eastern(void)
{
	KEY("Национален дворец на културата", "BG", "dvorets kulturata na natsionalen");
	KEY("Natsionalen dvorets na kulturata", "BG", "dvorets kulturata na natsionalen");
	KEY("Българска академия", "", "akademia balgarska");
	KEY("Θέατρο Αγίου Νικολάου", "GR", "agiou nikolaou theatro");
	KEY("Київ", "UA", "kyiv");
}

/* Never empty, never only the legal form taken away. */
static void test_key_never_empty(void)
{
	KEY("???", "", "???");
	KEY("„“", "", "„“");
	KEY("Udruženje", "RS", "udruzenje");
	KEY("NVO d.o.o.", "RS", "doo nvo");
	KEY("文化", "", "文化");
	KEY("", "", "");
}

static void test_legal(void)
{
	KEY("Udruženje građana „Žuti čičak“", "RS", "cicak zuti");
	KEY("UG Žuti čičak", "RS", "cicak zuti");
	KEY("Žuti čičak, UG", "RS", "cicak zuti");
	KEY("Zrno d.o.o.", "RS", "zrno");
	KEY("Zrno d. o. o.", "HR", "zrno");
	KEY("Зрно доо", "RS", "zrno");
	KEY("Здружение на граѓани Просторот", "MK", "prostorot");
	KEY("OJQ Ndryshe", "XK", "ndryshe");
	KEY("ojq Ndryshe", "XK", "ndryshe ojq");           /* edge-upper: capitals only */
	KEY("Radio UG Beograd", "RS", "beograd radio ug"); /* and only at an edge */
	KEY("Društvo Mesto žensk", "SI", "mesto zensk");
	KEY("Društvo arhitekata", "HR", "arhitekata drustvo"); /* no association there */
	CHECK_STR(name_key(STR("Društvo arhitekata"), STR("hr"), STR(""), &arena),
		STR("arhitekata drustvo"));
	CHECK_STR(
		name_key(STR("Društvo arhitektov"), STR("sl"), STR(""), &arena), STR("arhitektov"));
	KEY("Mesto Društvo", "SI", "drustvo mesto"); /* start only */
	KEY("Beogradski fond za kulturu", "RS", "beogradski kulturu za");
	KEY("Kooperativa", "HR", "kooperativa");
	KEY("Savez udruženja Zrno", "RS", "savez udruzenja zrno"); /* the longer phrase is canon */
	KEY("Shoqata Zrno", "MK", "zrno");                         /* unmistakable everywhere */
}

static void test_legal_class(void)
{
	CHECK_STR(name_legal_form(STR("Zrno d.o.o."), STR(""), STR("RS")), STR("llc"));
	CHECK_STR(name_legal_form(STR("Ustanova Zrno"), STR(""), STR("SI")), STR("found"));
	CHECK_STR(name_legal_form(STR("Ustanova Zrno"), STR(""), STR("HR")), STR("public-inst"));
	CHECK_STR(name_legal_form(STR("Zavod Zrno"), STR(""), STR("SI")), STR("private-inst"));
	CHECK_STR(name_legal_form(STR("Savez Zrno"), STR(""), STR("RS")), STR("union"));
	CHECK_STR(name_legal_form(STR("Ustanova Zrno"), STR("sl"), STR("")), STR("found"));
	CHECK_STR(name_legal_form(STR("Ustanova Zrno"), STR("cnr"), STR("")), STR("public-inst"));
	CHECK_STR(name_legal_form(STR("Ustanova Zrno"), STR(""), STR("")), STR("")); /* either */
	CHECK_STR(name_legal_form(STR("Zrno"), STR(""), STR("RS")), STR(""));
}

static void test_lang(void)
{
	CHECK_STR(name_lang(STR("Ѓорче Петров")), STR("mk"));
	CHECK_STR(name_lang(STR("Кућа Ђорђа")), STR("sr"));
	CHECK_STR(name_lang(STR("Shtëpia")), STR("sq"));
	CHECK_STR(name_lang(STR("Здружение на граѓани")), STR("mk"));
	CHECK_STR(name_lang(STR("Българска академия")), STR("bg"));
	CHECK_STR(name_lang(STR("Asociația Culturală")), STR("ro"));
	CHECK_STR(name_lang(STR("Θέατρο")), STR("el"));
	CHECK_STR(name_lang(STR("Slovensko mladinsko gledališče")), STR("sl"));
	CHECK_STR(name_lang(STR("Kulturni centar")), STR(""));
	CHECK_STR(name_lang(STR("Domino")), STR(""));
	CHECK_STR(name_lang(STR("")), STR(""));
}

/* name_describe gives what the functions give one by one. */
static void test_describe(void)
{
	static const char *const names[] = {"Удружење Ђура", "Udruga Domino d.o.o.", "HBO Простор",
		"Ѓорче", "2014", "", "Θέατρο", "Kулturni", "Национален дворец"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct name_facts f;
		struct str name = str_of(names[i]);
		name_describe(name, STR(""), STR("MK"), STR(""), NULL, &f, &arena);
		CHECK(f.script == script_of(name));
		CHECK_STR(f.lang, name_lang(name));
		CHECK_STR(f.latin, translit_latin(name, f.lang, &arena));
		CHECK_STR(f.key, name_key(name, STR(""), STR("MK"), &arena));
	}
}

/* Long and crowded texts leave the arrays inside struct words. */
static void test_long(void)
{
	char text[8192];
	size_t n = 0;
	for (size_t i = 0; n + 8 < sizeof text; i++) {
		memcpy(text + n, i % 3 ? "щa " : "x.y", 3);
		n += 3;
	}
	struct str long_fold = text_fold((struct str){text, n}, &arena);
	CHECK(long_fold.n > 4000 && utf8_valid(long_fold));
	CHECK_STR(text_fold(long_fold, &arena), long_fold);
	CHECK(name_key((struct str){text, n}, STR(""), STR(""), &arena).n > 3);
}

int main(void)
{
	test_clean();
	test_clean_everywhere();
	test_views();
	test_case();
	test_script();
	test_fold();
	test_words();
	test_fold_of_signs();
	test_translit_guess();
	test_translit_styles();
	test_translit_cyrillic();
	test_homoglyph();
	test_key();
	test_key_differs();
	test_key_eastern();
	test_key_never_empty();
	test_legal();
	test_legal_class();
	test_lang();
	test_describe();
	test_long();
	arena_release(&arena);
	return check_summary("text");
}
