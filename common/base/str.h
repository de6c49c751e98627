/*
 * str: a view of bytes that somebody else owns.
 *
 * A struct str is not NUL-ended and owns nothing: it points into a block of the reader, an arena or
 * a literal, and lives as long as that does. An empty view may have a NULL pointer. All comparing
 * is by bytes, so that no result depends on a locale. Every function here is O(n).
 */
#ifndef KOOP_BASE_STR_H
#define KOOP_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct str {
	const char *p;
	size_t n;
};

/* A view of a string literal. */
/* clang-format off */
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_CONST(literal) {(literal), sizeof(literal) - 1}
/* clang-format on */

/*
 * For printf-like functions: printf("'" STR_FMT "'", STR_ARG(s)). Long values are cut at 200 bytes.
 */
#define STR_FMT    "%.*s"
#define STR_ARG(s) (int)((s).n < 200 ? (s).n : 200), ((s).n ? (s).p : "")

/* A view of a NUL-ended string; NULL gives the empty view. */
static inline struct str str_of(const char *s)
{
	return (struct str){s, s ? strlen(s) : 0};
}

/* The first byte spares most calls. */
static inline bool str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || (*a.p == *b.p && memcmp(a.p, b.p, a.n) == 0));
}

/* <0, 0, >0 by unsigned bytes; a prefix comes before what it begins. */
static inline int str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int d = n ? memcmp(a.p, b.p, n) : 0;
	return d ? d : (a.n > b.n) - (a.n < b.n);
}

static inline bool str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && (prefix.n == 0 || memcmp(s.p, prefix.p, prefix.n) == 0);
}

static inline bool str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n &&
	       (suffix.n == 0 || memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0);
}

/* The part of s from byte `from` on; from <= s.n. */
static inline struct str str_from(struct str s, size_t from)
{
	return s.n ? (struct str){s.p + from, s.n - from} : s;
}

/* The first n bytes of s, or all of it. */
static inline struct str str_head(struct str s, size_t n)
{
	return (struct str){s.p, n < s.n ? n : s.n};
}

/* Where c is first, or s.n. */
size_t str_index(struct str s, char c);

/* Where the bytes of needle begin first, or s.n when they do not occur. */
size_t str_find(struct str s, struct str needle);

/* Without the blanks and tabs (ASCII only) at both ends. */
struct str str_trim(struct str s);

/*
 * Cuts *rest at the first `sep`: what stood before it goes to *part, what follows stays in *rest.
 * False when nothing is left, which is when rest->p is NULL. "a,,b" gives three parts, "a," two, ""
 * one.
 */
bool str_split(struct str *rest, char sep, struct str *part);

/* Cuts off *rest what stands before the first of n separators, and that too; of separators at one
 * place the first in the list counts. False when *rest is empty. */
bool str_cut(struct str *rest, const struct str *separators, size_t n, struct str *part);

/* Equal but for the case of ASCII letters. */
bool str_eq_ascii_case(struct str a, struct str b);

/* Comparison function for qsort over an array of struct str. */
int str_cmp_qsort(const void *a, const void *b);

#endif
