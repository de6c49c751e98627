#include <pthread.h>

#include "date/dateread.h"
#include "term/country.h"
#include "term/folded.h"
#include "term/part.h"
#include "term/town.h"
#include "text/tag.h"
#include "text/text.h"
#include "vocab/vocab.h"

static struct {
	const struct vocab *rows, *hints;
	size_t form, code, lang, kind;      /* columns of rows */
	size_t hint_code, hint_tlds, phone; /* columns of hints */
	struct folded
		codes; /* forms of one to four ASCII letters, in capitals: a fold would mix them */
	struct folded forms;
	struct folded stems;    /* of names in Slavic languages */
	struct folded names;    /* code to rows that are names for display */
	bool of_region[26][26]; /* by the letters of the code */
} vocabulary;

enum { CODE_MAX = 4, FOOTNOTE_LEAST = 4 };

static pthread_once_t once = PTHREAD_ONCE_INIT;

static struct str cell(uint32_t row, size_t column)
{
	return vocab_cell(vocabulary.rows, row, column);
}

static bool is_kind(uint32_t row, const char *kind)
{
	return str_eq(cell(row, vocabulary.kind), str_of(kind));
}

/* Endings are cut only from names, and only of languages whose cases the endings are. */
static bool has_stem(uint32_t row)
{
	static const struct str langs[] = {STR_CONST("bg"), STR_CONST("bs"), STR_CONST("cnr"),
		STR_CONST("hr"), STR_CONST("mk"), STR_CONST("sh"), STR_CONST("sl"),
		STR_CONST("sr")};
	struct str lang = tag_language(cell(row, vocabulary.lang));
	for (size_t i = 0; i < sizeof langs / sizeof *langs; i++)
		if (str_eq(lang, langs[i]))
			return !is_kind(row, "adjective") && !is_kind(row, "region") &&
			       !is_kind(row, "code");
	return false;
}

/* A short form in capitals, or an empty view when the text is longer or has other letters. */
static struct str code_key(struct str s, char key[static CODE_MAX])
{
	if (s.n > CODE_MAX)
		return (struct str){0};
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c >= 0x80 || !isalpha(c))
			return (struct str){0};
		key[i] = (char)toupper(c);
	}
	return (struct str){key, s.n};
}

static void add_row(uint32_t row, struct arena *arena)
{
	char key[CODE_MAX];
	struct str fold = text_fold(cell(row, vocabulary.form), arena);
	struct str code = code_key(cell(row, vocabulary.form), key);
	folded_add(&vocabulary.codes, code, row);
	if (code.n == 0 ||
		!(is_kind(row, "alpha2") || is_kind(row, "alpha3") || is_kind(row, "code")))
		folded_add(&vocabulary.forms, fold, row);
	if (has_stem(row))
		folded_add(&vocabulary.stems, folded_stem(fold, arena), row);
	if (!is_kind(row, "adjective") && !is_kind(row, "inflected"))
		folded_add(&vocabulary.names, cell(row, vocabulary.code), row);
}

static void make_index(void)
{
	struct arena arena = {0};
	vocabulary.rows = vocab_table(VOCAB_countries);
	vocabulary.hints = vocab_table(VOCAB_country_hints);
	vocabulary.form = vocab_column(vocabulary.rows, "form");
	vocabulary.code = vocab_column(vocabulary.rows, "code");
	vocabulary.lang = vocab_column(vocabulary.rows, "lang");
	vocabulary.kind = vocab_column(vocabulary.rows, "kind");
	vocabulary.hint_code = vocab_column(vocabulary.hints, "code");
	vocabulary.hint_tlds = vocab_column(vocabulary.hints, "tlds");
	vocabulary.phone = vocab_column(vocabulary.hints, "phone");
	for (size_t row = 0; row < vocabulary.hints->nrows; row++) {
		const char *code = vocab_cell(vocabulary.hints, row, vocabulary.hint_code).p;
		vocabulary.of_region[code[0] - 'A'][code[1] - 'A'] = true;
	}
	for (uint32_t row = 0; row < vocabulary.rows->nrows; row++)
		add_row(row, &arena);
	arena_release(&arena);
}

