#include "date/datefuse.h"
#include "date/dategrammar.h"
#include "date/edtf.h"

/*
 * Tokens that carry the date itself, numbers, months and seasons, spell a shape such as "dmy"; a
 * table says which field each of them is. What the table does not know is no date. Intervals are
 * cut in two, and each half is read so; one half may borrow month and year.
 */

enum { SHAPE_MAX = 6, SHORT_YEARS_END = 2030 };

/* One date as far as it was said; 0 is unsaid. month is 21 to 24 for a season, and more for another
 * part of a year (datefuse.h). */
struct said {
	int year, month, day;
	bool decade, century, approx;
	unsigned part; /* early, mid or late */
};

/* Tokens from `begin` up to `end`, not included. */
struct slice {
	const struct tokens *tokens;
	size_t begin, end;
	struct str lang;
};

struct core {
	const struct token *token[SHAPE_MAX];
	char shape[SHAPE_MAX + 1];
	size_t n;
};

static const struct token *at(const struct slice *s, size_t i)
{
	return &s->tokens->token[i];
}

static bool has(const struct slice *s, size_t i, unsigned roles)
{
	return i < s->end && at(s, i)->roles & roles;
}

static bool is_year(const struct token *t)
{
	return t->roles & ROLE_NUMBER && t->digits == 4;
}

/* "I–VI 2012": the token at i is joined to the one before it. */
static bool is_joined(const struct slice *s, size_t i)
{
	return i > 0 && i < s->tokens->n && at(s, i)->gap & (GAP_HYPHEN | GAP_DASH | GAP_SLASH) &&
	       at(s, i)->roles & at(s, i - 1)->roles & ROLE_ROMAN;
}

/*
 * Is I, V, X … at i a month? Between a day and a year, or where nothing else can be meant,
 * or joined to another one; a capital before a year too, but for V in the languages where it is a
 * preposition.
 */
static bool is_roman_month(const struct slice *s, size_t i)
{
	const struct token *t = at(s, i);
	bool glued = i > 0 && t->gap == 0; /* "2012x" */
	if (!(t->roles & ROLE_ROMAN) || glued)
		return false;
	bool before_year = i + 1 < s->end && is_year(at(s, i + 1));
	if (before_year && i > s->begin && at(s, i - 1)->roles & ROLE_NUMBER)
		return true;
	if (t->roles == ROLE_ROMAN)
		return true;
	if (is_joined(s, i) || is_joined(s, i + 1))
		return true;
	return before_year && t->upper && !(t->value == 5 && date_lang_has_v(s->lang));
}

/* d: one or two digits, y: four, c: a decade, w: a century, m: a month, s: a season or another part
 * of a year, 0: none of these. */
static char shape_of(const struct slice *s, size_t i)
{
	const struct token *t = at(s, i);
	if (t->roles & ROLE_NUMBER)
		return t->digits == 4 ? 'y' : t->digits <= 2 ? 'd' : 0;
	if (t->roles & ROLE_DECADE)
		return 'c';
	if (t->roles & ROLE_CENTURY)
		return t->value ? 'w' : 0;
	if (t->roles & ROLE_MONTH || is_roman_month(s, i))
		return 'm';
	return t->roles & ROLE_SEASON ? 's' : 0;
}

/* "leto-jesen 2014": a word that is the year elsewhere. */
static bool is_season_rather(const struct slice *s, size_t i)
{
	return has(s, i, ROLE_YEAR) && has(s, i + 1, ROLE_SEASON) &&
	       at(s, i + 1)->gap & (GAP_HYPHEN | GAP_DASH | GAP_SLASH);
}

/*
 * Sorts the tokens into the core and what is said about it; false when one has no place in a
 * date.
 */
static bool take_core(const struct slice *s, struct core *core, struct said *said)
{
	*core = (struct core){0};
	*said = (struct said){.approx = s->begin == 0 && s->tokens->approx};
	for (size_t i = s->begin; i < s->end; i++) {
		unsigned roles = at(s, i)->roles;
		char shape = shape_of(s, i);
		if (shape) {
			if (core->n == SHAPE_MAX)
				return false;
			core->token[core->n] = at(s, i);
			core->shape[core->n++] = shape;
		} else if (roles & ROLE_PART && core->n == 0 && !said->part) {
			said->part = roles & ROLE_PART;
		} else if (roles & ROLE_APPROX) {
			said->approx = true;
		} else if (!(roles & (ROLE_DROP | ROLE_YEAR | ROLE_DURING)) ||
			   (roles & ROLE_OPEN && core->n) || is_season_rather(s, i)) {
			return false;
		}
	}
	return core->n > 0;
}

