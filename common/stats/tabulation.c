#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/partlimits.h"
#include "stats/tabulation.h"
#include "stats/weight.h"

static const struct str LIST_COLUMNS[] = {STR_CONST("fields"), STR_CONST("organisers"),
	STR_CONST("partners"), STR_CONST("funders"), STR_CONST("networks"), STR_CONST("cluster")};

/* What is needed only while the request is being understood. */
struct setup {
	struct tabulation *t;
	const struct header *header;
	bool *is_list; /* by column */
};

static void mark_lists(struct setup *s, const struct request *r)
{
	s->is_list = arena_zero(&s->t->arena, s->header->n, sizeof *s->is_list);
	for (size_t i = 0; i < sizeof LIST_COLUMNS / sizeof *LIST_COLUMNS; i++) {
		long column = header_find(s->header, LIST_COLUMNS[i]);
		if (column != COLUMN_NONE)
			s->is_list[column] = true;
	}
	for (size_t i = 0; i < r->nlists; i++) {
		size_t n;
		size_t *columns = header_need_list(s->header, r->lists[i], &n, &s->t->arena);
		for (size_t k = 0; k < n; k++)
			s->is_list[columns[k]] = true;
	}
}

static struct axis *axis_for(struct setup *s, struct str name, enum axis_kind kind, size_t column)
{
	struct tabulation *t = s->t;
	for (size_t i = 0; i < t->naxes; i++)
		if (t->axes[i]->kind == kind && t->axes[i]->column == column)
			return t->axes[i];
	t->axes = mem_grow(t->axes, t->naxes, &t->cap_axes, sizeof(struct axis *));
	struct axis *a = arena_alloc(&t->arena, 1, sizeof *a);
	axis_init(a, arena_str(&t->arena, name), kind, column);
	if (kind != AXIS_PERIOD)
		a->coded = codebook_find(&t->codebook, name);
	t->axes[t->naxes++] = a;
	t->check_fit |= kind != AXIS_VALUE;
	return a;
}

static struct axis *column_axis(struct setup *s, struct str name)
{
	size_t column = header_need(s->header, name);
	return axis_for(s, name, s->is_list[column] ? AXIS_LIST : AXIS_VALUE, column);
}

static struct axis *period_axis(struct setup *s)
{
	const struct request *r = s->t->request;
	struct str date = str_of(r->date);
	size_t column = header_need(s->header, date);
	struct axis *a = axis_for(s, str_of(PERIOD_UNITS[r->period.unit]), AXIS_PERIOD, column);
	a->rule = r->period;
	a->rule.kind = date_kind_of(date);
	if (r->period.imprecise == IMPRECISE_SPREAD || r->period.imprecise == IMPRECISE_BOTH)
		s->t->layout.period = a;
	a->source = arena_str(&s->t->arena, date);
	return a;
}

static bool names_period(const struct request *r, struct str name)
{
	return (r->date || r->flow) && str_eq(name, str_of(PERIOD_UNITS[r->period.unit]));
}

static struct axis *named_axis(struct setup *s, struct str name)
{
	return names_period(s->t->request, name) ? period_axis(s) : column_axis(s, name);
}

static struct cells *table_for(struct setup *s, struct axis **axes, size_t n)
{
	struct tabulation *t = s->t;
	for (size_t i = 0; i < t->ntables; i++)
		if (t->tables[i]->naxes == n &&
			(n == 0 || memcmp(t->tables[i]->axes, axes, n * sizeof *axes) == 0))
			return t->tables[i];
	t->tables = mem_grow(t->tables, t->ntables, &t->cap_tables, sizeof(struct cells *));
	struct cells *cells = arena_alloc(&t->arena, 1, sizeof *cells);
	cells_init(cells, axes, n, &t->layout);
	t->tables[t->ntables++] = cells;
	return cells;
}

static void add_by(struct block *b, struct axis *a, const char *list)
{
	for (size_t i = 0; i < b->nby; i++)
		if (b->by[i] == a)
			diex("column '" STR_FMT "' is named twice in '%s'", STR_ARG(a->name), list);
	b->by[b->nby++] = a;
}

/* The names in the list; the empty list has none. */
static struct str *grouping_names(struct setup *s, const char *list, size_t *n)
{
	*n = 0;
	struct str *names = *list ? names_parse(str_of(list), n, &s->t->arena)
	                          : arena_alloc(&s->t->arena, 1, sizeof *names);
	if (!names)
		diex("malformed list of columns '%s'", list);
	return names;
}

