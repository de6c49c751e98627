#include <errno.h>
#include <setjmp.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/parallel.h"
#include "stats/counting.h"
#include "stats/domain.h"
#include "stats/weight.h"

/* Records go into a tabulation. */
struct counter {
	const struct count_request *request;
	struct tabulation *table;
	struct domain domain;
};

static void counter_need(
	struct counter *c, const struct count_request *request, const struct header *h)
{
	c->request = request;
	c->table = tabulation_need(h, request->table);
	domain_need(&c->domain, request->where, request->table->as_of, h);
}

static void count_all(struct counter *c, struct reader *reader)
{
	struct record rec;
	while (reader_next(reader, &rec)) {
		tabulation_see(c->table, &rec);
		if (!tabulation_count(c->table, &rec, domain_holds(&c->domain, &rec)))
			weight_refuse_need(&rec.pos, record_field(&rec, c->table->weight_column),
				str_of(c->request->table->weight));
	}
}

/* One thread. */

static void count_alone(struct count *c, const struct count_request *request)
{
	struct counter counter;
	counter_need(&counter, request, reader_header(c->reader));
	count_all(&counter, c->reader);
	domain_release(&counter.domain);
	c->table = counter.table;
	c->lines = reader_lines(c->reader);
	c->refused = reader_refused(c->reader);
}

/* Several. A block goes round: it is filled, counted by the counter whose turn it is, and what was
 * said of it is said again, before the counter has its next one; so what is in a counter does not
 * depend on which thread is faster. */
struct piece {
	struct reader *reader;
	struct counter *counter;
	struct diag_log log;
};

struct team {
	const struct count_request *request;
	struct counter *counters;
	struct piece *blocks; /* one more: it is filled while the others are counted */
	size_t n;
};

static void count_piece(void *context, size_t worker, void *piece)
{
	struct piece *b = piece;
	jmp_buf escape;
	(void)context;
	(void)worker;
	b->log.escape = &escape;
	diag_capture(&b->log);
	if (setjmp(escape) == 0)
		count_all(b->counter, b->reader);
	diag_capture(NULL);
	b->log.escape = NULL;
}

/* Fills the block; what is wrong with the input is kept until all before it has been said. */
static bool fill_piece(struct reader *from, struct piece *b)
{
	jmp_buf escape;
	volatile bool filled = false;
	b->log.escape = &escape;
	diag_capture(&b->log);
	if (setjmp(escape) == 0)
		filled = reader_hand_over(from, b->reader);
	diag_capture(NULL);
	b->log.escape = NULL;
	return filled;
}

static void take_piece(struct count *c, struct parallel *threads)
{
	struct piece *b = parallel_take(threads);
	diag_replay(&b->log, b->log.n);
	c->lines += reader_lines(b->reader);
	c->refused += reader_refused(b->reader);
}

static void team_need(struct team *t, struct count *c)
{
	struct diag_log again = {0};
	t->counters = mem_zero(t->n, sizeof *t->counters);
	t->blocks = mem_zero(t->n + 1, sizeof *t->blocks);
	for (size_t i = 0; i <= t->n; i++)
		t->blocks[i].reader = reader_part(c->reader);
	for (size_t i = 0; i < t->n; i++) {
		counter_need(&t->counters[i], t->request, reader_header(c->reader));
		diag_capture(&again); /* the first one has said it */
	}
	diag_capture(NULL);
	diag_log_release(&again);
}

static void team_release(struct team *t)
{
	for (size_t i = 0; i <= t->n; i++) {
		reader_close(t->blocks[i].reader);
		diag_log_release(&t->blocks[i].log);
	}
	free(t->counters);
	free(t->blocks);
}

static void count_together(struct count *c, const struct count_request *request)
{
	struct team team = {.request = request, .n = request->scale->threads};
	team_need(&team, c);
	struct parallel *threads = parallel_start(team.n, count_piece, &team);
	size_t given = 0, taken = 0;
	for (;; given++) {
		struct piece *b = &team.blocks[given % (team.n + 1)];
		bool filled = fill_piece(c->reader, b);
		if (!filled || given - taken == team.n) {
			for (size_t most = filled ? team.n - 1 : 0; given - taken > most; taken++)
				take_piece(c, threads);
			diag_replay(&b->log, filled ? 0 : b->log.n);
		}
		if (!filled)
			break;
		b->counter = &team.counters[given % team.n];
		parallel_give(threads, b);
	}
	parallel_stop(threads);
	c->table = team.counters[0].table;
	domain_release(&team.counters[0].domain);
	for (size_t i = 1; i < team.n; i++) {
		tabulation_merge(c->table, team.counters[i].table);
		tabulation_free(team.counters[i].table);
		domain_release(&team.counters[i].domain);
	}
	team_release(&team);
}

/* States of other runs. */

static void merge_file(
	struct count *c, const struct count_request *request, FILE *in, const char *name)
{
	struct declaration *d = &request->scale->declared;
	struct statefile f;
	enum statefile_head head;
	statefile_open(&f, in, name, d);
	while ((head = statefile_head(&f, d, &c->columns)) == STATEFILE_STATE) {
		struct state s = {0};
		if (!c->table)
			c->table = tabulation_need(&c->columns, request->table);
		tabulation_state(c->table, &s);
		bool good = statefile_load(&f, &s);
		state_release(&s);
		if (!good)
			break;
	}
	if (head != STATEFILE_END)
		die_at(&f.pos, "%s", buf_cstr(&f.why));
	statefile_release(&f);
}

static void merge_states(struct count *c, const struct count_request *request)
{
	static char dash[] = "-";
	static char *const standard[] = {dash};
	const struct opts *o = request->opts;
	char *const *files = o->noperands ? o->operands : standard;
	size_t n = o->noperands ? o->noperands : 1;
	for (size_t i = 0; i < n; i++) {
		bool is_stdin = strcmp(files[i], "-") == 0;
		FILE *in = is_stdin ? stdin : fopen(files[i], "re");
		if (!in)
			die("cannot open '%s'", files[i]);
		merge_file(c, request, in, is_stdin ? "standard input" : files[i]);
		if (!is_stdin)
			fclose(in);
	}
}

void count_need(struct count *c, const struct count_request *request)
{
	*c = (struct count){0};
	if (request->scale->merge) {
		merge_states(c, request);
		return;
	}
	c->reader = reader_from_opts(request->opts, 0);
	if (request->scale->threads > 1)
		count_together(c, request);
	else
		count_alone(c, request);
}

void count_write(struct count *c, const struct count_request *request, struct out *out)
{
	struct state s = {0};
	const struct header *h = c->reader ? reader_header(c->reader) : &c->columns;
	tabulation_state(c->table, &s);
	statefile_write(out, &request->scale->declared, h, &s);
	state_release(&s);
}

void count_release(struct count *c)
{
	tabulation_free(c->table);
	if (c->reader)
		reader_close(c->reader);
	header_release(&c->columns);
}
