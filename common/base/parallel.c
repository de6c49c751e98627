#include <pthread.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/parallel.h"

struct slot {
	void *piece;
	bool done;
};

/* A ring of slots; the counts only grow, and a piece is in the slot of its number modulo the size.
 */
struct parallel {
	parallel_work *work;
	void *context;
	size_t workers, size;
	struct slot *slots;
	size_t given, begun, taken;
	size_t numbered; /* workers that know their number */
	bool over;
	pthread_mutex_t lock;
	pthread_cond_t more, done;
	pthread_t *threads;
	size_t nthreads; /* 0: the caller's thread does it all */
};

static struct slot *slot_of(struct parallel *p, size_t number)
{
	return &p->slots[number % p->size];
}

/* The next piece that nobody has begun, waiting for it; NULL: there will be none. */
static struct slot *begin(struct parallel *p)
{
	while (p->begun == p->given && !p->over)
		pthread_cond_wait(&p->more, &p->lock);
	return p->begun == p->given ? NULL : slot_of(p, p->begun++);
}

static void *run(void *data)
{
	struct parallel *p = data;
	struct slot *slot;
	pthread_mutex_lock(&p->lock);
	size_t worker = p->numbered++;
	while ((slot = begin(p))) {
		pthread_mutex_unlock(&p->lock);
		p->work(p->context, worker, slot->piece);
		pthread_mutex_lock(&p->lock);
		slot->done = true;
		pthread_cond_signal(&p->done);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

struct parallel *parallel_start(size_t workers, parallel_work *work, void *context)
{
	struct parallel *p = mem_zero(1, sizeof *p);
	p->work = work;
	p->context = context;
	p->workers = workers;
	p->size = 2 * workers;
	p->slots = mem_zero(p->size, sizeof *p->slots);
	p->threads = mem_zero(workers, sizeof *p->threads);
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->more, NULL);
	pthread_cond_init(&p->done, NULL);
	while (workers > 1 && p->nthreads < workers &&
		pthread_create(&p->threads[p->nthreads], NULL, run, p) == 0)
		p->nthreads++;
	return p;
}

size_t parallel_room(const struct parallel *p)
{
	return p->size;
}

bool parallel_is_full(const struct parallel *p)
{
	return p->given - p->taken == p->size;
}

void parallel_give(struct parallel *p, void *piece)
{
	bool alone = p->nthreads == 0;
	if (alone)
		p->work(p->context, 0, piece);
	pthread_mutex_lock(&p->lock);
	*slot_of(p, p->given++) = (struct slot){piece, alone};
	pthread_cond_signal(&p->more);
	pthread_mutex_unlock(&p->lock);
}

void *parallel_take(struct parallel *p)
{
	if (p->taken == p->given)
		return NULL;
	pthread_mutex_lock(&p->lock);
	struct slot *slot = slot_of(p, p->taken++);
	while (!slot->done)
		pthread_cond_wait(&p->done, &p->lock);
	pthread_mutex_unlock(&p->lock);
	return slot->piece;
}

void parallel_stop(struct parallel *p)
{
	if (!p)
		return;
	pthread_mutex_lock(&p->lock);
	p->over = true;
	pthread_cond_broadcast(&p->more);
	pthread_mutex_unlock(&p->lock);
	while (p->nthreads)
		pthread_join(p->threads[--p->nthreads], NULL);
	pthread_cond_destroy(&p->more);
	pthread_cond_destroy(&p->done);
	pthread_mutex_destroy(&p->lock);
	free(p->threads);
	free(p->slots);
	free(p);
}
