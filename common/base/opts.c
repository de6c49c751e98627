#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/mem.h"
#include "base/near.h"
#include "base/opts.h"
#include "base/out.h"
#include "base/version.h"

struct opts_state {
	int argc;
	char **argv;
	struct option *longs;
	struct buf shorts;
};

static size_t count_rows(const struct option_row *rows)
{
	size_t n = 0;
	while (rows[n].name)
		n++;
	return n;
}

static bool value_may_lack(const struct option_row *row)
{
	return row->arg && row->arg[0] == '[';
}

static int value_kind(const struct option_row *row)
{
	return value_may_lack(row) ? optional_argument : row->arg ? required_argument : no_argument;
}

void opts_init(struct opts *o, const struct program *program, int argc, char **argv)
{
	diag_init(program->name);
	*o = (struct opts){.program = program, .state = mem_zero(1, sizeof *o->state)};
	struct opts_state *s = o->state;
	size_t n = count_rows(program->options);
	s->argc = argc;
	s->argv = argv;
	s->longs = mem_zero(n + 1, sizeof *s->longs);
	buf_putc(&s->shorts, ':'); /* a missing value is told apart from an unknown option */
	for (size_t i = 0; i < n; i++) {
		const struct option_row *row = &program->options[i];
		s->longs[i] = (struct option){row->name, value_kind(row), NULL, row->key};
		if (row->key > 255)
			continue;
		buf_putc(&s->shorts, (char)row->key);
		if (row->arg)
			buf_putc(&s->shorts, ':');
	}
	buf_cstr(&s->shorts);
	optind = 1;
	opterr = 0;
}

void opts_misuse(const struct opts *o, const char *fmt, ...)
{
	struct buf text = {0};
	char line[800];
	va_list args;
	va_start(args, fmt);
	vsnprintf(line, sizeof line, fmt, args);
	va_end(args);
	buf_fmt(&text, "%s (see '%s --help')", line, o->program->name);
	diex("%s", buf_cstr(&text));
}

static void print_row(struct out *out, const struct option_row *row)
{
	char left[64];
	int n = row->key < 256 ? snprintf(left, sizeof left, "  -%c, --%s", row->key, row->name)
	                       : snprintf(left, sizeof left, "      --%s", row->name);
	if (value_may_lack(row))
		n += snprintf(left + n, sizeof left - (size_t)n, "[=%s", row->arg + 1);
	else if (row->arg)
		n += snprintf(left + n, sizeof left - (size_t)n, "=%s", row->arg);
	out_fmt(out, "%-28s%s%s\n", left, n >= 28 ? " " : "", row->help);
}

_Noreturn static void print_help(const struct opts *o)
{
	const struct program *p = o->program;
	struct out out;
	out_open(&out, NULL);
	out_fmt(&out, "usage: %s %s\n%s.\n", p->name, p->usage, p->purpose);
	if (p->verbs) {
		out_puts(&out, "\nVerbs:");
		for (size_t i = 0; p->verbs[i]; i++)
			out_fmt(&out, " %s", p->verbs[i]);
		out_puts(&out, "\n");
	}
	out_puts(&out, "\nOptions:\n");
	for (const struct option_row *row = p->options; row->name; row++)
		print_row(&out, row);
	out_fmt(&out, "\nExample:\n  %s\n\nSee %s(1).\n", p->example, p->name);
	out_close(&out);
	exit(STATUS_OK);
}

_Noreturn static void print_version(const struct opts *o)
{
	struct out out;
	out_open(&out, NULL);
	out_fmt(&out, "%s %s\n", o->program->name, KOOP_VERSION);
	out_close(&out);
	exit(STATUS_OK);
}

/* The long name nearest to what was typed, or NULL. */
static const char *nearest_name(const struct program *p, const char *typed)
{
	struct str names[256] =
		{
			{NULL, 0}
        },
		   word = str_of(typed);
	size_t n = 0;
	for (; n < sizeof names / sizeof *names && p->options[n].name; n++)
		names[n] = str_of(p->options[n].name);
	word = str_head(word, str_index(word, '='));
	size_t at = near_find(word, names, n);
	return at < n ? p->options[at].name : NULL;
}

