#include <math.h>

#include "stats/compare.h"

bool comparison_parse(struct str text, enum period_unit unit, struct comparison *c)
{
	*c = (struct comparison){.with = COMPARE_NAMED};
	if (str_eq(text, STR("previous")))
		c->with = COMPARE_PREVIOUS;
	else if (str_eq(text, STR("year-before")))
		c->with = COMPARE_YEAR_BEFORE;
	else
		return period_read(text, unit, &c->period);
	return true;
}

static int other_period(const struct comparison *c, int period, enum period_unit unit)
{
	if (c->with == COMPARE_NAMED)
		return c->period;
	return period - (c->with == COMPARE_PREVIOUS ? 1 : periods_per_year(unit));
}

bool comparison_base(
	const struct comparison *c, const struct axis *a, uint32_t code, uint32_t *base)
{
	int period;
	if (!period_read(intern_text(&a->values, code), a->rule.unit, &period))
		return false;
	period = other_period(c, period, a->rule.unit);
	if (period < a->first || period > a->last)
		return false;
	struct buf label = {0};
	period_format(&label, a->rule.unit, period);
	*base = intern_find(&a->values, buf_str(&label));
	buf_release(&label);
	return true;
}

double comparison_percent(double value, double base)
{
	return base > 0 ? 100 * (value - base) / base : NAN;
}
