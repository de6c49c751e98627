#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <readstat.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/progress.h"
#include "input/dataset.h"
#include "input/rows.h"
#include "input/sheet.h"

/*
 * Files of SPSS (sav, zsav) and Stata (dta); the only file that knows ReadStat.
 *
 * The library calls back with one value after the other, rows are asked for one by one: so it runs
 * in a thread, which fills one batch while the other is read from. A pass before that gathers what
 * the file says about its variables, and, where it does not say its encoding, a further one judges
 * all text. Texts are taken as the bytes that they are, and decoded here, so that a bad one makes
 * its row refused and no more.
 */
enum {
	BATCH_CELLS = 2 * LIMIT_COLUMNS,
	BATCH_TEXT = 1024 * 1024,
	STAT_RATIO = 1000,
	STAT_FREE = 64 * 1024 * 1024,
	SET_NAME = 256,
	DTA_UTF8 = 118, /* the first version of which text is UTF-8 */
};

enum cell_kind { CELL_EMPTY, CELL_NUMBER, CELL_TAG, CELL_TEXT };

struct cell {
	double number;
	size_t end; /* of its text in the batch */
	enum cell_kind kind;
	char tag;
};

struct batch {
	struct cell *cells;
	size_t n, rows, row; /* cells; whole rows; the next row to be given */
	struct buf text;
};

/* The file as the library sees it. */
struct file {
	int fd;
	off_t at, size;
	bool failed;
	bool shown; /* by the progress line: this is the last pass */
	bool cut;   /* more was asked for than there is, beyond the size of what comes next */
};

struct stat_rows {
	struct rows *rows;
	bool is_dta;
	struct file file;
	struct dataset data;
	const char *encoding; /* that the file says, or NULL */
	size_t set_name;      /* bytes that the name of a set of labels has at most */
	struct census census;
	struct sheet sheet;
	struct buf text;
	bool header_given;
	bool cut;      /* in what the file says of its variables, or behind the rows */
	size_t number; /* of rows given */

	struct batch batches[2];
	size_t filled;        /* the one that the thread fills; the other is read from */
	uint64_t given, most; /* bytes of values */
	size_t row_text;      /* bytes of text in the row that is filled */
	bool bomb;

	pthread_t thread;
	bool running;
	pthread_mutex_t lock;
	pthread_cond_t turn;
	bool ready, stop, finished; /* a batch can be read; no more is wanted; no more will come */
	readstat_error_t error;
};

static int open_file(const char *path, void *context)
{
	struct file *f = context;
	(void)path;
	f->at = 0;
	return 0;
}

static int close_file(void *context)
{
	(void)context;
	return 0;
}

static readstat_off_t seek_file(readstat_off_t offset, readstat_io_flags_t whence, void *context)
{
	struct file *f = context;
	off_t from = whence == READSTAT_SEEK_SET   ? 0
	             : whence == READSTAT_SEEK_CUR ? f->at
	                                           : f->size;
	if (offset < -from || offset > f->size - from)
		return -1;
	return f->at = from + offset;
}

static ssize_t read_file(void *to, size_t n, void *context)
{
	struct file *f = context;
	ssize_t got = pread(f->fd, to, n, f->at);
	f->failed |= got < 0;
	f->at += got > 0 ? got : 0;
	if (f->shown && got > 0)
		progress_add((size_t)got);
	f->cut |= got >= 0 && (size_t)got < n && (got > 0 || n > sizeof(int32_t));
	return got;
}

static readstat_error_t update_progress(
	long size, readstat_progress_handler handler, void *user, void *context)
{
	(void)size, (void)handler, (void)user, (void)context;
	return READSTAT_OK;
}

/* Names of sets fill their places in the file, and the library does not end them. */
static size_t dta_name(int version)
{
	return version >= DTA_UTF8 ? 129 : version >= 110 ? 33 : 9;
}

