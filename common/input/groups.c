#include "input/groups.h"
#include "term/heading.h"

enum { KNOWN_LEAST = 3, YEAR_DIGITS = 4, GROUP_MOST = 60 /* bytes */ };

/* Digits and addresses stand in records. */
static bool may_be_heading(struct str above, struct str cell, struct str type)
{
	if (cell.n == 0) /* trailing delimiters, or a heading in the upper line */
		return above.n == 0 || heading_find(above, type).n > 0;
	for (size_t i = 0; i < cell.n; i++)
		if ((cell.p[i] >= '0' && cell.p[i] <= '9') || cell.p[i] == '@')
			return false;
	return true;
}

static size_t known_headings(const struct row *row, struct str type)
{
	size_t n = 0;
	for (size_t i = 0; i < row->n; i++)
		n += heading_find(str_trim(row->fields[i]), type).n > 0;
	return n;
}

/* Words, or a year; what has both letters and digits is rather a title with a date. */
static bool may_be_group(struct str cell)
{
	size_t digits = 0, others = 0;
	for (size_t i = 0; i < cell.n; i++) {
		bool digit = cell.p[i] >= '0' && cell.p[i] <= '9';
		digits += digit;
		others += !digit && !strchr(" .-/", cell.p[i]);
		if (cell.p[i] == ':' || cell.p[i] == '@')
			return false;
	}
	return cell.n <= GROUP_MOST && (digits == 0 || (others == 0 && digits == YEAR_DIGITS));
}

/*
 * Does it have several cells, one of which spans cells to its right? A single one is rather a
 * title, unless it is a known heading.
 */
static bool may_be_groups(const struct row *upper, struct str type)
{
	size_t filled = 0, known = 0;
	bool spans = false;
	for (size_t i = 0; i < upper->n; i++) {
		struct str cell = str_trim(upper->fields[i]);
		spans |= filled && cell.n == 0;
		filled += cell.n > 0;
		known += cell.n && heading_find(cell, type).n;
		if (!may_be_group(cell))
			return false;
	}
	return spans && (filled > 1 || known);
}

bool groups_stand_above(
	const struct row *upper, const struct row *lower, const struct row *next, struct str type)
{
	if (upper->n != lower->n || !may_be_groups(upper, type))
		return false;
	for (size_t i = 0; i < lower->n; i++)
		if (!may_be_heading(str_trim(upper->fields[i]), str_trim(lower->fields[i]), type))
			return false;
	size_t known = known_headings(lower, type), filled = 0;
	for (size_t i = 0; i < lower->n; i++)
		filled += str_trim(lower->fields[i]).n > 0;
	return known >= KNOWN_LEAST && 2 * known >= filled && known > known_headings(upper, type) &&
	       3 * known_headings(next, type) < known;
}
