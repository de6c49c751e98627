#include "base/near.h"
#include "expr/lex.h"

/* The state of the parser: one token of look-ahead. Every function returns NULL once an error is
 * set. */
struct parser {
	struct compiler *c;
	struct token now;
	size_t depth;
	bool failed;
};

static struct node *parse_level(struct parser *p, enum level level);

static struct node *fail(struct parser *p, const char *what)
{
	if (p->failed)
		return NULL;
	p->failed = true;
	if (p->now.kind == TOKEN_END)
		compile_error(p->c, p->now.at, "%s expected, but the expression ends", what);
	else
		compile_error(p->c, p->now.at, "%s expected before '" STR_FMT "'", what,
			STR_ARG(p->now.source));
	return NULL;
}

static void advance(struct parser *p)
{
	if (!p->failed && !lex(p->c, lex_end(&p->now), &p->now)) {
		p->failed = true;
		p->now.kind = TOKEN_END;
	}
}

/* Is the token this word or sign? */
static bool at_word(const struct parser *p, struct str word)
{
	return (p->now.kind == TOKEN_NAME || p->now.kind == TOKEN_SIGN) &&
	       str_eq(p->now.text, word);
}

static bool take(struct parser *p, struct str word)
{
	if (!at_word(p, word))
		return false;
	advance(p);
	return true;
}

static bool need(struct parser *p, struct str word)
{
	char what[16];
	if (take(p, word))
		return true;
	snprintf(what, sizeof what, "'" STR_FMT "'", STR_ARG(word));
	fail(p, what);
	return false;
}

static struct node *new_node(struct parser *p, enum node_kind kind, size_t at, size_t end)
{
	struct node *node = arena_zero(p->c->arena, 1, sizeof *node);
	*node = (struct node){.kind = kind, .at = at, .depth = 1};
	node->source = str_head(str_from(p->c->text, at), end - at);
	return node;
}

/* The arguments that are being gathered. */
struct args {
	struct node **nodes;
	size_t n, cap;
};

static bool add_arg(struct parser *p, struct args *args, struct node *arg)
{
	if (!arg)
		return false;
	if (args->n ==
		args->cap) { /* doubled in the arena: the old halves are given back with it */
		size_t cap = args->cap ? 2 * args->cap : 4;
		struct node **nodes = arena_alloc(p->c->arena, cap, sizeof *nodes);
		if (args->n)
			memcpy(nodes, args->nodes, args->n * sizeof *nodes);
		args->nodes = nodes;
		args->cap = cap;
	}
	args->nodes[args->n++] = arg;
	return true;
}

static struct node *too_deep(struct parser *p, size_t at)
{
	if (!p->failed)
		compile_error(p->c, at, "expression nested deeper than %d", EXPR_MAX_DEPTH);
	p->failed = true;
	return NULL;
}

/* Parses what stands inside something else. */
static struct node *parse_inside(struct parser *p, enum level level)
{
	if (p->depth == EXPR_MAX_DEPTH)
		return too_deep(p, p->now.at);
	p->depth++;
	struct node *node = parse_level(p, level);
	p->depth--;
	return node;
}

static struct node *call(struct parser *p, struct str name, size_t at, const struct args *args)
{
	struct node *node = new_node(p, NODE_CALL, at, p->now.at);
	if (p->failed)
		return NULL;
	node->source = str_trim(node->source);
	node->name = name;
	node->args = args->nodes;
	node->n = args->n;
	for (size_t i = 0; i < args->n; i++)
		if (args->nodes[i]->depth >= node->depth)
			node->depth = args->nodes[i]->depth + 1;
	return node->depth > EXPR_MAX_DEPTH ? too_deep(p, at) : node;
}

/* What follows an opening bracket, up to the closing one. */
static bool parse_args(struct parser *p, struct args *args)
{
	if (at_word(p, STR(")")))
		return take(p, STR(")"));
	do
		if (!add_arg(p, args, parse_inside(p, LEVEL_OR)))
			return false;
	while (take(p, STR(",")));
	return need(p, STR(")"));
}

