#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "oracle.h"
#include "term/country.h"

static struct arena arena;

static struct str answer_country(const struct str *cells)
{
	struct country c;
	return country_find(cells[0], STR(""), &c) ? c.code : STR("");
}

static struct str answer_country_lang(const struct str *cells)
{
	struct country c;
	return country_find(cells[0], str_eq(cells[2], STR("und")) ? STR("") : cells[2], &c)
	               ? c.code
	               : STR("");
}

/* "BA", "BA-SRP" with a region, "RS?" where it is ambiguous, "" where there is none. */
static struct str find(const char *text, const char *lang)
{
	struct country c;
	if (!country_find(str_of(text), str_of(lang), &c))
		return STR("");
	struct str code = c.region.n ? c.region : c.code;
	return arena_fmt(&arena, "%.*s%s", (int)code.n, code.p, c.ambiguous ? "?" : "");
}

#define COUNTRY(text, want)            CHECK_STR(find((text), ""), str_of(want))
#define COUNTRY_LANG(text, lang, want) CHECK_STR(find((text), (lang)), str_of(want))

static void test_country_forms(void)
{
	COUNTRY("Srbije", "RS");
	COUNTRY("SRBIJA*", "RS");
	COUNTRY("Bosne i Hercegovine", "BA");
	COUNTRY("Kosova", "XK");
	COUNTRY("Kosovo* (UNSCR 1244/1999 and ICJ Opinion)", "XK");
	COUNTRY("Kosovo (Serbia)", "XK?");
	COUNTRY("Republika Srpska", "BA-SRP");
	COUNTRY("Vojvodina, Srbija", "RS-VO");
	COUNTRY("AP Vojvodina", "RS-VO");
	COUNTRY("SFRJ", "YU");
	COUNTRY("Srbija i Crna Gora", "CS");
	COUNTRY("FYROM", "MK");
	COUNTRY("SLO", "SI");
	COUNTRY("SK", "SK");
	COUNTRY("it", "");
	COUNTRY("hr", "HR");
	COUNTRY("ne", "");
	COUNTRY("CI", "CI");
	COUNTRY("IE", "IE");
	COUNTRY("YE", "YE");
	COUNTRY("xk", "XK");
	COUNTRY("Atlantida", "");
	COUNTRY("a/b", "");
	COUNTRY("", "");
}

static void test_country_ambiguous(void)
{
	static const char *const forms[] = {"RS", "CG", "RM", "RSM", "BH", "TC"};
	static const char *const codes[] = {"RS?", "ME?", "MK?", "MK?", "BA?", "TR?"};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		COUNTRY(forms[i], codes[i]);
	COUNTRY_LANG("RS", "sl", "SI");
	COUNTRY_LANG("CG", "sr-Latn", "ME");
	COUNTRY_LANG("RS", "sr", "RS?");
}

static void test_country_places(void)
{
	COUNTRY("BIFC (SLO)", "SI");
	COUNTRY("Skopje, MK", "MK");
	COUNTRY("Hrvatska/Croatia", "HR");
	COUNTRY("Srbija / Hrvatska", "");
	COUNTRY("BiH - Federacija", "BA");
	COUNTRY("iz Srbije", "RS");
	COUNTRY("the Netherlands", "NL");
	COUNTRY("Republika Austrija", "AT");
	COUNTRY("+381 11 3239 000", "RS");
	COUNTRY("0038733123456", "BA");
	COUNTRY("info@example.hr", "HR");
	COUNTRY("www.example.me", "ME?");
	COUNTRY("+49 30 123", "");
}

static void test_country_stems(void)
{
	COUNTRY("Srbiju", "RS");
	COUNTRY("Austrije", "AT");
	COUNTRY("Francuskoj", "FR");
	COUNTRY("Iraka", "IQ");
	COUNTRY("Regionalno", "");
	COUNTRY("Balkan", "");
}

static void test_country_names(void)
{
	CHECK_STR(country_name(STR("RS"), STR("sr-Latn")), STR("Srbija"));
	CHECK_STR(country_name(STR("RS"), STR("sr")), STR("Србија"));
	CHECK_STR(country_name(STR("RS"), STR("sr_Latn")), STR("Srbija"));
	CHECK_STR(country_name(STR("MK"), STR("mk")), STR("Северна Македонија"));
	CHECK_STR(country_name(STR("ME"), STR("sq")), STR("Mal i Zi"));
	CHECK_STR(country_name(STR("SI"), STR("sl")), STR("Slovenija"));
	CHECK_STR(country_name(STR("SI"), STR("cnr")), STR("Slovenija"));
	CHECK_STR(country_name(STR("XK"), STR("")), STR("Kosovo"));
	CHECK_STR(country_name(STR("AT"), STR("ja")), STR("Austria"));
	CHECK_STR(country_name(STR("US"), STR("sr-Latn")), STR("Sjedinjene Države"));
	CHECK_STR(country_name(STR("YU"), STR("sr-Latn")), STR("Jugoslavija"));
	CHECK_STR(country_name(STR("ZZ"), STR("en")), STR(""));
	CHECK_STR(country_near(STR("Srbiaj")), STR("Srbija"));
	CHECK_STR(country_near(STR("Македнија")), STR("Македонија"));
	CHECK_STR(country_near(STR("qqqqqqqq")), STR(""));
}

int main(void)
{
	test_country_forms();
	test_country_ambiguous();
	test_country_places();
	test_country_stems();
	test_country_names();
	oracle_score("countries", answer_country);
	oracle_score("countries", answer_country_lang);
	arena_release(&arena);
	return check_summary("term");
}
