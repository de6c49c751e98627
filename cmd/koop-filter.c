/* koop-filter: the records for which an expression holds, their columns chosen, derived, sorted. */
#include "base/mem.h"
#include "expr/derive.h"
#include "expr/lookup.h"
#include "expr/order.h"
#include "expr/select.h"
#include "expr/split.h"
#include "expr/unique.h"

enum { OPT_POSSIBLE = OPT_OWN, OPT_AS_OF, OPT_REJECTED, OPT_ON, OPT_ADD, OPT_LEFT };
enum { OPT_SPLIT = OPT_LEFT + 1, OPT_COLLATE };

/* clang-format off */
static const struct option_row OPTIONS[] = {
	{'f', "file", "FILE", "read the expression from FILE"},
	{OPT_POSSIBLE, "possible", NULL, "keep what may hold too (imprecise dates)"},
	{OPT_AS_OF, "as-of", "DATE", "only rows whose valid_from and valid_to cover DATE"},
	{'c', "columns", "LIST", "write these columns, in this order"},
	{'x', "exclude", "LIST", "write all columns but these"},
	{'r', "rename", "OLD=NEW", "rename a column of the output; may be repeated"},
	{'d', "derive", "COL=EXPR", "add or replace a column; may be repeated"},
	{'i', "invert", NULL, "keep the records for which the expression does not hold"},
	{'u', "unique", "LIST", "keep the first record for each value of these columns"},
	{'s', "sort", "LIST", "sort by columns; COL:n number, COL:d date, COL:r reverse"},
	{OPT_COLLATE, "collate", "LANG", "sort texts by the alphabet of LANG: sr, sr-Latn, mk, ..."},
	{'n', "count", NULL, "print how many records are kept, not the records"},
	{'E', "exit-status", NULL, "status 1 when no record is kept"},
	{OPT_REJECTED, "rejected", "FILE", "write the other records to FILE"},
	{'j', "join", "FILE", "add columns of another record file, found by --on"},
	{OPT_ON, "on", "COL[=COL]", "the key of the join, here and in the other file"},
	{OPT_ADD, "add", "LIST", "the columns that the join adds; without it all but the key"},
	{OPT_LEFT, "left", NULL, "keep records that the join finds nothing for"},
	{OPT_SPLIT, "split", "COL", "one file for each value, named by the %s in -o"},
	OPTIONS_STREAM,
	OPTIONS_COMMON,
	{0},
};
/* clang-format on */

static const struct program PROGRAM = {
	.name = "koop-filter",
	.usage = "[options] EXPR [FILE...]",
	.purpose = "Keeps the records for which an expression holds",
	.options = OPTIONS,
	.example = "koop-filter 'country = \"RS\" and founded >= 2005' members.tsv",
};

/* The values of an option that may be repeated: OLD=NEW or COL=EXPR. */
struct pairs {
	struct assignment *items;
	size_t n, cap;
};

struct filter {
	struct opts opts;
	const char *file, *as_of_date, *columns, *exclude, *unique_list, *sort_list, *collate;
	const char *rejected_path, *join_path, *on, *add, *split_column;
	struct pairs renames, derives;
	struct expr_options expr_options;
	bool invert, count, exit_status, left;

	struct reader *reader;
	struct lookup lookup;
	struct derive derive;
	struct expr *expr, *as_of;
	const struct expr *sought; /* what fails it need not be looked at; or NULL */
	struct unique unique;
	struct order order;
	struct select select;
	struct split split;
	struct out out, rejected_out;
	struct writer writer, rejected;
	struct arena arena;
	size_t kept;
};

static void add_pair(struct filter *f, struct pairs *pairs, const char *option, const char *value)
{
	pairs->items = mem_grow(pairs->items, pairs->n, &pairs->cap, sizeof *pairs->items);
	if (!assignment_parse(str_of(value), &pairs->items[pairs->n++]))
		opts_misuse(&f->opts, "malformed value '%s' for option '--%s'", value, option);
}

