/*
 * opts: one const table describes a program; parsing, --help, --version and the completions come
 * from it.
 *
 * Short options group, long ones take =VALUE, options may follow operands, "--" ends them. A wrong
 * command line ends the process with a line, a hint at --help, and status 2. The rows of
 * OPTIONS_COMMON
 * (-o -q -v -h -V) mean the same in every program and are dealt with here.
 */
#ifndef KOOP_BASE_OPTS_H
#define KOOP_BASE_OPTS_H

#include <stdbool.h>
#include <stddef.h>

/*
 * One option. `key` is what opts_next returns: the short letter, or a number above 255 where there
 * is none.
 */
struct option_row {
	int key;
	const char *name; /* long name, without dashes; NULL ends the table */
	const char *arg;  /* the word for its value in the help, or NULL when it takes none; in
	                     square  brackets when it may lack (long options only) */
	const char *help; /* one line, no capital, no full stop */
};

enum {
	OPT_OUTPUT = 'o',
	OPT_QUIET = 'q',
	OPT_VERBOSE = 'v',
	OPT_HELP = 'h',
	OPT_VERSION = 'V',
	OPT_HEADER = 1000, /* the rows of OPTIONS_STREAM */
	OPT_BARE,
	OPT_OWN = 256, /* the first number for options of a program's own */
};

/* clang-format off */

/* What every program has. */
#define OPTIONS_COMMON \
	{OPT_OUTPUT, "output", "FILE", "write to FILE, which is replaced only when all went well"}, \
	{OPT_QUIET, "quiet", NULL, "no warnings, no progress; the status still tells"}, \
	{OPT_VERBOSE, "verbose", NULL, "say what was done, on standard error"}, \
	{OPT_HELP, "help", NULL, "print this help"}, \
	{OPT_VERSION, "version", NULL, "print the version"}

/* What every program that reads records has besides: for engines that cut a stream into pieces. */
#define OPTIONS_STREAM \
	{OPT_HEADER, "header", "LIST", "the input has no header line; its columns are LIST (or @FILE)"}, \
	{OPT_BARE, "bare", NULL, "write no header line"}

/* clang-format on */

struct program {
	const char *name;
	const char *usage;   /* what follows the name: "[options] EXPR [FILE...]" */
	const char *purpose; /* one line */
	const struct option_row *options;
	const char *const *verbs; /* words that the first operand may be, NULL-ended; or NULL */
	const char *example;      /* one command line, shown at the end of the help */
};

/* What was on the command line; the common options are already here. */
struct opts {
	const struct program *program;
	const char *output; /* -o, or NULL */
	const char *header; /* --header, or NULL */
	bool bare;
	bool quiet, verbose;
	char **operands; /* valid when opts_next has returned 0 */
	size_t noperands;
	struct opts_state *state;
};

/* Call after std_open. */
void opts_init(struct opts *o, const struct program *program, int argc, char **argv);

/*
 * The key of the next option that the program must deal with itself, its value in *value (NULL
 * where it takes none); 0 when there are no more.
 */
int opts_next(struct opts *o, const char **value);

/* Ends the process with a message, the hint at --help, and status 2. */
_Noreturn void opts_misuse(const struct opts *o, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* A whole number from min to max out of an option's value, or misuse. */
long opts_number(const struct opts *o, const char *name, const char *value, long min, long max);

/*
 * Which of the words (NULL-ended) the value of option --name is: its index; anything else is
 * misuse, with the nearest word as a suggestion.
 */
size_t opts_word(
	const struct opts *o, const char *name, const char *value, const char *const *words);

/*
 * The same for a list of words separated by commas, none of them twice: their indexes in found,
 * which has room for all; their number. An empty list (NULL) has none.
 */
size_t opts_words(const struct opts *o, const char *name, const char *list,
	const char *const *words, size_t *found);

/* Which of the program's verbs the first operand is: its index; none, or another word, is misuse.
 */
size_t opts_verb(const struct opts *o);

void opts_release(struct opts *o);

#endif
