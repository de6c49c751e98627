#include "base/utf8.h"
#include "report/mail.h"

enum {
	LINE_BYTES = 57, /* that give the 76 characters a line of base64 may have (RFC 2045, 6.8) */
	WORD_BYTES = 45, /* that give the 75 characters an encoded word may have (RFC 2047, 2) */
};

/* No line of base64 holds an underscore, so none can be taken for it. */
#define BOUNDARY "koop_report_part"

/* What follows the first n bytes, or all there are. */
static struct str behind(struct str s, size_t n)
{
	return str_from(s, n < s.n ? n : s.n);
}

static void add_base64(struct buf *out, struct str bytes)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	for (; bytes.n; bytes = behind(bytes, 3)) {
		unsigned bits = 0;
		for (size_t i = 0; i < 3; i++)
			bits = bits << 8 | (i < bytes.n ? (unsigned char)bytes.p[i] : 0);
		for (size_t i = 0; i < 4; i++)
			buf_putc(out, i <= bytes.n ? digits[bits >> (18 - 6 * i) & 63] : '=');
	}
}

static bool is_plain(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < ' ' || s.p[i] > '~')
			return false;
	return str_find(s, STR("=?")) == s.n;
}

/* As many whole characters as one encoded word takes. */
static size_t word_length(struct str s)
{
	size_t n = 0, len;
	while (n < s.n) {
		utf8_decode(str_from(s, n), &len);
		if (n + len > WORD_BYTES)
			break;
		n += len;
	}
	return n;
}

static void add_subject(struct buf *out, struct str subject)
{
	enum { PLAIN_MAX = 60 };
	buf_puts(out, "Subject: ");
	if (is_plain(subject) && subject.n <= PLAIN_MAX) {
		buf_addstr(out, subject);
		buf_puts(out, "\r\n");
		return;
	}
	for (size_t n; subject.n; subject = str_from(subject, n)) {
		n = word_length(subject);
		buf_puts(out, "=?UTF-8?B?");
		add_base64(out, str_head(subject, n));
		buf_puts(out, n < subject.n ? "?=\r\n " : "?=\r\n");
	}
}

static void add_part(struct buf *out, const char *type, struct str text)
{
	buf_fmt(out,
		"--" BOUNDARY "\r\nContent-Type: %s; charset=UTF-8\r\n"
		"Content-Transfer-Encoding: base64\r\n\r\n",
		type);
	for (; text.n; text = behind(text, LINE_BYTES)) {
		add_base64(out, str_head(text, LINE_BYTES));
		buf_puts(out, "\r\n");
	}
}

void mail_write(struct str subject, struct str text, struct str html, struct buf *out)
{
	add_subject(out, subject);
	buf_puts(out, "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n"
		      " boundary=\"" BOUNDARY "\"\r\n\r\n");
	add_part(out, "text/plain", text);
	add_part(out, "text/html", html);
	buf_puts(out, "--" BOUNDARY "--\r\n");
}
