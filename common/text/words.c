#include "base/utf8.h"
#include "text/letters.h"
#include "text/translit.h"
#include "text/words.h"

/* The word being read. */
struct state {
	const struct letter *table;
	struct word word;
	unsigned gap; /* what stood since the word before: GAP_* */
	bool open;    /* a word is being read */
};

enum { GAP_NONE, GAP_DOT, GAP_BLANK, GAP_OTHER };

static void room_for_text(struct words *w, size_t more)
{
	if (more <= w->room_text - w->length)
		return;
	size_t room = 2 * w->room_text + more;
	char *p = arena_alloc(w->arena, room, 1);
	memcpy(p, w->text, w->length);
	w->text = p;
	w->room_text = room;
}

static void add_word(struct words *w, struct word word)
{
	if (w->n == w->room_words) {
		struct word *p = arena_alloc(w->arena, 2 * w->room_words, sizeof *p);
		memcpy(p, w->word, w->n * sizeof *p);
		w->word = p;
		w->room_words *= 2;
	}
	w->word[w->n++] = word;
}

static void close_word(struct words *w, struct state *s)
{
	if (!s->open)
		return;
	s->open = false;
	s->word.n = (uint32_t)(w->length - s->word.at);
	w->flags |= s->word.flags;
	if (s->word.n)
		add_word(w, s->word);
	s->gap = GAP_NONE;
}

static void open_word(struct words *w, struct state *s)
{
	s->open = true;
	s->word = (struct word){.at = (uint32_t)w->length,
		.glued = s->gap == GAP_DOT,
		.spaced = s->gap == GAP_BLANK};
}

static void add_letters(
	struct words *w, struct state *s, const struct letter *l, const char *p, size_t n)
{
	if (!s->open)
		open_word(w, s);
	s->word.flags |= l->flags;
	room_for_text(w, n);
	memcpy(w->text + w->length, p, n);
	w->length += n;
}

/* A circumflex over l, n and d makes lj, nj and dž of ISO 9; elsewhere it is a diacritic like
 * others. */
static void add_circumflex(struct words *w, const struct state *s)
{
	if (!s->open || w->length == s->word.at)
		return;
	char base = w->text[w->length - 1];
	if (base != 'l' && base != 'n' && base != 'd')
		return;
	room_for_text(w, 1);
	w->text[w->length++] = base == 'd' ? 'z' : 'j';
}

static void add_gap(struct words *w, struct state *s, enum letter_class class)
{
	unsigned gap = class == LETTER_DOT     ? GAP_DOT
	               : class == LETTER_BLANK ? GAP_BLANK
	                                       : GAP_OTHER;
	if (s->open) {
		close_word(w, s);
		if (w->n)
			w->word[w->n - 1].dot = class == LETTER_DOT;
	} else if (s->gap == GAP_DOT && gap == GAP_BLANK) {
		/* "P. E. N.": the blank after a dot counts as the blank */
	} else {
		gap = GAP_OTHER;
	}
	s->gap = gap;
}

static void add_code_point(struct words *w, struct state *s, uint32_t cp)
{
	char out[LETTER_LONG];
	size_t at = letters_index(cp), n;
	struct letter slow;
	const struct letter *l = &s->table[at];
	const char *p = l->s;
	if (at == LETTERS_COUNT) {
		slow = letters_slow(s->table, cp, out, &n);
		l = &slow;
		p = out;
	} else {
		n = l->n;
	}
	if (l->class == LETTER_WORD)
		add_letters(w, s, l, p, n);
	else if (l->class == LETTER_CIRCUMFLEX)
		add_circumflex(w, s);
	else if (l->class != LETTER_VANISH)
		add_gap(w, s, l->class);
}

/* One pass; false when Greek letters were met, whose spelling needs more than letter by letter. */
static bool split(struct words *w, struct str text)
{
	struct state s = {.table = letters_table(), .gap = GAP_OTHER};
	w->n = 0;
	w->length = 0;
	w->flags = 0;
	for (size_t i = 0; i < text.n;) {
		unsigned char c = (unsigned char)text.p[i];
		size_t len = 1;
		uint32_t cp = c;
		if (c >= 0xC2 && c < 0xE0 && i + 1 < text.n) {
			cp = (c & 0x1Fu) << 6 | ((unsigned char)text.p[i + 1] & 0x3Fu);
			len = 2;
		} else if (c >= 0x80) {
			cp = utf8_decode(str_from(text, i), &len);
		}
		add_code_point(w, &s, cp);
		i += len;
	}
	close_word(w, &s);
	return !(w->flags & LETTER_GREEK);
}

static bool is_initial(struct str s)
{
	static const char pairs[][3] = {
		"lj", "nj", "dz", "gj", "kj", "sh", "zh", "ch", "xh", "th", "dh"};
	if (s.n == 1)
		return s.p[0] >= 'a' && s.p[0] <= 'z';
	for (size_t i = 0; s.n == 2 && i < sizeof pairs / sizeof *pairs; i++)
		if (memcmp(s.p, pairs[i], 2) == 0)
			return true;
	return false;
}

static bool is_short(struct str s)
{
	return s.n <= 2 && s.p[0] >= 'a' && s.p[s.n - 1] >= 'a';
}

/* Whether word i + 1 is a further letter of the initials that word i ends. */
static bool continues(const struct words *w, size_t i)
{
	const struct word *a = &w->word[i], *b = &w->word[i + 1];
	struct str x = words_get(w, i), y = words_get(w, i + 1);
	if (!a->dot)
		return false;
	if (b->glued)
		return is_short(x) && is_short(y);
	return b->spaced && b->dot && is_initial(x) && is_initial(y);
}

/* How many words from i on are one letterspaced word: four single capitals or more, else 1. */
static size_t letterspaced(const struct words *w, size_t i)
{
	size_t n = 0;
	while (i + n < w->n && word_is_upper(&w->word[i + n]) && !w->word[i + n].dot &&
		is_initial(words_get(w, i + n)) && (n == 0 || w->word[i + n].spaced))
		n++;
	return n >= 4 ? n : 1;
}

/* The last word of the initials that begin at word i, or i. */
static size_t initials_end(const struct words *w, size_t i)
{
	size_t end = i + letterspaced(w, i) - 1;
	while (end + 1 < w->n && continues(w, end))
		end++;
	return end;
}

/* The bytes of joined words lie side by side already. */
static void join_initials(struct words *w)
{
	size_t kept = 0;
	for (size_t i = 0, end; i < w->n; i = end + 1) {
		end = initials_end(w, i);
		struct word word = w->word[i];
		word.n = w->word[end].at + w->word[end].n - word.at;
		word.dot = w->word[end].dot;
		for (size_t k = i; k <= end; k++)
			word.flags |= w->word[k].flags;
		w->word[kept++] = word;
	}
	w->n = kept;
}

void words_split(struct words *w, struct str s, struct arena *arena)
{
	w->text = w->first_text;
	w->word = w->first_words;
	w->room_text = sizeof w->first_text;
	w->room_words = WORDS_COUNT;
	w->arena = arena;
	if (!split(w, s)) {
		struct str latin = translit(translit_find(STR("el-ELOT743")), s, arena);
		split(w, latin);
		w->flags |= LETTER_GREEK;
	}
	join_initials(w);
}
