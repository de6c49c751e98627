#include <math.h>

#include "base/out.h"
#include "check.h"
#include "record/writer.h"
#include "stats/concentration.h"
#include "stats/crosstab.h"
#include "stats/pairs.h"
#include "stats/tabulation.h"

static uint64_t state = 88172645463325252u;

static uint64_t next_random(uint64_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % below;
}

static void test_pairs(void)
{
	struct pairs p = {0};
	CHECK(pairs_find(&p, 1, 2) == PAIR_NONE);
	for (uint32_t i = 0; i < 5000; i++)
		CHECK(pairs_number(&p, i % 71, i / 71) == i);
	for (uint32_t i = 0; i < 5000; i++)
		CHECK(pairs_find(&p, i % 71, i / 71) == i && pair_first(&p, i) == i % 71);
	CHECK(p.n == 5000 && pairs_find(&p, 0, 5000) == PAIR_NONE);
	pairs_release(&p);
}

static void check_measures(const char *list, size_t want, const char *reason)
{
	struct measure *m = NULL;
	size_t n = 0, cap = 0;
	struct buf why = {0};
	bool good = measures_parse(str_of(list), &m, &n, &cap, &why);
	CHECK(good == (reason == NULL));
	CHECK(!good || n == want);
	if (reason)
		CHECK_STR(buf_str(&why), str_of(reason));
	free(m);
	buf_release(&why);
}

static void test_measures(void)
{
	check_measures("n", 1, NULL);
	check_measures(" n , mean( budget ),sd(`a,b)`)", 3, NULL);
	check_measures("n,", 0, "a measure is missing in the list of measures");
	check_measures("mean()", 0, "malformed measure 'mean()'");
	check_measures("mean(`x)", 0, "malformed measure 'mean(`x)'");
	check_measures("mean(`x`", 0, "malformed measure 'mean(`x`'");
	check_measures("mean(x)sd(x)", 0, "malformed measure 'mean(x)sd(x)'");
	check_measures("quartile(x)", 0, "unknown measure 'quartile' (did you mean 'quantile'?)");
	check_measures("mean", 0, "measure 'mean' needs a column in brackets");
	check_measures("n(x)", 0, "measure 'n' takes no column");
}

static void check_period(const char *text, struct period_rule rule, const char *want)
{
	struct edtf date;
	struct buf got = {0};
	int first = 0, last = 0;
	CHECK(edtf_parse(str_of(text), &date));
	enum periods answer = periods_of(&date, &rule, &first, &last);
	if (answer == PERIODS_EACH || answer == PERIODS_RANGE) {
		period_format(&got, rule.unit, first);
		if (last != first || answer == PERIODS_RANGE) {
			buf_puts(&got, answer == PERIODS_RANGE ? "/" : " ");
			period_format(&got, rule.unit, last);
		}
	}
	CHECK_STR(buf_str(&got), str_of(want));
	buf_release(&got);
}

static void test_periods(void)
{
	const struct period_rule span = {PERIOD_YEAR, IMPRECISE_CERTAIN, DATE_SPAN};
	const struct period_rule moment = {PERIOD_YEAR, IMPRECISE_CERTAIN, DATE_MOMENT};
	struct period_rule flag = {PERIOD_MONTH, IMPRECISE_FLAG, DATE_SPAN};
	check_period("2014-02-03", span, "2014");
	check_period("2014/2016", span, "2014 2016");
	check_period("2014/2016", moment, "");
	check_period("2014/..", moment, "2014");
	check_period("2014/..", span, "2014");
	check_period("../2014", span, "");
	check_period("201X", span, "");
	check_period("201X", (struct period_rule){PERIOD_YEAR, IMPRECISE_FIRST, DATE_SPAN}, "2010");
	check_period("201X", (struct period_rule){PERIOD_YEAR, IMPRECISE_POSSIBLE, DATE_SPAN},
		"2010 2019");
	check_period("2014-05~/2014-08~", flag, "2014-05 2014-08");
	check_period("2014/2014-08", flag, "2014-01/2014-08");
	check_period("2014", flag, "2014-01/2014-12");
	check_period("2014-12-31", (struct period_rule){PERIOD_QUARTER, IMPRECISE_FLAG, DATE_SPAN},
		"2014-Q4");
	check_period("-0001-03", flag, "-001-03");
}

