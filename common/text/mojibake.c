#include <pthread.h>
#include <string.h>
#include <uchar.h>

#include "base/utf8.h"
#include "text/codepage.h"
#include "text/mojibake.h"
#include "text/plausible.h"
#include "text/text.h"
#include "text/yuscii.h"

enum { LONGEST = 64 * 1024, SEQUENCE_EVERY = 40 };

enum { CP1252, CP1250, CP1251, LATIN1, LATIN2, CP1254, CP852, CP1253, ISO5, CP855, PAGES };
static const char *const PAGE_NAMES[PAGES] = {"windows-1252", "windows-1250", "windows-1251",
	"ISO-8859-1", "ISO-8859-2", "windows-1254", "CP852", "windows-1253", "ISO-8859-5", "CP855"};
static struct codepage pages[PAGES];

static void load_pages(void)
{
	for (int i = 0; i < PAGES; i++)
		codepage_load(&pages[i], PAGE_NAMES[i]); /* a page that is missing has no letters */
}

/* A text as code points. */
struct line {
	uint32_t *cp;
	size_t n;
};

/* What speaks for a reading, and what against it, both at least 0. */
struct looks {
	long good, bad;
};

static struct looks look(struct line l)
{
	enum { CAPITAL_FIRST = 12 }; /* as names have it; more than a small letter is likelier */
	struct looks looks = {0};
	struct plausible before = {0};
	for (size_t i = 0; i < l.n; i++) {
		struct plausible now = plausible_character(l.cp[i]);
		int w = 0;
		if (l.cp[i] >= 0x80 || (i && l.cp[i - 1] >= 0x80))
			w = plausible_pair(before, now);
		if (i == 0 && w > 0 && plausible_is_letter(now) && !now.small)
			w += CAPITAL_FIRST;
		if (w > 0)
			looks.good += w;
		else
			looks.bad -= w;
		before = now;
	}
	return looks;
}

static struct line line_of(struct str s, struct arena *arena)
{
	struct line l = {arena_alloc(arena, s.n + 1, sizeof *l.cp), 0};
	for (size_t len; s.n; s = str_from(s, len))
		l.cp[l.n++] = utf8_decode(s, &len);
	return l;
}

static struct str line_text(struct line l, struct arena *arena)
{
	struct str s = {arena_alloc(arena, l.n + 1, UTF8_MAX_BYTES), 0};
	for (size_t i = 0; i < l.n; i++)
		s.n += utf8_encode(l.cp[i], (char *)s.p + s.n);
	return s;
}

static bool is_one_of(uint32_t cp, const char32_t *set)
{
	for (; *set; set++)
		if (*set == cp)
			return true;
	return false;
}

/* UTF-8 read as a code page */

/* The letter that a lead byte is the rest of, where the byte behind it was a code that the page
 * does not have and somebody dropped; 0 where there is no telling. `starts`: at the start of a
 * word. */
static uint32_t letter_of_rest(
	const struct codepage *page, uint8_t lead, bool starts, uint32_t next)
{
	switch (lead) {
	case 0xC4: return starts && !is_one_of(next, U"lvmtk") ? 0x110 : 0x10D; /* Đ č */
	case 0xC3: return starts ? 0xC1 : 0;                                    /* Á */
	case 0xD1: return page == &pages[CP1252] ? 0x441 : 0;                   /* с */
	default: return 0;
	}
}

static bool ends_in_letter(struct line l)
{
	return l.n && plausible_is_letter(plausible_character(l.cp[l.n - 1]));
}

struct decoding {
	struct line out;
	size_t sequences, rests;
};

/* Bytes of the characters from `at` on that may be one sequence; returns how many there are. */
static size_t gather(const struct codepage *page, struct line l, size_t at, char bytes[static 4])
{
	size_t n = 0;
	for (; n < UTF8_MAX_BYTES && at + n < l.n; n++) {
		uint32_t cp = l.cp[at + n];
		int byte = codepage_byte(page, cp);
		if (n == 1 && cp == ' ' && strchr("\xC3\xC5\xD0", bytes[0]))
			byte = 0xA0; /* a no-break space that was made plain */
		if (byte < 0x80 || (n && byte >= 0xC0))
			return n ? n : (size_t)(byte >= 0);
		bytes[n] = (char)byte;
	}
	return n;
}

/* Decodes the sequence or the ASCII character at `at`; returns how many characters it takes, 0 for
 * none. */