static int on_metadata(readstat_metadata_t *metadata, void *context)
{
	struct stat_rows *s = context;
	const char *encoding = readstat_get_file_encoding(metadata);
	bool utf8 = s->is_dta && readstat_get_file_format_version(metadata) >= DTA_UTF8;
	s->set_name = s->is_dta ? dta_name(readstat_get_file_format_version(metadata)) : SET_NAME;
	if (readstat_get_var_count(metadata) > LIMIT_COLUMNS)
		return READSTAT_HANDLER_ABORT;
	if (utf8)
		s->encoding = "UTF-8";
	else if (encoding && *encoding)
		s->encoding = arena_str(&s->data.arena, str_of(encoding)).p;
	return READSTAT_HANDLER_OK;
}

static struct str keep(struct stat_rows *s, const char *text)
{
	return text ? arena_str(&s->data.arena, str_of(text)) : (struct str){NULL, 0};
}

static void add_missing(
	struct stat_rows *s, struct dataset_variable *v, const readstat_variable_t *variable)
{
	for (int i = 0; i < readstat_variable_get_missing_ranges_count(variable); i++) {
		readstat_value_t low = readstat_variable_get_missing_range_lo(variable, i);
		readstat_value_t high = readstat_variable_get_missing_range_hi(variable, i);
		struct dataset_missing missing = {0};
		if (v->is_text)
			missing.text = keep(s, readstat_string_value(low));
		else
			missing.low = readstat_double_value(low),
			missing.high = readstat_double_value(high);
		dataset_add_missing(&s->data, v, missing);
	}
}

static int on_variable(int index, readstat_variable_t *variable, const char *labels, void *context)
{
	struct stat_rows *s = context;
	const char *format = readstat_variable_get_format(variable);
	if (index < 0 || (size_t)index != s->data.n || index >= LIMIT_COLUMNS)
		return READSTAT_HANDLER_ABORT;
	struct dataset_variable *v = dataset_add(&s->data);
	v->name = keep(s, readstat_variable_get_name(variable));
	v->label = keep(s, readstat_variable_get_label(variable));
	if (labels)
		v->labels = arena_str(
			&s->data.arena, (struct str){labels, strnlen(labels, s->set_name)});
	v->is_text = readstat_variable_get_type_class(variable) == READSTAT_TYPE_CLASS_STRING;
	v->single = readstat_variable_get_type(variable) == READSTAT_TYPE_FLOAT;
	if (format && !v->is_text)
		v->date = s->is_dta ? statdate_of_stata(format) : statdate_of_spss(format);
	add_missing(s, v, variable);
	return READSTAT_HANDLER_OK;
}

static int on_label(const char *set, readstat_value_t value, const char *text, void *context)
{
	struct stat_rows *s = context;
	char tag[] = {'.', readstat_value_tag(value), '\0'};
	struct dataset_label label = {.set = keep(s, set), .label = keep(s, text)};
	if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
		label.code = keep(s, readstat_string_value(value));
	} else if (readstat_value_is_tagged_missing(value)) {
		label.code = keep(s, tag);
	} else {
		label.number = readstat_double_value(value);
		label.is_number = isfinite(label.number);
	}
	dataset_add_label(&s->data, label);
	return READSTAT_HANDLER_OK;
}

static int count_value(
	int row, readstat_variable_t *variable, readstat_value_t value, void *context)
{
	struct stat_rows *s = context;
	(void)row, (void)variable;
	if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
		struct str text = str_of(readstat_string_value(value));
		census_add(&s->census, text.p, text.n);
		census_add(&s->census, "\n", 1);
		s->given += text.n;
	}
	s->given += sizeof(double);
	s->bomb = s->given > s->most;
	return s->bomb ? READSTAT_HANDLER_ABORT : READSTAT_HANDLER_OK;
}

/* Hands the batch over when the one before has been read; false when no more is wanted. */
static bool hand_over(struct stat_rows *s)
{
	pthread_mutex_lock(&s->lock);
	while (s->ready && !s->stop)
		pthread_cond_wait(&s->turn, &s->lock);
	bool stop = s->stop;
	s->ready = true;
	s->filled = 1 - s->filled;
	pthread_cond_signal(&s->turn);
	pthread_mutex_unlock(&s->lock);
	struct batch *b = &s->batches[s->filled];
	b->n = b->rows = b->row = 0;
	buf_clear(&b->text);
	return !stop;
}

