#include <math.h>

#include "stats/sensitive.h"

bool sensitive_rules(const struct disclosure *d)
{
	return d->suppress || d->dominant || d->ppercent > 0;
}

bool sensitive_proof(const struct disclosure *d)
{
	return sensitive_rules(d) && (d->complementary || d->audit);
}

size_t sensitive_largest(const struct disclosure *d)
{
	size_t n = d->dominant;
	return d->ppercent > 0 && n < 2 ? 2 : n;
}

unsigned sensitive_count(const struct disclosure *d, uint64_t n)
{
	return n > 0 && n < d->suppress ? FLAG_FREQ : 0;
}

static quad sum_of_largest(const struct magnitude *m, uint64_t n)
{
	quad sum = 0;
	for (uint64_t i = 0; i < n && i < m->n; i++)
		sum += m->largest[i];
	return sum;
}

unsigned sensitive_sum(const struct disclosure *d, const struct magnitude *m)
{
	unsigned flags = 0;
	if (m->n == 0)
		return 0;
	if (d->dominant && 100 * sum_of_largest(m, d->dominant) > d->dominance * m->total)
		flags |= FLAG_NK;
	if (d->ppercent > 0 &&
		100 * (m->total - sum_of_largest(m, 2)) < (quad)d->ppercent * m->largest[0])
		flags |= FLAG_P;
	return flags;
}

quad sensitive_protection(const struct disclosure *d, const struct magnitude *m)
{
	quad size = m->total < 0 ? -m->total : m->total;
	quad level = size * (d->ppercent > 0 ? d->ppercent : 10) / 100;
	if (d->dominant) {
		quad more = 100 * sum_of_largest(m, d->dominant) / d->dominance - m->total;
		if (more > level)
			level = more;
	}
	return level;
}

void sensitive_words(struct buf *out, unsigned flags)
{
	static const char *const words[] = {"freq", "nk", "p", "secondary"};
	bool any = false;
	for (unsigned i = 0; i < sizeof words / sizeof *words; i++)
		if (flags & 1u << i) {
			if (any)
				buf_putc(out, ',');
			buf_puts(out, words[i]);
			any = true;
		}
}
