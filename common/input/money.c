#include "input/money.h"
#include "input/quantity.h"
#include "term/currency.h"
#include "text/text.h"

/* A text cut at its number. */
struct cut {
	struct str before, digits, behind;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static struct cut cut(struct str s)
{
	size_t from = 0, to = s.n;
	while (from < s.n && !is_digit(s.p[from]))
		from++;
	while (to > from && !is_digit(s.p[to - 1]))
		to--;
	return (struct cut){
		str_trim(str_head(s, from)),
		str_head(str_from(s, from), to - from),
		str_trim(str_from(s, to)),
	};
}

struct str money_digits(struct str text)
{
	return cut(text).digits;
}

/* The dash of "500,-", where the coins would stand; it tells the mark before decimals. */
static struct str without_dash(struct str behind, char *mark)
{
	static const struct str dashes[] = {
		STR_CONST("-"), STR_CONST("–"), STR_CONST("—"), STR_CONST("=")};
	struct str rest = behind;
	if (rest.n < 2 || (rest.p[0] != ',' && rest.p[0] != '.'))
		return behind;
	char shown = rest.p[0];
	rest = str_from(rest, 1);
	for (size_t i = 0; i < sizeof dashes / sizeof *dashes; i++)
		while (str_starts(rest, dashes[i])) {
			rest = str_from(rest, dashes[i].n);
			behind = rest;
			*mark = shown;
		}
	return str_trim(behind);
}

/* Takes a sign off the text's start. */
static bool take(struct str *s, struct str sign)
{
	if (!str_starts(*s, sign))
		return false;
	*s = str_trim(str_from(*s, sign.n));
	return true;
}

/* Folded words that make an amount a rough one. */
static bool is_rough_word(struct str word)
{
	static const struct str words[] = {STR_CONST("ca"), STR_CONST("cca"), STR_CONST("oko"),
		STR_CONST("okoli"), STR_CONST("okolu"), STR_CONST("okvirno"),
		STR_CONST("priblizno"), STR_CONST("otprilike"), STR_CONST("rret"),
		STR_CONST("reth"), STR_CONST("reth"), STR_CONST("rreth"), STR_CONST("afersisht"),
		STR_CONST("about"), STR_CONST("circa"), STR_CONST("aprox"), STR_CONST("approx"),
		STR_CONST("approximately"), STR_CONST("do"), STR_CONST("od"), STR_CONST("preko"),
		STR_CONST("vise"), STR_CONST("manje"), STR_CONST("najmanje"), STR_CONST("najvise"),
		STR_CONST("nad"), STR_CONST("pod"), STR_CONST("up"), STR_CONST("to"),
		STR_CONST("from"), STR_CONST("over"), STR_CONST("min"), STR_CONST("max"),
		STR_CONST("maks"), STR_CONST("deri"), STR_CONST("mbi"), STR_CONST("nga"),
		STR_CONST("between"), STR_CONST("izmedu"), STR_CONST("medu"), STR_CONST("and"),
		STR_CONST("i")};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(word, words[i]))
			return true;
	return false;
}

static bool is_rough(struct str part)
{
	static const struct str signs[] = {STR_CONST("~"), STR_CONST("≈"), STR_CONST("<"),
		STR_CONST(">"), STR_CONST("±"), STR_CONST("≤"), STR_CONST("≥")};
	struct arena arena = {0};
	struct str fold, word;
	bool rough = false;
	if (part.n == 0)
		return false;
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		rough |= str_find(part, signs[i]) < part.n;
	fold = text_fold(part, &arena);
	while (!rough && str_split(&fold, ' ', &word))
		rough = is_rough_word(word);
	arena_release(&arena);
	return rough;
}

/* Between the digits stands a dash, or words that say that two amounts are meant. */
static bool is_range(struct str digits)
{
	for (size_t i = 0; i < digits.n; i++)
		if (digits.p[i] == '-')
			return true;
	return str_find(digits, STR("–")) < digits.n || str_find(digits, STR("—")) < digits.n ||
	       is_rough(digits);
}

