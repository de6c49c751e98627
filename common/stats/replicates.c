#include <fnmatch.h>
#include <math.h>

#include "base/diag.h"
#include "record/number.h"
#include "stats/replicates.h"
#include "stats/weight.h"

const char *const REP_WORDS[] = {"brr", "fay", "jk1", "jkn", "bootstrap", "sdr", "other", NULL};

/* Columns found so far, each once. */
struct choice {
	const struct header *header;
	size_t *columns;
	bool *taken;
	size_t n;
};

static void choose(struct choice *c, size_t column)
{
	if (!c->taken[column])
		c->columns[c->n++] = column;
	c->taken[column] = true;
}

static size_t choose_matches(struct choice *c, struct str pattern, struct arena *arena)
{
	const char *text = arena_str(arena, pattern).p;
	size_t found = 0;
	for (size_t i = 0; i < c->header->n; i++)
		if (fnmatch(text, arena_str(arena, c->header->names[i]).p, 0) == 0) {
			choose(c, i);
			found++;
		}
	return found;
}

/* FIRST-LAST, where both are columns; names may hold a '-' themselves. */
static bool choose_range(struct choice *c, struct str range)
{
	for (size_t at = 1; at + 1 < range.n; at++) {
		if (range.p[at] != '-')
			continue;
		long first = header_find(c->header, str_head(range, at));
		long last = header_find(c->header, str_from(range, at + 1));
		if (first == COLUMN_NONE || last == COLUMN_NONE)
			continue;
		if (first > last)
			diex("'" STR_FMT "' for option '--repweights' runs backwards",
				STR_ARG(range));
		for (long i = first; i <= last; i++)
			choose(c, (size_t)i);
		return true;
	}
	return false;
}

static void choose_item(struct choice *c, struct str item, struct arena *arena)
{
	long column = header_find(c->header, item);
	if (column != COLUMN_NONE)
		choose(c, (size_t)column);
	else if (str_index(item, '*') < item.n || str_index(item, '?') < item.n) {
		if (choose_matches(c, item, arena) == 0)
			diex("no column matches '" STR_FMT "' of option '--repweights'",
				STR_ARG(item));
	} else if (!choose_range(c, item)) {
		header_need(c->header, item);
	}
}

static void choose_columns(
	struct replicates *r, const struct header *h, const char *list, struct arena *arena)
{
	struct choice c = {.header = h,
		.columns = arena_alloc(arena, h->n + 1, sizeof(size_t)),
		.taken = arena_zero(arena, h->n + 1, sizeof(bool))};
	size_t n;
	struct str *items = names_parse(str_of(list), &n, arena);
	if (!items)
		diex("malformed list of columns '%s'", list);
	for (size_t i = 0; i < n; i++)
		choose_item(&c, items[i], arena);
	if (c.n < 2)
		diex("'%s' for option '--repweights' is one column; a variance needs more", list);
	r->columns = c.columns;
	r->n = c.n;
}

/* A number, or one divided by another. */
static bool parse_fraction(struct str text, double *value)
{
	double below = 1;
	size_t slash = str_index(text, '/');
	bool good = number_parse(str_head(text, slash), value);
	if (slash < text.n)
		good &= number_parse(str_from(text, slash + 1), &below) && below > 0;
	*value /= below;
	return good && *value >= 0;
}

/* How many there are of the item, and what each is. */
static bool parse_rscale(struct str item, double *value, double *times)
{
	size_t star = str_index(item, '*');
	*times = 1;
	return parse_fraction(str_head(item, star), value) &&
	       (star == item.n || (number_parse(str_from(item, star + 1), times) && *times >= 1));
}

static void read_rscales(struct replicates *r, const char *list)
{
	size_t n = 0;
	double value = 1, times = 1;
	struct str rest = str_of(list);
	for (bool more = true; more;) {
		size_t end = str_index(rest, ',');
		struct str item = str_trim(str_head(rest, end));
		if (!parse_rscale(item, &value, &times))
			diex("'" STR_FMT "' for option '--rscales' is no number from 0 on, no "
			     "fraction, and not one of these with * and how often it stands",
				STR_ARG(item));
		for (; times >= 1 && n < r->n; times--)
			r->rscales[++n] = value;
		more = end < rest.n;
		if (times >= 1 || (more && n == r->n))
			diex("more values in '--rscales' than the %zu replicate weights", r->n);
		rest = more ? str_from(rest, end + 1) : rest;
	}
	for (size_t i = 2; n == 1 && i <= r->n; i++)
		r->rscales[i] = value;
	if (n != 1 && n != r->n)
		diex("%zu values in '--rscales' for %zu replicate weights", n, r->n);
}

