#include <stdlib.h>

#include "base/hash.h"
#include "base/mem.h"
#include "text/key.h"
#include "text/lang.h"
#include "text/legal.h"
#include "text/mojibake.h"
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

/* Between blanks, and at either end of a name. */
static bool is_sound(struct str text)
{
	char apart[TOKEN_TEXT + 2];
	memset(apart, ' ', sizeof apart);
	memcpy(apart + 1, text.p, text.n);
	return !mojibake_is_suspect(text) && !mojibake_is_suspect((struct str){apart, text.n + 2});
}

static struct str text_of(const struct token *token)
{
	return (struct str){token->text, token->n};
}

static bool read(struct token *t, struct arena *arena)
{
	struct words w;
	words_split(&w, text_of(t), arena);
	if (!is_plain(&w))
		return false;
	struct str word = words_get(&w, 0);
	t->flags = (uint16_t)w.flags;
	t->by_letters = lang_of_letters(text_of(t));
	t->by_words = lang_of_word(word, w.word[0].flags);
	t->has_qxyw = words_have_qxyw(&w);
	t->sound = is_sound(text_of(t));
	return set_key(t, word, false, arena) && set_key(t, word, true, arena);
}

/* The token of a text; `*fresh` tells that another may just have been lost for it. */
static struct token *token_of(struct tokens *t, struct str text, bool *fresh)
{
	if (!t->slots)
		t->slots = mem_zero(SLOTS, sizeof *t->slots);
	struct token *token = &t->slots[hash_bytes(text) % SLOTS];
	*fresh = !str_eq(text_of(token), text);
	if (*fresh) {
		*token = (struct token){0};
		set_text(token->text, &token->n, TOKEN_TEXT, text);
		token->plain = read(token, &t->arena);
		arena_reset(&t->arena);
	}
	return token;
}

static bool add_token(struct token_row *row, struct str text)
{
	bool fresh;
	if (text.n > TOKEN_TEXT)
		return false;
	struct token *token = token_of(row->tokens, text, &fresh);
	if (!token->plain)
		return false;
	for (size_t i = 0; fresh && i < row->n; i++)
		if (row->token[i] == token) /* it was another one a moment ago */
			return false;
	row->token[row->n] = token;
	row->by_letters &= token->by_letters;
	row->by_words &= token->by_words;
	row->flags |= token->flags;
	row->has_qxyw |= token->has_qxyw;
	row->sound &= token->sound;
	return true;
}

/* The bytes of s up to a blank; *number: only digits. */
static struct str next_text(struct str s, bool *number)
{
	size_t n = 0;
	for (*number = true; n < s.n && s.p[n] != ' '; n++)
		*number &= s.p[n] >= '0' && s.p[n] <= '9';
	return str_head(s, n);
}

bool token_row_read(struct token_row *row, struct tokens *tokens, struct str name)
{
	bool number;
	row->tokens = tokens;
	row->n = 0;
	row->by_letters = row->by_words = ~0u;
	row->flags = 0;
	row->has_qxyw = false;
	row->sound = true;
	for (size_t at = 0; at < name.n; row->n++) {
		struct str text = next_text(str_from(name, at), &number);
		if (row->n == TOKEN_ROW || text.n == 0)
			return false;
		row->text[row->n] = text;
		row->token[row->n] = NULL;
		if (!number && !add_token(row, text))
			return false;
		at += text.n + 1;
	}
	unsigned scripts = row->flags & LETTER_SCRIPTS;
	return scripts == LETTER_LATIN || scripts == LETTER_CYRILLIC;
}

/* translit_for, kept for the last language. */
static const struct translit_system *system_for(
	struct tokens *t, struct str lang, struct str mk_style, struct str name)
{
	if (lang.n == 0 || lang.n > TOKEN_LANG)
		return translit_for(lang, mk_style, name);
	if (!t->system || !str_eq(lang, (struct str){t->lang, t->n_lang})) {
		set_text(t->lang, &t->n_lang, TOKEN_LANG, lang);
		t->system = translit_for(lang, mk_style, name);
	}
	return t->system;
}

/* Empty where the system leaves letters, or the spelling is too long. */
static struct str latin_of(
	struct tokens *t, struct token *token, const struct translit_system *system)
{
	bool foreign;
	if (token->system != system) {
		struct str latin = translit_some(system, text_of(token), &foreign, &t->arena);
		token->system = system;
		if (foreign || !set_text(token->latin, &token->n_latin, TOKEN_LATIN, latin))
			token->n_latin = 0;
		arena_reset(&t->arena);
	}
	return (struct str){token->latin, token->n_latin};
}

struct str token_row_latin(const struct token_row *row, struct str name, struct str lang,
	struct str mk_style, struct arena *arena)
{
	const struct translit_system *system = system_for(row->tokens, lang, mk_style, name);
	char *to = arena_alloc(arena, row->n, TOKEN_LATIN + 1);
	size_t length = 0;
	for (size_t i = 0; i < row->n; i++) {
		struct str latin =
			row->token[i] ? latin_of(row->tokens, row->token[i], system) : row->text[i];
		if (latin.n == 0 || latin.n > TOKEN_LATIN)
			return STR("");
		if (i)
			to[length++] = ' ';
		memcpy(to + length, latin.p, latin.n);
		length += latin.n;
	}
	return (struct str){to, length};
}

void tokens_release(struct tokens *t)
{
	free(t->slots);
	arena_release(&t->arena);
	*t = (struct tokens){0};
}
