#include <string.h>
#include <uchar.h>

#include "text/yuscii.h"

enum { ZH, SH, DJ, TJ, CH, NO_LETTER };

uint32_t yuscii_character(enum yuscii code, unsigned char byte)
{
	/* from 0x40 to 0x5E and from 0x60 to 0x7E: capitals and small letters */
	static const uint16_t latin[][2] = {
		{'@',  0x17D},
                {'[',  0x160},
                {'\\', 0x110},
                {']',  0x106},
                {'^',  0x10C},
                {'`',  0x17E},
		{'{',  0x161},
                {'|',  0x111},
                {'}',  0x107},
                {'~',  0x10D}
        };
	static const char32_t cyrillic[] = U"ЖАБЦДЕФГХИЈКЛМНОПЉРСТУВЊЏЅЗШЂЋЧ";
	static const char32_t small[] = U"жабцдефгхијклмнопљрстувњџѕзшђћч";
	unsigned place = byte & 0x1Fu;
	if (byte >= 0x80)
		return 0;
	if (code == YUSCII_LATIN) {
		for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
			if (latin[i][0] == byte)
				return latin[i][1];
		return byte;
	}
	if (byte < 0x40 || place == 0x1F)
		return byte;
	if (code == YUSCII_MACEDONIAN && (place == 0x1C || place == 0x1D)) {
		static const char32_t own[] = U"ЃЌѓќ";
		return own[(byte >= 0x60) * 2 + (place == 0x1D)];
	}
	return byte < 0x60 ? cyrillic[place] : small[place];
}

static bool is_ascii_letter(char c)
{
	return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

static int letter_of(char c)
{
	static const char signs[] = "@[\\]^`{|}~", letters[] = {ZH, SH, DJ, TJ, CH};
	const char *at = c ? strchr(signs, c) : NULL;
	return at ? letters[(at - signs) % YUSCII_LETTERS] : NO_LETTER;
}

static bool is_sign(char c)
{
	return letter_of(c) != NO_LETTER;
}

static bool is_small(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '`' && c <= '~');
}

static bool ends_word(char c)
{
	return (unsigned char)c <= ' ' || strchr(",;\"'()-!?", c);
}

/* Spelt as words are: capitals at the start or throughout, no letter of the five doubled. */
static bool is_spelt(const char *w, size_t n)
{
	size_t capitals = 0;
	for (size_t i = 0; i < n; i++) {
		bool small = is_small(w[i]);
		if (i && is_sign(w[i]) && w[i] == w[i - 1])
			return false;
		if (i && !small && is_small(w[i - 1]))
			return false;
		if (small && capitals > 1)
			return false;
		capitals += !small;
	}
	return true;
}

static bool is_bracketed(const char *w, size_t n)
{
	char last = w[n - 1];
	if (memchr(w, '\\', n) && memchr(w, '{', n))
		return true; /* TeX */
	return n > 1 && ((*w == '[' && last == ']') || (*w == '{' && last == '}') ||
				(*w == '`' && last == '`'));
}

enum speaks { SPEAKS_NOT, SPEAKS_FOR, SPEAKS_AGAINST };

static enum speaks judge_word(const char *w, size_t n)
{
	bool touches = false;
	for (size_t i = 0; i < n; i++) {
		if (!is_ascii_letter(w[i]) && !is_sign(w[i]))
			return SPEAKS_NOT;
		if (i)
			touches |= is_sign(w[i]) != is_sign(w[i - 1]);
		if (i && w[i] == '@' && is_small(w[i - 1]))
			return SPEAKS_NOT; /* an address */
	}
	if (!touches)
		return SPEAKS_NOT;
	return is_spelt(w, n) && !is_bracketed(w, n) ? SPEAKS_FOR : SPEAKS_AGAINST;
}

/* What opened at the start of a word and closes at the end of another is no letter in either. */
static bool closes(struct yuscii_count *c)
{
	static const char ends[] = "]}`";
	const char *at = strchr(ends, c->word[c->n - 1]);
	if (!at || !c->open[at - ends])
		return false;
	c->open[at - ends] = false;
	c->good -= c->good > 0;
	c->bad += 2;
	return true;
}

static void count_good(struct yuscii_count *c)
{
	static const char starts[] = "[{`";
	const char *at = strchr(starts, *c->word);
	if (at)
		c->open[at - starts] = true;
	bool inside = false;
	for (size_t i = 0; i < c->n; i++)
		if (is_sign(c->word[i])) {
			c->letters[letter_of(c->word[i])]++;
			inside |= i > 0;
		}
	c->good++;
	c->inside += inside;
}

static void end_word(struct yuscii_count *c)
{
	if (c->n && c->n < sizeof c->word) {
		enum speaks speaks = judge_word(c->word, c->n);
		c->words++;
		if (speaks != SPEAKS_NOT && closes(c))
			speaks = SPEAKS_NOT;
		c->bad += speaks == SPEAKS_AGAINST;
		if (speaks == SPEAKS_FOR)
			count_good(c);
	}
	c->n = 0;
}

void yuscii_end(struct yuscii_count *c)
{
	end_word(c);
	memset(c->open, 0, sizeof c->open);
}

void yuscii_add(struct yuscii_count *c, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		char byte = text.p[i];
		if (byte == '\n' || byte == '\r')
			yuscii_end(c);
		else if (ends_word(byte))
			end_word(c);
		else if (c->n < sizeof c->word)
			c->word[c->n++] = byte;
	}
}

/* đ does not count: a bar stands between words in many a text. */
static size_t kinds(const struct yuscii_count *c)
{
	return (size_t)((c->letters[ZH] > 0) + (c->letters[SH] > 0) + (c->letters[TJ] > 0) +
			(c->letters[CH] > 0));
}

static uint64_t signs(const struct yuscii_count *c)
{
	uint64_t n = 0;
	for (size_t i = 0; i < YUSCII_LETTERS; i++)
		n += c->letters[i];
	return n;
}

bool yuscii_is_text(const struct yuscii_count *c)
{
	enum { LEAST = 3, SHARE = 50, AGAINST = 4 };
	return c->good >= LEAST && c->good * SHARE >= c->words && c->good >= AGAINST * c->bad &&
	       c->inside * 2 >= c->good && kinds(c) >= 2 && c->letters[DJ] * 2 <= signs(c);
}

/* A backtick alone is an apostrophe, and a bar stands between two names. */
bool yuscii_is_name(const struct yuscii_count *c)
{
	bool sure = c->letters[SH] || c->letters[TJ] || c->letters[CH] > 1 || kinds(c) > 1;
	if (c->good == 0 || c->bad || c->inside == 0)
		return false;
	return sure || (c->good > 1 && c->letters[ZH] && c->letters[DJ]);
}
