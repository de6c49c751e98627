#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/str.h"
#include "base/utf8.h"

enum { SHOWN_OF_A_KIND = 20, KINDS_MAX = 64, LINE_MAX_BYTES = 1024 };

struct kind {
	const char *fmt;
	size_t count;
};

static const char *program = "koop";
static bool quiet, verbose, strict;
static int status;
static void (*on_death)(void);
static struct kind kinds[KINDS_MAX];
static size_t nkinds;

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
__attribute__((format(printf, 2, 0))) static void say(
	const struct pos *pos, const char *fmt, va_list args, const char *tail)
{
	char text[LINE_MAX_BYTES];
	size_t cap = sizeof text - 1, n = 0;
	n += (size_t)snprintf(text, cap, "%s: ", program);
	if (pos && pos->file && n < cap)
		n += (size_t)(pos->line ? snprintf(text + n, cap - n, "%s:%zu: ", pos->file,
						  pos->line)
					: snprintf(text + n, cap - n, "%s: ", pos->file));
	if (n < cap)
		n += (size_t)vsnprintf(text + n, cap - n, fmt, args);
	if (tail && n < cap)
		n += (size_t)snprintf(text + n, cap - n, ": %s", tail);
	if (n >= cap)
		n = cap - 1;
	utf8_make_printable(text, n);
	text[n++] = '\n';
	if (write(STDERR_FILENO, text, n) < 0)
		return; /* nowhere left to say it; the status tells */
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

void warn_at(const struct pos *pos, const char *fmt, ...)
{
	va_list args;
	struct kind *kind = kind_of(fmt);
	diag_raise(STATUS_DOUBT);
	if (kind)
		kind->count++;
	if (strict || (!quiet && (!kind || kind->count <= SHOWN_OF_A_KIND))) {
		va_start(args, fmt);
		say(pos, fmt, args, NULL);
		va_end(args);
	}
	if (strict)
		leave();
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

void die(const char *fmt, ...)
{
	va_list args;
	const char *why = strerror(errno);
	va_start(args, fmt);
	say(NULL, fmt, args, why);
	va_end(args);
	leave();
}

void diex(const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	say(NULL, fmt, args, NULL);
	va_end(args);
	leave();
}

void die_at(const struct pos *pos, const char *fmt, ...)
{
	va_list args;
	va_start(args, fmt);
	say(pos, fmt, args, NULL);
	va_end(args);
	leave();
}

/* The words of a kind: its format up to the first argument or subject that is not its beginning. */
static struct str kind_words(const char *fmt)
{
	if (*fmt == '%') {
		fmt += strcspn(fmt, " '(");
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
