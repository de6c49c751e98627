#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "input/charset.h"
#include "input/dataset.h"

struct dataset_variable *dataset_add(struct dataset *d)
{
	d->variables = mem_grow(d->variables, d->n, &d->cap, sizeof *d->variables);
	d->variables[d->n] = (struct dataset_variable){0};
	return &d->variables[d->n++];
}

void dataset_add_missing(
	struct dataset *d, struct dataset_variable *v, struct dataset_missing missing)
{
	struct dataset_missing *all = arena_alloc(&d->arena, v->nmissing + 1, sizeof *all);
	if (v->nmissing)
		memcpy(all, v->missing, v->nmissing * sizeof *all);
	all[v->nmissing++] = missing;
	v->missing = all;
}

void dataset_add_label(struct dataset *d, struct dataset_label label)
{
	d->labels = mem_grow(d->labels, d->nlabels, &d->cap_labels, sizeof *d->labels);
	d->labels[d->nlabels++] = label;
}

static void count(struct census *census, struct str text)
{
	census_add(census, text.p, text.n);
	census_add(census, "\n", 1);
}

void dataset_count(const struct dataset *d, struct census *census)
{
	for (size_t i = 0; i < d->n; i++) {
		count(census, d->variables[i].name);
		count(census, d->variables[i].label);
		for (size_t j = 0; j < d->variables[i].nmissing; j++)
			count(census, d->variables[i].missing[j].text);
	}
	for (size_t i = 0; i < d->nlabels; i++) {
		count(census, d->labels[i].code);
		count(census, d->labels[i].label);
	}
}

static void decode(struct dataset *d, struct charset *c, struct buf *text, struct str *s)
{
	buf_clear(text);
	charset_convert(c, *s, text);
	charset_end(c, text);
	*s = arena_str(&d->arena, buf_str(text));
}

bool dataset_decode(struct dataset *d, const char *encoding)
{
	struct buf text = {0};
	struct charset *c = charset_is_utf8(encoding) ? NULL : charset_open(encoding);
	if (!c)
		return charset_is_utf8(encoding);
	for (size_t i = 0; i < d->n; i++) {
		decode(d, c, &text, &d->variables[i].name);
		decode(d, c, &text, &d->variables[i].label);
		decode(d, c, &text, &d->variables[i].labels);
		for (size_t j = 0; j < d->variables[i].nmissing; j++)
			decode(d, c, &text, &d->variables[i].missing[j].text);
	}
	for (size_t i = 0; i < d->nlabels; i++) {
		decode(d, c, &text, &d->labels[i].set);
		decode(d, c, &text, &d->labels[i].code);
		decode(d, c, &text, &d->labels[i].label);
	}
	charset_close(c);
	buf_release(&text);
	return true;
}

/* The fewest digits that read back to the same number of 32 bits. */
static size_t write_single(double number, char out[static NUMBER_MAX])
{
	enum { LEAST = 6, MOST = 9 };
	char text[NUMBER_MAX];
	int digits = LEAST;
	do
		snprintf(text, sizeof text, "%.*g", digits, number);
	while (digits++ < MOST && strtof(text, NULL) != (float)number);
	return number_format(strtod(text, NULL), out);
}

bool dataset_write(const struct dataset_variable *v, double number, char out[static NUMBER_MAX])
{
	if (v->date != STATDATE_NONE && statdate_write(v->date, number, out))
		return true;
	out[v->single ? write_single(number, out) : number_format(number, out)] = '\0';
	return v->date == STATDATE_NONE;
}

/* What does not read is not written. */
static struct str checked(struct str text, const char *file, struct str variable)
{
	struct pos pos = {file, 0};
	if (utf8_valid(text) && str_index(text, '\0') == text.n)
		return text;
	warn_at(&pos, "a label of '" STR_FMT "' is not in the encoding, taken as empty",
		STR_ARG(variable));
	return STR("");
}

