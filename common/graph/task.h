/*
 * task: what a command line of koop-graph asks for, what is made on the way to the output, and the
 * verbs that write records.
 *
 * A verb is one function here and one row in the table of verbs of the program. It reads the
 * operands and writes its records; a name that does not fit is misuse, which ends the process.
 */
#ifndef KOOP_GRAPH_TASK_H
#define KOOP_GRAPH_TASK_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/opts.h"
#include "base/out.h"
#include "graph/listing.h"
#include "graph/measure.h"
#include "graph/network.h"
#include "record/writer.h"

struct drawing; /* of a higher floor */

struct task {
	struct opts opts;
	struct network_source source;
	const char *measures;
	enum path_length length;
	bool length_given;
	const char *to;
	bool viz, gml_utf8; /* of files in formats of others */
	double alpha;
	enum backbone_rule rule;
	size_t top;            /* 0: all */
	const char *asked;     /* the node that suggestions are for */
	const char *method;    /* one of those there are, which is one a verb */
	const char *partition; /* a file and its column */
	const char *fields;    /* a list column that partners share an item of */
	struct drawing *look;

	struct network net;
	struct measures m;
	struct arena arena;
	struct out out;
	struct writer writer;
	struct listing listing;

	/* Of parts, the columns; no_part: there is none, and only the header is written. */
	const struct graph_measure **rows;
	size_t nrows;
	unsigned needs;
	bool no_part;
};

enum {
	OPT_MEASURES = 'm',
	OPT_LENGTH = 700,
	OPT_THREADS,
	OPT_ALPHA,
	OPT_RULE,
	OPT_TOP,
	OPT_FOR,
	OPT_FIELDS,
	OPT_SAMPLE,
	OPT_PERMUTATIONS,
	OPT_COMMUNITIES,
	OPT_METHOD,
};

/* clang-format off */

#define OPTIONS_TASK \
	{OPT_MEASURES, "measures", "LIST", "what to compute (see koop-graph(1))"}, \
	{OPT_LENGTH, "length", "KIND", "how long an edge is: inverse (default), weight, none"}, \
	{OPT_THREADS, "threads", "N", "threads for shortest paths (default: one a processor)"}, \
	{OPT_SAMPLE, "sample", "N", "estimate path measures from N nodes, with standard errors"}, \
	{OPT_PERMUTATIONS, "permutations", "N", "deal --attr out again N times: how likely by chance"}, \
	{OPT_COMMUNITIES, "communities", "FILE:COL", "with stats: the modularity of this partition"}, \
	{OPT_METHOD, "method", "NAME", "with communities: leiden; with backbone: disparity"}, \
	{OPT_ALPHA, "alpha", "X", "with backbone: the level of significance (default 0.05)"}, \
	{OPT_RULE, "rule", "RULE", "with backbone: only edges significant at one end (or), at both (and)"}, \
	{OPT_TOP, "top", "N", "with nodes, edges, suggest: only the N largest, the largest first"}, \
	{OPT_FOR, "for", "ID", "with suggest: partners of this node (default: of any)"}, \
	{OPT_FIELDS, "fields", "COL", "with suggest: partners share an item of this list (default fields)"}

#define TASK_DEFAULTS \
	.length = LENGTH_INVERSE, .source = SOURCE_DEFAULTS, .alpha = 0.05, .m.search = COMMUNITY_DEFAULTS

/* clang-format on */

/* Takes an option of the table above; others are passed over. */
void task_option(struct task *t, int key, const char *value);

/* Reads the network, and makes ready what its measures are computed from. */
void task_read(struct task *t);

/* Where edges have no weights they have no lengths, unless --length says so. After the network is
 * read. */
void task_length(struct task *t);

/* No attribute is misuse. */
void task_need_groups(const struct task *t);

void task_release(struct task *t);

void run_edges(struct task *t);
void run_nodes(struct task *t);
void run_stats(struct task *t);
void run_project(struct task *t);
void list_mixing(struct task *t);
void run_backbone(struct task *t);
void run_filter(struct task *t);
void run_suggest(struct task *t);
void run_communities(struct task *t);

#endif