static void fill_cell(struct stat_rows *s, struct cell *cell, readstat_value_t value)
{
	struct batch *b = &s->batches[s->filled];
	if (readstat_value_type_class(value) == READSTAT_TYPE_CLASS_STRING) {
		struct str text = str_of(readstat_string_value(value));
		s->given += text.n;
		text = str_head(text, s->row_text <= LIMIT_RECORD ? LIMIT_FIELD + 1 : 0);
		s->row_text += text.n;
		buf_addstr(&b->text, text);
		cell->kind = text.n ? CELL_TEXT : CELL_EMPTY;
	} else if (readstat_value_is_tagged_missing(value)) {
		cell->kind = CELL_TAG;
		cell->tag = readstat_value_tag(value);
	} else if (!readstat_value_is_system_missing(value)) {
		cell->kind = CELL_NUMBER;
		cell->number = readstat_double_value(value);
	}
	cell->end = b->text.n;
	s->given += sizeof(double);
}

static int on_value(int row, readstat_variable_t *variable, readstat_value_t value, void *context)
{
	struct stat_rows *s = context;
	struct batch *b = &s->batches[s->filled];
	size_t column = (size_t)readstat_variable_get_index(variable);
	(void)row;
	if (column != b->n % s->data.n) /* nothing is left out */
		return READSTAT_HANDLER_ABORT;
	if (column == 0)
		s->row_text = 0;
	b->cells[b->n] = (struct cell){.kind = CELL_EMPTY};
	fill_cell(s, &b->cells[b->n++], value);
	s->bomb = s->given > s->most;
	if (s->bomb)
		return READSTAT_HANDLER_ABORT;
	if (column + 1 < s->data.n)
		return READSTAT_HANDLER_OK;
	b->rows++;
	bool full = b->n + s->data.n > BATCH_CELLS || b->text.n > BATCH_TEXT;
	return full && !hand_over(s) ? READSTAT_HANDLER_ABORT : READSTAT_HANDLER_OK;
}

/* Without a handler for them the library would not make the variables that it reads values of. */
static int pass_variable(
	int index, readstat_variable_t *variable, const char *labels, void *context)
{
	(void)index, (void)variable, (void)labels, (void)context;
	return READSTAT_HANDLER_OK;
}

static readstat_parser_t *new_parser(struct stat_rows *s)
{
	readstat_parser_t *p = readstat_parser_init();
	if (!p)
		diex("out of memory");
	readstat_set_open_handler(p, open_file);
	readstat_set_close_handler(p, close_file);
	readstat_set_seek_handler(p, seek_file);
	readstat_set_read_handler(p, read_file);
	readstat_set_update_handler(p, update_progress);
	readstat_set_io_ctx(p, &s->file);
	readstat_set_variable_handler(p, pass_variable);
	readstat_set_handler_character_encoding(p, NULL); /* bytes, as they are */
	return p;
}

static readstat_error_t parse(struct stat_rows *s, readstat_parser_t *p)
{
	readstat_error_t error =
		s->is_dta ? readstat_parse_dta(p, "", s) : readstat_parse_sav(p, "", s);
	readstat_parser_free(p);
	return error;
}

static void explain(const struct stat_rows *s, readstat_error_t error, struct buf *why)
{
	if (s->bomb) {
		buf_fmt(why, "packed more than %d times", STAT_RATIO);
		return;
	}
	if (s->number || s->header_given)
		buf_fmt(why, "cut or damaged behind row %zu: ", s->number);
	if (s->file.failed)
		buf_puts(why, "cannot be read");
	else if (error == READSTAT_ERROR_READ || error == READSTAT_ERROR_SEEK)
		buf_puts(why, "the file ends too early");
	else if (error == READSTAT_ERROR_ROW_COUNT_MISMATCH)
		buf_puts(why, "fewer rows than it says that it has");
	else if (error == READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION)
		buf_puts(why, "a version of the format that is not known");
	else
		buf_puts(why, "not a whole file of its kind");
}

/* The labels of Stata stand at the end, and the library takes any end for theirs. */
static bool labels_are_cut(const struct stat_rows *s)
{
	char start[1], end[12];
	off_t at = s->file.size - (off_t)sizeof end;
	if (!s->is_dta || pread(s->file.fd, start, 1, 0) != 1)
		return false;
	if (*start != '<')
		return s->file.cut;
	return pread(s->file.fd, end, sizeof end, at) != sizeof end ||
	       memcmp(end, "</stata_dta>", sizeof end) != 0;
}