static bool is_missing(const struct dataset_variable *v, const struct dataset_label *l)
{
	bool missing = l->code.n > 1 && l->code.p[0] == '.' && !v->is_text; /* tagged */
	for (size_t i = 0; i < v->nmissing; i++)
		missing |= l->is_number ? !v->is_text && l->number >= v->missing[i].low &&
		                                  l->number <= v->missing[i].high
		                        : v->is_text && str_eq(v->missing[i].text, l->code);
	return missing;
}

static struct str code_of(const struct dataset_variable *v, const struct dataset_label *l,
	char out[static NUMBER_MAX])
{
	if (!l->is_number)
		return l->code;
	dataset_write(v, l->number, out);
	return str_of(out);
}

/* 98, 97..99, 97.. or ..-1 */
static void write_range(
	const struct dataset_variable *v, const struct dataset_missing *m, struct buf *to)
{
	char out[NUMBER_MAX];
	buf_clear(to);
	if (isfinite(m->low)) {
		dataset_write(v, m->low, out);
		buf_puts(to, out);
	}
	if (m->low < m->high)
		buf_puts(to, "..");
	if (isfinite(m->high) && m->low < m->high) {
		dataset_write(v, m->high, out);
		buf_puts(to, out);
	}
}

/* Has the missing code a label, and so a row already? */
static bool is_labelled(
	const struct dataset *d, const struct dataset_variable *v, const struct dataset_missing *m)
{
	for (size_t i = 0; i < d->nlabels; i++) {
		const struct dataset_label *l = &d->labels[i];
		if (str_eq(l->set, v->labels) &&
			(l->is_number ? l->number == m->low && l->number == m->high
				      : v->is_text && str_eq(l->code, m->text)))
			return true;
	}
	return false;
}

static void describe(const struct dataset *d, const struct dataset_variable *v, const char *file,
	struct str name, struct codebook *c)
{
	char out[NUMBER_MAX];
	struct buf range = {0};
	if (v->label.n)
		codebook_add(c, file, name, STR(""), false, checked(v->label, file, name));
	for (size_t i = 0; v->labels.n && i < d->nlabels; i++) {
		const struct dataset_label *l = &d->labels[i];
		struct str code = code_of(v, l, out);
		if (str_eq(l->set, v->labels) && code.n && checked(code, file, name).n)
			codebook_add(c, file, name, code, is_missing(v, l),
				checked(l->label, file, name));
	}
	for (size_t i = 0; i < v->nmissing; i++) {
		struct str text = checked(v->missing[i].text, file, name);
		if (is_labelled(d, v, &v->missing[i]))
			continue;
		if (!v->is_text)
			write_range(v, &v->missing[i], &range);
		codebook_add(c, file, name, v->is_text ? text : buf_str(&range), true, STR(""));
	}
	buf_release(&range);
}

void dataset_describe(const struct dataset *d, const char *file, const struct header *header,
	struct codebook *codebook)
{
	for (size_t i = 0; i < d->n && i < header->n; i++)
		describe(d, &d->variables[i], file, header->names[i], codebook);
}

void dataset_give(const struct dataset_variable *v, struct sheet *sheet, size_t column,
	double number, const char *file)
{
	char out[NUMBER_MAX];
	struct pos pos = {file, sheet->number};
	if (isinf(number))
		warn_at(&pos, "no number, but infinite, in '" STR_FMT "', taken as empty",
			STR_ARG(v->name));
	if (!isfinite(number))
		return;
	if (!dataset_write(v, number, out))
		warn_at(&pos, "'%s' in '" STR_FMT "' is no date, left as a number", out,
			STR_ARG(v->name));
	sheet_add(sheet, column, str_of(out), v->date == STATDATE_NONE);
}

void dataset_release(struct dataset *d)
{
	free(d->variables);
	free(d->labels);
	arena_release(&d->arena);
}