static size_t decode_at(const struct codepage *page, struct line l, size_t at, struct decoding *d)
{
	char bytes[UTF8_MAX_BYTES] = "";
	size_t len, n = l.cp[at] < 0x80 ? 0 : gather(page, l, at, bytes);
	if (l.cp[at] < 0x80) {
		d->out.cp[d->out.n++] = l.cp[at];
		return 1;
	}
	if (n == 0)
		return 0;
	uint32_t cp = utf8_decode((struct str){bytes, n}, &len);
	if (len > 1) {
		d->out.cp[d->out.n++] = cp;
		d->sequences++;
		return len;
	}
	cp = n == 1 ? letter_of_rest(page, (uint8_t)bytes[0], !ends_in_letter(d->out),
			      at + 1 < l.n ? l.cp[at + 1] : 0)
	            : 0;
	if (cp == 0)
		return 0;
	d->out.cp[d->out.n++] = cp;
	d->rests++;
	return 1;
}

/* In languages with these letters a с that was lost may have been a я. */
static bool has_eastern(struct line l)
{
	for (size_t i = 0; i < l.n; i++)
		if (is_one_of(l.cp[i], U"йщъыьэюёЙЩЪЫЬЭЮЁ"))
			return true;
	return false;
}

static bool decode(const struct codepage *page, struct line l, struct decoding *d)
{
	d->out.n = d->sequences = d->rests = 0;
	for (size_t at = 0, len; at < l.n; at += len) {
		len = decode_at(page, l, at, d);
		if (len == 0)
			return false;
	}
	if (d->rests && has_eastern(d->out))
		return false;
	return d->sequences > 0 && d->rests <= d->sequences &&
	       (d->sequences + d->rests) * SEQUENCE_EVERY >= d->out.n;
}

static struct decoding decoding_for(struct line l, struct arena *arena)
{
	return (struct decoding){
		.out = {arena_alloc(arena, l.n + 1, sizeof *l.cp), 0}
        };
}

static bool is_better(struct looks now, struct looks best)
{
	return now.bad < best.bad || (now.bad == best.bad && now.good > best.good);
}

/* The reading of all there are that looks best: of pages[found], then, unless -1, of pages[then].
 */
struct search {
	struct looks best;
	int found, then;
	struct decoding once, twice;
};

static void consider(struct search *s, struct line l, int page, int then)
{
	struct looks now = look(l);
	if (s->found < 0 ? now.bad < s->best.bad : is_better(now, s->best)) {
		s->best = now;
		s->found = page;
		s->then = then;
	}
}

/* Half mended text may look no better than before. */
static void search(struct search *s, struct line l)
{
	for (int page = 0; page < PAGES; page++) {
		if (!decode(&pages[page], l, &s->once))
			continue;
		consider(s, s->once.out, page, -1);
		for (int then = 0; then < PAGES; then++)
			if (decode(&pages[then], s->once.out, &s->twice))
				consider(s, s->twice.out, page, then);
	}
}

/* The page that was taken for UTF-8 first goes to *read_as. */
static bool mend_whole(struct line *l, int *read_as, struct arena *arena)
{
	struct search s = {.best = look(*l),
		.found = -1,
		.once = decoding_for(*l, arena),
		.twice = decoding_for(*l, arena)};
	search(&s, *l);
	if (s.found < 0)
		return false;
	decode(&pages[s.found], *l, &s.once);
	*l = s.once.out;
	*read_as = s.found;
	if (s.then < 0)
		return true;
	decode(&pages[s.then], *l, &s.twice);
	*l = s.twice.out;
	*read_as = s.then;
	return true;
}

/* Some words are damaged, others are not. */
static bool mend_words(struct line *l, int *read_as, struct arena *arena)
{
	struct line all = {arena_alloc(arena, l->n + 1, sizeof *all.cp), 0};
	bool changed = false;
	for (size_t at = 0; at < l->n;) {
		size_t end = at;
		while (end < l->n && l->cp[end] != ' ')
			end++;
		struct line word = {l->cp + at, end - at};
		if (look(word).bad)
			changed |= mend_whole(&word, read_as, arena);
		memcpy(all.cp + all.n, word.cp, word.n * sizeof *word.cp);
		all.n += word.n;
		if (end < l->n)
			all.cp[all.n++] = ' ';
		at = end + 1;
	}
	if (changed)
		*l = all;
	return changed;
}

/* One code page read as another */