static bool is_function(struct str name)
{
	if (str_eq(name, STR("if")))
		return true;
	for (size_t i = 0; i < OP_COUNT; i++)
		if (OPS[i].level == LEVEL_FUNCTION && str_eq(OPS[i].name, name))
			return true;
	return false;
}

static struct node *unknown_function(struct parser *p, const struct token *name)
{
	struct str names[OP_COUNT + 1] = {STR("if")};
	size_t n = 1;
	for (size_t i = 0; i < OP_COUNT; i++)
		if (OPS[i].level == LEVEL_FUNCTION)
			names[n++] = OPS[i].name;
	size_t near = near_find(name->text, names, n);
	p->failed = true;
	if (near < n)
		compile_error(p->c, name->at,
			"unknown function '" STR_FMT "' (did you mean '" STR_FMT "'?)",
			STR_ARG(name->text), STR_ARG(names[near]));
	else
		compile_error(
			p->c, name->at, "unknown function '" STR_FMT "'", STR_ARG(name->text));
	return NULL;
}

/* Words that are operators, and can be columns only in backquotes. */
static bool is_reserved(struct str name)
{
	static const struct str words[] = {STR_CONST("and"), STR_CONST("or"), STR_CONST("not"),
		STR_CONST("in"), STR_CONST("has"), STR_CONST("is"), STR_CONST("like")};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (str_eq(name, words[i]))
			return true;
	return false;
}

/* A column, or a function when a bracket follows. */
static struct node *parse_name(struct parser *p)
{
	struct token name = p->now;
	struct args args = {0};
	if (name.kind == TOKEN_NAME && is_reserved(name.text))
		return fail(p, "a value");
	advance(p);
	if (name.kind == TOKEN_NAME && take(p, STR("("))) {
		if (!is_function(name.text))
			return unknown_function(p, &name);
		if (!parse_args(p, &args))
			return NULL;
		struct node *node = call(p, name.text, name.at, &args);
		if (node && str_eq(name.text, STR("if")))
			node->kind = NODE_IF;
		return node;
	}
	struct node *node = new_node(p, NODE_COLUMN, name.at, lex_end(&name));
	node->name = name.text;
	return p->failed ? NULL : node;
}

static struct node *parse_literal(struct parser *p)
{
	struct token t = p->now;
	struct node *node = new_node(p, NODE_CONST, t.at, lex_end(&t));
	node->type = t.kind == TOKEN_NUMBER ? TYPE_NUMBER : TYPE_TEXT;
	node->value.text = t.text;
	node->value.missing = t.kind == TOKEN_TEXT && t.text.n == 0;
	if (t.kind == TOKEN_NUMBER) {
		node->value.text = t.source;
		node->value.number = t.number;
		node->year = t.source.n == 4 && str_index(t.source, '.') == 4;
	}
	advance(p);
	return p->failed ? NULL : node;
}

static struct node *parse_primary(struct parser *p)
{
	switch (p->now.kind) {
	case TOKEN_TEXT:
	case TOKEN_NUMBER: return parse_literal(p);
	case TOKEN_NAME:
	case TOKEN_COLUMN: return parse_name(p);
	default: break;
	}
	if (!take(p, STR("(")))
		return fail(p, "a value");
	struct node *node = parse_inside(p, LEVEL_OR);
	return node && need(p, STR(")")) ? node : NULL;
}

static struct node *wrap(struct parser *p, struct str name, size_t at, struct node *arg)
{
	struct args args = {0};
	return add_arg(p, &args, arg) ? call(p, name, at, &args) : NULL;
}

static struct node *parse_sign(struct parser *p)
{
	size_t at = p->now.at;
	if (take(p, STR("+")))
		return parse_inside(p, LEVEL_SIGN);
	if (take(p, STR("-")))
		return wrap(p, STR("negate"), at, parse_inside(p, LEVEL_SIGN));
	return parse_primary(p);
}

static struct node *parse_not(struct parser *p)
{
	size_t at = p->now.at;
	if (take(p, STR("not")))
		return wrap(p, STR("not"), at, parse_inside(p, LEVEL_NOT));
	return parse_level(p, LEVEL_COMPARE);
}

