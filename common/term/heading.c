#include <pthread.h>

#include "base/arena.h"
#include "term/folded.h"
#include "term/heading.h"
#include "term/shortened.h"
#include "text/text.h"
#include "vocab/vocab.h"

static struct {
	const struct vocab *rows;
	size_t column, form; /* columns of rows */
	struct folded forms, stems;
} vocabulary;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void make_index(void)
{
	struct arena arena = {0};
	vocabulary.rows = vocab_table(VOCAB_headers);
	vocabulary.column = vocab_column(vocabulary.rows, "column");
	vocabulary.form = vocab_column(vocabulary.rows, "form");
	for (uint32_t row = 0; row < vocabulary.rows->nrows; row++) {
		struct str fold =
			text_fold(vocab_cell(vocabulary.rows, row, vocabulary.form), &arena);
		folded_add(&vocabulary.forms, fold, row);
		folded_add(&vocabulary.stems, folded_stem(fold, &arena), row);
	}
	arena_release(&arena);
}

/* Columns that a type of record has and members have not: where a word means two things, they win.
 */
static const struct {
	struct str type, column;
} own_columns[] = {
	{STR_CONST("activity"), STR_CONST("title")    },
	{STR_CONST("activity"), STR_CONST("place")    },
	{STR_CONST("project"),  STR_CONST("title")    },
	{STR_CONST("project"),  STR_CONST("owner")    },
	{STR_CONST("project"),  STR_CONST("amount")   },
	{STR_CONST("funding"),  STR_CONST("recipient")},
	{STR_CONST("funding"),  STR_CONST("amount")   },
	{STR_CONST("edge"),     STR_CONST("source")   },
	{STR_CONST("edge"),     STR_CONST("target")   },
};

/* Columns whose headings ("od", "mreža") mean them in memberships alone. */
static const struct str membership_columns[] = {STR_CONST("member_id"), STR_CONST("network_id"),
	STR_CONST("valid_from"), STR_CONST("valid_to")};

/* What a column of members is called in another type of record. */
static const struct {
	struct str type, column, instead;
} differences[] = {
	{STR_CONST("activity"),   STR_CONST("city"),    STR_CONST("place")     },
	{STR_CONST("activity"),   STR_CONST("kind"),    STR_CONST("type")      },
	{STR_CONST("project"),    STR_CONST("project"), STR_CONST("title")     },
	{STR_CONST("project"),    STR_CONST("budget"),  STR_CONST("amount")    },
	{STR_CONST("funding"),    STR_CONST("budget"),  STR_CONST("amount")    },
	{STR_CONST("funding"),    STR_CONST("funders"), STR_CONST("funder")    },
	{STR_CONST("membership"), STR_CONST("joined"),  STR_CONST("valid_from")},
	{STR_CONST("membership"), STR_CONST("left"),    STR_CONST("valid_to")  },
};

static struct str cell(uint32_t row, size_t column)
{
	return vocab_cell(vocabulary.rows, row, column);
}

static bool is_of_membership(struct str column)
{
	for (size_t i = 0; i < sizeof membership_columns / sizeof *membership_columns; i++)
		if (str_eq(membership_columns[i], column))
			return true;
	return false;
}

static bool is_known_in(struct str type, struct str column)
{
	return type.n == 0 || !is_of_membership(column) || str_eq(type, STR("membership"));
}

/* Does this type, or with an empty type any, have the column for itself? */
static bool owns(struct str type, struct str column)
{
	if (is_of_membership(column))
		return is_known_in(type, column);
	for (size_t i = 0; i < sizeof own_columns / sizeof *own_columns; i++)
		if (str_eq(own_columns[i].column, column) &&
			(type.n == 0 || str_eq(own_columns[i].type, type)))
			return true;
	return false;
}

/* The better row is of the type's own column, then written with just these letters, then of
 * members. */
static int fitness(uint32_t row, struct str lower, struct str type)
{
	struct str column = cell(row, vocabulary.column);
	bool own = type.n && owns(type, column), exact = str_eq(cell(row, vocabulary.form), lower);
	bool of_members = !owns((struct str){0}, column);
	return (own ? 4 : 0) + (exact ? 2 : 0) + (of_members ? 1 : 0);
}

static struct str translate(struct str column, struct str type)
{
	for (size_t i = 0; i < sizeof differences / sizeof *differences; i++)
		if (str_eq(differences[i].column, column) && str_eq(differences[i].type, type))
			return differences[i].instead;
	return column;
}

