#include "base/str.h"

size_t str_index(struct str s, char c)
{
	const char *at = s.n ? memchr(s.p, c, s.n) : NULL;
	return at ? (size_t)(at - s.p) : s.n;
}

size_t str_find(struct str s, struct str needle)
{
	if (needle.n == 0)
		return 0;
	const char *at = s.n ? memmem(s.p, s.n, needle.p, needle.n) : NULL;
	return at ? (size_t)(at - s.p) : s.n;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

struct str str_trim(struct str s)
{
	while (s.n && is_blank(s.p[s.n - 1]))
		s.n--;
	while (s.n && is_blank(s.p[0]))
		s = str_from(s, 1);
	return s;
}

bool str_split(struct str *rest, char sep, struct str *part)
{
	if (!rest->p)
		return false;
	size_t at = str_index(*rest, sep);
	*part = str_head(*rest, at);
	*rest = at < rest->n ? str_from(*rest, at + 1) : (struct str){NULL, 0};
	return true;
}

static char ascii_lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

bool str_eq_ascii_case(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (ascii_lower(a.p[i]) != ascii_lower(b.p[i]))
			return false;
	return true;
}

int str_cmp_qsort(const void *a, const void *b)
{
	return str_cmp(*(const struct str *)a, *(const struct str *)b);
}

static size_t separator_at(struct str s, const struct str *separators, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (str_starts(s, separators[i]))
			return separators[i].n;
	return 0;
}

bool str_cut(struct str *rest, const struct str *separators, size_t n, struct str *part)
{
	size_t i = 0, length = 0;
	if (rest->n == 0)
		return false;
	while (i < rest->n && (length = separator_at(str_from(*rest, i), separators, n)) == 0)
		i++;
	*part = str_head(*rest, i);
	*rest = str_from(*rest, i + length);
	return true;
}
