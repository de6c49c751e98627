#include "base/limits.h"
#include "base/utf8.h"
#include "input/alien.h"
#include "input/crew.h"
#include "input/groups.h"
#include "input/import.h"
#include "term/citizen.h"

static bool fail(struct import *im, const struct pos *pos)
{
	im->failed_at = *pos;
	return false;
}

/*
 * Where nothing has said that the file is UTF-8, bytes that are not are no mishap of one row: all
 * of it was read in the wrong way.
 */
static bool is_wrong_encoding(const struct import *im, const struct row *row)
{
	return !im->source.is_utf8 && !im->source.charset && !utf8_valid(row->raw);
}

/* A row that has been reported; it is kept and counted. */
static bool reject(void *context, const struct row *row, struct str why)
{
	struct import *im = context;
	im->refused++;
	if (im->rejects)
		rejects_add(im->rejects, row, why, im->source.charset != NULL);
	if (im->refused <= im->most_rejects)
		return true;
	buf_fmt(&im->why, "too many rows refused: more than %zu", im->most_rejects);
	return fail(im, &row->pos);
}

static void take_records(void *context, struct str records, size_t n)
{
	struct import *im = context;
	out_str(im->writer->out, records);
	im->written += n;
}

/* A row that is refused, where `why` says so, or else written; or handed to those who do. */
static bool pass(struct import *im, const struct row *row, struct str why)
{
	if (im->crew)
		return crew_add(im->crew, row, why);
	if (why.n == 0 && plan_write(&im->plan, row, im->writer, &im->rows.why)) {
		im->written++;
		return true;
	}
	why = why.n ? why : buf_str(&im->rows.why);
	warn_at(&row->pos, "row refused: " STR_FMT, STR_ARG(why));
	return reject(im, row, why);
}

/* The rows that were held back go on, with what can be learnt of them. */
static bool end_preview(struct import *im)
{
	struct preview *p = &im->preview;
	bool ok = true;
	for (size_t i = 0; i < p->n; i++)
		if (p->rows[i].why.n == 0)
			plan_learn(&im->plan, &p->rows[i].row);
	if (p->open && im->crew)
		crew_share(im->crew);
	for (size_t i = 0; i < p->n && ok; i++) {
		buf_clear(&im->rows.why);
		ok = pass(im, &p->rows[i].row, p->rows[i].why);
	}
	preview_clear(p);
	return ok;
}

static bool hold_or_pass(struct import *im, const struct row *row, struct str why)
{
	if (!im->preview.open)
		return pass(im, row, why);
	preview_add(&im->preview, row, why);
	return !preview_is_full(&im->preview) || end_preview(im);
}

/* All rows so far are written. */
static bool finish_rows(struct import *im)
{
	return end_preview(im) && (!im->crew || crew_finish(im->crew));
}

static bool refuse(struct import *im, const struct row *row)
{
	if (!is_wrong_encoding(im, row))
		return hold_or_pass(im, row, buf_str(&im->rows.why));
	if (!finish_rows(im))
		return false;
	buf_puts(&im->why, "not UTF-8 from here on; say the encoding with -e, such as -e "
			   "windows-1250 (-e "
			   "UTF-8 refuses such rows)");
	return fail(im, &row->pos);
}

/* The file cannot be read on. */
static bool fail_file(struct import *im, const struct row *row)
{
	struct pos pos = {im->source.name, row->pos.line};
	struct buf why = {0};
	buf_fmt(&why, STR_FMT, STR_ARG(buf_str(&im->rows.why)));
	bool ok = finish_rows(im);
	if (ok)
		buf_addstr(&im->why, buf_str(&why));
	buf_release(&why);
	return ok && fail(im, &pos);
}

static bool is_blank(const struct row *row)
{
	for (size_t i = 0; i < row->n; i++)
		if (str_trim(row->fields[i]).n)
			return false;
	return true;
}

/* Rows that are none of the table. */
static bool pass_over(struct import *im, const struct row *row)
{
	bool blank = is_blank(row), repeated = !blank && columns_repeat(&im->columns, row);
	im->blank += blank;
	im->repeated += repeated;
	return blank || repeated;
}

