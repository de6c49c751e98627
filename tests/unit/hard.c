/*
 * hard: more cases of what people write, one a line in tests/cases/hard, all of which must come out
 * right. An empty answer means that none may be given.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "check.h"
#include "date/dateread.h"
#define ORACLE_FLOOR 100
#include "oracle.h"
#include "term/country.h"
#include "term/field.h"
#include "term/heading.h"
#include "text/homoglyph.h"
#include "text/key.h"
#include "text/mojibake.h"
#include "text/script.h"
#include "text/text.h"
#include "text/translit.h"

static struct arena arena;

static struct str answer_date(const struct str *cells)
{
	struct str edtf = {NULL, 0};
	return date_read(cells[0], STR(""), &arena, &edtf) == DATEREAD_OK ? edtf : STR("");
}

static struct str answer_country(const struct str *cells)
{
	struct country c;
	return country_find(cells[0], STR(""), &c) ? c.code : STR("");
}

static struct str answer_field(const struct str *cells)
{
	struct buf codes = {0};
	struct str unknown;
	size_t n = field_read(cells[0], &codes, &unknown, &arena);
	struct str got = n ? STR("") : arena_str(&arena, buf_str(&codes));
	buf_release(&codes);
	return got;
}

static struct str answer_heading(const struct str *cells)
{
	return heading_find(cells[0], STR("member"));
}

static struct str answer_homoglyph(const struct str *cells)
{
	enum homoglyph what;
	return homoglyph_mend(cells[0], &what, &arena);
}

static struct str answer_mojibake(const struct str *cells)
{
	struct mojibake what;
	return mojibake_mend(cells[0], &what, &arena);
}

static struct str answer_translit(const struct str *cells)
{
	return translit_latin_style(cells[0], cells[2], STR(""), &arena);
}

static struct str answer_system(const struct str *cells)
{
	if (str_eq(cells[2], STR("sr-Cyrl")))
		return translit_cyrillic(cells[0], &arena);
	return translit(translit_find(cells[2]), cells[0], &arena);
}

static struct str key_of(const struct str *cells, int cell)
{
	return name_key(text_clean(cells[cell], &arena), STR(""), cells[2], &arena);
}

static struct str answer_equal(const struct str *cells)
{
	struct str key = key_of(cells, 0);
	return str_eq(key, key_of(cells, 1)) ? cells[1] : key;
}

static struct str answer_different(const struct str *cells)
{
	struct str key = key_of(cells, 0);
	return str_eq(key, key_of(cells, 1)) ? key : cells[1];
}

static struct str answer_legal(const struct str *cells)
{
	return name_legal_form(cells[0], STR(""), cells[2]);
}

static struct str answer_language(const struct str *cells)
{
	struct str lang = name_lang(cells[0]), script = script_code(script_of(cells[0]));
	return arena_fmt(&arena, STR_FMT " " STR_FMT, STR_ARG(lang), STR_ARG(script));
}

int main(void)
{
	oracle_score("../hard/dates", answer_date);
	oracle_score("../hard/countries", answer_country);
	oracle_score("../hard/fields", answer_field);
	oracle_score("../hard/headers", answer_heading);
	oracle_score("../hard/homoglyphs", answer_homoglyph);
	oracle_score("../hard/mojibake", answer_mojibake);
	oracle_score("../hard/keys-equal", answer_equal);
	oracle_score("../hard/keys-different", answer_different);
	oracle_score("../hard/legal", answer_legal);
	oracle_score("../hard/languages", answer_language);
	oracle_score("../hard/systems", answer_system);
	oracle_score("../hard/translit", answer_translit);
	arena_release(&arena);
	return check_summary("hard");
}