static uint32_t behind(struct line l, size_t i)
{
	return i + 1 < l.n ? l.cp[i + 1] : 0;
}

static bool letter_at(struct line l, size_t i)
{
	return i < l.n && plausible_is_letter(plausible_character(l.cp[i]));
}

static bool has_letters_only(struct line l, const char32_t *set)
{
	for (size_t i = 0; i < l.n; i++)
		if (l.cp[i] >= 0x80 && letter_at(l, i) && !is_one_of(l.cp[i], set))
			return false;
	return true;
}

static bool is_vowel(uint32_t cp)
{
	return is_one_of(cp | 0x20, U"aeiou");
}

/* South Slavic, 1250 read as 1252: è before a vowel or k is no French or Italian, æ before a vowel
 * or at the end of a word no Danish; ð is nobody's here. */
static bool speaks_slavic(struct line l)
{
	bool hissed = false, other = false;
	if (!has_letters_only(l, U"èæðÈÆÐšžŠŽ"))
		return false;
	for (size_t i = 0; i < l.n; i++) {
		uint32_t next = behind(l, i);
		bool vowel = next && is_vowel(next);
		if (l.cp[i] == U'ð' || (l.cp[i] == U'Ð' && vowel))
			return true;
		if (is_one_of(l.cp[i], U"èÈ") && (vowel || next == 'k'))
			return true;
		if (l.cp[i] == U'æ' && i && (vowel || !letter_at(l, i + 1)))
			return true;
		hissed |= is_one_of(l.cp[i], U"šžŠŽ");
		other |= l.cp[i] == U'Ð' || (l.cp[i] == U'æ' && i && is_vowel(l.cp[i - 1])) ||
		         (l.cp[i] == U'È' && is_one_of(next, U"rlv"));
	}
	return hissed && other;
}

static bool has_pair(struct line l, const char *pairs)
{
	for (; *pairs; pairs += 2)
		for (size_t i = 0; i + 1 < l.n; i++)
			if ((l.cp[i] | 0x20) == (uint32_t)pairs[0] &&
				l.cp[i + 1] == (uint32_t)pairs[1])
				return true;
	return false;
}

static bool speaks_hungarian(struct line l)
{
	return has_letters_only(l, U"áéíóöúüõûÁÉÍÓÖÚÜÕÛ") && has_pair(l, "szgycszs");
}

/* Turkish, 1254 read as 1252: Icelandic has no þ inside a word, and no ç. */
static bool speaks_turkish(struct line l)
{
	bool cedilla = false, eth = false;
	if (!has_letters_only(l, U"ýþðÝÞÐçöüÇÖÜâîû"))
		return false;
	for (size_t i = 0; i < l.n; i++) {
		if (l.cp[i] == U'þ' && i && letter_at(l, i - 1))
			return true;
		cedilla |= is_one_of(l.cp[i], U"çÇ");
		eth |= is_one_of(l.cp[i], U"ýðÝ");
	}
	return cedilla && eth;
}

/* South Slavic, 8859-2 read as 1250: Polish has no ą beside a vowel but i or at the start of a
 * word, and nobody has it beside ľ, č or đ. */
static bool speaks_latin2(struct line l)
{
	bool a = false, other = false;
	if (!has_letters_only(l, U"ąľčćđČĆĐ"))
		return false;
	for (size_t i = 0; i < l.n; i++) {
		if (l.cp[i] == U'ą' && behind(l, i) && is_vowel(behind(l, i)))
			return true;
		if (l.cp[i] == U'ą' &&
			(!i || !letter_at(l, i - 1) || is_one_of(l.cp[i - 1], U"aeou")))
			return true;
		if (l.cp[i] == U'©' && behind(l, i) >= 'a' && behind(l, i) <= 'z')
			return true;
		if (l.cp[i] == U'®' && behind(l, i) >= 'a' && behind(l, i) <= 'z')
			return true;
		a |= l.cp[i] == U'ą';
		other |= is_one_of(l.cp[i], U"ľčćđČĆĐ");
	}
	return a && other;
}

/* 1250 read as 1251: Cyrillic letters that stand for č ć š ž đ, or for ë Ç, inside Latin words. */
static bool speaks_cyrillic_page(struct line l)
{
	size_t latin = 0, albanian = 0;
	bool sure = false;
	for (size_t i = 0; i < l.n; i++) {
		struct plausible c = plausible_character(l.cp[i]);
		latin += c.kind == PLAUSIBLE_LATIN;
		albanian += is_one_of(l.cp[i], U"лЗ");
		sure |= is_one_of(l.cp[i], U"ћљЉЋижИЖ");
		if (c.kind == PLAUSIBLE_CYRILLIC && !is_one_of(l.cp[i], U"ћљЉЋижИЖрРлзЛЗ"))
			return false;
	}
	return (sure && latin) || (albanian && latin >= 4 * albanian);
}

