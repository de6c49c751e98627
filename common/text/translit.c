#include <pthread.h>
#include <stdint.h>

#include "base/utf8.h"
#include "text/text.h"
#include "text/translit.h"
#include "text/unicode.h"
#include "vocab/vocab.h"

/* The letters that systems know: Greek and Cyrillic. */
enum { CP_FIRST = 0x370, CP_END = 0x530, SYSTEMS_MAX = 24 };

/* When a rule holds; the words of the column `context`. */
enum context { ANY, INITIAL, MEDIAL, FINAL, WORD, BEFORE_VOICED, ELSE };

struct rule {
	const struct rule
		*next; /* rules of one first letter: the longest first, then the stricter context */
	struct str from, to; /* lower case */
	enum context context;
};

/* A letter whose Latin form is the same wherever it stands: n bytes, copied as eight. */
struct plain {
	char s[7];
	uint8_t n; /* 0: the letter is not that simple */
};

/* `plain` is asked first, then `rules`, then `single`; the last two by lower-case letters. */
struct translit_system {
	struct str name;
	struct plain plain[CP_END - CP_FIRST];
	const struct rule *rules[CP_END - CP_FIRST];
	struct str single[CP_END - CP_FIRST];
	bool known[CP_END - CP_FIRST];
};

static struct translit_system systems[SYSTEMS_MAX];
static size_t n_systems;
static struct arena rules_arena;

static struct translit_system *system_add(struct str name)
{
	for (size_t i = 0; i < n_systems; i++)
		if (str_eq(systems[i].name, name))
			return &systems[i];
	if (n_systems == SYSTEMS_MAX)
		return NULL;
	systems[n_systems].name = name;
	return &systems[n_systems++];
}

static enum context context_of(struct str word)
{
	static const struct str words[] = {[ANY] = STR_CONST("any"),
		[INITIAL] = STR_CONST("initial"),
		[MEDIAL] = STR_CONST("medial"),
		[FINAL] = STR_CONST("final"),
		[WORD] = STR_CONST("word"),
		[BEFORE_VOICED] = STR_CONST("before-voiced"),
		[ELSE] = STR_CONST("else")};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(word, words[i]))
			return (enum context)i;
	return ANY;
}

/* Longest first; of one length those with a context before those without. */
static bool goes_before(const struct rule *a, const struct rule *b)
{
	bool general_a = a->context == ANY || a->context == ELSE,
	     general_b = b->context == ANY || b->context == ELSE;
	return a->from.n != b->from.n ? a->from.n > b->from.n : general_a < general_b;
}

static void rule_add(struct translit_system *s, size_t letter, struct rule rule)
{
	const struct rule **at = &s->rules[letter];
	while (*at && !goes_before(&rule, *at))
		at = (const struct rule **)&(*at)->next;
	struct rule *r = arena_alloc(&rules_arena, 1, sizeof *r);
	*r = rule;
	r->next = *at;
	*at = r;
}

static void set_plain(struct translit_system *s, uint32_t cp, struct str to)
{
	struct plain *plain = &s->plain[cp - CP_FIRST];
	if (to.n > sizeof plain->s)
		return;
	memcpy(plain->s, to.p, to.n);
	plain->n = (uint8_t)to.n;
}

/* Small letters without rules; their capitals too where those give one letter. */
static void make_plain(struct translit_system *s)
{
	for (uint32_t cp = CP_FIRST; cp < CP_END; cp++) {
		struct str to = s->single[cp - CP_FIRST];
		uint32_t upper = unicode_upper(cp);
		size_t len;
		if (!s->known[cp - CP_FIRST] || s->rules[cp - CP_FIRST] || to.n == 0)
			continue;
		set_plain(s, cp, to);
		uint32_t latin = utf8_decode(to, &len);
		char bytes[UTF8_MAX_BYTES];
		if (len == to.n && upper != cp && upper >= CP_FIRST && upper < CP_END)
			set_plain(s, upper,
				(struct str){bytes, utf8_encode(unicode_upper(latin), bytes)});
	}
}

