#include "base/mem.h"
#include "date/edtf.h"
#include "expr/node.h"

/* What a letter of an operator's arguments asks for. */
static enum type type_of_letter(char letter)
{
	switch (letter) {
	case 't': return TYPE_TEXT;
	case 'n': return TYPE_NUMBER;
	case 'd': return TYPE_DATE;
	case 'b': return TYPE_TRUTH;
	case 'l': return TYPE_LIST;
	case 'r':
	case 'i': return TYPE_REGEX;
	default: return TYPE_ANY;
	}
}

static bool check_column(struct compiler *c, struct node *node)
{
	long column = header_find(c->header, node->name);
	if (column == COLUMN_NONE) {
		struct str near = header_near(c->header, node->name);
		if (near.n)
			return compile_error(c, node->at,
				"unknown column '" STR_FMT "' (did you mean '" STR_FMT "'?)",
				STR_ARG(node->name), STR_ARG(near));
		return compile_error(
			c, node->at, "unknown column '" STR_FMT "'", STR_ARG(node->name));
	}
	node->column = (size_t)column;
	node->date = date_is_column(node->name);
	node->date_kind = date_kind_of(node->name);
	return true;
}

/* Which of the overloaded rows the arguments mean: 'd', 'n' or 't'. */
static char class_of(const struct node *node)
{
	char class = 't';
	for (size_t i = 0; i < node->n; i++) {
		const struct node *arg = node->args[i];
		if (arg->type == TYPE_DATE || arg->date)
			return 'd';
		if (arg->type == TYPE_NUMBER || arg->type == TYPE_TRUTH)
			class = 'n';
	}
	return class;
}

static const struct op *find_op(struct str name, char class)
{
	const struct op *found = NULL;
	for (size_t i = 0; i < OP_COUNT; i++)
		if (str_eq(OPS[i].name, name) && (!found || OPS[i].takes[0] == class))
			found = &OPS[i];
	return found;
}

/* The letter for argument i, or NUL when there may be no such argument; *optional when there need
 * not be. */
static char letter_for(const char *takes, size_t i, bool *optional)
{
	char last = '\0';
	*optional = false;
	for (const char *p = takes; *p; p++) {
		if (*p == '?') {
			*optional = true;
			continue;
		}
		if (*p == '*') {
			*optional = true;
			return last;
		}
		last = *p;
		if (i-- == 0)
			return last;
	}
	return '\0';
}

static bool check_count(struct compiler *c, const struct node *node)
{
	bool optional;
	if (node->n && !letter_for(node->op->takes, node->n - 1, &optional))
		return compile_error(
			c, node->at, "too many arguments for '" STR_FMT "'", STR_ARG(node->name));
	if (letter_for(node->op->takes, node->n, &optional) && !optional)
		return compile_error(
			c, node->at, "too few arguments for '" STR_FMT "'", STR_ARG(node->name));
	return true;
}

/* Runs an operator on constants, and makes its node a constant. */
static bool fold(struct compiler *c, struct node *node)
{
	struct value *a;
	for (size_t i = 0; i < node->n; i++)
		if (node->args[i]->kind != NODE_CONST)
			return true;
	a = mem_zero(node->n, sizeof *a);
	for (size_t i = 0; i < node->n; i++)
		a[i] = node->args[i]->value;
	op_apply(node->op, a, node->n, c->run);
	node->value = a[0];
	free(a);
	if (c->run->trouble)
		return compile_error(c, node->at, "%s", c->run->trouble);
	node->value.text = arena_str(c->arena, node->value.text);
	node->kind = NODE_CONST;
	node->type = node->op->result;
	return true;
}

static bool compile_pattern(struct compiler *c, struct node *pattern, bool caseless)
{
	struct regex_error error;
	if (pattern->kind != NODE_CONST ||
		(pattern->type != TYPE_TEXT && pattern->type != TYPE_REGEX))
		return compile_error(c, pattern->at, "a pattern must be a text in quotes");
	struct regex *re =
		regex_compile(pattern->value.text, caseless ? REGEX_CASELESS : 0, &error);
	if (!re)
		return compile_error(
			c, pattern->at + 1 + error.at, "malformed pattern: %s", error.text);
	c->run->patterns = mem_grow(c->run->patterns, c->run->npatterns, &c->run->cap_patterns,
		sizeof *c->run->patterns);
	c->run->patterns[c->run->npatterns++] = re;
	pattern->value = (struct value){.text = pattern->value.text, .regex = re};
	pattern->type = TYPE_REGEX;
	return true;
}

/* A comparison with "" would never be known; what is meant is another question. */
static bool check_empty(struct compiler *c, const struct node *node)
{
	if (node->op->level != LEVEL_COMPARE || node->op == &OPS[OP_missing])
		return true;
	for (size_t i = 0; i < node->n; i++)
		if (node->args[i]->kind == NODE_CONST && node->args[i]->value.missing)
			return compile_error(c, node->args[i]->at,
				"an empty text is a missing value (write: is missing)");
	return true;
}

