#include "base/buf.h"
#include "base/utf8.h"
#include "date/dategrammar.h"
#include "date/dateread.h"
#include "date/edtf.h"

enum {
	YEAR_MIN = 1800, /* before and after these a year is rather a slip or a code */
	YEAR_MAX = 2100,
	SERIAL_MIN = 20000, /* 1954 to 2064 in spreadsheets, which count from 1899-12-30 */
	SERIAL_MAX = 60000,
	NULL_MAX = 64, /* bytes of the longest text that may mean "no value" */
};

static bool all_open(const struct tokens *t)
{
	for (size_t i = 0; i < t->n; i++)
		if (!(t->token[i].roles & (ROLE_OPEN | ROLE_NULL)))
			return false;
	return t->n > 0;
}

/* Both ends that are known lie in years that a source of today can speak of. */
static bool is_plausible(struct str edtf)
{
	struct edtf d;
	int32_t from = day_of(YEAR_MIN, 1, 1), to = day_of(YEAR_MAX, 12, 31);
	return edtf_parse(edtf, &d) && (d.open_start || d.first >= from) &&
	       (d.open_end || d.last <= to) && !(d.open_start && d.open_end);
}

/* A month or a decade that is said twice, "2005 – 2005", is one date. */
static struct str merge_equal_ends(struct str edtf)
{
	size_t slash = str_index(edtf, '/');
	if (slash < edtf.n && str_eq(str_head(edtf, slash), str_from(edtf, slash + 1)))
		return str_head(edtf, slash);
	return edtf;
}

static bool all_digits(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!isdigit((unsigned char)s.p[i]))
			return false;
	return s.n > 0;
}

static int to_int(struct str digits)
{
	int value = 0;
	for (size_t i = 0; i < digits.n; i++)
		value = value * 10 + digits.p[i] - '0';
	return value;
}

/* 37257, 40544.0, 41234,75: days of a spreadsheet, with the time of day behind the point. */
static bool read_serial(struct str s, struct buf *out)
{
	enum { SERIAL_DIGITS = 5, FRACTION_MAX = 20 };
	char text[EDTF_DAY_MAX];
	bool fraction = s.n > SERIAL_DIGITS + 1 && s.n < FRACTION_MAX &&
	                strchr(".,", s.p[SERIAL_DIGITS]) &&
	                all_digits(str_from(s, SERIAL_DIGITS + 1));
	if (!(s.n == SERIAL_DIGITS || fraction) || !all_digits(str_head(s, SERIAL_DIGITS)))
		return false;
	int serial = to_int(str_head(s, SERIAL_DIGITS));
	if (serial < SERIAL_MIN || serial > SERIAL_MAX)
		return false;
	buf_add(out, text, day_format(day_of(1899, 12, 30) + serial, text));
	return true;
}

/* 20190930 */
static bool read_basic(struct str s, struct buf *out)
{
	if (s.n != 8 || !all_digits(s))
		return false;
	buf_fmt(out, "%.4s-%.2s-%.2s", s.p, s.p + 4, s.p + 6);
	return true;
}

/* Without brackets or quotes around all of it. */
static struct str unwrap(struct str s)
{
	static const char pairs[][2] = {
		{'(', ')'},
                {'[', ']'},
                {'"', '"'}
        };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (s.n > 2 && s.p[0] == pairs[i][0] && s.p[s.n - 1] == pairs[i][1])
			return str_trim((struct str){s.p + 1, s.n - 2});
	return s;
}

static bool take_digits(struct str *s, size_t min, size_t max, int *value)
{
	size_t n = 0;
	while (n < s->n && n < max && isdigit((unsigned char)s->p[n]))
		n++;
	*value = to_int(str_head(*s, n));
	*s = str_from(*s, n);
	return n >= min;
}

static bool take_char(struct str *s, const char *any)
{
	if (s->n == 0 || !memchr(any, s->p[0], strlen(any)))
		return false;
	*s = str_from(*s, 1);
	return true;
}

