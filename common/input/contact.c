#include <stdint.h>

#include "base/buf.h"
#include "input/contact.h"
#include "record/list.h"

#define NOTHING ((struct str){NULL, 0})

/* What parts two of them. */
struct separators {
	size_t n;
	struct str list[15];
};

static const struct separators between_emails = {
	7, {STR_CONST(";"), STR_CONST(","), STR_CONST("|"), STR_CONST("\n"), STR_CONST(" / "),
            STR_CONST("/"), STR_CONST(" ")}
};

/* Commas, bars and slashes may belong to an address. */
static const struct separators between_urls = {
	4, {STR_CONST(";"), STR_CONST(", "), STR_CONST(" "), STR_CONST("\n")}
};

static const struct separators between_phones = {
	15, {STR_CONST(";"), STR_CONST(","), STR_CONST("|"), STR_CONST("\n"), STR_CONST(" / "),
             STR_CONST(" i "), STR_CONST(" и "), STR_CONST(" dhe "), STR_CONST(" in "),
             STR_CONST(" and "), STR_CONST(" ili "), STR_CONST(" ali "), STR_CONST(" или "),
             STR_CONST(" ose "), STR_CONST(" or ")}
};

static bool next_item(struct str *rest, const struct separators *between, struct str *item)
{
	bool more = str_cut(rest, between->list, between->n, item);
	if (more)
		*item = str_trim(*item);
	return more;
}

/* Words and signs that stand between addresses and are none. */
static bool is_filler(struct str item)
{
	static const struct str fillers[] = {STR_CONST(""), STR_CONST("/"), STR_CONST("|"),
		STR_CONST("i"), STR_CONST("и"), STR_CONST("dhe"), STR_CONST("in"), STR_CONST("and"),
		STR_CONST("&"), STR_CONST("-")};
	for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++)
		if (str_eq(item, fillers[i]))
			return true;
	return false;
}

static void lower(char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] >= 'A' && p[i] <= 'Z')
			p[i] = (char)(p[i] + ('a' - 'A'));
}

static bool is_label(struct str s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		if (c < 0x80 && !isalnum(c) && c != '-' && c != '_')
			return false;
	}
	return s.n > 0 && s.p[0] != '-' && s.p[s.n - 1] != '-';
}

/* Labels with dots between, at least two; the last is no number. */
static bool is_domain(struct str s)
{
	struct str label = {NULL, 0};
	size_t n = 0;
	while (str_split(&s, '.', &label)) {
		if (!is_label(label))
			return false;
		n++;
	}
	return n > 1 && label.n > 1 && (label.p[0] < '0' || label.p[0] > '9');
}

static bool is_mailbox(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] <= ' ' || strchr("()<>[]:;,\\\"@", s.p[i]))
			return false;
	return s.n > 0 && s.p[0] != '.' && s.p[s.n - 1] != '.' && str_find(s, STR("..")) == s.n;
}

/* Wherever it stands, with the blanks around it. */
static struct str replaced(struct str s, struct str from, struct str to, struct arena *arena)
{
	struct buf out = {0};
	size_t at = str_find(s, from);
	if (at == s.n)
		return s;
	for (; at < s.n; at = str_find(s, from)) {
		struct str before = str_head(s, at);
		while (before.n && before.p[before.n - 1] == ' ')
			before.n--;
		buf_addstr(&out, before);
		buf_addstr(&out, to);
		s = str_from(s, at + from.n);
		while (s.n && *s.p == ' ')
			s = str_from(s, 1);
	}
	buf_addstr(&out, s);
	struct str result = arena_str(arena, buf_str(&out));
	buf_release(&out);
	return result;
}

/* "info (at) ruka.rs", as pages hide addresses from robots; "info @ ruka.rs". */
static struct str unhidden(struct str text, struct arena *arena)
{
	static const struct str at[] = {STR_CONST("(at)"), STR_CONST("[at]"), STR_CONST("{at}"),
		STR_CONST("(AT)"), STR_CONST("[AT]"), STR_CONST("(et)"), STR_CONST("(ат)"),
		STR_CONST("[ат]"), STR_CONST("(ет)"), STR_CONST("(@)"), STR_CONST("[@]")};
	static const struct str dot[] = {STR_CONST("(dot)"), STR_CONST("[dot]"), STR_CONST("(DOT)"),
		STR_CONST("(tačka)"), STR_CONST("(точка)"), STR_CONST("(pika)")};
	if (str_index(text, '@') < text.n && str_find(text, STR("(")) == text.n)
		return replaced(text, STR(" @ "), STR("@"), arena);
	for (size_t i = 0; i < sizeof at / sizeof *at; i++)
		text = replaced(text, at[i], STR("@"), arena);
	for (size_t i = 0; i < sizeof dot / sizeof *dot; i++)
		text = replaced(text, dot[i], STR("."), arena);
	return text;
}

static struct str read_email(struct str s, struct arena *arena)
{
	if (str_eq_ascii_case(str_head(s, 7), STR("mailto:")))
		s = str_trim(str_from(s, 7));
	if (s.n > 2 && s.p[0] == '<' && s.p[s.n - 1] == '>')
		s = (struct str){s.p + 1, s.n - 2};
	if (str_ends(s, STR(".")))
		s.n--;
	size_t at = str_index(s, '@');
	if (at == s.n || !is_mailbox(str_head(s, at)) || !is_domain(str_from(s, at + 1)))
		return NOTHING;
	struct str copy = arena_str(arena, s);
	lower((char *)copy.p + at, copy.n - at);
	return copy;
}

/* Letters, digits and dots, none at an edge or beside another; in the domain small letters alone.
 */