/* Is it one of the countries of the region, which are likelier than others? */
static bool is_of_region(struct str code)
{
	if (code.n < 2)
		return false;
	unsigned first = (unsigned char)code.p[0] - 'A', second = (unsigned char)code.p[1] - 'A';
	return first < 26 && second < 26 && vocabulary.of_region[first][second];
}

/* How likely a row is the one that is meant; the language weighs more than all else. */
static int likelihood(uint32_t row, struct str lang)
{
	int points = tag_shares_words(cell(row, vocabulary.lang), lang) ? 16 : 0;
	points += is_of_region(cell(row, vocabulary.code)) ? 4 : 0;
	points += is_kind(row, "alpha2") ? 1 : 0;
	points -= is_kind(row, "region") ? 1 : 0;
	points -= is_kind(row, "adjective") ? 8 : 0;
	return points;
}

static void set_found(struct country *found, struct str code, enum country_how how)
{
	*found = (struct country){.code = str_head(code, 2), .how = how};
	if (code.n > 2)
		found->region = code;
}

/* The likeliest of the rows of one form. Ambiguous: the language does not rule out another country.
 */
static bool choose(const struct folded *f, uint32_t entry, struct str lang, struct country *found)
{
	int best = 0;
	uint32_t best_row = FOLDED_NONE;
	if (entry == FOLDED_NONE)
		return false;
	for (uint32_t i = entry; i != FOLDED_NONE; i = f->entries[i].next) {
		int points = likelihood(f->entries[i].row, lang);
		if (best_row == FOLDED_NONE || points > best) {
			best = points;
			best_row = f->entries[i].row;
		}
	}
	set_found(found, cell(best_row, vocabulary.code), COUNTRY_FORM);
	for (uint32_t i = entry; i != FOLDED_NONE; i = f->entries[i].next) {
		uint32_t row = f->entries[i].row;
		bool other = !str_eq(cell(row, vocabulary.code), cell(best_row, vocabulary.code));
		if (other && likelihood(row, lang) > best - 8)
			found->ambiguous = true;
	}
	return true;
}

/* Do all rows of one stem name the same country? */
static bool is_unique(const struct folded *f, uint32_t entry)
{
	struct str code = cell(f->entries[entry].row, vocabulary.code);
	for (uint32_t i = f->entries[entry].next; i != FOLDED_NONE; i = f->entries[i].next)
		if (!str_eq(cell(f->entries[i].row, vocabulary.code), code))
			return false;
	return true;
}

/* Are all letters small? "ne" and "no" are words before they are Niger and Norway. */
static bool is_small(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!islower((unsigned char)s.p[i]))
			return false;
	return true;
}

static bool find_code(struct str text, struct str lang, struct country *found)
{
	char key[CODE_MAX];
	uint32_t entry = folded_find(&vocabulary.codes, code_key(text, key));
	return choose(&vocabulary.codes, entry, lang, found) &&
	       (text.n > 2 || !is_small(text) || is_of_region(found->code));
}

/* A form by itself, or else by its stem. */
static bool find_form(struct str text, struct str lang, struct arena *arena, struct country *found)
{
	if (find_code(str_trim(text), lang, found))
		return true;
	struct str fold = text_fold(text, arena);
	if (choose(&vocabulary.forms, folded_find(&vocabulary.forms, fold), lang, found))
		return true;
	uint32_t entry = folded_find(&vocabulary.stems, folded_stem(fold, arena));
	if (entry == FOLDED_NONE || !is_unique(&vocabulary.stems, entry))
		return false;
	set_found(found, cell(vocabulary.stems.entries[entry].row, vocabulary.code), COUNTRY_STEM);
	return true;
}

/* Two parts of a text name one country: also "RS" beside "Slovenija", which it may mean. */
static bool agree(struct str text, struct country *found, const struct country *other)
{
	if (str_eq(found->code, other->code)) {
		found->ambiguous = found->ambiguous && other->ambiguous;
		return true;
	}
	return found->ambiguous && country_read_as(text, other->code, found);
}

