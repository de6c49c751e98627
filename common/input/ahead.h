/*
 * ahead: rows that are looked at before their turn.
 *
 * A row that was looked at comes again when it is its turn, with its status and, where it is
 * refused, the reason. Copies of such rows are held until ahead_release.
 */
#ifndef KOOP_INPUT_AHEAD_H
#define KOOP_INPUT_AHEAD_H

#include <stddef.h>

#include "base/arena.h"
#include "input/rows.h"

enum { AHEAD_MOST = 2 };

struct ahead_row {
	struct row row;
	enum rows_status status;
	struct str why;
};

/* A zeroed struct holds none. */
struct ahead {
	struct ahead_row rows[AHEAD_MOST];
	size_t at, n; /* those from `at` to n wait for their turn */
	struct arena arena;
};

/* The row that comes i rows behind the next one, i < AHEAD_MOST; good until ahead_release. */
enum rows_status ahead_look(struct ahead *a, struct rows *r, size_t i, struct row *row);

/* As rows_next. */
enum rows_status ahead_next(struct ahead *a, struct rows *r, struct row *row);

void ahead_release(struct ahead *a);

#endif
