#include "input/dialect.h"
#include "text/text.h"

static const char DELIMITERS[] = {',', ';', '\t', '|'};

enum { CANDIDATES = sizeof DELIMITERS };

/* How often each candidate stands on each line, outside quotes. */
struct census {
	size_t counts[DIALECT_LINES][CANDIDATES];
	size_t lines;
	bool quotes;
};

/* The beginning of the file; the last line only when it is whole. */
static struct str beginning(struct source *s)
{
	while (source_window(s).n < DIALECT_BYTES && source_more(s))
		;
	struct str text = str_head(source_window(s), DIALECT_BYTES);
	if (s->at_end && text.n == source_window(s).n)
		return text;
	while (text.n && text.p[text.n - 1] != '\n' && text.p[text.n - 1] != '\r')
		text.n--;
	return text.n ? text : str_head(source_window(s), DIALECT_BYTES);
}

static void count_byte(struct census *c, char byte)
{
	for (size_t i = 0; i < CANDIDATES; i++)
		if (byte == DELIMITERS[i])
			c->counts[c->lines][i]++;
}

static bool line_is_counted(const struct census *c)
{
	for (size_t i = 0; i < CANDIDATES; i++)
		if (c->counts[c->lines][i])
			return true;
	return false;
}

static void take_census(struct census *c, struct str text)
{
	bool quoted = false;
	for (size_t i = 0; i < text.n && c->lines < DIALECT_LINES; i++) {
		char byte = text.p[i];
		if (byte == '"') {
			quoted = !quoted;
			c->quotes = true;
		} else if (quoted) {
			continue;
		} else if (byte == '\n' || byte == '\r') {
			c->lines += line_is_counted(c); /* lines without any of them tell nothing */
		} else {
			count_byte(c, byte);
		}
	}
	if (c->lines < DIALECT_LINES)
		c->lines += line_is_counted(c);
}

/* On how many lines the candidate stands equally often: the best such number of times, and the
 * lines. */
static size_t agreement(const struct census *c, size_t candidate, size_t *times)
{
	size_t best = 0;
	*times = 0;
	for (size_t i = 0; i < c->lines; i++) {
		size_t same = 0, here = c->counts[i][candidate];
		for (size_t j = 0; j < c->lines; j++)
			same += c->counts[j][candidate] == here;
		if (here && (same > best || (same == best && here > *times))) {
			best = same;
			*times = here;
		}
	}
	return best;
}

static char best_delimiter(const struct census *c)
{
	size_t best = 0, most = 0, times;
	char delimiter = ',';
	for (size_t i = 0; i < CANDIDATES; i++) {
		size_t lines = agreement(c, i, &times);
		if (lines > best || (lines == best && times > most)) {
			best = lines;
			most = times;
			delimiter = DELIMITERS[i];
		}
	}
	return delimiter;
}

/* Excel's first line; '\0' when there is none. */
static char take_sep_line(struct source *s)
{
	size_t end = source_line(s, 0, 16);
	struct str line = str_head(source_window(s), end);
	if (line.n < 6 || !source_ends_line(s, end) ||
		!str_eq_ascii_case(str_head(line, 4), STR("sep=")))
		return '\0';
	bool one = line.p[5] == '\n' || line.p[5] == '\r';
	if (!one || line.p[4] == '"' || line.p[4] == '\n' || line.p[4] == '\r')
		return '\0';
	char delimiter = line.p[4];
	source_consume(s, end, 1);
	return delimiter;
}

static bool is_tsv_name(const char *name)
{
	return str_ends(str_of(name), STR(".tsv")) || str_ends(str_of(name), STR(".tab"));
}

static const struct rows_format *format_of(
	const struct source *s, const struct census *c, char delimiter)
{
	bool is_stdin = str_eq(str_of(s->name), STR("standard input"));
	if (is_tsv_name(s->name) || (is_stdin && delimiter == '\t' && !c->quotes))
		return &ROWS_TSV;
	return &ROWS_CSV;
}

void dialect_find(struct dialect *d, struct source *s)
{
	struct census census = {0};
	if (d->format == &ROWS_TSV)
		return;
	char said = take_sep_line(s);
	if (!d->delimiter)
		d->delimiter = said;
	if (d->format && d->delimiter)
		return;
	take_census(&census, beginning(s));
	char found = d->delimiter ? d->delimiter : best_delimiter(&census);
	if (!d->format)
		d->format = said ? &ROWS_CSV : format_of(s, &census, found);
	d->delimiter = found;
}

static size_t filled_cells(const struct row *row)
{
	size_t n = 0;
	for (size_t i = 0; i < row->n; i++)
		n += str_trim(row->fields[i]).n > 0;
	return n;
}

size_t dialect_preamble(const struct dialect *d, struct source *s)
{
	size_t filled[DIALECT_LINES], n = 0, most = 0, first = 0;
	struct source start;
	struct rows rows = {0};
	struct row row;
	enum rows_status status;
	source_init_memory(&start, beginning(s), "UTF-8");
	source_next_file(&start, &rows.why);
	rows_open(&rows, &start, d->format, d->delimiter);
	while (n < DIALECT_LINES && (status = rows_next(&rows, &row)) != ROWS_END) {
		filled[n] = status == ROWS_ROW ? filled_cells(&row) : 0;
		if (filled[n] > most)
			most = filled[n];
		n++;
	}
	rows_close(&rows);
	source_release(&start);
	while (first < n && 2 * filled[first] <= most)
		first++;
	return first < n ? first : 0;
}

/* Folded: without diacritics and in Latin letters (text/text.h). */
static bool means_total(struct str cell)
{
	static const char *const words[] = {"ukupno", "sveukupno", "svega", "zbir", "vkupno",
		"skupaj", "total", "totali", "gjithsej", "suma", "obshto", "synolo", "osszesen",
		"toplam", "insgesamt", "summe"};
	struct arena arena = {0};
	struct str word = str_trim(cell);
	if (word.n && word.p[word.n - 1] == ':')
		word = str_trim(str_head(word, word.n - 1));
	word = text_fold(word, &arena);
	bool found = false;
	for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++)
		found = str_eq(word, text_fold(str_of(words[i]), &arena));
	arena_release(&arena);
	return found;
}

static bool looks_like_number(struct str cell)
{
	for (size_t i = 0; i < cell.n; i++)
		if (!strchr("0123456789 .,-+%", cell.p[i]))
			return false;
	return true;
}

bool dialect_is_total(const struct row *row)
{
	struct str first = {NULL, 0};
	size_t numbers = 0;
	for (size_t i = 0; i < row->n; i++) {
		struct str cell = str_trim(row->fields[i]);
		if (cell.n == 0)
			continue;
		if (first.n == 0)
			first = cell;
		else if (looks_like_number(cell))
			numbers++;
		else
			return false;
	}
	return numbers > 0 && !looks_like_number(first) && means_total(first);
}
