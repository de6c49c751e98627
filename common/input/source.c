#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/out.h"
#include "base/progress.h"
#include "base/utf8.h"
#include "input/alien.h"
#include "input/guess.h"
#include "input/source.h"
#include "text/yuscii.h"

enum {
	MAGIC_BYTES = 11,           /* a byte order mark has less */
	GLANCE_BYTES = 64 * 1024,   /* must be UTF-8, or the encoding is judged */
	CENSUS_BYTES = 1024 * 1024, /* of what cannot be read twice */
	CENSUS_BLOCK = 64 * 1024,
	DECLARED = 256, /* where an XML declaration ends at last */
};

static char dash[] = "-";
static char *const STANDARD_INPUT[] = {dash};

/* How many bytes there are to read, when all operands are plain files. */
static size_t total_size(const struct source *s)
{
	size_t total = 0;
	struct stat st;
	for (size_t i = 0; i < s->nfiles; i++) {
		bool is_stdin = strcmp(s->files[i], "-") == 0;
		if ((is_stdin ? fstat(STDIN_FILENO, &st) : stat(s->files[i], &st)) < 0 ||
			!S_ISREG(st.st_mode))
			return 0;
		total += (size_t)st.st_size;
	}
	return total;
}

void source_init(struct source *s, char *const *files, size_t nfiles, const char *encoding)
{
	*s = (struct source){.fd = -1, .copy = -1, .encoding = encoding};
	s->files = nfiles ? files : STANDARD_INPUT;
	s->nfiles = nfiles ? nfiles : 1;
	progress_start(total_size(s));
}

void source_init_memory(struct source *s, struct str bytes, const char *encoding)
{
	*s = (struct source){.fd = -1, .copy = -1, .nfiles = 1, .encoding = encoding};
	s->memory = bytes.n ? bytes : STR("");
	s->step = bytes.n < BLOCK_SIZE ? bytes.n + 1 : 0;
}