/* It is refused where that is asked for, and else said. */
static enum rows_status take_total(struct import *im, const struct row *row)
{
	if (im->skip == SKIP_AUTO) {
		buf_puts(&im->rows.why, "total line");
		return ROWS_REFUSED;
	}
	if (!im->dialect.format->named && !im->no_header && !im->given)
		warn_at(&row->pos, "perhaps a total line (--skip=auto refuses such lines, --skip=0 "
				   "keeps them)");
	return ROWS_ROW;
}

static bool take_row(struct import *im, struct row *row, enum rows_status status)
{
	if (status == ROWS_ROW && pass_over(im, row))
		return true;
	if (status == ROWS_FAILED)
		return fail_file(im, row);
	im->read++;
	if (status == ROWS_ROW && im->skip < 0 && dialect_is_total(row))
		status = take_total(im, row);
	size_t width = im->columns.ndropped ? im->columns.n : im->header.n;
	if (status == ROWS_ROW && row->n != width) {
		buf_fmt(&im->rows.why, "%zu fields where the header has %zu", row->n, width);
		status = ROWS_REFUSED;
	}
	if (status == ROWS_ROW && !columns_take(&im->columns, row, &im->rows.why))
		status = ROWS_REFUSED;
	if (status == ROWS_REFUSED)
		return refuse(im, row);
	return hold_or_pass(im, row, (struct str){NULL, 0});
}

/* The header of a later file must be that of the first. */
static bool same_header(struct import *im, const struct header *h)
{
	for (size_t i = 0; i < h->n || i < im->header.n; i++) {
		struct str here = i < h->n ? h->names[i] : STR("(none)");
		struct str before = i < im->header.n ? im->header.names[i] : STR("(none)");
		if (str_eq(here, before))
			continue;
		buf_fmt(&im->why,
			"column %zu is '" STR_FMT "' here and '" STR_FMT "' in the first file",
			i + 1, STR_ARG(here), STR_ARG(before));
		return false;
	}
	return true;
}

static bool make_plan(struct import *im)
{
	const struct crew_taker taker = {reject, take_records, im};
	if (!plan_make(&im->plan, &im->header, &im->why))
		return false;
	if (!plan_passes_on(&im->plan) && im->threads > 1)
		im->crew = crew_start(&im->plan, &im->header, im->threads, &taker);
	return true;
}

/* Columns that the type does not know, but nearly; of a pattern they are its author's. */
static void suggest_columns(const struct import *im)
{
	for (size_t i = 0; i < im->header.n; i++) {
		struct str name = im->header.names[i], near = schema_near(im->plan.schema, name);
		if (near.n == 0 || header_find(&im->header, near) != COLUMN_NONE)
			continue;
		if (im->dialect.pattern)
			diag_remark("group '" STR_FMT "' is a column of its own (did you mean "
				    "'" STR_FMT "'?)",
				STR_ARG(name), STR_ARG(near));
		else
			diag_note("column '" STR_FMT "' is not known (did you mean '" STR_FMT "'?)",
				STR_ARG(name), STR_ARG(near));
	}
}

/* The names of the columns out of the row; the first file's are the stream's. */
static bool take_header(struct import *im, const struct row *row)
{
	struct header h = {0};
	bool ok = true, first = im->header.n == 0;
	if (im->given)
		naming_given(im->given, &h);
	else if (im->no_header)
		naming_numbers(row, &h);
	else
		ok = naming_header(&im->naming, row, &h, &im->why);
	if (ok && !first)
		ok = same_header(im, &h);
	if (ok && first) {
		im->header = h;
		suggest_columns(im);
		plan_read_units(&im->plan, &h, row);
		ok = make_plan(im);
		if (ok)
			writer_header(im->writer, &im->plan.output, im->bare);
	} else {
		header_release(&h);
	}
	if (ok)
		im->preview.open = plan_forget(&im->plan);
	return ok || fail(im, &row->pos);
}

static enum rows_status next_row(struct import *im, struct row *row)
{
	return ahead_next(&im->ahead, &im->rows, row);
}

static void warn_above(const struct import *im, size_t above, size_t line)
{
	struct pos pos = {im->source.name, line};
	warn_at(&pos,
		"perhaps no header: fewer cells than the rows below "
		"(--skip=%zu passes over it, --skip=0 keeps it)",
		above);
}

