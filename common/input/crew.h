/*
 * crew: rows normalised by several threads, and their records in order.
 *
 * Rows are gathered into batches of CREW_BYTES; each is written into memory by a worker with a plan
 * of its own, together with what is to be said about it. Batches are finished in the order of the
 * input, so messages, refused rows and records are the same for any number of threads. Memory is
 * O(workers * (CREW_BYTES + the longest row)).
 */
#ifndef KOOP_INPUT_CREW_H
#define KOOP_INPUT_CREW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/str.h"
#include "input/plan.h"
#include "input/rows.h"
#include "record/header.h"

enum { CREW_BYTES = 128 * 1024 };

/* Who takes what the crew has done; the views are good until the function returns. */
struct crew_taker {
	bool (*refused)(void *context, const struct row *row, struct str why); /* false: stop */
	void (*written)(void *context, struct str records, size_t n);
	void *context;
};

struct crew;

/* The plan has been made for the header, and is that of the first worker. */
struct crew *crew_start(struct plan *plan, const struct header *header, size_t workers,
	const struct crew_taker *taker);

/* Takes a copy of a row, to be written, or to be refused where `why` is not empty. False when the
 * taker has said so to this row or one before. */
bool crew_add(struct crew *c, const struct row *row, struct str why);

/* Gives what the first plan has learnt to the others; only while no rows are on their way. */
void crew_share(struct crew *c);

/* Finishes all rows added so far; false as above. */
bool crew_finish(struct crew *c);

/* Adds what the other workers' plans have counted to that of the first. NULL is no crew. */
void crew_stop(struct crew *c);

#endif
