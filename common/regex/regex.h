/*
 * regex: Perl-compatible patterns (PCRE2, Unicode) on text that is already known to be UTF-8, but
 * for REGEX_PAGE.
 *
 * A pattern is compiled once and run by machine code where the processor has a JIT. Matching is
 * bounded in steps, depth and memory: a pattern that would run away gives REGEX_LIMIT, which is an
 * answer of its own and never "no". Not for several threads at once; each thread compiles its own.
 */
#ifndef KOOP_REGEX_REGEX_H
#define KOOP_REGEX_REGEX_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"

struct regex;

enum regex_flags {
	REGEX_CASELESS = 1 << 0,
	/* For long text: lines end with LF, CRLF or CR, bytes that are not UTF-8 are in no match,
	   and the bounds are wider. */
	REGEX_PAGE = 1 << 1,
};

enum regex_result { REGEX_NO, REGEX_YES, REGEX_LIMIT };

enum { REGEX_NOWHERE = INT_MAX };

/* Where in a pattern something is wrong (byte offset, or REGEX_NOWHERE), and what. */
struct regex_error {
	size_t at;
	char text[160];
};

/* NULL when the pattern is malformed. The pattern need not live on. */
struct regex *regex_compile(struct str pattern, unsigned flags, struct regex_error *error);

/* Does the pattern match somewhere in the text? */
enum regex_result regex_match(struct regex *re, struct str text);

/*
 * Where the pattern is known to spell something out that every match contains: where that may stand
 * first in a text, or text.n. It has no backslash, control character or line end in it.
 */
bool regex_has_literal(const struct regex *re);
size_t regex_literal(const struct regex *re, struct str text);

/*
 * The first match at or after byte `from` (at most text.n). groups[0] is the whole match, groups[i]
 * group i, with a NULL pointer where it took no part; at most `n` are set.
 */
enum regex_result regex_find(
	struct regex *re, struct str text, size_t from, struct str *groups, size_t n);

/* The same behind a match of nothing at `from`: another such match at that place does not count. */
enum regex_result regex_find_on(
	struct regex *re, struct str text, size_t from, struct str *groups, size_t n);

/* How many groups there are, the whole match counted, and the name of one (empty when it has none).
 */
size_t regex_groups(const struct regex *re);
struct str regex_group_name(const struct regex *re, size_t group);

void regex_free(struct regex *re);

#endif