static struct str choose(uint32_t entry, struct str text, struct str type, struct arena *arena)
{
	const struct folded *f = &vocabulary.forms;
	struct str best = {0};
	int best_fit = -1;
	if (entry == FOLDED_NONE)
		return best;
	struct str lower = text_lower(str_trim(text), arena);
	for (uint32_t i = entry; i != FOLDED_NONE; i = f->entries[i].next) {
		struct str column = cell(f->entries[i].row, vocabulary.column);
		int fit = fitness(f->entries[i].row, lower, type);
		if (fit > best_fit && is_known_in(type, column)) {
			best_fit = fit;
			best = column;
		}
	}
	return translate(best, type);
}

static struct str find_form(struct str text, struct str type, struct arena *arena)
{
	return choose(folded_find_text(&vocabulary.forms, text, arena), text, type, arena);
}

/* Without what stands in brackets, or in the last ones alone. */
static struct str without_notes(struct str text, bool last_only, struct arena *arena)
{
	char *p = arena_alloc(arena, text.n + 1, 1);
	size_t n = 0, depth = 0, from = 0;
	for (size_t i = 0; last_only && i < text.n; i++)
		if (text.p[i] == '(' || text.p[i] == '[')
			from = i;
	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (i >= from && (c == '(' || c == '['))
			depth++;
		if (depth == 0)
			p[n++] = c;
		if ((c == ')' || c == ']') && depth)
			depth--;
	}
	return (struct str){p, n};
}

static bool is_any(struct str word, const struct str *words, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(word, words[i]))
			return true;
	return false;
}

static struct str last_word(struct str folded)
{
	size_t i = folded.n;
	while (i > 0 && folded.p[i - 1] != ' ')
		i--;
	return str_from(folded, i);
}

/* "1. Naziv", "3.1 Naziv", folded: without the numbers before it. */
static struct str without_number(struct str folded)
{
	while (folded.n && (isdigit((unsigned char)folded.p[0]) || folded.p[0] == ' '))
		folded = str_from(folded, 1);
	return folded;
}

/* "II. Naziv", "a) Naziv": without the Roman number or the letter that counts it. */
static struct str without_counter(struct str text)
{
	size_t n = 0;
	text = str_trim(text);
	while (n < text.n && strchr("IVX", text.p[n]))
		n++;
	if (n == 0 && text.n > 2 && text.p[1] == ')' && isalpha((unsigned char)text.p[0]))
		n = 1;
	bool counts = n && n + 1 < text.n && strchr(".)", text.p[n]);
	return counts ? str_trim(str_from(text, n + 1)) : text;
}

/* "budzet u eur": without the currency behind it. */
static struct str without_unit(struct str folded)
{
	static const struct str units[] = {STR_CONST("eur"), STR_CONST("euro"), STR_CONST("evro"),
		STR_CONST("evra"), STR_CONST("eura"), STR_CONST("eurima"), STR_CONST("evrima"),
		STR_CONST("rsd"), STR_CONST("din"), STR_CONST("km"), STR_CONST("bam"),
		STR_CONST("mkd"), STR_CONST("den"), STR_CONST("al"), STR_CONST("lek"),
		STR_CONST("usd"), STR_CONST("hrk"), STR_CONST("kn"), STR_CONST("ron"),
		STR_CONST("bgn"), STR_CONST("in"), STR_CONST("u"), STR_CONST("v"), STR_CONST("vo"),
		STR_CONST("ne")};
	for (;;) {
		struct str last = last_word(folded);
		if (last.n == folded.n || !is_any(last, units, sizeof units / sizeof *units))
			return folded;
		folded.n -= last.n + 1;
	}
}

/* "Član/ica od": without the ending that stands for a word of the other gender. */
static struct str without_endings(struct str text, struct arena *arena)
{
	enum { ENDING_MAX = 8 }; /* bytes */
	char *p = arena_alloc(arena, text.n + 1, 1);
	size_t n = 0, end;
	for (size_t i = 0; i < text.n; i++) {
		for (end = i + 1; end < text.n && text.p[end] != ' ' && text.p[end] != '/';)
			end++;
		if (text.p[i] == '/' && i && text.p[i - 1] != ' ' && end > i + 1 &&
			end - i - 1 <= ENDING_MAX && end < text.n && text.p[end] == ' ')
			i = end;
		p[n++] = text.p[i];
	}
	return (struct str){p, n};
}

/* The one column that the parts of "Naziv / Name" mean, as far as they mean any. */
static struct str find_parts(struct str text, struct str type, struct arena *arena)
{
	struct str found = {0};
	size_t begin = 0;
	for (size_t i = 0; i <= text.n; i++) {
		if (i < text.n && !memchr("/|\n\r\\", text.p[i], 5))
			continue;
		struct str column = find_form((struct str){text.p + begin, i - begin}, type, arena);
		begin = i + 1;
		if (column.n == 0)
			continue;
		if (found.n && !str_eq(found, column))
			return (struct str){0};
		found = column;
	}
	return found;
}