/* The period stands where the list names its unit, or else in front; not at all when it is spread.
 */
static void read_grouping(struct setup *s, struct block *b, const char *list)
{
	const struct request *r = s->t->request;
	size_t n;
	const struct str *names = grouping_names(s, list, &n);
	b->by = arena_alloc(&s->t->arena, n + 2, sizeof(struct axis *));
	bool placed = !r->date || (r->cross && names_period(r, str_of(r->cross)));
	for (size_t i = 0; i < n; i++)
		placed |= names_period(r, names[i]);
	if (!placed)
		add_by(b, period_axis(s), list);
	for (size_t i = 0; i < n; i++)
		if (r->flow && names_period(r, names[i]))
			b->period_at = b->nby;
		else
			add_by(b, named_axis(s, names[i]), list);
}

static void make_block(struct setup *s, struct block *b, const char *list)
{
	struct tabulation *t = s->t;
	read_grouping(s, b, list);
	b->rows = b->cells = table_for(s, b->by, b->nby);
	if (!t->cross)
		return;
	struct axis **axes = arena_alloc(&t->arena, b->nby + 1, sizeof(struct axis *));
	memcpy(axes, b->by, b->nby * sizeof(struct axis *));
	axes[b->nby] = t->cross;
	for (size_t i = 0; i < b->nby; i++)
		if (b->by[i] == t->cross)
			diex("column '" STR_FMT "' is grouped by and spread",
				STR_ARG(t->cross->name));
	b->cells = table_for(s, axes, b->nby + 1);
}

static void make_blocks(struct setup *s)
{
	struct tabulation *t = s->t;
	const struct request *r = t->request;
	static const char *none[] = {""};
	t->nblocks = r->ngroupings ? r->ngroupings : 1;
	t->blocks = arena_zero(&t->arena, t->nblocks, sizeof *t->blocks);
	if (r->cross)
		t->cross = named_axis(s, str_of(r->cross));
	for (size_t i = 0; i < t->nblocks; i++)
		make_block(s, &t->blocks[i], (r->ngroupings ? r->groupings : none)[i]);
	for (size_t i = 0; i < t->nblocks; i++)
		for (size_t k = 0; k < i; k++)
			if (t->blocks[i].rows == t->blocks[k].rows)
				diex("grouping '%s' is given twice", r->groupings[i]);
}

/* Margins that no block has of itself. */
static void make_margins(struct setup *s)
{
	struct tabulation *t = s->t;
	const struct request *r = t->request;
	bool shares = r->percent == PERCENT_ALL;
	for (size_t i = 0; i < r->nmeasures; i++)
		shares |= r->measures[i].stat == STAT_SHARE;
	if (r->total || (shares && t->layout.weighted))
		t->all = table_for(s, NULL, 0);
	if (!t->cross || (!r->total && r->percent != PERCENT_COL))
		return;
	struct axis **one = arena_alloc(&t->arena, 1, sizeof(struct axis *));
	*one = t->cross;
	t->cols = table_for(s, one, 1);
}

/* Which tables are estimated from: all whose rows are written. */
static void make_estimates(struct tabulation *t)
{
	if (!t->survey)
		return;
	for (size_t i = 0; i < t->ntables; i++)
		t->tables[i]->survey = survey_cells_new(t->survey);
}

/* The groups of a table by one or two columns more. */
static void table_of_values(struct setup *s, const struct cells *groups, struct str a, struct str b)
{
	struct axis **axes = arena_alloc(&s->t->arena, groups->naxes + 2, sizeof(struct axis *));
	struct axis *more[] = {column_axis(s, a), b.n ? column_axis(s, b) : NULL};
	size_t n = groups->naxes;
	if (n)
		memcpy(axes, groups->axes, n * sizeof(struct axis *));
	for (size_t i = 0; i < 2 && more[i]; i++) {
		bool there = false;
		for (size_t k = 0; k < n; k++)
			there |= axes[k] == more[i];
		if (!there)
			axes[n++] = more[i];
	}
	if (n > groups->naxes)
		table_for(s, axes, n);
}

static bool has_axis(const struct cells *table, const struct axis *a)
{
	for (size_t k = 0; k < table->naxes; k++)
		if (table->axes[k] == a)
			return true;
	return false;
}

