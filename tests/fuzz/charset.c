/*
 * Bytes in an encoding of the region, or a hard one, delivered in pieces: the text is the same as
 * in one piece; without the marks it is UTF-8; and with one byte a letter, text and marks together
 * tell every byte of the input.
 */
#include <stdlib.h>

#include "base/utf8.h"
#include "input/charset.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
	if (!holds)
		abort();
}

static struct buf convert(const char *name, struct str bytes, size_t step)
{
	struct buf text = {0};
	struct charset *c = charset_open(name);
	require(c != NULL);
	while (bytes.n) {
		struct str piece = str_head(bytes, step ? step : bytes.n);
		charset_convert(c, piece, &text);
		bytes = str_from(bytes, piece.n);
	}
	charset_end(c, &text);
	charset_close(c);
	return text;
}

/* How many letters and marks the text has. */
static size_t count_units(struct str text)
{
	size_t units = 0, len;
	for (; text.n; text = str_from(text, len), units++) {
		if ((unsigned char)text.p[0] == CHARSET_MARK) {
			require(text.n >= CHARSET_MARK_BYTES);
			len = CHARSET_MARK_BYTES;
			continue;
		}
		utf8_decode(text, &len);
		require(utf8_valid(str_head(text, len)));
	}
	return units;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const names[] = {"windows-1250", "windows-1251", "ISO-8859-2", "CP852",
		"YUSCII-CYRILLIC", "UTF-16LE", "UTF-16BE", "SHIFT_JIS"};
	enum { NAMES = sizeof names / sizeof *names, ONE_BYTE = 5 };
	if (size < 2)
		return 0;
	size_t which = data[0] % NAMES;
	struct str bytes = {(const char *)data + 2, size - 2};
	struct buf whole = convert(names[which], bytes, 0);
	struct buf pieces = convert(names[which], bytes, data[1]);
	require(str_eq(buf_str(&whole), buf_str(&pieces)));
	size_t units = count_units(buf_str(&whole));
	require(which >= ONE_BYTE || units == bytes.n);
	buf_release(&whole);
	buf_release(&pieces);
	return 0;
}