static void open_file(struct source *s)
{
	size_t number = s->next_file++;
	if (!s->files) {
		s->name = "memory";
		return;
	}
	const char *path = s->files[number];
	bool is_stdin = strcmp(path, "-") == 0;
	s->name = is_stdin ? "standard input" : path;
	s->fd = is_stdin ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	if (s->fd < 0)
		die("cannot open '%s'", path);
	if (is_stdin && isatty(STDIN_FILENO) && !diag_is_quiet())
		dprintf(STDERR_FILENO, "%s: reading from the terminal; Ctrl-D ends the input\n",
			diag_program());
	pipe_enlarge(s->fd);
	posix_fadvise(s->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
}

static void close_file(struct source *s)
{
	if (s->fd >= 0 && s->fd != STDIN_FILENO)
		close(s->fd);
	s->fd = -1;
	if (s->copy >= 0)
		close(s->copy);
	s->copy = -1;
	charset_close(s->charset);
	s->charset = NULL;
}

static size_t read_memory(struct source *s, char *to, size_t room)
{
	size_t n = s->memory.n < room ? s->memory.n : room;
	if (n)
		memcpy(to, s->memory.p, n);
	s->memory = str_from(s->memory, n);
	return n;
}

/* One read behind the bytes of b; false at the end of the file. */
static bool read_some(struct source *s, struct buf *b)
{
	ssize_t n;
	size_t most = s->step ? s->step : BLOCK_SIZE;
	buf_reserve(b, most);
	size_t room = b->cap - b->n;
	if (room > most)
		room = most;
	if (!s->files) {
		n = (ssize_t)read_memory(s, b->p + b->n, room);
	} else {
		do
			n = read(s->fd, b->p + b->n, room);
		while (n < 0 && errno == EINTR);
		if (n < 0)
			die("cannot read '%s'", s->name);
		progress_add((size_t)n);
	}
	b->n += (size_t)n;
	return n > 0;
}

/* Moves the window to the front of its memory, when that is worth it. */
static void move_to_front(struct source *s)
{
	if (s->begin == 0)
		return;
	size_t held = s->text.n - s->begin;
	memmove(s->text.p, s->text.p + s->begin, held);
	s->text.n = held;
	s->begin = 0;
}

bool source_more(struct source *s)
{
	if (s->at_end)
		return false;
	move_to_front(s);
	if (!s->charset) {
		s->at_end = !read_some(s, &s->text);
		return !s->at_end;
	}
	size_t before = s->text.n;
	while (s->text.n == before && !s->at_end) {
		buf_clear(&s->raw);
		s->at_end = !read_some(s, &s->raw);
		if (s->at_end)
			charset_end(s->charset, &s->text);
		else
			charset_convert(s->charset, buf_str(&s->raw), &s->text);
	}
	return s->text.n > before;
}

static bool use_encoding(struct source *s, const char *name, struct buf *why)
{
	s->is_utf8 = charset_is_utf8(name);
	if (s->is_utf8)
		return true;
	s->charset = charset_open(name);
	if (!s->charset) {
		buf_fmt(why, "unknown encoding '%s'", name);
		return false;
	}
	struct buf bytes = s->text;
	s->text = (struct buf){0};
	charset_convert(s->charset, str_from(buf_str(&bytes), s->begin), &s->text);
	s->begin = 0;
	buf_release(&bytes);
	if (s->at_end)
		charset_end(s->charset, &s->text);
	return true;
}

/* All that can be read again of a file, or its beginning where it cannot. */
static void take_census(struct source *s, struct census *census)
{
	char block[CENSUS_BLOCK];
	struct stat st;
	off_t from = s->fd < 0 ? -1 : lseek(s->fd, 0, SEEK_CUR);
	if (from >= (off_t)s->text.n && fstat(s->fd, &st) == 0 && S_ISREG(st.st_mode)) {
		off_t at = from - (off_t)s->text.n;
		for (ssize_t n; (n = pread(s->fd, block, sizeof block, at)) > 0; at += n)
			census_add(census, block, (size_t)n);
		return;
	}
	while (source_window(s).n < CENSUS_BYTES && source_more(s))
		;
	census_add(census, source_window(s).p, source_window(s).n);
}

/* Text of ASCII alone may be in YUSCII. */
static bool looks_like_yuscii(struct str text)
{
	struct yuscii_count count = {0};
	yuscii_add(&count, text);
	yuscii_end(&count);
	return yuscii_is_text(&count) || yuscii_may_be_text(&count);
}

/* What UTF-16 writes before letters: a NUL, or 4 where all are Cyrillic and no line ends. */
static bool has_high_halves(struct str text)
{
	return str_index(text, '\0') < text.n || str_index(text, '\4') < text.n;
}

/* Nothing that the beginning holds speaks against UTF-8; a character may be cut at its end. */
static bool looks_like_utf8(struct source *s)
{
	while (source_window(s).n < GLANCE_BYTES && source_more(s))
		;
	struct str text = source_window(s);
	size_t valid = utf8_valid_prefix(text);
	s->is_utf8 = utf8_length(text) < text.n;
	if (valid < text.n && (s->at_end || text.n - valid >= UTF8_MAX_BYTES))
		return false;
	return !has_high_halves(text) && (s->is_utf8 || !looks_like_yuscii(text));
}

/* The encoding that the declaration of an XML text tells, in *name; false where there is none. */
static bool find_declared(struct str text, char *name, size_t room)
{
	static const struct str word = STR_CONST("encoding=");
	struct str declaration = str_head(text, str_find(text, STR("?>")));
	size_t at = str_find(declaration, word);
	if (!str_starts(text, STR("<?xml")) || at == declaration.n)
		return false;
	struct str value = str_from(declaration, at + word.n);
	value = value.n ? str_head(str_from(value, 1), str_index(str_from(value, 1), *value.p))
	                : value;
	if (value.n == 0 || value.n >= room || str_index(value, '\0') < value.n)
		return false;
	memcpy(name, value.p, value.n);
	name[value.n] = '\0';
	return true;
}

/* Without a word from the user or a mark: UTF-8, or what all the bytes together look like. */
static bool judge_encoding(struct source *s, struct buf *why)
{
	struct census census = {0};
	char declared[64];
	if (looks_like_utf8(s))
		return true;
	if (find_declared(str_head(source_window(s), DECLARED), declared, sizeof declared))
		return use_encoding(s, declared, why);
	take_census(s, &census);
	struct guess guess = census_guess(&census);
	census_release(&census);
	if (guess.sure) {
		if (!charset_is_utf8(guess.encoding))
			diag_note("%s: read as %s", s->name, guess.encoding);
		return use_encoding(s, guess.encoding, why);
	}
	if (charset_is_utf8(guess.encoding))
		buf_fmt(why, "ASCII or %s; say with -e which", guess.rival);
	else if (guess.rival && charset_is_utf8(guess.rival))
		buf_fmt(why, "damaged UTF-8 or %s; say with -e which", guess.encoding);
	else if (guess.rival)
		buf_fmt(why, "not UTF-8, but %s or %s; say with -e which", guess.encoding,
			guess.rival);
	else
		buf_puts(why, "not UTF-8; say the encoding with -e, such as -e windows-1250");
	return false;
}

/* A release of Stata up to 12, the byte order, the kind of file, and nothing. */
static bool is_old_dta(struct str start)
{
	return start.n >= 4 && (unsigned char)start.p[0] >= 102 &&
	       (unsigned char)start.p[0] <= 115 && (start.p[1] == 1 || start.p[1] == 2) &&
	       start.p[2] == 1 && start.p[3] == 0;
}

static bool has_both(struct str text, struct str first, struct str then)
{
	size_t at = str_find(text, first);
	return at < text.n && str_find(str_from(text, at), then) < text.n - at;
}

/* Titles, a table of the characters, and a word, in lines whose blanks at the end may be missing.
 */
static bool is_por(struct source *s)
{
	enum { START = 480 };
	static const struct str digits = STR_CONST("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	static const struct str title = STR_CONST("ASCII SPSS PORT FILE");
	static const struct str ebcdic_title = STR_CONST(
		"\xC1\xE2\xC3\xC9\xC9\x40\xE2\xD7\xE2\xE2\x40\xD7\xD6\xD9\xE3\x40\xC6\xC9\xD3\xC5");
	static const struct str ebcdic =
		STR_CONST("\xF0\xF1\xF2\xF3\xF4\xF5\xF6\xF7\xF8\xF9\xC1\xC2\xC3\xC4\xC5\xC6");
	while (source_window(s).n < START && source_more(s))
		;
	struct str start = str_head(source_window(s), START);
	if (str_find(start, title) < start.n || str_find(start, ebcdic_title) < start.n)
		return true; /* which may be cut */
	return has_both(start, digits, STR("SPSSPORT")) ||
	       has_both(start, ebcdic, STR("\xE2\xD7\xE2\xE2\xD7\xD6\xD9\xE3"));
}

static enum source_form find_form(struct source *s)
{
	struct str start = source_window(s);
	if (str_starts(start, STR("PK\3\4")) || str_starts(start, STR("PK\5\6")))
		return SOURCE_ZIP;
	if (str_starts(start, STR("\xD0\xCF\x11\xE0")))
		return SOURCE_OLE;
	if (str_starts(start, STR("$FL2")) || str_starts(start, STR("$FL3")))
		return SOURCE_SAV;
	if (str_starts(start, STR("<stata_dta>")) || is_old_dta(start))
		return SOURCE_DTA;
	return is_por(s) ? SOURCE_POR : SOURCE_TEXT;
}

const char *source_form_name(enum source_form form)
{
	static const char *const names[] = {"text", "a zip file, such as a workbook is",
		"an old workbook (.xls), or an encrypted one", "a file of SPSS (.sav)",
		"a portable file of SPSS (.por)", "a file of Stata (.dta)"};
	return names[form];
}

/* The mark tells the encoding, and what the user says must not contradict it. */
static bool choose_encoding(struct source *s, struct buf *why)
{
	struct charset_bom bom = charset_bom(source_window(s));
	const char *name = s->encoding;
	if (bom.n && (!name || strncasecmp(name, bom.name, 6) == 0 ||
			     (charset_is_utf8(name) && bom.n == 3))) {
		s->begin += bom.n;
		return use_encoding(s, bom.name, why);
	}
	if (bom.n == 3) {
		buf_fmt(why, "begins with a UTF-8 byte order mark, but the encoding given is '%s'",
			name);
		return false;
	}
	return name ? use_encoding(s, name, why) : judge_encoding(s, why);
}

enum source_status source_next_file(struct source *s, struct buf *why)
{
	close_file(s);
	if (s->next_file == s->nfiles)
		return SOURCE_NO_MORE;
	open_file(s);
	s->line = 0;
	s->begin = 0;
	s->at_end = false;
	buf_clear(&s->text);
	while (s->text.n < MAGIC_BYTES && source_more(s))
		;
	s->form = find_form(s);
	if (s->form != SOURCE_TEXT)
		return SOURCE_OPEN;
	const char *alien = alien_bytes(source_window(s));
	if (alien) {
		buf_puts(why, alien);
		return SOURCE_BAD;
	}
	return choose_encoding(s, why) ? SOURCE_OPEN : SOURCE_BAD;
}

static int open_copy(struct buf *why)
{
	const char *folder = getenv("TMPDIR");
	if (!folder || !*folder)
		folder = "/tmp";
	int fd = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (fd < 0)
		buf_fmt(why, "cannot be copied to '%s': %s", folder, strerror(errno));
	return fd;
}

static bool write_all(int fd, struct str bytes, struct buf *why)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.p, bytes.n);
		if (n < 0 && errno != EINTR) {
			buf_fmt(why, "cannot be copied: %s", strerror(errno));
			return false;
		}
		bytes = str_from(bytes, n > 0 ? (size_t)n : 0);
	}
	return true;
}

