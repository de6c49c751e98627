/*
 * The input is a pattern and a text, with a line end between them. In brackets, where no literal is
 * looked for first, the pattern answers the same; and what is found lies inside the text.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "regex/regex.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { GROUPS = 4 };

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_groups(struct regex *re, struct str text, enum regex_result expected)
{
	struct str groups[GROUPS];
	if (regex_find(re, text, 0, groups, GROUPS) != REGEX_YES)
		return;
	require(expected != REGEX_NO && groups[0].p);
	for (size_t i = 0; i < GROUPS && i < regex_groups(re); i++)
		if (groups[i].p)
			require(groups[i].p >= text.p &&
				groups[i].p + groups[i].n <= text.p + text.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str all = {(const char *)data, size}, pattern = str_head(all, str_index(all, '\n'));
	struct str text = pattern.n < size ? str_from(all, pattern.n + 1) : STR("");
	struct buf wrapped = {0};
	struct regex_error error;
	if (!utf8_valid(all))
		return 0;
	buf_puts(&wrapped, "(?:");
	buf_addstr(&wrapped, pattern);
	buf_putc(&wrapped, ')');
	for (unsigned flags = 0; flags <= REGEX_CASELESS; flags++) {
		struct regex *re = regex_compile(pattern, flags, &error);
		struct regex *slow = regex_compile(buf_str(&wrapped), flags, &error);
		if (re && slow) {
			enum regex_result a = regex_match(re, text), b = regex_match(slow, text);
			require(a == b || a == REGEX_LIMIT || b == REGEX_LIMIT);
			check_groups(re, text, a);
		}
		regex_free(re);
		regex_free(slow);
	}
	buf_release(&wrapped);
	return 0;
}
