#include "stats/capital.h"
#include "term/country.h"
#include "term/town.h"
#include "vocab/vocab.h"

static bool has_capital(struct str country)
{
	const struct vocab *towns = vocab_table(VOCAB_towns);
	size_t at = vocab_column(towns, "country"), capital = vocab_column(towns, "capital");
	for (size_t row = 0; row < towns->nrows; row++)
		if (vocab_cell(towns, row, capital).n &&
			str_eq(vocab_cell(towns, row, at), country))
			return true;
	return false;
}

static struct str code_of(struct str country)
{
	struct country found;
	return country.n > 2 && country_find(country, STR(""), &found) ? found.code : country;
}

enum capital capital_of(struct str town, struct str country)
{
	struct town found;
	struct str code = code_of(country);
	bool judged = code.n == 0 || has_capital(code);
	if (town.n == 0)
		return CAPITAL_UNKNOWN;
	/* of a country that is no more the capital may be that of another */
	if (town_find(town, judged ? code : STR(""), &found))
		return found.capital ? CAPITAL_YES : CAPITAL_NO;
	return judged ? CAPITAL_NO : CAPITAL_UNKNOWN;
}
