#include "input/alien.h"
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
	bool quoted = line.n && *line.p == '"';
	line = str_from(line, quoted);
	while (line.n && (line.p[line.n - 1] == '\n' || line.p[line.n - 1] == '\r'))
		line.n--;
	line.n -= quoted && str_ends(line, STR("\""));
	if (line.n != 5 || !source_ends_line(s, end) || line.p[4] == '"' ||
		!str_eq_ascii_case(str_head(line, 4), STR("sep=")))
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

/* The mime type of an OpenDocument file is its first part, and not packed. */
static const struct rows_format *container_format(struct source *s)
{
	enum { NAME_AT = 30 };
	while (source_window(s).n < DIALECT_BYTES && source_more(s))
		;
	struct str start = source_window(s);
	bool open = start.n > NAME_AT && str_starts(str_from(start, NAME_AT), STR("mimetype"));
	return open || str_ends(str_of(s->name), STR(".ods")) ? &ROWS_ODS : &ROWS_XLSX;
}

static const struct rows_format *binary_format(enum source_form form)
{
	switch (form) {
	case SOURCE_OLE: return &ROWS_XLS;
	case SOURCE_POR: return &ROWS_POR;
	case SOURCE_DTA: return &ROWS_DTA;
	default: return &ROWS_SAV;
	}
}

static bool is_json_name(const char *name)
{
	static const char *const endings[] = {".json", ".jsonl", ".ndjson", ".geojson"};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (str_ends(str_of(name), str_of(endings[i])))
			return true;
	return false;
}

/* Does the text begin as an array or lines of objects do, or as JSON that holds none? */
static bool looks_like_json(struct source *s)
{
	static const char blanks[] = " \t\r\n";
	char seen[3] = "";
	struct str text = beginning(s);
	size_t n = 0;
	for (size_t i = 0; i < text.n && n < sizeof seen; i++)
		if (!memchr(blanks, text.p[i], sizeof blanks - 1))
			seen[n++] = text.p[i];
	if (seen[0] == '[' || seen[0] == '{')
		return is_json_name(s->name) || (seen[0] == '[' && strchr("{[\"", seen[1])) ||
		       (seen[0] == '{' && seen[1] == '"') ||
		       (n == 2 && seen[0] + 2 == seen[1]); /* [] or {} */
	return false;
}

static bool is_plain(const struct rows_format *format)
{
	return format == &ROWS_CSV || format == &ROWS_TSV;
}

/* Is the format another one than the name says, and not just the other plain text? */
static void check_name(const struct dialect *d, const struct source *s)
{
	static const struct rows_format *const formats[] = {&ROWS_CSV, &ROWS_TSV, &ROWS_XLSX,
		&ROWS_ODS, &ROWS_JSON, &ROWS_XLS, &ROWS_SAV, &ROWS_POR, &ROWS_DTA};
	const char *dot = strrchr(s->name, '.');
	struct pos pos = {s->name, 0};
	for (size_t i = 0; dot && i < sizeof formats / sizeof *formats; i++) {
		bool named = str_eq_ascii_case(str_of(dot + 1), str_of(formats[i]->name));
		if (named && d->format == &ROWS_XLS && formats[i]->form == SOURCE_ZIP)
			continue; /* encrypted, perhaps, which is said then */
		if (named && formats[i] != d->format &&
			!(is_plain(formats[i]) && is_plain(d->format)))
			warn_at(&pos, "named .%s, but read as %s, which its bytes are",
				formats[i]->name, d->format->name);
	}
}

/* Does one of the first fields stand between quotes, as spreadsheet programs write text with TABs?
 */
static bool has_quoted_field(struct str text)
{
	struct str field;
	while (str_cut(&text, (struct str[]){STR("\t"), STR("\n"), STR("\r")}, 3, &field))
		if (field.n > 1 && field.p[0] == '"' && field.p[field.n - 1] == '"')
			return true;
	return false;
}

