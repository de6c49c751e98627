#include "base/utf8.h"
#include "date/datefuse.h"
#include "date/datetokens.h"

enum { PLAIN_MAX = 96, DIGITS_MAX = 4, ALMOST = 0x2248 }; /* ≈ */

/* A run of letters whose meaning is looked up when the next ones are known. */
struct run {
	struct str text;
	unsigned gap;
};

struct lexer {
	struct str rest;
	struct str lang;
	struct tokens *out;
	unsigned gap; /* since the last token or run */
	struct run runs[DATE_PHRASE_WORDS];
	size_t nruns;
};

/* The gap that a sign makes, or 0 where it makes none. */
static unsigned gap_of(uint32_t cp)
{
	static const uint8_t ascii[128] = {[' '] = GAP_BLANK,
		['\t'] = GAP_BLANK,
		['\n'] = GAP_BLANK,
		['\r'] = GAP_BLANK,
		['.'] = GAP_DOT,
		[','] = GAP_COMMA,
		['/'] = GAP_SLASH,
		['-'] = GAP_HYPHEN,
		['\''] = GAP_APOSTROPHE,
		['`'] = GAP_APOSTROPHE,
		[':'] = GAP_COLON};
	if (cp < 128)
		return ascii[cp];
	switch (cp) {
	case 0xA0: /* no-break and narrow blanks */
	case 0x2009:
	case 0x202F: return GAP_BLANK;
	case 0x2010: /* hyphens */
	case 0x2011: return GAP_HYPHEN;
	case 0x2012: /* dashes and the minus */
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212: return GAP_DASH;
	case 0xB4: /* ´ ‘ ’ ʼ */
	case 0x2018:
	case 0x2019:
	case 0x2BC: return GAP_APOSTROPHE;
	}
	return 0;
}

static bool is_letter(uint32_t cp)
{
	return cp >= 0x80 ? gap_of(cp) == 0 && cp != ALMOST : isalpha((int)cp) != 0;
}

static bool add_token(struct lexer *l, struct token token)
{
	if (l->out->n == DATE_TOKENS)
		return false;
	l->out->token[l->out->n++] = token;
	return true;
}

static struct token *last_token(struct lexer *l)
{
	return l->out->n ? &l->out->token[l->out->n - 1] : NULL;
}

static bool is_word(struct str s, const char *const *words)
{
	for (; *words; words++)
		if (str_eq(s, str_of(*words)))
			return true;
	return false;
}

/* "1990-ih", "1990s", "90-те": ten years, unless 1900s may mean a hundred or 10-ih the first ten.
 */
static bool make_decade(struct token *t, struct str suffix, unsigned gap)
{
	static const char *const any[] = {"ih", "tih", "te", "tite", "e", "er", "s", NULL};
	static const char *const after_apostrophe[] = {"s", NULL};
	if (!is_word(suffix, gap & GAP_APOSTROPHE ? after_apostrophe : any) || t->value % 10)
		return false;
	if (t->digits == 4 ? t->value == 1900 || t->value == 1800 : t->digits != 2 || t->value < 30)
		return false;
	if (t->digits == 2)
		t->value += 1900;
	t->roles = ROLE_DECADE;
	return true;
}

/* Endings that say nothing: of ordinals after a day (4th, 5-og), of cases after a year (2012-ben,
 * 2012'de). */
static bool is_ending(const struct token *t, struct str suffix)
{
	static const char *const of_days[] = {"st", "nd", "rd", "th", "og", "tog", "ti", "vi", "ri",
		"mi", "an", "en", "jen", NULL};
	static const char *const of_years[] = {"ta", "tata", "te", "ben", "ban", "de", "da", NULL};
	return is_word(suffix, t->digits <= 2 ? of_days : of_years);
}

/* Does the run belong to the number before it? "-vi" with no blank behind is the VI of "4-VI-2012".
 */
static bool take_suffix(struct lexer *l, struct str run, unsigned gap)
{
	char plain[PLAIN_MAX];
	struct token *t = last_token(l);
	if (!t || !(t->roles & ROLE_NUMBER) || l->nruns ||
		gap & ~(unsigned)(GAP_HYPHEN | GAP_APOSTROPHE))
		return false;
	struct str suffix = {plain, date_plain(run, plain, sizeof plain)};
	if (suffix.n == 0)
		return false;
	if (make_decade(t, suffix, gap))
		return true;
	if (str_eq(suffix, STR("vi")) && (l->rest.n == 0 || l->rest.p[0] != ' '))
		return false;
	return is_ending(t, suffix);
}

