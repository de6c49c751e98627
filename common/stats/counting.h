/*
 * counting: a tabulation out of records, or out of the states of other runs.
 *
 * With several threads the blocks of the input go to them in turn; each thread counts in a
 * tabulation of its own, and these are merged as the states of other runs are. What is said, and
 * the error that ends the run, is what one thread would come to first.
 */
#ifndef KOOP_STATS_COUNTING_H
#define KOOP_STATS_COUNTING_H

#include "base/out.h"
#include "stats/scaleopts.h"
#include "stats/tabulation.h"

struct count_request {
	const struct opts *opts;
	const struct request *table;
	const char *where; /* or NULL */
	struct scale *scale;
};

struct count {
	struct tabulation *table;
	size_t lines, refused;
	struct reader *reader;
	struct header columns; /* where there is no reader */
};

/* Reads the operands, which are records, or with --merge states. Ends the process when that fails.
 */
void count_need(struct count *c, const struct count_request *request);

/* Writes the state, for --merge. */
void count_write(struct count *c, const struct count_request *request, struct out *out);

void count_release(struct count *c);

#endif