static void find_text(struct dialect *d, struct source *s)
{
	struct census census = {0};
	if (!d->format && looks_like_json(s))
		d->format = &ROWS_JSON;
	if (!d->format && alien_is_xml_sheet(beginning(s)))
		d->format = &ROWS_XML;
	if (d->format && d->format != &ROWS_CSV)
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
	if (d->format == &ROWS_TSV && census.quotes && has_quoted_field(beginning(s)))
		diag_remark("%s: read as tsv, with the quotes around fields (-f csv -d TAB takes "
			    "them away)",
			s->name);
	d->delimiter = found;
}

void dialect_find(struct dialect *d, struct source *s)
{
	bool known = d->format != NULL;
	if (s->form == SOURCE_TEXT && (!known || d->format->form == SOURCE_TEXT))
		find_text(d, s);
	else if (!known)
		d->format = s->form == SOURCE_ZIP ? container_format(s) : binary_format(s->form);
	if (!known)
		check_name(d, s);
}

enum { LOOK_COLUMNS = 256 };

static bool looks_like_number(struct str cell)
{
	for (size_t i = 0; i < cell.n; i++)
		if (!strchr("0123456789 .,-+%", cell.p[i]))
			return false;
	return true;
}

/* What a cell looks like that is hardly a heading. */
enum look { LOOK_OTHER, LOOK_ADDRESS, LOOK_DAY, LOOK_YEAR, LOOK_NUMBER };

static enum look look_of(struct str cell)
{
	size_t digits = 0, marks = 0;
	bool address = str_index(cell, '@') < cell.n || str_starts(cell, STR("http")) ||
	               str_starts(cell, STR("www."));
	for (size_t i = 0; i < cell.n; i++) {
		digits += cell.p[i] >= '0' && cell.p[i] <= '9';
		marks += strchr(".-/", cell.p[i]) != NULL;
	}
	if (address && str_index(cell, ' ') == cell.n)
		return LOOK_ADDRESS;
	if (digits == 0 || !looks_like_number(cell))
		return digits >= 4 && digits + marks == cell.n && marks >= 2 ? LOOK_DAY
		                                                             : LOOK_OTHER;
	if (digits == 4 && cell.n == 4 && (cell.p[0] == '1' || cell.p[0] == '2'))
		return LOOK_YEAR;
	return digits >= 6 && marks >= 2 ? LOOK_DAY : LOOK_NUMBER;
}

/* The first rows, as many as there are up to DIALECT_LINES. */
struct glance {
	size_t cells[DIALECT_LINES], filled[DIALECT_LINES]; /* of each row: all, and filled ones */
	bool number[DIALECT_LINES], total[DIALECT_LINES]; /* one of them is a number; total line */
	unsigned char looks[DIALECT_LINES][LOOK_COLUMNS];
	unsigned char bits[DIALECT_LINES][LIMIT_COLUMNS / 8];
	size_t n;
};

static bool is_filled(const struct glance *g, size_t row, size_t column)
{
	return row < g->n && g->bits[row][column / 8] >> column % 8 & 1;
}

static void glance_at_row(struct glance *g, const struct row *row)
{
	size_t at = g->n++;
	g->cells[at] = row->n;
	g->total[at] = dialect_is_total(row);
	for (size_t i = 0; i < row->n && i < LIMIT_COLUMNS; i++) {
		struct str cell = str_trim(row->fields[i]);
		if (cell.n == 0)
			continue;
		g->filled[at]++;
		g->bits[at][i / 8] |= (unsigned char)(1u << i % 8);
		g->number[at] |= looks_like_number(cell);
		if (i < LOOK_COLUMNS)
			g->looks[at][i] = (unsigned char)look_of(cell);
	}
}

static void glance_at_rows(struct glance *g, struct rows *rows)
{
	struct row row, none = {0};
	enum rows_status status;
	while (g->n < DIALECT_LINES && (status = rows_next(rows, &row)) != ROWS_END &&
		status != ROWS_FAILED)
		glance_at_row(g, status == ROWS_ROW ? &row : &none);
}

