/*
 * pipeline: a pipeline of shell commands, of which every stage's end is known.
 *
 * POSIX shells tell only how the last stage of a pipeline ended. So the text is cut at the bars
 * that stand outside of quotes, brackets and comments, each stage is run by a shell of its own, and
 * the statuses of all are collected. What is no single pipeline (lists with ; & && || or several
 * lines, here-documents) is refused unless it stands in round or curly brackets. Nesting is
 * followed to PIPELINE_DEPTH.
 */
#ifndef KOOP_REPORT_PIPELINE_H
#define KOOP_REPORT_PIPELINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum {
	PIPELINE_DEPTH = 64,
	PIPELINE_STAGES = 64,
	PIPELINE_OUTPUT = 256 * 1024 * 1024, /* bytes that a pipeline may print */
};

struct stage {
	struct str text;
	int status; /* as a shell tells it: 128 and the signal's number where one ended it */
};

struct pipeline {
	struct stage stages[PIPELINE_STAGES];
	size_t n;
};

/* Views into `text`. False with the reason in *why when it is not one pipeline. */
bool pipeline_parse(struct pipeline *p, struct str text, struct buf *why);

/*
 * Runs it: nothing on standard input, `files` as $1, $2 …; what the last stage prints is added to
 * *out, and each stage's status is set. False with the reason when it could not be run or printed
 * too much.
 */
bool pipeline_run(
	struct pipeline *p, char *const *files, size_t nfiles, struct buf *out, struct buf *why);

/*
 * The stage with the worst end, its status in stage->status, or NULL when all ended well. A stage
 * before the last that wrote to a reader which had enough (SIGPIPE) ended well.
 */
const struct stage *pipeline_worst(const struct pipeline *p);

/* Puts the folder of the running program first on PATH, so that a pipeline runs the tools beside
 * it. */
void pipeline_prefer_own_tools(void);

#endif
