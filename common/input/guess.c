#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "input/guess.h"
#include "text/codepage.h"
#include "text/plausible.h"
#include "text/unicode.h"

enum {
	HIGH = 0x80,
	BYTES = 256,
	HIGHEST_PLANE_ROW =
		0x05, /* the high byte of a UTF-16 unit of Latin, Greek or Cyrillic text */
};

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
	"windows-1254", "ISO-8859-16", "CP866", "ISO-8859-7", "ISO-8859-9", "CP857", "MACINTOSH"};
enum { NPAGES = sizeof PAGES / sizeof *PAGES };

/* Letters that stand between others as vowels do, or as consonants; r and l as both. */
enum sound { SOUND_NONE, SOUND_VOWEL, SOUND_CONSONANT };

/* The letters beyond ASCII of languages, as a text is in one of them more often than not. */
static const uint32_t *const ALPHABETS[] = {
	U"čćšžđ",
	U"ëç",
	U"áéíóöőúüű",
	U"ăâîșțşţ",
	U"äöüß",
	U"çğıöşüâîû",
	U"àèéìòù",
	U"àâçéèêëîïôûùœæ",
	U"абвгдђежзијклљмнњопрстћуфхцчџш",
	U"абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝ",
	U"абвгдежзийклмнопрстуфхцчшщъьюя",
	U"абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
	U"αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋΐΰ",
};
enum { NALPHABETS = sizeof ALPHABETS / sizeof *ALPHABETS };

/* A page's 256 characters, and for each what it says. */
struct reading {
	struct codepage page;
	struct plausible what[BYTES];
	enum sound sound[BYTES];
	unsigned alphabets[BYTES]; /* a bit for each that has the letter */
};

static bool is_one_of(uint32_t cp, const uint32_t *set)
{
	for (; *set; set++)
		if (*set == cp)
			return true;
	return false;
}

static unsigned alphabets_of(uint32_t cp)
{
	unsigned all = 0;
	for (unsigned i = 0; i < NALPHABETS; i++)
		all |= is_one_of(unicode_lower(cp), ALPHABETS[i]) ? 1u << i : 0;
	return all;
}

static enum sound sound_of(uint32_t cp, struct plausible what)
{
	static const uint32_t vowels[] = U"aeiouyæøœıаеиоуъыэюяєαειουηω", both[] = U"rlрль";
	uint32_t parts[UNICODE_DECOMPOSED_MAX];
	if (!plausible_is_letter(what))
		return SOUND_NONE;
	unicode_decompose(unicode_lower(cp), parts);
	if (is_one_of(parts[0], both))
		return SOUND_NONE;
	if (is_one_of(parts[0], vowels))
		return SOUND_VOWEL;
	return SOUND_CONSONANT;
}

static bool reading_init(struct reading *r, const char *page)
{
	if (!codepage_load(&r->page, page))
		return false;
	for (int b = 0; b < BYTES; b++) {
		r->what[b] = plausible_character(r->page.cp[b]);
		r->sound[b] = sound_of(r->page.cp[b], r->what[b]);
		r->alphabets[b] = alphabets_of(r->page.cp[b]);
	}
	return true;
}

/* Vowels and consonants take turns, as a rule. */
static int rhythm(const struct reading *r, int a, int b)
{
	enum { TURN = 3 };
	if (r->sound[a] == SOUND_NONE || r->sound[b] == SOUND_NONE)
		return 0;
	return r->sound[a] == r->sound[b] ? -TURN : TURN;
}

static double count_byte(const struct census *c, int byte)
{
	double n = 0;
	for (int a = 0; a < BYTES; a++)
		n += c->pairs[a][byte];
	return n;
}

/* How many letters beyond ASCII there are, and how many of them the language has that has most. */
struct cover {
	double letters, own;
};