/* The longest phrase that the waiting runs begin with becomes a token; false when there is none. */
static bool take_phrase(struct lexer *l)
{
	char plain[PLAIN_MAX];
	const char *start = l->runs[0].text.p;
	for (size_t n = l->nruns; n > 0; n--) {
		const struct run *last = &l->runs[n - 1];
		struct str text = {start, (size_t)(last->text.p + last->text.n - start)};
		struct str phrase = {plain, date_plain(text, plain, sizeof plain)};
		struct date_word word =
			date_word_find(phrase, l->lang, (unsigned char)*start < 0xCD);
		if (phrase.n == 0 || word.roles == 0)
			continue;
		struct token token = {
			.roles = word.roles, .value = word.value, .gap = l->runs[0].gap};
		token.upper = isupper((unsigned char)*start) != 0;
		l->nruns -= n;
		memmove(l->runs, l->runs + n, l->nruns * sizeof *l->runs);
		return add_token(l, token);
	}
	return false;
}

static bool flush_runs(struct lexer *l)
{
	while (l->nruns)
		if (!take_phrase(l))
			return false;
	return true;
}

/* Letters, with apostrophes between them. */
static struct str take_run(struct lexer *l)
{
	struct str s = l->rest;
	size_t i = 0, len;
	while (i < s.n) {
		uint32_t cp = utf8_decode(str_from(s, i), &len), next = 0;
		size_t unused;
		if (gap_of(cp) == GAP_APOSTROPHE && i + len < s.n)
			next = utf8_decode(str_from(s, i + len), &unused);
		if (!is_letter(cp) && !(next && is_letter(next)))
			break;
		i += len;
	}
	l->rest = str_from(s, i);
	return str_head(s, i);
}

static bool take_word(struct lexer *l)
{
	unsigned gap = l->gap;
	struct str run = take_run(l);
	l->gap = 0;
	if (take_suffix(l, run, gap))
		return true;
	bool continues = l->nruns && gap && (gap & ~(unsigned)(GAP_BLANK | GAP_DOT)) == 0;
	if (!continues && !flush_runs(l))
		return false;
	if (l->nruns == DATE_PHRASE_WORDS && !take_phrase(l))
		return false;
	l->runs[l->nruns++] = (struct run){run, gap};
	return true;
}

/* '98 is 1998, '05 is 2005. */
static int full_year(int two_digits)
{
	return two_digits < 30 ? 2000 + two_digits : 1900 + two_digits;
}

/* "maj2012" and "Q3", but not "l2.5.2012", where the l is a badly read 1. */
static bool may_be_glued(struct lexer *l)
{
	const struct token *t = last_token(l);
	return !t || t->roles & (ROLE_MONTH | ROLE_QUARTER | ROLE_HALF);
}

static bool take_number(struct lexer *l)
{
	struct token token = {.roles = ROLE_NUMBER, .gap = l->gap};
	if (!flush_runs(l) || (token.gap == 0 && !may_be_glued(l)))
		return false;
	while (l->rest.n && isdigit((unsigned char)l->rest.p[0])) {
		if (++token.digits > DIGITS_MAX)
			return false;
		token.value = token.value * 10 + l->rest.p[0] - '0';
		l->rest = str_from(l->rest, 1);
	}
	if (token.gap & GAP_APOSTROPHE && token.digits == 2) {
		token.value = full_year(token.value);
		token.digits = 4;
		token.short_year = true;
		token.gap &= ~(unsigned)GAP_APOSTROPHE;
	}
	l->gap = 0;
	return add_token(l, token);
}

/* The signs that stand at the ends only. */
static bool take_sign(struct lexer *l, uint32_t cp)
{
	bool first = l->out->n == 0 && l->nruns == 0;
	if (first && (cp == '~' || cp == ALMOST)) {
		l->out->approx = true;
		return true;
	}
	if (cp == '(' && str_eq(str_trim(l->rest), STR("?)"))) {
		l->rest = (struct str){0};
		cp = '?';
	}
	l->out->doubt = cp == '?';
	return !first && cp == '?' && str_trim(l->rest).n == 0;
}

static bool take_one(struct lexer *l)
{
	size_t len;
	uint32_t cp = utf8_decode(l->rest, &len);
	unsigned gap = gap_of(cp);
	if (cp < 0x80 && isdigit((int)cp))
		return take_number(l);
	if (is_letter(cp))
		return take_word(l);
	l->rest = str_from(l->rest, len);
	l->gap |= gap;
	return gap || take_sign(l, cp);
}

bool date_tokens(struct str text, struct str lang, struct tokens *tokens)
{
	struct lexer l = {.rest = text, .lang = lang, .out = tokens};
	*tokens = (struct tokens){0};
	while (l.rest.n)
		if (!take_one(&l))
			return false;
	tokens->tail = l.gap;
	if (!flush_runs(&l))
		return false;
	date_fuse(tokens);
	return true;
}
