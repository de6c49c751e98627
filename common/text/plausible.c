#include <pthread.h>

#include "base/str.h"
#include "base/utf8.h"
#include "text/codepage.h"
#include "text/plausible.h"

enum { HIGH = 0x80, END_CP = 0x2600 };

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
	{8,   "ţŢșȘțȚ"						      },
	{0,   "\xC2\xA0§°©®·½"					      },
	{-10, "фыэьёЁЫЭЬЪЙЯЮЩїЇєЄґҐіІўЎ"                  },
};

enum { WEIGHT_OTHER_LETTER = -10, WEIGHT_SYMBOL = -25, WEIGHT_UNDEFINED = -80 };
enum { TWO_SCRIPTS = 40, CAPITAL_INSIDE = 20, SYMBOL_BESIDE = 10 };

/* Of all code points that the pages of the region have. */
static struct plausible table[END_CP];

/*
 * Characters that say the same are one class, so that all pairs are one small table: bit `now` of
 * doubt[before] tells whether `now` behind `before` speaks against a text. Class 0 is what says
 * nothing: where a text begins, ASCII signs and digits.
 */
enum { CLASSES_MAX = 64 };
static struct class
{
	struct plausible of;
	bool high;
} classes[CLASSES_MAX];
static unsigned nclasses;
static uint8_t class_of[END_CP + 1]; /* the last is that of all characters behind the table */
static uint64_t doubt[CLASSES_MAX];

static bool is_ascii_letter(uint32_t cp)
{
	return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
}

static enum plausible_kind kind_of(uint32_t cp)
{
	if (cp < HIGH)
		return is_ascii_letter(cp) ? PLAUSIBLE_LATIN : PLAUSIBLE_NONE;
	if (cp >= 0xC0 && cp < 0x250 && cp != 0xD7 && cp != 0xF7)
		return PLAUSIBLE_LATIN;
	if (cp >= 0x386 && cp < 0x3CF)
		return PLAUSIBLE_GREEK;
	if (cp >= 0x400 && cp < 0x500)
		return PLAUSIBLE_CYRILLIC;
	if (cp == 0xA0 || cp == 0xAB || cp == 0xBB)
		return PLAUSIBLE_MARK;
	return cp >= 0x2010 && cp < 0x2040 ? PLAUSIBLE_MARK : PLAUSIBLE_SYMBOL;
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

static struct plausible unlisted(uint32_t cp)
{
	if (cp >= HIGH && cp < 0xA0)
		return (struct plausible){WEIGHT_UNDEFINED, PLAUSIBLE_SYMBOL, false};
	struct plausible c = {0, (uint8_t)kind_of(cp), is_small(cp)};
	if (cp >= HIGH)
		c.weight = plausible_is_letter(c) ? WEIGHT_OTHER_LETTER : WEIGHT_SYMBOL;
	return c;
}

static struct plausible beyond(uint32_t cp)
{
	int weight = cp == CODEPAGE_UNDEFINED ? WEIGHT_UNDEFINED : WEIGHT_SYMBOL;
	return (struct plausible){(int8_t)weight, PLAUSIBLE_SYMBOL, false};
}

static uint8_t class_add(struct plausible c, bool high)
{
	unsigned i = 0;
	while (i < nclasses && (classes[i].of.weight != c.weight || classes[i].of.kind != c.kind ||
				       classes[i].of.small != c.small || classes[i].high != high))
		i++;
	if (i == nclasses)
		classes[nclasses++] = (struct class){c, high};
	return (uint8_t)i;
}

static void make_classes(void)
{
	for (uint32_t cp = 0; cp < END_CP; cp++)
		class_of[cp] = class_add(table[cp], cp >= HIGH);
	class_of[END_CP] = class_add(beyond(END_CP), true);
	for (unsigned before = 0; before < nclasses; before++)
		for (unsigned now = 0; now < nclasses; now++)
			if ((classes[before].high || classes[now].high) &&
				plausible_pair(classes[before].of, classes[now].of) < 0)
				doubt[before] |= (uint64_t)1 << now;
}

static void make(void)
{
	size_t len;
	for (uint32_t cp = 0; cp < END_CP; cp++)
		table[cp] = unlisted(cp);
	for (size_t i = 0; i < sizeof WEIGHTS / sizeof *WEIGHTS; i++)
		for (struct str s = str_of(WEIGHTS[i].letters); s.n; s = str_from(s, len))
			table[utf8_decode(s, &len)].weight = (int8_t)WEIGHTS[i].tenths;
	make_classes();
}

static pthread_once_t once = PTHREAD_ONCE_INIT;

struct plausible plausible_character(uint32_t cp)
{
	pthread_once(&once, make);
	return cp < END_CP ? table[cp] : beyond(cp);
}

/* The class of the character at s[i], which takes *len bytes. */
static inline unsigned class_at(struct str s, size_t i, size_t *len)
{
	uint32_t c = (unsigned char)s.p[i];
	*len = 1;
	if (c < HIGH)
		return class_of[c];
	if (c < 0xE0 && i + 1 < s.n) {
		*len = 2;
		return class_of[(c & 0x1F) << 6 | ((unsigned char)s.p[i + 1] & 0x3F)];
	}
	c = utf8_decode(str_from(s, i), len);
	return class_of[c < END_CP ? c : END_CP];
}

bool plausible_is_doubtful(struct str s)
{
	pthread_once(&once, make);
	for (size_t i = 0, len, before = 0, now; i < s.n; i += len, before = now) {
		now = class_at(s, i, &len);
		if (doubt[before] >> now & 1)
			return true;
	}
	return false;
}

int plausible_pair(struct plausible before, struct plausible now)
{
	int w = now.weight;
	bool letter_before = plausible_is_letter(before), letter = plausible_is_letter(now);
	if (letter_before && letter) {
		w -= before.kind != now.kind ? TWO_SCRIPTS : 0;
		w -= before.small && !now.small ? CAPITAL_INSIDE : 0;
	}
	if (before.kind == PLAUSIBLE_SYMBOL && letter)
		w -= SYMBOL_BESIDE;
	if (letter_before && now.kind == PLAUSIBLE_SYMBOL)
		w -= SYMBOL_BESIDE;
	return w;
}