/* hh:mm, hh:mm:ss or hh:mm:ss.fff at the start of *s, and what may follow it: AM, h, Z, +01:00. */
static bool take_time(struct str *s)
{
	static const struct str suffixes[] = {STR_CONST("am"), STR_CONST("pm"), STR_CONST("utc"),
		STR_CONST("gmt"), STR_CONST("h"), STR_CONST("z"), STR_CONST("časova"),
		STR_CONST("часова"), STR_CONST("часот"), STR_CONST("sati"), STR_CONST("сати"),
		STR_CONST("uri")};
	enum { FRACTION_MAX = 9 };
	int hour, minute, second = 0, any;
	if (!take_digits(s, 1, 2, &hour) || !take_char(s, ":") || !take_digits(s, 2, 2, &minute))
		return false;
	if (take_char(s, ":") && !take_digits(s, 2, 2, &second))
		return false;
	if (take_char(s, ".,") && !take_digits(s, 1, FRACTION_MAX, &any))
		return false;
	if (take_char(s, "+-") &&
		!(take_digits(s, 2, 2, &any) && (take_char(s, ":"), take_digits(s, 0, 2, &any))))
		return false;
	*s = str_trim(*s);
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		if (str_eq_ascii_case(str_head(*s, suffixes[i].n), suffixes[i])) {
			*s = str_from(*s, suffixes[i].n);
			break;
		}
	}
	return hour <= 24 && minute <= 59 && second <= 60;
}

/*
 * A time of day behind the date is left out; *timed tells. "2015-10-30T10:00:00Z", "30.10.2015. u
 * 18:30 h": the word before it is one that the parser drops.
 */
static struct str cut_time(struct str s, bool *timed)
{
	size_t colon = str_index(s, ':'), begin = colon;
	*timed = false;
	if (colon == s.n)
		return s;
	while (begin > 0 && isdigit((unsigned char)s.p[begin - 1]))
		begin--;
	struct str rest = str_from(s, begin);
	if (begin == 0 || begin == colon || !take_time(&rest) || rest.n)
		return s;
	if (!memchr(" ,T\t", s.p[begin - 1], 4))
		return s;
	*timed = true;
	begin -= s.p[begin - 1] == 'T' || s.p[begin - 1] == ',';
	return str_trim(str_head(s, begin));
}

/* The same for an hour alone: "30.10.2015. u 19h", "30 октомври 2015 во 20 часот". */
static struct str cut_hour(struct str s, bool *timed)
{
	static const struct str words[] = {STR_CONST("h"), STR_CONST("časova"), STR_CONST("часова"),
		STR_CONST("часот"), STR_CONST("sati"), STR_CONST("сати"), STR_CONST("uri")};
	struct str rest = s;
	int hour;
	for (size_t i = 0; i < sizeof words / sizeof *words && rest.n == s.n; i++)
		if (str_ends(s, words[i]))
			rest = str_trim(str_head(s, s.n - words[i].n));
	if (rest.n < s.n && str_ends(rest, STR(".")))
		rest.n--; /* "ob 14. uri" */
	size_t begin = rest.n;
	while (begin > 0 && isdigit((unsigned char)rest.p[begin - 1]))
		begin--;
	struct str digits = str_from(rest, begin);
	if (rest.n == s.n || begin == 0 || rest.p[begin - 1] != ' ' ||
		!take_digits(&digits, 1, 2, &hour) || digits.n || hour > 24)
		return s;
	*timed = true;
	return str_trim(str_head(s, begin));
}

/* What has no language: EDTF itself, serial numbers, 20190930. */
static bool read_numeric(struct str s, struct buf *out)
{
	struct edtf d;
	if (edtf_parse(s, &d)) {
		buf_addstr(out, s);
		return true;
	}
	return read_serial(s, out) || read_basic(s, out);
}

static enum dateread read_words(struct str s, struct str lang, struct buf *out)
{
	struct tokens tokens;
	if (!date_tokens(s, lang, &tokens) || tokens.n == 0)
		return DATEREAD_BAD;
	if (tokens.token[0].gap & ~(unsigned)(GAP_BLANK | GAP_APOSTROPHE))
		return DATEREAD_BAD;
	if (all_open(&tokens))
		return DATEREAD_NONE;
	return date_grammar(&tokens, lang, out) ? DATEREAD_OK : DATEREAD_BAD;
}

/* Is it a single day? */
static bool is_day(struct str edtf)
{
	struct edtf d;
	return edtf_parse(edtf, &d) && d.first == d.last;
}

/* "0000-00-00", as databases write a day that is not known. */
static bool is_zero(struct str s)
{
	size_t zeros = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (!strchr("0-./: T", s.p[i]))
			return false;
		zeros += s.p[i] == '0';
	}
	return zeros >= 8;
}

static enum dateread read_text(struct str s, struct str lang, struct buf *out)
{
	bool timed;
	if (s.n == 0 || is_no_value(s) || is_zero(s))
		return DATEREAD_NONE;
	s = cut_time(s, &timed);
	if (!timed)
		s = cut_hour(s, &timed);
	struct str inner = unwrap(s);
	enum dateread how = read_numeric(s, out) || read_numeric(inner, out)
	                            ? DATEREAD_OK
	                            : read_words(inner, lang, out);
	if (how != DATEREAD_OK)
		return how;
	return is_plausible(buf_str(out)) && (!timed || is_day(buf_str(out))) ? DATEREAD_OK
	                                                                      : DATEREAD_BAD;
}

