/*
 * directive: what stands behind ```koop on the fence of a block: words of the form name=value, the
 * value in double quotes where it holds blanks.
 */
#ifndef KOOP_REPORT_DIRECTIVE_H
#define KOOP_REPORT_DIRECTIVE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "output/format.h"

/* Codes stay codes, whatever the language of the report is. */
enum { LABELS_NONE = -2 };

struct directives {
	struct look look;  /* title, chart, label, values */
	long labels;       /* a number in label_langs, LABELS_NONE, or -1 */
	int digits;        /* or -1 */
	const char *align; /* or NULL */
};

/* Memory comes from the arena. False with the reason in *why ("unknown word 'chrat' (did you mean
 * …"). */
bool directives_parse(struct directives *d, struct str info, struct arena *arena, struct buf *why);

#endif