static struct cover cover_of(const struct census *c, const struct reading *r)
{
	struct cover cover = {0};
	double n[NALPHABETS] = {0};
	for (int b = HIGH; b < BYTES; b++) {
		double occurs = plausible_is_letter(r->what[b]) ? count_byte(c, b) : 0;
		cover.letters += occurs;
		for (unsigned i = 0; i < NALPHABETS; i++)
			n[i] += r->alphabets[b] >> i & 1 ? occurs : 0;
	}
	for (unsigned i = 0; i < NALPHABETS; i++)
		cover.own = n[i] > cover.own ? n[i] : cover.own;
	return cover;
}

/* Does a letter beyond ASCII stand beside another letter anywhere? */
static bool has_words(const struct census *c, const struct reading *r)
{
	for (int a = 0; a < BYTES; a++)
		for (int b = 0; b < BYTES; b++)
			if ((a >= HIGH || b >= HIGH) && c->pairs[a][b] &&
				plausible_is_letter(r->what[a]) && plausible_is_letter(r->what[b]))
				return true;
	return false;
}

/*
 * How many of a letter are where no letter is, at the least: alone, as a dash or the sign of a
 * currency is that was read as a letter; or, capitals, with a letter before and a small one behind.
 */
static double count_misplaced(const struct census *c, const struct reading *r, int byte)
{
	static const uint32_t words[] = U"àèéòоавеиксуяѝіοη";
	double apart = 0, inside = 0, n = count_byte(c, byte);
	bool capital = plausible_is_letter(r->what[byte]) && !r->what[byte].small;
	if (n == 0 || !plausible_is_letter(r->what[byte]))
		return 0;
	for (int b = 0; b < BYTES; b++) {
		bool letter = plausible_is_letter(r->what[b]);
		bool blank = b && b < HIGH && strchr(" \t\r\n,;\"", b);
		apart += blank ? (double)c->pairs[b][byte] + c->pairs[byte][b] : 0;
		inside += letter ? c->pairs[b][byte] : 0;
		inside += letter && r->what[b].small ? c->pairs[byte][b] : 0;
	}
	if (is_one_of(unicode_lower(r->page.cp[byte]), words) && has_words(c, r))
		apart = 0;
	return (apart > n ? apart - n : 0) + (capital && inside > n ? inside - n : 0);
}

static double score(const struct census *c, const struct reading *r)
{
	enum { MISPLACED = 50 };
	double total = 0;
	for (int a = 0; a < BYTES; a++)
		for (int b = 0; b < BYTES; b++)
			if ((a >= HIGH || b >= HIGH) && c->pairs[a][b])
				total += (double)c->pairs[a][b] *
				         (plausible_pair(r->what[a], r->what[b]) + rhythm(r, a, b));
	for (int b = HIGH; b < BYTES; b++)
		total -= count_misplaced(c, r, b) * MISPLACED;
	return total / 10 + cover_of(c, r).own;
}

static bool byte_occurs(const struct census *c, int byte)
{
	for (int a = 0; a < BYTES; a++)
		if (c->pairs[a][byte])
			return true;
	return false;
}

/* ș and ț are written with a cedilla, too. */
static bool same_character(uint32_t a, uint32_t b)
{
	static const struct {
		uint32_t comma, cedilla;
	} pairs[] = {
		{0x218, 0x15E},
                {0x219, 0x15F},
                {0x21A, 0x162},
                {0x21B, 0x163}
        };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if ((a == pairs[i].comma && b == pairs[i].cedilla) ||
			(b == pairs[i].comma && a == pairs[i].cedilla))
			return true;
	return a == b;
}

static bool same_reading(const struct census *c, const struct reading *x, const struct reading *y)
{
	for (int b = HIGH; b < BYTES; b++)
		if (!same_character(x->page.cp[b], y->page.cp[b]) && byte_occurs(c, b))
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
		double n = count_byte(c, b);
		if (what.kind != PLAUSIBLE_LATIN)
			continue;
		if (what.weight < OWN_WEIGHT)
			foreign += n;
		else if (best->page.cp[b] != rival->page.cp[b])
			own += n;
	}
	struct cover cover = cover_of(c, best);
	return cover.own < cover.letters && own > 0 && foreign >= 2 * own;
}

