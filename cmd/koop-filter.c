/* koop-filter: the records for which an expression holds, their columns chosen, derived, sorted. */
#include <stdio.h>

#include "base/mem.h"
#include "expr/derive.h"
#include "expr/order.h"
#include "expr/select.h"

enum { OPT_POSSIBLE = OPT_OWN, OPT_AS_OF, OPT_REJECTED };

static const struct option_row OPTIONS[] = {
	{'f',					 "file", "FILE", "read the expression from FILE"},
	{OPT_POSSIBLE,				     "possible", NULL, "keep what may hold too (imprecise dates)"},
	{OPT_AS_OF,					   "as-of", "DATE", "only rows whose valid_from and valid_to cover DATE"},
	{'c',"columns", "LIST", "write these columns, in this order"},
	{'x', "exclude", "LIST", "write all columns but these"},
	{'r',				   "rename", "OLD=NEW", "rename a column of the output; may be repeated"},
	{'d',				     "derive", "COL=EXPR", "add or replace a column; may be repeated"},
	{'i',					   "invert", NULL, "keep the records for which the expression does not hold"},
	{'u',				      "unique", "LIST", "keep the first record for each value of these columns"},
	{'s',       "sort", "LIST", "sort by columns; COL:n number, COL:d date, COL:r reverse"},
	{'n',					 "count", NULL, "print how many records are kept, not the records"},
	{'E',				     "exit-status", NULL, "status 1 when no record is kept"},
	{OPT_REJECTED,					   "rejected", "FILE", "write the other records to FILE"},
	OPTIONS_STREAM,
	OPTIONS_COMMON,
	{0},
};

static const struct program PROGRAM = {
	.name = "koop-filter",
	.usage = "[options] EXPR [FILE...]",
	.purpose = "Keeps the records for which an expression holds",
	.options = OPTIONS,
	.example = "koop-filter 'country = \"RS\" and founded >= 2005' members.tsv",
};

/* OLD=NEW or COL=EXPR. */
struct pair {
	struct str left, right;
};

struct pairs {
	struct pair *items;
	size_t n, cap;
};

struct filter {
	struct opts opts;
	const char *file, *as_of_date, *columns, *exclude, *unique_list, *sort_list, *rejected_path;
	struct pairs renames, derives;
	struct expr_options expr_options;
	bool invert, count, exit_status;

	struct reader *reader;
	struct derive derive;
	struct expr *expr, *as_of;
	size_t *unique, nunique; /* columns */
	struct intern seen;
	struct buf key;
	struct order order;
	struct select select;
	struct out out, rejected_out;
	struct writer writer, rejected;
	struct arena arena;
	size_t kept;
};

/* Cuts at the first "=", behind the backquotes where there are any. */
static void add_pair(struct filter *f, struct pairs *pairs, const char *option, const char *value)
{
	struct str text = str_of(value), left;
	bool quoted = value[0] == '`';
	size_t at = quoted ? str_index(str_from(text, 1), '`') + 2 : str_index(text, '=');
	left = quoted ? str_head(str_from(text, 1), at - 2) : str_trim(str_head(text, at));
	if (at >= text.n || text.p[at] != '=' || left.n == 0)
		opts_misuse(&f->opts, "malformed value '%s' for option '--%s'", value, option);
	pairs->items = mem_grow(pairs->items, pairs->n, &pairs->cap, sizeof *pairs->items);
	pairs->items[pairs->n++] = (struct pair){left, str_from(text, at + 1)};
}

static void read_options(struct filter *f, int argc, char **argv)
{
	const char *value;
	int key;
	opts_init(&f->opts, &PROGRAM, argc, argv);
	while ((key = opts_next(&f->opts, &value))) {
		switch (key) {
		case 'f': f->file = value; break;
		case OPT_POSSIBLE: f->expr_options.possible = true; break;
		case OPT_AS_OF: f->as_of_date = value; break;
		case 'c': f->columns = value; break;
		case 'x': f->exclude = value; break;
		case 'r': add_pair(f, &f->renames, "rename", value); break;
		case 'd': add_pair(f, &f->derives, "derive", value); break;
		case 'i': f->invert = true; break;
		case 'u': f->unique_list = value; break;
		case 's': f->sort_list = value; break;
		case 'n': f->count = true; break;
		case 'E': f->exit_status = true; break;
		case OPT_REJECTED: f->rejected_path = value; break;
		default: break;
		}
	}
	if (!f->file && f->opts.noperands == 0)
		opts_misuse(&f->opts, "no expression given ('' keeps all records)");
	if (f->columns && f->exclude)
		opts_misuse(&f->opts, "options '--columns' and '--exclude' exclude each other");
}

/* The text of the expression: the first operand, or all of a file. */
static struct str expression_text(struct filter *f)
{
	if (!f->file)
		return str_of(f->opts.operands[0]);
	FILE *in = fopen(f->file, "re");
	if (!in)
		die("cannot open '%s'", f->file);
	char *text = arena_alloc(
		&f->arena, EXPR_MAX_BYTES + 1, 1); /* one more shows that it is too long */
	size_t n = fread(text, 1, EXPR_MAX_BYTES + 1, in);
	if (ferror(in))
		die("cannot read '%s'", f->file);
	fclose(in);
	return (struct str){text, n};
}

