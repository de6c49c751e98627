#include <stdlib.h>

#include "base/mem.h"
#include "graph/relation.h"

void relations_begin(struct relations *relations, const struct header *h)
{
	if (relations->column)
		relations->at = (long)header_need(h, str_of(relations->column));
}

uint32_t relations_row(struct relations *relations, const struct record *rec, struct arena *arena)
{
	if (!relations->column)
		return 0;
	return intern_add(&relations->names, record_value(rec, (size_t)relations->at, arena));
}

void relations_keep(struct relations *relations, uint32_t relation)
{
	if (!relations->column)
		return;
	relations->of =
		mem_grow(relations->of, relations->n, &relations->cap, sizeof *relations->of);
	relations->of[relations->n++] = relation;
}

void relations_release(struct relations *relations)
{
	intern_release(&relations->names);
	free(relations->of);
	*relations = (struct relations){0};
}
