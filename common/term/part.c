#include "term/part.h"

/* How many bytes at the start of s part two names. */
static size_t separator(struct str s)
{
	static const struct str separators[] = {STR_CONST(","), STR_CONST("/"), STR_CONST(";"),
		STR_CONST("|"), STR_CONST("("), STR_CONST(")"), STR_CONST("\n"), STR_CONST(" - "),
		STR_CONST(" – "), STR_CONST(" — ")};
	for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
		if (str_starts(s, separators[i]))
			return separators[i].n;
	return 0;
}

bool part_next(struct str *rest, struct str *part)
{
	size_t i = 0, n = 0;
	if (rest->n == 0)
		return false;
	while (i < rest->n && (n = separator(str_from(*rest, i))) == 0)
		i++;
	*part = str_head(*rest, i);
	*rest = str_from(*rest, i + n);
	return true;
}
