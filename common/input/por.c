#include <math.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/limits.h"
#include "base/mem.h"
#include "base/progress.h"
#include "input/dataset.h"
#include "input/rows.h"
#include "input/sheet.h"

/*
 * Portable files of SPSS (por), as the PSPP Developers Guide describes them ("Portable File
 * Format"). All of it is text in lines of 80 characters, of which blanks at the end may be missing;
 * numbers are written in base 30. Records that begin with a letter or digit say what variables
 * there are; the values come last.
 *
 * A table at the beginning shows the characters of the machine that wrote the file. They are those
 * of ASCII today and were of EBCDIC on mainframes; what the table lacks has no meaning then, unless
 * -e tells the encoding.
 */
enum {
	POR_BLOCK = 64 * 1024,
	POR_LINE = 80,
	POR_TABLE = 200, /* where the table of characters begins */
	POR_DIGITS = 64, /* where the digits and letters stand in it */
	POR_START = 464, /* behind it, and behind the words SPSSPORT */
	POR_STRING = 32767,
	POR_BASE = 30,
	POR_CHARS = 256,
	POR_NO_CHAR = 0xFF, /* which makes the text no UTF-8 */
};

struct por {
	struct rows *rows;
	int fd;
	char block[POR_BLOCK];
	size_t n, read;                 /* bytes of the block */
	size_t column, blanks;          /* of the line; that were left out at its end */
	bool foreign;                   /* the characters are not those of ASCII */
	unsigned char blank, byte;      /* as the file has it; the last one read */
	unsigned char ascii[POR_CHARS]; /* of each byte */
	struct dataset data;
	size_t sets; /* of labels */
	struct census census;
	struct buf text, decoded;
	struct sheet sheet;
	size_t number; /* of rows given */
	bool header_given;
};

static int next_byte(struct por *p)
{
	if (p->read == p->n) {
		ssize_t got = read(p->fd, p->block, sizeof p->block);
		p->n = got > 0 ? (size_t)got : 0;
		p->read = 0;
		progress_add(p->n);
	}
	return p->read < p->n ? (unsigned char)p->block[p->read++] : -1;
}

static bool ends_line(const struct por *p, int c)
{
	enum { NEL = 0x15, EBCDIC_LF = 0x25 };
	return c == '\n' || (p->foreign && (c == NEL || c == EBCDIC_LF));
}

/* The next character, -1 at the end. */
static int next_char(struct por *p)
{
	for (;;) {
		if (p->blanks) {
			p->blanks--;
			p->byte = p->blank;
			return ' ';
		}
		int c = next_byte(p);
		if (ends_line(p, c)) {
			p->blanks = p->column < POR_LINE ? POR_LINE - p->column : 0;
			p->column = 0;
		} else if (c != '\r') {
			p->column++;
			p->byte = (unsigned char)c;
			return c < 0 ? c : p->ascii[c];
		}
	}
}

static int digit_of(int c)
{
	return c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'T' ? c - 'A' + 10 : -1;
}

/* Exact where both parts are, which they are for most decimals, 10 being part of 30. */
static double scale(uint64_t digits, long exponent)
{
	enum { MOST = 250, EXACT = 13 }; /* 15 to the 13th has less than 53 bits */
	long size = labs(exponent) < MOST ? labs(exponent) : MOST;
	if (digits <= 1ull << 53 && size <= EXACT) {
		double power = 1;
		while (size--)
			power *= POR_BASE;
		return exponent < 0 ? (double)digits / power : (double)digits * power;
	}
	long double power = 1;
	while (size--)
		power *= POR_BASE;
	return (double)(exponent < 0 ? (long double)digits / power : (long double)digits * power);
}

/* The exponent, behind its sign, up to the slash. */
static bool read_exponent(struct por *p, bool negative, long *exponent)
{
	enum { MOST = 100000 };
	long size = 0;
	int c, digit;
	while ((c = next_char(p)) != '/') {
		digit = digit_of(c);
		if (digit < 0)
			return false;
		size = size < MOST ? size * POR_BASE + digit : size;
	}
	*exponent += negative ? -size : size;
	return true;
}

