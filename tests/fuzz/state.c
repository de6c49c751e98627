/*
 * Any text as the state of a run: it is refused with a reason, or what was read is written and read
 * again, and written the same; and a table can be made of it. The first byte says of what run. The
 * hash at the end need not be right, or no change would ever get past it.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/out.h"
#include "base/utf8.h"
#include "stats/crosstab.h"
#include "stats/statefile.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { FORM_SURVEY = 1, FORM_DATE = 2, FORM_LARGEST = 4 };

static void require(bool holds)
{
	if (!holds)
		abort();
}

static struct buf taken(struct out *out)
{
	struct buf text = {0};
	out_flush(out);
	off_t size = lseek(out->fd, 0, SEEK_CUR);
	require(size >= 0);
	buf_reserve(&text, (size_t)size + 1);
	require(pread(out->fd, text.p, (size_t)size, 0) == size);
	text.n = (size_t)size;
	close(out->fd);
	out_abandon(out);
	return text;
}

static struct buf written(struct tabulation *t, const struct header *h)
{
	struct out out = {.fd = memfd_create("state", MFD_CLOEXEC)};
	struct declaration d = {.program = "koop-stats"};
	struct state s = {0};
	tabulation_state(t, &s);
	statefile_write(&out, &d, h, &s);
	state_release(&s);
	declaration_release(&d);
	return taken(&out);
}

/* The tabulation of a state, or NULL; `whole` allows for a wrong hash. */
static struct tabulation *loaded(
	const struct request *r, struct str text, struct header *h, bool whole)
{
	struct declaration d = {.program = "koop-stats"};
	struct statefile f;
	struct tabulation *t = NULL;
	FILE *in = fmemopen((void *)(uintptr_t)text.p, text.n, "r");
	require(in != NULL);
	statefile_open(&f, in, "state", &d);
	bool good = statefile_head(&f, &d, h) == STATEFILE_STATE && header_find(h, STR("a")) >= 0 &&
	            header_find(h, STR("fields")) >= 0 && header_find(h, STR("x")) >= 0 &&
	            header_find(h, STR("date")) >= 0 && header_find(h, STR("w")) >= 0;
	if (good) {
		struct state s = {0};
		t = tabulation_need(h, r);
		tabulation_state(t, &s);
		good = statefile_load(&f, &s) || (whole && f.complete);
		state_release(&s);
	}
	if (!good && t) {
		require(f.why.n > 0);
		tabulation_free(t);
		t = NULL;
	}
	statefile_release(&f);
	declaration_release(&d);
	fclose(in);
	return t;
}

static void make_table(struct tabulation *t)
{
	struct out out = {.fd = memfd_create("table", MFD_CLOEXEC)};
	struct writer w;
	writer_init(&w, &out);
	crosstab_write(t, &w, true);
	writer_release(&w);
	struct buf table = taken(&out);
	require(utf8_valid(buf_str(&table)));
	buf_release(&table);
}

static void check_state(const struct request *r, struct str text)
{
	struct header h = {0}, again = {0};
	struct tabulation *t = loaded(r, text, &h, true);
	if (t) {
		struct buf first = written(t, &h);
		struct tabulation *other = loaded(r, buf_str(&first), &again, false);
		require(other != NULL);
		struct buf second = written(other, &again);
		require(str_eq(buf_str(&first), buf_str(&second)));
		make_table(t);
		buf_release(&first);
		buf_release(&second);
		tabulation_free(t);
		tabulation_free(other);
	}
	header_release(&h);
	header_release(&again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *groupings[] = {"a,fields", ""};
	struct request r = {.groupings = groupings, .ngroupings = 2, .weight = "w"};
	struct buf why = {0};
	size_t cap = 0;
	if (size < 2)
		return 0;
	diag_set_quiet(true);
	r.survey = data[0] & FORM_SURVEY;
	r.designed = r.survey;
	r.design.weight = r.weight;
	r.design.lonely = LONELY_REMOVE;
	r.options.level = 0.9;
	r.options.df = NAN;
	r.until = DAY_MIN;
	r.date = data[0] & FORM_DATE ? "date" : NULL;
	r.disclosure.dominant = data[0] & FORM_LARGEST ? 2 : 0;
	r.disclosure.dominance = 60;
	const char *list = r.survey ? "mean(x),median(x),prop(a),freq(a)" : "sum(x),max(x),freq(a)";
	require(measures_parse(str_of(list), &r.measures, &r.nmeasures, &cap, &why));
	check_state(&r, (struct str){(const char *)data + 1, size - 1});
	free(r.measures);
	buf_release(&why);
	return 0;
}
