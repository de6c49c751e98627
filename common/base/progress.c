#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/progress.h"

static bool on_terminal, shown;
static size_t done, expected;
static double started, last;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void progress_start(size_t total)
{
	on_terminal = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO) && !diag_is_quiet();
	expected = total;
	done = 0;
	started = last = on_terminal ? now() : 0;
}

/* Is another line due? */
static bool is_time(void)
{
	double t = now();
	if (t - started < 1 || t - last < 0.2)
		return false;
	last = t;
	return shown = true;
}

void progress_add(size_t bytes)
{
	done += bytes;
	if (!on_terminal)
		return;
	if (!is_time())
		return;
	double mb = (double)done / 1e6;
	if (expected)
		fprintf(stderr, "\r%s: %.0f MB of %.0f (%.0f %%), %.0f MB/s\033[K", diag_program(),
			mb, (double)expected / 1e6, 100 * (double)done / (double)expected,
			mb / (last - started));
	else
		fprintf(stderr, "\r%s: %.0f MB, %.0f MB/s\033[K", diag_program(), mb,
			mb / (last - started));
}

static const char *work;
static atomic_size_t steps;
static pthread_mutex_t one_speaker = PTHREAD_MUTEX_INITIALIZER;

void progress_steps(const char *what, size_t total)
{
	progress_start(total);
	work = what;
	atomic_store(&steps, 0);
}

void progress_step(void)
{
	if (!on_terminal)
		return;
	size_t n = atomic_fetch_add(&steps, 1) + 1;
	if (pthread_mutex_trylock(&one_speaker))
		return;
	if (is_time())
		fprintf(stderr, "\r%s: %s: %zu of %zu (%.0f %%), %.0f s left\033[K", diag_program(),
			work, n, expected, 100 * (double)n / (double)expected,
			(last - started) * (double)(expected - n) / (double)n);
	pthread_mutex_unlock(&one_speaker);
}

void progress_end(void)
{
	if (shown)
		fputs("\r\033[K", stderr);
	shown = false;
}
