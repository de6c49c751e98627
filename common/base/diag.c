#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/utf8.h"

enum { SHOWN_OF_A_KIND = 20, KINDS_MAX = 64, LINE_MAX_BYTES = 1024 };

struct kind {
	const char *fmt;
	size_t count;
};

/* A warning in a log; text.n is 0 when so many of its kind stand before it that it is not shown.
 * Without a format it is what a thread died of. */
struct diag_entry {
	const char *fmt;
	size_t at, n; /* its text in that of the log */
};

static const char *program = "koop";
static bool quiet, verbose, strict;
static int status;
static void (*on_death)(void);
static struct kind kinds[KINDS_MAX];
static size_t nkinds;
static _Thread_local struct diag_log *captured;

void diag_init(const char *name)
{
	program = name;
}

const char *diag_program(void)
{
	return program;
}

void diag_set_quiet(bool on)
{
	quiet = on;
}

bool diag_is_quiet(void)
{
	return quiet;
}

void diag_set_verbose(bool on)
{
	verbose = on;
}

bool diag_is_verbose(void)
{
	return verbose && !quiet;
}

void diag_set_strict(bool on)
{
	strict = on;
}

void diag_on_death(void (*cleanup)(void))
{
	on_death = cleanup;
}

void diag_raise(int s)
{
	if (s > status)
		status = s;
}

/* One write a line, so that the lines of a pipeline's programs do not mix. */
static void say_text(struct str text)
{
	char line[LINE_MAX_BYTES];
	int n = snprintf(line, sizeof line - 1, "%s: %.*s", program, (int)text.n, text.p);
	size_t length = n < (int)sizeof line - 1 ? (size_t)n : sizeof line - 2;
	utf8_make_printable(line, length);
	line[length++] = '\n';
	if (write(STDERR_FILENO, line, length) < 0)
		return; /* nowhere left to say it; the status tells */
}

/* Place, text and reason, cut where a line would be too long. */
__attribute__((format(printf, 4, 0))) static struct str compose(char text[static LINE_MAX_BYTES],
	const struct pos *pos, const char *tail, const char *fmt, va_list args)
{
	size_t cap = LINE_MAX_BYTES, n = 0;
	if (pos && pos->file)
		n += (size_t)(pos->line ? snprintf(text, cap, "%s:%zu: ", pos->file, pos->line)
					: snprintf(text, cap, "%s: ", pos->file));
	if (n < cap)
		n += (size_t)vsnprintf(text + n, cap - n, fmt, args);
	if (tail && n < cap)
		n += (size_t)snprintf(text + n, cap - n, ": %s", tail);
	return (struct str){text, n < cap ? n : cap - 1};
}

__attribute__((format(printf, 2, 0))) static void say(
	const struct pos *pos, const char *fmt, va_list args, const char *tail)
{
	char text[LINE_MAX_BYTES];
	say_text(compose(text, pos, tail, fmt, args));
}

static struct kind *kind_of(const char *fmt)
{
	for (size_t i = 0; i < nkinds; i++)
		if (strcmp(kinds[i].fmt, fmt) == 0)
			return &kinds[i];
	if (nkinds == KINDS_MAX)
		return NULL;
	kinds[nkinds] = (struct kind){fmt, 0};
	return &kinds[nkinds++];
}

_Noreturn static void leave(void)
{
	if (on_death)
		on_death();
	exit(STATUS_FAILED);
}

/* Counts a warning; whether it is one to show. */
static bool count_warning(const char *fmt)
{
	struct kind *kind = kind_of(fmt);
	diag_raise(STATUS_DOUBT);
	if (kind)
		kind->count++;
	return strict || (!quiet && (!kind || kind->count <= SHOWN_OF_A_KIND));
}

static bool is_shown_after(const struct diag_log *log, const char *fmt)
{
	size_t before = 0;
	for (size_t i = 0; i < log->n && before < SHOWN_OF_A_KIND; i++)
		before += log->entries[i].fmt == fmt;
	return before < SHOWN_OF_A_KIND;
}

