#include "base/near.h"
#include "output/labels.h"
#include "report/inwords.h"
#include "report/placeholder.h"

static void put_date(const struct template *t, struct buf *out)
{
	struct day today = day_today();
	(void)t;
	buf_fmt(out, "%04d-%02d-%02d", today.year, today.month, today.day);
}

static void put_datetext(const struct template *t, struct buf *out)
{
	day_in_words(out, day_today(), labels_lang(t->lang));
}

static void put_lang(const struct template *t, struct buf *out)
{
	buf_addstr(out, t->lang);
}

static void put_period(const struct template *t, struct buf *out)
{
	buf_puts(out, t->period->name);
}

static void put_periodtext(const struct template *t, struct buf *out)
{
	period_in_words(out, t->period, labels_lang(t->lang));
}

static void put_from(const struct template *t, struct buf *out)
{
	buf_puts(out, t->period->from);
}

static void put_fromtext(const struct template *t, struct buf *out)
{
	day_in_words(out, t->period->first, labels_lang(t->lang));
}

static void put_to(const struct template *t, struct buf *out)
{
	buf_puts(out, t->period->to);
}

static void put_totext(const struct template *t, struct buf *out)
{
	day_in_words(out, t->period->last, labels_lang(t->lang));
}

static const struct placeholder {
	struct str name;
	bool of_period; /* needs one */
	void (*put)(const struct template *t, struct buf *out);
} TABLE[] = {
	{STR_CONST("date"),       false, put_date      },
	{STR_CONST("datetext"),   false, put_datetext  },
	{STR_CONST("lang"),       false, put_lang      },
	{STR_CONST("period"),     true,  put_period    },
	{STR_CONST("periodtext"), true,  put_periodtext},
	{STR_CONST("from"),       true,  put_from      },
	{STR_CONST("fromtext"),   true,  put_fromtext  },
	{STR_CONST("to"),         true,  put_to        },
	{STR_CONST("totext"),     true,  put_totext    },
};

enum { PLACEHOLDERS = sizeof TABLE / sizeof *TABLE };

static bool unknown(struct str name, struct buf *why)
{
	struct str names[PLACEHOLDERS];
	for (size_t i = 0; i < PLACEHOLDERS; i++)
		names[i] = TABLE[i].name;
	buf_fmt(why, "unknown placeholder '{{" STR_FMT "}}'", STR_ARG(name));
	near_suggest(name, names, PLACEHOLDERS, why);
	return false;
}

static bool put(const struct template *t, struct str name, struct buf *out, struct buf *why)
{
	for (size_t i = 0; i < PLACEHOLDERS; i++) {
		if (!str_eq(TABLE[i].name, name))
			continue;
		if (TABLE[i].of_period && !t->period) {
			buf_fmt(why, "placeholder '{{" STR_FMT "}}' needs '--period'",
				STR_ARG(name));
			return false;
		}
		TABLE[i].put(t, out);
		return true;
	}
	return unknown(name, why);
}

/* The word in {{word}} at the front of s, or an empty view: other uses of {{ are left alone. */
static struct str word_of(struct str s)
{
	size_t n = 2;
	if (!str_starts(s, STR("{{")))
		return (struct str){0};
	while (n < s.n && s.p[n] >= 'a' && s.p[n] <= 'z')
		n++;
	return str_starts(str_from(s, n), STR("}}")) ? str_from(str_head(s, n), 2)
	                                             : (struct str){0};
}

bool placeholders_expand(const struct template *t, struct buf *out, struct buf *why, size_t *line)
{
	struct str s = t->source;
	*line = 1;
	for (size_t i = 0; i < s.n; i++) {
		struct str name = word_of(str_from(s, i));
		if (!name.n) {
			*line += s.p[i] == '\n';
			buf_putc(out, s.p[i]);
			continue;
		}
		if (!put(t, name, out, why))
			return false;
		i += name.n + 3;
	}
	return true;
}
