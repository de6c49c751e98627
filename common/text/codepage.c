#include <iconv.h>
#include <string.h>

#include "base/str.h"
#include "base/utf8.h"
#include "text/codepage.h"

static uint32_t first_of(iconv_t cd, unsigned char byte)
{
	char in = (char)byte, out[8], *from = &in, *to = out;
	size_t nin = 1, nout = sizeof out, len;
	iconv(cd, NULL, NULL, NULL, NULL);
	if (iconv(cd, &from, &nin, &to, &nout) == (size_t)-1 || nin || nout == sizeof out)
		return CODEPAGE_UNDEFINED;
	return utf8_decode((struct str){out, sizeof out - nout}, &len);
}

static void make_bytes(struct codepage *page)
{
	memset(page->byte, 0, sizeof page->byte);
	for (int b = 0x80; b < CODEPAGE_BYTES; b++) {
		uint32_t cp = codepage_character(page, (uint8_t)b);
		if (cp < CODEPAGE_END_CP)
			page->byte[cp] = (uint8_t)b;
	}
}

bool codepage_load(struct codepage *page, const char *name)
{
	iconv_t cd = iconv_open("UTF-8", name);
	if (cd == (iconv_t)-1)
		return false;
	for (int b = 0; b < CODEPAGE_BYTES; b++)
		page->cp[b] = first_of(cd, (unsigned char)b);
	iconv_close(cd);
	make_bytes(page);
	return true;
}
