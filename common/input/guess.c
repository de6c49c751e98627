#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "input/guess.h"

enum {
	HIGH = 0x80,
	BYTES = 256,
	UNDEFINED = 0xFFFFFF,
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

enum kind { KIND_NONE, KIND_LATIN, KIND_CYRILLIC, KIND_GREEK, KIND_MARK, KIND_SYMBOL };

/*
 * What a character beyond ASCII says for a reading, in tenths: letters of the languages we expect
 * speak for it, in the order of how often they occur in running text there; letters of others speak
 * against it.
 */
static const struct {
	int tenths;
	const char *letters;
} WEIGHTS[] = {
	{30,  "čšžćđëç"						    },
	{20,  "ČŠŽĆĐËÇ"						    },
	{20,  "ğışİŞ"							},
	{8,   "öüőűáéíóúăâîÖÜŐŰÁÉÍÓÚĂÂÎäßÄĞ"          },
	{14,  "аоиентсрв"						},
	{10,  "уклдпмјзг"						},
	{6,   "бчшжцхћђљњџќѓѕ"				      },
	{4,   "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЋЂЉЊЏЌЃЅЈ"},
	{4,   "ъйящю"							},
	{14,  "αοιετσνηυρπκς"					},
	{8,   "μλγδχθωφβξζψάέήίόύώ"                            },
	{4,   "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΆΈΉΊΌΎΏ"    },
	{3,   "„“”«»–—’‘…№€"				},
	{0,   "\xC2\xA0§°©®·½ţŢ"					  },
	{-10, "фыэьёЁЫЭЬЪЙЯЮЩїЇєЄґҐіІўЎ"                  },
};

enum { WEIGHT_OTHER_LETTER = -10, WEIGHT_SYMBOL = -25, WEIGHT_UNDEFINED = -80 };

/* A page's 256 characters, and for each what it is and says. */
struct reading {
	uint32_t cp[BYTES];
	enum kind kind[BYTES];
	bool small[BYTES];
	int weight[BYTES];
};

static uint32_t first_of(iconv_t cd, unsigned char byte)
{
	char in = (char)byte, out[8], *from = &in, *to = out;
	size_t nin = 1, nout = sizeof out, len;
	iconv(cd, NULL, NULL, NULL, NULL);
	if (iconv(cd, &from, &nin, &to, &nout) == (size_t)-1 || nin)
		return UNDEFINED;
	return utf8_decode((struct str){out, sizeof out - nout}, &len);
}

static int listed_weight(uint32_t cp, bool *listed)
{
	size_t len;
	*listed = true;
	for (size_t i = 0; i < sizeof WEIGHTS / sizeof *WEIGHTS; i++)
		for (struct str s = str_of(WEIGHTS[i].letters); s.n; s = str_from(s, len))
			if (utf8_decode(s, &len) == cp)
				return WEIGHTS[i].tenths;
	*listed = false;
	return 0;
}

static enum kind kind_of(uint32_t cp)
{
	if (cp < HIGH)
		return is_ascii_letter((unsigned char)cp) ? KIND_LATIN : KIND_NONE;
	if (cp >= 0xC0 && cp < 0x250 && cp != 0xD7 && cp != 0xF7)
		return KIND_LATIN;
	if (cp >= 0x386 && cp < 0x3CF)
		return KIND_GREEK;
	if (cp >= 0x400 && cp < 0x500)
		return KIND_CYRILLIC;
	return cp >= 0x2010 && cp < 0x2040 ? KIND_MARK : KIND_SYMBOL;
}

/* Small letters: in these pages' repertoire, by their place in the alphabets' blocks. */
static bool is_small(uint32_t cp)
{
	if (cp < HIGH)
		return cp >= 'a' && cp <= 'z';
	if (cp < 0x100)
		return cp >= 0xDF;
	if (cp < 0x250) /* Latin Extended-A: pairs, the small one odd, or even from U+0139 to U+0148
	                   and from U+0179 on */
		return (cp >= 0x139 && cp <= 0x148) || (cp >= 0x179 && cp <= 0x17E) ? !(cp & 1)
		                                                                    : cp & 1;
	if (cp >= 0x386 && cp < 0x3CF)
		return cp >= 0x3AC;
	return cp >= 0x430 && cp < 0x460;
}

static void judge_character(struct reading *r, int byte)
{
	uint32_t cp = r->cp[byte];
	bool listed;
	if (cp == UNDEFINED || (cp >= 0x80 && cp < 0xA0)) {
		r->kind[byte] = KIND_SYMBOL;
		r->weight[byte] = WEIGHT_UNDEFINED;
		return;
	}
	r->kind[byte] = kind_of(cp);
	r->small[byte] = is_small(cp);
	if (cp < HIGH)
		return;
	r->weight[byte] = listed_weight(cp, &listed);
	if (!listed)
		r->weight[byte] = r->kind[byte] < KIND_MARK ? WEIGHT_OTHER_LETTER : WEIGHT_SYMBOL;
}

static bool reading_init(struct reading *r, const char *page)
{
	iconv_t cd = iconv_open("UTF-8", page);
	if (cd == (iconv_t)-1)
		return false;
	for (int b = 0; b < BYTES; b++) {
		r->cp[b] = first_of(cd, (unsigned char)b);
		judge_character(r, b);
	}
	iconv_close(cd);
	return true;
}

static bool is_letter(enum kind k)
{
	return k == KIND_LATIN || k == KIND_CYRILLIC || k == KIND_GREEK;
}

/* What byte b behind byte a says for the reading, in tenths. */
static int pair_weight(const struct reading *r, int a, int b)
{
	int w = r->weight[b];
	enum kind before = r->kind[a], now = r->kind[b];
	if (is_letter(before) && is_letter(now)) {
		w -= before != now ? 40 : 0;               /* two scripts in one word */
		w -= r->small[a] && !r->small[b] ? 20 : 0; /* a capital behind a small letter */
	}
	if (before == KIND_SYMBOL && is_letter(now))
		w -= 10;
	if (is_letter(before) && now == KIND_SYMBOL)
		w -= 10;
	return w;
}

static double score(const struct census *c, const struct reading *r)
{
	double total = 0;
	for (int a = 0; a < BYTES; a++)
		for (int b = 0; b < BYTES; b++)
			if ((a >= HIGH || b >= HIGH) && c->pairs[a][b])
				total += (double)c->pairs[a][b] * pair_weight(r, a, b);
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
		if (x->cp[b] != y->cp[b] && byte_occurs(c, b))
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
			n += x->cp[b] != y->cp[b] ? c->pairs[a][b] : 0;
	return n;
}

/* The best page must speak for itself, and lead the next by a part of what the bytes in dispute
 * could win. */
static bool is_clear(double best, double rival, double disputed)
{
	return best > 0 && best - rival >= 1.5 && best - rival >= 0.25 * disputed;
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
	return (struct guess){PAGES[best], PAGES[rival],
		is_clear(scores[best], scores[rival],
			count_different(c, &readings[best], &readings[rival]))};
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
