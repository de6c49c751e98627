/* What is said of values in doubt; one literal format for each kind of trouble, so that each is
 * counted on its own. */
#include "input/normalise.h"
#include "term/citizen.h"

static void report_in_column(const struct normaliser *n, struct str what, const struct pos *pos)
{
	switch (n->kind) {
	case KIND_DATE:
		warn_at(pos, "not a date: '" STR_FMT "', in column '" STR_FMT "'", STR_ARG(what),
			STR_ARG(n->column));
		break;
	case KIND_NUMBER:
		warn_at(pos, "not a number: '" STR_FMT "', in column '" STR_FMT "'", STR_ARG(what),
			STR_ARG(n->column));
		break;
	default:
		warn_at(pos, "not an amount: '" STR_FMT "', in column '" STR_FMT "'", STR_ARG(what),
			STR_ARG(n->column));
		break;
	}
}

/* One format for each kind of trouble, so that each is counted on its own. */
static void report_unknown(const struct normaliser *n, struct str what, const struct pos *pos)
{
	switch (n->kind) {
	case KIND_COUNTRY: warn_at(pos, "unknown country '" STR_FMT "'", STR_ARG(what)); break;
	case KIND_FIELDS:
		warn_at(pos, "unknown field of culture '" STR_FMT "'", STR_ARG(what));
		break;
	case KIND_CURRENCY: warn_at(pos, "unknown currency '" STR_FMT "'", STR_ARG(what)); break;
	case KIND_EMAIL: warn_at(pos, "not an e-mail address: '" STR_FMT "'", STR_ARG(what)); break;
	case KIND_URL: warn_at(pos, "not a web address: '" STR_FMT "'", STR_ARG(what)); break;
	case KIND_PHONE:
		warn_at(pos, "not a telephone number: '" STR_FMT "'", STR_ARG(what));
		break;
	default: report_in_column(n, what, pos); break;
	}
}

/* Values that are of their kind, and yet in doubt. */
static void report_trouble(
	const struct normaliser *n, const struct remark *r, const struct pos *pos)
{
	switch (r->trouble) {
	case TROUBLE_NEGATIVE:
		warn_at(pos, "negative amount '" STR_FMT "', in column '" STR_FMT "'",
			STR_ARG(r->subject), STR_ARG(n->column));
		break;
	case TROUBLE_ROUGH:
		warn_at(pos, "no exact amount: '" STR_FMT "', in column '" STR_FMT "'",
			STR_ARG(r->subject), STR_ARG(n->column));
		break;
	case TROUBLE_CURRENCY:
		warn_at(pos,
			"amount in " STR_FMT " in column '" STR_FMT
			"', but another currency in column 'currency'",
			STR_ARG(r->subject), STR_ARG(n->column));
		break;
	case TROUBLE_LOCAL:
		warn_at(pos, "telephone number '" STR_FMT "' of no known country",
			STR_ARG(r->subject));
		break;
	case TROUBLE_CHECK:
		warn_at(pos, "wrong check digit in '" STR_FMT "', in column '" STR_FMT "'",
			STR_ARG(r->subject), STR_ARG(n->column));
		break;
	case TROUBLE_SHAPE:
		warn_at(pos, "no tax number of " STR_FMT ": '" STR_FMT "'", STR_ARG(n->country),
			STR_ARG(r->subject));
		break;
	case TROUBLE_PERSONAL:
		warn_at(pos, "a person's number (JMBG, EMŠO) in column '" STR_FMT "', left out",
			STR_ARG(n->column));
		break;
	case TROUBLE_UNKNOWN: break;
	}
}

static void report_near(const struct normaliser *n, const struct remark *r, const struct pos *pos)
{
	if (n->kind == KIND_COUNTRY)
		warn_at(pos, "unknown country '" STR_FMT "' (did you mean '" STR_FMT "'?)",
			STR_ARG(r->subject), STR_ARG(r->near));
	else
		warn_at(pos, "unknown field of culture '" STR_FMT "' (did you mean '" STR_FMT "'?)",
			STR_ARG(r->subject), STR_ARG(r->near));
}

static void report_remark(const struct normaliser *n, const struct normal *a,
	const struct remark *r, const struct pos *pos)
{
	if (r->doubtful)
		warn_at(pos, "ambiguous country '" STR_FMT "', taken as " STR_FMT,
			STR_ARG(r->subject), STR_ARG(a->text));
	if (r->trouble != TROUBLE_UNKNOWN)
		report_trouble(n, r, pos);
	else if (a->outcome == OUTCOME_AMBIGUOUS)
		warn_at(pos,
			"ambiguous number '" STR_FMT "', in column '" STR_FMT
			"' (say the language with -l)",
			STR_ARG(r->subject), STR_ARG(n->column));
	else if (a->outcome == OUTCOME_UNKNOWN && r->near.n)
		report_near(n, r, pos);
	else if (a->outcome == OUTCOME_UNKNOWN)
		report_unknown(n, r->subject, pos);
}

/* What is said never tells the number of a person. */
static void report_masked(const struct normaliser *n, const struct normal *a,
	const struct remark *r, const struct pos *pos)
{
	struct arena arena = {0};
	struct remark masked = *r;
	masked.subject = citizen_mask(r->subject, &arena);
	report_remark(n, a, &masked, pos);
	arena_release(&arena);
}

void normalise_report(const struct normaliser *n, const struct normal *a, const struct pos *pos)
{
	for (const struct remark *r = a->remark; r; r = r->next)
		report_masked(n, a, r, pos);
	if (a->outcome == OUTCOME_ITEMS)
		warn_at(pos, "semicolon inside an item of the list '" STR_FMT "', now a comma",
			STR_ARG(n->column));
}