/* "BIFC (SLO)", "Crna Gora (ME)": what stands before the bracket goes first if it is a country too.
 */
static bool find_bracket(
	struct str text, struct str lang, struct arena *arena, struct country *found)
{
	char close_mark = str_index(text, '(') < text.n ? ')' : ']';
	size_t open = str_index(text, close_mark == ')' ? '(' : '['),
	       close = str_index(text, close_mark);
	struct country inner;
	if (open == text.n || close < open)
		return false;
	struct str inside = str_head(str_from(text, open + 1), close - open - 1);
	bool inside_known = close < text.n && find_form(inside, lang, arena, &inner);
	struct str outside = str_head(text, open);
	if (find_form(outside, lang, arena, found)) {
		if (inside_known && !agree(outside, found, &inner))
			found->ambiguous = true;
		return true;
	}
	if (inside_known) {
		*found = inner;
		found->how = COUNTRY_BRACKET;
	}
	return inside_known;
}

/* "SRBIJA-SERBIA": two forms of one country. */
static bool find_hyphened(
	struct str text, struct str lang, struct arena *arena, struct country *found)
{
	size_t hyphen = str_index(text, '-');
	struct country other;
	return hyphen < text.n && find_form(str_from(text, hyphen + 1), lang, arena, &other) &&
	       find_form(str_head(text, hyphen), lang, arena, found) &&
	       str_eq(found->code, other.code);
}

/* A short form and a town of its country: "RS Banja Luka", "Beograd RS". */
static bool find_beside_town(struct str code, struct str rest, struct country *found)
{
	struct town town;
	if (!find_code(code, (struct str){0}, found) || !town_find(rest, STR(""), &town) ||
		town.ambiguous)
		return false;
	found->how = COUNTRY_FORM;
	return agree(code, found, &(struct country){.code = town.country});
}

static bool find_code_and_town(struct str text, struct country *found)
{
	size_t first = str_index(text, ' '), last = text.n;
	while (last > 0 && text.p[last - 1] != ' ')
		last--;
	return last > 0 &&
	       (find_beside_town(str_head(text, first), str_from(text, first + 1), found) ||
		       find_beside_town(str_from(text, last), str_head(text, last - 1), found));
}

/* "Maribor, RS": a town in the text decides between the readings of a part. */
static void ask_town(struct str text, struct str part, struct country *found)
{
	struct town town;
	if (!town_find(text, STR(""), &town) || town.ambiguous)
		return;
	struct country where = {.code = town.country};
	if (agree(part, found, &where))
		found->how = COUNTRY_PART;
}

/* The one country that the parts name, the last of them if it is named twice. */
static bool find_part(struct str text, struct str lang, struct arena *arena, struct country *found)
{
	struct str rest = text, part, before = {NULL, 0};
	struct country one;
	bool any = false;
	while (part_next(&rest, &part)) {
		if (part.n == text.n || part.n < 2 || !find_form(part, lang, arena, &one))
			continue;
		if (any && !agree(part, &one, found) && !agree(before, found, &one))
			return false;
		before = part;
		if (any && one.region.n == 0)
			one.region = found->region;
		*found = one;
		found->how = COUNTRY_PART;
		any = true;
	}
	if (any && found->ambiguous)
		ask_town(text, before, found);
	return any;
}

/* "Kosovo pod UN 1244", "Kosovo* (UNSCR 1244/1999 and ICJ Opinion)" */
static bool find_kosovo(
	struct str text, struct str lang, struct arena *arena, struct country *found)
{
	struct str fold = text_fold(text, arena);
	return str_find(fold, STR("1244")) < fold.n &&
	       choose(&vocabulary.forms,
		       folded_find(&vocabulary.forms, str_head(fold, str_index(fold, ' '))), lang,
		       found) &&
	       str_eq(found->code, STR("XK"));
}

/* "Kosovo1", "Srbija ²": with the number of a footnote behind. */
static bool find_before_number(
	struct str text, struct str lang, struct arena *arena, struct country *found)
{
	struct str fold = text_fold(text, arena);
	size_t n = fold.n;
	while (n > 0 && (isdigit((unsigned char)fold.p[n - 1]) || fold.p[n - 1] == ' '))
		n--;
	return n > FOOTNOTE_LEAST && n < fold.n && find_form(str_head(fold, n), lang, arena, found);
}