/* Cyrillic or Greek read as Latin: nearly all letters are beyond ASCII. */
static bool is_dense(struct line l)
{
	size_t high = 0, letters = 0;
	for (size_t i = 0; i < l.n; i++) {
		struct plausible c = plausible_character(l.cp[i]);
		bool letter = plausible_is_letter(c) || (l.cp[i] >= 0xA0 && l.cp[i] < 0x180);
		if (c.kind == PLAUSIBLE_CYRILLIC || c.kind == PLAUSIBLE_GREEK)
			return false;
		letters += letter;
		high += letter && l.cp[i] >= 0x80;
	}
	return high >= 4 && high * 10 >= letters * 7;
}

/* 8859-2 read as 1252: signs in the places of š ž Š Ž. */
static bool has_signs_before_letters(struct line l)
{
	for (size_t i = 0; i + 1 < l.n; i++)
		if (is_one_of(l.cp[i], U"¹¾©®") && l.cp[i + 1] >= 'a' && l.cp[i + 1] <= 'z')
			return true;
	return false;
}

/* Hungarian or German, 1250 read as 1251: single Cyrillic letters among Latin ones, and not those
 * that look Latin. */
static bool speaks_hungarian_in_cyrillic(struct line l)
{
	size_t latin = 0, cyrillic = 0;
	bool sure = false;
	for (size_t i = 0; i < l.n; i++) {
		struct plausible c = plausible_character(l.cp[i]);
		latin += c.kind == PLAUSIBLE_LATIN;
		if (c.kind != PLAUSIBLE_CYRILLIC)
			continue;
		cyrillic++;
		sure |= is_one_of(l.cp[i], U"бйцъьыЙЦЬ");
		if (!is_one_of(l.cp[i], U"бйнуцхъьыдЯБЙУЦХЪЬЫД") ||
			(i && plausible_character(l.cp[i - 1]).kind == PLAUSIBLE_CYRILLIC))
			return false;
	}
	return sure && latin >= 2 * cyrillic;
}

/* Where a letter stands. */
struct place {
	uint32_t cp, next;
	bool small_before, small_behind, starts, before_consonant;
};

static struct place place_of(struct line l, size_t i)
{
	struct place p = {.cp = l.cp[i], .next = behind(l, i)};
	p.starts = !i || !letter_at(l, i - 1);
	p.small_before = !p.starts && plausible_character(l.cp[i - 1]).small;
	p.small_behind = letter_at(l, i + 1) && plausible_character(l.cp[i + 1]).small;
	p.before_consonant = p.small_behind && p.next < 0x80 && !is_vowel(p.next);
	return p;
}

/* South Slavic, 1250 read as 852: signs that boxes are drawn with, and capitals inside words, of
 * which two kinds are wanted where one may be meant (ArtŠibenik). */
static bool speaks_from_852(struct line l)
{
	bool sh = false, tj = false, first = false;
	for (size_t i = 0; i < l.n; i++) {
		struct place p = place_of(l, i);
		if (is_one_of(p.cp, U"ÜŔ") && p.small_before && p.small_behind)
			return true;
		if (is_one_of(p.cp, U"ŰÚ") && p.small_before)
			return true;
		if (is_one_of(p.cp, U"╚×") && p.small_behind)
			return true;
		sh |= p.cp == U'Ü' && (p.small_before || (p.starts && p.before_consonant));
		tj |= p.cp == U'Š' && p.small_before;
		first |= is_one_of(p.cp, U"ŐÄ") && p.starts && p.small_behind;
	}
	return sh + tj + first > 1;
}

/* 852 read as 1250 or 1252: signs in the places of ć č ž ë, or the letters for two of š č ć đ
 * together. */
