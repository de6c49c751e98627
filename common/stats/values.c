#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/mem.h"
#include "record/number.h"
#include "stats/values.h"

enum {
	FEW = 32, /* these are sorted by insertion */
	DIGIT = 11,
	DIGITS = 2, /* the highest in which numbers differ, by which they are sorted first */
	PORTION = 1024,
	GROW_MIN = 1 << 16,
};

static size_t limit = SIZE_MAX;
static atomic_size_t held; /* by all stores */

void values_limit(size_t bytes)
{
	limit = bytes;
}

/* The values of one group in a run. */
struct segment {
	uint32_t member; /* of the first value, as it was numbered then */
	uint32_t group;  /* as it is numbered now */
	size_t first, n;
};

/* Sorted values in a file. */
struct values_run {
	int fd;
	off_t at;
	size_t n;
	struct segment *segments; /* by group */
	size_t nsegments;
	uint32_t *map; /* members by what they were when it was written; NULL: as they are */
	size_t nmap;
};

void values_init(struct values *v, const struct pairs *members, size_t nreplicates)
{
	*v = (struct values){.members = members, .nreplicates = nreplicates, .fd = -1};
}

static uint32_t group_of(const struct values *v, uint32_t member)
{
	return pair_first(v->members, member);
}

/* Sorting: by group, number, weight and member. */

/* A number as bits that sort as it does. */
static uint64_t bits_of(double y)
{
	uint64_t bits;
	memcpy(&bits, &y, sizeof bits);
	return bits >> 63 ? ~bits : bits | 1ull << 63;
}

static inline bool is_before(const struct value *a, const struct value *b)
{
	if (a->y != b->y)
		return a->y < b->y;
	if (a->w != b->w)
		return a->w < b->w;
	return a->member < b->member;
}

static int compare(const void *a, const void *b)
{
	return is_before(b, a) - is_before(a, b);
}

static void sort_few(struct value *v, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct value x = v[i];
		size_t at = i;
		for (; at > 0 && is_before(&x, &v[at - 1]); at--)
			v[at] = v[at - 1];
		v[at] = x;
	}
}

/* By DIGIT bits of the number from `low` on, stable. */
static void sort_by_digit(const struct value *v, struct value *to, size_t n, int low)
{
	enum { MASK = (1 << DIGIT) - 1 };
	size_t start[(1 << DIGIT) + 1] = {0};
	for (size_t i = 0; i < n; i++)
		start[(bits_of(v[i].y) >> low & MASK) + 1]++;
	for (size_t i = 1; i <= MASK; i++)
		start[i] += start[i - 1];
	for (size_t i = 0; i < n; i++)
		to[start[bits_of(v[i].y) >> low & MASK]++] = v[i];
}

/* The lowest bit of the digits: above them all numbers are the same. */
static int lowest_digit(const struct value *v, size_t n)
{
	uint64_t same = bits_of(v[0].y), differ = 1;
	for (size_t i = 1; i < n; i++)
		differ |= bits_of(v[i].y) ^ same;
	int bits = 64 - __builtin_clzll(differ);
	return bits > DIGIT * DIGITS ? bits - DIGIT * DIGITS : 0;
}

/* `v` becomes sorted; `other` is room for as many. */
static void sort_group(struct value *v, struct value *other, size_t n)
{
	if (n <= FEW) {
		sort_few(v, n);
		return;
	}
	int low = lowest_digit(v, n);
	sort_by_digit(v, other, n, low);
	sort_by_digit(other, v, n, low + DIGIT);
	for (size_t i = 0, end; i < n; i = end) {
		end = i + 1;
		while (end < n && bits_of(v[end].y) >> low == bits_of(v[i].y) >> low)
			end++;
		if (end - i > FEW)
			qsort(v + i, end - i, sizeof *v, compare);
		else
			sort_few(v + i, end - i);
	}
}

static int compare_replicates(const void *a, const void *b, void *values)
{
	const struct values *v = values;
	const double *x = v->replicates + ((const struct value *)a)->n * v->nreplicates;
	const double *y = v->replicates + ((const struct value *)b)->n * v->nreplicates;
	size_t i = 0;
	while (i < v->nreplicates && x[i] == y[i])
		i++;
	return i == v->nreplicates ? 0 : x[i] < y[i] ? -1 : 1;
}

static bool same_key(const struct value *a, const struct value *b)
{
	return a->y == b->y && a->w == b->w && a->member == b->member;
}

