#include "output/labels.h"
#include "base/buf.h"
#include "record/list.h"
#include "term/country.h"
#include "term/field.h"
#include "vocab/vocab.h"

/* The same languages as the vocabularies name them; Serbian without a script is Cyrillic. */
const char *const label_langs[] = {
	"en", "sr", "sr-Latn", "sr-Cyrl", "hr", "bs", "cnr", "sl", "mk", "sq", NULL};
static const char *const vocab_langs[] = {
	"en", "sr_Cyrl", "sr_Latn", "sr_Cyrl", "hr", "bs", "cnr", "sl", "mk", "sq"};

/* The label with its code, or the code as it stands. */
static void put_label(struct buf *out, struct str code, struct str label)
{
	if (label.n && !str_eq(label, code)) {
		buf_addstr(out, label);
		buf_puts(out, " (");
	}
	buf_addstr(out, code);
	if (label.n && !str_eq(label, code))
		buf_putc(out, ')');
}

static void put_country(struct buf *out, struct str code, struct str lang)
{
	put_label(out, code, country_name(code, lang));
}

static void put_fields(struct buf *out, struct str list, struct str lang)
{
	struct str item;
	for (bool first = true; list_next(&list, &item); first = false) {
		buf_puts(out, first ? "" : "; ");
		put_label(out, item, field_label(item, lang));
	}
}

/* The columns whose values are codes; also with a word before, as in source_country. */
static const struct coded {
	struct str name;
	void (*put)(struct buf *out, struct str value, struct str lang);
} coded[] = {
	{STR_CONST("country"), put_country},
	{STR_CONST("field"),   put_fields },
	{STR_CONST("fields"),  put_fields },
};

static const struct coded *coded_find(struct str name)
{
	for (size_t i = 0; i < sizeof coded / sizeof *coded; i++) {
		if (!str_ends(name, coded[i].name))
			continue;
		size_t before = name.n - coded[i].name.n;
		if (!before || name.p[before - 1] == '_')
			return &coded[i];
	}
	return NULL;
}

static void label_cell(
	struct table *t, size_t row, size_t column, const struct coded *how, struct str lang)
{
	struct str *cell = &t->cells[row * t->ncolumns + column];
	struct buf text = {0};
	how->put(&text, *cell, lang);
	if (!str_eq(buf_str(&text), *cell))
		*cell = arena_str(&t->arena, buf_str(&text));
	buf_release(&text);
}

static void label_column(struct table *t, size_t column, struct str lang)
{
	const struct coded *how = coded_find(t->columns[column].name);
	for (size_t row = 0; how && row < t->nrows; row++)
		label_cell(t, row, column, how, lang);
}

/* The long tables of koop-stats: `variable` says what `level` is. */
static void label_levels(struct table *t, struct str lang)
{
	long variable = table_find(t, STR("variable")), level = table_find(t, STR("level"));
	for (size_t row = 0; variable >= 0 && level >= 0 && row < t->nrows; row++) {
		const struct coded *how = coded_find(table_cell(t, row, (size_t)variable));
		if (how)
			label_cell(t, row, (size_t)level, how, lang);
	}
}

static bool is_country(struct str s, struct str lang)
{
	return s.n == 2 && s.p[0] >= 'A' && s.p[0] <= 'Z' && country_name(s, lang).n > 0;
}

static bool is_field(struct str s, struct str lang)
{
	return field_label(s, lang).n > 0;
}

/*
 * One heading that looks like a code may be a word (ID, NO, music): two of them are codes, where no
 * column is named for what they are.
 */
static bool spread_by(const struct table *t, const char *name,
	bool (*is_code)(struct str, struct str), struct str lang)
{
	size_t codes = 0;
	for (size_t i = 0; i < t->ncolumns; i++)
		codes += is_code(t->columns[i].name, lang);
	return codes >= 2 && table_find(t, str_of(name)) < 0;
}

