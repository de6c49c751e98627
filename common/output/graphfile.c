#include "output/graphfile.h"
#include "record/number.h"

struct str node_text(const struct graph_file *f, size_t node, const struct graph_column *column)
{
	if (column->at == COLUMN_MODE)
		return f->g->number[node] < f->items ? STR("of") : STR("by");
	return node_table_value(f->table, f->g->number[node], column->at);
}

struct str tie_text(
	const struct graph_file *f, const struct tie *tie, const struct graph_column *column)
{
	if (column->at == COLUMN_RELATION)
		return tie->relation;
	return edge_table_value(f->edge_table, tie->at, column->at);
}

struct str node_label(const struct graph_file *f, size_t node)
{
	static const struct str names[] = {STR_CONST("label"), STR_CONST("name")};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		for (size_t k = 0; k < f->nodes.n; k++) {
			struct str text = node_text(f, node, &f->nodes.list[k]);
			if (text.n && str_eq(f->nodes.list[k].name, names[i]))
				return text;
		}
	return f->g->ids[node];
}

bool has_column(const struct graph_columns *columns, struct str name)
{
	for (size_t i = 0; i < columns->n; i++)
		if (str_eq(columns->list[i].name, name))
			return true;
	return false;
}

static bool is_one_of(struct str name, const char *const *words)
{
	for (; words && *words; words++)
		if (str_eq(name, str_of(*words)))
			return true;
	return false;
}

void rename_column(struct graph_file *f, const struct graph_columns *columns,
	struct graph_column *column, struct str name, const char *const *taken)
{
	struct str free_name = name;
	column->name = (struct str){0};
	for (int k = 2; is_one_of(free_name, taken) || has_column(columns, free_name); k++)
		free_name = arena_fmt(&f->arena, STR_FMT "%s%d", STR_ARG(name), f->joint, k);
	column->name = arena_str(&f->arena, free_name);
}

void name_to_label(struct graph_file *f)
{
	for (size_t k = 0; k < f->nodes.n; k++)
		if (str_eq(f->nodes.list[k].name, STR("name")))
			rename_column(f, &f->nodes, &f->nodes.list[k],
				has_column(&f->nodes, STR("label")) ? STR("name_2") : STR("label"),
				NULL);
}

void put_number(struct out *out, double number)
{
	char text[NUMBER_MAX];
	out_add(out, text, number_format(number, text));
}

bool is_ascii_alnum(char c)
{
	return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
}

static void each_tie_of_relations(const struct graph_file *f, put_tie *put)
{
	const struct multiplex *m = f->multiplex;
	const struct graph *g = f->g;
	for (size_t i = 0; i < m->n; i++) {
		size_t place = m->edge[i];
		uint32_t node = (uint32_t)(place - g->edges);
		struct tie tie = {
			.ends = place < g->edges ? g->ends[place] : (struct edge){node, node},
			.weight = m->weight[i],
			.at = i,
			.relation = multiplex_name(m, i),
			.first = i == 0
                };
		put(f, &tie);
	}
}

void each_tie(const struct graph_file *f, put_tie *put)
{
	const struct graph *g = f->g;
	struct tie tie = {.first = true};
	if (f->multiplex) {
		each_tie_of_relations(f, put);
		return;
	}
	for (size_t e = 0; e < g->edges; e++, tie.first = false) {
		tie.ends = g->ends[e];
		tie.weight = graph_weight(g, e);
		tie.at = e;
		put(f, &tie);
	}
	for (uint32_t i = 0; g->loops && i < g->nodes; i++) {
		if (!g->loop_rows[i])
			continue;
		tie.ends = (struct edge){i, i};
		tie.weight = g->loop_weight[i];
		tie.at = g->edges + i;
		put(f, &tie);
		tie.first = false;
	}
}
