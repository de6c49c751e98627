#include "base/diag.h"
#include "expr/expr.h"
#include "stats/domain.h"

void domain_need(
	struct domain *d, const char *where, const char *as_of, const struct header *header)
{
	const struct expr_options certain = {0};
	struct expr_error error;
	*d = (struct domain){0};
	if (where) {
		d->where =
			expr_compile_condition(str_of(where), header, &certain, &d->arena, &error);
		if (!d->where)
			diex("option '--where', character %zu: %s", error.column, error.text);
	}
	if (as_of) {
		d->as_of = expr_compile_as_of(str_of(as_of), header, &certain, &d->arena, &error);
		if (!d->as_of)
			diex("option '--as-of': %s", error.text);
	}
}

enum truth domain_holds(const struct domain *d, const struct record *rec)
{
	if (d->where && !expr_holds(d->where, rec))
		return TRUTH_NO;
	if (!d->as_of)
		return TRUTH_YES;
	struct answer a = expr_truth(d->as_of, rec);
	if (a.certain == KLEENE_YES)
		return TRUTH_YES;
	return a.possible == KLEENE_YES ? TRUTH_POSSIBLE : TRUTH_NO;
}

void domain_release(struct domain *d)
{
	if (d->where)
		expr_release(d->where);
	if (d->as_of)
		expr_release(d->as_of);
	arena_release(&d->arena);
}
