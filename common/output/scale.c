#include <math.h>

#include "output/scale.h"

static const double SMALLEST = 1e-100; /* range that is told from none */

static double round_step(double rough)
{
	double power = pow(10, floor(log10(rough))), part = rough / power;
	return (part <= 1.0000001 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10) * power;
}

static int decimals_of(double step)
{
	int n = (int)ceil(-log10(step) - 1e-9);
	return n < 0 ? 0 : n > 15 ? 15 : n;
}

struct scale scale_make(double low, double high, int marks, bool whole)
{
	if (!(high > low)) {
		high = low > 0 ? low : low < 0 ? 0 : 1;
		low = low < 0 ? low : 0;
	}
	struct scale s = {.step = round_step(fmax(high - low, SMALLEST) / marks)};
	if (whole && s.step < 1)
		s.step = 1;
	s.low = floor(low / s.step + 1e-9) * s.step;
	s.high = ceil(high / s.step - 1e-9) * s.step;
	if (!(s.high > s.low))
		s.high = s.low + s.step;
	s.decimals = decimals_of(s.step);
	return s;
}

int scale_count(const struct scale *s)
{
	return (int)(s->high / s->step - s->low / s->step + 1.5);
}

double scale_mark(const struct scale *s, int i)
{
	return (round(s->low / s->step) + i) * s->step;
}

double scale_at(const struct scale *s, double value)
{
	return s->from + s->span * ((value - s->low) / (s->high - s->low));
}