/* What has been sorted so far but for the replicates. */
static void sort_by_replicates(struct values *v)
{
	for (size_t i = 0, end; v->nreplicates && i < v->n; i = end) {
		end = i + 1;
		while (end < v->n && same_key(&v->list[i], &v->list[end]))
			end++;
		if (end - i > 1)
			qsort_r(v->list + i, end - i, sizeof *v->list, compare_replicates, v);
	}
}

/* Where each group of the list will lie: from start[g] to start[g + 1]; the caller frees it. */
static size_t *count_groups(const struct values *v, size_t ngroups)
{
	size_t *start = mem_zero(ngroups + 1, sizeof *start);
	for (size_t i = 0; i < v->n; i++)
		start[group_of(v, v->list[i].member) + 1]++;
	for (size_t g = 1; g <= ngroups; g++)
		start[g] += start[g - 1];
	return start;
}

/* Every value goes to its group, where one that does not belong there makes room for it. */
static void move_to_groups(struct values *v, const size_t *start, size_t ngroups)
{
	size_t *next = mem_zero(ngroups, sizeof *next);
	memcpy(next, start, ngroups * sizeof *next);
	for (size_t g = 0; g < ngroups; g++)
		while (next[g] < start[g + 1]) {
			struct value *here = &v->list[next[g]], other = *here;
			uint32_t group = group_of(v, other.member);
			struct value *there = &v->list[next[group]++];
			*here = *there;
			*there = other;
		}
	free(next);
}

static size_t *sort_list(struct values *v, size_t ngroups)
{
	size_t *start = count_groups(v, ngroups), most = 0;
	move_to_groups(v, start, ngroups);
	for (size_t g = 0; g < ngroups; g++)
		if (start[g + 1] - start[g] > most)
			most = start[g + 1] - start[g];
	struct value *room = mem_resize(NULL, most, sizeof *room);
	for (size_t g = 0; g < ngroups; g++)
		sort_group(v->list + start[g], room, start[g + 1] - start[g]);
	free(room);
	sort_by_replicates(v);
	return start;
}

/* Puts equal values of a sorted list together; its new length. */
static size_t put_together(struct value *v, size_t n)
{
	size_t kept = 0;
	for (size_t i = 0; i < n; i++)
		if (kept && same_key(&v[kept - 1], &v[i]) && v[kept - 1].n <= UINT32_MAX - v[i].n)
			v[kept - 1].n += v[i].n;
		else
			v[kept++] = v[i];
	return kept;
}

/* As many groups as members have. */
static size_t groups_now(const struct values *v)
{
	size_t n = 0;
	for (size_t i = 0; i < v->n; i++)
		if (group_of(v, v->list[i].member) >= n)
			n = group_of(v, v->list[i].member) + (size_t)1;
	return n;
}

static void compact(struct values *v)
{
	free(sort_list(v, groups_now(v)));
	v->n = put_together(v->list, v->n);
}

/* Files. */

static const char *folder(void)
{
	const char *path = getenv("TMPDIR");
	return path && *path ? path : "/tmp";
}

/* The name is gone before anything is written. */
static int open_unnamed(void)
{
	struct buf path = {0};
	buf_fmt(&path, "%s/koop-stats.XXXXXX", folder());
	char *name = (char *)(uintptr_t)buf_cstr(&path);
	int fd = mkostemp(name, O_CLOEXEC);
	if (fd < 0)
		die("cannot make a temporary file in '%s'", folder());
	unlink(name);
	buf_release(&path);
	return fd;
}

