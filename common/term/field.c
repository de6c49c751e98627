#include <pthread.h>

#include "record/list.h"
#include "term/field.h"
#include "term/folded.h"
#include "text/tag.h"
#include "text/text.h"
#include "vocab/vocab.h"

static struct {
	const struct vocab *rows;
	size_t code, synonyms; /* columns of rows */
	size_t first_label, end_labels;
	struct folded forms, stems;
	struct folded codes;
} vocabulary;

enum { LABEL_MAX = 256 }; /* bytes of the longest text that may be one label */

static pthread_once_t once = PTHREAD_ONCE_INIT;

static struct str cell(uint32_t row, size_t column)
{
	return vocab_cell(vocabulary.rows, row, column);
}

static void add_form(struct str form, uint32_t row, struct arena *arena)
{
	struct str fold = text_fold(form, arena);
	folded_add(&vocabulary.forms, fold, row);
	folded_add(&vocabulary.stems, folded_stem(fold, arena), row);
}

static void add_row(uint32_t row, struct arena *arena)
{
	struct str rest = cell(row, vocabulary.synonyms), form;
	folded_add(&vocabulary.codes, cell(row, vocabulary.code), row);
	add_form(cell(row, vocabulary.code), row, arena);
	for (size_t i = vocabulary.first_label; i < vocabulary.end_labels; i++)
		add_form(cell(row, i), row, arena);
	while (str_split(&rest, '|', &form))
		add_form(form, row, arena);
}

/* Labels go before synonyms: one field's label is another one's synonym here and there. */
static void make_index(void)
{
	struct arena arena = {0};
	vocabulary.rows = vocab_table(VOCAB_fields);
	vocabulary.code = vocab_column(vocabulary.rows, "code");
	vocabulary.synonyms = vocab_column(vocabulary.rows, "synonyms");
	vocabulary.first_label = vocab_column(vocabulary.rows, "en");
	vocabulary.end_labels = vocabulary.synonyms;
	for (uint32_t row = 0; row < vocabulary.rows->nrows; row++)
		for (size_t i = vocabulary.first_label; i < vocabulary.end_labels; i++)
			folded_add(&vocabulary.forms, text_fold(cell(row, i), &arena), row);
	for (uint32_t row = 0; row < vocabulary.rows->nrows; row++)
		add_row(row, &arena);
	arena_release(&arena);
}

static struct str code_of(const struct folded *f, uint32_t entry)
{
	return entry == FOLDED_NONE ? (struct str){0}
	                            : cell(f->entries[entry].row, vocabulary.code);
}

/* By the form alone. */
static struct str find_form(struct str label, struct arena *arena)
{
	if (label.n > LABEL_MAX)
		return (struct str){0};
	return code_of(&vocabulary.forms, folded_find_text(&vocabulary.forms, label, arena));
}

static struct str find_stem(struct str label, struct arena *arena)
{
	const struct folded *f = &vocabulary.stems;
	if (label.n > LABEL_MAX)
		return (struct str){0};
	uint32_t entry = folded_find(f, folded_stem(text_fold(label, arena), arena));
	bool unique = entry != FOLDED_NONE && f->entries[entry].next == FOLDED_NONE;
	return unique ? code_of(f, entry) : (struct str){0};
}

static struct str find(struct str label, struct arena *arena)
{
	struct str code = find_form(label, arena);
	return code.n ? code : find_stem(label, arena);
}

struct str field_find(struct str label)
{
	struct arena arena = {0};
	pthread_once(&once, make_index);
	struct str code = find(label, &arena);
	arena_release(&arena);
	return code;
}

/* A stretch of the text between two separators; `weak` when the one before it is a word for "and".
 */
struct part {
	struct str text;
	bool weak;
};

struct parts {
	struct part part[FIELD_PARTS_MAX];
	size_t n;
};

/* How many bytes at the start of s part two fields, blanks included; 0 when none do. */
static size_t separator(struct str s, bool *weak)
{
	static const struct str strong[] = {STR_CONST(","), STR_CONST(";"), STR_CONST("/"),
		STR_CONST("|"), STR_CONST("\n"), STR_CONST("\r"), STR_CONST(" - "),
		STR_CONST(" – "), STR_CONST(" — "), STR_CONST("•")};
	static const struct str and[] = {STR_CONST(" i "), STR_CONST(" и "), STR_CONST(" in "),
		STR_CONST(" and "), STR_CONST(" dhe "), STR_CONST(" & "), STR_CONST("&"),
		STR_CONST(" te "), STR_CONST(" ter "), STR_CONST(" și "), STR_CONST(" és "),
		STR_CONST(" ve "), STR_CONST(" + ")};
	*weak = false;
	if (!memchr(" ,;/|\n\r&\xE2", s.p[0], 9)) /* what separators begin with */
		return 0;
	for (size_t i = 0; i < sizeof strong / sizeof *strong; i++)
		if (str_starts(s, strong[i]))
			return strong[i].n;
	*weak = true;
	for (size_t i = 0; i < sizeof and / sizeof *and; i++)
		if (s.n >= and[i].n && str_eq_ascii_case(str_head(s, and[i].n), and[i]))
			return and[i].n;
	return 0;
}

