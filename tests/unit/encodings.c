/*
 * encodings: texts of tests/cases/hard/encodings.tsv, written in the encodings that stand beside
 * them. In those of `sure` the guess must be right; in those of `careful` it may be in doubt, and
 * right or not, but never wrong without a question.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "check.h"
#include "input/charset.h"
#include "input/guess.h"
#include "oracle.h"
#include "text/codepage.h"
#include "text/yuscii.h"

static struct arena arena;

/* What people put where their encoding lacks a character. */
static uint32_t substitute(uint32_t cp)
{
	static const uint32_t pairs[][2] = {
		{0x201E, '"'  },
                {0x201C, '"'  },
                {0x201D, '"'  },
                {0x2013, '-'  },
                {0x2019, '\'' },
		{0x219,  0x15F},
                {0x21B,  0x163},
                {0x218,  0x15E},
                {0x21A,  0x162}
        };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i][0] == cp)
			return pairs[i][1];
	return cp;
}

/* Where a cedilla stands for a comma, a reading with either is right. */
static uint32_t alike(uint32_t cp)
{
	return cp == 0x163 || cp == 0x15F || cp == 0x162 || cp == 0x15E ? cp : substitute(cp);
}

static int byte_of(const struct codepage *page, enum yuscii code, uint32_t cp)
{
	if (page)
		return codepage_byte(page, cp);
	for (int byte = 0; byte < 0x80; byte++)
		if (yuscii_character(code, (unsigned char)byte) == cp)
			return byte;
	return -1;
}

/* The bytes of a text in an encoding of one byte a character, and the text as it is then. */
static void write_bytes(const struct codepage *page, enum yuscii code, struct str text,
	struct buf *bytes, struct buf *is)
{
	char utf8[UTF8_MAX_BYTES];
	for (size_t len; text.n; text = str_from(text, len)) {
		uint32_t cp = utf8_decode(text, &len);
		if (byte_of(page, code, cp) < 0)
			cp = substitute(cp);
		int byte = byte_of(page, code, cp);
		if (byte < 0)
			printf("no U+%04X in the encoding: " STR_FMT "\n", (unsigned)cp,
				STR_ARG(str_head(text, 40)));
		CHECK(byte >= 0);
		buf_putc(bytes, (char)byte);
		buf_add(is, utf8, utf8_encode(cp, utf8));
	}
}

static void write_wide(bool big, struct str text, struct buf *bytes)
{
	for (size_t len; text.n; text = str_from(text, len)) {
		uint32_t cp = utf8_decode(text, &len);
		buf_putc(bytes, (char)(big ? cp >> 8 : cp));
		buf_putc(bytes, (char)(big ? cp : cp >> 8));
	}
}

static void write_in(struct str encoding, struct str text, struct buf *bytes, struct buf *is)
{
	static const char *const codes[] = {"YUSCII", "YUSCII-CYRILLIC", "YUSCII-MACEDONIAN"};
	static struct codepage page;
	buf_clear(bytes);
	buf_clear(is);
	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (str_eq(encoding, str_of(codes[i]))) {
			write_bytes(NULL, (enum yuscii)i, text, bytes, is);
			return;
		}
	if (str_starts(encoding, STR("UTF"))) {
		buf_addstr(is, text);
		if (str_eq(encoding, STR("UTF-8")))
			buf_addstr(bytes, text);
		else
			write_wide(str_ends(encoding, STR("BE")), text, bytes);
		return;
	}
	CHECK(codepage_load(&page, arena_fmt(&arena, STR_FMT, STR_ARG(encoding)).p));
	write_bytes(&page, YUSCII_LATIN, text, bytes, is);
}

static struct str read_as(const char *encoding, struct str bytes)
{
	struct buf out = {0};
	struct charset *c = charset_open(encoding);
	charset_convert(c, bytes, &out);
	charset_end(c, &out);
	charset_close(c);
	struct str text = arena_str(&arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static bool same_text(struct str a, struct str b)
{
	size_t la, lb;
	for (; a.n && b.n; a = str_from(a, la), b = str_from(b, lb))
		if (alike(utf8_decode(a, &la)) != alike(utf8_decode(b, &lb)))
			return false;
	return a.n == b.n;
}

static struct guess guess_of(struct str bytes)
{
	struct census census = {0};
	census_add(&census, bytes.p, bytes.n);
	struct guess guess = census_guess(&census);
	census_release(&census);
	return guess;
}

/* The text of a cell: \n and \t are escapes. */
static struct str unescape(struct str cell)
{
	struct buf out = {0};
	for (size_t i = 0; i < cell.n; i++) {
		bool escape = cell.p[i] == '\\' && i + 1 < cell.n;
		i += escape;
		buf_putc(&out, !escape            ? cell.p[i]
			       : cell.p[i] == 'n' ? '\n'
			       : cell.p[i] == 't' ? '\t'
						  : cell.p[i]);
	}
	struct str text = arena_str(&arena, buf_str(&out));
	buf_release(&out);
	return text;
}

static struct {
	size_t sure, right, careful, wrong;
} counts;

static void check(struct str text, struct str encoding, bool must)
{
	struct buf bytes = {0}, is = {0};
	write_in(encoding, text, &bytes, &is);
	struct guess guess = guess_of(buf_str(&bytes));
	bool right =
		guess.sure && same_text(read_as(guess.encoding, buf_str(&bytes)), buf_str(&is));
	counts.sure += must;
	counts.right += must && right;
	counts.careful += !must;
	counts.wrong += guess.sure && !right;
	if ((guess.sure && !right) || (must && !right))
		printf(STR_FMT ": %s, %s: " STR_FMT "\n", STR_ARG(encoding), guess.encoding,
			guess.sure ? "sure" : "in doubt", STR_ARG(str_head(text, 60)));
	buf_release(&bytes);
	buf_release(&is);
}

static void check_all(struct str text, struct str encodings, bool must)
{
	struct str encoding;
	while (str_split(&encodings, ' ', &encoding))
		if (encoding.n)
			check(text, encoding, must);
}

int main(void)
{
	struct buf table = oracle_load("../hard/encodings");
	struct str rest = buf_str(&table), line;
	str_split(&rest, '\n', &line);
	while (str_split(&rest, '\n', &line) && line.n) {
		struct str cells[3] = {0};
		for (size_t i = 0; i < 3 && str_split(&line, '\t', &cells[i]); i++)
			;
		struct str text = unescape(cells[0]);
		check_all(text, cells[1], true);
		check_all(text, cells[2], false);
	}
	printf("written encodings: %zu/%zu sure and right; %zu careful; %zu wrong without a "
	       "question\n",
		counts.right, counts.sure, counts.careful, counts.wrong);
	CHECK(counts.sure > 300 && counts.right == counts.sure);
	CHECK(counts.careful > 50 && counts.wrong == 0);
	buf_release(&table);
	arena_release(&arena);
	return check_summary("encodings");
}