/* A number that begins with this character: NaN is a missing one. */
static bool read_number_from(struct por *p, int c, double *number)
{
	uint64_t digits = 0;
	long exponent = 0, n = 0;
	bool point = false;
	while (c == ' ')
		c = next_char(p);
	*number = NAN;
	if (c == '*')
		return next_char(p) >= 0;
	bool negative = c == '-';
	for (c = negative ? next_char(p) : c; c != '/' && !(n && (c == '+' || c == '-'));
		c = next_char(p), n++) {
		int digit = digit_of(c);
		bool more = digits < UINT64_MAX / POR_BASE - 1;
		if (digit < 0 && (c != '.' || point))
			return false;
		point |= digit < 0;
		if (digit < 0)
			continue;
		digits = more ? digits * POR_BASE + (unsigned)digit : digits;
		exponent += !more - point;
	}
	if (n == 0 || (c != '/' && !read_exponent(p, c == '-', &exponent)))
		return false;
	*number = scale(digits, exponent) * (negative ? -1 : 1);
	return isfinite(*number);
}

static bool read_number(struct por *p, double *number)
{
	return read_number_from(p, next_char(p), number);
}

/* A whole number from 0 to `most`. */
static bool read_count(struct por *p, double most, size_t *count)
{
	double number;
	if (!read_number(p, &number) || !(number >= 0 && number <= most))
		return false;
	*count = (size_t)number;
	return true;
}

/* A text whose length begins with this character, into p->text. */
static bool read_text_from(struct por *p, int c)
{
	double length;
	bool told = p->foreign && p->rows->source->encoding;
	char blank = told ? (char)p->blank : ' ';
	buf_clear(&p->text);
	if (!read_number_from(p, c, &length) || !(length >= 0 && length <= POR_STRING))
		return false;
	for (size_t n = (size_t)length; n; n--) {
		int byte = next_char(p);
		if (byte < 0)
			return false;
		buf_putc(&p->text, told ? (char)p->byte : (char)byte);
	}
	while (p->text.n && p->text.p[p->text.n - 1] == blank)
		p->text.n--;
	return true;
}

static bool read_text(struct por *p)
{
	return read_text_from(p, next_char(p));
}

static struct str kept(struct por *p)
{
	return arena_str(&p->data.arena, buf_str(&p->text));
}

/* The formats by their numbers; others are no dates. */
static enum statdate date_of(size_t format)
{
	static const struct {
		size_t number;
		enum statdate date;
	} dates[] = {
		{20, STATDATE_SPSS_DAY    },
		{21, STATDATE_SPSS_TIME   },
		{22, STATDATE_SPSS_MOMENT },
		{23, STATDATE_SPSS_DAY    },
		{24, STATDATE_SPSS_DAY    },
		{25, STATDATE_SPSS_TIME   },
		{28, STATDATE_SPSS_MONTH  },
		{29, STATDATE_SPSS_QUARTER},
		{30, STATDATE_SPSS_WEEK   },
		{38, STATDATE_SPSS_DAY    },
		{39, STATDATE_SPSS_DAY    },
		{40, STATDATE_SPSS_TIME   },
		{41, STATDATE_SPSS_MOMENT },
	};
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		if (dates[i].number == format)
			return dates[i].date;
	return STATDATE_NONE;
}

static bool read_variable(struct por *p)
{
	enum { FORMATS = 6 }; /* two of three numbers */
	size_t width, format[FORMATS];
	if (p->data.n == LIMIT_COLUMNS || !read_count(p, POR_STRING, &width) || !read_text(p))
		return false;
	struct dataset_variable *v = dataset_add(&p->data);
	v->name = kept(p);
	v->is_text = width > 0;
	for (size_t i = 0; i < FORMATS; i++)
		if (!read_count(p, POR_STRING, &format[i]))
			return false;
	v->date = v->is_text ? STATDATE_NONE : date_of(format[0]);
	return true;
}

/* A code that is missing: 8 a single one, 9 all up to it, A all from it on, B a range. */
static bool read_missing(struct por *p, int kind)
{
	struct dataset_missing missing = {.low = -INFINITY, .high = INFINITY};
	if (p->data.n == 0)
		return false;
	struct dataset_variable *v = &p->data.variables[p->data.n - 1];
	if (v->is_text) {
		if (!read_text(p) || (kind == 'B' && !read_text(p)))
			return false;
		missing.text = kept(p);
	} else if (kind == '9') {
		if (!read_number(p, &missing.high))
			return false;
	} else {
		if (!read_number(p, &missing.low))
			return false;
		missing.high = kind == '8' ? missing.low : missing.high;
		if (kind == 'B' && !read_number(p, &missing.high))
			return false;
	}
	dataset_add_missing(&p->data, v, missing);
	return true;
}

static struct dataset_variable *find_variable(struct por *p, struct str name)
{
	for (size_t i = 0; i < p->data.n; i++)
		if (str_eq(p->data.variables[i].name, name))
			return &p->data.variables[i];
	return NULL;
}