/* "the Netherlands", "iz Srbije", "Republika Austrija", "bivša Jugoslavija": words before the name.
 */
static bool find_behind_words(
	struct str text, struct str lang, struct arena *arena, struct country *found)
{
	static const struct str words[] = {STR_CONST("the"), STR_CONST("iz"), STR_CONST("u"),
		STR_CONST("od"), STR_CONST("v"), STR_CONST("vo"), STR_CONST("nga"), STR_CONST("ne"),
		STR_CONST("from"), STR_CONST("in"), STR_CONST("of"), STR_CONST("e"),
		STR_CONST("republic"), STR_CONST("r"), STR_CONST("rep"), STR_CONST("sr"),
		STR_CONST("savezna"), STR_CONST("savezne"), STR_CONST("zvezna"),
		STR_CONST("republika"), STR_CONST("republike"), STR_CONST("kingdom"),
		STR_CONST("kraljevina"), STR_CONST("na"), STR_CONST("republici"),
		STR_CONST("republiki"), STR_CONST("republiku"), STR_CONST("republiko"),
		STR_CONST("republik"), STR_CONST("republica"), STR_CONST("entitet"),
		STR_CONST("republikue"), STR_CONST("di"), STR_CONST("de"), STR_CONST("bivsa"),
		STR_CONST("bivse"), STR_CONST("bivsoj"), STR_CONST("nekdanja"),
		STR_CONST("nekdanje"), STR_CONST("nekadasnja"), STR_CONST("nekadasnje"),
		STR_CONST("poranesna"), STR_CONST("poranesnata"), STR_CONST("former"),
		STR_CONST("ish"), STR_CONST("eks"), STR_CONST("ex")};
	struct str rest = text_fold(text, arena), word;
	bool known = true;
	while (known && str_index(rest, ' ') < rest.n) {
		known = false;
		str_split(&rest, ' ', &word);
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			known |= str_eq(word, words[i]);
		if (known && find_form(rest, lang, arena, found))
			return true;
	}
	return false;
}

/* A town's name alone tells its country. */
static bool find_town(struct str text, struct country *found)
{
	struct town town;
	if (!town_find(text, STR(""), &town) || town.ambiguous)
		return false;
	set_found(found, town.country, COUNTRY_TOWN);
	return true;
}

bool country_of_phone(struct str text, struct country *found)
{
	pthread_once(&once, make_index);
	if (str_starts(text, STR("00")))
		text = str_from(text, 2);
	else if (str_starts(text, STR("+")))
		text = str_from(text, 1);
	else
		return false;
	text = str_trim(text);
	for (size_t i = 0; i < vocabulary.hints->nrows; i++) {
		struct str prefix = str_from(vocab_cell(vocabulary.hints, i, vocabulary.phone), 1);
		if (!str_starts(text, prefix))
			continue;
		set_found(found, vocab_cell(vocabulary.hints, i, vocabulary.hint_code),
			COUNTRY_PHONE);
		return true;
	}
	return false;
}

/* The host of a web address, or the domain of an e-mail address. */
static struct str host_of(struct str text)
{
	size_t at = str_index(text, '@'), scheme = str_find(text, STR("://")), end = 0;
	if (at < text.n)
		text = str_from(text, at + 1);
	else if (scheme < text.n)
		text = str_from(text, scheme + 3);
	while (end < text.n && !strchr("/?#: ,;>", text.p[end]))
		end++;
	while (end && text.p[end - 1] == '.')
		end--;
	return str_head(text, end);
}

/* Mail for everybody is where its company is, and not who writes. */
static bool is_mail_for_all(struct str host)
{
	static const struct str names[] = {STR_CONST("yahoo."), STR_CONST("hotmail."),
		STR_CONST("gmail."), STR_CONST("googlemail."), STR_CONST("live."),
		STR_CONST("outlook."), STR_CONST("msn."), STR_CONST("gmx."), STR_CONST("web.de"),
		STR_CONST("t-online.de"), STR_CONST("ymail."), STR_CONST("mail.ru")};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq_ascii_case(str_head(host, names[i].n), names[i]))
			return true;
	return false;
}

