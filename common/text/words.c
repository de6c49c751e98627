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

/*
 * A code point of the table gives at most five bytes and is copied as eight; so with five bytes of
 * room for each byte that is left of a text, and eight behind, nothing in the loop has to ask.
 */
static void make_room(struct words *w, size_t left)
{
	if (5 * left + sizeof(struct letter) <= w->room_text - w->length)
		return;
	size_t room = 2 * w->length + 5 * left + LETTER_LONG;
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
	w->initials = w->initials || (s->word.n <= 2 && word_is_upper(&s->word));
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

/* A circumflex over l, n and d makes lj, nj and dž of ISO 9; elsewhere it is a diacritic like
 * others. */
static void add_circumflex(struct words *w, const struct state *s)
{
	if (!s->open || w->length == s->word.at)
		return;
	char base = w->text[w->length - 1];
	if (base != 'l' && base != 'n' && base != 'd')
		return;
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
		w->initials = w->initials || class == LETTER_DOT;
	} else if (s->gap == GAP_DOT && gap == GAP_BLANK) {
		/* "P. E. N.": the blank after a dot counts as the blank */
	} else {
		gap = GAP_OTHER;
	}
	s->gap = gap;
}

static void add_far_letter(
	struct words *w, struct state *s, const struct letter *l, struct str plain, size_t left)
{
	if (!s->open)
		open_word(w, s);
	s->word.flags |= l->flags;
	make_room(w, left + plain.n);
	memcpy(w->text + w->length, plain.p, plain.n);
	w->length += plain.n;
}

/* What is not a letter of the lower table: signs, and letters of scripts far from here. */
static void add_other(struct words *w, struct state *s, uint32_t cp, size_t left)
{
	char out[LETTER_LONG];
	size_t at = letters_index(cp), n = 0;
	struct letter l = at < LETTERS_COUNT ? s->table[at] : letters_slow(s->table, cp, out, &n);
	if (l.class == LETTER_WORD)
		add_far_letter(w, s, &l,
			at < LETTERS_COUNT ? (struct str){l.s, l.n} : (struct str){out, n}, left);
	else if (l.class == LETTER_CIRCUMFLEX)
		add_circumflex(w, s);
	else if (l.class != LETTER_VANISH)
		add_gap(w, s, l.class);
}

/*
 * Reads letters of the lower table from text.p[i] on, the bulk of all text; returns where they end.
 * The state is in local variables, which bytes written through a char pointer cannot alias.
 */
static size_t read_letters(struct words *w, struct state *s, struct str text, size_t i)
{
	const struct letter *table = s->table;
	char *out = w->text + w->length;
	unsigned flags = 0;
	while (i < text.n) {
		unsigned cp = (unsigned char)text.p[i], len = 1;
		if (cp >= 0x80) {
			if (cp >= 0xE0 || i + 1 == text.n)
				break;
			cp = (cp & 0x1F) << 6 | ((unsigned char)text.p[i + 1] & 0x3F);
			len = 2;
		}
		if (cp >= LETTERS_LOW || table[cp].class != LETTER_WORD)
			break;
		flags |= table[cp].flags;
		memcpy(out, &table[cp], sizeof *table);
		out += table[cp].n;
		i += len;
	}
	if (flags || out > w->text + w->length) {
		if (!s->open)
			open_word(w, s);
		s->word.flags |= (uint16_t)flags;
		w->length = (size_t)(out - w->text);
	}
	return i;
}

/* One pass; false when Greek letters were met, whose spelling needs more than letter by letter. */
static bool split(struct words *w, struct str text)
{
	struct state s = {.table = letters_table(), .gap = GAP_OTHER};
	w->n = 0;
	w->length = 0;
	w->flags = 0;
	w->initials = false;
	make_room(w, text.n);
	for (size_t i = read_letters(w, &s, text, 0), len; i < text.n;
		i = read_letters(w, &s, text, i + len)) {
		if (text.p[i] == ' ') {
			len = 1;
			add_gap(w, &s, LETTER_BLANK);
			continue;
		}
		uint32_t cp = utf8_decode(str_from(text, i), &len);
		add_other(w, &s, cp, text.n - i - len);
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
		if (word.dot || end > i)
			word.flags |= LETTER_DOTTED;
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
		unsigned flags = w->flags;
		split(w, latin);
		w->flags = flags;
	}
	if (w->initials)
		join_initials(w);
}

bool words_have_qxyw(const struct words *w)
{
	for (size_t i = 0; i < w->length; i++)
		if (memchr("qxyw", w->text[i], 4))
			return true;
	return false;
}
