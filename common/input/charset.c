#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "input/charset.h"
#include "text/yuscii.h"

enum { HELD_MAX = 16, OUT_STEP = 4096 };

struct charset {
	bool own; /* a code that iconv does not know: yuscii says which */
	enum yuscii yuscii;
	unsigned char last; /* the byte before */
	iconv_t cd;
	size_t unit;         /* bytes that are passed over when they mean nothing: 2 in UTF-16 */
	char held[HELD_MAX]; /* the beginning of a sequence whose end is in the next piece */
	size_t nheld;
};

static bool starts_with_word(const char *name, const char *word)
{
	return str_eq_ascii_case(str_head(str_of(name), strlen(word)), str_of(word));
}

bool charset_is_utf8(const char *name)
{
	return str_eq_ascii_case(str_of(name), STR("utf-8")) ||
	       str_eq_ascii_case(str_of(name), STR("utf8"));
}

static size_t unit_of(const char *name)
{
	if (starts_with_word(name, "utf-16") || starts_with_word(name, "utf16") ||
		starts_with_word(name, "ucs-2") || starts_with_word(name, "ucs2"))
		return 2;
	if (starts_with_word(name, "utf-32") || starts_with_word(name, "utf32") ||
		starts_with_word(name, "ucs-4") || starts_with_word(name, "ucs4"))
		return 4;
	return 1;
}

/* What iconv calls it. Without a byte order mark UTF-16 is what Excel writes: little endian. */
static const char *iconv_name(const char *name)
{
	if (str_eq_ascii_case(str_of(name), STR("utf-16")) ||
		str_eq_ascii_case(str_of(name), STR("utf16")))
		return "UTF-16LE";
	if (str_eq_ascii_case(str_of(name), STR("utf-32")) ||
		str_eq_ascii_case(str_of(name), STR("utf32")))
		return "UTF-32LE";
	return name;
}

static bool find_own(const char *name, enum yuscii *code)
{
	static const char *const names[] = {"yuscii", "yuscii-cyrillic", "yuscii-macedonian"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (str_eq_ascii_case(str_of(name), str_of(names[i]))) {
			*code = (enum yuscii)i;
			return true;
		}
	return false;
}

struct charset *charset_open(const char *name)
{
	if (!*name ||
		strchr(name, '/')) /* iconv takes //TRANSLIT and //IGNORE, which are not strict */
		return NULL;
	enum yuscii code = YUSCII_LATIN;
	bool own = find_own(name, &code);
	iconv_t cd = own ? (iconv_t)-1 : iconv_open("UTF-8", iconv_name(name));
	if (!own && cd == (iconv_t)-1)
		return NULL;
	struct charset *c = mem_zero(1, sizeof *c);
	c->own = own;
	c->yuscii = code;
	c->cd = cd;
	c->unit = unit_of(name);
	return c;
}

static void add_mark(struct buf *out, unsigned char byte)
{
	const char mark[CHARSET_MARK_BYTES] = {
		(char)CHARSET_MARK, (char)(0x80 | byte >> 4), (char)(0x80 | (byte & 0x0F))};
	buf_add(out, mark, sizeof mark);
}

static size_t mark_unit(const struct charset *c, const char *p, size_t n, struct buf *out)
{
	size_t bad = n < c->unit ? n : c->unit;
	for (size_t i = 0; i < bad; i++)
		add_mark(out, (unsigned char)p[i]);
	return bad;
}

/* Converts what can be; returns how many bytes at the end are a sequence that is not complete. */
static size_t convert(struct charset *c, char *in, size_t n, struct buf *out)
{
	while (n) {
		buf_reserve(out, n + OUT_STEP);
		char *to = out->p + out->n;
		size_t room = out->cap - out->n;
		size_t done = iconv(c->cd, &in, &n, &to, &room);
		out->n = (size_t)(to - out->p);
		if (done != (size_t)-1 || errno == E2BIG)
			continue;
		if (errno == EINVAL)
			return n;
		size_t bad = mark_unit(c, in, n, out);
		in += bad;
		n -= bad;
	}
	return 0;
}

/*
 * The held bytes are completed with bytes of the piece, one at a time, until the sequence is whole
 * or bad. Returns how many bytes of the piece were taken.
 */
static size_t finish_held(struct charset *c, struct str bytes, struct buf *out)
{
	size_t taken = 0;
	while (c->nheld && taken < bytes.n) {
		c->held[c->nheld++] = bytes.p[taken++];
		size_t left = convert(c, c->held, c->nheld, out);
		memmove(c->held, c->held + c->nheld - left, left);
		c->nheld = left;
		if (c->nheld == HELD_MAX) /* no encoding has sequences of this length */
			c->nheld -= mark_unit(c, c->held, c->nheld, out);
	}
	return taken;
}

static void convert_own(struct charset *c, struct str bytes, struct buf *out)
{
	for (size_t i = 0; i < bytes.n; i++) {
		char utf8[UTF8_MAX_BYTES];
		unsigned char byte = (unsigned char)bytes.p[i];
		if (byte >= 0x80)
			add_mark(out, byte);
		else
			buf_add(out, utf8,
				utf8_encode(yuscii_behind(c->yuscii, c->last, byte), utf8));
		c->last = byte;
	}
}

void charset_convert(struct charset *c, struct str bytes, struct buf *out)
{
	if (c->own) {
		convert_own(c, bytes, out);
		return;
	}
	bytes = str_from(bytes, finish_held(c, bytes, out));
	size_t left = convert(c, (char *)bytes.p, bytes.n, out);
	while (left > HELD_MAX - 1) {
		size_t bad = mark_unit(c, bytes.p + bytes.n - left, left, out);
		left -= bad;
	}
	if (left)
		memcpy(c->held, bytes.p + bytes.n - left, left);
	if (bytes.n)
		c->nheld = left;
}

void charset_end(struct charset *c, struct buf *out)
{
	for (size_t i = 0; i < c->nheld; i++)
		add_mark(out, (unsigned char)c->held[i]);
	c->nheld = 0;
	if (c->own)
		return;
	buf_reserve(out, OUT_STEP);
	char *to = out->p + out->n;
	size_t room = out->cap - out->n;
	iconv(c->cd, NULL, NULL, &to, &room);
	out->n = (size_t)(to - out->p);
}

void charset_close(struct charset *c)
{
	if (!c)
		return;
	if (!c->own)
		iconv_close(c->cd);
	free(c);
}

struct charset_bom charset_bom(struct str start)
{
	if (str_starts(start, STR("\xEF\xBB\xBF")))
		return (struct charset_bom){3, "UTF-8"};
	if (str_starts(start, STR("\xFF\xFE\0\0")))
		return (struct charset_bom){4, "UTF-32LE"};
	if (str_starts(start, STR("\xFF\xFE")))
		return (struct charset_bom){2, "UTF-16LE"};
	if (str_starts(start, STR("\xFE\xFF")))
		return (struct charset_bom){2, "UTF-16BE"};
	return (struct charset_bom){0, NULL};
}
