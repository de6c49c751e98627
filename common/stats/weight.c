#include "record/number.h"
#include "stats/weight.h"

bool weight_parse(struct str field, double *weight)
{
	return number_parse(field, weight) && *weight >= 0 && *weight <= WEIGHT_MAX;
}

_Noreturn void weight_refuse_need(const struct pos *pos, struct str field, struct str column)
{
	double weight;
	if (number_parse(field, &weight) && weight > 0)
		die_at(pos, "the weight is larger than any can be, in column '" STR_FMT "'",
			STR_ARG(column));
	if (field.n == 0)
		die_at(pos, "the weight is missing, in column '" STR_FMT "'", STR_ARG(column));
	die_at(pos,
		"'" STR_FMT "' is no weight, which is a number from 0 on, in column '" STR_FMT "'",
		STR_ARG(field), STR_ARG(column));
}
