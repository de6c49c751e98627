#include "term/telephone.h"
#include "text/text.h"
#include "vocab/vocab.h"

enum { DIGITS_MOST = 15, DIGITS_LEAST = 8 };

/* What is known of the numbers of a country. */
struct numbers {
	struct str prefix, trunk;
	size_t least, most; /* digits without both */
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* "8-9" or "8" */
static void read_lengths(struct str s, struct numbers *n)
{
	size_t values[2] = {0, 0}, k = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '-')
			k = 1;
		else if (is_digit(s.p[i]) && values[k] < DIGITS_MOST)
			values[k] = 10 * values[k] + (size_t)(s.p[i] - '0');
	}
	n->least = values[0];
	n->most = k ? values[1] : values[0];
}

static bool find_numbers(const char *column, struct str text, struct numbers *n)
{
	const struct vocab *hints = vocab_table(VOCAB_country_hints);
	size_t key = vocab_column(hints, column), phone = vocab_column(hints, "phone"),
	       trunk = vocab_column(hints, "trunk"), digits = vocab_column(hints, "digits");
	for (size_t i = 0; i < hints->nrows; i++) {
		struct str cell = vocab_cell(hints, i, key);
		if (cell.n == 0 || !str_starts(text, cell))
			continue;
		n->prefix = vocab_cell(hints, i, phone);
		n->trunk = vocab_cell(hints, i, trunk);
		read_lengths(vocab_cell(hints, i, digits), n);
		return true;
	}
	return false;
}

static bool is_label(struct str text)
{
	static const struct str labels[] = {STR_CONST("tel"), STR_CONST("telefon"),
		STR_CONST("telefoni"), STR_CONST("mob"), STR_CONST("mobitel"), STR_CONST("mobilni"),
		STR_CONST("mobilen"), STR_CONST("mobil"), STR_CONST("mobile"), STR_CONST("cel"),
		STR_CONST("celular"), STR_CONST("faks"), STR_CONST("fax"), STR_CONST("fone"),
		STR_CONST("gsm"), STR_CONST("t"), STR_CONST("m"), STR_CONST("f"), STR_CONST("p"),
		STR_CONST("viber"), STR_CONST("i"), STR_CONST("nr"), STR_CONST("br"),
		STR_CONST("kontakt"), STR_CONST("telefaks"), STR_CONST("tels")};
	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (str_eq(text, labels[i]))
			return true;
	return false;
}

/* Takes words such as "Tel./fax:" off the front; false when others stand there. */
static bool take_labels(struct str *s)
{
	struct arena arena = {0};
	size_t n = 0;
	while (n < s->n && !is_digit(s->p[n]) && s->p[n] != '+' && s->p[n] != '(')
		n++;
	struct str fold = text_fold(str_head(*s, n), &arena), word;
	bool known = true;
	while (n && known && str_split(&fold, ' ', &word))
		known = is_label(word);
	arena_release(&arena);
	*s = str_from(*s, n);
	return known;
}

/* The digits alone; a zero in brackets behind the prefix is for callers from within. */
static bool take_digits(struct str s, char *digits, size_t *n)
{
	*n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (str_starts(str_from(s, i), STR("(0)")) && *n) {
			i += 2;
			continue;
		}
		if (str_starts(str_from(s, i), STR("–"))) {
			i += STR("–").n - 1;
			continue;
		}
		if (is_digit(s.p[i]) && *n < DIGITS_MOST + 2)
			digits[(*n)++] = s.p[i];
		else if (!strchr(" -./()", s.p[i]) || is_digit(s.p[i]))
			return false;
	}
	return *n > 0;
}

static bool has_length(const struct numbers *n, struct str own)
{
	return own.n >= n->least && own.n <= n->most && own.p[0] != '0';
}

/* Behind "+" or "00". */
static enum telephone international(struct str digits, struct arena *arena, struct str *number)
{
	struct numbers n;
	struct str plus = arena_fmt(arena, "+" STR_FMT, STR_ARG(digits));
	*number = plus;
	if (!find_numbers("phone", plus, &n))
		return digits.n >= DIGITS_LEAST && digits.n <= DIGITS_MOST && digits.p[0] != '0'
		               ? TELEPHONE_OK
		               : TELEPHONE_BAD;
	struct str own = str_from(plus, n.prefix.n);
	if (n.trunk.n && str_starts(own, n.trunk))
		own = str_from(own, n.trunk.n);
	if (!has_length(&n, own))
		return TELEPHONE_BAD;
	*number = arena_fmt(arena, STR_FMT STR_FMT, STR_ARG(n.prefix), STR_ARG(own));
	return TELEPHONE_OK;
}

/* As it is dialled within the country. */
static enum telephone national(
	struct str digits, struct str country, struct arena *arena, struct str *number)
{
	struct numbers n;
	if (country.n == 0 || !find_numbers("code", country, &n))
		return digits.n <= DIGITS_MOST && digits.n >= DIGITS_LEAST ? TELEPHONE_LOCAL
		                                                           : TELEPHONE_BAD;
	if (!str_starts(digits, n.trunk))
		return TELEPHONE_BAD;
	struct str own = str_from(digits, n.trunk.n);
	if (own.n == 0 || !has_length(&n, own))
		return TELEPHONE_BAD;
	*number = arena_fmt(arena, STR_FMT STR_FMT, STR_ARG(n.prefix), STR_ARG(own));
	return TELEPHONE_OK;
}

enum telephone telephone_read(
	struct str text, struct str country, struct arena *arena, struct str *number)
{
	char room[DIGITS_MOST + 2];
	struct str s = str_trim(text), digits = {room, 0};
	if (!take_labels(&s))
		return TELEPHONE_BAD;
	bool plus = str_starts(s, STR("+")) || str_starts(s, STR("(+"));
	if (plus)
		s = str_from(s, str_index(s, '+') + 1);
	if (!take_digits(s, room, &digits.n))
		return TELEPHONE_BAD;
	if (!plus && str_starts(digits, STR("00"))) {
		plus = true;
		digits = str_from(digits, 2);
	}
	if (digits.n == 0)
		return TELEPHONE_BAD;
	return plus ? international(digits, arena, number)
	            : national(digits, country, arena, number);
}