/* The gaps inside the core, from its second token on, but for blanks beside other signs. */
static unsigned inner_gaps(const struct core *core)
{
	unsigned gaps = 0;
	for (size_t i = 1; i < core->n; i++)
		gaps |= core->token[i]->gap;
	return gaps & ~(unsigned)GAP_BLANK ? gaps & ~(unsigned)GAP_BLANK : gaps;
}

/* Numbers alone are a date when one sign, the same everywhere, stands between them. */
static bool gaps_agree(const struct core *core)
{
	unsigned gaps = inner_gaps(core);
	for (size_t i = 1; i < core->n; i++)
		if (!(core->token[i]->gap & gaps))
			return false;
	return gaps == GAP_DOT || gaps == GAP_SLASH || gaps == GAP_HYPHEN ||
	       (gaps == GAP_BLANK && core->n == 3 && strchr(core->shape, 'y'));
}

/* "2011/12" may be a month or a season of two years. */
static bool is_two_years(const struct core *core)
{
	const struct token *next = core->token[1];
	int digits = next->digits == 2 ? 100 : 10;
	return inner_gaps(core) == GAP_SLASH && next->value == (core->token[0]->value + 1) % digits;
}

static int two_digit_year(const struct token *t)
{
	return t->value < 30 ? 2000 + t->value : 1900 + t->value;
}

static bool ends_in_short_year(const struct core *core)
{
	return core->token[core->n - 1]->digits == 2;
}

/* "May-13" and "maj 99", but not "maj 13", which may be a day. */
static bool is_month_and_short_year(const struct core *core)
{
	const struct token *t = core->token[1];
	return t->digits == 2 && (t->gap == GAP_HYPHEN || t->value > 31);
}

/* "zima 2014/15": the winter that begins in the first year. */
static bool is_winter_of_two_years(const struct core *core)
{
	const struct token *a = core->token[1], *b = core->token[2];
	int next = b->digits == 4 ? a->value + 1 : (a->value + 1) % 100;
	return core->token[0]->value == 24 && b->value == next &&
	       b->gap & (GAP_SLASH | GAP_HYPHEN | GAP_DASH);
}

/* "90-ih godina XX veka" */
static bool is_decade_of_century(const struct core *core)
{
	return core->token[0]->value / 100 * 100 == core->token[1]->value;
}

static bool is_year_month(const struct core *core)
{
	return gaps_agree(core) && !is_two_years(core);
}

/*
 * The shapes of a whole date, then those of the first half of an interval. Fields: D day, M month
 * or season, Y year, y year of two digits, C decade, W century,
 * - nothing.
 */
static const struct shape {
	const char *shape, *fields;
	bool partial;
	bool (*check)(const struct core *core);
} shapes[] = {
	{"y",   "Y",   false, NULL                   },
	{"c",   "C",   false, NULL                   },
	{"cw",  "C-",  false, is_decade_of_century   },
	{"w",   "W",   false, NULL                   },
	{"my",  "MY",  false, NULL                   },
	{"ym",  "YM",  false, NULL                   },
	{"sy",  "MY",  false, NULL                   },
	{"ys",  "YM",  false, NULL                   },
	{"syy", "MY-", false, is_winter_of_two_years },
	{"syd", "MY-", false, is_winter_of_two_years },
	{"dmy", "DMY", false, NULL                   },
	{"mdy", "MDY", false, NULL                   },
	{"ymd", "YMD", false, NULL                   },
	{"dmd", "DMy", false, ends_in_short_year     },
	{"md",  "My",  false, is_month_and_short_year},
	{"dy",  "MY",  false, gaps_agree             },
	{"yd",  "YM",  false, is_year_month          },
	{"ddy", "DMY", false, gaps_agree             },
	{"ydd", "YMD", false, gaps_agree             },
	{"ddd", "DMy", false, gaps_agree             },
	{"d",   "D",   true,  NULL                   },
	{"dm",  "DM",  true,  NULL                   },
	{"md",  "MD",  true,  NULL                   },
	{"m",   "M",   true,  NULL                   },
	{"s",   "M",   true,  NULL                   },
	{"dd",  "DM",  true,  gaps_agree             },
};

