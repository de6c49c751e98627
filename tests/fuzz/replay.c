/*
 * Runs a fuzz target once on each file of its corpus, without a fuzzer: linked with the target it
 * makes build/replay/TARGET. Without operands the corpus is tests/corpus/TARGET; the empty input is
 * always tried.
 */
#include <dirent.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *current = "the empty input";
static int passed;

static void say_which(int signal_number)
{
	static const char before[] = "failed on ";
	(void)!write(STDOUT_FILENO, before, sizeof before - 1);
	(void)!write(STDOUT_FILENO, current, strlen(current));
	(void)!write(STDOUT_FILENO, "\n", 1);
	signal(signal_number, SIG_DFL);
	raise(signal_number);
}

/* On a copy of exactly the right size, so that a sanitizer sees one byte too many. */
static void run_input(const char *bytes, size_t n)
{
	uint8_t *copy = malloc(n + !n);
	if (!copy)
		exit(2);
	if (n)
		memcpy(copy, bytes, n);
	LLVMFuzzerTestOneInput(copy, n);
	free(copy);
	passed++;
}

static void run_file(const char *path)
{
	struct buf bytes = {0};
	FILE *f = fopen(path, "r");
	if (!f) {
		perror(path);
		exit(2);
	}
	current = path;
	for (size_t got = 1; got; bytes.n += got) {
		buf_reserve(&bytes, BUFSIZ);
		got = fread(bytes.p + bytes.n, 1, BUFSIZ, f);
	}
	fclose(f);
	run_input(bytes.p, bytes.n);
	buf_release(&bytes);
}

static void run_corpus(const char *dir)
{
	struct dirent **entries;
	int n = scandir(dir, &entries, NULL, alphasort);
	struct buf path = {0};
	for (int i = 0; i < n; i++) {
		if (entries[i]->d_name[0] != '.') {
			buf_clear(&path);
			buf_fmt(&path, "%s/%s", dir, entries[i]->d_name);
			run_file(buf_cstr(&path));
		}
		free(entries[i]);
	}
	if (n >= 0)
		free(entries);
	buf_release(&path);
}

int main(int argc, char **argv)
{
	const char *slash = strrchr(argv[0], '/');
	struct buf dir = {0};
	signal(SIGABRT, say_which);
	signal(SIGSEGV, say_which);
	run_input(NULL, 0);
	for (int i = 1; i < argc; i++)
		run_file(argv[i]);
	if (argc == 1) {
		buf_fmt(&dir, "tests/corpus/%s", slash ? slash + 1 : argv[0]);
		run_corpus(buf_cstr(&dir));
	}
	buf_release(&dir);
	printf("%d passed, 0 failed\n", passed);
	return 0;
}