/* The operator of this level that the token is, or NULL. */
static const struct op *infix(const struct parser *p, enum level level)
{
	for (size_t i = 0; i < OP_COUNT; i++)
		if (OPS[i].level == level && at_word(p, OPS[i].name))
			return &OPS[i];
	return NULL;
}

/* a or b or c: one node with all of them, so that long chains are not deep. */
static struct node *parse_chain(struct parser *p, enum level level)
{
	struct args args = {0};
	size_t at = p->now.at;
	struct str word = level == LEVEL_OR ? STR("or") : STR("and");
	do
		if (!add_arg(p, &args, parse_level(p, level + 1)))
			return NULL;
	while (take(p, word));
	return args.n == 1 ? args.nodes[0] : call(p, word, at, &args);
}

/* a - b - c: from the left. */
static struct node *parse_left(struct parser *p, enum level level)
{
	size_t at = p->now.at;
	struct node *left = parse_level(p, level + 1);
	const struct op *op;
	while (left && (op = infix(p, level))) {
		struct args args = {0};
		advance(p);
		add_arg(p, &args, left);
		if (!add_arg(p, &args, parse_level(p, level + 1)))
			return NULL;
		left = call(p, op->name, at, &args);
	}
	return left;
}

/* "is missing" and "is not missing". */
static struct node *parse_is(struct parser *p, struct node *left, size_t at)
{
	bool negated = take(p, STR("not"));
	if (!need(p, STR("missing")))
		return NULL;
	struct node *node = wrap(p, STR("is missing"), at, left);
	return negated ? wrap(p, STR("not"), at, node) : node;
}

/* in (a, b), has (a, b): a list in brackets, or one value. */
static struct node *parse_members(struct parser *p, struct str name, struct node *left, size_t at)
{
	struct args args = {0};
	add_arg(p, &args, left);
	if (take(p, STR("(")) ? !parse_args(p, &args)
			      : !add_arg(p, &args, parse_level(p, LEVEL_SUM)))
		return NULL;
	return args.n < 2 ? fail(p, "a value in the brackets") : call(p, name, at, &args);
}

static struct node *parse_compare(struct parser *p)
{
	size_t at = p->now.at;
	struct args args = {0};
	struct node *left = parse_level(p, LEVEL_SUM), *node;
	if (!left)
		return NULL;
	if (take(p, STR("is")))
		return parse_is(p, left, at);
	bool negated = take(p, STR("not"));
	const struct op *op = infix(p, LEVEL_COMPARE);
	if (!op)
		return negated ? fail(p, "'in', 'has' or 'like'") : left;
	bool word = p->now.kind == TOKEN_NAME;
	if (negated && !word)
		return fail(p, "'in', 'has' or 'like'");
	advance(p);
	if (op->takes[2] == '*') {
		node = parse_members(p, op->name, left, at);
	} else {
		add_arg(p, &args, left);
		if (!add_arg(p, &args, parse_level(p, LEVEL_SUM)))
			return NULL;
		node = call(p, op->name, at, &args);
	}
	if (node && infix(p, LEVEL_COMPARE))
		return fail(p, "'and' or 'or'");
	return negated ? wrap(p, STR("not"), at, node) : node;
}

static struct node *parse_level(struct parser *p, enum level level)
{
	if (p->failed)
		return NULL;
	switch (level) {
	case LEVEL_OR:
	case LEVEL_AND: return parse_chain(p, level);
	case LEVEL_NOT: return parse_not(p);
	case LEVEL_COMPARE: return parse_compare(p);
	case LEVEL_SIGN: return parse_sign(p);
	default: return parse_left(p, level);
	}
}

/* The whole text: holds for all when there is nothing in it. */
struct node *parse(struct compiler *c)
{
	struct parser p = {.c = c};
	advance(&p);
	if (p.failed)
		return NULL;
	if (p.now.kind == TOKEN_END) {
		struct node *all = new_node(&p, NODE_CONST, 0, 0);
		all->type = TYPE_TRUTH;
		all->value.truth = answer_of(true);
		return all;
	}
	struct node *node = parse_level(&p, LEVEL_OR);
	if (node && p.now.kind != TOKEN_END)
		return fail(&p, "'and', 'or' or the end");
	return p.failed ? NULL : node;
}
