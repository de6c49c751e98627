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

void progress_add(size_t bytes)
{
	done += bytes;
	if (!on_terminal)
		return;
	double t = now();
	if (t - started < 1 || t - last < 0.2)
		return;
	last = t;
	shown = true;
	double mb = (double)done / 1e6;
	if (expected)
		fprintf(stderr, "\r%s: %.0f MB of %.0f (%.0f %%), %.0f MB/s\033[K", diag_program(),
			mb, (double)expected / 1e6, 100 * (double)done / (double)expected,
			mb / (t - started));
	else
		fprintf(stderr, "\r%s: %.0f MB, %.0f MB/s\033[K", diag_program(), mb,
			mb / (t - started));
}

void progress_end(void)
{
	if (shown)
		fputs("\r\033[K", stderr);
	shown = false;
}