static void glance_at(struct glance *g, const struct dialect *d, struct source *s)
{
	struct source start;
	struct rows rows = {.glance = true, .sheet = d->sheet};
	bool text = d->format->form == SOURCE_TEXT;
	if (text) {
		source_init_memory(&start, beginning(s), "UTF-8");
		source_next_file(&start, &rows.why);
	}
	if (rows_open(&rows, text ? &start : s, d->format, d->delimiter))
		glance_at_rows(g, &rows);
	rows_close(&rows);
	if (text)
		source_release(&start);
}

/*
 * Is the row below the header another line of it? Each of its cells is a heading, below one of the
 * header or one that spans it; and below cells of the header that do not span it is empty, which
 * no row of the table is there.
 */
static bool has_second_line(const struct glance *g, size_t header)
{
	size_t lower = header + 1, width = g->cells[header], spanned = 0, alone = 0, group = width;
	size_t below = 0;
	if (lower + 1 >= g->n || g->cells[lower] != width || g->number[lower])
		return false;
	for (size_t row = lower + 1; row < g->n; row++)
		below += g->filled[row] > 0;
	for (size_t i = 0; i < width; i++) {
		bool top = is_filled(g, header, i), bottom = is_filled(g, lower, i);
		group = top ? i : group;
		if (!top && (!bottom || group == width || !is_filled(g, lower, group)))
			return false;
		spanned += !top;
		alone += !bottom;
		for (size_t row = lower + 1; row < g->n; row++)
			if (!bottom && g->filled[row] && !is_filled(g, row, i))
				return false;
	}
	return spanned && alone && below > 1;
}

/*
 * Is the cell of the header a value as all those below it? Numbers may be headings; in the first
 * column they count. A year may be one above numbers, but hardly above years.
 */
static bool is_value(const struct glance *g, size_t header, size_t column)
{
	enum look look = (enum look)g->looks[header][column];
	size_t same = 0;
	if (look == LOOK_OTHER || (look == LOOK_NUMBER && column > 0))
		return false;
	for (size_t row = header + 1; row < g->n; row++) {
		enum look here = (enum look)g->looks[row][column];
		if (!is_filled(g, row, column))
			continue;
		if (here != look && !(look == LOOK_NUMBER && here == LOOK_YEAR))
			return false;
		same++;
	}
	return same > (look == LOOK_YEAR ? 2 : 0);
}

/* The first such column. */
static size_t value_in_header(const struct glance *g, size_t header)
{
	for (size_t i = 0; header < g->n && i < g->cells[header] && i < LOOK_COLUMNS; i++)
		if (is_value(g, header, i))
			return i;
	return DIALECT_NO_COLUMN;
}

/*
 * May the row be a line of groups? It has fewer cells than the next; in each column that anything
 * stands in one of the two has one; and one of its cells may span one to its right.
 */
static bool may_be_groups(const struct glance *g, size_t upper)
{
	size_t lower = upper + 1;
	bool group = false, spans = false;
	if (lower + 1 >= g->n || g->filled[upper] == 0 || g->total[upper] || g->number[lower] ||
		g->filled[upper] >= g->filled[lower])
		return false;
	for (size_t i = 0; i < LIMIT_COLUMNS; i++) {
		bool top = is_filled(g, upper, i), bottom = is_filled(g, lower, i);
		for (size_t row = lower; row < g->n && !bottom && !top; row++)
			if (is_filled(g, row, i))
				return false;
		spans |= group && bottom && !top;
		group |= top;
	}
	return spans;
}

static void look_for_groups(const struct glance *g, struct dialect_start *start)
{
	start->sparse = start->above > 0 && may_be_groups(g, start->above - 1);
	start->groups = start->sparse || may_be_groups(g, start->above);
	start->above -= start->sparse;
}