static bool is_negative(struct cut *c)
{
	static const struct str minus = STR_CONST("\xE2\x88\x92"), dash = STR_CONST("–");
	bool brackets = c->before.n && c->before.p[0] == '(' && c->behind.n &&
	                c->behind.p[c->behind.n - 1] == ')';
	take(&c->before, STR("+"));
	return brackets || str_starts(c->before, STR("-")) || str_ends(c->before, STR("-")) ||
	       str_find(c->before, minus) < c->before.n || str_ends(c->before, dash) ||
	       str_eq(c->behind, STR("-"));
}

/* A currency on one side of the number at most; the same on both is one. */
static bool find_currency(const struct cut *c, struct str *currency)
{
	const struct str none = {NULL, 0};
	struct str before = c->before.n ? currency_find(c->before) : none;
	struct str behind = c->behind.n ? currency_find(c->behind) : none;
	*currency = before.n ? before : behind;
	return (c->before.n == 0 || before.n) && (c->behind.n == 0 || behind.n) &&
	       (before.n == 0 || behind.n == 0 || str_eq(before, behind));
}

/* Most amounts are a number alone: digits and their marks. */
static bool is_number(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!is_digit(s.p[i]) && !strchr("., '", s.p[i]))
			return false;
	return s.n && is_digit(s.p[0]) && is_digit(s.p[s.n - 1]);
}

static enum money of_quantity(enum quantity q)
{
	switch (q) {
	case QUANTITY_OK: return MONEY_OK;
	case QUANTITY_AMBIGUOUS: return MONEY_AMBIGUOUS;
	default: return MONEY_BAD;
	}
}

/* "€ 3,000" where a comma stands before decimals: money has no thousandths. */
static bool has_thousandths(struct str digits, char mark)
{
	enum { THOUSANDTHS = 4 }; /* with the mark */
	size_t at = mark ? str_index(digits, mark) : digits.n;
	bool found = at > 0 && digits.n - at == THOUSANDTHS && digits.p[0] != '0';
	for (size_t i = 0; i < digits.n && found; i++)
		found = is_digit(digits.p[i]) || i == at;
	return found;
}

enum money money_read(
	struct str text, char mark, struct arena *arena, struct str *number, struct str *currency)
{
	*currency = (struct str){NULL, 0};
	if (is_number(text))
		return of_quantity(quantity_read(text, mark, arena, number));
	struct cut c = cut(text);
	*number = text;
	c.behind = without_dash(c.behind, &mark);
	if (c.digits.n == 0)
		return MONEY_BAD;
	if (is_range(c.digits) || is_rough(c.before) || is_rough(c.behind))
		return MONEY_ROUGH;
	if (is_negative(&c))
		return MONEY_NEGATIVE;
	if (!find_currency(&c, currency))
		return MONEY_BAD;
	if (currency->n && has_thousandths(c.digits, mark))
		return MONEY_AMBIGUOUS;
	return of_quantity(quantity_read(c.digits, mark, arena, number));
}

/* What stands in its brackets, or its last word. */
struct str money_of_heading(struct str heading)
{
	size_t open = str_index(heading, '('), close = str_index(heading, ')'), from = heading.n;
	if (open < close && close < heading.n)
		return currency_find(str_head(str_from(heading, open + 1), close - open - 1));
	while (from && heading.p[from - 1] != ' ' && heading.p[from - 1] != '_')
		from--;
	return from ? currency_find(str_from(heading, from)) : (struct str){NULL, 0};
}

bool money_is_scaled(struct str heading)
{
	/* the beginnings of folded words */
	static const struct str words[] = {STR_CONST("000"), STR_CONST("hilj"), STR_CONST("tisuc"),
		STR_CONST("tisoc"), STR_CONST("iljad"), STR_CONST("milion"), STR_CONST("milijun"),
		STR_CONST("milijon"), STR_CONST("thousand"), STR_CONST("mij")};
	struct arena arena = {0};
	struct str fold = text_fold(heading, &arena), word;
	bool scaled = false;
	while (str_split(&fold, ' ', &word))
		for (size_t i = 0; i < sizeof words / sizeof *words; i++)
			scaled |= str_starts(word, words[i]);
	arena_release(&arena);
	return scaled;
}
