#include "text/text.h"
#include "text/words.h"

/* What stands for one letter in a fold: itself, or one or two others. */
static const char respelled[256][3] = {['y'] = "i", ['w'] = "v", ['q'] = "k", ['x'] = "ks"};

/* The letters that need more than a look at the letter before: those, and the second ones of pairs.
 */
static const bool is_plain[256] = {['a' ... 'g'] = true,
	['i'] = true,
	['k' ... 'p'] = true,
	['r' ... 'v'] = true,
	['z'] = true};

struct tail {
	char *p;
	size_t n;
	size_t start; /* of the word */
};

/*
 * Adds a letter so that the word never holds one of the pairs that a fold makes one: a doubled
 * letter, or sh zh ch (also of dzh), dj gj kj, ph. What is written is therefore its own fold.
 */
static void push(struct tail *t, char c)
{
	char last = t->n > t->start ? t->p[t->n - 1] : '\0';
	bool letter = c >= 'a' && c <= 'z';
	if (letter && c == last)
		return;
	if (c == 'h' && (last == 's' || last == 'z' || last == 'c'))
		return;
	if (c == 'j' && (last == 'd' || last == 'g' || last == 'k'))
		return;
	if (c == 'h' && last == 'p') {
		t->n--;
		push(t, 'f');
		return;
	}
	t->p[t->n++] = c;
}

/*
 * Words that are left as they are: of up to three letters, because codes are that long (CH is no C,
 * MQ no MK), and what may be a Roman numeral: VII and VIII are two numbers.
 */
static bool is_left(struct str word)
{
	if (word.n <= 3)
		return true;
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] != 'i' && word.p[i] != 'v' && word.p[i] != 'x')
			return false;
	return true;
}

static void fold_word(struct tail *t, struct str word)
{
	t->start = t->n;
	if (is_left(word)) {
		memcpy(t->p + t->n, word.p, word.n);
		t->n += word.n;
		return;
	}
	for (size_t i = 0; i < word.n; i++) {
		unsigned char c = (unsigned char)word.p[i];
		if (is_plain[c]) { /* most letters: nothing but doubling can happen */
			if (t->n == t->start || t->p[t->n - 1] != (char)c)
				t->p[t->n++] = (char)c;
		} else if (respelled[c][0]) {
			for (const char *r = respelled[c]; *r; r++)
				push(t, *r);
		} else {
			push(t, (char)c);
		}
	}
}

struct str text_fold(struct str s, struct arena *arena)
{
	struct words w;
	words_split(&w, s, arena);
	if (w.n == 0)
		return text_lower(text_clean(s, arena), arena);
	/* A letter becomes two at most (x), and every word but the first has a blank before it. */
	struct tail t = {arena_alloc(arena, 2 * w.length + w.n, 1), 0, 0};
	for (size_t i = 0; i < w.n; i++) {
		if (i)
			t.p[t.n++] = ' ';
		fold_word(&t, words_get(&w, i));
	}
	return (struct str){t.p, t.n};
}
