#include "term/part.h"

bool part_next(struct str *rest, struct str *part)
{
	static const struct str separators[] = {STR_CONST(","), STR_CONST("/"), STR_CONST(";"),
		STR_CONST("|"), STR_CONST("("), STR_CONST(")"), STR_CONST("\n"), STR_CONST(" - "),
		STR_CONST(" – "), STR_CONST(" — ")};
	return str_cut(rest, separators, sizeof separators / sizeof *separators, part);
}