static void make(void)
{
	const struct vocab *v = vocab_table(VOCAB_translit);
	size_t c_system = vocab_column(v, "system"), c_from = vocab_column(v, "from"),
	       c_to = vocab_column(v, "to"), c_context = vocab_column(v, "context");
	for (size_t row = 0; row < v->nrows; row++) {
		size_t len;
		struct rule rule = {NULL, vocab_cell(v, row, c_from), vocab_cell(v, row, c_to),
			context_of(vocab_cell(v, row, c_context))};
		uint32_t cp = utf8_decode(rule.from, &len);
		struct translit_system *s = cp >= CP_FIRST && cp < CP_END
		                                    ? system_add(vocab_cell(v, row, c_system))
		                                    : NULL;
		if (!s)
			continue;
		if (len == rule.from.n && rule.context == ANY) {
			s->known[cp - CP_FIRST] = true;
			s->single[cp - CP_FIRST] = rule.to;
		} else {
			rule_add(s, cp - CP_FIRST, rule);
		}
	}
	for (size_t i = 0; i < n_systems; i++)
		make_plain(&systems[i]);
}

const struct translit_system *translit_find(struct str name)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, make);
	for (size_t i = 0; i < n_systems; i++)
		if (str_eq(systems[i].name, name))
			return &systems[i];
	return NULL;
}

/* The text being read, and where the letter at hand is. */
struct reading {
	struct str text;
	size_t at;
};

/* The code point before the letter at hand, or 0. */
static uint32_t before(const struct reading *r)
{
	size_t at = r->at, len;
	while (at && ((unsigned char)r->text.p[at - 1] & 0xC0) == 0x80)
		at--;
	return at ? utf8_decode(str_from(r->text, at - 1), &len) : 0;
}

static bool is_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
	return unicode_is_letter(unicode_kind(cp)) || (cp >= 0x300 && cp < 0x370);
}

static bool is_upper(uint32_t cp)
{
	return unicode_kind(cp) == UNICODE_UPPER;
}

static bool is_lower(uint32_t cp)
{
	return unicode_kind(cp) == UNICODE_LOWER;
}

/* The code point at an offset, or 0 behind the end. */
static uint32_t peek(struct str text, size_t at)
{
	size_t len;
	return at < text.n ? utf8_decode(str_from(text, at), &len) : 0;
}

/* How many bytes of the text `from` (lower case) stands for, in whatever case; 0 when it does not
 * stand here. */
static size_t match_length(const struct reading *r, struct str from)
{
	size_t at = r->at, len, len_from;
	while (from.n) {
		if (at >= r->text.n || unicode_lower(utf8_decode(str_from(r->text, at), &len)) !=
					       utf8_decode(from, &len_from))
			return 0;
		at += len;
		from = str_from(from, len_from);
	}
	return at - r->at;
}

/* Greek vowels and β γ δ ζ λ μ ν ρ, with or without a tonos: before them αυ ευ ηυ end in v (ELOT
 * 743). */
static bool is_voiced(uint32_t cp)
{
	static const uint16_t voiced[] = {0x3B1, 0x3B2, 0x3B3, 0x3B4, 0x3B5, 0x3B6, 0x3B7, 0x3B9,
		0x3BB, 0x3BC, 0x3BD, 0x3BF, 0x3C1, 0x3C5, 0x3C9, 0x3AC, 0x3AD, 0x3AE, 0x3AF, 0x3CC,
		0x3CD, 0x3CE, 0x3CA, 0x3CB, 0x390, 0x3B0};
	uint32_t lower = unicode_lower(cp);
	for (size_t i = 0; i < sizeof voiced / sizeof *voiced; i++)
		if (voiced[i] == lower)
			return true;
	return false;
}

static bool context_holds(const struct reading *r, size_t length, enum context context)
{
	uint32_t after = peek(r->text, r->at + length);
	bool starts = !is_letter(before(r)), ends = !is_letter(after);
	switch (context) {
	case INITIAL: return starts;
	case MEDIAL: return !starts;
	case FINAL: return ends && !starts;
	case WORD: return starts && ends;
	case BEFORE_VOICED: return is_voiced(after);
	default: return true;
	}
}

static const struct rule *rule_at(
	const struct translit_system *s, const struct reading *r, size_t letter, size_t *length)
{
	for (const struct rule *rule = s->rules[letter]; rule; rule = rule->next) {
		*length = match_length(r, rule->from);
		if (*length && context_holds(r, *length, rule->context))
			return rule;
	}
	return NULL;
}

/* Bytes of the result; a letter of two bytes becomes at most LETTER_ROOM ("shch" and accents). */
struct output {
	char *p;
	size_t n, cap;
	bool foreign; /* a Greek or Cyrillic letter was left as it is */
	struct arena *arena;
};

