#include <pthread.h>
#include <stdlib.h>

#include "base/diag.h"
#include "vocab/override.h"
#include "vocab/vocab.h"

#include "alphabets.inc"
#include "columns.inc"
#include "countries.inc"
#include "country_hints.inc"
#include "country_tiles.inc"
#include "currencies.inc"
#include "date_words.inc"
#include "digraph_exceptions.inc"
#include "fields.inc"
#include "headers.inc"
#include "homoglyphs.inc"
#include "legal_forms.inc"
#include "months.inc"
#include "orgwords.inc"
#include "quotes.inc"
#include "towns.inc"
#include "translit.inc"
#include "words.inc"

#define VOCAB(name, key) {#name, key, name##_text, name##_cells, name##_COLS, name##_ROWS},
static struct vocab tables[VOCAB_COUNT] = {
#include "vocab/tables.def"
};
#undef VOCAB

/* Once for the process: after it the tables are only read. */
static void tables_override(void)
{
	const char *folder = getenv("KOOP_VOCAB");
	if (folder && *folder)
		vocab_override(tables, VOCAB_COUNT, folder);
}

const struct vocab *vocab_table(enum vocab_id id)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, tables_override);
	return &tables[id];
}

size_t vocab_column(const struct vocab *v, const char *name)
{
	for (size_t i = 0; i < v->ncols; i++)
		if (str_eq(vocab_header(v, i), str_of(name)))
			return i;
	diex("vocabulary '%s' has no column '%s'", v->name, name);
}
