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

struct token {
	char text[TOKEN_TEXT];
	char key[2][TOKEN_KEY]; /* as keys spell it (key_spell): elsewhere, and in Macedonian */
	char latin[TOKEN_LATIN];
	const struct translit_system *system; /* that latin was made by, or NULL */
	uint32_t first[2];                    /* legal_first of the keys */
	uint32_t by_letters, by_words;        /* lang_of_letters, lang_of_word */
	uint16_t flags;                       /* enum letter_flags */
	uint8_t n, n_key[2], n_latin;
	bool plain; /* else its neighbours matter, or it is too long, and nothing else is set */
	bool has_qxyw;
};

struct tokens {
	struct token *slots;
	struct arena arena; /* while a token is read */
};

/* The token of a text that is not empty and without blanks, or NULL where it is too long. It is
 * good until the next call; `*fresh` tells that another may just have been lost for it. */
struct token *token_of(struct tokens *t, struct str text, bool *fresh);

/* Its spelling by a system; empty where that leaves letters, or is too long. */
struct str token_latin(struct tokens *t, struct token *token, const struct translit_system *system);

static inline struct str token_text(const struct token *token)
{
	return (struct str){token->text, token->n};
}

static inline struct str token_key(const struct token *token, bool macedonian)
{
	return (struct str){token->key[macedonian], token->n_key[macedonian]};
}

void tokens_release(struct tokens *t);

#endif