static void out_room(struct output *o, size_t more)
{
	if (more <= o->cap - o->n)
		return;
	char *p = arena_alloc(o->arena, 2 * o->cap + more, 1);
	if (o->n)
		memcpy(p, o->p, o->n);
	o->p = p;
	o->cap = 2 * o->cap + more;
}

static void out_add(struct output *o, struct str s)
{
	out_room(o, s.n);
	if (s.n)
		memcpy(o->p + o->n, s.p, s.n);
	o->n += s.n;
}

enum letter_case { SMALL, TITLE, CAPITAL };

static void out_add_cased(struct output *o, struct str s, enum letter_case letter_case)
{
	size_t len;
	bool first = true;
	if (letter_case == SMALL) {
		out_add(o, s);
		return;
	}
	for (; s.n; s = str_from(s, len), first = false) {
		uint32_t cp = utf8_decode(s, &len);
		out_room(o, UTF8_MAX_BYTES);
		o->n += utf8_encode(
			first || letter_case == CAPITAL ? unicode_upper(cp) : cp, o->p + o->n);
	}
}

/*
 * A capital that becomes two letters: Lj before a small letter, LJ before a capital; at the end of
 * a word as the letter before it says, so that КОЊ is KONJ and the initial Њ. is Nj.
 */
static enum letter_case case_at(const struct reading *r, uint32_t cp, size_t length)
{
	size_t len;
	if (!is_upper(cp))
		return SMALL;
	utf8_decode(str_from(r->text, r->at), &len);
	uint32_t next = peek(r->text, r->at + (length > len ? len : length));
	if (is_letter(next))
		return is_lower(next) ? TITLE : CAPITAL;
	return is_upper(before(r)) ? CAPITAL : TITLE;
}

/* Writes what stands for the letter at hand; returns how many bytes of the text that was. */
static size_t step(const struct translit_system *s, const struct reading *r, uint32_t cp,
	size_t len, struct output *o)
{
	uint32_t lower = unicode_lower(cp);
	if (lower < CP_FIRST || lower >= CP_END) {
		out_add(o, (struct str){r->text.p + r->at, len});
		return len;
	}
	size_t letter = lower - CP_FIRST, length;
	const struct rule *rule = s->rules[letter] ? rule_at(s, r, letter, &length) : NULL;
	if (rule) {
		out_add_cased(o, rule->to, case_at(r, cp, length));
		return length;
	}
	if (s->known[letter]) {
		out_add_cased(o, s->single[letter], case_at(r, cp, len));
	} else {
		out_add(o, (struct str){r->text.p + r->at, len});
		o->foreign = true;
	}
	return len;
}

/*
 * Writes ASCII and plain letters from r->at on and stops before anything else. The state is in
 * local variables, which bytes written through a char pointer cannot alias.
 */
static void copy_plain(const struct translit_system *s, struct reading *r, struct output *o)
{
	const unsigned char *p = (const unsigned char *)r->text.p + r->at;
	const unsigned char *end = (const unsigned char *)r->text.p + r->text.n;
	out_room(o, 4 * (size_t)(end - p) + sizeof *s->plain); /* at most seven bytes from two */
	char *out = o->p + o->n;
	while (p < end) {
		if (*p < 0x80) {
			*out++ = (char)*p++;
			continue;
		}
		unsigned cp = end - p > 1 && *p < 0xE0 ? (*p & 0x1Fu) << 6 | (p[1] & 0x3Fu) : 0;
		if (cp < CP_FIRST || cp >= CP_END || !s->plain[cp - CP_FIRST].n)
			break;
		memcpy(out, &s->plain[cp - CP_FIRST], sizeof *s->plain);
		out += s->plain[cp - CP_FIRST].n;
		p += 2;
	}
	o->n = (size_t)(out - o->p);
	r->at = (size_t)((const char *)p - r->text.p);
}

struct str translit_some(
	const struct translit_system *system, struct str text, bool *foreign, struct arena *arena)
{
	struct output o = {.arena = arena};
	struct reading r = {text, 0};
	for (copy_plain(system, &r, &o); r.at < text.n; copy_plain(system, &r, &o)) {
		size_t len;
		uint32_t cp = utf8_decode(str_from(text, r.at), &len);
		r.at += step(system, &r, cp, len, &o);
	}
	*foreign = o.foreign;
	return text_nfc((struct str){o.p, o.n}, arena);
}

struct str translit(const struct translit_system *system, struct str text, struct arena *arena)
{
	bool foreign;
	return translit_some(system, text, &foreign, arena);
}
