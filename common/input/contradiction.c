#include "input/contradiction.h"
#include "record/list.h"
#include "term/citizen.h"
#include "term/country.h"

#define NOTHING ((struct str){NULL, 0})

/* What speaks against the country: a value of a column, and what it tells. */
struct witness {
	struct str column, value, country;
};

void contradiction_init(
	struct contradiction *c, const struct header *input, struct hometowns *towns)
{
	*c = (struct contradiction){
		.towns = towns,
		.city = header_find(input, STR("city")),
		.url = header_find(input, STR("url")),
		.phone = header_find(input, STR("phone")),
		.city_name = STR("city"),
	};
	if (c->city == COLUMN_NONE) {
		c->city = header_find(input, STR("place"));
		c->city_name = STR("place");
	}
	if (c->city == COLUMN_NONE) {
		c->city = header_find(input, STR("postcode"));
		c->city_name = STR("postcode");
	}
}

/* Yugoslavia, and Serbia and Montenegro, are in their places what others are today. */
static bool is_gone(struct str country)
{
	return str_eq(country, STR("YU")) || str_eq(country, STR("CS"));
}

/* A register of Serbia may list what is in Kosovo. */
static bool contradicts(struct str stated, struct str told)
{
	return told.n && !str_eq(stated, told) &&
	       !(str_eq(stated, STR("RS")) && str_eq(told, STR("XK")));
}

typedef bool teller(struct str text, struct country *found);

/* The first item of a list, where all tell a country and none tells the stated one. */
static bool none_fits(struct str list, teller *tell, struct str stated, struct witness *w)
{
	struct country told;
	struct str item;
	bool any = false;
	while (list_next(&list, &item)) {
		if (!tell(item, &told) || told.ambiguous || !contradicts(stated, told.code))
			return false;
		if (!any)
			w->value = item;
		if (!any)
			w->country = told.code;
		any = true;
	}
	return any;
}

/* The telephone numbers of Kosovo began with those of Serbia, Slovenia and Monaco till 2018. */
static bool is_old_kosovar(struct str stated, struct str told)
{
	return str_eq(stated, STR("XK")) && (str_eq(told, STR("RS")) || str_eq(told, STR("SI")));
}

/* The value of a column where it is what it should be. */
static struct str value_of(const struct normal *values, long column)
{
	if (column == COLUMN_NONE)
		return NOTHING;
	const struct normal *value = &values[column];
	bool known = value->outcome == OUTCOME_SAME || value->outcome == OUTCOME_CHANGED;
	return known ? value->text : NOTHING;
}

static size_t find_witnesses(struct contradiction *c, const struct row *row,
	const struct normal *values, struct str stated, struct witness *w)
{
	size_t n = 0;
	bool near = country_is_of_region(stated);
	if (near && c->city != COLUMN_NONE) {
		struct str city = row->fields[c->city];
		struct str told = city.n ? hometown_of(c->towns, city)->country : NOTHING;
		if (contradicts(stated, told))
			w[n++] = (struct witness){c->city_name, str_trim(city), told};
	}
	w[n].column = STR("phone");
	if (none_fits(value_of(values, c->phone), country_of_phone, stated, &w[n]))
		n += !is_old_kosovar(stated, w[n].country);
	w[n].column = STR("url");
	if (near && !str_eq(stated, STR("XK")))
		n += none_fits(value_of(values, c->url), country_of_domain, stated, &w[n]);
	return n;
}

static void report(const struct witness *w, size_t n, struct str stated, const struct pos *pos,
	struct arena *arena)
{
	struct str value = citizen_mask(w->value, arena), more = NOTHING;
	for (size_t i = 1; i < n; i++) {
		struct str other = citizen_mask(w[i].value, arena);
		more = arena_fmt(arena, STR_FMT ", " STR_FMT " '" STR_FMT "' (" STR_FMT ")",
			STR_ARG(more), STR_ARG(w[i].column), STR_ARG(other), STR_ARG(w[i].country));
	}
	warn_at(pos,
		"country " STR_FMT " contradicted by " STR_FMT " '" STR_FMT "' (" STR_FMT
		")" STR_FMT,
		STR_ARG(stated), STR_ARG(w->column), STR_ARG(value), STR_ARG(w->country),
		STR_ARG(more));
}

void contradiction_check(struct contradiction *c, const struct row *row,
	const struct normal *values, const struct normal *country, struct arena *arena)
{
	struct witness witnesses[3];
	bool known = country->outcome == OUTCOME_SAME || country->outcome == OUTCOME_CHANGED;
	bool doubtful = country->remark && country->remark->doubtful;
	if (!known || doubtful || country->text.n != 2 || is_gone(country->text))
		return;
	size_t n = find_witnesses(c, row, values, country->text, witnesses);
	c->n += n > 0;
	if (n)
		report(witnesses, n, country->text, &row->pos, arena);
}