struct dialect_start dialect_start(const struct dialect *d, struct source *s, long skip)
{
	struct glance g = {0};
	struct dialect_start start = {0};
	size_t most = 0, first = 0, header;
	glance_at(&g, d, s);
	for (size_t i = 0; i < g.n; i++)
		most = g.filled[i] > most ? g.filled[i] : most;
	while (first < g.n && (2 * g.filled[first] <= most || g.total[first]))
		first++;
	for (size_t i = 0; i < first && first < g.n; i++) /* blank rows are passed over anyway */
		start.above = g.filled[i] ? first : start.above;
	start.above = skip >= 0 ? (size_t)skip : start.above;
	if (skip < 0)
		look_for_groups(&g, &start);
	for (size_t i = start.above; i < g.n; i++)
		start.width = g.cells[i] > start.width ? g.cells[i] : start.width;
	header = start.above;
	while (header < g.n && g.filled[header] == 0)
		header++;
	for (size_t i = header + 1; i < g.n; i++)
		for (size_t j = 0; j < sizeof start.filled; j++)
			start.filled[j] |= g.bits[i][j];
	start.value = value_in_header(&g, header);
	start.two_lines = header < g.n && has_second_line(&g, header);
	return start;
}

/* May a word for "total" begin so? It saves the time to fold most names. */
static bool begins_like_total(struct str cell)
{
	static const char pairs[] = "uk sv se sk su sh si sy zb me mj po vk vs vm to gr gj gi ob "
				    "os in ne";
	char pair[3] = "";
	for (size_t i = 0; i < 2 && i < cell.n; i++) {
		if (isdigit((unsigned char)cell.p[i]))
			return false;
		pair[i] = (char)(cell.p[i] | ' ');
		if (pair[i] < 'a' || pair[i] > 'z')
			return true; /* of another alphabet, or spaced out */
	}
	return strstr(pairs, pair) != NULL;
}

/* Folded: without diacritics and in Latin letters (text/text.h). */
static bool means_total(struct str cell)
{
	enum { LONGEST = 32 };
	static const char *const words[] = {"ukupno", "sveukupno", "svega", "zbir", "zbroj",
		"meduzbir", "meduzbroj", "podzbir", "vkupno", "se vkupno", "skupaj", "vsota",
		"skupna vsota", "vmesna vsota", "total", "totali", "grand total", "subtotal",
		"nentotali", "githsej", "githsejt", "suma", "suma totale", "obsto", "sinolo",
		"oszesen", "toplam", "insgesamt", "sume"};
	struct arena arena = {0};
	if (cell.n > LONGEST)
		return false;
	struct str word = text_fold(cell, &arena);
	bool found = false;
	for (size_t i = 0; i < sizeof words / sizeof *words && !found; i++)
		found = str_eq(word, str_of(words[i]));
	arena_release(&arena);
	return found;
}

/* Does the last filled cell end as a number does? Most rows are done with by that. */
static bool ends_in_number(const struct row *row)
{
	for (size_t i = row->n; i > 1; i--) {
		struct str cell = row->fields[i - 1];
		char last = cell.n ? cell.p[cell.n - 1] : '\0';
		if (cell.n)
			return (last >= '0' && last <= '9') || strchr(" \t.,-+%", last);
	}
	return false;
}

bool dialect_is_total(const struct row *row)
{
	struct str first = {NULL, 0};
	size_t i = 0, numbers = 0;
	if (!ends_in_number(row))
		return false;
	while (i < row->n && first.n == 0)
		first = str_trim(row->fields[i++]);
	if (first.n == 0 || !begins_like_total(first) || looks_like_number(first))
		return false;
	for (; i < row->n; i++) {
		struct str cell = str_trim(row->fields[i]);
		if (cell.n && !looks_like_number(cell))
			return false;
		numbers += cell.n > 0;
	}
	return numbers > 0 && means_total(first);
}
