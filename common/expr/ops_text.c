/* Texts, patterns, names and lists. */
#include "base/diag.h"
#include "base/utf8.h"
#include "expr/ops.h"
#include "text/key.h"
#include "text/similar.h"
#include "text/text.h"
#include "text/translit.h"

static void set_text(struct value *a, struct str text)
{
	*a = (struct value){.text = text, .missing = text.n == 0};
}

static void set_number(struct value *a, double number)
{
	*a = (struct value){.number = number};
}

static void set_yes(struct value *a, bool yes)
{
	*a = (struct value){.truth = answer_of(yes)};
}

/* What has been written in the buf, as long as the record lives. */
static struct str from_buf(struct run *run)
{
	return arena_str(&run->arena, buf_str(&run->buf));
}

struct answer match_answer(const struct value *pattern, struct str text, struct run *run)
{
	enum regex_result found = regex_match(pattern->regex, text);
	if (found != REGEX_LIMIT)
		return answer_of(found == REGEX_YES);
	if (run->rec)
		warn_at(&run->rec->pos, "pattern is too costly for this record: '" STR_FMT "'",
			STR_ARG(pattern->text));
	else
		run->trouble = "the pattern is too costly for this text";
	return answer_unknown();
}

void op_match(struct value *a, size_t n, struct run *run)
{
	(void)n;
	*a = (struct value){.truth = match_answer(&a[1], a[0].text, run)};
}

void op_no_match(struct value *a, size_t n, struct run *run)
{
	op_match(a, n, run);
	a[0].truth = answer_not(a[0].truth);
}

void op_match_i(struct value *a, size_t n, struct run *run)
{
	op_match(a, n, run);
}

void op_no_match_i(struct value *a, size_t n, struct run *run)
{
	op_no_match(a, n, run);
}

static bool holds_item(struct str list, struct str item)
{
	struct str one;
	while (list_next(&list, &one))
		if (str_eq(one, item))
			return true;
	return false;
}

void op_has(struct value *a, size_t n, struct run *run)
{
	bool found = false;
	(void)run;
	for (size_t i = 1; i < n && !found; i++)
		found = holds_item(a[0].text, str_trim(a[i].text));
	set_yes(a, found);
}

static struct str key_of(struct str text, struct run *run)
{
	return name_key(text_clean(text, &run->arena), run->lang, STR(""), &run->arena);
}

/* Is every word of the second key one of the first? The words of a key are sorted, so order does
 * not count. */
void op_like(struct value *a, size_t n, struct run *run)
{
	struct str key = key_of(a[0].text, run), wanted = key_of(a[1].text, run), word, one;
	bool all = true;
	(void)n;
	while (all && str_split(&wanted, ' ', &word)) {
		struct str rest = key;
		for (all = false; !all && str_split(&rest, ' ', &one);)
			all = str_eq(one, word);
	}
	set_yes(a, all);
}

void op_len(struct value *a, size_t n, struct run *run)
{
	(void)n, (void)run;
	set_number(a, (double)utf8_length(a[0].text));
}

void op_lower(struct value *a, size_t n, struct run *run)
{
	(void)n;
	set_text(a, text_lower(a[0].text, &run->arena));
}

void op_upper(struct value *a, size_t n, struct run *run)
{
	(void)n;
	set_text(a, text_upper(a[0].text, &run->arena));
}

/* The language is an argument, a missing one none, else that of the run. */
void op_latn(struct value *a, size_t n, struct run *run)
{
	struct str lang = n > 1 ? a[1].text : run->lang;
	if (!a[0].missing)
		set_text(a, translit_latin(a[0].text, n > 1 && a[1].missing ? STR("") : lang,
				    &run->arena));
}

void op_cyrl(struct value *a, size_t n, struct run *run)
{
	(void)n;
	set_text(a, translit_cyrillic(a[0].text, &run->arena));
}

void op_key(struct value *a, size_t n, struct run *run)
{
	(void)n;
	set_text(a, key_of(a[0].text, run));
}

