#include <stdlib.h>

#include "base/mem.h"
#include "input/hometown.h"

enum { SEEN_MAX = 1 << 14, SEEN_BYTES = 64 };

static struct hometown look_up(struct str city)
{
	struct hometown home = {0};
	struct town plain;
	home.found = town_find(city, STR(""), &home.town);
	if (town_find_plain(city, &plain))
		home.country = plain.country;
	return home;
}

const struct hometown *hometown_of(struct hometowns *h, struct str city)
{
	size_t before = h->seen.n;
	uint32_t number = INTERN_NONE;
	if (city.n <= SEEN_BYTES)
		number = intern_add_some(&h->seen, city, SEEN_MAX);
	if (number == INTERN_NONE) {
		h->last = look_up(city);
		return &h->last;
	}
	if (number >= before) {
		h->answers = mem_grow(h->answers, number, &h->cap, sizeof *h->answers);
		h->answers[number] = look_up(city);
	}
	return &h->answers[number];
}

void hometowns_release(struct hometowns *h)
{
	intern_release(&h->seen);
	free(h->answers);
	*h = (struct hometowns){0};
}
