/*
 * measuretable: the tables of measures, for those who choose from them.
 */
#ifndef KOOP_GRAPH_MEASURETABLE_H
#define KOOP_GRAPH_MEASURETABLE_H

#include "graph/measure.h"

/* What graphs a measure of the whole fits. */
enum {
	FITS_UNDIRECTED = 1 << 0,
	FITS_DIRECTED = 1 << 1,
	FITS_BOTH = FITS_UNDIRECTED | FITS_DIRECTED,
	FITS_GROUPS = 1 << 2,   /* only where there is an attribute */
	FITS_TWO_MODE = 1 << 3, /* only where it is known who took part in what */
	FITS_PROJECTED = 1 << 5,
	FITS_PERMUTED = 1 << 6,   /* only with rounds of permutation */
	FITS_TIME = 1 << 4,       /* only in slices of time */
	FITS_NUMBERS = 1 << 7,    /* only where the attribute is a number */
	FITS_NAMED = 1 << 8,      /* only when it is named */
	FITS_NAMED_ARCS = 1 << 9, /* in a directed graph only when it is named */
};

/* Bits of node_measure.kind. */
enum {
	MEASURE_LENGTHS = 1 << 0,    /* has a form for each kind of length */
	MEASURE_SAMPLED = 1 << 1,    /* has an estimate, with an error of the same name and _se */
	MEASURE_ERROR = 1 << 2,      /* is such an error */
	MEASURE_BOTH_MODES = 1 << 3, /* is of a projection, and of two modes */
	MEASURE_DIRECTED = 1 << 4,   /* says nothing where edges have no direction */
};

extern const struct node_measure NODE_MEASURES[];
extern const size_t NODE_MEASURES_N;
extern const struct graph_measure GRAPH_MEASURES[];
extern const size_t GRAPH_MEASURES_N;

/* The reason, with the nearest name. */
void measure_unknown(struct str name, const struct str *names, size_t n, struct buf *why);

#endif