/* The window holds the beginning of the file; what was read is not kept there. */
static bool copy_rest(struct source *s, struct buf *why)
{
	size_t copied = 0;
	do {
		copied += source_window(s).n;
		if (copied > SOURCE_COPY) {
			buf_fmt(why, "more than %d bytes from a pipe", SOURCE_COPY);
			return false;
		}
		if (!write_all(s->copy, source_window(s), why))
			return false;
		buf_clear(&s->text);
	} while (source_more(s));
	return true;
}

int source_seekable(struct source *s, struct buf *why)
{
	if (s->copy < 0 && s->fd >= 0 && lseek(s->fd, 0, SEEK_CUR) >= 0)
		return dup(s->fd);
	if (s->copy < 0) {
		s->copy = open_copy(why);
		if (s->copy < 0 || !copy_rest(s, why))
			return -1;
	}
	return dup(s->copy);
}

static size_t find_line_end(struct str text, size_t from)
{
	size_t i = from;
	while (i < text.n && text.p[i] != '\n' && text.p[i] != '\r')
		i++;
	return i;
}

size_t source_line(struct source *s, size_t from, size_t limit)
{
	size_t at = from;
	for (;;) {
		struct str text = source_window(s);
		at = find_line_end(text, at);
		if (at - from > limit)
			return from + limit;
		bool whole = at < text.n && (text.p[at] == '\n' || at + 1 < text.n);
		if (whole || !source_more(s))
			break;
	}
	struct str text = source_window(s);
	if (at == text.n)
		return at;
	bool crlf = text.p[at] == '\r' && at + 1 < text.n && text.p[at + 1] == '\n';
	return at + 1 + crlf;
}

bool source_ends_line(const struct source *s, size_t end)
{
	char last = end ? s->text.p[s->begin + end - 1] : '\0';
	return last == '\n' || last == '\r';
}

void source_consume(struct source *s, size_t n, size_t lines)
{
	s->begin += n;
	s->line += lines;
}

void source_skip_line(struct source *s)
{
	for (;;) {
		struct str text = source_window(s);
		size_t at = find_line_end(text, 0);
		if (at < text.n) {
			source_consume(s, source_line(s, 0, SIZE_MAX), 1);
			return;
		}
		s->begin += text.n;
		if (!source_more(s))
			return;
	}
}

void source_release(struct source *s)
{
	close_file(s);
	buf_release(&s->text);
	buf_release(&s->raw);
}