static void set_field(struct said *said, char field, const struct token *t)
{
	switch (field) {
	case 'D': said->day = t->value ? t->value : -1; break;
	case 'M': said->month = t->value ? t->value : -1; break;
	case 'y': said->year = t->digits == 2 ? two_digit_year(t) : -1; break;
	case 'C':
	case 'W':
		said->decade = field == 'C';
		said->century = field == 'W';
		said->year = t->value;
		break;
	case 'Y': said->year = t->value; break;
	}
}

/* Day first, unless the month would be more than 12 and a slash or hyphen allows the American
 * order. */
static void mend_american_order(const struct core *core, struct said *said)
{
	bool numbers = strcmp(core->shape, "ddy") == 0 || strcmp(core->shape, "ddd") == 0;
	if (numbers && said->month > 12 && said->day <= 12 &&
		inner_gaps(core) & (GAP_SLASH | GAP_HYPHEN)) {
		int month = said->day;
		said->day = said->month;
		said->month = month;
	}
}

/* set_field marks what cannot be with -1. Only the last day of a month is left to the calendar. */
static bool is_possible(const struct core *core, const struct said *said)
{
	bool season = strchr(core->shape, 's') != NULL;
	return said->year >= 0 && said->month >= 0 && said->day >= 0 &&
	       (season || said->month <= 12) && !(said->part && (said->day || said->century));
}

static bool read_core(const struct slice *s, bool partial, struct said *said)
{
	struct core core;
	if (!take_core(s, &core, said))
		return false;
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		const struct shape *shape = &shapes[i];
		if (shape->partial != partial || strcmp(shape->shape, core.shape) != 0 ||
			(shape->check && !shape->check(&core)))
			continue;
		for (size_t k = 0; k < core.n; k++)
			set_field(said, shape->fields[k], core.token[k]);
		mend_american_order(&core, said);
		return is_possible(&core, said);
	}
	return false;
}

static char qualifier(const struct said *said, bool doubt)
{
	return said->approx ? (doubt ? '%' : '~') : doubt ? '?' : 0;
}

/* The last n digits of a number; printf would take most of the time of a reading. */
static void write_digits(struct buf *out, int value, size_t n)
{
	char digits[4];
	for (size_t i = n; i > 0; i--, value /= 10)
		digits[i - 1] = (char)('0' + value % 10);
	buf_add(out, digits, n);
}

static void write_part(struct buf *out, int value)
{
	buf_putc(out, '-');
	write_digits(out, value, 2);
}

static void write_year(struct buf *out, const struct said *said)
{
	if (said->century) {
		write_digits(out, said->year / 100, 2);
		buf_puts(out, "XX");
	} else if (said->decade) {
		write_digits(out, said->year / 10, 3);
		buf_putc(out, 'X');
	} else {
		write_digits(out, said->year, 4);
	}
}

/* As EDTF, but for parts of a year that are several months: see write_whole. */
static void write_said(struct buf *out, const struct said *said, bool doubt)
{
	char mark = qualifier(said, doubt);
	write_year(out, said);
	if (said->month)
		write_part(out, said->month);
	if (said->day)
		write_part(out, said->day);
	if (mark)
		buf_putc(out, mark);
}

static bool is_year_part(const struct said *said)
{
	return said->part && !said->month && !said->decade;
}

/* The months that a part of a year is: a third of it, which is about these months, a quarter or a
 * half. */
static bool find_months(struct said *said, int *first, int *last)
{
	if (!is_year_part(said))
		return date_part_months(said->month, first, last);
	*first = said->part & ROLE_EARLY ? 1 : said->part & ROLE_MID ? 5 : 9;
	*last = *first + 3;
	said->approx = true;
	return true;
}

static void write_whole(struct buf *out, struct said said, bool doubt)
{
	int first, last;
	if (find_months(&said, &first, &last)) {
		said.month = first;
		write_said(out, &said, doubt);
		buf_putc(out, '/');
		said.month = last;
	}
	write_said(out, &said, doubt);
}

/*
 * One end of an interval: "mid 2014" is about 2014 there, and a quarter its first or last month.
 */
static void write_end(struct buf *out, struct said said, bool is_last, bool doubt)
{
	int first, last;
	said.approx |= is_year_part(&said);
	if (date_part_months(said.month, &first, &last))
		said.month = is_last ? last : first;
	write_said(out, &said, doubt);
}

