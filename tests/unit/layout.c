/* Every picture: places that are finite and on the page, discs apart, the same for any order of
 * rows. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "graph/layout.h"
#include "graph/layoutpack.h"
#include "graph/random.h"

enum { NODES_MOST = 3000 };

struct placed {
	struct edgelist list;
	struct graph g;
	double x[NODES_MOST], y[NODES_MOST], radius[NODES_MOST];
	struct layout_page page;
};

static void add(struct placed *p, size_t a, size_t b, double weight)
{
	char from[24], to[24];
	snprintf(from, sizeof from, "n%zu", a);
	snprintf(to, sizeof to, "n%zu", b);
	uint32_t first = intern_add(&p->list.ids, str_of(from));
	edgelist_add(&p->list, first, intern_add(&p->list.ids, str_of(to)), weight);
}

static struct placed *begin(void)
{
	struct placed *p = calloc(1, sizeof *p);
	p->list.weighted = true;
	return p;
}

static void place(struct placed *p, double radius)
{
	graph_build(&p->g, &p->list, false);
	for (size_t i = 0; i < p->g.nodes; i++)
		p->radius[i] = radius + (double)(i % 3);
	p->page = (struct layout_page){.width = 1000,
		.height = 700,
		.radius = p->radius,
		.gap = 2,
		.name_width = 120,
		.name_height = 30,
		.seed = 1};
	layout_find(p->x, p->y, &p->g, &p->page);
}

static void end(struct placed *p)
{
	graph_release(&p->g);
	edgelist_release(&p->list);
	free(p);
}

static bool on_page(const struct placed *p)
{
	for (size_t i = 0; i < p->g.nodes; i++)
		if (!(p->x[i] >= 0 && p->x[i] <= p->page.width && p->y[i] >= 0 &&
			    p->y[i] <= p->page.height))
			return false;
	return true;
}

static size_t overlaps(const struct placed *p)
{
	size_t n = 0;
	for (size_t i = 0; i < p->g.nodes; i++)
		for (size_t j = i + 1; j < p->g.nodes; j++)
			n += hypot(p->x[i] - p->x[j], p->y[i] - p->y[j]) <
			     p->radius[i] + p->radius[j];
	return n;
}

static void test_small(void)
{
	struct placed *none = begin();
	place(none, 5);
	CHECK(none->g.nodes == 0);
	end(none);

	struct placed *one = begin();
	intern_add(&one->list.ids, STR("alone"));
	place(one, 5);
	CHECK(on_page(one) && one->x[0] > 0 && one->y[0] > 0);
	end(one);

	struct placed *two = begin();
	add(two, 1, 2, 1e300);
	place(two, 5);
	CHECK(on_page(two) && overlaps(two) == 0);
	CHECK(fabs(two->y[0] - two->y[1]) < 1); /* along the page */
	end(two);
}

/* Neighbours of a path are nearer to each other than its ends are. */
static void test_path(void)
{
	struct placed *p = begin();
	for (size_t i = 10; i < 30; i++)
		add(p, i, i + 1, 1);
	place(p, 4);
	CHECK(on_page(p) && overlaps(p) == 0);
	CHECK(fabs(p->x[0] - p->x[20]) > 600);
	for (size_t i = 0; i < 20; i++)
		CHECK(fabs(p->x[i] - p->x[i + 1]) < 120);
	end(p);
}

static void fill_random(struct placed *p, size_t nodes, size_t edges, bool backwards)
{
	struct randomness r = {7};
	size_t *ends = calloc(2 * edges, sizeof *ends);
	for (size_t i = 0; i < 2 * edges; i++)
		ends[i] = random_below(&r, nodes);
	for (size_t i = 0; i < edges; i++) {
		size_t e = backwards ? edges - 1 - i : i;
		add(p, ends[2 * e], ends[2 * e + 1], (double)(e % 5 + 1));
	}
	free(ends);
}

