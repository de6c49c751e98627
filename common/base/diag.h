/*
 * diag: what is said on standard error, and the exit status that goes with it.
 *
 * A message is one line, `program: file:line: text`: no capital, no full stop, what is wrong first,
 * the subject in single quotes. Control bytes and bytes that are not UTF-8 are shown as '?'. After
 * 20 messages of a kind the rest are counted and summed up by diag_finish; the kind is the format
 * string, so a format string is written once for each kind of trouble.
 *
 * Status: 0 all well; 1 finished, but some data was refused or in doubt, and it was said; 2 failed.
 */
#ifndef KOOP_BASE_DIAG_H
#define KOOP_BASE_DIAG_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

enum { STATUS_OK = 0, STATUS_DOUBT = 1, STATUS_FAILED = 2 };

/* A place in the input; file NULL means no place is known, line 0 no line. */
struct pos {
	const char *file;
	size_t line;
};

/* Sets the name that begins every message; call it first. */
void diag_init(const char *program);
const char *diag_program(void);

/* -q: warnings and notes are not shown; they still count. */
void diag_set_quiet(bool quiet);
bool diag_is_quiet(void);

/* -v: diag_note is shown. */
void diag_set_verbose(bool verbose);
bool diag_is_verbose(void);

/* -s: the first warn_at ends the run with status 2. */
void diag_set_strict(bool strict);

/* Data in doubt: one line; the status becomes at least 1. */
void warn_at(const struct pos *pos, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* A line that changes no status, about what was done otherwise than a user may think. */
void diag_remark(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The same, shown only with -v. */
void diag_note(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * What a thread has to say, kept until its turn comes: warnings go to the log between diag_capture
 * and diag_capture(NULL), on that thread alone, and are said, counted and strict when another
 * thread replays it. So messages come in the order of the input however many threads work on it. A
 * zeroed struct is an empty log. With `escape` what would end the process is kept, too, and ends it
 * when it is replayed.
 */
struct diag_log {
	struct diag_entry *entries;
	size_t n, cap;
	size_t said; /* of them already */
	struct buf text;
	jmp_buf *escape; /* where a thread that dies goes on, its death in the log; or NULL */
};

void diag_capture(struct diag_log *log);

/* Says what the log holds before entry `end`; once all n are said, the log is empty. */
void diag_replay(struct diag_log *log, size_t end);

void diag_log_release(struct diag_log *log);

/* The status so far is at least this. */
void diag_raise(int status);

/* Failure: the message, with ": " and what errno means, and the end with status 2. */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* The same without errno. */
_Noreturn void diex(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Failure in the input at a place. */
_Noreturn void die_at(const struct pos *pos, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Called once by die and diex before the process ends, to take half-written files away. */
void diag_on_death(void (*cleanup)(void));

/* Sums up what was only counted; returns the exit status. The last call of a main. */
int diag_finish(void);

#endif
