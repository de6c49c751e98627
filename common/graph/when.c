#include <stdlib.h>

#include "base/mem.h"
#include "date/edtf.h"
#include "graph/when.h"

static const int PER_YEAR[] = {1, 1, 4, 12};

static bool narrow(struct when *when, const char *text, bool from, bool to)
{
	struct edtf date;
	if (!edtf_parse(str_of(text), &date))
		return false;
	if (!when->windowed)
		when->window = (struct days){DAY_MIN, DAY_MAX};
	when->windowed = true;
	if (from && date.first > when->window.first)
		when->window.first = date.first;
	if (to && date.last < when->window.last)
		when->window.last = date.last;
	return when->window.first <= when->window.last;
}

bool when_as_of(struct when *when, const char *date)
{
	return narrow(when, date, true, true);
}

bool when_from(struct when *when, const char *date)
{
	return narrow(when, date, true, false);
}

bool when_to(struct when *when, const char *date)
{
	return narrow(when, date, false, true);
}

static bool has(const struct header *h, const char *name)
{
	return header_find(h, str_of(name)) != COLUMN_NONE;
}

/* Of memberships the standard columns say from when to when. */
void dated_begin(struct dated *dated, const struct header *h)
{
	const struct when *when = dated->when;
	const char *begin = when->date, *end = when->date_end;
	dated->date = dated->date_end = COLUMN_NONE;
	if (!when->windowed && !when->unit && !when->spans)
		return;
	if (!begin && !has(h, "date") && has(h, "valid_from")) {
		begin = "valid_from";
		end = !end && has(h, "valid_to") ? "valid_to" : end;
	}
	begin = begin ? begin : "date";
	if (when->windowed || when->unit || when->date)
		dated->date = (long)header_need(h, str_of(begin));
	else
		dated->date = header_find(h, str_of(begin));
	if (end)
		dated->date_end = (long)header_need(h, str_of(end));
}

/* False, and said, when the text is there but no date. */
static bool read_date(struct str text, const struct pos *pos, struct edtf *date)
{
	if (edtf_parse(text, date))
		return true;
	warn_at(pos, "'" STR_FMT "' is not a date", STR_ARG(text));
	return false;
}

enum dating dated_row(
	const struct dated *dated, const struct record *rec, struct arena *arena, struct days *days)
{
	struct edtf date, end;
	*days = (struct days){DAY_MIN, DAY_MAX};
	if (dated->date == COLUMN_NONE)
		return DATING_IN;
	const struct when *when = dated->when;
	bool needed = when->windowed || when->unit;
	struct str text = record_value(rec, (size_t)dated->date, arena), until = {0};
	*days = DAYS_NONE;
	if (dated->date_end != COLUMN_NONE)
		until = record_value(rec, (size_t)dated->date_end, arena);
	if (!text.n && needed)
		warn_at(&rec->pos, "a row without a date is at no time");
	if (!text.n || !read_date(text, &rec->pos, &date) ||
		(until.n && !read_date(until, &rec->pos, &end)))
		return needed ? DATING_REFUSED : DATING_IN;
	int32_t last = dated->date_end == COLUMN_NONE ? date.last : until.n ? end.last : DAY_MAX;
	if (last < date.first) {
		warn_at(&rec->pos, "'" STR_FMT "' ends before it begins", STR_ARG(until));
		return needed ? DATING_REFUSED : DATING_IN;
	}
	*days = (struct days){date.first, last};
	if (when->windowed && (days->last < when->window.first || days->first > when->window.last))
		return DATING_OUTSIDE;
	return DATING_IN;
}

void dated_keep(struct dated *dated, struct days days)
{
	if (!dated->when->unit && (!dated->when->spans || dated->date == COLUMN_NONE))
		return;
	dated->days = mem_grow(dated->days, dated->n, &dated->cap, sizeof *dated->days);
	dated->days[dated->n++] = days;
}

static int slice_of(enum slice_unit unit, int32_t day)
{
	int year, month, mday, per = PER_YEAR[unit];
	day_split(day, &year, &month, &mday);
	return year * per + (month - 1) * per / 12;
}

static int year_of_slice(int slice, int per)
{
	return (slice - (slice % per + per) % per) / per;
}

static int32_t first_day(enum slice_unit unit, int slice)
{
	int per = PER_YEAR[unit], year = year_of_slice(slice, per);
	return day_of(year, (slice - year * per) * 12 / per + 1, 1);
}

/* The days that are known to lie in time, of the rows and of the window. */
static void widen(struct days *known, int32_t day, const struct when *when)
{
	if (day == DAY_MIN || day == DAY_MAX)
		return;
	if (when->windowed && day < when->window.first)
		day = when->window.first;
	if (when->windowed && day > when->window.last)
		day = when->window.last;
	if (day < known->first)
		known->first = day;
	if (day > known->last)
		known->last = day;
}

size_t dated_slices(const struct dated *dated, int *first)
{
	struct days known = {DAY_MAX, DAY_MIN};
	for (size_t i = 0; i < dated->n; i++) {
		widen(&known, dated->days[i].first, dated->when);
		widen(&known, dated->days[i].last, dated->when);
	}
	if (known.first > known.last)
		return 0;
	*first = slice_of(dated->when->unit, known.first);
	return (size_t)(slice_of(dated->when->unit, known.last) - *first + 1);
}

bool dated_in_slice(const struct dated *dated, size_t i, int slice)
{
	const struct days *days = &dated->days[i];
	enum slice_unit unit = dated->when->unit;
	return days->first < first_day(unit, slice + 1) &&
	       (dated->when->cumulative || days->last >= first_day(unit, slice));
}

void slice_format(struct buf *out, enum slice_unit unit, int slice)
{
	int per = PER_YEAR[unit], year = year_of_slice(slice, per), part = slice - year * per + 1;
	buf_fmt(out, "%s%04d", year < 0 ? "-" : "", abs(year));
	if (unit == SLICE_QUARTER)
		buf_fmt(out, "-Q%d", part);
	if (unit == SLICE_MONTH)
		buf_fmt(out, "-%02d", part);
}

void dated_release(struct dated *dated)
{
	free(dated->days);
	*dated = (struct dated){0};
}
