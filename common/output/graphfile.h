/*
 * graphfile: what the writers of graph files share, and the writers themselves (graphformat.h says
 * what each promises).
 */
#ifndef KOOP_OUTPUT_GRAPHFILE_H
#define KOOP_OUTPUT_GRAPHFILE_H

#include "base/arena.h"
#include "base/out.h"
#include "graph/edgetable.h"
#include "graph/graph.h"
#include "graph/nodetable.h"
#include "graph/mixing.h"
#include "graph/multiplex.h"
#include "graph/spell.h"

#define UNUSED __attribute__((unused))

/* A column of the table of nodes or edges as it will be written. */
struct graph_column {
	struct str name;
	bool number; /* every value is one */
	size_t at;   /* in the table, or one of these */
};

enum {
	COLUMN_MODE = 4096, /* which of two kinds a node is */
	COLUMN_RELATION,
};

struct graph_columns {
	struct graph_column *list;
	size_t n;
};

struct graph_file {
	struct out *out;
	const struct graph *g;
	const struct node_table *table;
	const struct edge_table *edge_table; /* NULL: none */
	const struct spells *spells;         /* the same */
	const struct multiplex *multiplex;   /* the same */
	const struct grouping *groups;       /* the same */
	bool viz, utf8;
	bool kinds; /* the format has a place of its own for relations */
	uint32_t items;
	struct graph_columns nodes, edges;
	const char *joint; /* stands between a name and the number that tells it from another */
	struct str prefix; /* what the ids of edges begin with, where they have ids */
	struct arena arena;
};

/* An edge or a self loop, as writers are given them. */
struct tie {
	struct edge ends;
	double weight;
	size_t at;           /* in the table of edges */
	struct str relation; /* where there are several */
	bool first;
};

typedef void put_tie(const struct graph_file *f, const struct tie *tie);

/* Every edge, then every self loop, in order; of several relations one after the other. */
void each_tie(const struct graph_file *f, put_tie *put);

struct str node_text(const struct graph_file *f, size_t node, const struct graph_column *column);
struct str tie_text(
	const struct graph_file *f, const struct tie *tie, const struct graph_column *column);

/* What people call the node: its label, else its name, else its id. */
struct str node_label(const struct graph_file *f, size_t node);

bool has_column(const struct graph_columns *columns, struct str name);

/* Gives a column another name, one that no column has yet, and that is none of the taken ones
 * (NULL-ended; NULL: none). */
void rename_column(struct graph_file *f, const struct graph_columns *columns,
	struct graph_column *column, struct str name, const char *const *taken);

/* For formats that call the id name: a column of that name is the label where there is none. */
void name_to_label(struct graph_file *f);

void put_number(struct out *out, double number);

/* Text as XML writes it; what XML cannot hold is dropped, and said. */
void put_xml(struct out *out, struct str text);

/* Is the byte one that every format takes in a name? */
bool is_ascii_alnum(char c);

void write_cytoscape(struct graph_file *f);
void write_dot(struct graph_file *f);
void write_gexf(struct graph_file *f);
void write_gexf12(struct graph_file *f);
void write_gml(struct graph_file *f);
void write_graphml(struct graph_file *f);
void write_json(struct graph_file *f);
void write_kumu(struct graph_file *f);
void write_kumu_elements(struct graph_file *f);
void write_kumu_json(struct graph_file *f);
void write_matrix(struct graph_file *f);
void write_mermaid(struct graph_file *f);
void write_pajek(struct graph_file *f);

#endif
