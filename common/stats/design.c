#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/designstate.h"
#include "stats/weight.h"

const char *const LONELY_WORDS[] = {"fail", "remove", "certainty", "adjust", "average", NULL};

static size_t columns_of(struct design *d, const char *list, const char *what, size_t **columns)
{
	size_t n = 0;
	if (list)
		*columns = header_need_list(d->header, list, &n, &d->arena);
	if (n > STAGES_MAX)
		diex("%zu columns in '--%s', at most %d stages can be used", n, what, STAGES_MAX);
	return n;
}

static void stages_need(struct design *d, const struct design_request *request)
{
	size_t *psu = NULL, *strata = NULL, *fpc = NULL;
	size_t npsu = columns_of(d, request->psu, "psu", &psu);
	size_t nstrata = columns_of(d, request->strata, "strata", &strata);
	size_t nfpc = columns_of(d, request->fpc, "fpc", &fpc);
	size_t stages = npsu ? npsu : 1;
	if (nfpc > stages)
		diex("%zu columns in '--fpc' for %zu stages", nfpc, stages);
	d->nstages = nfpc < stages ? nfpc + 1 : stages;
	for (size_t i = 0; i < d->nstages; i++) {
		struct stage *s = &d->stages[i];
		size_t k = i < nstrata ? i : nstrata - 1;
		s->psu = npsu ? (long)psu[i] : COLUMN_NONE;
		s->strata = nstrata ? (long)strata[k] : COLUMN_NONE;
		s->fpc = i < nfpc ? (long)fpc[i] : COLUMN_NONE;
	}
	d->elements = npsu == 0;
	d->own_weights = !request->weight && nfpc;
	if (d->own_weights && nfpc < stages)
		diex("without '--weight', '--fpc' needs a column for each of the %zu stages",
			stages);
}

void design_need(struct design *d, const struct header *h, const struct design_request *request)
{
	*d = (struct design){.request = request, .header = h, .weight = COLUMN_NONE};
	if (request->weight)
		d->weight = (long)header_need(h, str_of(request->weight));
	d->replicated = request->replicates.columns != NULL;
	if (d->replicated)
		replicates_need(&d->replicates, h, &request->replicates, &d->arena);
	else
		stages_need(d, request);
	d->regressed = request->calibrate != NULL;
	d->calibrated = request->poststrata || request->nrakes || d->regressed;
	if (d->regressed)
		greg_need(&d->greg, h, request->calibrate, d->replicates.n);
	else if (request->poststrata)
		calibrate_need(&d->calibration, h, request->poststrata);
	else if (request->nrakes)
		calibrate_rake_need(&d->calibration, h, request->rakes, request->nrakes);
	d->calibration.nreplicates = d->replicates.n;
}

static struct str field_need(
	const struct design *d, const struct record *rec, long column, const char *what)
{
	struct str field = record_field(rec, (size_t)column);
	if (field.n == 0)
		die_at(&rec->pos, "the %s is missing, in column '" STR_FMT "'", what,
			STR_ARG(d->header->names[column]));
	return field;
}

static double population(const struct design *d, struct stage *s, const struct record *rec)
{
	double value;
	struct str field = field_need(d, rec, s->fpc, "population size");
	if (!number_parse(field, &value) || value <= 0)
		die_at(&rec->pos,
			"'" STR_FMT "' is no population size and no sampling fraction, "
			"in column '" STR_FMT "'",
			STR_ARG(field), STR_ARG(d->header->names[s->fpc]));
	s->sizes |= value > 1;
	s->fractions |= value < 1;
	return value;
}

static uint32_t take_stratum(
	struct design *d, struct stage *s, uint32_t parent, const struct record *rec)
{
	uint32_t label = 0;
	if (s->strata != COLUMN_NONE)
		label = intern_add(&s->labels, field_need(d, rec, s->strata, "stratum"));
	uint32_t number = pairs_number(&s->layers, parent, label);
	if (number == s->nstrata) {
		s->strata_of_stage = mem_grow(
			s->strata_of_stage, s->nstrata, &s->cap_strata, sizeof *s->strata_of_stage);
		s->strata_of_stage[s->nstrata++] =
			(struct stratum){.parent = parent, .label = label};
	}
	if (s->fpc == COLUMN_NONE)
		return number;
	struct stratum *h = &s->strata_of_stage[number];
	double fpc = population(d, s, rec);
	if (h->fpc != 0 && h->fpc != fpc)
		warn_at(&rec->pos,
			"another population size in the same stratum, in column '" STR_FMT
			"'; the largest counts",
			STR_ARG(d->header->names[s->fpc]));
	if (fpc > h->fpc)
		h->fpc = fpc;
	return number;
}

