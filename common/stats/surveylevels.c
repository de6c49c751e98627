#include <math.h>
#include <stdlib.h>

#include "record/number.h"
#include "stats/surveystate.h"

/* Proportions and counts of values. */

struct coded_slot {
	uint32_t code, slot;
};

static int compare_coded(const void *a, const void *b)
{
	const struct coded_slot *x = a, *y = b;
	if (x->code != y->code)
		return x->code < y->code ? -1 : 1;
	return (x->slot > y->slot) - (x->slot < y->slot);
}

static int compare_texts(const void *a, const void *b)
{
	return str_cmp(((const struct level *)a)->text, ((const struct level *)b)->text);
}

static int compare_numbers(const void *a, const void *b)
{
	double x = 0, y = 0;
	number_parse(((const struct level *)a)->text, &x);
	number_parse(((const struct level *)b)->text, &y);
	return x < y ? -1 : x > y ? 1 : compare_texts(a, b);
}

/* By number when all are numbers, else by bytes. */
void survey_sort_levels(struct level *levels, size_t n)
{
	double number;
	bool numbers = true;
	for (size_t i = 0; i < n && numbers; i++)
		numbers = number_parse(levels[i].text, &number);
	qsort(levels, n, sizeof *levels, numbers ? compare_numbers : compare_texts);
}

static struct level level_of(const struct job *j, uint32_t code, const uint32_t *slots)
{
	if (!j->about.b)
		return (struct level){.text = intern_text(&j->about.a->values, code),
			.code = code,
			.slots = slots};
	return (struct level){.text = intern_text(&j->about.a->values, pair_first(&j->codes, code)),
		.other = intern_text(&j->about.b->values, pair_second(&j->codes, code)),
		.code = code,
		.slots = slots};
}

/* Has a record of weight above 0 this value? */
static bool is_weighted(const struct group_of_survey *g, const struct level *level)
{
	const struct job_cells *j = g->job_cells;
	for (size_t i = 0; i < level->n; i++) {
		uint32_t slot = level->slots[i];
		uint32_t leaf = pair_second(&g->cells->members, pair_first(&j->slots, slot));
		if (slot < j->levels.used && j->levels.n[slot] &&
			design_replicate(g->survey->design, leaf) == 0 &&
			design_is_first(g->survey->design, leaf))
			return true;
	}
	return false;
}

/* Levels that only records of weight 0 have are none. */
static void drop_unweighted(const struct group_of_survey *g, struct level *levels, size_t *n)
{
	size_t kept = 0;
	for (size_t i = 0; i < *n; i++)
		if (is_weighted(g, &levels[i]))
			levels[kept++] = levels[i];
	*n = kept;
}

struct level *survey_levels(const struct group_of_survey *g, size_t *n)
{
	struct arena *arena = &g->survey->arena;
	const struct job_cells *j = g->job_cells;
	size_t nslots = j->start[g->cell + 1] - j->start[g->cell];
	struct coded_slot *coded = arena_alloc(arena, nslots + 1, sizeof *coded);
	uint32_t *slots = arena_alloc(arena, nslots + 1, sizeof *slots);
	struct level *levels = arena_alloc(arena, nslots + 1, sizeof *levels);
	for (size_t i = 0; i < nslots; i++) {
		uint32_t slot = j->listed[j->start[g->cell] + i];
		coded[i] = (struct coded_slot){pair_second(&j->slots, slot), slot};
	}
	qsort(coded, nslots, sizeof *coded, compare_coded);
	*n = 0;
	for (size_t i = 0; i < nslots; i++) {
		slots[i] = coded[i].slot;
		if (i == 0 || coded[i].code != coded[i - 1].code)
			levels[(*n)++] = level_of(g->job, coded[i].code, slots + i);
		levels[*n - 1].n++;
	}
	if (g->replicates)
		drop_unweighted(g, levels, n);
	if (!g->job->about.b)
		survey_sort_levels(levels, *n);
	return levels;
}

static struct survey_row level_row(const struct group_of_survey *g, const struct measure *m,
	const struct sums *base, const struct sums *s)
{
	bool share = m->stat != STAT_COUNT;
	struct outcome o = share ? survey_part(g, s, base, SUM_W) : survey_count(g, s);
	struct survey_row row =
		(share ? survey_part_row : survey_row_of)(g, m, o, s->records, base->records);
	uint64_t n = base->rows;
	quad w = base->total[SUM_W], p = s->total[SUM_W] / w;
	if (n > 1 && row.inference.se > 0)
		row.inference.deff = survey_deff(
			g->survey, o.variance, p * (1 - p) * n / (n - 1), w, n, share ? 1 : w);
	return row;
}

/* One row for each way of finding the limits. */
static void set_limits(const struct group_of_survey *g, struct survey_row *row, const char *word)
{
	enum part_limits how = PART_MEAN;
	while (strcmp(PART_WORDS[how], word) != 0)
		how++;
	row->stat = arena_fmt(&g->survey->arena, "prop_ci_%s", word).p;
	survey_part_limits(g, row, how, false);
}

static struct survey_row *limit_rows(const struct group_of_survey *g, const struct measure *m,
	struct survey_row *rows, size_t *n)
{
	size_t levels = *n;
	struct survey_row *all = arena_alloc(&g->survey->arena, levels * m->nargs + 1, sizeof *all);
	*n = 0;
	for (size_t i = 0; i < levels; i++)
		for (size_t k = 0; k < m->nargs; k++) {
			all[*n] = rows[i];
			set_limits(g, &all[(*n)++], arena_str(&g->survey->arena, m->args[k]).p);
		}
	return all;
}

struct survey_row *survey_level_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	struct level *levels = survey_levels(g, n);
	struct survey_row *rows = arena_alloc(&g->survey->arena, *n + 1, sizeof *rows);
	struct sums base = survey_base_sums(g);
	for (size_t i = 0; i < *n; i++) {
		struct sums s = survey_level_sums(g, &levels[i]);
		rows[i] = level_row(g, m, &base, &s);
		rows[i].level = levels[i].text;
	}
	return m->stat == STAT_PROPCI ? limit_rows(g, m, rows, n) : rows;
}

enum { RESPONSE_STATS = 3 };

/* Records that gave an answer, as a part of those that gave any, and of all answers. */
struct survey_row *survey_response_rows(
	const struct group_of_survey *g, const struct measure *m, size_t *n)
{
	static const char *const stats[] = {"mr_count", "mr_pct_cases", "mr_pct_responses"};
	size_t nlevels;
	struct level *levels = survey_levels(g, &nlevels);
	struct sums base = survey_base_sums(g),
		    *s = arena_alloc(&g->survey->arena, nlevels + 1, sizeof *s);
	uint64_t responses = 0;
	struct survey_row *rows =
		arena_alloc(&g->survey->arena, RESPONSE_STATS * nlevels + 1, sizeof *rows);
	for (size_t i = 0; i < nlevels; i++) {
		s[i] = survey_level_sums(g, &levels[i]);
		responses += s[i].records;
	}
	*n = 0;
	for (size_t i = 0; i < nlevels; i++)
		for (int k = 0; k < RESPONSE_STATS; k++) {
			struct outcome o =
				k == 0 ? survey_count(g, &s[i])
				       : survey_part(g, &s[i], &base, k == 1 ? SUM_W : SUM_WY);
			struct survey_row *row = &rows[(*n)++];
			*row = (k == 1 ? survey_part_row : survey_row_of)(
				g, m, o, s[i].records, k == 2 ? responses : base.records);
			row->stat = stats[k];
			row->level = levels[i].text;
		}
	return rows;
}