static bool speaks_as_852(struct line l)
{
	bool sh = false, ch = false, tj = false, dj = false, consonant = false, first = false;
	for (size_t i = 0; i < l.n; i++) {
		struct place p = place_of(l, i);
		bool next = letter_at(l, i + 1);
		if (is_one_of(p.cp, U"†‡‰§") && !p.starts && next)
			return true;
		if (is_one_of(p.cp, U"¬¦€") && p.starts && p.small_behind)
			return true;
		if (p.cp == U'‰' && !p.starts)
			return true;
		sh |= p.cp == U'ç';
		ch |= is_one_of(p.cp, U"źŸ") && !p.starts && next;
		tj |= p.cp == U'†' && p.small_before;
		dj |= is_one_of(p.cp, U"ÐĐ") && p.small_before && p.small_behind;
		consonant |= p.cp == U'ç' && p.small_before && p.before_consonant;
		first |= is_one_of(p.cp, U"æŃÑ") && p.starts && is_vowel(p.next);
	}
	if (tj + dj + consonant + first > 1 || (first && sh))
		return true;
	return ch && (sh || !has_letters_only(l, U"źóńśżąęłćŹÓŃŚŻŁĆ"));
}

/* Control codes, a symbol inside a word, or capitals where words have none, and many. */
static bool is_broken(struct line l)
{
	enum { CAPITALS = 3 };
	size_t capitals = 0;
	for (size_t i = 0; i < l.n; i++) {
		struct plausible now = plausible_character(l.cp[i]);
		bool inside = i && letter_at(l, i - 1);
		if (l.cp[i] >= 0x80 && l.cp[i] < 0xA0)
			return true;
		if (now.kind == PLAUSIBLE_SYMBOL && inside && letter_at(l, i + 1))
			return true;
		capitals += inside && plausible_is_letter(now) && !now.small && l.cp[i] >= 0x80 &&
		            l.cp[i - 1] >= 0x80 && plausible_character(l.cp[i - 1]).small;
	}
	return capitals >= CAPITALS;
}

/* Which page read as which other is tried, and what the text must look like. */
static const struct confusion {
	int encoding, read_as;
	bool (*shows)(struct line l);
	bool freely; /* what shows is proof enough */
} CONFUSIONS[] = {
	{CP1250, CP1252, speaks_slavic,                true },
	{CP1250, LATIN1, speaks_slavic,                true },
	{CP1250, CP1252, speaks_hungarian,             true },
	{CP1254, CP1252, speaks_turkish,               true },
	{LATIN2, CP1250, speaks_latin2,                true },
	{CP1250, CP1251, speaks_cyrillic_page,         false},
	{CP1250, CP1251, speaks_hungarian_in_cyrillic, false},
	{CP1251, CP1252, is_dense,                     false},
	{CP1251, CP1250, is_dense,                     false},
	{CP1253, CP1252, is_dense,                     false},
	{CP1253, CP1250, is_dense,                     false},
	{CP1251, LATIN1, is_dense,                     false},
	{CP1251, LATIN2, is_dense,                     false},
	{ISO5,   CP1252, is_dense,                     false},
	{ISO5,   LATIN1, is_dense,                     false},
	{CP1250, LATIN2, is_broken,                    false},
	{CP1250, LATIN1, is_broken,                    false},
	{CP1252, LATIN1, is_broken,                    false},
	{LATIN2, CP1252, is_broken,                    false},
	{LATIN2, CP1252, has_signs_before_letters,     false},
	{LATIN2, CP1250, is_broken,                    false},
	{CP852,  CP1250, is_broken,                    false},
	{CP852,  CP1252, is_broken,                    false},
	{CP1250, CP852,  is_broken,                    false},
	{CP1251, ISO5,   is_broken,                    false},
	{ISO5,   CP1251, is_broken,                    false},
	{CP855,  CP1251, is_broken,                    false},
	{CP1251, LATIN1, is_broken,                    false},
	{CP1250, CP852,  speaks_from_852,              false},
	{CP852,  CP1250, speaks_as_852,                false},
	{CP852,  CP1252, speaks_as_852,                false},
};

/* Are most bytes beyond ASCII sequences of UTF-8? Then the rest was, too, and is lost. */
static bool is_rest_of_utf8(const char *bytes, size_t n)
{
	size_t high = 0, whole = 0, len;
	for (struct str rest = {bytes, n}; rest.n; rest = str_from(rest, len)) {
		utf8_decode(rest, &len);
		high += (unsigned char)*rest.p >= 0x80 ? len : 0;
		whole += len > 1 ? len : 0;
	}
	return whole * 2 > high;
}