/* Shares of all periods of a date add up to 1, without any rounding. */
static void check_shares(const char *text, enum period_unit unit, size_t want, double of_first)
{
	const struct period_rule rule = {unit, IMPRECISE_SPREAD, DATE_SPAN};
	struct edtf date;
	struct exactsum sum = {0};
	int first = 0, last = -1;
	CHECK(edtf_parse(str_of(text), &date));
	CHECK(periods_of(&date, &rule, &first, &last) == PERIODS_EACH);
	CHECK((size_t)(last - first) + 1 == want);
	for (int p = first; p <= last; p++) {
		struct period_share share = period_share(&date, &rule, p);
		CHECK(share.high >= 0 && share.low >= 0);
		CHECK(p > first || share.high + share.low == of_first);
		exactsum_add(&sum, share.high);
		exactsum_add(&sum, share.low);
	}
	exactsum_add(&sum, -1);
	CHECK(exactsum_value(&sum) == 0);
	exactsum_release(&sum);
}

static void check_named_period(const char *text, enum period_unit unit, bool good)
{
	struct buf again = {0};
	int period;
	CHECK(period_read(str_of(text), unit, &period) == good);
	if (good) {
		period_format(&again, unit, period);
		CHECK_STR(buf_str(&again), str_of(text));
		CHECK(period_of_day(period_start(unit, period), unit) == period);
		CHECK(period_of_day(period_start(unit, period) - 1, unit) == period - 1);
	}
	buf_release(&again);
}

static void test_shares(void)
{
	check_shares("2014", PERIOD_YEAR, 1, 1);
	check_shares("2014", PERIOD_MONTH, 12, 31.0 / 365);
	check_shares("2010/2012", PERIOD_YEAR, 3, 365.0 / 1096);
	check_shares("2013-12-30/2014-01-03", PERIOD_QUARTER, 2, 0.4);
	check_shares("18XX", PERIOD_MONTH, 1200, 31.0 / 36524);
	check_named_period("2014", PERIOD_YEAR, true);
	check_named_period("2014-Q4", PERIOD_QUARTER, true);
	check_named_period("2014-02", PERIOD_MONTH, true);
	check_named_period("-0001", PERIOD_YEAR, false);
	check_named_period("2014-Q5", PERIOD_QUARTER, false);
	check_named_period("2014-Q", PERIOD_QUARTER, false);
	check_named_period("-Q1", PERIOD_QUARTER, false);
	check_named_period("2014-02", PERIOD_YEAR, false);
	check_named_period("2014", PERIOD_MONTH, false);
	check_named_period("201X", PERIOD_YEAR, false);
	check_named_period("2014/2015", PERIOD_YEAR, false);
	check_named_period("", PERIOD_YEAR, false);
}

static void test_concentration(void)
{
	quad none[1] = {0}, even[] = {2, 2, 2, 2}, uneven[] = {3, 1}, one[] = {5, 0};
	quad below[] = {1, -1};
	CHECK(isnan(concentration_hhi(none, 0)) && isnan(concentration_gini(none, 1)));
	CHECK(isnan(concentration_entropy(none, 1)) && isnan(concentration_hhi(below, 2)));
	CHECK(concentration_hhi(even, 4) == 0.25 && concentration_gini(even, 4) == 0);
	CHECK(fabs(concentration_entropy(even, 4) - 1.3862943611198906) < 1e-15);
	CHECK(concentration_hhi(uneven, 2) == 0.625 && concentration_gini(uneven, 2) == 0.25);
	CHECK(concentration_hhi(one, 2) == 1 && concentration_entropy(one, 2) == 0);
	CHECK(concentration_gini(one, 2) == 0.5);
}

/* A record over a line of its own. */
struct line {
	char text[200];
	uint32_t end[8];
	struct record record;
};

