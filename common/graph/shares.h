/*
 * shares: work in a fixed number of shares, done by any number of threads, so that sums of shares
 * added in their order are the same for all of them.
 */
#ifndef KOOP_GRAPH_SHARES_H
#define KOOP_GRAPH_SHARES_H

#include <stddef.h>

enum { SHARES = 8 };

/* Does one share, from 0 to SHARES - 1. */
typedef void share_work(void *context, size_t share);

/* `threads` 0: one for each processor; one that cannot be started is done without. */
void shares_run(unsigned threads, share_work *work, void *context);

/* The sums of the shares, n each, added in their order into the first; the others are freed. NULL
 * stays NULL. */
double *shares_sum(double *sums[static SHARES], size_t n);

#endif