/* Endings of the region; names in .me are sold everywhere. */
static bool find_ending(struct str host, struct country *found)
{
	for (size_t i = 0; i < vocabulary.hints->nrows; i++) {
		struct str rest = vocab_cell(vocabulary.hints, i, vocabulary.hint_tlds), tld;
		while (str_split(&rest, ' ', &tld)) {
			if (tld.n < 2 || host.n <= tld.n ||
				!str_eq_ascii_case(str_from(host, host.n - tld.n), tld))
				continue;
			set_found(found, vocab_cell(vocabulary.hints, i, vocabulary.hint_code),
				COUNTRY_DOMAIN);
			found->ambiguous = str_eq(tld, STR(".me"));
			return true;
		}
	}
	return false;
}

/* Those of other countries are their codes, but for what is sold to anybody. */
static bool find_other_ending(struct str host, struct country *found)
{
	static const struct str sold[] = {STR_CONST("AI"), STR_CONST("CC"), STR_CONST("CO"),
		STR_CONST("FM"), STR_CONST("GG"), STR_CONST("IO"), STR_CONST("LA"), STR_CONST("LY"),
		STR_CONST("NU"), STR_CONST("SH"), STR_CONST("TO"), STR_CONST("TV"),
		STR_CONST("WS")};
	char key[CODE_MAX];
	if (host.n < 4 || host.p[host.n - 3] != '.')
		return false;
	struct str code = code_key(str_from(host, host.n - 2), key);
	for (size_t i = 0; i < sizeof sold / sizeof *sold; i++)
		if (str_eq(code, sold[i]))
			return false;
	uint32_t i = folded_find(&vocabulary.codes, str_eq(code, STR("UK")) ? STR("GB") : code);
	for (; i != FOLDED_NONE; i = vocabulary.codes.entries[i].next) {
		uint32_t row = vocabulary.codes.entries[i].row;
		if (!is_kind(row, "alpha2"))
			continue;
		set_found(found, cell(row, vocabulary.code), COUNTRY_DOMAIN);
		return true;
	}
	return false;
}

bool country_of_address(struct str text, struct country *found)
{
	struct str host = host_of(text);
	pthread_once(&once, make_index);
	return str_index(host, '.') < host.n && !is_mail_for_all(host) &&
	       (find_ending(host, found) || find_other_ending(host, found));
}

bool country_of_domain(struct str text, struct country *found)
{
	pthread_once(&once, make_index);
	return find_ending(host_of(text), found);
}

static bool find_address(struct str text, struct country *found)
{
	return str_index(text, ' ') == text.n && str_index(text, '.') < text.n &&
	       country_of_address(text, found);
}

static bool find(struct str text, struct str lang, struct country *found)
{
	struct arena arena = {0};
	text = str_trim(text);
	bool known =
		text.n && !is_no_value(text) &&
		(find_form(text, lang, &arena, found) || find_kosovo(text, lang, &arena, found) ||
			find_bracket(text, lang, &arena, found) ||
			find_part(text, lang, &arena, found) ||
			find_behind_words(text, lang, &arena, found) ||
			find_before_number(text, lang, &arena, found) ||
			find_hyphened(text, lang, &arena, found) || find_town(text, found) ||
			find_code_and_town(text, found) || find_address(text, found) ||
			country_of_phone(text, found));
	arena_release(&arena);
	return known;
}

/* The last answers of a thread: one for each slot, found by the hash of text and language. */
enum { MEMORY_SLOTS = 256, MEMORY_TEXT = 60 };

struct memory {
	char text[MEMORY_TEXT]; /* text and language */
	uint8_t text_n, lang_n;
	bool used, known;
	struct country found;
};

static _Thread_local struct memory memory[MEMORY_SLOTS];

