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
	{0,   "\xC2\xA0§°©®·½ţŢ"					  },
	{-10, "фыэьёЁЫЭЬЪЙЯЮЩїЇєЄґҐіІўЎ"                  },
};

enum { WEIGHT_OTHER_LETTER = -10, WEIGHT_SYMBOL = -25, WEIGHT_UNDEFINED = -80 };
enum { TWO_SCRIPTS = 40, CAPITAL_INSIDE = 20, SYMBOL_BESIDE = 10 };

/* Of all code points that the pages of the region have. */
static struct plausible table[END_CP];

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

static void make(void)
{
	size_t len;
	for (uint32_t cp = 0; cp < END_CP; cp++)
		table[cp] = unlisted(cp);
	for (size_t i = 0; i < sizeof WEIGHTS / sizeof *WEIGHTS; i++)
		for (struct str s = str_of(WEIGHTS[i].letters); s.n; s = str_from(s, len))
			table[utf8_decode(s, &len)].weight = (int8_t)WEIGHTS[i].tenths;
}

struct plausible plausible_character(uint32_t cp)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, make);
	if (cp < END_CP)
		return table[cp];
	int weight = cp == CODEPAGE_UNDEFINED ? WEIGHT_UNDEFINED : WEIGHT_SYMBOL;
	return (struct plausible){(int8_t)weight, PLAUSIBLE_SYMBOL, false};
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