static void write_all(int fd, const void *bytes, size_t n)
{
	for (const char *p = bytes; n;) {
		ssize_t done = write(fd, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			die("cannot write a temporary file in '%s'", folder());
		p += done;
		n -= (size_t)done;
	}
}

static void read_all(int fd, off_t at, void *bytes, size_t n)
{
	for (char *p = bytes; n;) {
		ssize_t done = pread(fd, p, n, at);
		if (done < 0 && errno == EINTR)
			continue;
		if (done == 0)
			errno = EIO;
		if (done <= 0)
			die("cannot read a temporary file in '%s'", folder());
		p += done;
		at += done;
		n -= (size_t)done;
	}
}

static void list_segments(const struct values *v, struct values_run *run)
{
	size_t cap = 0;
	for (size_t i = 0; i < v->n; i++) {
		uint32_t group = group_of(v, v->list[i].member);
		if (run->nsegments && run->segments[run->nsegments - 1].group == group) {
			run->segments[run->nsegments - 1].n++;
			continue;
		}
		run->segments =
			mem_grow(run->segments, run->nsegments, &cap, sizeof *run->segments);
		run->segments[run->nsegments++] = (struct segment){v->list[i].member, group, i, 1};
	}
}

static void add_file(struct values *v, int fd)
{
	v->files = mem_grow(v->files, v->nfiles, &v->cap_files, sizeof *v->files);
	v->files[v->nfiles++] = fd;
}

static void add_run(struct values *v, struct values_run run)
{
	v->runs = mem_grow(v->runs, v->nruns, &v->cap_runs, sizeof *v->runs);
	v->runs[v->nruns++] = run;
}

/* The list, which is sorted, goes to the file. */
static void write_run(struct values *v)
{
	struct values_run run = {.n = v->n};
	if (v->fd < 0) {
		v->fd = open_unnamed();
		add_file(v, v->fd);
	}
	run.fd = v->fd;
	run.at = (off_t)(v->written * sizeof *v->list);
	list_segments(v, &run);
	write_all(v->fd, v->list, v->n * sizeof *v->list);
	v->written += v->n;
	add_run(v, run);
	v->n = 0;
}

/* Adding. */

static void resize(struct values *v, size_t cap)
{
	v->list = mem_resize(v->list, cap, sizeof *v->list);
	atomic_fetch_add(&held, (cap - v->cap) * sizeof *v->list);
	v->cap = cap;
}

/* Room for one more: by putting equal ones together, or on disk, where the limit is reached. */
static void make_room(struct values *v)
{
	size_t cap = v->cap ? 2 * v->cap : 64;
	bool full = atomic_load(&held) + 3 * v->cap * sizeof *v->list > limit; /* sorting copies */
	if (!full || v->cap < GROW_MIN || v->nreplicates) {
		resize(v, cap);
		return;
	}
	compact(v);
	if (v->n > v->cap / 2)
		write_run(v);
}

static void add(struct values *v, const struct value *x)
{
	if (v->n == v->cap)
		make_room(v);
	v->list[v->n++] = *x;
	free(v->start);
	v->start = NULL;
}

static void add_replicates(struct values *v, const double *w)
{
	size_t n = v->nreplicates;
	while ((v->rows + 1) * n > v->cap_replicates) {
		size_t more = v->cap_replicates ? 2 * v->cap_replicates : 1024 * n;
		v->replicates = mem_resize(v->replicates, more, sizeof *v->replicates);
		v->cap_replicates = more;
	}
	memcpy(v->replicates + v->rows * n, w, n * sizeof *w);
	if (v->rows++ == UINT32_MAX)
		diex("too many records with replicate weights");
}

void values_add(struct values *v, uint32_t member, double y, const double *w)
{
	struct value x = {y + 0.0, w[0], member, 1}; /* -0 is 0 */
	if (v->nreplicates) {
		x.n = (uint32_t)v->rows;
		add_replicates(v, w + 1);
	}
	add(v, &x);
}

/* Reading. */

/* What comes from memory or from one run. */
struct source {
	const struct value *at, *end;
	const struct values_run *run; /* NULL: all is in memory */
	size_t next, left;            /* values of the run that are not here yet */
	struct value *room;
};

struct values_reading {
	const struct values *v;
	struct source *sources;
	size_t n;
	bool given; /* the only source, all at once */
	struct value *portion, *ties;
	size_t cap, nties, cap_ties;
};

/* Values of a run from number `first` on. */
static void read_values(const struct values_run *run, size_t first, struct value *to, size_t n)
{
	read_all(run->fd, run->at + (off_t)(first * sizeof *to), to, n * sizeof *to);
	for (size_t i = 0; run->map && i < n; i++)
		to[i].member = run->map[to[i].member];
}

static void refill(struct source *s)
{
	size_t n = s->left < PORTION ? s->left : PORTION;
	if (!s->run || n == 0)
		return;
	if (!s->room)
		s->room = mem_resize(NULL, n, sizeof *s->room);
	read_values(s->run, s->next, s->room, n);
	s->at = s->room;
	s->end = s->room + n;
	s->next += n;
	s->left -= n;
}

/* The values of a group in a run, or NULL. */
static const struct segment *segment_of(const struct values_run *run, uint32_t group)
{
	size_t low = 0, high = run->nsegments;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (run->segments[middle].group < group)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < run->nsegments && run->segments[low].group == group;
	return found ? &run->segments[low] : NULL;
}

static void add_source(struct values_reading *r, const struct values_run *run, uint32_t group)
{
	const struct segment *s = segment_of(run, group);
	if (!s)
		return;
	r->sources[r->n] = (struct source){.run = run, .next = s->first, .left = s->n};
	refill(&r->sources[r->n++]);
}

struct values_reading *values_read(const struct values *v, uint32_t group)
{
	struct values_reading *r = mem_zero(1, sizeof *r);
	r->v = v;
	r->sources = mem_zero(v->nruns + 1, sizeof *r->sources);
	const struct value *first = v->list + v->start[group], *end = v->list + v->start[group + 1];
	if (first < end)
		r->sources[r->n++] = (struct source){.at = first, .end = end};
	for (size_t i = 0; i < v->nruns; i++)
		add_source(r, &v->runs[i], group);
	return r;
}

/* The source with the smallest number and weight, or NULL. */
static struct source *smallest(struct values_reading *r)
{
	struct source *least = NULL;
	for (size_t i = 0; i < r->n; i++) {
		struct source *s = &r->sources[i];
		if (s->at == s->end)
			refill(s);
		if (s->at < s->end && (!least || is_before(s->at, least->at)))
			least = s;
	}
	return least;
}

static void keep_portion(struct values_reading *r, size_t n)
{
	if (n <= r->cap)
		return;
	r->portion = mem_resize(r->portion, n, sizeof *r->portion);
	r->cap = n;
}

/* All of the next number and weight, sorted by member: runs have them as they were numbered then.
 */
static size_t take_ties(struct values_reading *r, struct source *s, size_t n)
{
	size_t first = n;
	double y = s->at->y, w = s->at->w;
	for (; s && s->at->y == y && s->at->w == w; s = smallest(r)) {
		if (n == r->cap)
			keep_portion(r, 2 * n);
		r->portion[n++] = *s->at++;
	}
	if (n - first > 1)
		qsort(r->portion + first, n - first, sizeof *r->portion, compare);
	return first + put_together(r->portion + first, n - first);
}

bool values_next(struct values_reading *r, const struct value **portion, size_t *n)
{
	*n = 0;
	if (r->n == 0)
		return false;
	if (r->n == 1 && !r->sources[0].run) {
		*portion = r->sources[0].at;
		*n = (size_t)(r->sources[0].end - r->sources[0].at);
		r->sources[0].at = r->sources[0].end;
		return *n > 0;
	}
	keep_portion(r, PORTION);
	struct source *s;
	while (*n < PORTION && (s = smallest(r)))
		*n = take_ties(r, s, *n);
	*portion = r->portion;
	return *n > 0;
}

void values_done(struct values_reading *r)
{
	for (size_t i = 0; i < r->n; i++)
		free(r->sources[i].room);
	free(r->sources);
	free(r->portion);
	free(r);
}

const struct value *values_of(const struct values *v, uint32_t group, size_t *n)
{
	*n = v->start[group + 1] - v->start[group];
	return v->list + v->start[group];
}

struct value values_largest(const struct values *v, uint32_t group)
{
	struct value largest = {.y = -INFINITY}, last;
	if (v->start[group] < v->start[group + 1])
		largest = v->list[v->start[group + 1] - 1];
	for (size_t i = 0; i < v->nruns; i++) {
		const struct values_run *run = &v->runs[i];
		const struct segment *s = segment_of(run, group);
		if (!s)
			continue;
		read_values(run, s->first + s->n - 1, &last, 1);
		if (is_before(&largest, &last))
			largest = last;
	}
	return largest;
}

void values_settle(struct values *v, size_t ngroups)
{
	if (!v->list)
		resize(v, 1);
	free(v->start);
	v->start = sort_list(v, ngroups);
	v->ngroups = ngroups;
	if (v->nreplicates)
		return;
	size_t kept = 0;
	for (size_t g = 0; g < ngroups; g++) {
		size_t n = v->start[g + 1] - v->start[g];
		memmove(v->list + kept, v->list + v->start[g], n * sizeof *v->list);
		v->start[g] = kept;
		kept += put_together(v->list + kept, n);
	}
	v->start[ngroups] = v->n = kept;
}

/* State. */

static void renumber_run(struct values_run *run, const uint32_t *map, size_t n)
{
	if (run->map) {
		for (size_t i = 0; i < run->nmap; i++)
			run->map[i] = map[run->map[i]];
		return;
	}
	run->map = mem_resize(NULL, n, sizeof *run->map);
	run->nmap = n;
	memcpy(run->map, map, n * sizeof *map);
}

static int compare_segments(const void *a, const void *b)
{
	const struct segment *x = a, *y = b;
	return (x->group > y->group) - (x->group < y->group);
}

static void sort_segments(const struct values *v, struct values_run *run)
{
	for (size_t i = 0; i < run->nsegments; i++)
		run->segments[i].group = group_of(v, run->map[run->segments[i].member]);
	if (run->nsegments)
		qsort(run->segments, run->nsegments, sizeof *run->segments, compare_segments);
}

static void merge_values(void *into, void *from, const uint32_t *map)
{
	struct values *v = into, *other = from;
	for (size_t i = 0; i < other->n; i++) {
		struct value x = other->list[i];
		x.member = map[x.member];
		if (v->nreplicates) {
			add_replicates(v, other->replicates + x.n * v->nreplicates);
			x.n = (uint32_t)(v->rows - 1);
		}
		add(v, &x);
	}
	for (size_t i = 0; i < other->nruns; i++) {
		renumber_run(&other->runs[i], map, other->members->n);
		sort_segments(v, &other->runs[i]);
		add_run(v, other->runs[i]);
	}
	for (size_t i = 0; i < other->nfiles; i++)
		add_file(v, other->files[i]);
	other->nruns = other->nfiles = other->n = 0;
}

static void renumber_values(void *owner, const uint32_t *map, size_t n)
{
	struct values *v = owner;
	for (size_t i = 0; i < v->n; i++)
		v->list[i].member = map[v->list[i].member];
	for (size_t i = 0; i < v->nruns; i++) {
		renumber_run(&v->runs[i], map, n);
		sort_segments(v, &v->runs[i]);
	}
	free(v->start);
	v->start = NULL;
}

static void add_number(struct buf *line, double number)
{
	char text[NUMBER_MAX];
	buf_putc(line, '\t');
	buf_addstr(line, (struct str){text, number_format(number, text)});
}

static void write_value(const struct values *v, const struct value *x, struct buf *line)
{
	buf_clear(line);
	buf_fmt(line, "%" PRIu32, x->member);
	add_number(line, x->y);
	add_number(line, x->w);
	if (!v->nreplicates)
		buf_fmt(line, "\t%" PRIu32, x->n);
	for (size_t i = 0; i < v->nreplicates; i++)
		add_number(line, v->replicates[x->n * v->nreplicates + i]);
}

static void write_values(void *owner, void (*line)(void *to, struct str text), void *to)
{
	struct values *v = owner;
	struct buf text = {0};
	const struct value *portion;
	size_t n = v->members->n, groups = n ? group_of(v, (uint32_t)n - 1) + (size_t)1 : 0;
	if (!v->start)
		values_settle(v, groups);
	for (size_t group = 0; group < groups; group++) {
		struct values_reading *r = values_read(v, (uint32_t)group);
		while (values_next(r, &portion, &n))
			for (size_t i = 0; i < n; i++) {
				write_value(v, &portion[i], &text);
				line(to, buf_str(&text));
			}
		values_done(r);
	}
	buf_release(&text);
}

static bool read_count(struct str text, uint32_t *count)
{
	uint64_t n;
	if (!STATE_COUNT.read(text, &n) || n == 0 || n > UINT32_MAX)
		return false;
	*count = (uint32_t)n;
	return true;
}

static bool read_value(void *owner, uint32_t member, struct str rest)
{
	struct values *v = owner;
	struct value x = {.member = member};
	struct str field;
	if (!str_split(&rest, '\t', &field) || !number_parse(field, &x.y) ||
		!str_split(&rest, '\t', &field) || !number_parse(field, &x.w) || x.w < 0)
		return false;
	if (!v->nreplicates) {
		bool good = rest.p && x.w > 0 && read_count(rest, &x.n);
		if (good)
			add(v, &x);
		return good;
	}
	double *row = mem_zero(v->nreplicates, sizeof *row);
	bool good = true;
	for (size_t i = 0; good && i < v->nreplicates; i++)
		good = str_split(&rest, '\t', &field) && number_parse(field, &row[i]);
	good = good && !rest.p;
	if (good) {
		x.n = (uint32_t)v->rows;
		add_replicates(v, row);
		add(v, &x);
	}
	free(row);
	return good;
}

const struct state_many VALUES_STATE = {merge_values, renumber_values, write_values, read_value};

void values_release(struct values *v)
{
	atomic_fetch_sub(&held, v->cap * sizeof *v->list);
	for (size_t i = 0; i < v->nruns; i++) {
		free(v->runs[i].segments);
		free(v->runs[i].map);
	}
	for (size_t i = 0; i < v->nfiles; i++)
		close(v->files[i]);
	free(v->runs);
	free(v->files);
	free(v->list);
	free(v->start);
	free(v->replicates);
}
