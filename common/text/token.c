#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "text/key.h"
#include "text/lang.h"
#include "text/legal.h"
#include "text/token.h"
#include "text/words.h"

enum { SLOTS = 4096 };

static bool set_text(char *to, uint8_t *n, size_t room, struct str s)
{
	if (s.n > room)
		return false;
	memcpy(to, s.p, s.n);
	*n = (uint8_t)s.n;
	return true;
}

static bool set_key(struct token *t, struct str word, bool macedonian, struct arena *arena)
{
	struct str key = key_spell(word, macedonian, arena);
	t->first[macedonian] = legal_first(key);
	return set_text(t->key[macedonian], &t->n_key[macedonian], TOKEN_KEY, key);
}

/*
 * Initials and letterspaced words are joined with their neighbours, Greek is read in one piece, and
 * two scripts are a matter for all of the name; the rest is a word by itself.
 */
static bool is_plain(const struct words *w)
{
	unsigned scripts = w->flags & LETTER_SCRIPTS;
	return w->n == 1 && !w->initials && (scripts == LETTER_LATIN || scripts == LETTER_CYRILLIC);
}

static bool has_qxyw(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (memchr("qxyw", word.p[i], 4))
			return true;
	return false;
}

static bool read(struct token *t, struct arena *arena)
{
	struct words w;
	words_split(&w, token_text(t), arena);
	if (!is_plain(&w))
		return false;
	struct str word = words_get(&w, 0);
	t->flags = (uint16_t)w.flags;
	t->by_letters = lang_of_letters(token_text(t));
	t->by_words = lang_of_word(word, w.word[0].flags);
	t->has_qxyw = has_qxyw(word);
	return set_key(t, word, false, arena) && set_key(t, word, true, arena);
}

struct token *token_of(struct tokens *t, struct str text, bool *fresh)
{
	if (!t->slots)
		t->slots = mem_zero(SLOTS, sizeof *t->slots);
	if (text.n > TOKEN_TEXT)
		return NULL;
	struct token *token = &t->slots[hash_bytes(text) % SLOTS];
	*fresh = !str_eq(token_text(token), text);
	if (*fresh) {
		*token = (struct token){0};
		set_text(token->text, &token->n, TOKEN_TEXT, text);
		token->plain = read(token, &t->arena);
		arena_reset(&t->arena);
	}
	return token;
}

struct str token_latin(struct tokens *t, struct token *token, const struct translit_system *system)
{
	bool foreign;
	if (token->system != system) {
		struct str latin = translit_some(system, token_text(token), &foreign, &t->arena);
		token->system = system;
		if (foreign || !set_text(token->latin, &token->n_latin, TOKEN_LATIN, latin))
			token->n_latin = 0;
		arena_reset(&t->arena);
	}
	return (struct str){token->latin, token->n_latin};
}

void tokens_release(struct tokens *t)
{
	free(t->slots);
	arena_release(&t->arena);
	*t = (struct tokens){0};
}