static bool has_table(const struct tabulation *t, struct axis *const *axes, size_t n)
{
	for (size_t i = 0; i < t->ntables; i++) {
		size_t same = 0;
		for (size_t k = 0; k < n; k++)
			same += has_axis(t->tables[i], axes[k]);
		if (same == n && t->tables[i]->naxes == n)
			return true;
	}
	return false;
}

/*
 * What readers can find out by comparing tables: the margins that two have in common. And by axes
 * of several values, how many each record has.
 */
static void make_links(struct setup *s)
{
	struct tabulation *t = s->t;
	for (size_t i = 0; i < t->naxes; i++)
		if (t->axes[i]->kind != AXIS_VALUE && !has_table(t, &t->axes[i], 1))
			table_for(s, &t->axes[i], 1);
	for (size_t i = 0; i < t->ntables; i++)
		for (size_t j = 0; j < i; j++) {
			const struct cells *a = t->tables[i], *b = t->tables[j];
			struct axis **both =
				arena_alloc(&t->arena, a->naxes + 1, sizeof(struct axis *));
			size_t n = 0;
			for (size_t k = 0; k < a->naxes; k++)
				if (has_axis(b, a->axes[k]))
					both[n++] = a->axes[k];
			if (!has_table(t, both, n))
				table_for(s, both, n);
		}
}

/*
 * What tells whether a group may be shown, where any may not: how many records each value has, and
 * the base of shares.
 */
static void make_disclosure(struct setup *s)
{
	struct tabulation *t = s->t;
	const struct request *r = t->request;
	if (!sensitive_rules(&r->disclosure))
		return;
	if (!t->all)
		t->all = table_for(s, NULL, 0);
	for (size_t i = 0; i < r->nmeasures; i++) {
		const struct measure *m = &r->measures[i];
		bool compares = m->stat == STAT_TTEST && m->nargs;
		if (!STATS[m->stat].counts_values && !compares)
			continue;
		for (size_t k = 0; k <= t->nblocks; k++) {
			const struct cells *groups = k < t->nblocks ? t->blocks[k].rows
			                             : r->total     ? t->all
			                                            : NULL;
			if (!groups)
				continue;
			table_of_values(s, groups, compares ? m->args[0] : m->variable, STR(""));
			if (m->stat != STAT_XTAB)
				continue;
			table_of_values(s, groups, m->args[0], STR(""));
			table_of_values(s, groups, m->variable, m->args[0]);
		}
	}
	if (sensitive_proof(&r->disclosure))
		make_links(s);
}

static void mark_parts(struct variable *v, enum stat stat, const struct layout *l)
{
	bool spread = stat == STAT_VAR || stat == STAT_SD;
	if (!l->weighted || (stat == STAT_SUM && !l->shared)) {
		v->parts[PART_X] |=
			spread || stat == STAT_SUM || stat == STAT_TOTAL || stat == STAT_MEAN;
		v->parts[PART_XX] |= spread;
		return;
	}
	v->parts[PART_W] |= spread || stat == STAT_MEAN;
	v->parts[PART_WX] |= spread || stat == STAT_MEAN || stat == STAT_TOTAL || stat == STAT_SUM;
	v->parts[PART_WXX] |= spread;
}

static struct variable *variable_for(struct setup *s, struct str name)
{
	struct layout *l = &s->t->layout;
	size_t column = header_need(s->header, name);
	for (size_t i = 0; i < l->nvariables; i++)
		if (l->variables[i].column == column)
			return &l->variables[i];
	struct variable *v = &l->variables[l->nvariables++];
	*v = (struct variable){.name = arena_str(&s->t->arena, name),
		.column = column,
		.coded = codebook_find(&s->t->codebook, name)};
	return v;
}

/* Is the town in `m` the capital of the country in the column named, or in a standard one? */
static struct axis *capital_axis(struct setup *s, const struct measure *m)
{
	struct axis *a =
		axis_for(s, m->variable, AXIS_CAPITAL, header_need(s->header, m->variable));
	long country = m->nargs ? (long)header_need(s->header, m->args[0])
	                        : header_find(s->header, STR("country"));
	if (a->source.n && a->country != country)
		diex("measure 'outside_capital' is asked for '" STR_FMT "' in two countries",
			STR_ARG(m->variable));
	a->source = m->variable;
	a->country = country;
	return a;
}

