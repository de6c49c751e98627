#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/out.h"
#include "base/progress.h"
#include "base/utf8.h"
#include "record/reader.h"
#include "record/scan.h"

struct reader {
	struct header header;
	char *const *files;
	size_t nfiles, next_file;
	int fd; /* -1 when no file is open */
	const char *name;
	bool is_part;      /* lines are handed over */
	bool header_given; /* --header: files have no header line */
	bool at_end;       /* the open file has been read to its end */

	char *block;
	size_t cap; /* bytes that the block has room for, without READER_SLACK: room for a last line
	               feed */
	size_t used;  /* bytes read into it */
	size_t begin; /* where the first line of the scan starts */
	size_t ready; /* the end of the lines that are scanned */
	struct scan scan;
	size_t next_line; /* in the scan */
	size_t found;     /* before this offset of the block nothing is to be found */
	bool careful;     /* some line of the block may break a rule */

	size_t line; /* of the open file, the last one handed out */
	size_t lines, refused;
	bool header_pending; /* the next line is a header */
};

static char dash[] = "-";
static char *const STANDARD_INPUT[] = {dash};

static void open_next(struct reader *r)
{
	const char *path = r->files[r->next_file++];
	bool is_stdin = strcmp(path, "-") == 0;
	r->name = is_stdin ? "standard input" : path;
	r->fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (r->fd < 0)
		die("cannot open '%s'", path);
	if (is_stdin && isatty(STDIN_FILENO) && !diag_is_quiet())
		dprintf(STDERR_FILENO, "%s: reading records from the terminal; Ctrl-D ends them\n",
			diag_program());
	pipe_enlarge(r->fd);
	posix_fadvise(r->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
	r->at_end = false;
	r->used = r->begin = r->ready = 0;
	r->line = 0;
	r->header_pending = !r->header_given;
}

static void close_file(struct reader *r)
{
	if (r->fd != STDIN_FILENO)
		close(r->fd);
	r->fd = -1;
}

/* One read into the free part of the block. */
static void read_some(struct reader *r)
{
	for (;;) {
		ssize_t n = read(r->fd, r->block + r->used, r->cap - r->used);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die("cannot read '%s'", r->name);
		r->at_end = n == 0;
		r->used += (size_t)n;
		progress_add((size_t)n);
		return;
	}
}

/*
 * The last line of a file has no line feed: it gets one, and it is said that it may have been cut.
 */
static void end_last_line(struct reader *r)
{
	struct pos pos = {r->name, 0};
	if (r->used == 0 || r->block[r->used - 1] == '\n')
		return;
	warn_at(&pos, "no line feed at the end; the last record may have been cut short");
	r->block[r->used++] = '\n'; /* there is room for this one */
}

/* Passes over the rest of a record that is longer than the limit. */
static void skip_long_record(struct reader *r)
{
	struct pos pos = {r->name, r->line + 1};
	if (r->header_pending)
		die_at(&pos, "the header is longer than %d bytes", LIMIT_RECORD);
	warn_at(&pos, "record longer than %d bytes", LIMIT_RECORD);
	r->line++;
	r->lines++;
	r->refused++;
	for (;;) {
		char *feed = memchr(r->block, '\n', r->used);
		if (feed) {
			size_t gone = (size_t)(feed + 1 - r->block);
			memmove(r->block, feed + 1, r->used - gone);
			r->used -= gone;
			return;
		}
		r->used = 0;
		if (r->at_end)
			return;
		read_some(r);
	}
}

/*
 * Makes room behind the unfinished line that is now all of the block. A line over the limit is
 * passed over instead: true then, and the block holds what follows it.
 */
static bool make_room(struct reader *r)
{
	if (r->used > LIMIT_RECORD) {
		skip_long_record(r);
		return true;
	}
	if (r->used == r->cap) {
		size_t cap = 2 * r->cap;
		r->cap = cap > LIMIT_RECORD ? LIMIT_RECORD + BLOCK_SIZE : cap;
		r->block = mem_resize(r->block, r->cap + READER_SLACK, 1);
	}
	return false;
}

/* The end of the last whole line in the block, or 0; `from` is where new bytes begin. */
static size_t whole_lines(const struct reader *r, size_t from)
{
	const char *feed = memrchr(r->block + from, '\n', r->used - from);
	return feed ? (size_t)(feed + 1 - r->block) : 0;
}

/* An escape that is known lies in one line. */
static void check_block(struct reader *r)
{
	struct str lines = {r->block, r->ready};
	scan_block(&r->scan, lines.p, lines.n);
	r->careful = r->scan.odd & ~(unsigned)SCAN_BACKSLASH || !utf8_valid(lines) ||
	             (r->scan.odd && !value_escapes_valid(lines));
	r->next_line = r->found = 0;
}

/* Gets the next whole lines of the open file; false at its end. */
static bool fill(struct reader *r)
{
	size_t left = r->used - r->ready;
	memmove(r->block, r->block + r->ready, left);
	r->used = left;
	r->ready = r->begin = 0;
	while (!r->ready && !(r->at_end && r->used == 0)) {
		size_t from = r->used;
		if (make_room(r))
			from = 0;
		else
			read_some(r);
		if (r->at_end)
			end_last_line(r);
		r->ready = whole_lines(r, from);
	}
	if (!r->ready)
		return false;
	check_block(r);
	return true;
}

/* The next line of the scan. */
static inline __attribute__((always_inline)) void take_line(struct reader *r, struct record *rec)
{
	const struct scan *s = &r->scan;
	size_t first = r->next_line ? s->line[r->next_line - 1] : 0;
	size_t last = s->line[r->next_line++];
	const char *start = first ? r->block + s->sep[first - 1] + 1 : r->block;
	rec->block = r->block;
	rec->end = s->sep + first;
	rec->n = last - first;
	rec->line = (struct str){start, (size_t)(r->block + s->sep[last - 1] - start)};
	rec->escaped = s->odd & SCAN_BACKSLASH;
	rec->pos = (struct pos){r->name, ++r->line};
}

static bool field_over_limit(const struct record *rec)
{
	for (size_t i = 0; i < rec->n; i++)
		if (record_field(rec, i).n > LIMIT_FIELD)
			return true;
	return false;
}

/* Looks closely at one line; true when it breaks a rule, which has then been said. */
static __attribute__((noinline)) bool refuse(const struct reader *r, const struct record *rec)
{
	const struct pos *pos = &rec->pos;
	if (str_index(rec->line, '\0') < rec->line.n)
		warn_at(pos, "NUL byte in a record");
	else if (rec->line.n && rec->line.p[rec->line.n - 1] == '\r')
		warn_at(pos,
			"carriage return at the end of a record (koop-import reads such files)");
	else if (str_index(rec->line, '\r') < rec->line.n)
		warn_at(pos, "carriage return in a record");
	else if (!utf8_valid(rec->line))
		warn_at(pos, "record is not UTF-8, from byte %zu on",
			utf8_valid_prefix(rec->line) + 1);
	else if (rec->n != r->header.n)
		warn_at(pos, "%zu fields where the header has %zu", rec->n, r->header.n);
	else if (rec->escaped && !value_escapes_valid(rec->line))
		warn_at(pos, "unknown escape in a record (only \\t \\n \\r \\\\ are known)");
	else if (rec->line.n > LIMIT_RECORD)
		warn_at(pos, "record longer than %d bytes", LIMIT_RECORD);
	else if (field_over_limit(rec))
		warn_at(pos, "field longer than %d bytes", LIMIT_FIELD);
	else
		return false;
	return true;
}

/* The first file's header is the stream's; the others must be equal to it. */
static void take_header(struct reader *r, const struct record *rec)
{
	struct buf why = {0};
	struct header other = {0};
	bool first = r->header.n == 0;
	struct header *h = first ? &r->header : &other;
	if (!header_parse(h, rec->line, &why))
		die_at(&rec->pos, "%s", buf_cstr(&why));
	for (size_t i = 0; !first && (i < h->n || i < r->header.n); i++) {
		struct str here = i < h->n ? h->names[i] : STR("(none)");
		struct str before = i < r->header.n ? r->header.names[i] : STR("(none)");
		if (!str_eq(here, before))
			die_at(&rec->pos,
				"column %zu is '" STR_FMT "' here and '" STR_FMT "' in '%s'", i + 1,
				STR_ARG(here), STR_ARG(before), r->files[0]);
	}
	header_release(&other);
	buf_release(&why);
	r->header_pending = false;
}

/* The next line of any kind; false when all files are at their end. */
static __attribute__((noinline)) bool next_line(struct reader *r, struct record *rec)
{
	for (;;) {
		if (r->is_part && r->next_line == r->scan.nline)
			return false;
		while (!r->is_part && r->fd < 0) {
			if (r->next_file == r->nfiles)
				return false;
			open_next(r);
			r->scan.nline = r->next_line = 0;
		}
		if (r->next_line < r->scan.nline || fill(r)) {
			take_line(r, rec);
			return true;
		}
		if (r->header_pending)
			diex("'%s' is empty: no header line", r->name);
		close_file(r);
	}
}

/* The next line that is no header; nearly always the scan has it. */
static inline bool next_record(struct reader *r, struct record *rec)
{
	if (__builtin_expect(r->next_line < r->scan.nline && !r->header_pending, 1)) {
		take_line(r, rec);
		return true;
	}
	while (next_line(r, rec)) {
		if (!r->header_pending)
			return true;
		take_header(r, rec);
	}
	return false;
}

bool reader_next(struct reader *r, struct record *rec)
{
	while (next_record(r, rec)) {
		r->lines++;
		if (__builtin_expect(
			    rec->n == r->header.n && !r->careful && rec->line.n <= LIMIT_FIELD, 1))
			return true;
		if (!refuse(r, rec))
			return true;
		r->refused++;
	}
	if (!r->is_part)
		progress_end();
	return false;
}

void reader_pass_over(struct reader *r, reader_find *find, const void *what)
{
	const struct scan *s = &r->scan;
	if (r->careful || r->header_pending || r->next_line == s->nline)
		return;
	size_t first = r->next_line ? s->line[r->next_line - 1] : 0;
	size_t start = first ? s->sep[first - 1] + (size_t)1 : 0;
	if (r->found <= start)
		r->found = start + find(what, (struct str){r->block + start, r->ready - start});
	for (; r->next_line < s->nline; r->next_line++) {
		size_t last = s->line[r->next_line], end = s->sep[last - 1];
		if (end >= r->found || last - first != r->header.n || end - start > LIMIT_FIELD)
			return;
		first = last;
		start = end + 1;
		r->line++;
		r->lines++;
	}
}

struct reader *reader_part(const struct reader *r)
{
	struct reader *part = mem_zero(1, sizeof *part);
	part->fd = -1;
	part->is_part = true;
	part->cap = BLOCK_SIZE;
	part->block = mem_resize(NULL, part->cap + READER_SLACK, 1);
	for (size_t i = 0; i < r->header.n; i++)
		header_add(&part->header, r->header.names[i]);
	return part;
}

/* Gives the block away and goes on with that of the other, into which what is left is moved. */
static void swap_blocks(struct reader *r, struct reader *part)
{
	size_t left = r->used - r->ready;
	if (part->cap < r->cap) {
		part->cap = r->cap;
		part->block = mem_resize(part->block, part->cap + READER_SLACK, 1);
	}
	memcpy(part->block, r->block + r->ready, left);
	char *block = r->block;
	size_t cap = r->cap;
	struct scan scan = r->scan;
	r->block = part->block;
	r->cap = part->cap;
	r->scan = part->scan;
	r->used = left;
	r->ready = r->begin = 0;
	part->block = block;
	part->cap = cap;
	part->scan = scan;
}

bool reader_hand_over(struct reader *r, struct reader *part)
{
	struct record rec;
	bool more;
	while ((more = next_line(r, &rec)) && r->header_pending)
		take_header(r, &rec);
	if (!more) {
		progress_end();
		return false;
	}
	part->next_line = r->next_line - 1; /* that one is handed over, too */
	part->line = r->line - 1;
	size_t lines = r->scan.nline - part->next_line;
	part->name = r->name;
	part->careful = r->careful;
	part->lines = part->refused = 0;
	r->line += lines - 1;
	swap_blocks(r, part);
	r->scan.nline = r->next_line = 0;
	return true;
}

/* --header=@FILE: the first line of FILE, as a header line. */
static void header_from_file(struct reader *r, const char *path)
{
	char *one[] = {(char *)path};
	struct reader *file = reader_open(one, 1, NULL);
	for (size_t i = 0; i < file->header.n; i++)
		header_add(&r->header, file->header.names[i]);
	reader_close(file);
}

static void header_from_option(struct reader *r, const char *option)
{
	struct arena arena = {0};
	size_t n;
	r->header_given = true;
	if (option[0] == '@') {
		header_from_file(r, option + 1);
		return;
	}
	struct str *names = names_parse(str_of(option), &n, &arena);
	if (!names)
		diex("malformed list of columns '%s'", option);
	for (size_t i = 0; i < n; i++)
		if (!header_add(&r->header, names[i]))
			diex("column '" STR_FMT "' twice, or too many columns, in '%s'",
				STR_ARG(names[i]), option);
	arena_release(&arena);
}

/* How many bytes there are to read, when all operands are plain files. */
static size_t total_size(const struct reader *r)
{
	size_t total = 0;
	struct stat st;
	for (size_t i = 0; i < r->nfiles; i++) {
		bool is_stdin = strcmp(r->files[i], "-") == 0;
		if ((is_stdin ? fstat(STDIN_FILENO, &st) : stat(r->files[i], &st)) < 0 ||
			!S_ISREG(st.st_mode))
			return 0;
		total += (size_t)st.st_size;
	}
	return total;
}

/* Reads up to the first record, so that the header is known. */
static void read_header(struct reader *r)
{
	struct record rec;
	open_next(r);
	if (r->header_given)
		return;
	if (!next_line(r, &rec))
		diex("'%s' is empty: no header line", r->name);
	take_header(r, &rec);
}

struct reader *reader_open(char *const *files, size_t nfiles, const char *header_option)
{
	struct reader *r = mem_zero(1, sizeof *r);
	r->files = nfiles ? files : STANDARD_INPUT;
	r->nfiles = nfiles ? nfiles : 1;
	r->fd = -1;
	r->cap = BLOCK_SIZE;
	r->block = mem_resize(NULL, r->cap + READER_SLACK, 1);
	if (header_option)
		header_from_option(r, header_option);
	progress_start(total_size(r));
	read_header(r);
	return r;
}

struct reader *reader_from_opts(const struct opts *o, size_t first)
{
	return reader_open(o->operands + first, o->noperands - first, o->header);
}

const struct header *reader_header(const struct reader *r)
{
	return &r->header;
}

size_t reader_lines(const struct reader *r)
{
	return r->lines;
}

size_t reader_refused(const struct reader *r)
{
	return r->refused;
}

void reader_close(struct reader *r)
{
	if (r->fd >= 0)
		close_file(r);
	header_release(&r->header);
	scan_release(&r->scan);
	free(r->block);
	free(r);
}