/* "until the end of 2014" is all of 2014. */
static void write_until_end(struct buf *out, struct said said, bool doubt)
{
	if (said.part & ROLE_LATE)
		said.part = 0;
	write_end(out, said, true, doubt);
}

static int order(const struct said *a, const struct said *b)
{
	return a->month != b->month ? a->month - b->month : a->day - b->day;
}

/*
 * "28. 12. – 3. 1. 2015": the first half takes what it lacks from the second, perhaps the year
 * before.
 */
static bool complete_first(struct said *a, const struct said *b)
{
	if (a->day && !a->month)
		a->month = b->day ? b->month : 0;
	if (!a->month || b->decade || !a->day != !b->day || !b->month)
		return false;
	a->year = b->year;
	if (order(a, b) > 0) {
		if (a->month == b->month || a->month > 12 || b->month > 12)
			return false;
		a->year--;
	}
	return (a->month > 12) == (b->month > 12);
}

static const struct token *last_number(const struct slice *s)
{
	size_t i = s->end - 1;
	while (i > s->begin && !has(s, i, ROLE_NUMBER))
		i--;
	return at(s, i);
}

/* "2014. május 5–7.", "2014 май–юни", "1998–99". */
static bool complete_second(const struct said *a, struct said *b, const struct token *last)
{
	if (a->decade || (b->day && b->month))
		return false;
	b->year = a->year;
	if (b->month)
		return a->month && !a->day && b->month > a->month && b->month <= 12;
	if (a->day) {
		b->month = a->month;
		return b->day > a->day;
	}
	bool slash = last->gap & GAP_SLASH;
	int year = a->year / 100 * 100 + last->value;
	*b = (struct said){.year = year};
	return !a->month && last->digits == 2 && last->value > 12 && year < SHORT_YEARS_END &&
	       (slash ? year == a->year + 1 : year > a->year);
}

/* "May 5–7, 2014": the month stands in the first half, the year in the second. */
static bool complete_american(const struct slice *right, struct said *a, struct said *b)
{
	struct core core;
	struct said said;
	if (!take_core(right, &core, &said) || strcmp(core.shape, "dy") != 0)
		return false;
	if (!a->month || !a->day || a->year ||
		core.token[1]->gap & ~(unsigned)(GAP_COMMA | GAP_BLANK))
		return false;
	*b = (struct said){
		.year = core.token[1]->value, .month = a->month, .day = core.token[0]->value};
	a->year = b->year;
	return a->day < b->day;
}

/* A slash cuts whole dates and the names of months, not days. */
static bool slash_may_cut(const struct said *a)
{
	return a->year ? a->month <= 12 : !a->day;
}

static bool read_halves(
	const struct slice *left, const struct slice *right, struct said *a, struct said *b)
{
	bool slash = right->begin < right->end && at(right, right->begin)->gap & GAP_SLASH;
	bool whole_left = read_core(left, false, a), whole_right = read_core(right, false, b);
	if (whole_left && whole_right)
		return !slash || slash_may_cut(a);
	if (!whole_left && !read_core(left, true, a))
		return false;
	if (slash && !slash_may_cut(a))
		return false;
	if (!whole_left && complete_american(right, a, b))
		return true;
	if (!whole_left)
		return whole_right && complete_first(a, b);
	return read_core(right, true, b) && complete_second(a, b, last_number(right));
}

/* "5. i 6. maja", "2004. i 2005.": two that follow each other are an interval; others are not. */
static bool are_neighbours(const struct said *a, const struct said *b)
{
	if (a->day)
		return day_of(b->year, b->month, b->day) - day_of(a->year, a->month, a->day) == 1;
	if (a->month > 12 || b->month > 12 || !a->month != !b->month)
		return false;
	return (b->year - a->year) * (a->month ? 12 : 1) + b->month - a->month == 1;
}

static bool write_interval(
	const struct slice *left, const struct slice *right, bool neighbours, struct buf *out)
{
	struct said a, b;
	if (!read_halves(left, right, &a, &b) || (neighbours && !are_neighbours(&a, &b)))
		return false;
	/* "1990–2000-ih" are two decades, but only one says so */
	if (b.decade && !a.decade && !a.month)
		return false;
	write_end(out, a, false, false);
	buf_putc(out, '/');
	if (has(right, right->begin - 1, ROLE_UNTIL))
		write_until_end(out, b, left->tokens->doubt);
	else
		write_end(out, b, true, left->tokens->doubt);
	return true;
}

