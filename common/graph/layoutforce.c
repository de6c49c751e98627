#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "graph/layoutpiece.h"

enum { FORCE_ROUNDS = 100, DEPTH_MOST = 40 };

/* A group of nodes acts as one where it is seen under less than this (its width by its distance).
 */
static const double ANGLE = 1.0;

/* A square of the plane: four quarters, or a node, or nothing. */
struct square {
	double mass, x, y; /* what is in it, and its centre of gravity */
	double size;
	uint32_t first; /* of the four quarters, 0 where it has none */
};

struct field {
	struct piece *p;
	double *mass, *fx, *fy;
	double edge; /* how long an edge is */
	struct square *squares;
	size_t n, cap;
};

static uint32_t add_square(struct field *f, double size)
{
	f->squares = mem_grow(f->squares, f->n, &f->cap, sizeof *f->squares);
	f->squares[f->n] = (struct square){.size = size};
	return (uint32_t)f->n++;
}

static void divide(struct field *f, uint32_t at)
{
	double half = f->squares[at].size / 2;
	uint32_t first = add_square(f, half);
	for (int k = 1; k < 4; k++)
		add_square(f, half);
	f->squares[at].first = first;
}

/* The quarter that a place lies in; *left and *top become those of the quarter. */
static uint32_t quarter(const struct square *s, double x, double y, double *left, double *top)
{
	double half = s->size / 2;
	uint32_t k = 0;
	if (x >= *left + half) {
		*left += half;
		k += 1;
	}
	if (y >= *top + half) {
		*top += half;
		k += 2;
	}
	return s->first + k;
}

static void add_mass(struct square *s, double mass, double x, double y)
{
	double sum = s->mass + mass;
	s->x = (s->x * s->mass + x * mass) / sum;
	s->y = (s->y * s->mass + y * mass) / sum;
	s->mass = sum;
}

static void add_node(struct field *f, size_t node, double left, double top)
{
	double x = f->p->x[node], y = f->p->y[node], mass = f->mass[node];
	uint32_t at = 0;
	for (int depth = 0;; depth++) {
		struct square *s = &f->squares[at];
		if (!s->first && s->mass > 0 && depth < DEPTH_MOST) {
			double corner_x = left, corner_y = top;
			struct square old = *s;
			divide(f, at);
			s = &f->squares[at];
			uint32_t to = quarter(s, old.x, old.y, &corner_x, &corner_y);
			add_mass(&f->squares[to], old.mass, old.x, old.y);
		}
		bool inner = s->first;
		add_mass(s, mass, x, y);
		if (!inner)
			return;
		at = quarter(s, x, y, &left, &top);
	}
}

/* Barnes and Hut (1986). */
static void build(struct field *f)
{
	const struct piece *p = f->p;
	double left = p->x[0], right = left, top = p->y[0], bottom = top;
	for (size_t i = 1; i < p->n; i++) {
		left = fmin(left, p->x[i]);
		right = fmax(right, p->x[i]);
		top = fmin(top, p->y[i]);
		bottom = fmax(bottom, p->y[i]);
	}
	f->n = 0;
	add_square(f, fmax(fmax(right - left, bottom - top), 1e-9) * 1.001);
	for (size_t i = 0; i < p->n; i++)
		add_node(f, i, left, top);
}

static void repel(struct field *f, size_t node)
{
	uint32_t stack[4 * DEPTH_MOST + 8];
	size_t top = 0;
	double x = f->p->x[node], y = f->p->y[node], fx = 0, fy = 0;
	stack[top++] = 0;
	while (top) {
		const struct square *s = &f->squares[stack[--top]];
		double dx = x - s->x, dy = y - s->y, square = dx * dx + dy * dy;
		if (s->first && s->size * s->size > ANGLE * ANGLE * square) {
			for (uint32_t k = 0; k < 4; k++)
				if (f->squares[s->first + k].mass > 0)
					stack[top++] = s->first + k;
			continue;
		}
		if (square < 1e-12)
			continue;
		fx += s->mass * dx / square;
		fy += s->mass * dy / square;
	}
	f->fx[node] += fx * f->mass[node];
	f->fy[node] += fy * f->mass[node];
}

/* The pull along an edge grows with this power of its length: 1 is a spring, 0 parts clusters most.
 */
static const double POWER = 0.25;

/* By what its length is multiplied to give the pull: length ^ (POWER - 1). */
static double pull_of(double length)
{
	return length > 1e-9 ? 1 / (sqrt(length) * sqrt(sqrt(length))) : 0;
}

static void attract(struct field *f, size_t node)
{
	const struct piece *p = f->p;
	for (size_t k = p->start[node]; k < p->start[node + 1]; k++) {
		double dx = p->x[p->to[k]] - p->x[node], dy = p->y[p->to[k]] - p->y[node];
		double by = pull_of(sqrt(dx * dx + dy * dy));
		f->fx[node] += by * dx;
		f->fy[node] += by * dy;
	}
}

/* Blows the picture up or down to the size at which the forces are in balance. */
static double balance(struct field *f)
{
	struct piece *p = f->p;
	double attraction = 0, sum = 0, squares = 0;
	for (size_t i = 0; i < p->n; i++) {
		sum += f->mass[i];
		squares += f->mass[i] * f->mass[i];
		for (size_t k = p->start[i]; k < p->start[i + 1]; k++) {
			double dx = p->x[p->to[k]] - p->x[i], dy = p->y[p->to[k]] - p->y[i];
			double far = sqrt(dx * dx + dy * dy);
			attraction += pull_of(far) * far * far / 2;
			f->edge += far;
		}
	}
	if (!(attraction > 0))
		return 1;
	double scale = pow((sum * sum - squares) / 2 / attraction, 1 / (1 + POWER));
	f->edge *= scale / (double)p->start[p->n];
	for (size_t i = 0; i < p->n; i++) {
		p->x[i] *= scale;
		p->y[i] *= scale;
	}
	return scale;
}

/* As far as the forces say, by the stiffness of the edges at a node, but not more than `most`. */
static void move(struct field *f, double most)
{
	struct piece *p = f->p;
	double soft = 1 / (2 * pull_of(f->edge));
	for (size_t i = 0; i < p->n; i++) {
		double dx = f->fx[i] * soft / f->mass[i], dy = f->fy[i] * soft / f->mass[i];
		double far = sqrt(dx * dx + dy * dy), by = far > most ? most / far : 1;
		p->x[i] += by * dx;
		p->y[i] += by * dy;
		f->fx[i] = f->fy[i] = 0;
	}
}

void piece_force(struct piece *p)
{
	struct field f = {.p = p};
	f.mass = mem_zero(p->n + 1, sizeof *f.mass);
	f.fx = mem_zero(p->n + 1, sizeof *f.fx);
	f.fy = mem_zero(p->n + 1, sizeof *f.fy);
	for (size_t i = 0; i < p->n; i++)
		f.mass[i] = (double)(p->start[i + 1] - p->start[i]) + 1;
	double scale = balance(&f);
	for (int round = 0; f.edge > 0 && round < FORCE_ROUNDS; round++) {
		double left = 1 - (double)round / FORCE_ROUNDS;
		build(&f);
		for (size_t i = 0; i < p->n; i++) {
			repel(&f, i);
			attract(&f, i);
		}
		move(&f, f.edge * left * left);
	}
	for (size_t i = 0; i < p->n; i++) {
		p->x[i] /= scale;
		p->y[i] /= scale;
	}
	free(f.mass);
	free(f.fx);
	free(f.fy);
	free(f.squares);
}
