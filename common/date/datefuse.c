#include <string.h>

#include "date/datefuse.h"

enum {
	QUARTER_1 = 33,
	QUARTERS = 4,
	HALF_1 = 40,
	HALVES = 2,
	MONTHS = 12,
	CENTURY_MAX = 21,
};

bool date_part_months(int part, int *first, int *last)
{
	int parts = part >= HALF_1 ? HALVES : QUARTERS;
	int number = part - (part >= HALF_1 ? HALF_1 : QUARTER_1);
	if (part < QUARTER_1 || number >= parts)
		return false;
	*first = number * (MONTHS / parts) + 1;
	*last = *first + MONTHS / parts - 1;
	return true;
}

static void drop_tokens(struct tokens *t, size_t i, size_t n)
{
	memmove(&t->token[i], &t->token[i + n], (t->n - i - n) * sizeof *t->token);
	t->n -= n;
}

/* "treći", "III", "3." */
static bool is_ordinal(const struct token *t)
{
	return t->roles & (ROLE_ORDINAL | ROLE_ROMAN) || (t->roles & ROLE_NUMBER && t->digits <= 2);
}

/*
 * Where the number of the part at i stands: before it, or behind it as in "Q3", "shekulli XX" and
 * "tremujori i parë"; t->n when there is none.
 */
static size_t find_number(const struct tokens *t, size_t i)
{
	if (i > 0 && is_ordinal(&t->token[i - 1]))
		return i - 1;
	if (i + 1 == t->n)
		return t->n;
	const struct token *next = &t->token[i + 1];
	bool glued = next->roles & ROLE_NUMBER && next->gap == 0 && next->digits <= 2;
	bool word = next->roles & (ROLE_ORDINAL | ROLE_ROMAN) && next->gap == GAP_BLANK;
	return glued || word ? i + 1 : t->n;
}

/* What the word and its number mean; false when there is no such part. */
static bool set_part(struct token *t, int number)
{
	if (t->roles & ROLE_CENTURY && number <= CENTURY_MAX) {
		t->value = (number - 1) * 100;
		return true;
	}
	if (t->roles & ROLE_MONTHS && number <= MONTHS) {
		t->roles = ROLE_MONTH;
		t->value = number;
		return true;
	}
	bool quarter = t->roles & ROLE_QUARTER;
	if (!(t->roles & (ROLE_QUARTER | ROLE_HALF)) || number > (quarter ? QUARTERS : HALVES))
		return false;
	t->roles = ROLE_SEASON;
	t->value = (quarter ? QUARTER_1 : HALF_1) + number - 1;
	return true;
}

/* The word at i, with its number, becomes one token. */
static void fuse_part(struct tokens *t, size_t i)
{
	size_t number = find_number(t, i);
	if (number == t->n || t->token[number].value < 1)
		return;
	struct token part = t->token[i];
	if (!set_part(&part, t->token[number].value))
		return;
	size_t first = number < i ? number : i;
	part.gap = t->token[first].gap;
	part.upper = false;
	drop_tokens(t, first, 1);
	t->token[first] = part;
}

/* "vitet '90", "vitet 90": ten years, as in "90-ih". */
static void fuse_decade(struct tokens *t, size_t i)
{
	enum { SHORT_MIN = 30 };
	if (i + 1 == t->n)
		return;
	struct token year = t->token[i + 1];
	bool is_short = year.roles & ROLE_NUMBER && (year.digits == 2 || year.short_year);
	int value = year.value % 100;
	if (!is_short || value < SHORT_MIN || value % 10)
		return;
	drop_tokens(t, i, 1);
	t->token[i].roles = ROLE_DECADE;
	t->token[i].value = 1900 + value;
}

void date_fuse(struct tokens *t)
{
	for (size_t i = 0; i < t->n; i++) {
		if (t->token[i].roles & (ROLE_QUARTER | ROLE_HALF | ROLE_CENTURY | ROLE_MONTHS))
			fuse_part(t, i);
		else if (t->token[i].roles & ROLE_DECADES)
			fuse_decade(t, i);
	}
	if (t->n > 1 && t->token[0].roles & ROLE_DOUBT) {
		drop_tokens(t, 0, 1);
		t->token[0].gap = 0;
		t->doubt = true;
	}
}