static void line_make(struct line *l, const char *text)
{
	size_t n = strlen(text);
	memcpy(l->text, text, n);
	l->text[n] = '\n';
	l->record = (struct record){
		.line = {l->text, n},
                  .block = l->text, .end = l->end
        };
	for (size_t i = 0; i <= n; i++)
		if (l->text[i] == '\t' || l->text[i] == '\n')
			l->end[l->record.n++] = (uint32_t)i;
}

static void random_line(struct line *l)
{
	static const char *const countries[] = {
		"RS", "HR", "MK", "", "*", "a name of more than sixteen bytes"};
	static const char *const fields[] = {
		"music", "music;film", "film; music;film", "", "dance;;theatre;music"};
	static const char *const dates[] = {
		"2014", "2015-03", "2014/2016", "197X", "", "2014-05~/2015-08~"};
	static const char *const numbers[] = {
		"1e300", "-1e300", "0.1", "1e-300", "", "12345.678", "7"};
	char text[180];
	snprintf(text, sizeof text, "%s\t%s\t%s\t%s\t%d.%d", countries[next_random(6)],
		fields[next_random(5)], dates[next_random(6)], numbers[next_random(7)],
		(int)next_random(4), (int)next_random(10));
	line_make(l, text);
}

static struct buf table_of(struct tabulation *t)
{
	struct out out = {.fd = -1};
	struct writer w;
	writer_init(&w, &out);
	crosstab_write(t, &w, false);
	writer_release(&w);
	return out.block;
}

/* In any order, cut anywhere and merged in any order: the same bytes. */
static void check_partitions(const struct request *request)
{
	enum { LINES = 400, PARTS = 4 };
	static struct line lines[LINES];
	struct header h = {0};
	struct buf why = {0}, want, got;
	CHECK(header_parse(&h, STR("country\tfields\tdate\tx\tw"), &why));
	struct tabulation *all = tabulation_need(&h, request);
	for (int i = 0; i < LINES; i++) {
		random_line(&lines[i]);
		CHECK(tabulation_add(all, &lines[i].record));
	}
	want = table_of(all);
	for (int round = 0; round < 10; round++) {
		struct tabulation *part[PARTS];
		bool done[LINES] = {false};
		for (int i = 0; i < PARTS; i++)
			part[i] = tabulation_need(&h, request);
		for (int i = 0, at = 0; i < LINES; i++) {
			for (at = (int)next_random(LINES); done[at]; at = (at + 1) % LINES)
				;
			done[at] = true;
			CHECK(tabulation_add(part[next_random(PARTS)], &lines[at].record));
		}
		for (int i = 1; i < PARTS; i++)
			tabulation_merge(part[0], part[i]);
		got = table_of(part[0]);
		CHECK_STR(buf_str(&got), buf_str(&want));
		buf_release(&got);
		for (int i = 0; i < PARTS; i++)
			tabulation_free(part[i]);
	}
	buf_release(&want);
	tabulation_free(all);
	header_release(&h);
}

static void test_partitions(void)
{
	static const char *groupings[] = {"country,fields", "fields", "year"};
	struct request r = {.groupings = groupings,
		.ngroupings = 3,
		.weight = "w",
		.total = true,
		.zero = true};
	size_t cap = 0;
	struct buf why = {0};
	r.date = "date";
	CHECK(measures_parse(STR("n,share,mean(x),sd(x),sum(x),total(x),min(x),max(x),distinct("
				 "fields),freq(fields),"
				 "freq(country)"),
		&r.measures, &r.nmeasures, &cap, &why));
	check_partitions(&r);
	r.weight = NULL;
	check_partitions(&r);
	r.nmeasures = 9;
	r.cross = "fields";
	r.ngroupings = 1;
	groupings[0] = "country";
	check_partitions(&r);
	free(r.measures);
}

int main(void)
{
	test_pairs();
	test_measures();
	test_periods();
	test_shares();
	test_concentration();
	test_partitions();
	return check_summary("stats");
}