/* How many rows stand above the table. */
static size_t rows_above(struct import *im)
{
	bool headed = !im->given && !im->no_header;
	if (im->dialect.format->named)
		return 0;
	long skip = im->skip >= 0 ? im->skip : headed ? SKIP_AUTO : 0;
	im->start = dialect_start(&im->dialect, &im->source, skip);
	im->rows.width = im->start.width;
	size_t above = im->start.above;
	if (im->skip >= 0 || im->skip == SKIP_AUTO || above == 0)
		return above;
	warn_above(im, above + im->start.sparse, im->source.line + 1);
	im->start = dialect_start(&im->dialect, &im->source, 0);
	return 0;
}

/* Said where nothing in the header is known and it looks like a record. */
static void doubt_header(const struct import *im, const struct row *row)
{
	if (im->skip >= 0 || im->no_header || im->start.value >= row->n ||
		naming_knows(&im->naming, row))
		return;
	struct arena arena = {0};
	struct str value = citizen_mask(str_trim(row->fields[im->start.value]), &arena);
	warn_at(&row->pos,
		"perhaps no header: '" STR_FMT "' looks like the values below it "
		"(--no-header makes it a record, --skip=0 keeps it)",
		STR_ARG(value));
	arena_release(&arena);
}

/* The first row that is not blank, behind those that stand above the table. */
static enum rows_status first_row(struct import *im, struct row *row)
{
	size_t skip = rows_above(im);
	enum rows_status status = next_row(im, row);
	for (; skip && status != ROWS_END && status != ROWS_FAILED; skip--) {
		im->above++;
		status = next_row(im, row);
	}
	while (status == ROWS_ROW && is_blank(row)) {
		im->blank++;
		status = next_row(im, row);
	}
	return status;
}

/* --header: the columns are known without a row, and the first row is one like all others. */
static bool begin_given(struct import *im, struct row *row)
{
	struct row none = {
		.pos = {im->source.name, 0}
        };
	if (!take_header(im, &none))
		return false;
	enum rows_status status = first_row(im, row);
	im->rows.width = im->header.n;
	return status == ROWS_END || take_row(im, row, status);
}

/* The second line of the header is joined to it where that is asked for, and else said. */
static bool join_lines(struct import *im, struct row *row)
{
	struct row lower;
	struct pos pos = row->pos;
	if (!im->start.two_lines || im->skip >= 0)
		return true;
	if (im->skip != SKIP_AUTO) {
		warn_at(&pos, "perhaps a header of two lines (--skip=auto joins them, --skip=0 "
			      "reads the second as a record)");
		return true;
	}
	if (next_row(im, &lower) != ROWS_ROW ||
		!columns_join(&im->columns, row, &lower, im->naming.type)) {
		buf_puts(&im->why, "a header of two lines that do not fit");
		return fail(im, &pos);
	}
	diag_note("%s:%zu: header of two lines, joined", pos.file, pos.line);
	return true;
}

/* A line of groups is joined to the headings below it; what only looked like one is the header or,
 * where it has few cells, stands above it. */
static bool join_groups(struct import *im, struct row *row, bool *joined)
{
	struct row lower, next, upper = row_copy(row, &im->ahead.arena);
	struct pos pos = row->pos;
	*row = upper;
	*joined = ahead_look(&im->ahead, &im->rows, 0, &lower) == ROWS_ROW &&
	          ahead_look(&im->ahead, &im->rows, 1, &next) == ROWS_ROW &&
	          groups_stand_above(&upper, &lower, &next, im->naming.type);
	if (*joined) {
		columns_begin(&im->columns, row, &im->start);
		diag_note("%s:%zu: header of two lines, joined", pos.file, pos.line);
		next_row(im, &lower);
		return columns_join(&im->columns, row, &lower, im->naming.type);
	}
	if (!im->start.sparse)
		return true;
	if (im->skip != SKIP_AUTO) {
		warn_above(im, 1, pos.line);
		return true;
	}
	im->above++;
	return next_row(im, row) == ROWS_ROW;
}