static void test_random(size_t nodes, size_t edges, double radius)
{
	struct placed *p = begin(), *q = begin();
	fill_random(p, nodes, edges, false);
	fill_random(q, nodes, edges, true);
	place(p, radius);
	place(q, radius);
	CHECK(on_page(p) && overlaps(p) == 0);
	CHECK(p->g.nodes == q->g.nodes && memcmp(p->x, q->x, sizeof p->x) == 0 &&
		memcmp(p->y, q->y, sizeof p->y) == 0);
	end(p);
	end(q);
}

/* What has no clusters is a ball, but not a knot: few nodes lie in the middle ninth of the page,
 * and there are some in most of its squares. */
static void test_ball(void)
{
	enum { COLUMNS = 12, ROWS = 9 };
	struct placed *p = begin();
	size_t inner = 0, used = 0, in[ROWS][COLUMNS] = {{0}};
	fill_random(p, 1500, 3500, false);
	place(p, 3);
	for (size_t i = 0; i < p->g.nodes; i++) {
		size_t row = (size_t)(p->y[i] / p->page.height * ROWS * 0.9999),
		       column = (size_t)(p->x[i] / p->page.width * COLUMNS * 0.9999);
		used += in[row][column]++ == 0;
		inner += row / 3 == 1 && column / 4 == 1;
	}
	CHECK(on_page(p) && overlaps(p) == 0);
	CHECK(inner * 4 < p->g.nodes && used > 70);
	end(p);
}

/* Many pairs and isolates: each part stands for itself. */
static void test_parts(void)
{
	struct placed *p = begin();
	char id[24];
	for (size_t i = 0; i < 100; i++)
		add(p, 2 * i, 2 * i + 1, 1);
	for (size_t i = 0; i < 300; i++) {
		snprintf(id, sizeof id, "z%03zu", i);
		intern_add(&p->list.ids, str_of(id));
	}
	place(p, 3);
	CHECK(p->g.nodes == 500 && on_page(p) && overlaps(p) == 0);
	for (size_t i = 201; i < 500; i++)
		CHECK(p->y[i] >= p->y[200] && p->y[i] > p->y[i % 200]);
	end(p);
}

static void test_one_place(void)
{
	struct placed *p = begin();
	p->g.nodes = 60;
	for (size_t i = 0; i < 60; i++) {
		p->x[i] = p->y[i] = 50;
		p->radius[i] = 5;
	}
	p->page = (struct layout_page){.width = 200, .height = 200, .radius = p->radius, .gap = 1};
	layout_spread(p->x, p->y, 60, &p->page, 500);
	CHECK(on_page(p) && overlaps(p) == 0);
	/* More than the page has room for: still on it. */
	p->page.width = p->page.height = 20;
	layout_spread(p->x, p->y, 60, &p->page, 50);
	CHECK(on_page(p));
	p->g.nodes = 0;
	end(p);
}

static void test_boxes(void)
{
	struct box boxes[50];
	struct randomness r = {3};
	double width, height;
	for (size_t i = 0; i < 50; i++)
		boxes[i] = (struct box){.width = 1 + 9 * random_unit(&r) / (double)(i + 1),
			.height = 1 + 5 * random_unit(&r)};
	boxes_pack(boxes, 50, 1.5, &width, &height);
	for (size_t i = 0; i < 50; i++) {
		const struct box *a = &boxes[i];
		CHECK(a->x >= 0 && a->y >= 0 && a->x + a->width <= width + 1e-9 &&
			a->y + a->height <= height + 1e-9);
		for (size_t j = 0; j < i; j++) {
			const struct box *b = &boxes[j];
			CHECK(a->x + a->width <= b->x + 1e-9 || b->x + b->width <= a->x + 1e-9 ||
				a->y + a->height <= b->y + 1e-9 || b->y + b->height <= a->y + 1e-9);
		}
	}
}

int main(void)
{
	test_small();
	test_path();
	test_random(40, 60, 6);
	test_random(500, 1000, 3);
	test_random(2000, 4000, 1);
	test_ball();
	test_parts();
	test_one_place();
	test_boxes();
	return check_summary("layout");
}
