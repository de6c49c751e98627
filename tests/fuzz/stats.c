/*
 * Any measures over any records: the table is a record stream, and the records in another order,
 * counted in two parts that are merged, make the same bytes. The first line of the input is the
 * list of measures, its first byte the form of the table; the others are records of the columns
 * below, or passed over. A list that begins with !b, !s or !f asks for certain and possible
 * numbers, for dates that are spread, or for a flow.
 */
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "base/out.h"
#include "base/utf8.h"
#include "stats/crosstab.h"
#include "stats/flow.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	COLUMNS = 5,
	RECORDS_MAX = 200,
	FORM_CROSS = 1,
	FORM_TOTAL = 2,
	FORM_ZERO = 4,
	FORM_WEIGHT = 8,
	FORM_DATE = 16
};

struct input {
	char *text; /* with READER_SLACK bytes behind it */
	uint32_t end[RECORDS_MAX][COLUMNS];
	struct record records[RECORDS_MAX];
	size_t n;
};

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* Takes a line that the reader would hand out. */
static void take_record(struct input *in, struct str line)
{
	struct record *r = &in->records[in->n];
	uint32_t *end = in->end[in->n];
	size_t n = 0;
	bool good = utf8_valid(line) && value_escapes_valid(line) &&
	            str_index(line, '\0') == line.n && str_index(line, '\r') == line.n;
	for (size_t i = 0; good && i <= line.n; i++)
		if (i == line.n || line.p[i] == '\t') {
			if (n == COLUMNS)
				return;
			end[n++] = (uint32_t)(line.p + i - in->text);
		}
	if (!good || n != COLUMNS)
		return;
	*r = (struct record){.line = line, .block = in->text, .end = end, .n = n};
	r->escaped = str_index(line, '\\') < line.n;
	in->n++;
}

static void read_input(struct input *in, struct str rest)
{
	struct str line;
	while (in->n < RECORDS_MAX && str_split(&rest, '\n', &line))
		take_record(in, line.p ? line : STR(""));
}

static bool known_measure(const struct header *h, const struct measure *m)
{
	const struct stat_row *row = &STATS[m->stat];
	bool columns = row->of_spells || row->shares_out || m->stat == STAT_OUTSIDE_CAPITAL;
	if (m->variable.n && header_find(h, m->variable) == COLUMN_NONE)
		return false;
	if (columns && m->nargs && header_find(h, m->args[0]) == COLUMN_NONE)
		return false;
	for (size_t i = 1; row->of_spells && i < m->nargs; i++)
		if (!length_time_valid(m, m->args[i]))
			return false;
	return !row->of_spells || m->nargs;
}

/* As the options are checked before. */
static bool good_request(const struct header *h, struct request *r)
{
	bool both = r->period.imprecise == IMPRECISE_BOTH && !r->flow;
	for (size_t i = 0; i < r->nmeasures; i++) {
		r->lengths |= STATS[r->measures[i].stat].of_spells;
		if (!known_measure(h, &r->measures[i]))
			return false;
	}
	r->until = DAY_MIN;
	r->options.level = 0.9;
	if (r->lengths && (r->cross || r->weight || r->period.imprecise > IMPRECISE_FLAG))
		return false;
	return !both || (r->nmeasures == 1 && r->measures[0].stat == STAT_N && !r->cross);
}

static struct buf written(struct tabulation *t)
{
	struct out out;
	struct writer w;
	out_open_memory(&out);
	writer_init(&w, &out);
	if (t->request->flow)
		flow_write(t, &w, true);
	else
		crosstab_write(t, &w, true);
	writer_release(&w);
	return out.block;
}

static void check_stream(struct str table)
{
	struct str line;
	size_t tabs = 0;
	require(table.n == 0 || table.p[table.n - 1] == '\n');
	require(utf8_valid(table) && str_index(table, '\r') == table.n);
	for (bool first = true; table.n && str_split(&table, '\n', &line); first = false) {
		size_t n = 0;
		for (size_t i = 0; i < line.n; i++)
			n += line.p[i] == '\t';
		require(value_escapes_valid(line) && (first || table.p == NULL || n == tabs));
		tabs = first ? n : tabs;
	}
}

static void check_request(
	const struct header *h, const struct request *request, const struct input *in)
{
	struct tabulation *whole = tabulation_need(h, request);
	struct tabulation *one = tabulation_need(h, request), *other = tabulation_need(h, request);
	for (size_t i = 0; i < in->n; i++)
		tabulation_add(whole, &in->records[i]); /* without those of a bad weight */
	for (size_t i = in->n; i-- > 0;)
		tabulation_add(i % 3 ? one : other, &in->records[i]);
	tabulation_merge(one, other);
	struct buf want = written(whole), got = written(one);
	require(str_eq(buf_str(&want), buf_str(&got)));
	check_stream(buf_str(&want));
	buf_release(&want);
	buf_release(&got);
	tabulation_free(whole);
	tabulation_free(one);
	tabulation_free(other);
}

static struct request request_of(unsigned form)
{
	static const char *groupings[] = {"a,fields", "fields"};
	struct request r = {.groupings = groupings, .ngroupings = 2};
	r.cross = form & FORM_CROSS ? "x" : NULL;
	r.total = form & FORM_TOTAL;
	r.zero = form & FORM_ZERO;
	r.weight = form & FORM_WEIGHT ? "w" : NULL;
	r.date = form & FORM_DATE ? "date" : NULL;
	r.period = (struct period_rule){
		(enum period_unit)(form >> 5) % 3, (enum imprecise)((form >> 6) % 4), 0};
	return r;
}

/* Takes the mode off the list; returns the columns of the records. */
static struct str take_mode(struct request *r, struct str *list)
{
	char mode = list->n >= 2 && list->p[0] == '!' ? list->p[1] : 0;
	if (mode)
		*list = str_from(*list, 2);
	if (mode == 'b' || mode == 's') {
		r->period.imprecise = mode == 'b' ? IMPRECISE_BOTH : IMPRECISE_SPREAD;
		r->weight = NULL;
	}
	if (mode != 'f')
		return STR("a\tfields\tx\tdate\tw");
	r->flow = FLOW_ALL;
	r->period.imprecise = r->weight ? IMPRECISE_BOTH : r->period.imprecise;
	r->cross = r->weight = r->date = NULL;
	r->id = "w";
	return STR("a\tfields\tjoined\tleft\tw");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct input in;
	struct header h = {0};
	struct buf why = {0};
	if (size < 2)
		return 0;
	diag_set_quiet(true);
	struct request request = request_of(data[0]);
	in.text = malloc(size + READER_SLACK);
	in.n = 0;
	memcpy(in.text, data + 1, size - 1);
	struct str rest = {in.text, size - 1}, list;
	size_t cap = 0;
	str_split(&rest, '\n', &list);
	header_parse(&h, take_mode(&request, &list), &why);
	if (measures_parse(list, &request.measures, &request.nmeasures, &cap, &why) &&
		good_request(&h, &request)) {
		read_input(&in, rest);
		check_request(&h, &request, &in);
	}
	free(request.measures);
	free(in.text);
	header_release(&h);
	buf_release(&why);
	return 0;
}