static bool check_call(struct compiler *c, struct node *node)
{
	bool optional;
	node->op = find_op(node->name, class_of(node));
	node->type = node->op->result;
	if (!check_count(c, node))
		return false;
	for (size_t i = 0; i < node->n; i++) {
		char letter = letter_for(node->op->takes, i, &optional);
		enum type type = type_of_letter(letter);
		if (type == TYPE_ANY && node->args[i]->type == TYPE_TRUTH)
			type = TYPE_NUMBER; /* a condition is missing when it is unknown */
		if (type == TYPE_REGEX ? !compile_pattern(c, node->args[i], letter == 'i')
				       : type != TYPE_ANY && !convert(c, &node->args[i], type))
			return false;
	}
	return check_empty(c, node) && fold(c, node);
}

/* Both branches as one type: their own when it is the same, else text. */
static bool check_if(struct compiler *c, struct node *node)
{
	if (node->n != 3)
		return compile_error(c, node->at,
			"too %s arguments for 'if' (condition, then, else)",
			node->n < 3 ? "few" : "many");
	if (!convert(c, &node->args[0], TYPE_TRUTH))
		return false;
	bool same = node->args[1]->type == node->args[2]->type;
	node->type = same ? node->args[1]->type : TYPE_TEXT;
	return convert(c, &node->args[1], node->type) && convert(c, &node->args[2], node->type);
}

bool check(struct compiler *c, struct node *node)
{
	for (size_t i = 0; i < node->n; i++)
		if (!check(c, node->args[i]))
			return false;
	switch (node->kind) {
	case NODE_COLUMN: return check_column(c, node);
	case NODE_CALL: return check_call(c, node);
	case NODE_IF: return check_if(c, node);
	default: return true;
	}
}

static bool is_texty(enum type type)
{
	return type == TYPE_TEXT || type == TYPE_LIST;
}

/* A constant as a date: a text or a bare year is the period it names. */
static bool convert_to_period(struct compiler *c, struct node *node)
{
	bool date = is_texty(node->type) || node->year;
	if (date && node->value.missing)
		return true;
	if (!date || !value_to_date(&node->value, DATE_PERIOD))
		return compile_error(c, node->at,
			"not a date: '" STR_FMT
			"' (a date is written \"2015-10\" or date(\"2015-10\"))",
			STR_ARG(node->source));
	return true;
}

static bool convert_const(struct compiler *c, struct node *node, enum type type)
{
	if (type == TYPE_DATE && !convert_to_period(c, node))
		return false;
	if (type == TYPE_NUMBER && !node->value.missing && is_texty(node->type) &&
		!value_to_number(&node->value))
		return compile_error(
			c, node->at, "not a number: '" STR_FMT "'", STR_ARG(node->value.text));
	if (type == TYPE_NUMBER && node->type == TYPE_TRUTH)
		node->value.number = node->value.truth.certain == KLEENE_YES;
	if (type == TYPE_TEXT && !is_texty(node->type)) {
		value_to_text(&node->value, node->type, c->run);
		node->value.text = arena_str(c->arena, node->value.text);
	}
	node->type = type;
	return true;
}

static const char *type_words(enum type type)
{
	switch (type) {
	case TYPE_NUMBER: return "a number";
	case TYPE_DATE: return "a date";
	case TYPE_TRUTH: return "a condition";
	default: return "a text";
	}
}

/* No value of one type can be the other. */
static bool cannot_be(enum type from, enum type to)
{
	if (to == TYPE_TRUTH)
		return true;
	if (to == TYPE_DATE)
		return !is_texty(from);
	return to == TYPE_NUMBER && from == TYPE_DATE;
}

bool convert(struct compiler *c, struct node **node, enum type type)
{
	struct node *from = *node;
	if (from->type == type)
		return true;
	if (cannot_be(from->type, type) && !(type == TYPE_DATE && from->year))
		return compile_error(c, from->at, "%s is asked for, '" STR_FMT "' is %s%s",
			type_words(type), STR_ARG(from->source), type_words(from->type),
			type == TYPE_DATE ? " (a date is written date(\"2015-10\"))" : "");
	if (from->kind == NODE_CONST)
		return convert_const(c, from, type);
	if (is_texty(from->type) && is_texty(type))
		return true;
	struct node *to = arena_zero(c->arena, 1, sizeof *to);
	*to = *from;
	*to = (struct node){.kind = NODE_CONVERT,
		.type = type,
		.at = from->at,
		.source = from->source,
		.name = from->name,
		.n = 1,
		.depth = from->depth,
		.date_kind = from->date_kind};
	to->args = arena_alloc(c->arena, 1, sizeof *to->args);
	to->args[0] = from;
	*node = to;
	return true;
}
