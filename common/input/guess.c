#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "input/guess.h"
#include "text/codepage.h"
#include "text/plausible.h"

enum {
	HIGH = 0x80,
	BYTES = 256,
	HIGHEST_PLANE_ROW =
		0x05, /* the high byte of a UTF-16 unit of Latin, Greek or Cyrillic text */
};

static bool is_ascii_letter(unsigned char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

/* Counting */

/* The first byte of a UTF-8 sequence sets what must follow (RFC 3629, section 4). */
static void utf8_lead(struct census *c, unsigned char byte)
{
	c->tail_low = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
	c->tail_high = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
	c->tail_wanted = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3;
	c->high_seen = true;
	if (byte < 0xC2 || byte > 0xF4) {
		c->utf8_bad++;
		c->tail_wanted = 0;
	}
}

static void count_utf8(struct census *c, unsigned char byte)
{
	if (c->tail_wanted && byte >= c->tail_low && byte <= c->tail_high) {
		c->tail_low = 0x80;
		c->tail_high = 0xBF;
		c->utf8_good += --c->tail_wanted == 0;
		return;
	}
	c->utf8_bad += c->tail_wanted > 0;
	c->tail_wanted = 0;
	if (byte >= HIGH)
		utf8_lead(c, byte);
}

void census_add(struct census *c, const void *bytes, size_t n)
{
	const unsigned char *p = bytes;
	if (!c->pairs)
		c->pairs = mem_zero(BYTES, sizeof *c->pairs);
	for (size_t i = 0; i < n; i++, c->bytes++) {
		if (c->bytes < sizeof c->head)
			c->head[c->bytes] = p[i];
		uint32_t *pair = &c->pairs[c->last][p[i]];
		*pair += *pair != UINT32_MAX;
		c->nuls[c->bytes & 1] += p[i] == 0;
		c->lows[c->bytes & 1] += p[i] <= HIGHEST_PLANE_ROW;
		count_utf8(c, p[i]);
		c->last = p[i];
	}
	if (!c->high_seen)
		yuscii_add(&c->yuscii, (struct str){bytes, n});
}

void census_release(struct census *c)
{
	free(c->pairs);
	*c = (struct census){0};
}

/* Judging */

/* The code pages that are tried; of two that read the bytes alike the earlier is named. */
static const char *const PAGES[] = {"windows-1250", "windows-1251", "ISO-8859-2", "ISO-8859-5",
	"CP852", "CP855", "MAC-CENTRALEUROPE", "MAC-CYRILLIC", "windows-1252", "windows-1253",
	"windows-1254"};
enum { NPAGES = sizeof PAGES / sizeof *PAGES };

/* A page's 256 characters, and for each what it says. */
struct reading {
	struct codepage page;
	struct plausible what[BYTES];
};

static bool reading_init(struct reading *r, const char *page)
{
	if (!codepage_load(&r->page, page))
		return false;
	for (int b = 0; b < BYTES; b++)
		r->what[b] = plausible_character(r->page.cp[b]);
	return true;
}

static double score(const struct census *c, const struct reading *r)
{
	double total = 0;
	for (int a = 0; a < BYTES; a++)
		for (int b = 0; b < BYTES; b++)
			if ((a >= HIGH || b >= HIGH) && c->pairs[a][b])
				total += (double)c->pairs[a][b] *
				         plausible_pair(r->what[a], r->what[b]);
	return total / 10;
}

static bool byte_occurs(const struct census *c, int byte)
{
	for (int a = 0; a < BYTES; a++)
		if (c->pairs[a][byte])
			return true;
	return false;
}

static bool same_reading(const struct census *c, const struct reading *x, const struct reading *y)
{
	for (int b = HIGH; b < BYTES; b++)
		if (x->page.cp[b] != y->page.cp[b] && byte_occurs(c, b))
			return false;
	return true;
}

/* How many bytes the two read differently. */
static double count_different(
	const struct census *c, const struct reading *x, const struct reading *y)
{
	double n = 0;
	for (int a = 0; a < BYTES; a++)
		for (int b = HIGH; b < BYTES; b++)
			n += x->page.cp[b] != y->page.cp[b] ? c->pairs[a][b] : 0;
	return n;
}

/* The best page must speak for itself, and lead the next by a part of what the bytes in dispute
 * could win. */
static bool is_clear(double best, double rival, double disputed)
{
	return best > 0 && best - rival >= 1.5 && best - rival >= 0.25 * disputed;
}

/*
 * "Liège" read as windows-1250 is "Ličge": one letter of South Slavic languages among many that
 * these do not have. Where those are twice as many, only somebody who knows the text can tell.
 */
static bool is_mixed(
	const struct census *c, const struct reading *best, const struct reading *rival)
{
	enum { OWN_WEIGHT = 20 };
	double own = 0, foreign = 0;
	for (int b = HIGH; b < BYTES; b++) {
		struct plausible what = best->what[b];
		double n = 0;
		for (int a = 0; a < BYTES; a++)
			n += c->pairs[a][b];
		if (what.kind != PLAUSIBLE_LATIN)
			continue;
		if (what.weight < OWN_WEIGHT)
			foreign += n;
		else if (best->page.cp[b] != rival->page.cp[b])
			own += n;
	}
	return own > 0 && foreign >= 2 * own;
}

static struct guess guess_page(const struct census *c)
{
	static struct reading readings[NPAGES];
	double scores[NPAGES];
	size_t best = 0, rival = NPAGES;
	for (size_t i = 0; i < NPAGES; i++) {
		scores[i] = reading_init(&readings[i], PAGES[i]) ? score(c, &readings[i]) : -1e300;
		if (scores[i] > scores[best])
			best = i;
	}
	for (size_t i = 0; i < NPAGES; i++)
		if (!same_reading(c, &readings[i], &readings[best]) &&
			(rival == NPAGES || scores[i] > scores[rival]))
			rival = i;
	if (rival == NPAGES)
		return (struct guess){PAGES[best], NULL, scores[best] > 0};
	bool clear = is_clear(
		scores[best], scores[rival], count_different(c, &readings[best], &readings[rival]));
	return (struct guess){PAGES[best], PAGES[rival],
		clear && !is_mixed(c, &readings[best], &readings[rival])};
}

static bool begins_with(const struct census *c, const char *bytes, size_t n)
{
	return c->bytes >= n && memcmp(c->head, bytes, n) == 0;
}

/* Seven-bit text: Cyrillic YUSCII writes Љ Њ Џ as Q W X, which Latin words of the region do not
 * have. */
static bool reads_as_cyrillic(const struct census *c)
{
	double odd = 0, letters = 0;
	for (int a = 0; a < HIGH; a++)
		for (int b = 'A'; b <= 'z'; b++) {
			letters += is_ascii_letter((unsigned char)b) ? c->pairs[a][b] : 0;
			odd += strchr("qwxQWX", b) ? c->pairs[a][b] : 0;
		}
	return odd >= 3 && odd > letters / 200;
}

/* Is the half of the bytes at offsets of this parity the high half of UTF-16 units? */
static bool is_wide(const struct census *c, int parity)
{
	return c->bytes >= 4 && c->nuls[parity] > 0 && c->nuls[!parity] == 0 &&
	       (double)c->lows[parity] >= 0.6 * (double)c->bytes / 2;
}

static struct guess sure(const char *encoding)
{
	return (struct guess){encoding, NULL, true};
}

struct guess census_guess(const struct census *c)
{
	enum { UTF8_BAD_SHARE = 10 };
	if (!c->pairs)
		return sure("UTF-8");
	if (begins_with(c, "\xEF\xBB\xBF", 3))
		return sure("UTF-8");
	if (begins_with(c, "\xFF\xFE", 2))
		return sure("UTF-16LE");
	if (begins_with(c, "\xFE\xFF", 2))
		return sure("UTF-16BE");
	if (is_wide(c, 1))
		return sure("UTF-16LE");
	if (is_wide(c, 0))
		return sure("UTF-16BE");
	if (c->utf8_good > UTF8_BAD_SHARE * c->utf8_bad)
		return sure("UTF-8");
	if (c->high_seen)
		return guess_page(c);
	struct yuscii_count words = c->yuscii;
	yuscii_end(&words);
	if (yuscii_is_text(&words))
		return sure(reads_as_cyrillic(c) ? "YUSCII-CYRILLIC" : "YUSCII");
	return sure("UTF-8");
}