/* All rows with the stem are of one column. */
static struct str find_stem(struct str folded, struct str type, struct arena *arena)
{
	const struct folded *f = &vocabulary.stems;
	struct str column = {0};
	uint32_t i = folded_find(f, folded_stem(folded, arena));
	for (; i != FOLDED_NONE; i = f->entries[i].next) {
		struct str here = cell(f->entries[i].row, vocabulary.column);
		if (!is_known_in(type, here))
			continue;
		if (column.n && !str_eq(here, column))
			return (struct str){0};
		column = here;
	}
	return translate(column, type);
}

/* "Adresa organizacije", folded: without the words that say whose it is. What is left of "Broj
 * udruženja" would mean something else. */
static struct str without_body(struct str folded)
{
	static const struct str bodies[] = {STR_CONST("organizacije"), STR_CONST("udruzenja"),
		STR_CONST("udruge"), STR_CONST("ustanove"), STR_CONST("institucije"),
		STR_CONST("drustva"), STR_CONST("zavoda"), STR_CONST("saveza"),
		STR_CONST("fondacije"), STR_CONST("zaklade"), STR_CONST("nvo"), STR_CONST("ocd"),
		STR_CONST("nevladine"), STR_CONST("nevladinata"), STR_CONST("neprofitne"),
		STR_CONST("gradana"), STR_CONST("gragani"), STR_CONST("clanice"),
		STR_CONST("clana"), STR_CONST("organizacijata"), STR_CONST("zdruzenieto"),
		STR_CONST("institucijata"), STR_CONST("fondacijata"), STR_CONST("nevladina"),
		STR_CONST("organizates"), STR_CONST("sokates"), STR_CONST("sokerise"),
		STR_CONST("institucionit"), STR_CONST("jokeveritare"), STR_CONST("ojq"),
		STR_CONST("se"), STR_CONST("organization"), STR_CONST("organisation"),
		STR_CONST("asociation"), STR_CONST("institution"), STR_CONST("ngo"),
		STR_CONST("na"), STR_CONST("e"), STR_CONST("i"), STR_CONST("te"), STR_CONST("of"),
		STR_CONST("the")};
	static const struct str others[] = {STR_CONST("broj"), STR_CONST("br"), STR_CONST("datum"),
		STR_CONST("godina"), STR_CONST("leto"), STR_CONST("number"), STR_CONST("date"),
		STR_CONST("year"), STR_CONST("stevilo"), STR_CONST("numri"), STR_CONST("data"),
		STR_CONST("viti"), STR_CONST("nr"), STR_CONST("no")};
	for (;;) {
		struct str last = last_word(folded);
		if (last.n == folded.n || !is_any(last, bodies, sizeof bodies / sizeof *bodies))
			break;
		folded.n -= last.n + 1;
	}
	return is_any(folded, others, sizeof others / sizeof *others) ? (struct str){0} : folded;
}

/* All forms that a heading of shortened words may stand for are of one column. */
static struct str find_shortened(struct str text, struct str type, struct arena *arena)
{
	const struct folded *f = &vocabulary.forms;
	struct shortened s;
	struct str found = {0};
	if (!shortened_split(text, &s, arena))
		return found;
	for (uint32_t i = 0; i < f->forms.n; i++) {
		if (!shortened_is(&s, intern_text(&f->forms, i)))
			continue;
		struct str column = choose(f->first[i], text, type, arena);
		if (found.n && !str_eq(found, column))
			return (struct str){0};
		found = column;
	}
	return found;
}

/* Less and less of the heading, until something is known. */
static struct str find(struct str heading, struct str type, struct arena *arena)
{
	struct str text = without_counter(without_notes(heading, false, arena));
	struct str folded = without_number(text_fold(text, arena));
	struct str tries[] = {
		text_fold(heading, arena),
		text_fold(without_notes(heading, true, arena), arena),
		folded,
		without_unit(folded),
		text_fold(without_endings(text, arena), arena),
		without_body(without_unit(folded)),
	};
	for (size_t i = 0; i < sizeof tries / sizeof *tries; i++) {
		uint32_t entry = folded_find(&vocabulary.forms, tries[i]);
		struct str column = choose(entry, heading, type, arena);
		if (column.n)
			return column;
	}
	struct str found = find_parts(text, type, arena);
	if (found.n == 0)
		found = find_stem(without_unit(folded), type, arena);
	return found.n ? found : find_shortened(text, type, arena);
}

struct str heading_find(struct str heading, struct str type)
{
	struct arena arena = {0};
	pthread_once(&once, make_index);
	struct str found = heading.n ? find(heading, type, &arena) : (struct str){0};
	arena_release(&arena);
	return found;
}