static void add_part(struct parts *parts, struct str text, bool weak)
{
	text = str_trim(text);
	if (text.n)
		parts->part[parts->n++] = (struct part){text, weak};
}

/* What stands in brackets is not parted from what is before them. */
static void split(struct parts *parts, struct str text)
{
	bool weak = false, next_weak;
	size_t begin = 0, depth = 0, n;
	parts->n = 0;
	for (size_t i = 0; i < text.n; i += n ? n : 1) {
		depth += text.p[i] == '(';
		depth -= depth && text.p[i] == ')';
		bool may_part = depth == 0 && parts->n + 1 < FIELD_PARTS_MAX;
		n = may_part ? separator(str_from(text, i), &next_weak) : 0;
		if (n == 0)
			continue;
		add_part(parts, (struct str){text.p + begin, i - begin}, weak);
		begin = i + n;
		weak = next_weak;
	}
	add_part(parts, str_from(text, begin), weak);
}

/* The text from the start of one part to the end of another. */
static struct str stretch(const struct parts *parts, size_t first, size_t last)
{
	const char *p = parts->part[first].text.p;
	return (struct str){p, (size_t)(parts->part[last].text.p + parts->part[last].text.n - p)};
}

enum { STRETCH_MAX = 6 };

/* The longest label that begins at part i: its code, and its last part in *last. */
static struct str longest(const struct parts *parts, size_t i, size_t *last, struct arena *arena)
{
	size_t end = i + STRETCH_MAX < parts->n ? i + STRETCH_MAX : parts->n;
	for (*last = end - 1; *last > i; --*last) {
		struct str code = find_form(stretch(parts, i, *last), arena);
		if (code.n)
			return code;
	}
	return find(parts->part[i].text, arena);
}

struct reading {
	struct buf joined; /* codes and unknown parts with semicolons, not yet without repeats */
	struct str first_unknown;
	size_t nunknown;
	struct arena *arena;
};

static void add_item(struct reading *r, struct str item)
{
	buf_addstr(&r->joined, item);
	buf_putc(&r->joined, ';');
}

/* Two labels of two words or more each, with nothing between them: "media e re festival kulturor".
 */
static bool add_glued(struct reading *r, struct str text)
{
	size_t blanks = 0;
	for (size_t i = 1; i + 1 < text.n && text.n <= LABEL_MAX; i++) {
		if (text.p[i] != ' ' || ++blanks < 2)
			continue;
		struct str second = str_trim(str_from(text, i));
		if (str_index(second, ' ') == second.n)
			return false;
		struct str a = find_form(str_head(text, i), r->arena),
			   b = find_form(second, r->arena);
		if (a.n && b.n) {
			add_item(r, a);
			add_item(r, b);
			return true;
		}
	}
	return false;
}

/* "film (igrani, dokumentarni)": a note on a label that is known; the fields in it count too. */
static bool add_noted(struct reading *r, struct str text)
{
	struct parts notes;
	size_t open = str_index(text, '(');
	if (open == text.n || !str_ends(text, STR(")")))
		return false;
	struct str code = find(str_trim(str_head(text, open)), r->arena);
	if (code.n == 0)
		return false;
	add_item(r, code);
	split(&notes, str_head(str_from(text, open + 1), text.n - open - 2));
	for (size_t i = 0; i < notes.n; i++) {
		code = find(notes.part[i].text, r->arena);
		if (code.n)
			add_item(r, code);
	}
	return true;
}

static void add_unknown(struct reading *r, struct str text)
{
	if (add_noted(r, text) || add_glued(r, text))
		return;
	char *copy = arena_alloc(r->arena, text.n, 1);
	for (size_t i = 0; i < text.n; i++)
		copy[i] = text.p[i] == ';' ? ',' : text.p[i];
	if (r->nunknown++ == 0)
		r->first_unknown = (struct str){copy, text.n};
	add_item(r, (struct str){copy, text.n});
}

static void read_parts(struct reading *r, const struct parts *parts)
{
	for (size_t i = 0, last; i < parts->n; i = last + 1) {
		struct str code = longest(parts, i, &last, r->arena);
		if (code.n) {
			add_item(r, code);
			continue;
		}
		/* unknown parts with "and" between them stay together */
		while (last + 1 < parts->n && parts->part[last + 1].weak &&
			find(parts->part[last + 1].text, r->arena).n == 0)
			last++;
		add_unknown(r, stretch(parts, i, last));
	}
}

/* How many bytes at i are the number of an item, "1." or "2)"; 0 where none is. */
static size_t item_number(struct str s, size_t i)
{
	size_t end = i;
	if (i > 0 && s.p[i - 1] != ' ' && s.p[i - 1] != '\n')
		return 0;
	while (end < s.n && isdigit((unsigned char)s.p[end]))
		end++;
	return end > i && end < s.n && strchr(".)", s.p[end]) ? end + 1 - i : 0;
}