static void tally_for(struct setup *s, const struct measure *m)
{
	struct layout *l = &s->t->layout;
	bool capital = m->stat == STAT_OUTSIDE_CAPITAL;
	struct axis *a = capital ? capital_axis(s, m) : column_axis(s, m->variable);
	const struct variable *amount =
		m->nargs && STATS[m->stat].shares_out ? variable_for(s, m->args[0]) : NULL;
	for (size_t i = 0; i < l->ntallied; i++)
		if (l->tallied[i] == a && l->amounts[i] == amount)
			return;
	l->amounts[l->ntallied] = amount;
	l->tallied[l->ntallied++] = a;
}

/* Whose spells are counted: the column that is named, or a standard one where there is one. */
static struct axis *body_axis(struct setup *s)
{
	static const struct str standard[] = {STR_CONST("member_id"), STR_CONST("id")};
	const char *id = s->t->request->id;
	if (id)
		return axis_for(s, str_of(id), AXIS_VALUE, header_need(s->header, str_of(id)));
	for (size_t i = 0; i < sizeof standard / sizeof *standard; i++) {
		long column = header_find(s->header, standard[i]);
		if (column != COLUMN_NONE)
			return axis_for(s, standard[i], AXIS_VALUE, (size_t)column);
	}
	return NULL;
}

static void make_flow(struct setup *s)
{
	struct layout *l = &s->t->layout;
	enum flow_of flow = s->t->request->flow;
	size_t nmeasures = s->t->request->nmeasures;
	l->spells = arena_zero(&s->t->arena, nmeasures + 1, sizeof *l->spells);
	s->t->spell_measure = arena_zero(&s->t->arena, nmeasures + 1, sizeof(size_t));
	if (!flow)
		return;
	if (!spell_columns(s->header, &l->spells[0]))
		diex("option '--flow': no column 'valid_from', 'valid_to', 'joined' or 'left'");
	l->nspells = 1;
	if (flow != FLOW_SPELLS)
		l->spells[0].body = body_axis(s);
	if (flow == FLOW_BODIES && !l->spells[0].body)
		diex("option '--flow=bodies': no column 'member_id' or 'id'; name another with "
		     "'--id'");
}

/* The spells from one column to another. */
static struct spell_source named_spells(struct setup *s, const struct measure *m)
{
	struct spell_source source = {.from_name = m->variable, .to_name = m->args[0]};
	if (m->nargs) {
		source.from = (long)header_need(s->header, m->variable);
		source.to = (long)header_need(s->header, m->args[0]);
	} else if (!spell_columns(s->header, &source)) {
		diex("measure '%s': no column 'valid_from', 'valid_to', 'joined' or 'left'",
			STATS[m->stat].word);
	}
	return source;
}

static void length_measure(struct setup *s, size_t i)
{
	struct layout *l = &s->t->layout;
	const struct measure *m = &s->t->request->measures[i];
	struct spell_source source = named_spells(s, m);
	for (size_t k = 1; k < m->nargs; k++)
		if (!length_time_valid(m, m->args[k]))
			diex("'" STR_FMT "' is no number of years, in measure '%s'",
				STR_ARG(m->args[k]), STATS[m->stat].word);
	size_t at = 0;
	while (at < l->nspells &&
		(l->spells[at].from != source.from || l->spells[at].to != source.to))
		at++;
	s->t->spell_measure[i] = at;
	if (at < l->nspells)
		return;
	if (s->t->request->id)
		source.body = body_axis(s);
	l->spells[l->nspells++] = source;
}

static void check_probabilities(const struct measure *m)
{
	double p;
	for (size_t i = 0; m->stat == STAT_QUANTILE && i < m->nargs; i++)
		if (!number_parse(m->args[i], &p) || p <= 0 || p >= 1)
			diex("'" STR_FMT "' is no probability between 0 and 1, in measure "
			     "'quantile'",
				STR_ARG(m->args[i]));
}

static void check_methods(const struct measure *m)
{
	for (size_t i = 0; m->stat == STAT_PROPCI && i < m->nargs; i++) {
		size_t k = 0;
		while (PART_WORDS[k] && !str_eq(str_of(PART_WORDS[k]), m->args[i]))
			k++;
		if (!PART_WORDS[k])
			diex("'" STR_FMT "' is no interval of 'propci' (one of: mean, logit, "
			     "xlogit, asin, beta, wilson)",
				STR_ARG(m->args[i]));
	}
}

/* A column whose values make the cells of a table. */
static struct axis *table_axis(struct setup *s, const struct measure *m, struct str name)
{
	struct axis *a = column_axis(s, name);
	if (a->kind == AXIS_LIST)
		diex("column '" STR_FMT "' holds lists, which measure '%s' does not take",
			STR_ARG(name), STATS[m->stat].word);
	return a;
}

