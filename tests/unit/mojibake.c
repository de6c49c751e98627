/*
 * mojibake: tests/cases/names/mojibake.tsv with a score, and names that must stay as they are.
 */
#include "base/arena.h"
#include "oracle.h"
#include "text/mojibake.h"

static struct arena arena;

static struct str mend(const struct str *cells)
{
	struct mojibake what;
	return mojibake_mend(cells[0], &what, &arena);
}

static void check_same(const char *text)
{
	struct mojibake what;
	struct str s = str_of(text), got = mojibake_mend(s, &what, &arena);
	CHECK_STR(got, s);
	CHECK(got.p == s.p && !what.encoding);
}

static void check_mend(
	const char *text, const char *want, const char *encoding, const char *read_as)
{
	struct mojibake what;
	CHECK_STR(mojibake_mend(str_of(text), &what, &arena), str_of(want));
	CHECK_STR(str_of(what.encoding), str_of(encoding));
	CHECK_STR(str_of(what.read_as), str_of(read_as));
}

static void test_controls(void)
{
	static const char *const names[] = {"Liège", "Ærøskøbing", "Beyoncé", "Théâtre de la Ville",
		"La Bohème", "Molière", "Caffè Letterario", "Hafnarfjörður", "Næstved",
		"Sæby Teater", "Læsø", "Dąbrowa Górnicza", "Książ", "Ľubica", "Poľana", "Jõhvi",
		"Brûlé", "Août", "Műcsarnok", "São Paulo", "El Niño", "Škoda®", "Müller", "Øresund",
		"Äpfel", "ОЈУ Сјеница", "НУ Центар", "Сјај", "YouTube Čačak", "ArtČačak",
		"Kulturni centar", "Радио 021", "N°5", "5 °C", "Teatar²", "½ kino", "café · bar",
		"Đorđe", "Ðorđe", "Zażółć gęślą jaźń", "Łódź", "Příbram", "Þórshöfn", "naïve", "Öö",
		"İstanbul", "Εθνικό Θέατρο", "Київ", "Филм и кафе", "[Kino]", "C^2", "Art|Club",
		"Rock`n`roll", "{code}", "БиХ", "Ф БиХ/РС", "КултураБиХ", "ArtŠibenik", "Teatar†",
		"5 ‰", "KulturÜ", "Çka ka shpija", "wiązka", "Piątek", "§ 5", "20 € ulaz", "Źródło",
		"Pszczyna", "a@b.example", "~ruka", "`Ruka`", "", "Kулturni", "демoкратизацијата"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		check_same(names[i]);
}

static void test_causes(void)
{
	check_mend("graÄ‘ana", "građana", "UTF-8", "windows-1252");
	check_mend("Ä\xC2\x8D", "č", "UTF-8", "windows-1252");
	check_mend("Å kofja Loka", "Škofja Loka", "UTF-8", "windows-1252");
	check_mend("KulturÄ‡ и Центар", "Kulturć и Центар", "UTF-8", "windows-1252");
	check_mend(
		"ÄŒaÄak Å¡kola", "Čačak škola", "UTF-8", "windows-1252"); /* a code was dropped */
	check_mend("Ã„â€˜aÃ„â€¡a Ã…Â¡kola", "đaća škola", "UTF-8", "windows-1252"); /* twice */
	check_mend("Petroviæ", "Petrović", "windows-1250", "windows-1252");
	check_mend("Èaèak", "Čačak", "windows-1250", "windows-1252");
	check_mend("Udruženje graðana", "Udruženje građana", "windows-1250", "windows-1252");
	check_mend("druątvo", "društvo", "ISO-8859-2", "windows-1250");
	check_mend("Dru{tvo", "Društvo", "YUSCII", "ASCII");
	check_mend("Crn~evi}", "Crnčević", "YUSCII", "ASCII");
	check_mend("Ñðáè¼à", "Србија", "windows-1251", "windows-1252");
	check_mend("Иaиak i Petroviж", "Čačak i Petrović", "windows-1250", "windows-1251");
	check_mend("PozoriÜte KuŠa", "Pozorište Kuća", "windows-1250", "CP852");
	check_mend("╚itaonica", "Čitaonica", "windows-1250", "CP852");
	check_mend("Pozoriçte ¬aŸak", "Pozorište Čačak", "CP852", "windows-1252");
	check_mend("Qendra p‰r Art", "Qendra për Art", "CP852", "windows-1250");
	check_mend("Shtлpia e Kulturлs", "Shtëpia e Kulturës", "windows-1250", "windows-1251");
	check_mend("Hiąa", "Hiša", "ISO-8859-2", "windows-1250");
	check_mend("Dru¹tvo", "Društvo", "ISO-8859-2", "windows-1252");
}

int main(void)
{
	oracle_score("mojibake", mend);
	test_controls();
	test_causes();
	arena_release(&arena);
	return check_summary("mojibake");
}