static void check_options(const struct filter *f)
{
	if (!f->file && f->opts.noperands == 0)
		opts_misuse(&f->opts, "no expression given ('' keeps all records)");
	if (f->columns && f->exclude)
		opts_misuse(&f->opts, "options '--columns' and '--exclude' exclude each other");
	if (f->split_column && f->count)
		opts_misuse(&f->opts, "options '--split' and '--count' exclude each other");
	if (f->collate && !f->sort_list)
		opts_misuse(&f->opts, "option '--collate' needs '--sort'");
	if (f->join_path && !f->on)
		opts_misuse(&f->opts, "option '--join' needs '--on'");
	if (!f->join_path && (f->on || f->add || f->left))
		opts_misuse(&f->opts, "options '--on', '--add' and '--left' need '--join'");
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
		case OPT_COLLATE: f->collate = value; break;
		case 'n': f->count = true; break;
		case 'E': f->exit_status = true; break;
		case OPT_REJECTED: f->rejected_path = value; break;
		case 'j': f->join_path = value; break;
		case OPT_ON: f->on = value; break;
		case OPT_ADD: f->add = value; break;
		case OPT_LEFT: f->left = true; break;
		case OPT_SPLIT: f->split_column = value; break;
		default: break;
		}
	}
	check_options(f);
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
	struct buf why = {0};
	const struct header *h = reader_header(f->reader);
	if (f->join_path && !lookup_init(&f->lookup, f->join_path, f->on, f->add, h, &why))
		diex("option '--join': %s", buf_cstr(&why));
	derive_init(&f->derive, f->join_path ? &f->lookup.header : h);
	for (size_t i = 0; i < f->derives.n; i++) {
		const struct assignment *p = &f->derives.items[i];
		if (!derive_add(&f->derive, p->name, p->value, &f->expr_options, &error))
			malformed(arena_fmt(&f->arena, "derive " STR_FMT, STR_ARG(p->name)).p,
				&error);
	}
}

static void prepare_expressions(struct filter *f)
{
	struct expr_error error;
	const struct header *h = &f->derive.header;
	struct str text = str_of(f->opts.operands[0]);
	if (f->file && !expr_read_file(f->file, &f->arena, &text))
		die("cannot read '%s'", f->file);
	f->expr = expr_compile_condition(text, h, &f->expr_options, &f->arena, &error);
	if (!f->expr)
		malformed(f->file ? f->file : "expression", &error);
	if (!f->invert && !f->rejected_path && !f->join_path && !f->derives.n && !f->as_of_date)
		f->sought = f->expr;
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
	bool ok = select_init(&f->select, h, f->columns, f->exclude, &why);
	for (size_t i = 0; i < f->renames.n; i++)
		select_rename(&f->select, h, &f->renames.items[i]);
	if (!ok || !select_finish(&f->select, &why))
		diex("%s", buf_cstr(&why));
}

static void prepare_output(struct filter *f)
{
	if (f->rejected_path) {
		out_open(&f->rejected_out, f->rejected_path);
		writer_init(&f->rejected, &f->rejected_out);
		writer_header(&f->rejected, reader_header(f->reader), f->opts.bare);
	}
	if (f->split_column) {
		size_t column = header_need(&f->derive.header, str_of(f->split_column));
		if (!f->opts.output || !split_init(&f->split, f->opts.output, column))
			opts_misuse(&f->opts,
				"option '--split' needs a name with one %%s in '--output'");
		return;
	}
	out_open(&f->out, f->opts.output);
	writer_init(&f->writer, &f->out);
	if (!f->count)
		writer_header(&f->writer, &f->select.names, f->opts.bare);
}

static void prepare(struct filter *f)
{
	struct buf why = {0};
	prepare_derive(f);
	const struct header *h = &f->derive.header;
	prepare_expressions(f);
	prepare_columns(f);
	if (f->unique_list)
		f->unique.columns = header_need_list(h, f->unique_list, &f->unique.n, &f->arena);
	if (f->sort_list &&
		!order_init(&f->order, str_of(f->sort_list), str_of(f->collate), h, &why))
		diex("%s", buf_cstr(&why));
	prepare_output(f);
}

static void write_record(struct filter *f, const struct record *rec)
{
	if (f->split_column)
		split_add(&f->split, &f->select, rec);
	else
		select_write(&f->select, &f->writer, rec);
}

static void keep(struct filter *f, const struct record *rec)
{
	f->kept++;
	if (f->sort_list && !f->count)
		order_add(&f->order, rec);
	else if (!f->count)
		write_record(f, rec);
}

/* The record with the columns of the join and the derived ones; NULL when the join drops it. */
static const struct record *complete(struct filter *f, const struct record *input)
{
	static struct record joined, derived;
	const struct record *rec = input;
	if (f->join_path) {
		if (!lookup_run(&f->lookup, rec, &joined) && !f->left)
			return NULL;
		rec = &joined;
	}
	if (f->derive.n) {
		derived = derive_run(&f->derive, rec);
		rec = &derived;
	}
	return rec;
}

static void process(struct filter *f)
{
	struct record input;
	while (expr_next(f->sought, f->reader, &input)) {
		const struct record *rec = complete(f, &input);
		if (rec && expr_both_hold(f->expr, f->as_of, rec) != f->invert &&
			(!f->unique_list || unique_is_first(&f->unique, rec)))
			keep(f, rec);
		else if (f->rejected_path)
			writer_pass(&f->rejected, &input);
	}
	order_sort(&f->order);
	for (size_t i = 0; i < f->order.n; i++) {
		struct record sorted = order_get(&f->order, i);
		write_record(f, &sorted);
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
	if (f->split_column)
		split_close(&f->split, &f->select.names, f->opts.bare);
	else
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
