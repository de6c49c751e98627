#include "text/tag.h"

struct str tag_language(struct str tag)
{
	size_t n = 0;
	while (n < tag.n && tag.p[n] != '-' && tag.p[n] != '_')
		n++;
	return str_head(tag, n);
}

static bool is_bcms(struct str language)
{
	static const struct str languages[] = {STR_CONST("sr"), STR_CONST("hr"), STR_CONST("bs"),
		STR_CONST("cnr"), STR_CONST("sh")};
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (str_eq_ascii_case(language, languages[i]))
			return true;
	return false;
}

bool tag_is_latin(struct str tag)
{
	struct str language = tag_language(tag), rest = str_from(tag, language.n);
	if (rest.n && str_eq_ascii_case(str_head(str_from(rest, 1), 4), STR("Cyrl")))
		return false;
	if (rest.n && str_eq_ascii_case(str_head(str_from(rest, 1), 4), STR("Latn")))
		return true;
	return !str_eq_ascii_case(language, STR("sr"));
}

bool tag_shares_words(struct str a, struct str b)
{
	struct str x = tag_language(a), y = tag_language(b);
	return x.n && y.n && (str_eq_ascii_case(x, y) || (is_bcms(x) && is_bcms(y)));
}
