/*
 * import: tables of any format to a record stream.
 *
 * Rows come from a format (input/rows.h), columns are named (input/naming.h), and records are
 * written. For every run rows read = records written + rows refused; blank rows, the lines above
 * the header and total lines are counted apart. Memory is O(threads).
 */
#ifndef KOOP_INPUT_IMPORT_H
#define KOOP_INPUT_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "input/ahead.h"
#include "input/columns.h"
#include "input/dialect.h"
#include "input/naming.h"
#include "input/plan.h"
#include "input/preview.h"
#include "input/rejects.h"
#include "input/rows.h"
#include "input/source.h"
#include "record/header.h"
#include "record/writer.h"

struct import {
	/* set by the caller before import_run */
	struct source source;
	struct dialect dialect; /* what is known of it */
	struct naming naming;
	struct plan plan;
	struct writer *writer;
	struct rejects *rejects;   /* or NULL */
	struct codebook *codebook; /* or NULL */
	long skip; /* rows above the header; or SKIP_AUTO, which refuses total lines, too; or
	              SKIP_UNSAID */
	const char *given; /* --header: the first row is a record, these are the columns */
	bool no_header, bare;
	size_t most_rejects; /* more end the run */
	size_t threads;      /* that normalise rows; 0 and 1 are the caller's own */

	/* what happened */
	size_t read, written, refused, blank, above, repeated, stray_quotes;
	struct pos failed_at;
	struct buf why; /* of the failure */

	/* its own */
	struct rows rows;
	struct ahead ahead;
	struct preview preview;
	struct columns columns;
	struct dialect_start start;
	struct crew *crew;    /* or NULL, where one thread does it all */
	struct header header; /* of the first file; the others must be equal */
};

/* False when the run failed: failed_at and why say how, and what was written is not to be used. */
bool import_run(struct import *im);

void import_release(struct import *im);

#endif
