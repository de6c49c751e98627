#include <pthread.h>

#include "base/mem.h"
#include "text/key.h"
#include "text/words.h"
#include "vocab/vocab.h"

/* The stems, as plain words, in which d and j are two letters. Made once. */
static struct str *stems;
static size_t n_stems, cap_stems;
static struct arena stem_arena;

static void make(void)
{
	const struct vocab *v = vocab_table(VOCAB_digraph_exceptions);
	size_t c_digraph = vocab_column(v, "digraph"), c_stem = vocab_column(v, "stem");
	for (size_t row = 0; row < v->nrows; row++) {
		struct words w;
		if (!str_eq(vocab_cell(v, row, c_digraph), STR("dj")))
			continue;
		words_split(&w, vocab_cell(v, row, c_stem), &stem_arena);
		if (w.n != 1)
			continue;
		stems = mem_grow(stems, n_stems, &cap_stems, sizeof *stems);
		stems[n_stems++] = arena_str(&stem_arena, words_get(&w, 0));
	}
}

/* Whether the word begins with a stem whose dj is the one at `at`. */
static bool has_stem(struct str word, size_t at)
{
	for (size_t i = 0; i < n_stems; i++)
		if (str_starts(word, stems[i]) && at == str_find(stems[i], STR("dj")))
			return true;
	return false;
}

static bool is_d_and_j(struct str word, size_t at)
{
	static const struct str prefixes[] = {STR_CONST(""), STR_CONST("ne"), STR_CONST("naj")};
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, make);
	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
		if (at >= prefixes[i].n && str_starts(word, prefixes[i]) &&
			has_stem(str_from(word, prefixes[i].n), at - prefixes[i].n))
			return true;
	return word.n == 2; /* a DJ */
}

/* The h of a pair that plain ASCII writes for one letter. */
static bool is_ascii_h(struct str word, size_t i)
{
	return i && word.p[i] == 'h' && memchr("szc", word.p[i - 1], 3);
}

static bool may_change(struct str word, bool macedonian)
{
	const char *end = word.p + word.n, *j = word.p;
	while ((j = memchr(j, 'j', (size_t)(end - j))))
		if (j++ > word.p && j[-2] == 'd')
			return true;
	for (size_t i = 1; macedonian && i < word.n; i++)
		if (is_ascii_h(word, i))
			return true;
	return false;
}

struct str key_spell(struct str word, bool macedonian, struct arena *arena)
{
	if (!may_change(word, macedonian))
		return word;
	char *out = arena_alloc(arena, word.n, 1);
	size_t n = 0;
	for (size_t i = 0; i < word.n; i++) {
		bool dj = i && word.p[i] == 'j' && word.p[i - 1] == 'd';
		if ((dj && !is_d_and_j(word, i - 1)) || (macedonian && is_ascii_h(word, i)))
			continue;
		out[n++] = word.p[i];
	}
	return (struct str){out, n};
}
