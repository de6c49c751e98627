#include <stdlib.h>

#include <jansson.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/mem.h"
#include "input/dialect.h"
#include "input/rows.h"
#include "input/sheet.h"
#include "term/citizen.h"

/*
 * An array of flat objects, or one object behind the other, as on lines of their own. The end of an
 * object is found by its braces, so that only one at a time is held, and one that is malformed
 * inside costs no other; what it holds is jansson's to say. The columns are the keys of the objects
 * that begin the file, up to DIALECT_BYTES, in the order in which they come.
 */
struct json {
	struct intern keys;
	json_t **cells; /* of the object; one for each key */
	struct sheet sheet;
	bool array, closed, header_given, between;
};

/* Where the scan for the end of an object is. */
struct extent {
	size_t at, depth;
	bool quoted, escaped;
};

/* Goes on through the text; true when at is behind the object's last brace. */
static bool find_end(struct extent *e, struct str text)
{
	for (; e->at < text.n; e->at++) {
		char byte = text.p[e->at];
		if (e->escaped)
			e->escaped = false;
		else if (e->quoted && byte == '\\')
			e->escaped = true;
		else if (byte == '"')
			e->quoted = !e->quoted;
		else if (!e->quoted && (byte == '{' || byte == '['))
			e->depth++;
		else if (!e->quoted && (byte == '}' || byte == ']') && --e->depth == 0)
			return ++e->at > 0;
	}
	return false;
}

static size_t blanks(struct str text)
{
	size_t n = 0;
	while (n < text.n && memchr(" \t\r\n", text.p[n], 4))
		n++;
	return n;
}

static size_t count_feeds(struct str text)
{
	size_t n = 0;
	for (size_t at; (at = str_index(text, '\n')) < text.n; text = str_from(text, at + 1))
		n++;
	return n;
}

static void *allocate(size_t n)
{
	return mem_resize(NULL, n, 1);
}

static json_t *parse(struct str text, struct buf *why)
{
	json_error_t error;
	struct arena arena = {0};
	json_t *object = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &error);
	if (!object) /* may tell what stands there */
		buf_fmt(why, "bad JSON: " STR_FMT,
			STR_ARG(citizen_mask(str_of(error.text), &arena)));
	arena_release(&arena);
	return object;
}

static void add_keys(struct json *j, json_t *object)
{
	const char *key;
	json_t *value;
	json_object_foreach(object, key, value) if (j->keys.n <= LIMIT_COLUMNS)
		intern_add(&j->keys, str_of(key));
}

/* The keys of the objects at the beginning; of the first one however long it is. What is wrong with
 * those that are malformed goes to *why. */
static void collect_keys(struct json *j, struct source *s, struct buf *why)
{
	struct extent e = {0};
	while (source_window(s).n < DIALECT_BYTES && source_more(s))
		;
	size_t start = str_index(source_window(s), '{');
	e.at = start;
	while (e.at < LIMIT_RECORD && !find_end(&e, source_window(s)) && source_more(s))
		;
	while (e.at > start && e.depth == 0) {
		struct str text = source_window(s);
		struct buf trouble = {0};
		json_t *object = parse((struct str){text.p + start, e.at - start}, &trouble);
		if (why->n == 0)
			buf_addstr(why, buf_str(&trouble));
		buf_release(&trouble);
		add_keys(j, object);
		json_decref(object);
		start = e.at + str_index(str_from(text, e.at), '{');
		e = (struct extent){.at = start};
		find_end(&e, str_head(text, DIALECT_BYTES));
	}
	if (why->n == 0 && e.depth)
		buf_puts(why, "bad JSON: the object that begins here is not closed");
}

static void json_close(void *state)
{
	struct json *j = state;
	intern_release(&j->keys);
	sheet_release(&j->sheet);
	free(j->cells);
	free(j);
}

static void *json_open(struct rows *r)
{
	struct json *j = mem_zero(1, sizeof *j);
	json_set_alloc_funcs(allocate, free);
	collect_keys(j, r->source, &r->why);
	if (j->keys.n && j->keys.n <= LIMIT_COLUMNS) {
		j->cells = mem_zero(j->keys.n, sizeof *j->cells);
		r->width = j->keys.n;
		return j;
	}
	if (j->keys.n)
		buf_clear(&r->why);
	if (j->keys.n)
		buf_fmt(&r->why, "more than %d keys", LIMIT_COLUMNS);
	else if (r->why.n == 0)
		buf_puts(&r->why, "no array or lines of JSON objects with keys");
	json_close(j);
	return NULL;
}

/* Passes over n bytes of the window. */
static void pass(struct source *s, size_t n)
{
	source_consume(s, n, count_feeds(str_head(source_window(s), n)));
}

