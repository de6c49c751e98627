#include <stdint.h>

#include "base/utf8.h"
#include "text/similar.h"
#include "text/text.h"

static size_t letters(struct str s, uint32_t out[static SIMILAR_MAX])
{
	size_t n = 0, len;
	for (; s.n && n < SIMILAR_MAX; s = str_from(s, len))
		out[n++] = utf8_decode(s, &len);
	return n;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Three rows of the table of distances between beginnings: this one, the last, and the one before.
 */
static size_t distance(const uint32_t *x, size_t nx, const uint32_t *y, size_t ny)
{
	size_t rows[3][SIMILAR_MAX + 1];
	size_t *before = rows[0], *last = rows[1], *now = rows[2];
	for (size_t j = 0; j <= ny; j++)
		last[j] = j;
	for (size_t i = 1; i <= nx; i++) {
		now[0] = i;
		for (size_t j = 1; j <= ny; j++) {
			size_t d = last[j - 1] + (x[i - 1] != y[j - 1]);
			d = least(d, least(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1])
				d = least(d, before[j - 2] + 1);
			now[j] = d;
		}
		size_t *free_row = before;
		before = last;
		last = now;
		now = free_row;
	}
	return last[ny];
}

double text_similar(struct str a, struct str b, struct arena *arena)
{
	uint32_t x[SIMILAR_MAX], y[SIMILAR_MAX];
	size_t nx = letters(text_fold(a, arena), x), ny = letters(text_fold(b, arena), y);
	size_t longer = nx > ny ? nx : ny;
	return longer ? 1 - (double)distance(x, nx, y, ny) / (double)longer : 1;
}