static void keep_text(struct diag_log *log, const char *fmt, struct str text)
{
	log->entries = mem_grow(log->entries, log->n, &log->cap, sizeof *log->entries);
	log->entries[log->n++] = (struct diag_entry){fmt, log->text.n, text.n};
	buf_addstr(&log->text, text);
}

__attribute__((format(printf, 3, 0))) static void keep(
	struct diag_log *log, const struct pos *pos, const char *fmt, va_list args)
{
	char text[LINE_MAX_BYTES];
	bool shown = is_shown_after(log, fmt);
	keep_text(log, fmt, shown ? compose(text, pos, NULL, fmt, args) : STR(""));
}

void warn_at(const struct pos *pos, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	if (captured)
		keep(captured, pos, fmt, args);
	else if (count_warning(fmt))
		say(pos, fmt, args, NULL);
	va_end(args);
	if (strict && !captured)
		leave();
}

void diag_capture(struct diag_log *log)
{
	captured = log;
}

void diag_replay(struct diag_log *log, size_t end)
{
	for (; log->said < end; log->said++) {
		const struct diag_entry *e = &log->entries[log->said];
		if (!e->fmt || count_warning(e->fmt))
			say_text((struct str){log->text.p + e->at, e->n});
		if (strict || !e->fmt)
			leave();
	}
	if (log->said < log->n)
		return;
	log->n = log->said = 0;
	buf_clear(&log->text);
}

void diag_log_release(struct diag_log *log)
{
	free(log->entries);
	buf_release(&log->text);
	*log = (struct diag_log){0};
}

void diag_remark(const char *fmt, ...)
{
	va_list args;
	if (diag_is_quiet())
		return;
	va_start(args, fmt);
	say(NULL, fmt, args, NULL);
	va_end(args);
}

void diag_note(const char *fmt, ...)
{
	va_list args;
	if (!diag_is_verbose())
		return;
	va_start(args, fmt);
	say(NULL, fmt, args, NULL);
	va_end(args);
}

/* Says it, or leaves it to who replays the log. */
_Noreturn static void end_with(struct str text)
{
	struct diag_log *log = captured;
	if (!log || !log->escape) {
		say_text(text);
		leave();
	}
	captured = NULL;
	keep_text(log, NULL, text);
	longjmp(*log->escape, 1);
}

void die(const char *fmt, ...)
{
	char text[LINE_MAX_BYTES];
	const char *why = strerror(errno);
	va_list args;
	va_start(args, fmt);
	struct str said = compose(text, NULL, why, fmt, args);
	va_end(args);
	end_with(said);
}

void diex(const char *fmt, ...)
{
	char text[LINE_MAX_BYTES];
	va_list args;
	va_start(args, fmt);
	struct str said = compose(text, NULL, NULL, fmt, args);
	va_end(args);
	end_with(said);
}

void die_at(const struct pos *pos, const char *fmt, ...)
{
	char text[LINE_MAX_BYTES];
	va_list args;
	va_start(args, fmt);
	struct str said = compose(text, pos, NULL, fmt, args);
	va_end(args);
	end_with(said);
}

/* The words of a kind: its format up to the first argument or subject that is not its beginning. */
static struct str kind_words(const char *fmt)
{
	if (*fmt == '%' || *fmt == '\'') {
		fmt += *fmt == '\'' ? strcspn(fmt, " ") : strcspn(fmt, " '(");
		fmt += strspn(fmt, " ");
	}
	struct str words = {fmt, strcspn(fmt, "'%(")};
	while (words.n && (words.p[words.n - 1] == ' ' || words.p[words.n - 1] == ':'))
		words.n--;
	return words;
}

int diag_finish(void)
{
	for (size_t i = 0; i < nkinds && !quiet; i++) {
		size_t more =
			kinds[i].count > SHOWN_OF_A_KIND ? kinds[i].count - SHOWN_OF_A_KIND : 0;
		if (more)
			fprintf(stderr, "%s: and %zu more: " STR_FMT "\n", program, more,
				STR_ARG(kind_words(kinds[i].fmt)));
	}
	return status;
}