/* Latin letters beyond ASCII are not doubled in the region, and others now and then; a run of
 * blanks that do not break is read so. */
static bool is_doubled(const struct census *c, const struct reading *r, int byte)
{
	bool latin = r->what[byte].kind == PLAUSIBLE_LATIN;
	return c->pairs[byte][byte] * 3.0 > (latin ? 0 : count_byte(c, byte));
}

/*
 * The best reading of bytes in a page that is not tried here has a flaw now and then: a capital
 * behind a small letter, a sign before a letter, two scripts in one word. One letter in fifty may.
 */
static bool is_flawed(const struct census *c, const struct reading *r)
{
	enum { RARELY = 50 };
	double letters = 0, flaws = 0;
	for (int a = 0; a < BYTES; a++)
		for (int b = 0; b < BYTES; b++) {
			struct plausible before = r->what[a], now = r->what[b];
			if ((a < HIGH && b < HIGH) || !c->pairs[a][b] || !plausible_is_letter(now))
				continue;
			letters += b >= HIGH ? c->pairs[a][b] : 0;
			bool flaw =
				plausible_is_letter(before)
					? before.kind != now.kind || (before.small && !now.small)
					: before.kind == PLAUSIBLE_SYMBOL;
			flaw = flaw || (a == b && is_doubled(c, r, b));
			flaws += flaw ? c->pairs[a][b] : 0;
		}
	for (int b = HIGH; b < BYTES; b++)
		flaws += count_misplaced(c, r, b);
	return flaws * RARELY > letters;
}

/* Nothing is beyond ASCII but blanks that do not break, as all pages of Windows have them. */
static bool has_blanks_only(const struct census *c)
{
	enum { NO_BREAK_SPACE = 0xA0 };
	for (int b = HIGH; b < BYTES; b++)
		if (b != NO_BREAK_SPACE && count_byte(c, b) > 0)
			return false;
	return true;
}

static struct guess guess_page(const struct census *c)
{
	static struct reading readings[NPAGES];
	if (has_blanks_only(c))
		return (struct guess){PAGES[0], NULL, true};
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
		clear && !is_mixed(c, &readings[best], &readings[rival]) &&
			!is_flawed(c, &readings[best])};
}

static bool begins_with(const struct census *c, const char *bytes, size_t n)
{
	return c->bytes >= n && memcmp(c->head, bytes, n) == 0;
}

/* Is the half of the bytes at offsets of this parity the high half of UTF-16 units? A text of one
 * word has no NUL. */
static bool is_wide(const struct census *c, int parity)
{
	double share = (double)c->lows[parity] / ((double)c->bytes / 2);
	if (c->bytes < 4 || c->nuls[!parity] > 0)
		return false;
	return (c->nuls[parity] > 0 && share >= 0.6) || (c->lows[!parity] == 0 && share >= 0.9);
}

/* Where as many characters are UTF-8 as are not, some of it may have been damaged. */
static struct guess guess_damaged(const struct census *c)
{
	struct guess guess = guess_page(c);
	if (c->utf8_good < c->utf8_bad)
		return guess;
	return (struct guess){guess.encoding, "UTF-8", false};
}

static struct guess sure(const char *encoding)
{
	return (struct guess){encoding, NULL, true};
}

static struct guess guess_seven_bit(const struct census *c)
{
	static const char *const names[] = {"YUSCII", "YUSCII-CYRILLIC", "YUSCII-MACEDONIAN"};
	struct yuscii_count words = c->yuscii;
	enum yuscii code, rival;
	yuscii_end(&words);
	if (yuscii_is_text(&words)) {
		bool clear = yuscii_which(&words, &code, &rival);
		return (struct guess){names[code], names[rival], clear};
	}
	yuscii_which(&words, &code, &rival);
	return (struct guess){"UTF-8", names[code], !yuscii_may_be_text(&words)};
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
		return guess_damaged(c);
	return guess_seven_bit(c);
}
