/*
 * What parses has ordered bounds, and its comparisons agree with one another: of before, same and
 * after exactly one is certain or several are possible, and the mirror image says the same.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/str.h"
#include "date/edtf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void check_bounds(const struct edtf *d)
{
	require(d->first <= d->last);
	require(d->first <= d->first_latest && d->first_latest <= d->last);
	require(d->first <= d->last_earliest && d->last_earliest <= d->last);
	require(d->interval || (d->first_latest == d->last && d->last_earliest == d->first));
}

static void check_pair(const struct edtf *a, const struct edtf *b)
{
	enum truth before = edtf_compare(a, DATE_BEFORE, b), after = edtf_compare(a, DATE_AFTER, b);
	enum truth same = edtf_compare(a, DATE_SAME, b);
	int certain = (before == TRUTH_YES) + (same == TRUTH_YES) + (after == TRUTH_YES);
	int possible =
		(before == TRUTH_POSSIBLE) + (same == TRUTH_POSSIBLE) + (after == TRUTH_POSSIBLE);
	require(certain == 1 ? possible == 0 : certain == 0 && possible >= 2);
	require(before == edtf_compare(b, DATE_AFTER, a) && same == edtf_compare(b, DATE_SAME, a));
	require((int)edtf_compare(a, DATE_NOT_BEFORE, b) == TRUTH_YES - (int)before);
	require((int)edtf_compare(a, DATE_NOT_AFTER, b) == TRUTH_YES - (int)after);
}

/* The input is two dates, with a line end between them. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	size_t cut = str_index(text, '\n');
	struct edtf a, b;
	if (!edtf_parse(str_head(text, cut), &a))
		return 0;
	if (cut == size || !edtf_parse(str_from(text, cut + 1), &b))
		b = a;
	check_bounds(&a);
	check_bounds(&b);
	for (int i = 0; i < 9; i++) {
		struct edtf x = edtf_as(a, (enum date_kind)(i % 3)),
			    y = edtf_as(b, (enum date_kind)(i / 3));
		check_bounds(&x);
		check_pair(&x, &y);
	}
	return 0;
}
