/*
 * token: what a word of a name says by itself, found once.
 *
 * The names of a register are made of a few words that come again and again. A token is what stands
 * between two blanks of a clean text; as long as it is a word of letters that its neighbours cannot
 * change, its script, its key, its Latin spelling, the languages that have it and the legal forms
 * that it may begin are the same in every name, and are kept. Memory is bounded (about 1 MiB): of
 * tokens with one slot the last stays. A zeroed struct is empty. Not for two threads at once.
 */
#ifndef KOOP_TEXT_TOKEN_H
#define KOOP_TEXT_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"
#include "text/translit.h"

enum { TOKEN_TEXT = 32, TOKEN_KEY = 36, TOKEN_LATIN = 48 };

/* What is asked of every token comes first, so that it is in one line of the cache. */
struct token {
	char text[TOKEN_TEXT];
	uint32_t by_letters, by_words; /* lang_of_letters, lang_of_word */
	uint32_t first[2];             /* legal_first of the keys */
	uint16_t flags;                /* enum letter_flags */
	uint8_t n, n_key[2], n_latin;
	bool plain; /* else its neighbours matter, or it is too long, and nothing else is set */
	bool has_qxyw;
	bool sound;             /* mojibake_mend finds nothing in it, wherever it stands */
	char key[2][TOKEN_KEY]; /* as keys spell it (key_spell): elsewhere, and in Macedonian */
	char latin[TOKEN_LATIN];
	const struct translit_system *system; /* that latin was made by, or NULL */
};

enum { TOKEN_LANG = 16 };

struct tokens {
	struct token *slots;
	struct arena arena;    /* while a token is read */
	char lang[TOKEN_LANG]; /* the last that a system was wanted for */
	uint8_t n_lang;
	const struct translit_system *system; /* that of it, or NULL */
};

enum { TOKEN_ROW = 16 };

/* A name as tokens: plain words in one script, Latin or Cyrillic, and numbers. */
struct token_row {
	struct tokens *tokens;
	struct str text[TOKEN_ROW];
	struct token *token[TOKEN_ROW]; /* NULL for a number, which needs none */
	size_t n;
	unsigned by_letters, by_words, flags; /* of all */
	bool has_qxyw, sound;
};

/* False where a name, which is clean (text_clean), is no such row. A row is good until the next is
 * read. */
bool token_row_read(struct token_row *row, struct tokens *tokens, struct str name);

/* The Latin spelling of the name, which is in Cyrillic, with blanks between the words; empty where
 * the language's system does not have all its letters. `mk_style` is the same in all calls. */
struct str token_row_latin(const struct token_row *row, struct str name, struct str lang,
	struct str mk_style, struct arena *arena);

static inline struct str token_key(const struct token *token, bool macedonian)
{
	return (struct str){token->key[macedonian], token->n_key[macedonian]};
}

void tokens_release(struct tokens *t);

#endif
