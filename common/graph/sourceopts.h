/*
 * sourceopts: the options that say what a network is made of, for the option table of a program.
 */
#ifndef KOOP_GRAPH_SOURCEOPTS_H
#define KOOP_GRAPH_SOURCEOPTS_H

#include "base/opts.h"
#include "graph/network.h"

enum {
	OPT_SOURCE = 500,
	OPT_TARGET,
	OPT_WEIGHT,
	OPT_DIRECTED,
	OPT_UNDIRECTED,
	OPT_UNWEIGHTED,
	OPT_BY,
	OPT_OF,
	OPT_MAX_PARTNERS,
	OPT_NODES,
	OPT_ID,
	OPT_KEEP,
	OPT_ATTR,
	OPT_DATE,
	OPT_DATE_END,
	OPT_AS_OF,
	OPT_FROM,
	OPT_SLICE,
	OPT_CUMULATIVE,
	OPT_TWO_MODE,
	OPT_RELATION,
	OPT_ALIASES,
	OPT_IDS,
};

/* clang-format off */

#define OPTIONS_SOURCE \
	{OPT_SOURCE, "source", "COL", "the column of one end of an edge (default source, or as found)"}, \
	{OPT_TARGET, "target", "COL", "the column of the other end (default target, or as found)"}, \
	{OPT_WEIGHT, "weight", "COL", "the column of the weight; with project: a list of weights"}, \
	{OPT_DIRECTED, "directed", NULL, "edges go from source to target"}, \
	{OPT_UNDIRECTED, "undirected", NULL, "edges have no direction (default)"}, \
	{OPT_UNWEIGHTED, "unweighted", NULL, "every row weighs 1"}, \
	{OPT_BY, "by", "COL", "with --of: what is shared (default id, or each record for itself)"}, \
	{OPT_OF, "of", "LIST", "list columns whose items are tied where they share a --by"}, \
	{OPT_TWO_MODE, "two-mode", NULL, "with --of: both kinds of node, tied where one took part"}, \
	{OPT_MAX_PARTNERS, "max-partners", "N", "refuse what has more than N items (default 1000)"}, \
	{OPT_RELATION, "relation", "[COL]", "tell relations apart: a network each (default relation)"}, \
	{OPT_ALIASES, "aliases", "FILE", "what else nodes are called: records of id and variant"}, \
	{OPT_IDS, "ids", "WHAT", "what the ends of edges are: id (default), name_key"}, \
	{OPT_NODES, "nodes", "FILE", "nodes and their attributes, a record file; isolates count"}, \
	{OPT_ID, "id", "COL", "the column of that file that holds the ids (default id)"}, \
	{OPT_KEEP, "keep", "LIST", "columns of that file that go to the output"}, \
	{OPT_ATTR, "attr", "COL", "the column of that file that parts the nodes into groups"}, \
	{OPT_DATE, "date", "COL", "the column that says when (default date)"}, \
	{OPT_DATE_END, "date-end", "COL", "the column that says until when; empty: still"}, \
	{OPT_AS_OF, "as-of", "DATE", "only rows that hold on DATE, or in that month or year"}, \
	{OPT_FROM, "from", "DATE", "only rows that hold on DATE or later (and --to: or earlier)"}, \
	{OPT_SLICE, "slice", "UNIT", "a network for each year, quarter or month"}, \
	{OPT_CUMULATIVE, "cumulative", NULL, "with --slice: all that began before the slice ends"}

#define SOURCE_DEFAULTS {.max_partners = 1000, .keep = KEEP_DEFAULTS}

/* clang-format on */

/* Takes an option of the table above; others are passed over. */
void source_option(struct network_source *source, const struct opts *o, int key, const char *value);

/* The last day, where --to is a date. */
void source_to(struct network_source *source, const struct opts *o, const char *value);

/* After the last option: what does not go together is misuse. */
void source_check(const struct network_source *source, const struct opts *o);

#endif
