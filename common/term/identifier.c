#include "term/identifier.h"
#include "term/checkdigit.h"
#include "term/citizen.h"

enum { DIGITS_MOST = 13, ALBANIAN = 10 };

struct digits {
	int d[DIGITS_MOST + 1];
	size_t n;
};

enum check { CHECK_NONE, CHECK_11, CHECK_11_STRICT, CHECK_11_10, CHECK_BULGARIAN };

/* Numbers of one length; of rows of one length that of its first digit counts. Those of tax offices
 * come first in their country. */
static const struct scheme {
	char country[3];
	unsigned char digits;
	const char *first; /* what it may begin with */
	enum check check;
	unsigned char checked, weight; /* digits up to the check digit, the weight of the first */
	bool tax;
} SCHEMES[] = {
	{"HR", 11, "0123456789", CHECK_11_10,     11, 0, true },
	{"RS", 9,  "0123456789", CHECK_11_10,     9,  0, true },
	{"RS", 8,  "0",          CHECK_11,        8,  8, false},
	{"RS", 8,  "123456789",  CHECK_NONE,      8,  0, false},
	{"BA", 13, "4",          CHECK_11,        13, 7, true },
	{"BA", 12, "0123456789", CHECK_11,        13, 7, true },
	{"ME", 8,  "0123456789", CHECK_11,        8,  8, true },
	{"MK", 13, "45",         CHECK_11,        13, 7, true },
	{"MK", 7,  "0123456789", CHECK_NONE,      7,  0, false},
	{"SI", 8,  "123456789",  CHECK_11_STRICT, 8,  8, true },
	{"SI", 7,  "0123456789", CHECK_11_STRICT, 7,  7, false},
	{"SI", 10, "0123456789", CHECK_11_STRICT, 7,  7, false},
	{"XK", 9,  "0123456789", CHECK_NONE,      9,  0, true },
	{"BG", 9,  "0123456789", CHECK_BULGARIAN, 9,  0, false},
	{"BG", 13, "0123456789", CHECK_BULGARIAN, 9,  0, false},
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Without a label and the country's code before it: "PIB: 100041150", "SI98511734". */
static struct str number_in(struct str text, struct str country)
{
	size_t colon = str_index(text, ':');
	struct str s = str_trim(colon < text.n ? str_from(text, colon + 1) : text);
	return country.n == 2 && str_eq_ascii_case(str_head(s, 2), country) ? str_from(s, 2) : s;
}

/* Blanks, dots and dashes are passed over; false for other signs. */
static bool take_digits(struct str s, struct digits *number)
{
	number->n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (strchr(" .-", s.p[i]))
			continue;
		if (!is_digit(s.p[i]) || number->n == DIGITS_MOST)
			return false;
		number->d[number->n++] = s.p[i] - '0';
	}
	return number->n > 0;
}

/* The number for VAT of Bosnia and Herzegovina is another without its first digit. */
static void complete(struct digits *number)
{
	memmove(number->d + 1, number->d, number->n * sizeof *number->d);
	number->d[0] = 4;
	number->n++;
}

static bool is_right(const struct scheme *s, struct digits *number)
{
	if (s->checked > number->n)
		complete(number);
	int last = number->d[s->checked - 1];
	switch (s->check) {
	case CHECK_11: return checkdigit_modulo_11(number->d, s->checked, s->weight) % 10 == last;
	case CHECK_11_STRICT: {
		/* what would be 0 by itself is not given out */
		int check = checkdigit_modulo_11(number->d, s->checked, s->weight);
		return check && check % 10 == last;
	}
	case CHECK_11_10: return checkdigit_modulo_11_10(number->d, s->checked);
	case CHECK_BULGARIAN: return checkdigit_bulgarian(number->d);
	case CHECK_NONE: return true;
	}
	return true;
}

static enum identifier check_digits(struct digits *number, struct str country, bool tax)
{
	bool has_length = false, has_tax = false;
	for (size_t i = 0; i < sizeof SCHEMES / sizeof *SCHEMES; i++) {
		const struct scheme *s = &SCHEMES[i];
		if (!str_eq(country, str_of(s->country)))
			continue;
		has_tax |= s->tax;
		if (s->digits != number->n || (tax && !s->tax && has_tax))
			continue;
		has_length = true;
		if (strchr(s->first, '0' + number->d[0]))
			return is_right(s, number) ? IDENTIFIER_OK : IDENTIFIER_WRONG;
	}
	if (has_length)
		return IDENTIFIER_WRONG;
	return tax && has_tax ? IDENTIFIER_SHAPE : IDENTIFIER_OK;
}

/* A letter, eight digits, a letter, perhaps with blanks between. */
static bool has_albanian_shape(struct str s)
{
	size_t n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == ' ')
			continue;
		bool edge = n == 0 || n == ALBANIAN - 1;
		if (edge ? !isalpha((unsigned char)s.p[i]) : !is_digit(s.p[i]))
			return false;
		n++;
	}
	return n == ALBANIAN;
}

static bool is_one_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!isalnum((unsigned char)s.p[i]) && s.p[i] != ' ')
			return false;
	return true;
}

/* Registers of courts give other numbers. */
static enum identifier check_albanian(struct str s, bool tax)
{
	if (has_albanian_shape(s) || !is_one_number(s))
		return IDENTIFIER_OK;
	if (tax)
		return IDENTIFIER_SHAPE;
	return s.n == ALBANIAN ? IDENTIFIER_WRONG : IDENTIFIER_OK;
}

enum identifier identifier_check(struct str text, struct str country, bool tax)
{
	struct digits number;
	struct str s = number_in(text, country);
	size_t n;
	if (citizen_find(text, &n) < text.n)
		return IDENTIFIER_PERSONAL;
	if (str_eq(country, STR("AL")) && s.n)
		return check_albanian(s, tax);
	return take_digits(s, &number) ? check_digits(&number, country, tax) : IDENTIFIER_OK;
}
