/* Names in a picture: none over another, none off the page, the largest first. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "graph/network.h"
#include "graph/random.h"
#include "output/picture.h"

static struct network net;
static struct measures m;

/* A network with names of many lengths; some nodes have many ties. */
static void build(size_t nodes, size_t edges, uint64_t seed)
{
	struct randomness r = {seed};
	char id[400];
	net = (struct network){0};
	for (size_t i = 0; i < nodes; i++) {
		size_t n = (size_t)snprintf(id, sizeof id, "%zu ", i);
		size_t length = i % 50 == 3 ? 300 : random_below(&r, 25);
		memset(id + n, 'a' + (int)(i % 26), length);
		intern_add(&net.list.ids, (struct str){id, n + length});
	}
	for (size_t e = 0; e < edges; e++) {
		double u = random_unit(&r);
		edgelist_add(&net.list, (uint32_t)((double)nodes * u * u),
			(uint32_t)random_below(&r, nodes), 1);
	}
	graph_build(&net.graph, &net.list, false);
	m = (struct measures){.threads = 1, .search = COMMUNITY_DEFAULTS};
	network_measures(&net, &m);
}

static bool make(struct picture *p, const struct drawing *look, struct buf *why)
{
	*p = (struct picture){
		.g = &net.graph, .table = &net.table, .look = look, .m = &m, .why = why};
	if (!picture_size(p) || !picture_colour(p))
		return false;
	picture_names(p);
	picture_place(p);
	picture_label(p);
	return true;
}

static bool overlap(const struct label *a, const struct label *b)
{
	double a_top = a->y - 0.87 * a->size, b_top = b->y - 0.87 * b->size;
	return a->x < b->x + b->width - 1e-6 && b->x < a->x + a->width - 1e-6 &&
	       a_top < b_top + 1.15 * b->size - 1e-6 && b_top < a_top + 1.15 * a->size - 1e-6;
}

static void check_labels(const struct picture *p)
{
	size_t shown = 0, overlaps = 0, off = 0;
	for (size_t i = 0; i < p->g->nodes; i++) {
		const struct label *label = &p->labels[i];
		if (!label->shown)
			continue;
		shown++;
		off += !(label->x >= 0 && label->x + label->width <= p->width &&
			 label->y <= p->height && label->y - label->size >= 0);
		for (size_t k = 0; k < i; k++)
			overlaps += p->labels[k].shown && overlap(label, &p->labels[k]);
	}
	CHECK(shown > 0 && overlaps == 0 && off == 0);
	CHECK(p->labels[p->order[0]].shown);
}

static void test(size_t nodes, size_t edges, const char *colour)
{
	struct drawing look = DRAWING_DEFAULTS;
	struct buf why = {0};
	struct picture p;
	look.colour = colour;
	build(nodes, edges, nodes);
	CHECK(make(&p, &look, &why));
	check_labels(&p);
	for (size_t i = 0; i < nodes; i++) {
		CHECK(isfinite(p.x[i]) && isfinite(p.y[i]) && p.radius[i] > 0);
		CHECK(p.x[i] >= 0 && p.x[i] <= p.width && p.y[i] >= p.top - 1 &&
			p.y[i] <= p.height);
		CHECK(p.scale || p.class[i] < p.nclasses);
	}
	for (size_t k = 1; k < nodes; k++)
		CHECK(p.size[p.order[k - 1]] >= p.size[p.order[k]]);
	arena_release(&p.arena);
	measures_release(&m);
	network_release(&net);
	buf_release(&why);
}

/* Measures that are not defined for all nodes. */
static void test_undefined(void)
{
	struct drawing look = DRAWING_DEFAULTS;
	struct buf why = {0};
	struct picture p;
	look.size = "clustering";
	look.colour = "clustering";
	build(60, 40, 5);
	CHECK(make(&p, &look, &why));
	size_t undefined = 0;
	for (size_t i = 0; i < 60; i++) {
		undefined += isnan(p.size[i]) ? 1 : 0;
		CHECK(p.radius[i] > 0 && isfinite(p.radius[i]));
	}
	CHECK(undefined > 0 && p.nclasses > 1);
	CHECK(str_eq(p.classes[p.nclasses - 1].name, STR("(none)")));
	CHECK(p.classes[p.nclasses - 1].n == undefined);
	arena_release(&p.arena);
	look.size = "nonsense";
	CHECK(!make(&p, &look, &why) && why.n > 0);
	arena_release(&p.arena);
	measures_release(&m);
	network_release(&net);
	buf_release(&why);
}

int main(void)
{
	test(1, 0, "none");
	test(5, 4, "community");
	test(80, 200, "community");
	test(300, 150, "component");
	test(600, 1500, "betweenness");
	test_undefined();
	return check_summary("picture");
}
