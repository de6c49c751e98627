/*
 * usage: usage FILE COMMAND [ARGUMENT...]
 *
 * Runs the command and writes to FILE how long it took, in seconds, and the most memory that it
 * held at a time, in KiB, with a blank between. Ends with the status of the command.
 */
#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int argc, char **argv)
{
	struct rusage used;
	int status;
	pid_t child;
	if (argc < 3) {
		fputs("usage: usage FILE COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	double start = now();
	int failed = posix_spawnp(&child, argv[2], NULL, NULL, argv + 2, environ);
	if (failed) {
		fprintf(stderr, "usage: cannot run '%s': %s\n", argv[2], strerror(failed));
		return 127;
	}
	while (wait4(child, &status, 0, &used) < 0)
		if (errno != EINTR)
			return 2;
	double seconds = now() - start;
	FILE *f = fopen(argv[1], "w");
	if (!f || fprintf(f, "%.6f %ld\n", seconds, used.ru_maxrss) < 0 || fclose(f) == EOF) {
		perror(argv[1]);
		return 2;
	}
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
