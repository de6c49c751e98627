/*
 * parallel: pieces of work that threads do in any order, and that come back in order.
 *
 * What a piece is, the caller knows. Each is worked on once, by one of the workers, and
 * parallel_take returns the pieces in the order in which they were given. Workers share nothing but
 * what the caller lets them share; what one of them has to say it captures (diag_capture), and the
 * caller replays it when it takes the piece. With one worker, or where no thread can be started,
 * the work is done by the caller's own thread in parallel_give.
 */
#ifndef KOOP_BASE_PARALLEL_H
#define KOOP_BASE_PARALLEL_H

#include <stdbool.h>
#include <stddef.h>

enum { PARALLEL_WORKERS_MAX = 256 };

/* Does a piece, as worker number `worker`, from 0 on. */
typedef void parallel_work(void *context, size_t worker, void *piece);

struct parallel;

/* 1 <= workers <= PARALLEL_WORKERS_MAX. Ends the process when there is no memory. */
struct parallel *parallel_start(size_t workers, parallel_work *work, void *context);

/* Twice the workers: more pieces than that are never on their way. */
size_t parallel_room(const struct parallel *p);
bool parallel_is_full(const struct parallel *p);

/* Hands over a piece; not when full. */
void parallel_give(struct parallel *p, void *piece);

/* Waits for the oldest piece on its way, and returns it; NULL when there is none. */
void *parallel_take(struct parallel *p);

/* After the last piece has been taken; NULL is nothing to stop. */
void parallel_stop(struct parallel *p);

#endif
