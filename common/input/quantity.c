#include "input/quantity.h"
#include "record/number.h"

/* Where the marks of a number stand. */
struct marks {
	size_t points, commas, blanks; /* how many of each; an apostrophe counts as a blank */
	char last;                     /* the last of point and comma */
	size_t last_at;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* False when anything but digits and marks stands in it, or it begins or ends with a grouping mark.
 */
static bool find_marks(struct str s, struct marks *m)
{
	*m = (struct marks){0};
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (is_digit(c))
			continue;
		m->points += c == '.';
		m->commas += c == ',';
		m->blanks += c == ' ' || c == '\'';
		if (c == '.' || c == ',') {
			m->last = c;
			m->last_at = i;
		} else if (c != ' ' && c != '\'') {
			return false;
		}
	}
	return s.n > 0 && is_digit(s.p[s.n - 1]);
}

/* Languages that write 1,234.5; those of the region all write 1.234,5. */
static bool uses_point(struct str lang)
{
	static const char *const tags[] = {"en", "ga", "he", "ja", "zh", "ko", "th"};
	struct str primary = str_head(lang, str_index(lang, '-'));
	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		if (str_eq_ascii_case(primary, str_of(tags[i])))
			return true;
	return false;
}

char quantity_mark_of_language(struct str lang)
{
	if (lang.n == 0)
		return '\0';
	return uses_point(lang) ? '.' : ',';
}

/* The decimal mark: '.', ',', 0 for none, '?' when it cannot be told. `custom` is what is usual. */
static char decimal_mark(struct str s, const struct marks *m, char custom)
{
	size_t count = m->points + m->commas, behind = s.n - m->last_at - 1;
	if (count == 0)
		return '\0';
	if (m->points && m->commas)
		return m->last;
	if (count > 1)
		return '\0';
	bool groups = behind == 3 && m->last_at >= 1 && m->last_at <= 3 && s.p[0] != '0' &&
	              m->blanks == 0;
	if (!groups)
		return m->last;
	if (!custom)
		return '?';
	return m->last == custom ? m->last : '\0';
}

/* The whole part has groups of three, one to three in the first, all with the same mark. */
static bool groups_are_regular(struct str whole)
{
	char mark = '\0';
	size_t digits = 0;
	for (size_t i = 0; i < whole.n; i++) {
		if (is_digit(whole.p[i])) {
			digits++;
			continue;
		}
		if (digits == 0 || digits > 3 || (mark && (whole.p[i] != mark || digits != 3)))
			return false;
		mark = whole.p[i];
		digits = 0;
	}
	return !mark || digits == 3;
}

static bool is_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]))
			return false;
	return true;
}

static struct str without_marks(struct str s, bool minus, size_t decimal_at, struct arena *arena)
{
	char *p = arena_alloc(arena, s.n + 2, 1);
	size_t n = 0;
	if (minus)
		p[n++] = '-';
	for (size_t i = 0; i < s.n; i++)
		if (is_digit(s.p[i]))
			p[n++] = s.p[i];
		else if (i == decimal_at)
			p[n++] = '.';
	return (struct str){p, n};
}

/* "3’400.50": with the apostrophe of typewriters. */
static struct str with_plain_apostrophes(struct str s, struct arena *arena)
{
	static const struct str curly = STR_CONST("\xE2\x80\x99");
	if (str_find(s, curly) == s.n)
		return s;
	char *p = arena_alloc(arena, s.n, 1);
	size_t n = 0;
	while (s.n) {
		bool mark = str_starts(s, curly);
		p[n++] = mark ? '\'' : s.p[0];
		s = str_from(s, mark ? curly.n : 1);
	}
	return (struct str){p, n};
}

/* The stream has no more decimals than a number needs. */
static struct str without_end_zeros(struct str s)
{
	if (str_index(s, '.') == s.n)
		return s;
	while (s.p[s.n - 1] == '0')
		s.n--;
	s.n -= s.p[s.n - 1] == '.';
	return s;
}

/* Takes the sign off the front: a hyphen, the minus of typography, or a plus. */
static bool take_sign(struct str *s, bool *minus)
{
	const struct str signs[] = {STR("-"), STR("\xE2\x88\x92"), STR("+")};
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (str_starts(*s, signs[i])) {
			*s = str_trim(str_from(*s, signs[i].n));
			*minus = i < 2;
			return true;
		}
	return false;
}

char quantity_mark_shown(struct str text)
{
	struct marks m;
	bool minus;
	struct str s = str_trim(text);
	take_sign(&s, &minus);
	if (!find_marks(s, &m) || m.points + m.commas == 0)
		return '\0';
	char mark = decimal_mark(s, &m, '\0');
	if (mark == '?')
		return '\0';
	if (!groups_are_regular(str_head(s, mark ? m.last_at : s.n)) ||
		(mark && !is_digits(str_from(s, m.last_at + 1))))
		return '\0';
	if (!mark) /* it stands between groups, so that the other one is left for decimals */
		return m.points ? ',' : '.';
	return mark;
}

/* Up to 15 digits, perhaps with a point and decimals: not three of them, and no zero at their end.
 */
bool quantity_is_plain(struct str text)
{
	enum { DIGITS_MAX = 15 };
	size_t point = text.n;
	if (text.n == 0 || text.n > DIGITS_MAX || !is_digit(text.p[0]))
		return false;
	for (size_t i = 1; i < text.n; i++) {
		if (text.p[i] == '.' && point == text.n)
			point = i;
		else if (!is_digit(text.p[i]))
			return false;
	}
	size_t decimals = point < text.n ? text.n - point - 1 : 0;
	return point == text.n || (decimals && decimals != 3 && text.p[text.n - 1] != '0');
}

enum quantity quantity_read(struct str text, char mark, struct arena *arena, struct str *number)
{
	struct marks m;
	struct str s = with_plain_apostrophes(text, arena);
	bool minus = false;
	double value;
	bool has_sign = take_sign(&s, &minus);
	*number = text;
	if (!find_marks(s, &m))
		return number_parse(text, &value) ? QUANTITY_OK : QUANTITY_BAD;
	mark = decimal_mark(s, &m, mark);
	if (mark == '?')
		return QUANTITY_AMBIGUOUS;
	size_t decimal_at = mark ? m.last_at : s.n;
	if (!groups_are_regular(str_head(s, decimal_at)) ||
		!is_digits(str_from(s, decimal_at + (mark != '\0'))))
		return QUANTITY_BAD;
	bool plain = m.commas == 0 && m.blanks == 0 && (mark == '.' || m.points == 0);
	if (!plain || (has_sign && !str_starts(text, STR("-"))) || text.n != s.n + minus)
		*number = without_marks(s, minus, decimal_at, arena);
	*number = without_end_zeros(*number);
	return number_parse(*number, &value) ? QUANTITY_OK : QUANTITY_BAD;
}
