/*
 * values: the numbers that quantiles and Gini coefficients are made of, each with its weight.
 *
 * They are kept exactly, as a map from (member of a group, number, weight) to how many records
 * there are; so their order changes nothing, and equal ones take no more room than one. When all
 * stores of the process hold more than values_limit, the one that would grow is sorted, equal ones
 * are put together, and if that does not help it goes as a sorted run to a file in TMPDIR (or
 * /tmp), which has no name any more, so that nothing is left behind however the process ends.
 * Reading merges the runs of one group at a time.
 *
 * 24 bytes a number; with replicate weights also 8 for each, and then nothing is put together or
 * written away. Ends the process when the file cannot be written. Sorting is O(n log n).
 */
#ifndef KOOP_STATS_VALUES_H
#define KOOP_STATS_VALUES_H

#include "stats/pairs.h"
#include "stats/state.h"

struct value {
	double y, w;
	uint32_t member;
	uint32_t n; /* records; with replicates instead the row of their weights */
};

struct values_run;

struct values {
	const struct pairs *members; /* (group, leaf) */
	struct value *list;
	size_t n, cap;
	size_t *start; /* list by group, after values_settle; or NULL */
	size_t ngroups;
	double *replicates; /* by row */
	size_t nreplicates, rows, cap_replicates;
	struct values_run *runs;
	size_t nruns, cap_runs;
	int fd; /* of the runs written here, or -1 */
	size_t written;
	int *files; /* of all runs */
	size_t nfiles, cap_files;
};

/* How many bytes the stores may hold in memory; before there are threads. */
void values_limit(size_t bytes);

void values_init(struct values *v, const struct pairs *members, size_t nreplicates);

/* `w` has the weight and behind it the replicates. */
void values_add(struct values *v, uint32_t member, double y, const double *w);

/* For state_many. */
extern const struct state_many VALUES_STATE;

/* After the last one, with members in their final order. */
void values_settle(struct values *v, size_t ngroups);

/* In memory, sorted, after values_settle: all there are where there are replicates. */
const struct value *values_of(const struct values *v, uint32_t group, size_t *n);

/* The last one of a group that has some, after values_settle. */
struct value values_largest(const struct values *v, uint32_t group);

/* The numbers of a group in ascending order, equal ones by weight and then by member; in portions
 * that are good until the next. */
struct values_reading;
struct values_reading *values_read(const struct values *v, uint32_t group);
bool values_next(struct values_reading *r, const struct value **portion, size_t *n);
void values_done(struct values_reading *r);

void values_release(struct values *v);

#endif
