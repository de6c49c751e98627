#include <math.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/near.h"
#include "record/number.h"
#include "record/reader.h"
#include "stats/codebook.h"

static struct coded *variable_for(struct codebook *b, struct str name)
{
	uint32_t number = intern_add(&b->variables, name);
	while (b->cap <= number) {
		size_t before = b->cap;
		b->of = mem_grow(b->of, b->cap, &b->cap, sizeof *b->of);
		memset(b->of + before, 0, (b->cap - before) * sizeof *b->of);
	}
	return &b->of[number];
}

const struct coded *codebook_find(const struct codebook *b, struct str variable)
{
	uint32_t number = intern_find(&b->variables, variable);
	return number == INTERN_NONE ? NULL : &b->of[number];
}

/* Either end of a range may lack. */
static bool parse_end(struct str text, double open, double *value)
{
	*value = open;
	return text.n == 0 || number_parse(text, value);
}

static bool parse_range(struct str text, struct missing_code *code)
{
	for (size_t at = 0; at + 2 <= text.n; at++)
		if (text.p[at] == '.' && text.p[at + 1] == '.')
			return text.n > 2 &&
			       parse_end(str_head(text, at), -INFINITY, &code->first) &&
			       parse_end(str_from(text, at + 2), INFINITY, &code->last) &&
			       code->first <= code->last;
	return false;
}

static void add_missing(struct codebook *b, struct coded *c, struct str text)
{
	struct missing_code code = {arena_str(&b->arena, text), NAN, NAN};
	if (!parse_range(text, &code)) {
		code.first = code.last = NAN;
		if (number_parse(text, &code.first))
			code.last = code.first;
		else
			code.first = NAN;
	}
	c->missing = mem_grow(c->missing, c->nmissing, &c->cap_missing, sizeof *c->missing);
	c->missing[c->nmissing++] = code;
}

bool coded_is_missing(const struct coded *c, struct str value)
{
	double number = NAN;
	if (c->nmissing == 0 || value.n == 0)
		return false;
	if (!number_parse(value, &number))
		number = NAN;
	for (size_t i = 0; i < c->nmissing; i++) {
		const struct missing_code *m = &c->missing[i];
		if ((number >= m->first && number <= m->last) || str_eq(m->text, value))
			return true;
	}
	return false;
}

/* Where the columns end: at the first '=' that is not within backquotes. */
static size_t equals_sign(struct str spec)
{
	bool quoted = false;
	for (size_t i = 0; i < spec.n; i++) {
		quoted ^= spec.p[i] == '`';
		if (spec.p[i] == '=' && !quoted)
			return i;
	}
	return spec.n;
}

static void add_codes(struct codebook *b, struct coded *c, struct str codes, const char *spec)
{
	for (bool more = true; more;) {
		size_t end = str_index(codes, ',');
		struct str code = str_trim(str_head(codes, end));
		if (code.n == 0)
			diex("a code is missing in '%s' for option '--missing'", spec);
		add_missing(b, c, code);
		more = end < codes.n;
		codes = more ? str_from(codes, end + 1) : codes;
	}
}

static void read_option(struct codebook *b, const struct header *h, const char *spec)
{
	struct str all = str_of(spec);
	size_t at = equals_sign(all), n;
	if (at == 0 || at + 1 >= all.n)
		diex("'%s' for option '--missing' is not COLUMNS=CODES", spec);
	size_t *columns =
		header_need_list(h, arena_str(&b->arena, str_head(all, at)).p, &n, &b->arena);
	for (size_t i = 0; i < n; i++)
		add_codes(b, variable_for(b, h->names[columns[i]]), str_from(all, at + 1), spec);
}

/* The columns of the file. */
struct layout_of_file {
	size_t variable, code;
	long missing;
	long label, other; /* in the language, and in English or the first there is */
	size_t *labels;    /* all of them */
	size_t nlabels;
};

/* label_sr is for sr-Latn, too. */
static long label_column(const struct header *h, struct str lang, struct arena *arena)
{
	static const char *const separators = "-_";
	long column = header_find(h, arena_fmt(arena, "label_" STR_FMT, STR_ARG(lang)));
	for (const char *s = separators; *s && column == COLUMN_NONE; s++)
		column = header_find(h, arena_fmt(arena, "label_" STR_FMT,
						STR_ARG(str_head(lang, str_index(lang, *s)))));
	return column;
}

static void find_labels(struct codebook *b, struct layout_of_file *l, const struct header *h,
	const struct codebook_request *request)
{
	l->labels = arena_alloc(&b->arena, h->n + 1, sizeof *l->labels);
	for (size_t i = 0; i < h->n; i++)
		if (str_starts(h->names[i], STR("label_")))
			l->labels[l->nlabels++] = i;
	l->label = l->other = COLUMN_NONE;
	if (!request->lang)
		return;
	if (l->nlabels == 0)
		diex("%s has no column of labels, as 'label_en'", request->file);
	l->other = header_find(h, STR("label_en"));
	if (l->other == COLUMN_NONE)
		l->other = (long)l->labels[0];
	l->label = label_column(h, str_of(request->lang), &b->arena);
	if (l->label != COLUMN_NONE)
		return;
	l->label = l->other;
	warn_at(NULL, "%s has no labels in '%s'; those of '" STR_FMT "' are taken", request->file,
		request->lang, STR_ARG(h->names[l->other]));
}