static void survey_measure(struct setup *s, size_t i)
{
	struct tabulation *t = s->t;
	const struct measure *m = &t->request->measures[i];
	struct subject_of_measure about = {0};
	check_probabilities(m);
	check_methods(m);
	if (STATS[m->stat].takes_numbers) {
		about.y = variable_for(s, m->variable);
		if (m->stat == STAT_RATIO)
			about.x = variable_for(s, m->args[0]);
		if (m->stat == STAT_TTEST && m->nargs)
			about.a = table_axis(s, m, m->args[0]);
	} else if (m->stat == STAT_XTAB || m->stat == STAT_CHISQ || m->stat == STAT_ASSOC) {
		about.a = table_axis(s, m, m->variable);
		about.b = table_axis(s, m, m->args[0]);
	} else if (m->stat == STAT_MR) {
		about.a = axis_for(s, m->variable, AXIS_LIST, header_need(s->header, m->variable));
	} else {
		about.a = column_axis(s, m->variable);
	}
	t->survey_measure[i] = survey_add_measure(t->survey, m, &about);
}

static void make_survey(struct setup *s)
{
	struct tabulation *t = s->t;
	const struct request *r = t->request;
	if (!r->survey)
		return;
	design_need(&t->design, s->header, &r->design);
	t->survey = survey_new(&t->design, &r->options);
	t->survey_measure = arena_zero(&t->arena, r->nmeasures + 1, sizeof *t->survey_measure);
}

/* Does somebody read more of a group than its count and what its survey keeps? */
static bool needs_details(const struct tabulation *t)
{
	const struct request *r = t->request;
	const struct layout *l = &t->layout;
	bool estimated = t->survey && !sensitive_rules(&r->disclosure);
	for (size_t i = 0; i < r->nmeasures; i++)
		estimated &= STATS[r->measures[i].stat].estimated;
	return !estimated && (l->nsums || l->nvariables || l->ntallied || l->nspells);
}

/* Before any table is made: what each of its cells holds. */
static void make_layout(struct setup *s)
{
	struct tabulation *t = s->t;
	const struct request *r = t->request;
	struct layout *l = &t->layout;
	l->shared = r->period.imprecise == IMPRECISE_SPREAD;
	l->both = r->period.imprecise == IMPRECISE_BOTH && !r->flow;
	l->certain = true;
	l->weighted = r->weight || l->shared;
	l->weight = 1;
	l->nlargest = sensitive_largest(&r->disclosure);
	l->variables = arena_zero(&t->arena, 2 * r->nmeasures + 1, sizeof *l->variables);
	l->tallied = arena_zero(&t->arena, r->nmeasures + 1, sizeof(struct axis *));
	l->amounts = arena_zero(&t->arena, r->nmeasures + 1, sizeof(struct variable *));
	if (r->weight)
		t->weight_column = header_need(s->header, str_of(r->weight));
	for (size_t i = 0; i < r->nmeasures; i++) {
		const struct measure *m = &r->measures[i];
		if (t->survey && STATS[m->stat].estimated)
			survey_measure(s, i);
		else if (STATS[m->stat].of_spells)
			length_measure(s, i);
		else if (STATS[m->stat].takes_numbers)
			mark_parts(variable_for(s, m->variable), m->stat, l);
		else if (STATS[m->stat].takes_column)
			tally_for(s, m);
	}
	bool sums = l->nlargest || sensitive_proof(&r->disclosure);
	for (size_t i = 0; sums && i < l->nvariables; i++) {
		l->variables[i].parts[PART_X] = true;
		l->variables[i].parts[PART_WX] |= l->weighted;
	}
	l->weight_at = l->weighted ? (int)l->nsums++ : 0;
	for (size_t i = 0; i < l->nvariables; i++)
		for (int p = 0; p < PART_COUNT; p++)
			if (l->variables[i].parts[p])
				l->variables[i].at[p] = (int)l->nsums++;
	l->detailed = needs_details(t);
}

struct tabulation *tabulation_need(const struct header *h, const struct request *request)
{
	struct tabulation *t = mem_zero(1, sizeof *t);
	struct setup s = {.t = t, .header = h};
	t->request = request;
	codebook_need(&t->codebook, h, &request->codebook);
	mark_lists(&s, request);
	make_flow(&s);
	make_survey(&s);
	make_layout(&s);
	make_blocks(&s);
	make_margins(&s);
	make_estimates(t);
	make_disclosure(&s);
	return t;
}

