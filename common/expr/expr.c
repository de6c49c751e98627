#include <errno.h>
#include <stdarg.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "expr/code.h"

/* Line and character of a byte of the text. */
static void locate(struct str text, size_t at, struct expr_error *error)
{
	struct str before = str_head(text, at), line;
	error->line = 0;
	if (before.n == 0)
		before = STR("");
	while (str_split(&before, '\n', &line)) {
		error->line++;
		error->column = utf8_length(line) + 1;
	}
}

bool compile_error(struct compiler *c, size_t at, const char *fmt, ...)
{
	va_list args;
	if (c->error->text[0])
		return false;
	locate(c->text, at, c->error);
	va_start(args, fmt);
	vsnprintf(c->error->text, sizeof c->error->text, fmt, args);
	va_end(args);
	return false;
}

/* What cannot be compiled at all. */
static bool acceptable(struct compiler *c)
{
	size_t valid = utf8_valid_prefix(c->text);
	if (c->text.n > EXPR_MAX_BYTES)
		return compile_error(
			c, EXPR_MAX_BYTES, "expression longer than %d bytes", EXPR_MAX_BYTES);
	if (valid < c->text.n)
		return compile_error(c, valid, "expression is not UTF-8");
	return true;
}

static bool compile(struct compiler *c, struct expr *e, bool condition)
{
	struct node *root;
	if (!acceptable(c) || !(root = parse(c)) || !check(c, root))
		return false;
	if (condition && !convert(c, &root, TYPE_TRUTH))
		return false;
	emit(e, root);
	e->type = root->type;
	e->stack = mem_zero(e->deepest, sizeof *e->stack);
	return true;
}

static struct expr *start(struct str text, const struct header *header,
	const struct expr_options *options, struct arena *arena, struct expr_error *error,
	bool condition)
{
	struct expr *e = mem_zero(1, sizeof *e);
	e->run.possible = options->possible;
	e->run.lang = options->lang;
	*error = (struct expr_error){0};
	struct compiler c = {text, header, options, arena, error, &e->run};
	if (compile(&c, e, condition))
		return e;
	expr_release(e);
	return NULL;
}

struct expr *expr_compile(struct str text, const struct header *header,
	const struct expr_options *options, struct arena *arena, struct expr_error *error)
{
	return start(text, header, options, arena, error, false);
}

struct expr *expr_compile_condition(struct str text, const struct header *header,
	const struct expr_options *options, struct arena *arena, struct expr_error *error)
{
	return start(text, header, options, arena, error, true);
}

/* The columns that say when a row is valid: the first pair that the header has one of. */
static bool find_validity(const struct header *header, struct str names[static 2])
{
	static const struct str pairs[][2] = {
		{STR_CONST("valid_from"), STR_CONST("valid_to")},
		{STR_CONST("joined"),     STR_CONST("left")    }
        };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		bool from = header_find(header, pairs[i][0]) != COLUMN_NONE;
		bool to = header_find(header, pairs[i][1]) != COLUMN_NONE;
		names[0] = from ? pairs[i][0] : STR("\"\"");
		names[1] = to ? pairs[i][1] : STR("\"\"");
		if (from || to)
			return true;
	}
	return false;
}

struct expr *expr_compile_as_of(struct str date, const struct header *header,
	const struct expr_options *options, struct arena *arena, struct expr_error *error)
{
	struct str names[2] = {STR(""), STR("")};
	struct edtf parsed;
	*error = (struct expr_error){.line = 1, .column = 1};
	if (!edtf_parse(date, &parsed))
		snprintf(error->text, sizeof error->text, "not a date: '" STR_FMT "'",
			STR_ARG(date));
	else if (!find_validity(header, names))
		snprintf(error->text, sizeof error->text,
			"no column 'valid_from', 'valid_to', 'joined' or 'left'");
	if (error->text[0])
		return NULL;
	return start(arena_fmt(arena, "covers(" STR_FMT ", " STR_FMT ", date(\"" STR_FMT "\"))",
			     STR_ARG(names[0]), STR_ARG(names[1]), STR_ARG(date)),
		header, options, arena, error, true);
}

bool expr_read_file(const char *path, struct arena *arena, struct str *text)
{
	FILE *in = fopen(path, "re");
	if (!in)
		return false;
	char *p =
		arena_alloc(arena, EXPR_MAX_BYTES + 1, 1); /* one more shows that it is too long */
	*text = (struct str){p, fread(p, 1, EXPR_MAX_BYTES + 1, in)};
	bool ok = !ferror(in);
	int error = errno;
	fclose(in);
	errno = error;
	return ok;
}

struct answer expr_truth(struct expr *e, const struct record *rec)
{
	return e->type == TYPE_TRUTH ? expr_run(e, rec)->truth : answer_unknown();
}

static bool is_yes(const struct expr *e, struct answer truth)
{
	return (e->run.possible ? truth.possible : truth.certain) == KLEENE_YES;
}

bool expr_holds(struct expr *e, const struct record *rec)
{
	return is_yes(e, expr_truth(e, rec));
}

bool expr_both_hold(struct expr *e, struct expr *other, const struct record *rec)
{
	struct answer truth = expr_truth(e, rec);
	return is_yes(e, other ? answer_and(truth, expr_truth(other, rec)) : truth);
}

static size_t find_literal(const void *regex, struct str text)
{
	return regex_literal(regex, text);
}

bool expr_next(const struct expr *e, struct reader *r, struct record *rec)
{
	const struct regex *re = NULL;
	if (e && e->n == 1 && e->code[0].code == CODE_MATCH)
		re = e->code[0].value->regex;
	if (re && regex_has_literal(re))
		reader_pass_over(r, find_literal, re);
	return reader_next(r, rec);
}

bool expr_value(struct expr *e, const struct record *rec, struct str *text)
{
	struct value v = *expr_run(e, rec);
	if (e->type == TYPE_NUMBER || e->type == TYPE_TRUTH)
		value_to_text(&v, e->type, &e->run);
	*text = v.text;
	return !v.missing && v.text.n;
}

bool expr_number(struct expr *e, const struct record *rec, double *number)
{
	struct value v = *expr_run(e, rec);
	if (e->type == TYPE_TRUTH)
		return truth_decided(v.truth, e->run.possible, number);
	if (v.missing || (e->type != TYPE_NUMBER && !value_to_number(&v)))
		return false;
	*number = v.number;
	return true;
}

void expr_release(struct expr *e)
{
	if (!e)
		return;
	for (size_t i = 0; i < e->run.npatterns; i++)
		regex_free(e->run.patterns[i]);
	free(e->run.patterns);
	arena_release(&e->run.arena);
	buf_release(&e->run.buf);
	list_release(&e->run.list);
	free(e->code);
	free(e->stack);
	free(e);
}
