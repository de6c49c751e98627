/*
 * Whatever valid text is mended, the result is valid UTF-8, and mending it again changes nothing;
 * a cause is told exactly where something changed.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "text/mojibake.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct mojibake what;
	struct str s = {(const char *)data, size};
	if (utf8_valid(s)) {
		struct str once = mojibake_mend(s, &what, &arena);
		require(utf8_valid(once));
		require(!what.encoding == str_eq(once, s));
		struct str twice = mojibake_mend(once, &what, &arena);
		require(!what.encoding && str_eq(twice, once));
	}
	arena_release(&arena);
	return 0;
}
