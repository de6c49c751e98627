#include <string.h>

#include "base/utf8.h"
#include "input/biff.h"

/* The stream is read by blocks, since most records have a few bytes. */
static bool read_stream(struct biff *b, size_t at, void *to, size_t n)
{
	size_t done = 0;
	while (done < n) {
		if (at < b->block_at || at >= b->block_at + b->block_n) {
			ssize_t got = compound_read(b->file, at, b->block, sizeof b->block);
			b->block_at = at;
			b->block_n = got > 0 ? (size_t)got : 0;
			if (got <= 0)
				return false;
		}
		size_t left = b->block_at + b->block_n - at, most = n - done;
		most = most < left ? most : left;
		memcpy((char *)to + done, b->block + (at - b->block_at), most);
		done += most;
		at += most;
	}
	return true;
}

bool biff_next(struct biff *b)
{
	unsigned char head[4];
	if (!read_stream(b, b->at, head, sizeof head))
		return false;
	b->type = (unsigned)head[0] | (unsigned)head[1] << 8;
	b->n = (size_t)head[2] | (size_t)head[3] << 8;
	b->read = 0;
	if (!read_stream(b, b->at + sizeof head, b->data, b->n)) {
		b->cut = true;
		return false;
	}
	b->at += sizeof head + b->n;
	return true;
}

/* Goes on in the record that continues this one; false when there is none. */
static bool go_on(struct biff *b)
{
	unsigned char type[2];
	if (!read_stream(b, b->at, type, sizeof type) || type[0] != BIFF_CONTINUE || type[1])
		return false;
	return biff_next(b);
}

bool biff_bytes(struct biff *b, void *to, size_t n)
{
	size_t done = 0;
	while (done < n) {
		size_t left = b->n - b->read, most = n - done < left ? n - done : left;
		if (most == 0 && !go_on(b)) {
			b->cut = true;
			if (to)
				memset((char *)to + done, 0, n - done);
			return false;
		}
		if (to && most)
			memcpy((char *)to + done, b->data + b->read, most);
		b->read += most;
		done += most;
	}
	return true;
}

uint32_t biff_16(struct biff *b)
{
	unsigned char p[2];
	biff_bytes(b, p, sizeof p);
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

uint32_t biff_32(struct biff *b)
{
	uint32_t low = biff_16(b);
	return low | biff_16(b) << 16;
}

static double double_of(uint64_t bits)
{
	double number;
	memcpy(&number, &bits, sizeof number);
	return number;
}

double biff_double(struct biff *b)
{
	uint64_t low = biff_32(b);
	return double_of(low | (uint64_t)biff_32(b) << 32);
}

double biff_short_number(struct biff *b)
{
	enum { HUNDREDTHS = 1, INTEGER = 2 };
	uint32_t bits = biff_32(b);
	double number = bits & INTEGER ? (double)((int32_t)bits >> 2)
	                               : double_of((uint64_t)(bits & ~3u) << 32);
	return bits & HUNDREDTHS ? number / 100 : number;
}

static void add_short_text(struct biff *b, size_t n, struct buf *to)
{
	char bytes[256];
	while (n) {
		size_t most = n < sizeof bytes ? n : sizeof bytes;
		if (!biff_bytes(b, bytes, most))
			return;
		if (b->charset)
			charset_convert(b->charset, (struct str){bytes, most}, to);
		else
			buf_add(to, bytes, most);
		n -= most;
	}
	if (b->charset)
		charset_end(b->charset, to);
}

/* A unit of UTF-16; *high is the first of a pair, or 0. What is no pair is written as it is, which
 * is no UTF-8, and found to be bad. */
static void add_unit(struct buf *to, uint32_t unit, uint32_t *high)
{
	char out[UTF8_MAX_BYTES];
	bool low = unit >= 0xDC00 && unit <= 0xDFFF;
	uint32_t cp = *high && low ? 0x10000 + ((*high - 0xD800) << 10) + (unit - 0xDC00) : unit;
	if (*high && !low)
		buf_putc(to, (char)0xFF);
	*high = 0;
	if (unit >= 0xD800 && unit <= 0xDBFF)
		*high = unit;
	else if (cp >= 0xDC00 && cp <= 0xDFFF)
		buf_putc(to, (char)0xFF);
	else
		buf_add(to, out, utf8_encode(cp, out));
}

/* A continuing record says anew whether its units are whole. */
static void add_units(struct biff *b, size_t n, bool wide, struct buf *to)
{
	uint32_t high = 0;
	for (; n; n--) {
		unsigned char unit[2] = {0};
		if (b->read == b->n) {
			if (!go_on(b) || !biff_bytes(b, unit, 1)) {
				b->cut = true;
				return;
			}
			wide = unit[0] & 1;
			unit[0] = 0;
		}
		if (!biff_bytes(b, unit, wide ? 2 : 1))
			return;
		add_unit(to, (uint32_t)unit[0] | (uint32_t)unit[1] << 8, &high);
	}
	if (high)
		buf_putc(to, (char)0xFF);
}

void biff_text(struct biff *b, unsigned width, struct buf *to)
{
	enum { WIDE = 1, PHONETIC = 4, RICH = 8, RUN = 4 };
	unsigned char byte = 0;
	size_t n, runs = 0, phonetic = 0;
	if (width == 1)
		biff_bytes(b, &byte, 1);
	n = width == 1 ? byte : biff_16(b);
	if (b->short_text) {
		add_short_text(b, n, to);
		return;
	}
	if (b->n == b->read && n == 0)
		return; /* some leave the flags out */
	biff_bytes(b, &byte, 1);
	if (byte & RICH)
		runs = biff_16(b);
	if (byte & PHONETIC)
		phonetic = biff_32(b);
	add_units(b, n, byte & WIDE, to);
	biff_bytes(b, NULL, runs * RUN);
	biff_bytes(b, NULL, phonetic);
}