static bool read_labels(struct por *p)
{
	struct str set = arena_fmt(&p->data.arena, "%zu", ++p->sets);
	bool is_text = false;
	size_t n;
	if (!read_count(p, LIMIT_COLUMNS, &n))
		return false;
	for (; n; n--) {
		struct dataset_variable *v =
			read_text(p) ? find_variable(p, buf_str(&p->text)) : NULL;
		if (!v)
			return false;
		v->labels = set;
		is_text = v->is_text;
	}
	if (!read_count(p, 1e9, &n))
		return false;
	for (; n; n--) {
		struct dataset_label label = {.set = set, .is_number = !is_text};
		if (is_text ? !read_text(p) : !read_number(p, &label.number))
			return false;
		if (is_text)
			label.code = kept(p);
		if (!read_text(p))
			return false;
		label.label = kept(p);
		dataset_add_label(&p->data, label);
	}
	return true;
}

static bool read_documents(struct por *p)
{
	size_t n;
	bool ok = read_count(p, 1e9, &n);
	for (; ok && n; n--)
		ok = read_text(p);
	return ok;
}

/* One record of what stands before the values; its kind is a character. */
static bool read_record(struct por *p, int kind)
{
	size_t n;
	switch (kind) {
	case '1':
	case '2':
	case '3':
	case '6': return read_text(p);
	case '4': return read_count(p, 1e9, &n);
	case '5': return read_count(p, 1e9, &n);
	case '7': return read_variable(p);
	case '8':
	case '9':
	case 'A':
	case 'B': return read_missing(p, kind);
	case 'C':
		if (p->data.n == 0 || !read_text(p))
			return false;
		p->data.variables[p->data.n - 1].label = kept(p);
		return true;
	case 'D': return read_labels(p);
	case 'E': return read_documents(p);
	default: return false;
	}
}