static bool write_since(const struct slice *s, struct buf *out)
{
	struct said said;
	if (!read_core(s, false, &said))
		return false;
	write_end(out, said, false, s->tokens->doubt);
	buf_puts(out, "/..");
	return true;
}

static bool write_until(const struct slice *s, struct buf *out)
{
	struct said said;
	if (!read_core(s, false, &said))
		return false;
	buf_puts(out, "../");
	write_until_end(out, said, s->tokens->doubt);
	return true;
}

/* Could the interval be cut before token i? In the first round only where it is plain to see. */
static bool may_cut(const struct slice *s, size_t i, bool plain)
{
	unsigned gap = at(s, i)->gap;
	if (has(s, i, ROLE_UNTIL | ROLE_AND))
		return plain;
	if (gap & GAP_DASH || (gap & (GAP_HYPHEN | GAP_SLASH) && gap & GAP_BLANK))
		return plain;
	return !plain && gap & (GAP_HYPHEN | GAP_SLASH);
}

static bool is_open(const struct slice *s)
{
	for (size_t i = s->begin; i < s->end; i++)
		if (!has(s, i, ROLE_OPEN | ROLE_UNTIL))
			return false;
	return has(s, s->end - 1, ROLE_OPEN);
}

/* The tokens from a cut on, without the word (until, and) that makes it. */
static struct slice after_cut(const struct slice *s, size_t i)
{
	struct slice right = *s;
	right.begin = i + (has(s, i, ROLE_UNTIL | ROLE_AND) ? 1 : 0);
	return right;
}

static bool read_cut(const struct slice *s, size_t i, struct buf *out)
{
	struct slice left = *s, right = after_cut(s, i);
	left.end = i;
	if (right.begin == right.end)
		return false;
	return is_open(&right) ? write_since(&left, out)
	                       : write_interval(&left, &right, has(s, i, ROLE_AND), out);
}

static bool read_interval(const struct slice *s, struct buf *out)
{
	for (int round = 0; round < 2; round++)
		for (size_t i = s->begin + 1; i < s->end; i++)
			if (may_cut(s, i, round == 0) && read_cut(s, i, out))
				return true;
	return false;
}

/* "2005 –", "2005 nadalje": nothing or an open word follows. */
static bool read_open_end(const struct slice *s, struct buf *out)
{
	struct slice left = *s;
	if (s->tokens->tail & (GAP_HYPHEN | GAP_DASH)) /* "2005 – ?" is not the same */
		return !s->tokens->doubt && write_since(s, out);
	while (left.end > left.begin + 1 && has(&left, left.end - 1, ROLE_OPEN))
		left.end--;
	return left.end < s->end && write_since(&left, out);
}

/* "between 2005 and 2010" */
static bool read_between(const struct slice *s, struct buf *out)
{
	for (size_t i = s->begin + 2; i + 1 < s->end; i++) {
		struct slice left = {s->tokens, s->begin + 1, i, s->lang}, right = *s;
		right.begin = i + 1;
		if (has(s, i, ROLE_AND) && write_interval(&left, &right, false, out))
			return true;
	}
	return false;
}

/* After "since": the beginning alone, or an interval. */
static bool read_since(struct slice s, struct buf *out)
{
	s.begin++;
	return write_since(&s, out) || read_open_end(&s, out) || read_interval(&s, out);
}

static bool read_until(struct slice s, struct buf *out)
{
	s.begin++;
	return write_until(&s, out);
}

static bool read_plain(const struct slice *s, struct buf *out)
{
	struct said said;
	bool dangling = s->tokens->tail & (GAP_HYPHEN | GAP_DASH | GAP_SLASH);
	if (!dangling && read_core(s, false, &said)) {
		write_whole(out, said, s->tokens->doubt);
		return true;
	}
	return read_open_end(s, out) || (!dangling && read_interval(s, out));
}

bool date_grammar(const struct tokens *tokens, struct str lang, struct buf *out)
{
	struct slice s = {tokens, 0, tokens->n, lang};
	while (s.begin + 1 < s.end && at(&s, s.begin)->roles == ROLE_DROP)
		s.begin++;
	if (has(&s, s.begin, ROLE_BETWEEN | ROLE_DURING) && read_between(&s, out))
		return true;
	if (has(&s, s.begin, ROLE_SINCE) && read_since(s, out))
		return true;
	if (has(&s, s.begin, ROLE_UNTIL) && read_until(s, out))
		return true;
	return read_plain(&s, out);
}
