#include <stdbool.h>
#include <stdint.h>

#include "base/utf8.h"
#include "output/markup.h"

size_t control_at(struct str s, size_t i)
{
	unsigned char c = (unsigned char)s.p[i];
	if (c < 0x20 || c == 0x7f)
		return 1;
	return c == 0xc2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xa0 ? 2 : 0;
}

/* What stands for a character, or NULL where it stands for itself. */
static const char *entity(uint32_t cp, bool valid)
{
	switch (cp) {
	case '&': return "&amp;";
	case '<': return "&lt;";
	case '>': return "&gt;";
	case '"': return "&quot;";
	case '\'': return "&#39;";
	case '\t':
	case '\n': return NULL;
	case '\r': return "&#13;";
	default: break;
	}
	bool forbidden = cp < 0x20 || (cp >= 0x7f && cp < 0xa0) || (cp & 0xfffe) == 0xfffe;
	return forbidden || !valid ? REPLACEMENT : NULL;
}

static void put(struct buf *out, struct str s, bool breaks)
{
	size_t len, plain = 0;
	for (size_t i = 0; i < s.n; i += len) {
		uint32_t cp = utf8_decode(str_from(s, i), &len);
		const char *instead = entity(cp, cp != 0xfffd || len > 1);
		if (breaks && cp == '\r')
			instead = i + 1 < s.n && s.p[i + 1] == '\n' ? "" : "<br>";
		if (breaks && cp == '\n')
			instead = "<br>";
		if (!instead)
			continue;
		buf_add(out, s.p + plain, i - plain);
		buf_puts(out, instead);
		plain = i + len;
	}
	if (s.n)
		buf_add(out, s.p + plain, s.n - plain);
}

void markup_text(struct buf *out, struct str s)
{
	put(out, s, false);
}

void markup_lines(struct buf *out, struct str s)
{
	put(out, s, true);
}