static bool remembers(const struct memory *m, struct str text, struct str lang)
{
	return m->used && str_eq((struct str){m->text, m->text_n}, text) &&
	       str_eq((struct str){m->text + m->text_n, m->lang_n}, lang);
}

static void remember(
	struct memory *m, struct str text, struct str lang, bool known, const struct country *found)
{
	memcpy(m->text, text.p, text.n);
	if (lang.n)
		memcpy(m->text + text.n, lang.p, lang.n);
	m->text_n = (uint8_t)text.n;
	m->lang_n = (uint8_t)lang.n;
	m->used = true;
	m->known = known;
	if (known)
		m->found = *found;
}

bool country_find(struct str text, struct str lang, struct country *found)
{
	pthread_once(&once, make_index);
	if (text.n == 0 || text.n > MEMORY_TEXT || lang.n > MEMORY_TEXT - text.n)
		return find(text, lang, found);
	struct memory *m = &memory[hash_bytes(text) % MEMORY_SLOTS];
	if (!remembers(m, text, lang)) {
		bool known = find(text, lang, found);
		remember(m, text, lang, known, found);
	}
	if (m->known)
		*found = m->found;
	return m->known;
}

static bool find_reading(
	const struct folded *f, uint32_t entry, struct str code, struct country *found)
{
	for (uint32_t i = entry; i != FOLDED_NONE; i = f->entries[i].next) {
		struct str read = cell(f->entries[i].row, vocabulary.code);
		if (!str_eq(str_head(read, 2), code))
			continue;
		set_found(found, read, COUNTRY_FORM);
		return true;
	}
	return false;
}

bool country_is_of_region(struct str code)
{
	pthread_once(&once, make_index);
	return code.n == 2 && is_of_region(code);
}

bool country_read_as(struct str text, struct str code, struct country *found)
{
	struct arena arena = {0};
	char key[CODE_MAX];
	text = str_trim(text);
	pthread_once(&once, make_index);
	uint32_t entry = folded_find(&vocabulary.codes, code_key(text, key));
	bool can = find_reading(&vocabulary.codes, entry, code, found) ||
	           find_reading(&vocabulary.forms,
			   folded_find_text(&vocabulary.forms, text, &arena), code, found);
	arena_release(&arena);
	return can;
}

struct str country_near(struct str text)
{
	struct arena arena = {0};
	struct str near = {0}, fold = text_fold(text, &arena);
	pthread_once(&once, make_index);
	uint32_t number = folded_near(&vocabulary.forms, fold);
	bool ascii = text.n && (unsigned char)text.p[0] < 0xCD;
	for (uint32_t i = number == FOLDED_NONE ? FOLDED_NONE : vocabulary.forms.first[number];
		i != FOLDED_NONE; i = vocabulary.forms.entries[i].next) {
		struct str form = cell(vocabulary.forms.entries[i].row, vocabulary.form);
		if (near.n == 0 || ((unsigned char)near.p[0] < 0xCD) != ascii)
			near = form;
	}
	arena_release(&arena);
	return near;
}

/* How well a row serves as the name in a language; 0: not at all. */
static int name_fitness(uint32_t row, struct str lang)
{
	struct str own = cell(row, vocabulary.lang);
	bool same = str_eq_ascii_case(tag_language(own), tag_language(lang));
	bool shared = tag_shares_words(own, lang);
	int points = same ? 6 : shared ? 4 : str_eq(own, STR("en")) ? 2 : 0;
	if ((same || shared) && tag_is_latin(own) != tag_is_latin(lang))
		points = 0;
	return points ? 2 * points + (is_kind(row, "cldr") ? 1 : 0) : 0;
}

struct str country_name(struct str code, struct str lang)
{
	struct str name = {0};
	int best = -1;
	pthread_once(&once, make_index);
	uint32_t i = folded_find(&vocabulary.names, code);
	for (; i != FOLDED_NONE; i = vocabulary.names.entries[i].next) {
		uint32_t row = vocabulary.names.entries[i].row;
		int fit = name_fitness(row, lang);
		if (fit > best) {
			best = fit;
			name = cell(row, vocabulary.form);
		}
	}
	return name;
}
