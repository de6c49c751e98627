#include <stdint.h>
#include <utf8proc.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "output/width.h"

enum { CP_VARIATION_EMOJI = 0xfe0f };

static size_t codepoint_columns(uint32_t cp)
{
	int w = utf8proc_charwidth((utf8proc_int32_t)cp);
	return w > 0 ? (size_t)w : 0;
}

struct str cluster_next(struct str *rest, size_t *columns)
{
	utf8proc_int32_t state = 0;
	size_t n, len;
	uint32_t cp = utf8_decode(*rest, &n), next;
	*columns = codepoint_columns(cp);
	for (; n < rest->n; n += len, cp = next) {
		next = utf8_decode(str_from(*rest, n), &len);
		if (utf8proc_grapheme_break_stateful(
			    (utf8proc_int32_t)cp, (utf8proc_int32_t)next, &state))
			break;
		*columns += codepoint_columns(next);
		if (next == CP_VARIATION_EMOJI || *columns > 2)
			*columns = 2;
	}
	struct str cluster = str_head(*rest, n);
	*rest = str_from(*rest, n);
	return cluster;
}

static bool is_plain_ascii(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < 0x20 || s.p[i] > 0x7e)
			return false;
	return true;
}

size_t text_width(struct str s)
{
	size_t sum = 0, columns;
	if (is_plain_ascii(s))
		return s.n;
	while (s.n) {
		cluster_next(&s, &columns);
		sum += columns;
	}
	return sum;
}

struct str text_fit(struct str s, size_t columns, size_t *taken)
{
	struct str rest = s;
	size_t n = 0, one;
	*taken = 0;
	while (rest.n) {
		struct str cluster = cluster_next(&rest, &one);
		if (one > columns - *taken)
			break;
		*taken += one;
		n += cluster.n;
	}
	return str_head(s, n);
}

static bool turns_direction(uint32_t cp)
{
	return (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069) || cp == 0x200e ||
	       cp == 0x200f || cp == 0x061c;
}

static bool is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || cp == 0x2028 || cp == 0x2029 ||
	       cp == 0xfeff || turns_direction(cp);
}

static void add_shown(struct buf *out, uint32_t cp)
{
	switch (cp) {
	case '\n': buf_puts(out, "\\n"); break;
	case '\r': buf_puts(out, "\\r"); break;
	case '\t': buf_puts(out, "\\t"); break;
	default: buf_fmt(out, "\\u{%x}", cp);
	}
}

struct str text_shown(struct str s, struct arena *arena)
{
	struct buf out = {0};
	size_t len, plain = 0;
	if (is_plain_ascii(s))
		return s;
	for (size_t i = 0; i < s.n; i += len) {
		uint32_t cp = utf8_decode(str_from(s, i), &len);
		bool bad = cp == 0xfffd && len == 1;
		if (!bad && !is_control(cp))
			continue;
		buf_add(&out, s.p + plain, i - plain);
		if (bad)
			buf_puts(&out, "\xef\xbf\xbd");
		else
			add_shown(&out, cp);
		plain = i + len;
	}
	if (!plain)
		return s;
	buf_add(&out, s.p + plain, s.n - plain);
	s = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return s;
}

bool text_is_rtl(struct str s)
{
	size_t len;
	if (is_plain_ascii(s))
		return false;
	for (size_t i = 0; i < s.n; i += len) {
		uint32_t cp = utf8_decode(str_from(s, i), &len);
		utf8proc_propval_t dir = utf8proc_get_property((utf8proc_int32_t)cp)->bidi_class;
		if (dir == UTF8PROC_BIDI_CLASS_R || dir == UTF8PROC_BIDI_CLASS_AL ||
			turns_direction(cp))
			return true;
	}
	return false;
}
