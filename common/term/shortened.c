#include "term/shortened.h"
#include "text/text.h"
#include "text/words.h"

enum { LEAST = 2 };

bool shortened_split(struct str heading, struct shortened *s, struct arena *arena)
{
	struct words w;
	bool any = false;
	words_split(&w, heading, arena);
	*s = (struct shortened){0};
	if (w.n < 2 || w.n > SHORTENED_WORDS)
		return false;
	for (size_t i = 0; i < w.n; i++) {
		s->word[i] = text_fold(words_get(&w, i), arena);
		s->dot[i] = w.word[i].dot && w.word[i].n >= LEAST;
		any |= s->dot[i];
	}
	s->n = w.n;
	return any;
}

static bool stands_for(struct str cut, struct str word)
{
	if (str_starts(word, cut))
		return true;
	return cut.n == LEAST && word.n > LEAST && word.p[0] == cut.p[0] &&
	       memchr(word.p, cut.p[1], word.n);
}

bool shortened_is(const struct shortened *s, struct str form)
{
	struct str word;
	for (size_t i = 0; i < s->n; i++) {
		if (!str_split(&form, ' ', &word))
			return false;
		if (!(s->dot[i] ? stands_for(s->word[i], word) : str_eq(s->word[i], word)))
			return false;
	}
	return form.n == 0;
}
