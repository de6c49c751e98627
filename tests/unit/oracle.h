/*
 * oracle: cases of tests/cases/names, one a line, and how many of them come out right. TESTDIR
 * (default "tests") is where the folder cases/ is.
 */
#ifndef KOOP_TESTS_ORACLE_H
#define KOOP_TESTS_ORACLE_H

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/str.h"
#include "check.h"

enum { ORACLE_CELLS = 4 };

/* Per cent that must be right; a test may ask for more. */
#ifndef ORACLE_FLOOR
#define ORACLE_FLOOR 90
#endif

/* What comes out for a case, to be compared with its second cell. `cells` are those of its line. */
typedef struct str (*oracle_answer)(const struct str *cells);

static inline struct buf oracle_load(const char *name)
{
	struct buf text = {0};
	char block[4096], path[512];
	const char *folder = getenv("TESTDIR");
	snprintf(path, sizeof path, "%s/cases/names/%s.tsv", folder ? folder : "tests", name);
	FILE *f = fopen(path, "r");
	for (size_t n; f && (n = fread(block, 1, sizeof block, f)) > 0;)
		buf_add(&text, block, n);
	if (f)
		fclose(f);
	else
		printf("%s: cannot be read\n", path);
	return text;
}

static inline void oracle_score(const char *name, oracle_answer answer)
{
	struct buf text = oracle_load(name);
	struct str rest = buf_str(&text), line;
	size_t right = 0, all = 0;
	str_split(&rest, '\n', &line);
	while (str_split(&rest, '\n', &line)) {
		struct str cells[ORACLE_CELLS] = {0}, cut = line;
		for (size_t i = 0; i < ORACLE_CELLS && str_split(&cut, '\t', &cells[i]); i++)
			;
		if (line.n == 0)
			continue;
		struct str got = answer(cells);
		all++;
		if (str_eq(got, cells[1]))
			right++;
		else
			printf("%s: '" STR_FMT "' is '" STR_FMT "', not '" STR_FMT "'\n", name,
				STR_ARG(cells[0]), STR_ARG(cells[1]), STR_ARG(got));
	}
	printf("%s: %zu/%zu (%.1f %%)\n", name, right, all,
		all ? 100.0 * (double)right / (double)all : 0.0);
	CHECK(all > 0 && right * 100 >= all * ORACLE_FLOOR);
	buf_release(&text);
}

#endif