static bool read_metadata(struct stat_rows *s, struct buf *why)
{
	readstat_parser_t *p = new_parser(s);
	readstat_set_metadata_handler(p, on_metadata);
	readstat_set_variable_handler(p, on_variable);
	readstat_set_value_label_handler(p, on_label);
	readstat_error_t error = parse(s, p);
	if (error == READSTAT_ERROR_USER_ABORT)
		buf_fmt(why, "more than %d variables", LIMIT_COLUMNS);
	else if (s->data.n == 0 && error == READSTAT_OK)
		buf_puts(why, "no variables");
	else if (s->data.n == 0)
		explain(s, error, why);
	s->cut = error != READSTAT_OK ||
	         labels_are_cut(s); /* rows are read none the less, up to where it is broken */
	return why->n == 0;
}

/* Nothing says what the bytes mean: all text of the file is looked at. */
static bool judge_encoding(struct stat_rows *s, struct buf *why)
{
	readstat_parser_t *p = new_parser(s);
	readstat_set_value_handler(p, count_value);
	parse(s, p);
	s->given = 0;
	dataset_count(&s->data, &s->census);
	struct guess guess = census_guess(&s->census);
	bool ascii = !s->census.high_seen;
	census_release(&s->census);
	s->encoding = ascii ? "UTF-8" : guess.encoding;
	if (s->bomb) {
		explain(s, READSTAT_OK, why);
	} else if (!ascii && guess.sure) {
		diag_note("%s: read as %s", s->rows->source->name, guess.encoding);
	} else if (!ascii) {
		buf_puts(why, "the file does not say its encoding; say it with -e, such as -e "
			      "windows-1250");
	}
	return why->n == 0;
}

static bool use_encoding(struct stat_rows *s, struct buf *why)
{
	struct source *source = s->rows->source;
	if (source->encoding)
		s->encoding = source->encoding;
	if (!s->encoding && !judge_encoding(s, why))
		return false;
	source->is_utf8 = true; /* or decoded */
	if (!charset_is_utf8(s->encoding))
		source->charset = charset_open(s->encoding);
	if (dataset_decode(&s->data, s->encoding))
		return true;
	buf_fmt(why, "unknown encoding '%s'; say it with -e", s->encoding);
	return false;
}

static void *run(void *context)
{
	struct stat_rows *s = context;
	readstat_parser_t *p = new_parser(s);
	readstat_set_value_handler(p, on_value);
	readstat_error_t error = parse(s, p);
	if (s->batches[s->filled].rows)
		hand_over(s);
	pthread_mutex_lock(&s->lock);
	s->error = error;
	s->finished = true;
	pthread_cond_signal(&s->turn);
	pthread_mutex_unlock(&s->lock);
	return NULL;
}

static void start(struct stat_rows *s)
{
	for (size_t i = 0; i < 2; i++)
		s->batches[i].cells = mem_zero(BATCH_CELLS, sizeof *s->batches[i].cells);
	s->file.shown = true;
	if (pthread_create(&s->thread, NULL, run, s) != 0)
		die("cannot start a thread");
	s->running = true;
}

static void stop(struct stat_rows *s)
{
	if (!s->running)
		return;
	pthread_mutex_lock(&s->lock);
	s->stop = true;
	pthread_cond_signal(&s->turn);
	pthread_mutex_unlock(&s->lock);
	pthread_join(s->thread, NULL);
}

static void stat_close(void *state)
{
	struct stat_rows *s = state;
	stop(s);
	for (size_t i = 0; i < 2; i++) {
		free(s->batches[i].cells);
		buf_release(&s->batches[i].text);
	}
	pthread_mutex_destroy(&s->lock);
	pthread_cond_destroy(&s->turn);
	if (s->file.fd >= 0)
		close(s->file.fd);
	dataset_release(&s->data);
	sheet_release(&s->sheet);
	buf_release(&s->text);
	free(s);
}

