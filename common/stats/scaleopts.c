#include <stdint.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/parallel.h"
#include "stats/scaleopts.h"
#include "stats/values.h"

/* Options that change neither what is counted nor what becomes of it. */
static const char *const NOT_DECLARED[] = {
	"threads", "partial", "merge", "memory", "header", "bare", "expect"};

/* Options whose value is the name of a file, or columns and behind a = that of a file. */
static const char *const FILE_ONLY[] = {"codebook", "calibrate"};
static const char *const COLUMNS_AND_FILE[] = {"poststrata", "rake"};

static bool is_among(const char *name, const char *const *names, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(name, names[i]) == 0)
			return true;
	return false;
}

static const struct option_row *row_of(const struct opts *o, int key)
{
	const struct option_row *row = o->program->options;
	while (row->name && row->key != key)
		row++;
	return row;
}

static void declare(struct scale *s, const struct opts *o, int key, const char *value)
{
	const struct option_row *row = row_of(o, key);
	if (!row->name ||
		is_among(row->name, NOT_DECLARED, sizeof NOT_DECLARED / sizeof *NOT_DECLARED))
		return;
	s->declared.program = o->program->name;
	declaration_option(&s->declared, row->name, value);
}

/* The file itself may lie elsewhere when the parts are merged: what is in it counts. */
void scale_check(struct scale *s)
{
	if (s->memory == 0)
		s->memory = mem_of_machine() / 2;
	mem_limit(s->memory);
	values_limit(s->memory / 2);
	if (!s->partial && !s->merge)
		return;
	for (size_t i = 0, n = s->declared.n; i < n; i++) {
		struct declared item = s->declared.items[i];
		bool columns = is_among(item.name, COLUMNS_AND_FILE,
			sizeof COLUMNS_AND_FILE / sizeof *COLUMNS_AND_FILE);
		if (!columns &&
			!is_among(item.name, FILE_ONLY, sizeof FILE_ONLY / sizeof *FILE_ONLY))
			continue;
		size_t at = columns ? str_index(item.value, '=') : 0;
		if (at == item.value.n)
			continue; /* not as it should be, which is said elsewhere */
		const char *path = item.value.p + at + columns;
		if (!declaration_file(&s->declared, item.name, path))
			die("cannot read '%s'", path);
		s->declared.items[i].value = str_head(item.value, at);
	}
}

static size_t size_of(const struct opts *o, const char *value)
{
	static const char units[] = "KMGT";
	size_t n = 0, i = 0;
	for (; value[i] >= '0' && value[i] <= '9'; i++)
		if (__builtin_mul_overflow(n, 10, &n) ||
			__builtin_add_overflow(n, (size_t)(value[i] - '0'), &n))
			opts_misuse(o, "'%s' for option '--memory' is too large", value);
	const char *unit = value[i] ? strchr(units, value[i]) : NULL;
	int shift = unit ? 10 * (int)(unit - units + 1) : 0;
	if (i == 0 || n == 0 || (value[i] && (!unit || value[i + 1])))
		opts_misuse(o, "'%s' for option '--memory' is no size such as 256M or 4G", value);
	if (n > SIZE_MAX >> shift)
		opts_misuse(o, "'%s' for option '--memory' is too large", value);
	return n << shift;
}

void scale_option(struct scale *s, const struct opts *o, int key, const char *value)
{
	switch (key) {
	case OPT_THREADS:
		s->threads = (size_t)opts_number(o, "threads", value, 1, PARALLEL_WORKERS_MAX);
		break;
	case OPT_PARTIAL: s->partial = true; break;
	case OPT_MERGE: s->merge = true; break;
	case OPT_MEMORY: s->memory = size_of(o, value); break;
	default: declare(s, o, key, value); break;
	}
}

void scale_release(struct scale *s)
{
	declaration_release(&s->declared);
}