/* What the places of the table from POR_DIGITS on stand for, as far as ASCII has it. */
static const char TABLE[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ."
			    "<(+|&[]!$*);^-/|,%_>?`:$@'=\"      ~-   0123456789   -() {}\\";

/* Places of characters that the machine lacks hold its 0. */
static void read_table(struct por *p, const unsigned char *table)
{
	enum { BLANK = 62 };
	memset(p->ascii, POR_NO_CHAR, sizeof p->ascii);
	for (size_t i = 0; i < sizeof TABLE - 1; i++)
		if ((i == 0 || table[i] != table[0]) && (i == BLANK || TABLE[i] != ' ') &&
			p->ascii[table[i]] == POR_NO_CHAR)
			p->ascii[table[i]] = (unsigned char)TABLE[i];
	p->blank = table[BLANK];
}

/* Titles, the table, and a word that shows that it is right. */
static bool read_start(struct por *p)
{
	enum { DIGITS = 36 };
	static const char word[] = "SPSSPORT";
	unsigned char start[POR_START];
	for (size_t i = 0; i < sizeof p->ascii; i++)
		p->ascii[i] = (unsigned char)i;
	for (size_t i = 0; i < sizeof start; i++) {
		if (next_char(p) < 0)
			return false;
		start[i] = p->byte;
	}
	const unsigned char *table = start + POR_TABLE + POR_DIGITS;
	bool ascii = memcmp(table, TABLE, DIGITS) == 0;
	p->blank = ' ';
	if (!ascii)
		read_table(p, table);
	for (size_t i = 0; i < sizeof word - 1; i++)
		if (p->ascii[start[POR_START - sizeof word + 1 + i]] != (unsigned char)word[i])
			return false;
	return ascii == !p->foreign;
}

/* The version, the date and the time, and then the records. */
static bool read_dictionary(struct por *p, struct buf *why)
{
	int kind = 0;
	bool ok = read_start(p) && next_char(p) == 'A' && read_text(p) && read_text(p);
	while (ok && (kind = next_char(p)) != 'F')
		ok = read_record(p, kind);
	if (!ok)
		buf_puts(why, p->data.n == LIMIT_COLUMNS
				      ? "more variables than a record has columns"
				      : "cut or damaged: not a whole portable file");
	else if (p->data.n == 0)
		buf_puts(why, "no variables");
	return why->n == 0;
}

/* Nothing in the file says its encoding: all its bytes are looked at. */
static bool judge_encoding(struct por *p, struct buf *why)
{
	struct source *source = p->rows->source;
	char block[POR_BLOCK];
	if (p->foreign && !source->encoding) {
		diag_note("%s: read by its own table of characters", source->name);
		source->is_utf8 = true;
		return dataset_decode(&p->data, "UTF-8");
	}
	off_t at = 0;
	for (ssize_t n; (n = pread(p->fd, block, sizeof block, at)) > 0; at += n)
		census_add(&p->census, block, (size_t)n);
	struct guess guess = census_guess(&p->census);
	bool ascii = !p->census.high_seen;
	census_release(&p->census);
	const char *encoding = source->encoding ? source->encoding
	                       : ascii          ? "UTF-8"
	                                        : guess.encoding;
	if (!source->encoding && !ascii && !guess.sure) {
		buf_puts(why, "the file does not say its encoding; say it with -e, such as -e "
			      "windows-1250");
		return false;
	}
	if (!source->encoding && !ascii)
		diag_note("%s: read as %s", source->name, encoding);
	source->is_utf8 = true; /* or decoded */
	if (!charset_is_utf8(encoding))
		source->charset = charset_open(encoding);
	if (!dataset_decode(&p->data, encoding))
		buf_fmt(why, "unknown encoding '%s'", encoding);
	return why->n == 0;
}

static void por_close(void *state)
{
	struct por *p = state;
	if (p->fd >= 0)
		close(p->fd);
	dataset_release(&p->data);
	sheet_release(&p->sheet);
	buf_release(&p->text);
	buf_release(&p->decoded);
	free(p);
}

/* Are the digits of ASCII nowhere at the beginning? */
static bool is_foreign(const struct por *p)
{
	enum { BEGINNING = 512 };
	static const struct str digits = STR_CONST("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	char start[BEGINNING];
	ssize_t n = p->fd < 0 ? 0 : pread(p->fd, start, sizeof start, 0);
	struct str text = {start, n > 0 ? (size_t)n : 0};
	return str_find(text, digits) == text.n;
}

static void *por_open(struct rows *r)
{
	struct por *p = mem_zero(1, sizeof *p);
	p->rows = r;
	p->fd = source_seekable(r->source, &r->why);
	p->foreign = is_foreign(p);
	if (p->fd >= 0 && lseek(p->fd, 0, SEEK_SET) == 0 && read_dictionary(p, &r->why) &&
		judge_encoding(p, &r->why)) {
		r->width = p->data.n;
		return p;
	}
	por_close(p);
	return NULL;
}

static struct str decode(struct por *p)
{
	struct charset *charset = p->rows->source->charset;
	if (!charset)
		return buf_str(&p->text);
	buf_clear(&p->decoded);
	charset_convert(charset, buf_str(&p->text), &p->decoded);
	charset_end(charset, &p->decoded);
	return buf_str(&p->decoded);
}

/* The values of a row, of which the first begins with this character. */
static bool read_values(struct por *p, int c)
{
	double number;
	sheet_begin(&p->sheet, p->number + 1);
	for (size_t i = 0; i < p->data.n; i++, c = i < p->data.n ? next_char(p) : 0) {
		const struct dataset_variable *v = &p->data.variables[i];
		if (v->is_text ? !read_text_from(p, c) : !read_number_from(p, c, &number))
			return false;
		if (v->is_text)
			sheet_add(&p->sheet, i, decode(p), false);
		else
			dataset_give(v, &p->sheet, i, number, p->rows->source->name);
	}
	p->number++;
	return true;
}

static enum rows_status give_header(struct por *p, struct row *row)
{
	p->header_given = true;
	sheet_begin(&p->sheet, 0);
	for (size_t i = 0; i < p->data.n; i++)
		sheet_add(&p->sheet, i, p->data.variables[i].name, false);
	return sheet_give(&p->sheet, p->rows, row);
}

static enum rows_status por_next(struct rows *r, struct row *row)
{
	struct por *p = r->state;
	if (!p->header_given)
		return give_header(p, row);
	int c = next_char(p);
	if (c == 'Z')
		return ROWS_END;
	if (c >= 0 && read_values(p, c))
		return sheet_give(&p->sheet, r, row);
	buf_fmt(&r->why, "cut or damaged behind row %zu", p->number);
	row->pos = (struct pos){r->source->name, 0};
	return ROWS_FAILED;
}

static void por_describe(struct rows *r, const struct header *header, struct codebook *codebook)
{
	struct por *p = r->state;
	dataset_describe(&p->data, r->source->name, header, codebook);
}

const struct rows_format ROWS_POR = {.name = "por",
	.open = por_open,
	.next = por_next,
	.close = por_close,
	.form = SOURCE_POR,
	.describe = por_describe,
	.named = "the file"};
