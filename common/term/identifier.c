#include "term/identifier.h"

enum { PERSONAL_DIGITS = 13, DIGITS_MOST = 13 };

struct digits {
	int d[DIGITS_MOST];
	size_t n;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Blanks, dots and dashes are passed over, and the country's two letters; false for other signs. */
static bool take_digits(struct str text, struct str country, struct digits *number)
{
	struct str s = str_trim(text);
	if (country.n == 2 && str_eq_ascii_case(str_head(s, 2), country))
		s = str_from(s, 2);
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

/* Sum of the first n digits, the weights falling by one from `first`. */
static int falling_sum(const int *d, size_t n, int first)
{
	int sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += d[i] * (first - (int)i);
	return sum;
}

/* What makes the sum divisible by 11; ten, which is no digit, is written 0. */
static int check_of(int sum)
{
	return (11 - sum % 11) % 11 % 10;
}

/* The last digit of n checks those before, with weights from n down to 2. */
static bool is_modulo_11(const int *d, size_t n)
{
	return d[n - 1] == check_of(falling_sum(d, n - 1, (int)n));
}

/* Weights 7 to 2, twice. */
static bool is_modulo_11_of_13(const int *d)
{
	return d[12] == check_of(falling_sum(d, 6, 7) + falling_sum(d + 6, 6, 7));
}

/* ISO 7064 MOD 11,10 */
static bool is_modulo_11_10(const int *d, size_t n)
{
	int product = 10;
	for (size_t i = 0; i + 1 < n; i++) {
		int sum = (product + d[i]) % 10;
		product = (sum ? sum : 10) * 2 % 11;
	}
	return (product + d[n - 1]) % 10 == 1;
}

static bool is_bulgarian(const int *d)
{
	int sum = 0, again = 0;
	for (int i = 0; i < 8; i++) {
		sum += d[i] * (i + 1);
		again += d[i] * (i + 3);
	}
	return d[8] == (sum % 11 < 10 ? sum % 11 : again % 11 % 10);
}

static bool is_day(int day, int month, int year)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	if (month < 1 || month > 12)
		return false;
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	return day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}

enum { YEAR_FIRST = 1850, YEAR_LAST = 2060 };

/* The year has its last three digits. */
static bool is_personal(const struct digits *number)
{
	const int *d = number->d;
	if (number->n != PERSONAL_DIGITS)
		return false;
	int year = 100 * d[4] + 10 * d[5] + d[6];
	year += year >= YEAR_FIRST % 1000 ? 1000 : 2000;
	return is_day(10 * d[0] + d[1], 10 * d[2] + d[3], year) && year <= YEAR_LAST &&
	       is_modulo_11_of_13(d);
}

static enum identifier judged(bool right)
{
	return right ? IDENTIFIER_OK : IDENTIFIER_WRONG;
}

/* A letter, eight digits, a letter. */
static bool has_albanian_shape(struct str s)
{
	if (s.n != 10 || !isalpha((unsigned char)s.p[0]) || !isalpha((unsigned char)s.p[9]))
		return false;
	for (size_t i = 1; i < 9; i++)
		if (!is_digit(s.p[i]))
			return false;
	return true;
}

static enum identifier check_digits(const struct digits *number, struct str country)
{
	const int *d = number->d;
	size_t n = number->n;
	if (str_eq(country, STR("HR")) && n == 11)
		return judged(is_modulo_11_10(d, n));
	if (str_eq(country, STR("RS")) && n == 9)
		return judged(is_modulo_11_10(d, n));
	if (str_eq(country, STR("RS")) && n == 8 && d[0] == 0)
		return judged(is_modulo_11(d, n));
	if ((str_eq(country, STR("ME")) || str_eq(country, STR("SI"))) && n == 8)
		return judged(is_modulo_11(d, n));
	if (str_eq(country, STR("SI")) && (n == 7 || n == 10))
		return judged(is_modulo_11(d, 7));
	if (str_eq(country, STR("MK")) && n == 13)
		return judged((d[0] == 4 || d[0] == 5) && is_modulo_11_of_13(d));
	if (str_eq(country, STR("BA")) && n == 13)
		return judged(d[0] == 4);
	if (str_eq(country, STR("BG")) && n == 9)
		return judged(is_bulgarian(d));
	return IDENTIFIER_OK;
}

enum identifier identifier_check(struct str text, struct str country)
{
	struct digits number;
	size_t n;
	if (identifier_find_personal(text, &n) < text.n)
		return IDENTIFIER_PERSONAL;
	if (str_eq(country, STR("AL")) && str_trim(text).n == 10)
		return judged(has_albanian_shape(str_trim(text)));
	if (!take_digits(text, country, &number))
		return IDENTIFIER_OK;
	return check_digits(&number, country);
}

/* The digits from a place on, up to 13, with single signs between them; returns the bytes. */
static size_t run_of_digits(struct str s, struct digits *number)
{
	size_t i = 0, end = 0;
	number->n = 0;
	while (i < s.n && number->n < PERSONAL_DIGITS) {
		if (is_digit(s.p[i])) {
			number->d[number->n++] = s.p[i++] - '0';
			end = i;
		} else if (i == end && strchr(" .-/", s.p[i]) && s.p[i]) {
			i++;
		} else {
			break;
		}
	}
	return end;
}

size_t identifier_find_personal(struct str text, size_t *n)
{
	struct digits number;
	for (size_t i = 0; i < text.n; i++) {
		if (!is_digit(text.p[i]) || (i && is_digit(text.p[i - 1])))
			continue;
		*n = run_of_digits(str_from(text, i), &number);
		bool ends = i + *n == text.n || !is_digit(text.p[i + *n]);
		if (ends && is_personal(&number))
			return i;
	}
	*n = 0;
	return text.n;
}
