/*
 * check: the few lines that unit tests need. A test program is functions with CHECKs and one
 * `return check_summary("name");` at the end of main.
 */
#ifndef KOOP_TESTS_CHECK_H
#define KOOP_TESTS_CHECK_H

#include <stdio.h>

#include "base/str.h"

static int check_passed, check_failed;

#define CHECK(condition)                                                                           \
	((condition) ? (void)check_passed++                                                        \
		     : (void)(check_failed++,                                                      \
			       printf("%s:%d: failed: %s\n", __FILE__, __LINE__, #condition)))

/* The two texts are equal; both are shown when they are not. */
#define CHECK_STR(got, want) check_str(__FILE__, __LINE__, (got), (want))

static inline void check_str(const char *file, int line, struct str got, struct str want)
{
	if (str_eq(got, want)) {
		check_passed++;
		return;
	}
	check_failed++;
	printf("%s:%d: got '%.*s', want '%.*s'\n", file, line, (int)got.n, got.n ? got.p : "",
		(int)want.n, want.n ? want.p : "");
}

static inline int check_summary(const char *name)
{
	printf("%s: %d passed, %d failed\n", name, check_passed, check_failed);
	return check_failed != 0;
}

#endif