static bool open_rows(struct stat_rows *s, struct buf *why)
{
	struct stat st;
	s->file.fd = source_seekable(s->rows->source, why);
	if (s->file.fd < 0)
		return false;
	s->file.size = fstat(s->file.fd, &st) == 0 ? st.st_size : 0;
	s->most = (uint64_t)s->file.size * STAT_RATIO;
	if (s->most < STAT_FREE)
		s->most = STAT_FREE;
	return read_metadata(s, why) && use_encoding(s, why);
}

static void *stat_open(struct rows *r)
{
	struct stat_rows *s = mem_zero(1, sizeof *s);
	s->rows = r;
	s->is_dta = r->format == &ROWS_DTA;
	pthread_mutex_init(&s->lock, NULL);
	pthread_cond_init(&s->turn, NULL);
	if (open_rows(s, &r->why)) {
		r->width = s->data.n;
		start(s);
		return s;
	}
	stat_close(s);
	return NULL;
}

/* The next batch to read from; false when there is none. */
static bool take_batch(struct stat_rows *s)
{
	pthread_mutex_lock(&s->lock);
	if (s->ready && s->batches[1 - s->filled].row == s->batches[1 - s->filled].rows) {
		s->ready = false;
		pthread_cond_signal(&s->turn);
	}
	while (!s->ready && !s->finished)
		pthread_cond_wait(&s->turn, &s->lock);
	bool ready = s->ready;
	pthread_mutex_unlock(&s->lock);
	return ready;
}

static void add_text(struct stat_rows *s, size_t column, struct str text)
{
	struct charset *charset = s->rows->source->charset;
	if (charset) {
		buf_clear(&s->text);
		charset_convert(charset, text, &s->text);
		charset_end(charset, &s->text);
		text = buf_str(&s->text);
	}
	sheet_add(&s->sheet, column, text, false);
}

static enum rows_status give_row(struct stat_rows *s, struct batch *b, struct row *row)
{
	sheet_begin(&s->sheet, ++s->number);
	for (size_t i = 0; i < s->data.n; i++) {
		size_t at = b->row * s->data.n + i;
		const struct cell *cell = &b->cells[at];
		size_t from = at ? cell[-1].end : 0;
		char tag[] = {'.', cell->tag};
		if (cell->kind == CELL_NUMBER)
			dataset_give(&s->data.variables[i], &s->sheet, i, cell->number,
				s->rows->source->name);
		else if (cell->kind == CELL_TEXT)
			add_text(s, i, (struct str){b->text.p + from, cell->end - from});
		else if (cell->kind == CELL_TAG)
			sheet_add(&s->sheet, i, (struct str){tag, sizeof tag}, false);
	}
	b->row++;
	return sheet_give(&s->sheet, s->rows, row);
}

static enum rows_status give_header(struct stat_rows *s, struct row *row)
{
	s->header_given = true;
	sheet_begin(&s->sheet, 0);
	for (size_t i = 0; i < s->data.n; i++)
		sheet_add(&s->sheet, i, s->data.variables[i].name, false);
	return sheet_give(&s->sheet, s->rows, row);
}

static enum rows_status stat_next(struct rows *r, struct row *row)
{
	struct stat_rows *s = r->state;
	if (!s->header_given)
		return give_header(s, row);
	if (take_batch(s))
		return give_row(s, &s->batches[1 - s->filled], row);
	row->pos = (struct pos){r->source->name, 0};
	if (s->error != READSTAT_OK) {
		explain(s, s->error, &r->why);
		return ROWS_FAILED;
	}
	if (s->cut)
		warn_at(&row->pos,
			"all rows are there, but the labels behind them are cut or damaged");
	s->cut = false;
	return ROWS_END;
}

static void stat_describe(struct rows *r, const struct header *header, struct codebook *codebook)
{
	struct stat_rows *s = r->state;
	dataset_describe(&s->data, r->source->name, header, codebook);
}

const struct rows_format ROWS_SAV = {.name = "sav",
	.open = stat_open,
	.next = stat_next,
	.close = stat_close,
	.form = SOURCE_SAV,
	.describe = stat_describe,
	.named = "the file"};
const struct rows_format ROWS_DTA = {.name = "dta",
	.open = stat_open,
	.next = stat_next,
	.close = stat_close,
	.form = SOURCE_DTA,
	.describe = stat_describe,
	.named = "the file"};
