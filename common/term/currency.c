#include <pthread.h>

#include "term/currency.h"
#include "term/folded.h"
#include "text/text.h"
#include "vocab/vocab.h"

static struct {
	const struct vocab *rows;
	size_t code;
	struct folded forms;
} currencies;

static void make_index(void)
{
	struct arena arena = {0};
	currencies.rows = vocab_table(VOCAB_currencies);
	currencies.code = vocab_column(currencies.rows, "code");
	size_t form = vocab_column(currencies.rows, "form");
	for (uint32_t row = 0; row < currencies.rows->nrows; row++)
		folded_add(&currencies.forms,
			text_fold(vocab_cell(currencies.rows, row, form), &arena), row);
	arena_release(&arena);
}

struct str currency_find(struct str text)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	struct arena arena = {0};
	pthread_once(&once, make_index);
	uint32_t entry = folded_find_text(&currencies.forms, str_trim(text), &arena);
	arena_release(&arena);
	if (entry == FOLDED_NONE)
		return (struct str){NULL, 0};
	return vocab_cell(currencies.rows, currencies.forms.entries[entry].row, currencies.code);
}
