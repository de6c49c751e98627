/*
 * What is read as a date is EDTF of plausible years, and reading that again gives the same.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "date/dateread.h"
#include "date/edtf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check(struct str text, struct str lang)
{
	static struct arena arena;
	struct str edtf, again;
	struct edtf d;
	enum dateread how = date_read(text, lang, &arena, &edtf);
	require((how == DATEREAD_OK) == (edtf.n > 0));
	struct str day = date_read_day(text, &arena);
	require(day.n == 0 || (how == DATEREAD_OK && str_eq(day, edtf)));
	if (how == DATEREAD_OK) {
		require(edtf_parse(edtf, &d));
		require(d.open_start || d.first >= day_of(1800, 1, 1));
		require(d.open_end || d.last <= day_of(2101, 3, 1));
		require(date_read(edtf, lang, &arena, &again) == DATEREAD_OK &&
			str_eq(again, edtf));
	}
	arena_reset(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	if (!utf8_valid(text))
		return 0;
	check(text, STR(""));
	check(text, STR("sl"));
	check(text, STR("sr-Latn"));
	return 0;
}
