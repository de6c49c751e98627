#include "base/mem.h"
#include "base/near.h"
#include "term/folded.h"
#include "text/text.h"

enum { STEM_WORD = 4, STEM_LEAST = 4, NEAR_LEAST = 4 };

static void add_form(struct folded *f, uint32_t number)
{
	if (number == f->cap) {
		f->cap = f->cap ? 2 * f->cap : 256;
		f->first = mem_resize(f->first, f->cap, sizeof *f->first);
		f->last = mem_resize(f->last, f->cap, sizeof *f->last);
	}
	f->first[number] = f->last[number] = FOLDED_NONE;
}

void folded_add(struct folded *f, struct str form, uint32_t row)
{
	size_t known = f->forms.n;
	if (form.n == 0)
		return;
	uint32_t number = intern_add(&f->forms, form);
	if (number == known)
		add_form(f, number);
	for (uint32_t i = f->first[number]; i != FOLDED_NONE; i = f->entries[i].next)
		if (f->entries[i].row == row)
			return;
	f->entries = mem_grow(f->entries, f->n, &f->cap_entries, sizeof *f->entries);
	f->entries[f->n] = (struct folded_entry){row, FOLDED_NONE};
	if (f->first[number] == FOLDED_NONE)
		f->first[number] = (uint32_t)f->n;
	else
		f->entries[f->last[number]].next = (uint32_t)f->n;
	f->last[number] = (uint32_t)f->n++;
}

uint32_t folded_find(const struct folded *f, struct str form)
{
	uint32_t number = form.n ? intern_find(&f->forms, form) : INTERN_NONE;
	return number == INTERN_NONE ? FOLDED_NONE : f->first[number];
}

uint32_t folded_find_text(const struct folded *f, struct str text, struct arena *arena)
{
	return folded_find(f, text_fold(text, arena));
}

static bool is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static size_t stem_length(struct str word)
{
	static const struct str endings[] = {STR_CONST("om"), STR_CONST("em"), STR_CONST("oj")};
	if (word.n < STEM_WORD)
		return word.n;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (word.n > STEM_WORD && str_ends(word, endings[i]))
			return word.n - endings[i].n;
	return word.n - (is_vowel(word.p[word.n - 1]) ? 1 : 0);
}

struct str folded_stem(struct str folded, struct arena *arena)
{
	char *p = arena_alloc(arena, folded.n + 1, 1);
	size_t n = 0;
	struct str rest = folded, word;
	while (str_split(&rest, ' ', &word)) {
		size_t length = stem_length(word);
		if (n)
			p[n++] = ' ';
		memcpy(p + n, word.p, length);
		n += length;
	}
	return (struct str){p, n >= STEM_LEAST ? n : 0};
}

uint32_t folded_near(const struct folded *f, struct str folded)
{
	size_t limit = folded.n < 5 ? 1 : 2, best_distance = limit + 1;
	uint32_t best = FOLDED_NONE;
	for (uint32_t i = 0; i < f->forms.n; i++) {
		struct str form = intern_text(&f->forms, i);
		size_t d = form.n < NEAR_LEAST ? limit + 1 : near_distance(folded, form, limit);
		if (d < best_distance) {
			best = i;
			best_distance = d;
		}
	}
	return best;
}
