#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "graph/shares.h"

struct job {
	share_work *work;
	void *context;
	size_t next; /* the next share that nobody works on */
	pthread_mutex_t lock;
};

static size_t next_share(struct job *job)
{
	pthread_mutex_lock(&job->lock);
	size_t share = job->next++;
	pthread_mutex_unlock(&job->lock);
	return share;
}

static void *work(void *arg)
{
	struct job *job = arg;
	for (size_t share; (share = next_share(job)) < SHARES;)
		job->work(job->context, share);
	return NULL;
}

void shares_run(unsigned threads, share_work *share, void *context)
{
	struct job job = {.work = share, .context = context};
	pthread_t others[SHARES];
	unsigned n = 0;
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	if (!threads)
		threads = processors > 0 ? (unsigned)processors : 1;
	if (threads > SHARES)
		threads = SHARES;
	pthread_mutex_init(&job.lock, NULL);
	while (n + 1 < threads && pthread_create(&others[n], NULL, work, &job) == 0)
		n++;
	work(&job);
	while (n)
		pthread_join(others[--n], NULL);
	pthread_mutex_destroy(&job.lock);
}

double *shares_sum(double *sums[static SHARES], size_t n)
{
	for (size_t k = 1; sums[0] && k < SHARES; k++) {
		for (size_t i = 0; i < n; i++)
			sums[0][i] += sums[k][i];
		free(sums[k]);
	}
	return sums[0];
}