static void take_number(struct variable *v, const struct record *rec)
{
	struct str field = record_field(rec, v->column);
	if (v->coded && coded_is_missing(v->coded, field))
		field.n = 0;
	v->present = field.n && number_parse(field, &v->value);
	if (field.n && !v->present)
		warn_at(&rec->pos, "'" STR_FMT "' is not a number, in column '" STR_FMT "'",
			STR_ARG(field), STR_ARG(v->name));
}

static bool take_weight(struct tabulation *t, const struct record *rec)
{
	return weight_parse(record_field(rec, t->weight_column), &t->layout.weight);
}

static bool fits(const struct tabulation *t, const struct record *rec)
{
	size_t most = 1; /* of any table, and its lists that are counted */
	for (size_t i = 0; i < t->naxes && most <= CELLS_OF_A_RECORD; i++)
		most *= t->axes[i]->ncodes;
	if (most <= CELLS_OF_A_RECORD)
		return true;
	for (size_t i = 0; i < t->ntables; i++)
		if (!cells_fit(t->tables[i])) {
			warn_at(&rec->pos, "record lies in more than %d groups; it is not counted",
				CELLS_OF_A_RECORD);
			return false;
		}
	return true;
}

void tabulation_see(struct tabulation *t, const struct record *rec)
{
	if (t->survey)
		design_take(&t->design, rec);
}

bool tabulation_add(struct tabulation *t, const struct record *rec)
{
	if (t->survey) {
		t->layout.weight = t->design.value;
		if (t->layout.weight == 0 && !t->design.replicated)
			return true;
	} else if (t->request->weight) {
		if (!take_weight(t, rec))
			return false;
		if (t->layout.weight == 0)
			return true;
	}
	for (size_t i = 0; i < t->naxes; i++)
		axis_take(t->axes[i], rec);
	if (t->check_fit && !fits(t, rec))
		return true;
	for (size_t i = 0; i < t->layout.nvariables; i++)
		take_number(&t->layout.variables[i], rec);
	for (size_t i = 0; i < t->layout.nspells; i++)
		spell_take(&t->layout.spells[i], rec);
	t->records += t->layout.weight > 0;
	for (size_t i = 0; i < t->ntables; i++)
		cells_add(t->tables[i]);
	return true;
}

bool tabulation_count(struct tabulation *t, const struct record *rec, enum truth in_domain)
{
	enum imprecise how = t->request->period.imprecise;
	bool takes_possible = how == IMPRECISE_POSSIBLE || how == IMPRECISE_BOTH;
	t->layout.certain = in_domain == TRUTH_YES;
	return in_domain < (takes_possible ? TRUTH_POSSIBLE : TRUTH_YES) || tabulation_add(t, rec);
}

void tabulation_state(struct tabulation *t, struct state *s)
{
	state_value(state_single(s, "records"), &STATE_COUNT, &t->records);
	for (size_t i = 0; i < t->naxes; i++)
		axis_state(t->axes[i], s);
	for (size_t i = 0; i < t->layout.nspells; i++)
		spell_source_state(&t->layout.spells[i], s);
	if (t->survey) {
		design_state(&t->design, s);
		survey_state(t->survey, s);
	}
	for (size_t i = 0; i < t->ntables; i++)
		cells_state(t->tables[i], s);
}

void tabulation_merge(struct tabulation *into, struct tabulation *from)
{
	struct state here = {0}, there = {0};
	tabulation_state(into, &here);
	tabulation_state(from, &there);
	state_merge(&here, &there);
	state_release(&here);
	state_release(&there);
}

void tabulation_sort(struct tabulation *t)
{
	struct state s = {0};
	tabulation_state(t, &s);
	state_sort(&s);
	state_release(&s);
}

void tabulation_free(struct tabulation *t)
{
	for (size_t i = 0; i < t->ntables; i++)
		cells_release(t->tables[i]);
	for (size_t i = 0; i < t->naxes; i++)
		axis_release(t->axes[i]);
	for (size_t i = 0; i < t->layout.nspells; i++)
		spell_source_release(&t->layout.spells[i]);
	survey_free(t->survey);
	codebook_release(&t->codebook);
	if (t->request->survey)
		design_release(&t->design);
	free(t->tables);
	free(t->axes);
	arena_release(&t->arena);
	free(t);
}
