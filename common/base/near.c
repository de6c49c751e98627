#include "base/near.h"
#include "base/utf8.h"

enum { LETTERS_MAX = 64 };

static size_t letters(struct str s, uint32_t out[LETTERS_MAX])
{
	size_t n = 0, len;
	for (; s.n; s = str_from(s, len)) {
		if (n == LETTERS_MAX)
			return LETTERS_MAX + 1;
		uint32_t cp = utf8_decode(s, &len);
		out[n++] = cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	}
	return n;
}

static size_t min3(size_t a, size_t b, size_t c)
{
	size_t m = a < b ? a : b;
	return m < c ? m : c;
}

size_t near_distance(struct str a, struct str b, size_t limit)
{
	uint32_t x[LETTERS_MAX], y[LETTERS_MAX];
	size_t rows[3][LETTERS_MAX + 1];
	size_t nx = letters(a, x), ny = letters(b, y);
	if (nx > LETTERS_MAX || ny > LETTERS_MAX || (nx > ny ? nx - ny : ny - nx) > limit)
		return limit + 1;
	size_t *before = rows[0], *above = rows[1], *row = rows[2];
	for (size_t j = 0; j <= ny; j++)
		row[j] = j;
	for (size_t i = 1; i <= nx; i++) {
		size_t *free_row = before;
		before = above;
		above = row;
		row = free_row;
		row[0] = i;
		for (size_t j = 1; j <= ny; j++) {
			size_t same = x[i - 1] == y[j - 1] ? 0 : 1;
			row[j] = min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + same);
			if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1] &&
				before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
	}
	return row[ny] <= limit ? row[ny] : limit + 1;
}

size_t near_find(struct str word, const struct str *words, size_t n)
{
	size_t limit = utf8_length(word) < 5 ? 1 : 2;
	size_t best = n, best_distance = limit + 1;
	for (size_t i = 0; i < n; i++) {
		size_t d = near_distance(word, words[i], limit);
		if (d < best_distance) {
			best = i;
			best_distance = d;
		}
	}
	return best;
}

void near_suggest(struct str word, const struct str *words, size_t n, struct buf *why)
{
	size_t near = near_find(word, words, n);
	if (near < n)
		buf_fmt(why, " (did you mean '" STR_FMT "'?)", STR_ARG(words[near]));
}