/* `bytes` has room for one a character. */
static bool reread(const struct confusion *c, struct line l, char *bytes, struct line *out)
{
	out->n = 0;
	for (size_t i = 0; i < l.n; i++) {
		int byte = codepage_byte(&pages[c->read_as], l.cp[i]);
		if (byte < 0)
			return false;
		uint32_t cp = pages[c->encoding].cp[byte];
		if (cp == CODEPAGE_UNDEFINED)
			return false;
		bytes[i] = (char)byte;
		out->cp[out->n++] = cp;
	}
	return !is_rest_of_utf8(bytes, l.n);
}

/* Next to nothing may speak against the new reading, and much must against the old one. */
static bool is_clear(const struct confusion *c, struct looks now, struct looks before)
{
	if (c->freely)
		return now.bad < before.bad;
	if (now.bad * 4 > before.bad || now.bad >= before.bad)
		return false;
	return now.good > before.good || c->shows == is_dense; /* common letters, but all wrong */
}

static const struct confusion *mend_confusion(struct line *l, struct arena *arena)
{
	const struct confusion *found = NULL;
	struct looks before = look(*l), best = before;
	char *bytes = arena_alloc(arena, l->n + 1, 1);
	struct line out = {arena_alloc(arena, l->n + 1, sizeof *out.cp), 0};
	for (size_t i = 0; i < sizeof CONFUSIONS / sizeof *CONFUSIONS; i++) {
		const struct confusion *c = &CONFUSIONS[i];
		if (!c->shows(*l) || !reread(c, *l, bytes, &out))
			continue;
		struct looks now = look(out);
		if (is_clear(c, now, before) && (!found || is_better(now, best))) {
			best = now;
			found = c;
		}
	}
	if (found) {
		reread(found, *l, bytes, &out);
		*l = out;
	}
	return found;
}

/* All of it */

/* One step; what it does lessens what speaks against the text. */
static bool mend_once(struct line *l, struct mojibake *what, struct arena *arena)
{
	int read_as;
	size_t before = (size_t)look(*l).bad;
	if (before == 0)
		return false;
	if (mend_whole(l, &read_as, arena) || mend_words(l, &read_as, arena)) {
		*what = (struct mojibake){"UTF-8", PAGE_NAMES[read_as]};
		return true;
	}
	const struct confusion *c = mend_confusion(l, arena);
	if (c)
		*what = (struct mojibake){PAGE_NAMES[c->encoding], PAGE_NAMES[c->read_as]};
	return c;
}

static bool mend_yuscii(struct str *s, struct arena *arena)
{
	struct yuscii_count count = {0};
	yuscii_add(&count, *s);
	yuscii_end(&count);
	if (!yuscii_is_name(&count))
		return false;
	struct str out = {arena_alloc(arena, s->n + 1, UTF8_MAX_BYTES), 0};
	for (size_t i = 0; i < s->n; i++)
		out.n += utf8_encode(yuscii_character(YUSCII_LATIN, (unsigned char)s->p[i]),
			(char *)out.p + out.n);
	*s = out;
	return true;
}

/* What is there to look at: bytes beyond ASCII, or signs that may be YUSCII. */
static void glance(struct str s, bool *high, bool *sign)
{
	enum { HIGH = 1, SIGN = 2 };
	static const uint8_t what[256] = {
		['[' ... '^'] = SIGN, ['{' ... '~'] = SIGN, ['`'] = SIGN, [0x80 ... 0xFF] = HIGH};
	unsigned all = 0;
	for (size_t i = 0; i < s.n && !(all & HIGH); i++)
		all |= what[(unsigned char)s.p[i]];
	*high = all & HIGH;
	*sign = all & SIGN;
}

bool mojibake_is_suspect(struct str s)
{
	bool high, sign;
	glance(s, &high, &sign);
	return high ? plausible_is_doubtful(s) : sign;
}

struct str mojibake_mend(struct str s, struct mojibake *what, struct arena *arena)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	bool high, sign;
	*what = (struct mojibake){NULL, NULL};
	if (s.n > LONGEST)
		return s;
	glance(s, &high, &sign);
	if (!high && sign && mend_yuscii(&s, arena)) {
		*what = (struct mojibake){"YUSCII", "ASCII"};
		high = true;
	}
	if (!high || !plausible_is_doubtful(s) || !plausible_is_doubtful(text_nfc(s, arena)))
		return s;
	struct line l = line_of(s, arena);
	pthread_once(&once, load_pages);
	bool changed = false;
	while (mend_once(&l, what, arena))
		changed = true;
	return changed ? line_text(l, arena) : s;
}
