/* number_format against the C library, digit by digit, on numbers of all kinds. */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "check.h"
#include "record/number.h"

static uint64_t seed = 1;

static uint64_t next_random(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

/* The shortest of 15, 16 and 17 digits that reads back, as the C library rounds them. */
static double check_same(double number)
{
	char ours[NUMBER_MAX], theirs[64];
	double again, other = NAN;
	size_t n = number_format(number, ours);
	int precision = 15;
	for (; precision <= 17; precision++) {
		snprintf(theirs, sizeof theirs, "%.*e", precision - 1, number);
		other = strtod(theirs, NULL);
		if (other == number)
			break;
	}
	CHECK(number_parse((struct str){ours, n}, &again) && again == number);
	size_t digits = 0, zeros = 0, theirs_digits = 0;
	for (size_t i = 0; i < n && ours[i] != 'e'; i++)
		if (ours[i] >= '0' && ours[i] <= '9' && (digits || ours[i] != '0')) {
			digits++;
			zeros = ours[i] == '0' ? zeros + 1 : 0;
		}
	for (const char *p = theirs; *p && *p != 'e'; p++)
		theirs_digits += *p >= '0' && *p <= '9';
	CHECK(digits - zeros <= theirs_digits);
	/* The same decimal: what the C library reads out of ours at its precision is what it wrote.
	 */
	char text[NUMBER_MAX + 1], rewritten[64];
	memcpy(text, ours, n);
	text[n] = '\0';
	snprintf(rewritten, sizeof rewritten, "%.*Le", precision - 1, strtold(text, NULL));
	CHECK(strcmp(rewritten, theirs) == 0);
	return again;
}

/* A minus, digits with at most one point, an exponent: as the header says, letter by letter. */
static bool is_number(const char *p)
{
	p += *p == '-';
	size_t whole = strspn(p, "0123456789"), part = 0;
	p += whole;
	if (*p == '.') {
		part = strspn(++p, "0123456789");
		p += part;
	}
	if (whole + part == 0)
		return false;
	if (*p == 'e' || *p == 'E') {
		p += 1 + (p[1] == '-' || p[1] == '+');
		size_t digits = strspn(p, "0123456789");
		if (digits == 0)
			return false;
		p += digits;
	}
	return *p == '\0';
}

/* Short texts, most of which are nearly numbers, in bytes that end where the text does. */
static void test_short_texts(void)
{
	static const char letters[] =
		"0123456789012345678901234567890123456789.....---eE+/: \x80\xff";
	for (int i = 0; i < 500000; i++) {
		char text[16] = "";
		size_t n = next_random() % 11;
		bool digits = next_random() % 2;
		for (size_t k = 0; k < n; k++)
			text[k] = letters[next_random() % (digits ? 42 : sizeof letters - 1)];
		char *bytes = malloc(n + 1);
		double number = 0;
		memcpy(bytes, text, n);
		bool parsed = number_parse((struct str){bytes, n}, &number);
		CHECK(parsed == (is_number(text) && isfinite(strtod(text, NULL))));
		if (parsed)
			CHECK(number == strtod(text, NULL) &&
				signbit(number) == signbit(strtod(text, NULL)));
		free(bytes);
	}
}

int main(void)
{
	test_short_texts();
	for (int i = 0; i < 200000; i++) {
		uint64_t bits = next_random();
		double number;
		memcpy(&number, &bits, sizeof number);
		if (isfinite(number) && fabs(number) > 1e-290 && fabs(number) < 1e300)
			check_same(number);
		check_same(1.0 / (double)(bits % 1000003 + 1));
		check_same((double)(bits % 100000) / 1000);
		check_same((double)(bits >> 11) * 0x1p-53 + 1e-6);
		check_same(ldexp((double)(bits >> 11), (int)(next_random() % 120) - 100));
		check_same((double)(bits >> 1));
	}
	for (int power = -60; power < 60; power++) {
		check_same(ldexp(1, power));
		check_same(nextafter(ldexp(1, power), 0));
		check_same(pow(10, power / 3));
		check_same(nextafter(pow(10, power / 3), 1e300));
	}
	return check_summary("number");
}