/* A letter or digit; of the letters that are not ASCII, all but the common punctuation. */
static bool in_word(uint32_t cp)
{
	if (cp < 0x80)
		return (cp >= '0' && cp <= '9') || ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z');
	return cp > 0xBF && cp != 0xD7 && cp != 0xF7 && (cp < 0x2000 || cp > 0x206F) &&
	       (cp < 0x3000 || cp > 0x303F);
}

void op_words(struct value *a, size_t n, struct run *run)
{
	bool started = false;
	size_t len;
	(void)n;
	buf_clear(&run->buf);
	for (struct str s = a[0].text; s.n; s = str_from(s, len)) {
		bool letter = in_word(utf8_decode(s, &len));
		if (letter && !started && run->buf.n)
			buf_putc(&run->buf, ';');
		if (letter)
			buf_add(&run->buf, s.p, len);
		started = letter;
	}
	set_text(a, from_buf(run));
}

void op_replace(struct value *a, size_t n, struct run *run)
{
	struct str rest = a[0].text, from = a[1].text;
	size_t at;
	(void)n;
	if (a[0].missing || from.n == 0)
		return;
	buf_clear(&run->buf);
	while ((at = str_find(rest, from)) < rest.n) {
		buf_add(&run->buf, rest.p, at);
		buf_addstr(&run->buf, a[2].missing ? STR("") : a[2].text);
		rest = str_from(rest, at + from.n);
	}
	buf_addstr(&run->buf, rest);
	set_text(a, from_buf(run));
}

/* Without its first `count` characters. */
static struct str skip_letters(struct str s, double count)
{
	size_t len;
	for (; s.n && count >= 1; count--) {
		utf8_decode(s, &len);
		s = str_from(s, len);
	}
	return s;
}

/* Characters from `start` on, counted from 1, or from the end when negative. */
void op_substr(struct value *a, size_t n, struct run *run)
{
	struct str s = a[0].text;
	double start = a[1].number, count = n > 2 ? a[2].number : (double)s.n;
	(void)run;
	if (start < 0)
		start += (double)utf8_length(s) + 1;
	if (start < 1) {
		count += start - 1;
		start = 1;
	}
	s = skip_letters(s, start - 1);
	set_text(a, str_head(s, s.n - skip_letters(s, count).n));
}

void op_starts(struct value *a, size_t n, struct run *run)
{
	(void)n, (void)run;
	set_yes(a, str_starts(a[0].text, a[1].text));
}

void op_ends(struct value *a, size_t n, struct run *run)
{
	(void)n, (void)run;
	set_yes(a, str_ends(a[0].text, a[1].text));
}

void op_similar(struct value *a, size_t n, struct run *run)
{
	(void)n;
	set_number(a, text_similar(a[0].text, a[1].text, &run->arena));
}

void op_concat(struct value *a, size_t n, struct run *run)
{
	buf_clear(&run->buf);
	for (size_t i = 0; i < n; i++)
		if (!a[i].missing)
			buf_addstr(&run->buf, a[i].text);
	set_text(a, from_buf(run));
}

void op_list(struct value *a, size_t n, struct run *run)
{
	buf_clear(&run->buf);
	for (size_t i = 0; i < n; i++) {
		buf_putc(&run->buf, ';');
		if (!a[i].missing)
			buf_addstr(&run->buf, a[i].text);
	}
	struct str all = from_buf(run);
	list_split(&run->list, all);
	buf_clear(&run->buf);
	list_join(&run->buf, &run->list);
	set_text(a, from_buf(run));
}

void op_join(struct value *a, size_t n, struct run *run)
{
	struct str between = a[1].missing ? STR("") : a[1].text;
	(void)n;
	if (a[0].missing)
		return;
	buf_clear(&run->buf);
	list_split(&run->list, a[0].text);
	for (size_t i = 0; i < run->list.n; i++) {
		if (i)
			buf_addstr(&run->buf, between);
		buf_addstr(&run->buf, run->list.items[i]);
	}
	set_text(a, from_buf(run));
}

void op_count(struct value *a, size_t n, struct run *run)
{
	(void)n;
	list_split(&run->list, a[0].missing ? STR("") : a[0].text);
	set_number(a, (double)run->list.n);
}
