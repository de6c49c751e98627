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

uint32_t yuscii_behind(enum yuscii code, unsigned char before, unsigned char byte)
{
	bool lower = (before >= 'a' && before <= 'z') || (before >= '0' && before <= '9');
	return code == YUSCII_LATIN && byte == '@' && lower ? '@' : yuscii_character(code, byte);
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

static bool has_sign(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (is_sign(w.p[i]))
			return true;
	return false;
}

/* What opened at the start of a word and closes at the end of another, which has no more of the
 * letters, is no letter in either. */
static bool closes(struct yuscii_count *c)
{
	static const char ends[] = "]}`";
	const char *at = strchr(ends, c->word[c->n - 1]);
	if (!at || !c->open[at - ends])
		return false;
	if (c->n > 2 && has_sign((struct str){c->word, c->n - 2}))
		return false;
	c->open[at - ends] = false;
	c->good -= c->good > 0;
	c->bad += 2;
	return true;
}

static void note_opening(struct yuscii_count *c)
{
	static const char starts[] = "[{`";
	const char *at = strchr(starts, *c->word);
	if (at)
		c->open[at - starts] = true;
}

static void count_good(struct yuscii_count *c)
{
	bool inside = false;
	for (size_t i = 0; i < c->n; i++)
		if (is_sign(c->word[i])) {
			c->letters[letter_of(c->word[i])]++;
			inside |= i > 0;
		}
	c->good++;
	c->inside += inside;
}

static bool is_numeral(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!strchr("IVXLCM", w.p[i]))
			return false;
	return true;
}

/* What tells Latin from Cyrillic. Short words may be foreign (www, MIX, Web). */
static void count_script(struct yuscii_count *c, struct str w)
{
	enum { FOREIGN = 3 };
	bool own = w.n > FOREIGN || has_sign(w);
	for (size_t i = 0; i < w.n; i++) {
		char lower = w.p[i] | 0x20, before = i ? w.p[i - 1] | 0x20 : '\0';
		c->digraphs += lower == 'j' && (before == 'l' || before == 'n');
		c->digraphs += before == 'd' && (w.p[i] == '`' || w.p[i] == '@');
		c->singles += own && (lower == 'q' || lower == 'w' || lower == 'x');
	}
}

/* Endings as the words of names have them in one of the languages, hardly in the other. */
static bool ends_as(struct str w, const char *const *endings)
{
	enum { STEM = 3 };
	for (; *endings; endings++) {
		struct str ending = str_of(*endings);
		if (w.n >= ending.n + STEM &&
			str_eq_ascii_case(str_from(w, w.n - ending.n), ending))
			return true;
	}
	return false;
}

static void count_language(struct yuscii_count *c, struct str w)
{
	static const char *const macedonian[] = {
		"ata", "ite", "oto", "eto", "ot", "ie", "ia", "uva", "iot", "jot", NULL};
	static const char *const serbian[] = {
		"og", "om", "ih", "im", "ima", "ije", "u", "ju", "i}", "i]", "qe", NULL};
	bool y = memchr(w.p, 'y', w.n) || memchr(w.p, 'Y', w.n); /* ѕ */
	if (y || ends_as(w, macedonian) || str_eq_ascii_case(w, STR("vo")) ||
		str_eq_ascii_case(w, STR("so")))
		c->macedonian++;
	else if (ends_as(w, serbian) || str_eq_ascii_case(w, STR("u")) ||
		 str_eq_ascii_case(w, STR("je")) || str_eq_ascii_case(w, STR("iz")))
		c->serbian++;
}

static bool is_all_letters(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (!is_ascii_letter(w.p[i]) && !is_sign(w.p[i]))
			return false;
	return true;
}

static void end_word(struct yuscii_count *c)
{
	if (c->n && c->n < sizeof c->word) {
		struct str word = {c->word, c->n};
		enum speaks speaks = judge_word(c->word, c->n);
		if (is_all_letters(word) && !is_numeral(word)) {
			count_script(c, word);
			count_language(c, word);
		}
		c->words++;
		if (speaks != SPEAKS_NOT && closes(c))
			speaks = SPEAKS_NOT;
		c->bad += speaks == SPEAKS_AGAINST;
		if (speaks != SPEAKS_AGAINST)
			note_opening(c);
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
		if (byte == '\n' || byte == '\r' || byte == '\t' || byte == ';')
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

bool yuscii_may_be_text(const struct yuscii_count *c)
{
	enum { SHARE = 20, LEAST = 3 };
	bool many = c->good >= LEAST && kinds(c) > 1 && c->good > 2 * c->bad &&
	            c->inside * 2 >= c->good;
	return (yuscii_is_name(c) || many) && c->good * SHARE >= c->words;
}

bool yuscii_which(const struct yuscii_count *c, enum yuscii *code, enum yuscii *rival)
{
	enum { LEAST = 3 };
	*code = c->singles > c->digraphs ? YUSCII_CYRILLIC : YUSCII_LATIN;
	*rival = c->singles > c->digraphs ? YUSCII_LATIN : YUSCII_CYRILLIC;
	if (*code == YUSCII_LATIN)
		return c->digraphs > 2 * c->singles;
	if (c->digraphs == 0 && c->macedonian >= LEAST && c->macedonian > 2 * c->serbian) {
		*code = YUSCII_MACEDONIAN;
		return true;
	}
	if (c->singles < LEAST || c->singles <= 2 * c->digraphs)
		return false;
	*rival = YUSCII_MACEDONIAN;
	if (c->letters[DJ] + c->letters[TJ] == 0 || c->macedonian == 0)
		return true;
	if (c->macedonian > c->serbian) {
		*code = YUSCII_MACEDONIAN;
		*rival = YUSCII_CYRILLIC;
		return c->macedonian >= LEAST;
	}
	return c->serbian > c->macedonian;
}

/* A backtick alone is an apostrophe, and a bar stands between two names. */
bool yuscii_is_name(const struct yuscii_count *c)
{
	bool sure = c->letters[SH] || c->letters[TJ] || c->letters[CH] > 1 || kinds(c) > 1;
	if (c->good == 0 || c->bad || c->inside == 0)
		return false;
	return sure || (c->good > 1 && c->letters[ZH] && c->letters[DJ]);
}
