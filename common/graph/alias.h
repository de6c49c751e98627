/*
 * alias: which node a text in an edge stands for.
 *
 * A table of aliases (koop-record(5): id and variant) says what else a node is called; it may lead
 * over several steps (a to b, b to c), which are taken at once. Where nodes are known by name, two
 * texts are one when they have the same strict key (text/key.h), and a file of nodes says which id
 * a key belongs to. Of several ids for one variant the first stands, and it is said.
 *
 * Zeroed, every text stands for itself. Look-up is O(length).
 */
#ifndef KOOP_GRAPH_ALIAS_H
#define KOOP_GRAPH_ALIAS_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/hash.h"

struct aliases {
	bool keys; /* set before the first: texts are names, told apart by their keys */
	struct intern variants;
	struct str *ids; /* of each variant */
	size_t n, cap;
	struct arena arena;
};

/* Ends the process when the file cannot be read, or lacks a column. */
void aliases_read(struct aliases *aliases, const char *file);

/* One more; `pos` is where it stands. */
void aliases_add(struct aliases *aliases, struct str variant, struct str id, const struct pos *pos);

/* After the last: takes all steps at once. What goes round in a circle is said, and left alone. */
void aliases_close(struct aliases *aliases);

/* The id that a text stands for: the text itself, its key, or what the table says. */
struct str alias_of(const struct aliases *aliases, struct str text, struct arena *arena);

/* The strict key of a name as it stands in a table. */
struct str alias_key(struct str name, struct arena *arena);

void aliases_release(struct aliases *aliases);

#endif