/* Which fields of the header row are columns. */
static bool lay_out(struct import *im, struct row *row)
{
	bool joined = false;
	columns_release(&im->columns);
	if (im->no_header || im->dialect.format->named)
		return true;
	if (im->start.groups && !join_groups(im, row, &joined))
		return false;
	if (joined)
		return true;
	columns_begin(&im->columns, row, &im->start);
	return join_lines(im, row);
}

static bool describe(struct import *im)
{
	struct pos pos = {im->source.name, 0};
	if (!im->codebook)
		return true;
	if (im->dialect.format->describe) {
		im->dialect.format->describe(&im->rows, &im->header, im->codebook);
		return true;
	}
	buf_fmt(&im->why, "no codebook in %s", im->dialect.format->name);
	return fail(im, &pos);
}

static bool begin_table(struct import *im, struct row *row)
{
	enum rows_status status = first_row(im, row);
	struct pos pos = {im->source.name, 0};
	if (status == ROWS_FAILED)
		return fail_file(im, row);
	if (status == ROWS_END) {
		buf_puts(&im->why, "empty: no header line");
		return fail(im, &pos);
	}
	if (status == ROWS_REFUSED && is_wrong_encoding(im, row))
		return refuse(im, row);
	if (status == ROWS_REFUSED) {
		buf_fmt(&im->why, "the header: %s", buf_cstr(&im->rows.why));
		return fail(im, &row->pos);
	}
	size_t width = row->n;
	if (!im->dialect.format->named)
		doubt_header(im, row);
	if (!lay_out(im, row) || !take_header(im, row) || !describe(im))
		return false;
	im->rows.width = width;
	return !im->no_header || take_row(im, row, status);
}

static bool check_named(struct import *im)
{
	struct pos pos = {im->source.name, 0};
	const char *named = im->dialect.format->named;
	if (!named || (im->skip <= 0 && !im->no_header && !im->given))
		return true;
	buf_fmt(&im->why,
		"%s names the columns; there are no rows above them, nor any other header", named);
	return fail(im, &pos);
}

/* Is it text that could be read, but is no table? */
static bool is_alien(struct import *im)
{
	struct source *s = &im->source;
	struct pos pos = {s->name, 0};
	if (im->dialect.format || s->form != SOURCE_TEXT)
		return false;
	while (source_window(s).n < ALIEN_BYTES && source_more(s))
		;
	const char *alien = alien_text(str_head(source_window(s), ALIEN_BYTES));
	if (!alien)
		return false;
	buf_puts(&im->why, alien);
	return !fail(im, &pos);
}

static bool import_file(struct import *im)
{
	struct row row = {0};
	struct dialect dialect = im->dialect; /* each file may be written in its own way */
	enum rows_status status;
	if (is_alien(im))
		return false;
	dialect_find(&im->dialect, &im->source);
	im->rows = (struct rows){.sheet = im->dialect.sheet, .pattern = im->dialect.pattern};
	if (!check_named(im))
		return false;
	bool ok = rows_open(&im->rows, &im->source, im->dialect.format, im->dialect.delimiter);
	if (!ok)
		fail_file(im, &row);
	else
		ok = im->given ? begin_given(im, &row) : begin_table(im, &row);
	while (ok && (status = next_row(im, &row)) != ROWS_END)
		ok = take_row(im, &row, status);
	if (ok)
		ok = finish_rows(im);
	im->stray_quotes += im->rows.stray_quotes;
	im->dialect = dialect;
	ahead_release(&im->ahead);
	rows_close(&im->rows);
	return ok;
}

static bool import_files(struct import *im)
{
	enum source_status status;
	while ((status = source_next_file(&im->source, &im->why)) == SOURCE_OPEN)
		if (!import_file(im))
			return false;
	if (status == SOURCE_NO_MORE)
		return true;
	im->failed_at = (struct pos){im->source.name, 0};
	return false;
}

bool import_run(struct import *im)
{
	bool ok = import_files(im);
	crew_stop(im->crew);
	im->crew = NULL;
	return ok;
}

void import_release(struct import *im)
{
	source_release(&im->source);
	naming_release(&im->naming);
	columns_release(&im->columns);
	plan_release(&im->plan);
	preview_release(&im->preview);
	header_release(&im->header);
	buf_release(&im->why);
}
