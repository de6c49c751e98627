#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "check.h"
#include "vocab/vocab.h"

static struct arena arena;
static char folder[] = "/tmp/koop-vocab-XXXXXX";

/* The first row that has this text in this column, or nrows. */
static size_t row_of(const struct vocab *v, const char *column, struct str text)
{
	size_t c = vocab_column(v, column), row = 0;
	while (row < v->nrows && !str_eq(vocab_cell(v, row, c), text))
		row++;
	return row;
}

static struct str cell_of(const struct vocab *v, size_t row, const char *column)
{
	return row < v->nrows ? vocab_cell(v, row, vocab_column(v, column)) : STR("(no such row)");
}

static void test_tables(void)
{
	for (int id = 0; id < VOCAB_COUNT; id++) {
		const struct vocab *v = vocab_table((enum vocab_id)id);
		CHECK(v->nrows > 0 && v->ncols > 1);
		CHECK(v->text[v->cells[(v->nrows + 1) * v->ncols] - 1] == '\n');
	}
	const struct vocab *v = vocab_table(VOCAB_countries);
	CHECK_STR(cell_of(v, row_of(v, "form", STR("Словенија")), "code"), STR("SI"));
	CHECK(vocab_column(v, "form") == 0);
}

/* Rows are in strict order, so that a look-up by halving would find every one. */
static void test_order(void)
{
	for (int id = 0; id < VOCAB_COUNT; id++) {
		const struct vocab *v = vocab_table((enum vocab_id)id);
		size_t wrong = 0;
		for (size_t row = 1; row < v->nrows; row++) {
			const uint32_t *at = v->cells + row * v->ncols;
			struct str a = {v->text + at[0], at[v->ncols] - at[0]};
			struct str b = {v->text + at[v->ncols], at[2 * v->ncols] - at[v->ncols]};
			wrong += str_cmp(a, b) >= 0;
		}
		CHECK(wrong == 0);
	}
}

static void write_file(const char *name, struct str bytes)
{
	FILE *f = fopen(arena_fmt(&arena, "%s/%s", folder, name).p, "wb");
	CHECK(f && fwrite(bytes.p, 1, bytes.n, f) == bytes.n && fclose(f) == 0);
}

static void remove_file(const char *name)
{
	unlink(arena_fmt(&arena, "%s/%s", folder, name).p);
}

/*
 * Runs `child` in a process of its own with KOOP_VOCAB set, because tables are read once; returns
 * its status, and what it said on standard error.
 */
static int run(const char *vocab, void (*child)(void), struct str *said)
{
	static char text[4096];
	int ends[2], status = -1;
	size_t n = 0;
	ssize_t got;
	if (pipe(ends))
		return -1;
	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		setenv("KOOP_VOCAB", vocab, 1);
		check_failed = 0;
		child();
		_exit(check_failed ? 1 : 0);
	}
	close(ends[1]);
	while ((got = read(ends[0], text + n, sizeof text - n)) > 0)
		n += (size_t)got;
	close(ends[0]);
	waitpid(pid, &status, 0);
	*said = (struct str){text, n};
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void load(void)
{
	vocab_table(VOCAB_months);
}

static void see_own_rows(void)
{
	const struct vocab *v = vocab_table(VOCAB_countries);
	size_t own = row_of(v, "form", STR("Jugoslavija moja"));
	CHECK_STR(cell_of(v, own, "code"), STR("YU"));
	CHECK(own == 0);
	size_t changed = row_of(v, "form", STR("Словенија"));
	CHECK_STR(cell_of(v, changed, "code"), STR("XX"));
	CHECK(row_of(v, "form", STR("Црна Гора")) < v->nrows);
	CHECK(vocab_table(VOCAB_months)->nrows > 600);
}

static void test_own_rows(void)
{
	struct str said;
	write_file("countries.tsv", STR("form\tcode\tlang\tkind\tsource\tnote\n"
					"Jugoslavija moja\tYU\tsr\tshort\t\t\n"
					"Словенија\tXX\tsr\tshort\t\t\n"));
	CHECK(run(folder, see_own_rows, &said) == 0);
	CHECK_STR(said, STR(""));
	remove_file("countries.tsv");
}

/* A file that cannot be used ends the process with status 2 and one line. */
static void refused(const char *name, struct str bytes, const char *what)
{
	struct str said;
	write_file(name, bytes);
	CHECK(run(folder, load, &said) == STATUS_FAILED);
	if (str_find(said, str_of(what)) == said.n)
		CHECK_STR(said, str_of(what));
	remove_file(name);
}

static void test_refused(void)
{
	struct str said;
	refused("months.tsv", STR(""), "months.tsv: the file is empty");
	refused("months.tsv", STR("month\tlang\n"),
		"months.tsv:1: the header is 'month?lang', not ");
	refused("months.tsv", STR("month\tlang\tform\tcase\tsource\n1\tsr\n"),
		"months.tsv:2: 2 cells where the header has 5");
	refused("months.tsv", STR("month\tlang\tform\tcase\tsource\n1\tsr\t\tx\ty\n"),
		"months.tsv:2: empty 'form', which is part of the key");
	refused("months.tsv", STR("month\tlang\tform\tcase\tsource\n1\tsr\tjan\xFF\tx\ty\n"),
		"months.tsv:2: the line is not valid UTF-8");
	refused("months.tsv", STR("month\tlang\tform\tcase\tsource\r\n"),
		"months.tsv:1: the header is ");
	refused("months.tsv", STR("month\tlang\tform\tcase\tsource\n1\tsr\tjan\tx\ty\r\n"),
		"months.tsv:2: a NUL or carriage return in the line");
	refused("month.tsv", STR("month\n"),
		"unknown vocabulary 'month.tsv' (did you mean 'months.tsv'?)");
	CHECK(run("/nowhere/at/all", load, &said) == STATUS_FAILED);
	CHECK(run("", load, &said) == 0);
}

int main(void)
{
	diag_init("vocab");
	unsetenv("KOOP_VOCAB");
	if (!mkdtemp(folder)) {
		printf("vocab: cannot make a folder\n");
		return 2;
	}
	/* The children first: a table that is read already is not read again. */
	test_own_rows();
	test_refused();
	test_tables();
	test_order();
	rmdir(folder);
	arena_release(&arena);
	return check_summary("vocab");
}
