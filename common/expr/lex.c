#include "base/utf8.h"
#include "expr/lex.h"
#include "record/number.h"

/* Longest first where one begins another. */
static const struct str SIGNS[] = {STR_CONST("!~i"), STR_CONST("!~"), STR_CONST("~i"),
	STR_CONST("~"), STR_CONST("!="), STR_CONST("<="), STR_CONST(">="), STR_CONST("<"),
	STR_CONST(">"), STR_CONST("="), STR_CONST("+"), STR_CONST("-"), STR_CONST("*"),
	STR_CONST("/"), STR_CONST("%"), STR_CONST("("), STR_CONST(")"), STR_CONST(",")};

/* What other languages write, and what is written here. */
static const struct {
	struct str theirs;
	const char *ours;
} FOREIGN[] = {
	{STR_CONST("=="), "="  },
	{STR_CONST("=~"), "~"  },
	{STR_CONST("<>"), "!=" },
	{STR_CONST("&&"), "and"},
	{STR_CONST("||"), "or" },
	{STR_CONST("!"),  "not"},
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c) ||
	       (c & 0x80);
}

static size_t skip_blanks(struct str text, size_t at)
{
	for (; at < text.n; at++) {
		if (text.p[at] == '#')
			while (at + 1 < text.n && text.p[at + 1] != '\n')
				at++;
		else if (!text.p[at] || !strchr(" \t\r\n", text.p[at]))
			break;
	}
	return at;
}

static size_t digits(struct str s, size_t n)
{
	while (n < s.n && is_digit(s.p[n]))
		n++;
	return n;
}

static bool lex_number(struct compiler *c, struct str rest, struct token *t)
{
	size_t n = digits(rest, 0);
	if (n + 1 < rest.n && rest.p[n] == '.' && is_digit(rest.p[n + 1]))
		n = digits(rest, n + 1);
	if (n < rest.n && (rest.p[n] == 'e' || rest.p[n] == 'E')) {
		size_t sign = n + 1 < rest.n && (rest.p[n + 1] == '-' || rest.p[n + 1] == '+');
		if (digits(rest, n + 1 + sign) > n + 1 + sign)
			n = digits(rest, n + 1 + sign);
	}
	t->kind = TOKEN_NUMBER;
	t->source = str_head(rest, n);
	if ((n < rest.n && (is_name(rest.p[n]) || rest.p[n] == '.')) ||
		!number_parse(t->source, &t->number)) {
		while (n < rest.n && (is_name(rest.p[n]) || rest.p[n] == '.'))
			n++;
		return compile_error(
			c, t->at, "malformed number '" STR_FMT "'", STR_ARG(str_head(rest, n)));
	}
	return true;
}

/* The character that a backslash before `c` means; NUL where the backslash stands for itself. */
static char escape(char c)
{
	switch (c) {
	case 't': return '\t';
	case 'n': return '\n';
	case 'r': return '\r';
	case '\\':
	case '"':
	case '\'': return c;
	default: return '\0';
	}
}

/* A backslash before any other character stays, so that patterns need no doubled ones: "\.org$". */
static bool lex_text(struct compiler *c, struct str rest, struct token *t)
{
	char quote = rest.p[0], *out = arena_alloc(c->arena, rest.n, 1);
	size_t n = 0, i = 1;
	for (; i < rest.n && rest.p[i] != quote; i++) {
		char meant = rest.p[i] == '\\' && i + 1 < rest.n ? escape(rest.p[i + 1]) : '\0';
		i += meant != '\0';
		out[n++] = meant ? meant : rest.p[i];
	}
	if (i >= rest.n)
		return compile_error(c, t->at, "text without its closing %c", quote);
	t->kind = TOKEN_TEXT;
	t->source = str_head(rest, i + 1);
	t->text = (struct str){out, n};
	return true;
}

static bool lex_column(struct compiler *c, struct str rest, struct token *t)
{
	struct str name = str_from(rest, 1);
	size_t end = str_index(name, '`');
	if (end == name.n)
		return compile_error(c, t->at, "column name without its closing backquote");
	t->kind = TOKEN_COLUMN;
	t->text = str_head(name, end);
	t->source = str_head(rest, end + 2);
	return true;
}

static bool lex_name(struct str rest, struct token *t)
{
	size_t n = 0;
	while (n < rest.n && is_name(rest.p[n]))
		n++;
	t->kind = TOKEN_NAME;
	t->text = t->source = str_head(rest, n);
	return true;
}

/* "~i" is a sign only where no word goes on: in "a ~if(" it would not be. */
static bool is_sign_here(struct str rest, struct str sign)
{
	return str_starts(rest, sign) &&
	       (sign.p[sign.n - 1] != 'i' || sign.n == rest.n || !is_name(rest.p[sign.n]));
}

static bool lex_sign(struct compiler *c, struct str rest, struct token *t)
{
	size_t len;
	for (size_t i = 0; i < sizeof FOREIGN / sizeof *FOREIGN; i++)
		if (str_starts(rest, FOREIGN[i].theirs) && !str_starts(rest, STR("!=")) &&
			!str_starts(rest, STR("!~")))
			return compile_error(c, t->at,
				"unknown operator '" STR_FMT "' (did you mean '%s'?)",
				STR_ARG(FOREIGN[i].theirs), FOREIGN[i].ours);
	t->kind = TOKEN_SIGN;
	for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
		if (is_sign_here(rest, SIGNS[i])) {
			t->text = t->source = SIGNS[i];
			return true;
		}
	utf8_decode(rest, &len);
	return compile_error(
		c, t->at, "unknown character '" STR_FMT "'", STR_ARG(str_head(rest, len)));
}

bool lex(struct compiler *c, size_t at, struct token *t)
{
	*t = (struct token){.at = skip_blanks(c->text, at)};
	struct str rest = str_from(c->text, t->at);
	if (t->at >= c->text.n)
		return true;
	char first = rest.p[0];
	if (is_digit(first) || (first == '.' && rest.n > 1 && is_digit(rest.p[1])))
		return lex_number(c, rest, t);
	if (first == '"' || first == '\'')
		return lex_text(c, rest, t);
	if (first == '`')
		return lex_column(c, rest, t);
	return is_name(first) ? lex_name(rest, t) : lex_sign(c, rest, t);
}