_Noreturn static void malformed(const char *what, const struct expr_error *error)
{
	if (error->line > 1)
		diex("%s:%zu:%zu: %s", what, error->line, error->column, error->text);
	diex("%s:%zu: %s", what, error->column, error->text);
}

static void prepare_derive(struct filter *f)
{
	struct expr_error error;
	derive_init(&f->derive, reader_header(f->reader));
	for (size_t i = 0; i < f->derives.n; i++) {
		const struct pair *p = &f->derives.items[i];
		if (!derive_add(&f->derive, p->left, p->right, &f->expr_options, &error))
			malformed(arena_fmt(&f->arena, "derive " STR_FMT, STR_ARG(p->left)).p,
				&error);
	}
}

static void prepare_expressions(struct filter *f)
{
	struct expr_error error;
	const struct header *h = &f->derive.header;
	struct str text = expression_text(f);
	f->expr = expr_compile_condition(text, h, &f->expr_options, &f->arena, &error);
	if (!f->expr)
		malformed(f->file ? f->file : "expression", &error);
	if (!f->as_of_date)
		return;
	f->as_of =
		expr_compile_as_of(str_of(f->as_of_date), h, &f->expr_options, &f->arena, &error);
	if (!f->as_of)
		diex("option '--as-of': %s", error.text);
}

/* What -c, -x and -r say about the output. */
static void prepare_columns(struct filter *f)
{
	const struct header *h = &f->derive.header;
	struct buf why = {0};
	bool ok = true;
	select_init(&f->select, h);
	if (f->columns)
		select_only(&f->select, h, f->columns);
	if (f->exclude)
		ok = select_without(&f->select, h, f->exclude, &why);
	for (size_t i = 0; i < f->renames.n; i++)
		select_rename(&f->select, h, f->renames.items[i].left, f->renames.items[i].right);
	if (!ok || !select_finish(&f->select, &why))
		diex("%s", buf_cstr(&why));
}

static void prepare(struct filter *f)
{
	struct buf why = {0};
	prepare_derive(f);
	prepare_expressions(f);
	prepare_columns(f);
	if (f->unique_list)
		f->unique =
			header_need_list(&f->derive.header, f->unique_list, &f->nunique, &f->arena);
	if (f->sort_list && !order_init(&f->order, str_of(f->sort_list), &f->derive.header, &why))
		diex("%s", buf_cstr(&why));
	if (f->rejected_path) {
		out_open(&f->rejected_out, f->rejected_path);
		writer_init(&f->rejected, &f->rejected_out);
		writer_header(&f->rejected, reader_header(f->reader), f->opts.bare);
	}
	out_open(&f->out, f->opts.output);
	writer_init(&f->writer, &f->out);
	if (!f->count)
		writer_header(&f->writer, &f->select.names, f->opts.bare);
}

static bool holds(struct filter *f, const struct record *rec)
{
	if (!f->as_of)
		return expr_holds(f->expr, rec) != f->invert;
	struct answer both = answer_and(expr_truth(f->as_of, rec), expr_truth(f->expr, rec));
	return ((f->expr_options.possible ? both.possible : both.certain) == KLEENE_YES) !=
	       f->invert;
}

/* Is it the first with its values in the columns of -u? */
static bool is_first(struct filter *f, const struct record *rec)
{
	buf_clear(&f->key);
	for (size_t i = 0; i < f->nunique; i++) {
		buf_putc(&f->key, '\t');
		buf_addstr(&f->key, record_field(rec, f->unique[i]));
	}
	size_t before = f->seen.n;
	return intern_add(&f->seen, buf_str(&f->key)) == before;
}

static void keep(struct filter *f, const struct record *rec)
{
	f->kept++;
	if (f->count)
		return;
	if (f->sort_list)
		order_add(&f->order, rec);
	else
		select_write(&f->select, &f->writer, rec);
}

static void process(struct filter *f)
{
	struct record input, derived;
	const struct record *rec = f->derive.n ? &derived : &input;
	while (reader_next(f->reader, &input)) {
		if (f->derive.n)
			derived = derive_run(&f->derive, &input);
		if (holds(f, rec) && (!f->unique || is_first(f, rec)))
			keep(f, rec);
		else if (f->rejected_path)
			writer_pass(&f->rejected, &input);
	}
	order_sort(&f->order);
	for (size_t i = 0; i < f->order.n; i++) {
		struct record sorted = order_get(&f->order, i);
		select_write(&f->select, &f->writer, &sorted);
	}
}

static void finish(struct filter *f)
{
	if (f->count)
		out_fmt(&f->out, "%zu\n", f->kept);
	diag_note("%zu records read, %zu refused, %zu kept", reader_lines(f->reader),
		reader_refused(f->reader), f->kept);
	if (f->exit_status && f->kept == 0)
		diag_raise(STATUS_DOUBT);
	if (f->rejected_path)
		out_close(&f->rejected_out);
	out_close(&f->out);
}

int main(int argc, char **argv)
{
	static struct filter f;
	std_open();
	read_options(&f, argc, argv);
	f.reader = reader_from_opts(&f.opts, f.file ? 0 : 1);
	prepare(&f);
	process(&f);
	finish(&f);
	return diag_finish();
}