static uint32_t new_unit(struct stage *s, uint32_t stratum)
{
	s->stratum = mem_grow(s->stratum, s->nunits, &s->cap_units, sizeof *s->stratum);
	s->stratum[s->nunits] = stratum;
	if (s->nunits == PAIR_NONE - 1)
		diex("the sample has too many units");
	return (uint32_t)s->nunits++;
}

_Noreturn void design_in_two_strata_need(
	const struct pos *pos, const struct stage *s, uint32_t unit, uint32_t a, uint32_t b)
{
	struct str one = design_label(s, a), other = design_label(s, b);
	bool swap = !pos && str_cmp(one, other) > 0;
	die_at(pos,
		"PSU '" STR_FMT "' is in stratum '" STR_FMT "' and in stratum '" STR_FMT
		"'; with '--nest' names of PSUs count within their stratum",
		STR_ARG(intern_text(&s->names, unit)), STR_ARG(swap ? other : one),
		STR_ARG(swap ? one : other));
}

/* On the first stage a name is one PSU, unless names are said to count within strata. */
static uint32_t take_unit(
	struct design *d, struct stage *s, uint32_t stratum, const struct record *rec)
{
	if (d->elements) {
		s->strata_of_stage[stratum].units++;
		return stratum;
	}
	uint32_t name = intern_add(&s->names, field_need(d, rec, s->psu, "PSU"));
	bool first = s == d->stages;
	uint32_t unit = first && !d->request->nest ? name : pairs_number(&s->units, stratum, name);
	if (unit == s->nunits)
		return new_unit(s, stratum);
	if (s->stratum[unit] != stratum)
		design_in_two_strata_need(&rec->pos, s, name, s->stratum[unit], stratum);
	return unit;
}

static void take_weight(struct design *d, const struct record *rec)
{
	d->value = 1;
	if (d->weight == COLUMN_NONE)
		return;
	struct str field = record_field(rec, (size_t)d->weight);
	if (!weight_parse(field, &d->value))
		weight_refuse_need(&rec->pos, field, d->header->names[d->weight]);
}

static void take_replicates(struct design *d, const struct record *rec)
{
	replicates_take(&d->replicates, rec, d->value);
	if (d->regressed)
		d->leaf = greg_take_replicates(&d->greg, rec, d->replicates.value);
	else if (d->calibrated)
		d->leaf = calibrate_take_replicates(&d->calibration, rec, d->replicates.value);
}

void design_take(struct design *d, const struct record *rec)
{
	uint32_t unit = 0;
	for (size_t i = 0; i < d->nstages; i++)
		unit = take_unit(d, &d->stages[i], take_stratum(d, &d->stages[i], unit, rec), rec);
	d->records++;
	take_weight(d, rec);
	if (d->replicated)
		take_replicates(d, rec);
	else if (d->regressed)
		d->leaf = greg_take(&d->greg, rec, unit, d->value);
	else
		d->leaf =
			d->calibrated ? calibrate_take(&d->calibration, rec, unit, d->value) : unit;
}

void design_release(struct design *d)
{
	for (size_t i = 0; i < d->nstages; i++) {
		struct stage *s = &d->stages[i];
		intern_release(&s->names);
		intern_release(&s->labels);
		pairs_release(&s->units);
		pairs_release(&s->layers);
		free(s->strata_of_stage);
		free(s->stratum);
		free(s->unit_sums);
		free(s->stratum_sums);
		free(s->touched);
	}
	free(d->factor);
	if (d->replicated)
		replicates_release(&d->replicates);
	if (d->regressed)
		greg_release(&d->greg);
	else if (d->calibrated)
		calibrate_release(&d->calibration);
	arena_release(&d->arena);
}
