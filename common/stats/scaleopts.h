/*
 * scaleopts: the options by which a run is parted, for the option table of a program.
 */
#ifndef KOOP_STATS_SCALEOPTS_H
#define KOOP_STATS_SCALEOPTS_H

#include "base/opts.h"
#include "stats/statefile.h"

enum { OPT_THREADS = 700, OPT_PARTIAL, OPT_MERGE, OPT_MEMORY };

/* clang-format off */

#define OPTIONS_SCALE \
	{OPT_THREADS, "threads", "N", "count with N threads (default 1)"}, \
	{OPT_PARTIAL, "partial", NULL, "write what was counted, to be merged with other parts"}, \
	{OPT_MERGE, "merge", NULL, "read what --partial wrote, with the same options again"}, \
	{OPT_MEMORY, "memory", "SIZE", "use at most so much memory (256M, 4G; default half of all)"}

/* clang-format on */

struct scale {
	size_t threads;
	bool partial, merge;
	size_t memory; /* bytes; 0: not said */
	struct declaration declared;
};

#define SCALE_DEFAULTS                                                                             \
	{                                                                                          \
		.threads = 1                                                                       \
	}

/* Takes any option of the program: those of the table above, and what of the others a state must
 * have in common with the run that reads it. */
void scale_option(struct scale *s, const struct opts *o, int key, const char *value);

/* After the last option; ends the process when a file of one cannot be read. */
void scale_check(struct scale *s);

void scale_release(struct scale *s);

#endif