/* The next byte that is no blank, which stays; '\0' at the end. */
static char peek(struct source *s)
{
	for (;;) {
		pass(s, blanks(source_window(s)));
		if (source_window(s).n)
			return *source_window(s).p;
		if (!source_more(s))
			return '\0';
	}
}

/* Passes over what stands between two objects. */
static enum rows_status next_object(struct rows *r)
{
	struct json *j = r->state;
	char byte = peek(r->source);
	if (byte == '[' && !j->between && !j->array) {
		j->array = true;
		pass(r->source, 1);
		byte = peek(r->source);
	}
	if (byte == ',' && j->array && j->between && !j->closed) {
		pass(r->source, 1);
		byte = peek(r->source);
		j->between = false;
	} else if (byte == ']' && j->array && !j->closed) {
		pass(r->source, 1);
		j->closed = true;
		byte = peek(r->source);
	}
	if (byte == '\0' && source_window(r->source).n == 0 && j->closed == j->array)
		return ROWS_END;
	if (byte == '{' && !j->closed && !(j->array && j->between))
		return ROWS_ROW;
	buf_puts(&r->why, source_window(r->source).n == 0
				  ? "the array is not closed"
				  : "bad JSON: no object where one must be");
	return ROWS_FAILED;
}

static void add_cell(struct json *j, size_t column, const json_t *value)
{
	char out[NUMBER_MAX];
	struct str text = {json_string_value(value), json_string_length(value)};
	if (json_is_integer(value)) {
		snprintf(out, sizeof out, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
		sheet_add(&j->sheet, column, str_of(out), true);
	} else if (json_is_real(value)) {
		text = (struct str){out, number_format(json_real_value(value), out)};
		sheet_add(&j->sheet, column, text, true);
	} else if (json_is_boolean(value)) {
		text = json_is_true(value) ? STR("TRUE") : STR("FALSE");
		sheet_add(&j->sheet, column, text, false);
	} else {
		sheet_add(&j->sheet, column, text, false);
	}
}

/* The values of the object to their columns; false with the reason in *why. */
static bool place_values(struct json *j, json_t *object, struct buf *why)
{
	const char *key;
	json_t *value;
	memset(j->cells, 0, j->keys.n * sizeof *j->cells);
	json_object_foreach(object, key, value)
	{
		uint32_t column = intern_find(&j->keys, str_of(key));
		if (column == INTERN_NONE)
			buf_fmt(why, "key '" STR_FMT "', which none of the first objects has",
				STR_ARG(str_of(key)));
		else if (json_is_object(value) || json_is_array(value))
			buf_fmt(why, "the value of '%s' is no single value%s", key,
				json_is_object(json_array_get(value, 0)) ? ", but a list of objects"
									 : "");
		else
			j->cells[column] = value;
		if (why->n)
			return false;
	}
	return true;
}

static enum rows_status give_object(struct rows *r, struct row *row)
{
	struct json *j = r->state;
	struct str raw = row->raw;
	json_t *object = parse(raw, &r->why);
	enum rows_status status = ROWS_REFUSED;
	if (object && place_values(j, object, &r->why)) {
		sheet_begin(&j->sheet, row->pos.line);
		for (size_t i = 0; i < j->keys.n; i++)
			if (j->cells[i])
				add_cell(j, i, j->cells[i]);
		status = sheet_give(&j->sheet, r, row);
	}
	json_decref(object);
	row->raw = raw;
	return status;
}

static enum rows_status give_header(struct rows *r, struct row *row)
{
	struct json *j = r->state;
	j->header_given = true;
	sheet_begin(&j->sheet, r->source->line + 1);
	for (size_t i = 0; i < j->keys.n; i++) {
		char number[NUMBER_MAX];
		struct str key = intern_text(&j->keys, (uint32_t)i);
		snprintf(number, sizeof number, "c%zu", i + 1);
		sheet_add(&j->sheet, i, str_trim(key).n ? key : str_of(number), false);
	}
	return sheet_give(&j->sheet, r, row);
}

static enum rows_status json_next(struct rows *r, struct row *row)
{
	struct json *j = r->state;
	struct extent e = {0};
	if (!j->header_given)
		return give_header(r, row);
	enum rows_status status = next_object(r);
	row->pos = (struct pos){r->source->name, r->source->line + 1};
	if (status != ROWS_ROW)
		return status;
	while (!find_end(&e, source_window(r->source)))
		if (e.at > LIMIT_RECORD || !source_more(r->source)) {
			buf_puts(&r->why, "bad JSON: the object that begins here is not closed");
			return ROWS_FAILED;
		}
	j->between = true;
	row->raw = str_head(source_window(r->source), e.at);
	pass(r->source, e.at);
	return give_object(r, row);
}

const struct rows_format ROWS_JSON = {
	.name = "json", .open = json_open, .next = json_next, .close = json_close, .named = "JSON"};