/*
 * An automaton over the bytes: letters, digits and single dots before the one @; behind it labels
 * of small letters and digits, the last of two small letters or more.
 */
bool contact_is_plain_email(struct str text)
{
	enum { OTHER, SMALL, CAPITAL, DIGIT, DOT, AT, CLASSES };
	enum {
		WRONG,
		LOCAL_START,
		LOCAL,
		HOST_START, /* of the first label */
		HOST,
		START,  /* of a further label */
		ONE,    /* small letter of it */
		ENDING, /* two of them or more */
		LABEL,  /* with a digit */
		STATES
	};
	static const uint8_t classes[256] = {['a' ... 'z'] = SMALL,
		['A' ... 'Z'] = CAPITAL,
		['0' ... '9'] = DIGIT,
		['.'] = DOT,
		['@'] = AT};
	static const uint8_t next[STATES][CLASSES] = {
		[LOCAL_START] = {[SMALL] = LOCAL,   [CAPITAL] = LOCAL, [DIGIT] = LOCAL            },
		[LOCAL] = {[SMALL] = LOCAL,
				 [CAPITAL] = LOCAL,
				 [DIGIT] = LOCAL,
				 [DOT] = LOCAL_START,
				 [AT] = HOST_START},
		[HOST_START] = {[SMALL] = HOST, [DIGIT] = HOST                 },
		[HOST] = {[SMALL] = HOST,                 [DIGIT] = HOST,    [DOT] = START                               },
		[START] = {[SMALL] = ONE,                 [DIGIT] = LABEL                     },
		[ONE] = {[SMALL] = ENDING,  [DIGIT] = LABEL,   [DOT] = START},
		[ENDING] = {[SMALL] = ENDING,  [DIGIT] = LABEL,   [DOT] = START},
		[LABEL] = {[SMALL] = LABEL,   [DIGIT] = LABEL,   [DOT] = START              },
	};
	unsigned state = LOCAL_START;
	for (size_t i = 0; i < text.n && state != WRONG; i++)
		state = next[state][classes[(unsigned char)text.p[i]]];
	return state == ENDING;
}

static struct str read_url(struct str s, struct arena *arena)
{
	size_t scheme = str_find(s, STR("://"));
	size_t host = scheme < s.n ? scheme + 3 : 0, end = host;
	while (end < s.n && !strchr("/?#:", s.p[end]))
		end++;
	struct str name = str_head(str_from(s, host), end - host);
	bool web = host == 0 || str_eq_ascii_case(str_head(s, 4), STR("http")) ||
	           str_eq_ascii_case(str_head(s, 3), STR("ftp"));
	if (!web || !is_domain(name))
		return NOTHING;
	struct str copy = arena_str(arena, s);
	lower((char *)copy.p, end);
	return copy;
}

/* None twice. */
static struct str strict_list(struct str joined, struct arena *arena)
{
	struct list list = {0};
	struct buf out = {0};
	list_split(&list, joined);
	list_join(&out, &list);
	struct str result = arena_str(arena, buf_str(&out));
	list_release(&list);
	buf_release(&out);
	return result;
}

static bool is_one(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (strchr(" ;,|\n", text.p[i]))
			return false;
	return true;
}

/* All items of a text, each read by `read`; empty when one of them is none. */
static struct str read_all(struct str text, const struct separators *between,
	struct str (*read)(struct str, struct arena *), struct arena *arena)
{
	struct buf joined = {0};
	struct str item;
	bool ok = true;
	if (is_one(text) && (item = read(text, arena)).n)
		return item;
	while (ok && next_item(&text, between, &item)) {
		if (is_filler(item))
			continue;
		item = read(item, arena);
		ok = item.n > 0;
		buf_addstr(&joined, item);
		buf_putc(&joined, ';');
	}
	struct str result = ok ? strict_list(buf_str(&joined), arena) : NOTHING;
	buf_release(&joined);
	return result;
}

struct str contact_email(struct str text, struct arena *arena)
{
	return read_all(unhidden(text, arena), &between_emails, read_email, arena);
}

struct str contact_url(struct str text, struct arena *arena)
{
	return read_all(text, &between_urls, read_url, arena);
}

/* "01/431 31 22 (fax: 01/431 31 23)": what stands in brackets with a word is another number. */
static struct str without_brackets(struct str text, struct arena *arena)
{
	char *p = NULL;
	bool inside = false;
	for (size_t i = 0; i + 1 < text.n; i++) {
		unsigned char next = (unsigned char)text.p[i + 1];
		bool opens = text.p[i] == '(' && (isalpha(next) || next >= 0x80);
		if (!p && !opens)
			continue;
		if (!p)
			p = (char *)arena_str(arena, text).p;
		if (opens)
			p[i] = ';';
		inside |= opens;
		if (inside && text.p[i + 1] == ')') {
			p[i + 1] = ' ';
			inside = false;
		}
	}
	return p ? (struct str){p, text.n} : text;
}

enum telephone contact_phone(
	struct str text, struct str country, struct arena *arena, struct str *numbers)
{
	struct buf joined = {0};
	text = without_brackets(text, arena);
	enum telephone worst = TELEPHONE_OK;
	struct str item, one;
	while (next_item(&text, &between_phones, &item)) {
		if (item.n == 0)
			continue;
		enum telephone t = telephone_read(item, country, arena, &one);
		worst = t > worst ? t : worst;
		if (t != TELEPHONE_OK)
			continue;
		buf_addstr(&joined, one);
		buf_putc(&joined, ';');
	}
	*numbers = strict_list(buf_str(&joined), arena);
	buf_release(&joined);
	return worst == TELEPHONE_OK && numbers->n == 0 ? TELEPHONE_BAD : worst;
}
