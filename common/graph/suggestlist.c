/* Suggestions as records, with the reasons. */
#include <stdlib.h>

#include "base/diag.h"
#include "base/near.h"
#include "graph/task.h"
#include "graph/suggest.h"
#include "record/list.h"

/* Items joined as a list column holds them: a semicolon inside one becomes a comma. */
static void add_item(struct buf *list, struct str item)
{
	if (list->n)
		buf_putc(list, ';');
	for (size_t i = 0; i < item.n; i++)
		buf_putc(list, item.p[i] == ';' ? ',' : item.p[i]);
}

/* Enough of them; how many there are is told beside. */
enum { NEIGHBOURS_SHOWN = 100 };

struct neighbours {
	const struct graph *g;
	struct buf list;
	size_t n;
};

static void add_neighbour(void *sink, uint32_t node)
{
	struct neighbours *via = sink;
	if (via->n++ < NEIGHBOURS_SHOWN)
		add_item(&via->list, via->g->ids[node]);
}

static void shared_items(struct buf *out, struct str of_a, struct str of_b)
{
	struct list a = {0}, b = {0};
	list_split(&a, of_a);
	list_split(&b, of_b);
	for (size_t i = 0; i < a.n; i++)
		for (size_t k = 0; k < b.n; k++)
			if (str_eq(a.items[i], b.items[k]))
				add_item(out, a.items[i]);
	list_release(&a);
	list_release(&b);
}

static struct str value_of(
	const struct suggest_rule *rule, const struct graph *g, uint32_t node, long column)
{
	return column < 0 ? (struct str){0}
	                  : node_table_value(rule->table, g->number[node], (size_t)column);
}

/* "2 partners in common, same fields (music), HR and RS" */
static void add_reason(struct buf *why, const struct suggestion *s, const struct suggest_rule *rule,
	struct str shared, struct str of_a, struct str of_b)
{
	buf_fmt(why, "%u neighbour%s in common", s->common, s->common == 1 ? "" : "s");
	if (shared.n) {
		buf_puts(why, ", same ");
		buf_addstr(why, rule->table->names[rule->shared]);
		buf_puts(why, " (");
		for (size_t i = 0; i < shared.n; i++) {
			buf_putc(why, shared.p[i] == ';' ? ',' : shared.p[i]);
			if (shared.p[i] == ';')
				buf_putc(why, ' ');
		}
		buf_putc(why, ')');
	}
	if (!of_a.n)
		return;
	buf_puts(why, ", ");
	buf_addstr(why, of_a);
	buf_puts(why, " and ");
	buf_addstr(why, of_b);
}

static void list_suggestion(struct writer *w, const struct graph *g,
	const struct suggest_rule *rule, const struct suggestion *s)
{
	struct neighbours via = {.g = g};
	struct buf shared = {0}, across = {0}, why = {0};
	struct str a = value_of(rule, g, s->a, rule->across),
		   b = value_of(rule, g, s->b, rule->across);
	common_neighbours(g, s->a, s->b, add_neighbour, &via);
	shared_items(&shared, value_of(rule, g, s->a, rule->shared),
		value_of(rule, g, s->b, rule->shared));
	if (rule->across >= 0) {
		add_item(&across, a);
		add_item(&across, b);
	}
	add_reason(&why, s, rule, buf_str(&shared), a, b);
	writer_value(w, g->ids[s->a]);
	writer_value(w, g->ids[s->b]);
	writer_number(w, s->score);
	writer_number(w, s->common);
	writer_value(w, buf_str(&via.list));
	writer_value(w, buf_str(&shared));
	writer_value(w, buf_str(&across));
	writer_value(w, buf_str(&why));
	writer_end(w);
	buf_release(&via.list);
	buf_release(&shared);
	buf_release(&across);
	buf_release(&why);
}

/* The column that was named, or the standard one where there is one; an empty name is none. */
static long column_of(const struct node_table *table, const char *given, const char *standard)
{
	long found =
		given && !*given ? COLUMN_NONE : node_table_find(table, given ? given : standard);
	if (given && *given && found == COLUMN_NONE)
		diex("unknown column '%s'", given);
	return found;
}

void run_suggest(struct task *t)
{
	static const struct str names[] = {STR_CONST("source"), STR_CONST("target"),
		STR_CONST("score"), STR_CONST("common"), STR_CONST("via"), STR_CONST("shared"),
		STR_CONST("across"), STR_CONST("why")};
	const char *across = t->source.nodes.attr;
	struct buf why = {0};
	size_t n;
	t->source.nodes.keep = "*";
	t->source.nodes.attr = NULL;
	task_read(t);
	const struct node_table *table = &t->net.table;
	struct suggest_rule rule = {.table = table,
		.across = column_of(table, across, "country"),
		.shared = column_of(table, t->fields, "fields"),
		.node = SIZE_MAX,
		.top = t->top ? t->top : 20};
	if (t->asked && !graph_need_node(t->m.flat, str_of(t->asked), &rule.node, &why))
		diex("%s", buf_cstr(&why));
	struct suggestion *found = suggest_find(t->m.flat, &rule, &n);
	writer_names(&t->writer, names, sizeof names / sizeof *names, t->opts.bare);
	for (size_t i = 0; i < n; i++)
		list_suggestion(&t->writer, t->m.flat, &rule, &found[i]);
	free(found);
}
