#include "input/evidence.h"
#include "base/buf.h"
#include "base/diag.h"
#include "term/town.h"

void evidence_init(struct evidence *e, const struct header *input, struct hometowns *towns)
{
	*e = (struct evidence){
		.towns = towns,
		.country = header_find(input, STR("country")),
		.city = header_find(input, STR("city")),
		.url = header_find(input, STR("url")),
		.email = header_find(input, STR("email")),
		.phone = header_find(input, STR("phone")),
	};
	if (e->city == COLUMN_NONE)
		e->city = header_find(input, STR("place"));
	if (e->city == COLUMN_NONE) /* "1000 Ljubljana" */
		e->city = header_find(input, STR("postcode"));
}

bool evidence_any(const struct evidence *e)
{
	return e->city != COLUMN_NONE || e->url != COLUMN_NONE || e->email != COLUMN_NONE ||
	       e->phone != COLUMN_NONE;
}

static struct str field_of(const struct row *row, long column)
{
	return column == COLUMN_NONE ? (struct str){NULL, 0} : row->fields[column];
}

/* What is being decided. */
struct question {
	struct str form; /* in the country's column: several are meant by it; or empty */
	struct str city; /* its town is in several countries; or empty */
};

/* Does a country that something tells agree with what is known? */
static bool suits(const struct question *q, struct country *told)
{
	struct town town;
	enum country_how how = told->how;
	if (told->ambiguous || (q->city.n && !town_find(q->city, told->code, &town)))
		return false;
	if (q->form.n && !country_read_as(q->form, told->code, told))
		return false;
	told->how = how;
	return true;
}

/* A country that the cell names beside the town: "Sarajevo, BiH". */
static bool ask_part(const struct question *q, struct str city, struct country *told)
{
	bool known = country_find(city, STR(""), told) && told->how != COUNTRY_TOWN;
	told->how = COUNTRY_TOWN;
	return known && suits(q, told);
}

static bool ask_city(
	struct hometowns *towns, struct question *q, struct str city, struct country *told)
{
	if (!city.n)
		return false;
	const struct hometown *home = hometown_of(towns, city);
	if (!home->found)
		return ask_part(q, city, told);
	if (home->town.ambiguous) {
		q->city = city;
		return ask_part(q, city, told);
	}
	*told = (struct country){.code = home->town.country, .how = COUNTRY_TOWN};
	return suits(q, told);
}

static bool ask_address(const struct question *q, struct str address, struct country *told)
{
	return address.n && country_of_address(address, told) && suits(q, told);
}

static bool ask(
	const struct evidence *e, const struct row *row, struct question *q, struct country *told)
{
	struct str phone = field_of(row, e->phone);
	return ask_city(e->towns, q, field_of(row, e->city), told) ||
	       ask_address(q, field_of(row, e->url), told) ||
	       ask_address(q, field_of(row, e->email), told) ||
	       (phone.n && country_of_phone(str_trim(phone), told) && suits(q, told));
}

static void set_told(struct normal *answer, struct country told, struct arena *arena)
{
	normal_set(answer, told.code, OUTCOME_CHANGED);
	answer->how = told.how;
	if (told.region.n) {
		struct remark *remark = arena_zero(arena, 1, sizeof *remark);
		remark->region = told.region;
		answer->remark = remark;
	}
}

void evidence_decide(
	struct evidence *e, const struct row *row, struct normal *country, struct arena *arena)
{
	struct question q = {0};
	struct country told;
	bool unknown = country->outcome == OUTCOME_UNKNOWN;
	if (country->ambiguous)
		q.form = field_of(row, e->country);
	if (!unknown && (country->text.n == 0 || country->ambiguous) && ask(e, row, &q, &told))
		set_told(country, told, arena);
	if (unknown || country->text.n == 0 || (country->remark && country->remark->doubtful))
		e->unknown++;
	else
		e->by[country->how]++;
}

void evidence_join(struct evidence *e, const struct evidence *other)
{
	for (size_t how = 0; how < COUNTRY_HOWS; how++)
		e->by[how] += other->by[how];
	e->unknown += other->unknown;
}

void evidence_note(const struct evidence *e)
{
	static const char *const names[] = {"name", "bracket", "part", "stem of the name", "town",
		"web domain", "telephone prefix"};
	_Static_assert(sizeof names / sizeof *names == COUNTRY_HOWS, "a name for each way");
	struct buf line = {0};
	for (size_t how = 0; how < COUNTRY_HOWS; how++)
		if (e->by[how])
			buf_fmt(&line, "%s%zu by %s", line.n ? ", " : "", e->by[how], names[how]);
	diag_note("countries: %s; not decided: %zu", line.n ? buf_cstr(&line) : "none", e->unknown);
	buf_release(&line);
}