enum dateread date_read(struct str text, struct str lang, struct arena *arena, struct str *edtf)
{
	struct buf out = {0};
	enum dateread how = read_text(str_trim(text), lang, &out);
	*edtf = (struct str){0};
	if (how == DATEREAD_OK)
		*edtf = arena_str(arena, merge_equal_ends(buf_str(&out)));
	buf_release(&out);
	return how;
}

/* The number at `at` and the digits behind it, as many as there may be; *n how many there are. */
static int number_at(struct str s, size_t at, size_t most, size_t *n)
{
	int value = 0;
	for (*n = 0; *n < most && at + *n < s.n; ++*n) {
		unsigned digit = (unsigned char)s.p[at + *n] - '0';
		if (digit > 9)
			break;
		value = 10 * value + (int)digit;
	}
	return value;
}

static bool is_day_of(int year, int month, int day)
{
	return year >= YEAR_MIN && year <= YEAR_MAX && month >= 1 && month <= 12 && day >= 1 &&
	       (day <= 28 || day <= days_in_month(year, month));
}

/* Is it a year, or a day as 2014-05-03? */
static bool is_iso(struct str s)
{
	size_t y, m, d;
	int year = number_at(s, 0, 4, &y);
	if (s.n == 4)
		return y == 4 && year >= YEAR_MIN && year <= YEAR_MAX;
	if (s.n != sizeof "yyyy-mm-dd" - 1 || y != 4 || s.p[4] != '-' || s.p[7] != '-')
		return false;
	int month = number_at(s, 5, 2, &m), day = number_at(s, 8, 2, &d);
	return m == 2 && d == 2 && is_day_of(year, month, day);
}

/* Two digits of a number. */
static void put_two(char *to, int number)
{
	to[0] = (char)('0' + number / 10);
	to[1] = (char)('0' + number % 10);
}

/* 3.5.2014 or 03.05.2014. as 2014-05-03; empty when it is nothing of the kind. */
static struct str dotted_day(struct str s, struct arena *arena)
{
	static const struct str none = {NULL, 0};
	size_t d, m, y;
	int day = number_at(s, 0, 2, &d), month = number_at(s, d + 1, 2, &m),
	    year = number_at(s, d + m + 2, 4, &y);
	size_t end = d + m + y + 2;
	if (!d || !m || y != 4 || s.p[d] != '.' || s.p[d + m + 1] != '.')
		return none;
	if (s.n != end && !(s.n == end + 1 && s.p[end] == '.'))
		return none;
	if (!is_day_of(year, month, day))
		return none;
	char *iso = arena_alloc(arena, sizeof "yyyy-mm-dd", 1);
	memcpy(iso, s.p + d + m + 2, 4);
	iso[4] = iso[7] = '-';
	put_two(iso + 5, month);
	put_two(iso + 8, day);
	return (struct str){iso, sizeof "yyyy-mm-dd" - 1};
}

struct str date_read_day(struct str text, struct arena *arena)
{
	if (text.n > sizeof "dd.mm.yyyy." - 1)
		return (struct str){NULL, 0};
	return is_iso(text) ? text : dotted_day(text, arena);
}

/* Only signs that stand where a value would: "-", "—", "/", "???", "...". */
static bool is_filler(struct str s)
{
	size_t len;
	for (; s.n; s = str_from(s, len)) {
		uint32_t cp = utf8_decode(s, &len);
		bool dash = cp >= 0x2010 && cp <= 0x2015;
		if (!dash && cp != 0x2026 && cp != 0xA0 &&
			(cp >= 0x80 || !strchr("-/?._*, \t", (int)cp) || !cp))
			return false;
	}
	return true;
}

bool is_no_value(struct str text)
{
	char plain[NULL_MAX];
	text = str_trim(text);
	if (is_filler(text) || str_eq_ascii_case(text, STR("x")) ||
		str_eq_ascii_case(text, STR("n.a.")))
		return true;
	if (text.n > NULL_MAX || text.n < 3)
		return false;
	for (size_t i = 0; i < text.n; i++)
		if (isdigit((unsigned char)text.p[i]))
			return false;
	struct str phrase = {plain, date_plain(text, plain, sizeof plain)};
	return phrase.n && date_word_find(phrase, (struct str){0}, true).roles & ROLE_NULL;
}