_Noreturn static void bad_option(const struct opts *o)
{
	const char *word = o->state->argv[optind - 1];
	if (optopt && optopt < 256 && strncmp(word, "--", 2) != 0)
		opts_misuse(o, "unknown option '-%c'", optopt);
	if (optopt)
		opts_misuse(o, "option '%s' takes no value", word);
	const char *near = nearest_name(o->program, word + 2);
	if (near)
		opts_misuse(o, "unknown option '%s' (did you mean '--%s'?)", word, near);
	opts_misuse(o, "unknown option '%s'", word);
}

static const struct option_row *row_of(const struct program *p, int key)
{
	const struct option_row *row = p->options;
	while (row->name && row->key != key)
		row++;
	return row;
}

/* True when the option was one of the common ones. */
static bool take_common(struct opts *o, int key, const char *value)
{
	switch (key) {
	case OPT_OUTPUT: o->output = value; return true;
	case OPT_HEADER: o->header = value; return true;
	case OPT_BARE: o->bare = true; return true;
	case OPT_QUIET: diag_set_quiet(o->quiet = true); return true;
	case OPT_VERBOSE: diag_set_verbose(o->verbose = true); return true;
	case OPT_HELP: print_help(o);
	case OPT_VERSION: print_version(o);
	default: return false;
	}
}

int opts_next(struct opts *o, const char **value)
{
	struct opts_state *s = o->state;
	for (;;) {
		int key = getopt_long(s->argc, s->argv, s->shorts.p, s->longs, NULL);
		if (key == -1)
			break;
		if (key == '?')
			bad_option(o);
		if (key == ':')
			opts_misuse(o, "option '%s' needs a value (%s)", s->argv[optind - 1],
				row_of(o->program, optopt)->arg);
		*value = optarg;
		if (!take_common(o, key, optarg))
			return key;
	}
	o->operands = s->argv + optind;
	o->noperands = (size_t)(s->argc - optind);
	return 0;
}

long opts_number(const struct opts *o, const char *name, const char *value, long min, long max)
{
	char *end;
	errno = 0;
	long v = strtol(value, &end, 10);
	if (end == value || *end || errno || v < min || v > max)
		opts_misuse(o, "'%s' is not a whole number from %ld to %ld, for option '--%s'",
			value, min, max, name);
	return v;
}

size_t opts_word(
	const struct opts *o, const char *name, const char *value, const char *const *words)
{
	struct str views[64] = {
		{NULL, 0}
        };
	size_t n = 0;
	for (; n < sizeof views / sizeof *views && words[n]; n++) {
		views[n] = str_of(words[n]);
		if (strcmp(words[n], value) == 0)
			return n;
	}
	size_t near = near_find(str_of(value), views, n);
	if (near < n)
		opts_misuse(o, "unknown word '%s' for option '--%s' (did you mean '%s'?)", value,
			name, words[near]);
	struct buf all = {0};
	for (size_t i = 0; i < n; i++)
		buf_fmt(&all, "%s%s", i ? ", " : "", words[i]);
	opts_misuse(
		o, "unknown word '%s' for option '--%s' (one of: %s)", value, name, buf_cstr(&all));
}

size_t opts_words(const struct opts *o, const char *name, const char *list,
	const char *const *words, size_t *found)
{
	struct buf word = {0};
	struct str rest = str_of(list), part;
	size_t n = 0;
	while (str_split(&rest, ',', &part)) {
		buf_clear(&word);
		buf_addstr(&word, part);
		size_t at = opts_word(o, name, buf_cstr(&word), words);
		for (size_t i = 0; i < n; i++)
			if (found[i] == at)
				opts_misuse(o, "'%s' twice in '--%s'", words[at], name);
		found[n++] = at;
	}
	buf_release(&word);
	return n;
}

size_t opts_verb(const struct opts *o)
{
	const char *const *verbs = o->program->verbs;
	struct str views[64] = {
		{NULL, 0}
        };
	size_t n = 0;
	if (o->noperands == 0)
		opts_misuse(o, "no verb");
	for (; n < sizeof views / sizeof *views && verbs[n]; n++) {
		views[n] = str_of(verbs[n]);
		if (strcmp(verbs[n], o->operands[0]) == 0)
			return n;
	}
	size_t near = near_find(str_of(o->operands[0]), views, n);
	if (near < n)
		opts_misuse(
			o, "unknown verb '%s' (did you mean '%s'?)", o->operands[0], verbs[near]);
	opts_misuse(o, "unknown verb '%s'", o->operands[0]);
}

void opts_release(struct opts *o)
{
	if (!o->state)
		return;
	free(o->state->longs);
	buf_release(&o->state->shorts);
	free(o->state);
	o->state = NULL;
}