static double scale_of(const struct replicates *r, const struct replicates_request *request)
{
	double n = (double)r->n, kept = 1 - request->rho;
	if (!isnan(request->scale))
		return request->scale;
	switch (request->type) {
	case REP_BRR: return 1 / n;
	case REP_FAY: return 1 / (n * kept * kept);
	case REP_JK1: return (n - 1) / n;
	case REP_BOOTSTRAP: return 1 / (n - 1);
	case REP_SDR: return 4 / n;
	default: return 1;
	}
}

void replicates_need(struct replicates *r, const struct header *h,
	const struct replicates_request *request, struct arena *arena)
{
	*r = (struct replicates){.header = h, .factors = request->factors};
	choose_columns(r, h, request->columns, arena);
	r->value = arena_zero(arena, r->n + 1, sizeof *r->value);
	r->rscales = arena_alloc(arena, r->n + 1, sizeof *r->rscales);
	r->scale = scale_of(r, request);
	r->mse = request->mse || request->type == REP_SDR;
	for (size_t i = 0; i <= r->n; i++) {
		r->rscales[i] = 1;
		intern_add(&r->leaves, arena_fmt(arena, "%05zu", i));
	}
	if (request->rscales)
		read_rscales(r, request->rscales);
}

void replicates_take(struct replicates *r, const struct record *rec, double weight)
{
	double times = r->factors ? weight : 1;
	r->value[0] = weight;
	for (size_t i = 0; i < r->n; i++) {
		struct str field = record_field(rec, r->columns[i]);
		if (!number_parse(field, &r->value[i + 1]) || fabs(r->value[i + 1]) > WEIGHT_MAX)
			die_at(&rec->pos,
				"replicate weight '" STR_FMT
				"' is not a number that a weight may be, in column '" STR_FMT "'",
				STR_ARG(field), STR_ARG(r->header->names[r->columns[i]]));
		r->value[i + 1] *= times;
	}
}

static bool is_nan(quad x)
{
	return x != x;
}

size_t replicates_undefined(const struct replicates *r, const quad *theta)
{
	size_t n = 0;
	for (size_t i = 1; i <= r->n; i++)
		n += is_nan(theta[i]);
	return n;
}

/* What the replicates are measured from: a, in pairs with b. */
static quad centre(const struct replicates *r, const quad *a, const quad *b)
{
	quad sum = 0;
	size_t n = 0;
	if (r->mse)
		return a[0];
	for (size_t i = 1; i <= r->n; i++) {
		if (is_nan(a[i]) || is_nan(b[i]) || r->rscales[i] == 0)
			continue;
		sum += a[i];
		n++;
	}
	return n ? sum / n : (quad)NAN;
}

/* Less than rounding may leave of nothing is nothing. */
static quad apart(quad theta, quad centre)
{
	quad by = theta - centre, size = centre < 0 ? -centre : centre;
	return (by < 0 ? -by : by) < size * 1e-31 ? 0 : by;
}

quad replicates_covariance(const struct replicates *r, const quad *a, const quad *b)
{
	quad of_a = centre(r, a, b), of_b = centre(r, b, a), sum = 0;
	size_t n = 0;
	if (is_nan(a[0]) || is_nan(b[0]))
		return NAN;
	for (size_t i = 1; i <= r->n; i++) {
		if (is_nan(a[i]) || is_nan(b[i]))
			continue;
		sum += r->rscales[i] * apart(a[i], of_a) * apart(b[i], of_b);
		n++;
	}
	return n ? r->scale * sum : (quad)NAN;
}

quad replicates_variance(const struct replicates *r, const quad *theta)
{
	return replicates_covariance(r, theta, theta);
}

void replicates_release(struct replicates *r)
{
	intern_release(&r->leaves);
}