static struct str label_of(
	struct codebook *b, const struct layout_of_file *l, const struct record *rec)
{
	if (l->label == COLUMN_NONE)
		return (struct str){0};
	struct str label = record_value(rec, (size_t)l->label, &b->arena);
	if (label.n == 0)
		label = record_value(rec, (size_t)l->other, &b->arena);
	for (size_t i = 0; i < l->nlabels && label.n == 0; i++)
		label = record_value(rec, l->labels[i], &b->arena);
	return arena_str(&b->arena, label);
}

static bool says_missing(const struct layout_of_file *l, const struct record *rec)
{
	static const char *const yes[] = {"1", "yes", "true"}, *const no[] = {
								       "", "0", "no", "false"};
	if (l->missing == COLUMN_NONE)
		return false;
	struct str word = record_field(rec, (size_t)l->missing);
	for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
		if (str_eq(word, str_of(yes[i])))
			return true;
	for (size_t i = 0; i < sizeof no / sizeof *no; i++)
		if (str_eq(word, str_of(no[i])))
			return false;
	die_at(&rec->pos, "'" STR_FMT "' in column 'missing' is not 1 and not 0", STR_ARG(word));
}

static void take_row(struct codebook *b, const struct layout_of_file *l, const struct record *rec)
{
	struct coded *c = variable_for(b, record_value(rec, l->variable, &b->arena));
	struct str code = record_value(rec, l->code, &b->arena), label = label_of(b, l, rec);
	bool missing = says_missing(l, rec);
	if (code.n == 0) {
		if (!c->label.n)
			c->label = label;
		return;
	}
	size_t before = c->codes.n;
	uint32_t number = intern_add(&c->codes, code);
	if (c->codes.n == before) {
		warn_at(&rec->pos, "code '" STR_FMT "' a second time; the first counts",
			STR_ARG(code));
		return;
	}
	c->labels = mem_grow(c->labels, number, &c->cap_labels, sizeof *c->labels);
	c->labels[number] = label;
	if (missing)
		add_missing(b, c, code);
}

static void read_file(struct codebook *b, const struct codebook_request *request)
{
	char *const files[] = {(char *)(uintptr_t)request->file};
	struct reader *reader = reader_open(files, 1, NULL);
	const struct header *h = reader_header(reader);
	struct layout_of_file l = {.missing = header_find(h, STR("missing"))};
	struct record rec;
	if (header_find(h, STR("variable")) == COLUMN_NONE ||
		header_find(h, STR("code")) == COLUMN_NONE)
		diex("%s is no codebook: it has no columns 'variable' and 'code'", request->file);
	l.variable = header_need(h, STR("variable"));
	l.code = header_need(h, STR("code"));
	find_labels(b, &l, h, request);
	while (reader_next(reader, &rec))
		take_row(b, &l, &rec);
	if (reader_refused(reader))
		diex("%s: a row that cannot be read", request->file);
	reader_close(reader);
}

/* q7 and q8 are no slips of each other. */
static bool is_numbered(struct str name)
{
	for (size_t i = 0; i < name.n; i++)
		if (name.p[i] >= '0' && name.p[i] <= '9')
			return true;
	return false;
}

/* A codebook may know more than there is; but a column that it does not know, and nearly the same
 * name of one that is not there, are one with a slip: its codes would be taken for answers. */
static void check_variables(struct codebook *b, const struct header *h, const char *file)
{
	struct str *others = arena_alloc(&b->arena, h->n + 1, sizeof *others);
	size_t n = 0;
	for (size_t i = 0; i < h->n; i++)
		if (!codebook_find(b, h->names[i]))
			others[n++] = h->names[i];
	for (uint32_t i = 0; i < b->variables.n; i++) {
		struct str name = intern_text(&b->variables, i);
		size_t near = near_find(name, others, n);
		if (near < n && header_find(h, name) == COLUMN_NONE && !is_numbered(name))
			warn_at(NULL,
				"%s: the records have no column '" STR_FMT
				"' (did you mean '" STR_FMT "'?)",
				file, STR_ARG(name), STR_ARG(others[near]));
	}
}

void codebook_need(
	struct codebook *b, const struct header *h, const struct codebook_request *request)
{
	*b = (struct codebook){.labelled = request->lang != NULL};
	for (size_t i = 0; i < request->nmissing; i++)
		read_option(b, h, request->missing[i]);
	if (request->file) {
		read_file(b, request);
		check_variables(b, h, request->file);
	}
}

struct str codebook_variable(const struct codebook *b, struct str variable)
{
	const struct coded *c = b->labelled ? codebook_find(b, variable) : NULL;
	return c && c->label.n ? c->label : variable;
}

struct str codebook_value(const struct codebook *b, struct str variable, struct str value)
{
	const struct coded *c = b->labelled ? codebook_find(b, variable) : NULL;
	uint32_t code = c ? intern_find(&c->codes, value) : INTERN_NONE;
	return code != INTERN_NONE && c->labels[code].n ? c->labels[code] : value;
}

void codebook_release(struct codebook *b)
{
	for (size_t i = 0; i < b->variables.n; i++) {
		intern_release(&b->of[i].codes);
		free(b->of[i].labels);
		free(b->of[i].missing);
	}
	intern_release(&b->variables);
	free(b->of);
	arena_release(&b->arena);
}
