#include <stdio.h>

#include "output/labels.h"
#include "report/inwords.h"

/* {d} is the day, {n} the number and {m} the name of the month, {q} the quarter, {y} the year. */
static void put_part(struct buf *out, char letter, struct day day, size_t lang)
{
	char name[16];
	switch (letter) {
	case 'd': buf_fmt(out, "%d", day.day); break;
	case 'n': buf_fmt(out, "%d", day.month); break;
	case 'q': buf_fmt(out, "%d", (day.month - 1) / 3 + 1); break;
	case 'y': buf_fmt(out, "%d", day.year); break;
	default:
		snprintf(name, sizeof name, "month_%02d", day.month);
		buf_addstr(out, labels_word(name, lang));
	}
}

static void put_pattern(struct buf *out, const char *word, struct day day, size_t lang)
{
	struct str pattern = labels_word(word, lang);
	for (size_t i = 0; i < pattern.n; i++) {
		if (pattern.p[i] != '{' || i + 2 >= pattern.n) {
			buf_putc(out, pattern.p[i]);
			continue;
		}
		put_part(out, pattern.p[i + 1], day, lang);
		i += 2;
	}
}

void day_in_words(struct buf *out, struct day day, size_t lang)
{
	put_pattern(out, "date", day, lang);
}

void period_in_words(struct buf *out, const struct period *p, size_t lang)
{
	int months = period_months(p);
	if (months == 12 && p->first.month == 1) {
		put_pattern(out, "year", p->first, lang);
	} else if (months == 3 && p->first.month % 3 == 1) {
		put_pattern(out, "quarter", p->first, lang);
	} else if (months == 1) {
		put_pattern(out, "month", p->first, lang);
	} else {
		day_in_words(out, p->first, lang);
		if (strcmp(p->from, p->to) == 0)
			return;
		buf_puts(out, " \xe2\x80\x93 ");
		day_in_words(out, p->last, lang);
	}
}
