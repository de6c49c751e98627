/*
 * A country that is found has a name, and its code finds it again; fields are a strict list that
 * reads back as itself; a heading that was renamed is not renamed to something else again; a town
 * that is found is one of its country, and is found by its name.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "record/list.h"
#include "term/country.h"
#include "term/field.h"
#include "term/heading.h"
#include "term/town.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_country(struct str text)
{
	struct country c, again;
	if (!country_find(text, STR(""), &c))
		return;
	require(c.code.n == 2 && country_name(c.code, STR("mk")).n > 0);
	require(c.region.n == 0 || str_starts(c.region, c.code));
	require(country_find(text, STR(""), &again) && str_eq(again.code, c.code));
	/* the code alone may be ambiguous, but it is a country */
	require(country_find(c.code, STR(""), &again));
}

static void check_town(struct str text)
{
	struct town t, again;
	if (!town_find(text, STR(""), &t))
		return;
	require(t.name.n && t.country.n == 2);
	require(town_find(t.name, t.country, &again) && str_eq(again.country, t.country));
	require(town_find(text, t.country, &again) && !again.ambiguous);
}

static void check_fields(struct str text, struct arena *arena)
{
	struct buf codes = {0}, again = {0};
	struct list list = {0};
	struct str unknown;
	size_t n = field_read(text, &codes, &unknown, arena);
	require((n == 0) == (unknown.n == 0));
	list_split(&list, buf_str(&codes));
	list_join(&again, &list);
	require(str_eq(buf_str(&codes), buf_str(&again)));
	if (n == 0) {
		buf_clear(&again);
		require(field_read(buf_str(&codes), &again, &unknown, arena) == 0);
		require(str_eq(buf_str(&codes), buf_str(&again)));
	}
	list_release(&list);
	buf_release(&codes);
	buf_release(&again);
}

static void check_heading(struct str text, struct str type)
{
	struct str column = heading_find(text, type);
	struct str again = heading_find(column, type);
	require(again.n == 0 || str_eq(again, column) || str_eq(column, STR("funder")));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena arena;
	struct str text = {(const char *)data, size};
	if (!utf8_valid(text))
		return 0;
	check_town(text);
	check_country(text);
	check_fields(text, &arena);
	check_heading(text, STR("member"));
	check_heading(text, STR("activity"));
	arena_reset(&arena);
	return 0;
}