/* "1. muzika 2. ples": with semicolons for the numbers. */
static struct str without_numbers(struct str text, struct arena *arena)
{
	if (item_number(text, 0) == 0)
		return text;
	char *p = arena_alloc(arena, text.n, 1);
	size_t n = 0, number;
	for (size_t i = 0; i < text.n; i += number ? number : 1) {
		number = item_number(text, i);
		p[n++] = number ? ';' : text.p[i];
	}
	return (struct str){p, n};
}

static void read_text(struct reading *r, struct str text, struct buf *codes)
{
	struct parts parts;
	struct list list = {0};
	struct str code = find(str_trim(text), r->arena);
	if (code.n) {
		buf_addstr(codes, code);
		return;
	}
	split(&parts, without_numbers(text, r->arena));
	read_parts(r, &parts);
	list_split(&list, buf_str(&r->joined));
	list_join(codes, &list);
	list_release(&list);
	buf_release(&r->joined);
}

/* The last readings of a thread that left nothing unknown: one for each slot, by the hash of the
 * text. */
enum { MEMORY_SLOTS = 256, MEMORY_TEXT = 120 };

struct memory {
	char text[MEMORY_TEXT], codes[MEMORY_TEXT];
	uint8_t text_n, codes_n;
};

static _Thread_local struct memory memory[MEMORY_SLOTS];

static void remember(struct memory *m, struct str text, struct str codes)
{
	if (text.n == 0 || text.n > MEMORY_TEXT || codes.n > MEMORY_TEXT)
		return;
	memcpy(m->text, text.p, text.n);
	m->text_n = (uint8_t)text.n;
	if (codes.n)
		memcpy(m->codes, codes.p, codes.n);
	m->codes_n = (uint8_t)codes.n;
}

size_t field_read(struct str text, struct buf *codes, struct str *unknown, struct arena *arena)
{
	struct reading r = {.arena = arena};
	struct memory *m = &memory[hash_bytes(text) % MEMORY_SLOTS];
	size_t before = codes->n;
	*unknown = (struct str){0};
	if (text.n && str_eq((struct str){m->text, m->text_n}, text)) {
		buf_add(codes, m->codes, m->codes_n);
		return 0;
	}
	pthread_once(&once, make_index);
	read_text(&r, text, codes);
	if (r.nunknown == 0)
		remember(m, text, str_from(buf_str(codes), before));
	*unknown = r.first_unknown;
	return r.nunknown;
}

/* Is the label written in the letters of the text? */
static bool same_letters(struct str a, struct str b)
{
	return ((unsigned char)a.p[0] < 0xCD) == ((unsigned char)b.p[0] < 0xCD);
}

/* The label or synonym of a row that folds to this form, in the letters of the text if there is
 * one. */
static struct str spelling(uint32_t row, struct str form, struct str text, struct arena *arena)
{
	struct str found = {0}, label;
	for (size_t i = vocabulary.first_label; i <= vocabulary.synonyms; i++) {
		struct str rest = cell(row, i);
		while (str_split(&rest, '|', &label)) {
			if (label.n == 0 || !str_eq(text_fold(label, arena), form))
				continue;
			if (same_letters(label, text))
				return label;
			found = label;
		}
	}
	return found;
}

struct str field_near(struct str text)
{
	struct arena arena = {0};
	struct str near = {0};
	pthread_once(&once, make_index);
	uint32_t number =
		text.n ? folded_near(&vocabulary.forms, text_fold(text, &arena)) : FOLDED_NONE;
	if (number != FOLDED_NONE) {
		uint32_t row = vocabulary.forms.entries[vocabulary.forms.first[number]].row;
		near = spelling(row, intern_text(&vocabulary.forms.forms, number), text, &arena);
	}
	arena_release(&arena);
	return near;
}

/* The column of labels for a language; English where there is none. */
static size_t label_column(struct str lang)
{
	struct str language = tag_language(lang);
	if (str_eq(language, STR("sh")))
		language = STR("sr");
	if (str_eq(language, STR("sr")) ||
		(tag_shares_words(lang, STR("sr")) && !tag_is_latin(lang)))
		return vocab_column(vocabulary.rows, tag_is_latin(lang) ? "sr_Latn" : "sr_Cyrl");
	for (size_t i = vocabulary.first_label; i < vocabulary.end_labels; i++)
		if (str_eq(vocab_header(vocabulary.rows, i), language))
			return i;
	return vocabulary.first_label;
}

struct str field_label(struct str code, struct str lang)
{
	pthread_once(&once, make_index);
	uint32_t entry = folded_find(&vocabulary.codes, code);
	if (entry == FOLDED_NONE)
		return (struct str){0};
	uint32_t row = vocabulary.codes.entries[entry].row;
	struct str label = cell(row, label_column(lang));
	return label.n ? label : cell(row, vocabulary.first_label);
}
