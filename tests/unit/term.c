#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "oracle.h"
#include "term/country.h"
#include "term/currency.h"
#include "term/field.h"
#include "term/heading.h"
#include "term/citizen.h"
#include "term/identifier.h"
#include "term/town.h"

static struct arena arena;

static struct str answer_country(const struct str *cells)
{
	struct country c;
	return country_find(cells[0], STR(""), &c) ? c.code : STR("");
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
	COUNTRY("Kosovo1", "XK");
	COUNTRY("Srbija ²", "RS");
	COUNTRY("SRB 1", "");
	COUNTRY("England", "GB");
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

static void test_country_beside_town(void)
{
	COUNTRY("RS Banja Luka", "BA-SRP");
	COUNTRY("Beograd RS", "RS");
	COUNTRY("RM Skopje", "MK");
	COUNTRY("HR Beograd", "");
	COUNTRY("RS Atlantida", "");
	COUNTRY("SRBIJA-SERBIA", "RS");
	COUNTRY("Srbija-Hrvatska", "");
	COUNTRY("Serbia [RS]", "RS");
	COUNTRY("bivša Jugoslavija", "YU");
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

/* "Beograd RS *": with a star where it is the capital, "?" where it is ambiguous, "" where none is
 * known. */
static struct str town(const char *text, const char *country)
{
	struct town t;
	if (!town_find(str_of(text), str_of(country), &t))
		return STR("");
	return arena_fmt(&arena, STR_FMT " " STR_FMT "%s%s", STR_ARG(t.name), STR_ARG(t.country),
		t.capital ? " *" : "", t.ambiguous ? "?" : "");
}

#define TOWN(text, want) CHECK_STR(town((text), ""), STR(want))

static void test_towns(void)
{
	TOWN("Beograd", "Beograd RS *");
	TOWN("БЕОГРАД", "Beograd RS *");
	TOWN("u Beogradu", "Beograd RS *");
	TOWN("Novog Sada", "Novi Sad RS");
	TOWN("11000 Beograd", "Beograd RS *");
	TOWN("SI-1000 Ljubljana", "Ljubljana SI *");
	TOWN("Beograd 35", "Beograd RS *");
	TOWN("Beograd, Srbija", "Beograd RS *");
	TOWN("Zvezdara (Beograd)", "Beograd RS *");
	TOWN("Prishtinë / Priština", "Prishtina XK *");
	TOWN("Prishtinës", "Prishtina XK *");
	TOWN("në Tiranë", "Tirana AL *");
	TOWN("во Битола", "Bitola MK");
	TOWN("u Zadru", "Zadar HR");
	TOWN("Kragujevcu", "Kragujevac RS");
	TOWN("u Rijeci", "Rijeka HR");
	TOWN("Banjoj Luci", "Banja Luka BA");
	TOWN("Grad Zagreb", "Zagreb HR *");
	TOWN("v Novem mestu", "Novo mesto SI");
	TOWN("Temišvar", "Timișoara RO");
	TOWN("Солун", "Thessaloniki GR");
	TOWN("Bari", "Bari IT");
	TOWN("u Baru", "Bar ME");
	TOWN("Novi Pazar", "Novi Pazar BG?");
	TOWN("Beograd, Zagreb", "");
	TOWN("Bara", "");
	TOWN("Splitski", "");
	TOWN("online", "");
	TOWN("1000", "");
	TOWN("", "");
	CHECK_STR(town("Novi Pazar", "RS"), STR("Novi Pazar RS"));
	CHECK_STR(town("Novi Pazar", "HR"), STR(""));
	CHECK_STR(town("Beograd", "HR"), STR(""));
}

static struct str told_by(bool (*tell)(struct str, struct country *), const char *text)
{
	struct country c;
	if (!tell(str_of(text), &c))
		return STR("");
	return arena_fmt(&arena, STR_FMT "%s", STR_ARG(c.code), c.ambiguous ? "?" : "");
}

static void test_country_evidence(void)
{
	struct country c;
	CHECK_STR(told_by(country_of_address, "https://www.ruka.rs/o-nama?x=1"), STR("RS"));
	CHECK_STR(told_by(country_of_address, "WWW.RUKA.HR"), STR("HR"));
	CHECK_STR(told_by(country_of_address, "info@ruka.co.uk"), STR("GB"));
	CHECK_STR(told_by(country_of_address, "рука.срб"), STR("RS"));
	CHECK_STR(told_by(country_of_address, "ruka.me"), STR("ME?"));
	CHECK_STR(told_by(country_of_address, "ruka@gmx.de"), STR(""));
	CHECK_STR(told_by(country_of_address, "ruka.tv"), STR(""));
	CHECK_STR(told_by(country_of_address, "ruka.org"), STR(""));
	CHECK_STR(told_by(country_of_address, "rs"), STR(""));
	CHECK_STR(told_by(country_of_phone, "+ 389 2 123"), STR("MK"));
	CHECK_STR(told_by(country_of_phone, "011 123"), STR(""));
	CHECK(country_read_as(STR("RS"), STR("SI"), &c));
	CHECK(country_read_as(STR("RS"), STR("BA"), &c) && str_eq(c.region, STR("BA-SRP")));
	CHECK(!country_read_as(STR("RS"), STR("HR"), &c));
}

/* clang-format off */
static const char *const right[][2] = {
	{"HR", "33392005961"}, {"HR", "HR33392005961"}, {"RS", "100041150"}, {"RS", "100 041 150"},
	{"RS", "PIB: 100041150"}, {"RS", "07007965"}, {"RS", "17162543"}, {"RS", "20084693"},
	{"ME", "02289377"}, {"SI", "SI98511734"}, {"SI", "SI 5022 3054"}, {"SI", "5014018000"},
	{"SI", "5014018"}, {"SI", "9331310000"}, {"MK", "4030000375897"}, {"MK", "MK4030000375897"},
	{"MK", "5498651"}, {"BA", "4200211100005"}, {"BA", "4404946850002"}, {"BA", "404946850002"},
	{"BA", "4203144510090"}, {"AL", "K31234567A"}, {"AL", "AL J 91402501 L"},
	{"AL", "NIPT: L42307014K"}, {"BG", "175074752"}, {"BG", "1750747520001"},
	{"XK", "811234567"}, {"RS", "abc"}, {"", "33392005962"}, {"AT", "07007966"}, {"RS", ""},
};
static const char *const wrong[][2] = {
	{"HR", "33392005962"}, {"RS", "100041151"}, {"RS", "07007966"}, {"ME", "02289378"},
	{"SI", "98511735"}, {"SI", "5014019"}, {"SI", "9331320000"}, {"SI", "00000000"},
	{"MK", "4030000375898"}, {"MK", "3030000375897"}, {"BA", "5200211100005"},
	{"BA", "4404946850003"}, {"BA", "404946850003"}, {"AL", "K3123456AA"}, {"BG", "175074753"},
};
static const char *const strange[][2] = {
	{"HR", "3339200596"}, {"RS", "07007965"}, {"ME", "2289377"}, {"SI", "5014018"},
	{"MK", "5498651"}, {"BA", "44049468500"}, {"XK", "12345678"}, {"AL", "12345678"},
};
static const char *const personal[] = {
	"0308964384007", "0101006500006", "JMBG 0308964384007", "030896 4384007", "0308964-384007",
	"MB: 07007965, 0308964384007",
};
/* clang-format on */

static enum identifier check(const char *const *row, bool tax)
{
	return identifier_check(str_of(row[1]), str_of(row[0]), tax);
}

static void test_identifiers(void)
{
	for (size_t i = 0; i < sizeof right / sizeof *right; i++)
		CHECK(check(right[i], false) == IDENTIFIER_OK);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
		CHECK(check(wrong[i], false) == IDENTIFIER_WRONG);
	for (size_t i = 0; i < sizeof strange / sizeof *strange; i++)
		CHECK(check(strange[i], true) == IDENTIFIER_SHAPE &&
			check(strange[i], false) == IDENTIFIER_OK);
	for (size_t i = 0; i < sizeof personal / sizeof *personal; i++)
		CHECK(identifier_check(str_of(personal[i]), STR("RS"), true) ==
			IDENTIFIER_PERSONAL);
	CHECK(identifier_check(STR("0308964384008"), STR(""), false) == IDENTIFIER_OK);
	CHECK(identifier_check(STR("3102964384007"), STR(""), false) == IDENTIFIER_OK);
	CHECK(identifier_check(STR("10308964384007"), STR(""), false) == IDENTIFIER_OK);
}

/* Codes of bodies and goods, moments, accounts and telephone numbers are no persons'. */
static void test_citizens(void)
{
	static const char *const in[] = {"0308964384007", "JMBG0308964384007.",
		"rođ. 1964, 0308964384007/Zagreb", "a;0308964384007;b", "1 0308964384007 2"};
	static const char *const out[] = {"0308964384008", "03089643840070", "4404946850002",
		"4030000375897", "3850334341234", "8600939123452", "1609459200000", "0038164123456",
		"205-0308964384007-12", "0308964384007-5", "HR1210010051863000160",
		"030896 4384007", "308964384007", ""};
	for (size_t i = 0; i < sizeof in / sizeof *in; i++)
		CHECK(citizen_is_in(str_of(in[i])) && citizen_may_be_in(str_of(in[i])));
	for (size_t i = 0; i < sizeof out / sizeof *out; i++)
		CHECK(!citizen_is_in(str_of(out[i])));
	/* wherever it begins and ends */
	for (int before = 0; before < 40; before++)
		for (int behind = 0; behind < 20; behind++) {
			CHECK(citizen_is_in(
				arena_fmt(&arena, "%*s0308964384007%*s", before, "", behind, "")));
			CHECK(!citizen_is_in(
				arena_fmt(&arena, "%*s0308964 384007%*s", before, "", behind, "")));
		}
	CHECK_STR(citizen_mask(STR("a 0308964384007, 030896 4384007 b"), &arena),
		STR("a *************, ****** ******* b"));
	CHECK_STR(citizen_mask(STR("4404946850002"), &arena), STR("4404946850002"));
}

static void test_currencies(void)
{
	CHECK_STR(currency_find(STR("€")), STR("EUR"));
	CHECK_STR(currency_find(STR("дин.")), STR("RSD"));
	CHECK_STR(currency_find(STR("ден")), STR("MKD"));
	CHECK_STR(currency_find(STR("КМ")), STR("BAM"));
	CHECK_STR(currency_find(STR("Lekë")), STR("ALL"));
	CHECK_STR(currency_find(STR("eur")), STR("EUR"));
	CHECK_STR(currency_find(STR("XYZ")), STR(""));
	CHECK_STR(currency_find(STR("")), STR(""));
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

static struct str answer_heading(const struct str *cells)
{
	return heading_find(cells[0], STR("member"));
}

#define HEADING(text, type, want) CHECK_STR(heading_find(STR(text), STR(type)), STR(want))

static void test_headings(void)
{
	HEADING("Naziv", "", "name");
	HEADING("НАЗИВ:", "member", "name");
	HEADING("Država *", "member", "country");
	HEADING("drzava", "member", "country");
	HEADING("1. Naziv organizacije", "member", "name");
	HEADING("Budžet (EUR)", "member", "budget");
	HEADING("Budžet u EUR", "member", "budget");
	HEADING("Naziv / Name", "member", "name");
	HEADING("Naziv\nEmri", "member", "name");
	HEADING("Adresa / telefon", "member", "");
	HEADING("name (en)", "member", "name_en");
	HEADING("Mesto", "member", "city");
	HEADING("Mesto", "activity", "place");
	HEADING("funder", "funding", "funder");
	HEADING("Od", "membership", "valid_from");
	HEADING("do", "membership", "valid_to");
	HEADING("od", "member", "");
	HEADING("od", "edge", "");
	HEADING("Član", "membership", "member_id");
	HEADING("Član", "member", "name");
	HEADING("Мрежа", "membership", "network_id");
	HEADING("Mreža", "activity", "");
	HEADING("Cilj", "edge", "target");
	HEADING("From", "edge", "source");
	HEADING("To", "edge", "target");
	HEADING("Organizacija B", "edge", "target");
	HEADING("Датум на одржување", "activity", "date");
	HEADING("Nosilac", "project", "owner");
	HEADING("Važi do", "membership", "valid_to");
	HEADING("Cilj", "project", "description");
	HEADING("Grant (EUR)", "project", "amount");
	HEADING("Broj učesnika", "activity", "participants");
	HEADING("Faqja", "member", "url");
	HEADING("naslov", "member", "address");
	HEADING("naslov", "activity", "title");
	HEADING("наслов", "member", "title");
	HEADING("God. osn.", "member", "founded");
	HEADING("Nr. i telefonit", "member", "phone");
	HEADING("Dat. pr.", "member", ""); /* joined or dissolved */
	HEADING("D. os.", "member", "");
	HEADING("Adresa organizacije", "member", "address");
	HEADING("Emri i shoqatës", "member", "name");
	HEADING("Broj udruženja", "member", ""); /* how many there are */
	HEADING("II. Naziv", "member", "name");
	HEADING("3.1. b) Naziv", "member", "");
	HEADING("name (en) (required)", "member", "name_en");
	HEADING("3. membru din", "member", "joined");
	HEADING("Nosilac projekta", "project", "owner");
	HEADING("Budžet", "project", "amount");
	HEADING("datum pristupanja", "membership", "valid_from");
	HEADING("yıl", "member", "year");
	HEADING("il", "member", "city");
	HEADING("Budžet 2019", "member", "");
	HEADING("", "member", "");
	HEADING("(napomena)", "member", "note");
	HEADING("foo", "member", "");
}

/* A heading that is a standard column already is never taken for another one. */
static void test_standard_headings(void)
{
	static const char *const columns[] = {"id", "name", "name_latn", "name_key", "name_en",
		"name_local", "short_name", "lang", "script", "kind", "legal_form", "country",
		"region", "city", "address", "postcode", "fields", "founded", "registered",
		"dissolved", "joined", "left", "status", "email", "url", "phone", "social",
		"contact", "identifier", "tax_number", "budget", "currency", "staff", "volunteers",
		"members", "description", "note", "origin", "member_id", "network_id", "role",
		"valid_from", "valid_to", "organisers", "partners", "funders", "cluster",
		"participants", "number", "year", "programme", "object", "relation", "via", "date",
		"weight", "variant", "title", "type", "place", "owner", "amount", "recipient",
		"source", "target", "entity", "score", "why"};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		struct str found = heading_find(str_of(columns[i]), STR("member"));
		if (found.n)
			CHECK_STR(found, str_of(columns[i]));
	}
}

static struct str read_fields(struct str text)
{
	struct buf codes = {0};
	struct str unknown;
	size_t n = field_read(text, &codes, &unknown, &arena);
	CHECK((n == 0) == (unknown.n == 0));
	struct str got = n ? arena_fmt(&arena, "%zu:%.*s", n, (int)codes.n, codes.p)
	                   : arena_str(&arena, buf_str(&codes));
	buf_release(&codes);
	return got;
}

static struct str answer_field(const struct str *cells)
{
	struct str got = read_fields(cells[0]);
	return str_index(got, ':') < got.n ? STR("") : got;
}

#define FIELDS(text, want) CHECK_STR(read_fields(STR(text)), STR(want))

static void test_fields(void)
{
	FIELDS("film i kinematografija", "film");
	FIELDS("muzika i ples", "music;dance");
	FIELDS("film i kinematografija, muzika i ples", "film;music;dance");
	FIELDS("research, statistics and indicators; film", "research;film");
	FIELDS("muzika; MUZIKA; музика", "music");
	FIELDS("visual-arts;music", "visual-arts;music");
	FIELDS("muzika, nešto; peto i treće", "2:music;nešto;peto i treće");
	FIELDS("kulture e dixhitalizuar diversitet kulturor", "digital-culture;cultural-diversity");
	FIELDS("kerkim/statistika/tregues kulturor", "research");
	FIELDS("legjislacion/konsultim/advocacy", "advocacy");
	FIELDS("muziku", "music");
	FIELDS("muzika & ples", "music;dance");
	FIELDS("film (igrani, dokumentarni)", "film");
	FIELDS("performing arts (dance, theatre)", "performing-arts;dance;theatre");
	FIELDS("joga (ples)", "1:joga (ples)");
	FIELDS("film (igrani, muzika", "1:film (igrani, muzika");
	FIELDS("1. muzika 2. ples", "music;dance");
	FIELDS("muzika 2. ples", "1:muzika 2. ples");
	FIELDS("kulturna\npolitika\nmuzika", "cultural-policy;music");
	FIELDS(" ; , ", "");
	CHECK_STR(field_find(STR("savremeni ples")), STR("dance"));
	CHECK_STR(field_find(STR("nepostojeće")), STR(""));
	CHECK_STR(field_near(STR("muzka")), STR("muzika"));
	CHECK_STR(field_near(STR("музка")), STR("музика"));
	CHECK_STR(field_near(STR("qqqqqqqqqq")), STR(""));
}

static void test_field_labels(void)
{
	CHECK_STR(field_label(STR("dance"), STR("sr-Latn")), STR("igra i ples"));
	CHECK_STR(field_label(STR("dance"), STR("sr")), STR("игра и плес"));
	CHECK_STR(field_label(STR("dance"), STR("sh")), STR("igra i ples"));
	CHECK_STR(field_label(STR("dance"), STR("hr")), STR("ples"));
	CHECK_STR(field_label(STR("dance"), STR("mk")), STR("танц"));
	CHECK_STR(field_label(STR("dance"), STR("fr")), STR("dance"));
	CHECK_STR(field_label(STR("dance"), STR("bs-Cyrl")), STR("игра и плес"));
	CHECK_STR(field_label(STR("nothing"), STR("en")), STR(""));
}

int main(void)
{
	test_fields();
	test_field_labels();
	oracle_score("fields", answer_field);
	test_headings();
	test_standard_headings();
	oracle_score("headers", answer_heading);
	test_country_forms();
	test_country_beside_town();
	test_country_ambiguous();
	test_country_places();
	test_country_stems();
	test_country_names();
	test_towns();
	test_identifiers();
	test_citizens();
	test_currencies();
	test_country_evidence();
	oracle_score("countries", answer_country);
	arena_release(&arena);
	return check_summary("term");
}
