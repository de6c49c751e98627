#include "base/near.h"
#include "output/labels.h"
#include "record/header.h"
#include "record/number.h"
#include "report/directive.h"

static bool set_align(struct directives *d, struct str value, struct arena *arena)
{
	d->align = arena_str(arena, value).p;
	return true;
}

static bool set_chart(struct directives *d, struct str value, struct arena *arena)
{
	(void)arena;
	return chart_find(value, &d->look.chart);
}

static bool set_digits(struct directives *d, struct str value, struct arena *arena)
{
	double number;
	(void)arena;
	if (value.n > 2 || !number_parse(value, &number) || number < 0 || number > 15)
		return false;
	d->digits = (int)number;
	return true;
}

static bool set_label(struct directives *d, struct str value, struct arena *arena)
{
	d->look.label = arena_str(arena, value);
	return value.n > 0;
}

static bool set_labels(struct directives *d, struct str value, struct arena *arena)
{
	(void)arena;
	for (size_t i = 0; label_langs[i]; i++)
		if (str_eq(str_of(label_langs[i]), value))
			d->labels = (long)i;
	if (str_eq(value, STR("none")))
		d->labels = LABELS_NONE;
	return d->labels != -1;
}

static bool set_title(struct directives *d, struct str value, struct arena *arena)
{
	d->look.title = arena_str(arena, value);
	return true;
}

static bool set_value(struct directives *d, struct str value, struct arena *arena)
{
	d->look.values = names_parse(arena_str(arena, value), &d->look.nvalues, arena);
	return d->look.values != NULL;
}

static const struct directive {
	struct str name;
	bool (*set)(struct directives *d, struct str value, struct arena *arena);
} table[] = {
	{STR_CONST("align"),  set_align },
	{STR_CONST("chart"),  set_chart },
	{STR_CONST("digits"), set_digits},
	{STR_CONST("label"),  set_label },
	{STR_CONST("labels"), set_labels},
	{STR_CONST("title"),  set_title },
	{STR_CONST("value"),  set_value },
};

enum { NDIRECTIVES = sizeof table / sizeof *table };

/* Cuts name=value or name="value" from the front of *rest. False when it has no such form. */
static bool next_word(struct str *rest, struct str *name, struct str *value)
{
	size_t equals = str_index(*rest, '=');
	*name = str_head(*rest, equals);
	*rest = str_from(*rest, equals < rest->n ? equals + 1 : equals);
	bool quoted = rest->n && rest->p[0] == '"';
	if (quoted)
		*rest = str_from(*rest, 1);
	size_t end = str_index(*rest, quoted ? '"' : ' ');
	*value = str_head(*rest, end);
	if (quoted && end == rest->n)
		return false;
	*rest = str_trim(str_from(*rest, end + (end < rest->n)));
	return equals > 0 && name->n > 0 && str_index(*name, ' ') == name->n;
}

static bool unknown_word(struct str name, struct buf *why)
{
	struct str names[NDIRECTIVES];
	for (size_t i = 0; i < NDIRECTIVES; i++)
		names[i] = table[i].name;
	buf_fmt(why, "unknown word '" STR_FMT "' on a fence", STR_ARG(name));
	near_suggest(name, names, NDIRECTIVES, why);
	return false;
}

static bool set(struct directives *d, struct str name, struct str value, struct arena *arena,
	struct buf *why)
{
	for (size_t i = 0; i < NDIRECTIVES; i++) {
		if (!str_eq(table[i].name, name))
			continue;
		if (table[i].set(d, value, arena))
			return true;
		buf_fmt(why, "bad value '" STR_FMT "' for '" STR_FMT "' on a fence", STR_ARG(value),
			STR_ARG(name));
		return false;
	}
	return unknown_word(name, why);
}

bool directives_parse(struct directives *d, struct str info, struct arena *arena, struct buf *why)
{
	struct str name, value;
	*d = (struct directives){.digits = -1, .labels = -1};
	while (info.n) {
		struct str all = info;
		if (!next_word(&info, &name, &value)) {
			buf_fmt(why, "'" STR_FMT "' on a fence is not name=value", STR_ARG(all));
			return false;
		}
		if (!set(d, name, value, arena, why))
			return false;
	}
	return true;
}