static struct str column_title(struct str name, const char *lang)
{
	const struct vocab *v = vocab_table(VOCAB_columns);
	size_t column = vocab_column(v, lang);
	for (size_t row = 0; row < v->nrows; row++)
		if (str_eq(vocab_cell(v, row, 0), name))
			return vocab_cell(v, row, column);
	return (struct str){0};
}

static void label_headings(struct table *t, const char *vocab_lang, struct str lang)
{
	bool countries = spread_by(t, "country", is_country, lang);
	bool fields = spread_by(t, "fields", is_field, lang) && table_find(t, STR("field")) < 0;
	struct buf text = {0};
	for (size_t i = 0; i < t->ncolumns; i++) {
		struct column *c = &t->columns[i];
		struct str title = column_title(c->name, vocab_lang);
		buf_clear(&text);
		if (countries && is_country(c->name, lang))
			put_country(&text, c->name, lang);
		else if (fields && is_field(c->name, lang))
			put_fields(&text, c->name, lang);
		else
			buf_addstr(&text, title.n ? title : c->name);
		c->title = arena_str(&t->arena, buf_str(&text));
	}
	buf_release(&text);
}

/* The long tables of koop-stats and koop-graph name in these what others have for columns. */
static void label_names(struct table *t, const char *lang)
{
	static const struct str columns[] = {
		STR_CONST("stat"), STR_CONST("variable"), STR_CONST("measure")};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		long column = table_find(t, columns[i]);
		for (size_t row = 0; column >= 0 && row < t->nrows; row++) {
			struct str *cell = &t->cells[row * t->ncolumns + (size_t)column];
			struct str title = column_title(*cell, lang);
			if (title.n)
				*cell = title;
		}
	}
}

/* The margins of a tabulation, which the stream marks with a star. */
static void label_margins(struct table *t, struct str total)
{
	for (size_t i = 0; i < t->nrows * t->ncolumns; i++)
		if (str_eq(t->cells[i], STR("*")))
			t->cells[i] = total;
}

void labels_apply(struct table *t, size_t number)
{
	struct str lang = str_of(vocab_langs[number]);
	for (size_t i = 0; i < t->ncolumns; i++)
		label_column(t, i, lang);
	label_levels(t, lang);
	label_names(t, vocab_langs[number]);
	label_margins(t, column_title(STR("*"), vocab_langs[number]));
	label_headings(t, vocab_langs[number], lang);
}

/* As tags are compared: SR_latn is sr-Latn. */
static char folded(char c)
{
	return c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char)(c | 32) : c;
}

/* Is it the language, alone or with more behind it (sr-Latn-RS)? */
static bool is_lang(struct str tag, struct str lang)
{
	for (size_t i = 0; i < lang.n; i++)
		if (i == tag.n || folded(tag.p[i]) != folded(lang.p[i]))
			return false;
	return tag.n == lang.n || folded(tag.p[lang.n]) == '-';
}

long labels_find(struct str tag)
{
	long best = -1;
	for (long i = 0; label_langs[i]; i++)
		if (is_lang(tag, str_of(label_langs[i])) &&
			(best < 0 || strlen(label_langs[i]) > strlen(label_langs[best])))
			best = i;
	return best;
}

size_t labels_lang(struct str tag)
{
	long found = labels_find(tag);
	return found < 0 ? 0 : (size_t)found;
}

bool labels_comma(struct str tag)
{
	return labels_lang(tag) != 0;
}

struct str labels_column(struct str name, size_t lang)
{
	struct str title = column_title(name, vocab_langs[lang]);
	return title.n ? title : name;
}

struct str labels_word(const char *word, size_t lang)
{
	const struct vocab *v = vocab_table(VOCAB_words);
	size_t row = 0;
	while (row + 1 < v->nrows && !str_eq(vocab_cell(v, row, 0), str_of(word)))
		row++;
	return vocab_cell(v, row, vocab_column(v, vocab_langs[lang]));
}
