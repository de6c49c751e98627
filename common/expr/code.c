#include "base/mem.h"
#include "expr/code.h"

/* Adds an instruction that changes the height of the stack; returns its index. */
static size_t add(struct expr *e, struct instr instr, int height)
{
	e->code = mem_grow(e->code, e->n, &e->cap, sizeof *e->code);
	e->code[e->n] = instr;
	e->top = (size_t)((long)e->top + height);
	if (e->top > e->deepest)
		e->deepest = e->top;
	return e->n++;
}

/* Is the text written in a field as it is? */
static bool needs_no_escape(struct str text)
{
	for (size_t i = 0; i < text.n; i++)
		if (strchr("\t\n\r\\", text.p[i]))
			return false;
	return true;
}

/* The instruction for "column op constant", if there is one. */
static bool emit_field_test(struct expr *e, const struct node *node)
{
	const struct node *left = node->args[0], *right = node->n == 2 ? node->args[1] : NULL;
	enum op_id id = (enum op_id)(node->op - OPS);
	if (!right || right->kind != NODE_CONST || right->value.missing)
		return false;
	if (left->kind == NODE_CONVERT)
		left = left->args[0];
	if (left->kind != NODE_COLUMN)
		return false;
	struct instr instr = {.column = (uint32_t)left->column,
		.date_kind = left->date_kind,
		.op = node->op,
		.id = id,
		.value = &right->value,
		.source = left->source};
	if ((id == OP_eq_text || id == OP_ne_text) && needs_no_escape(right->value.text))
		instr.code = id == OP_eq_text ? CODE_EQ_TEXT : CODE_NE_TEXT;
	else if (node->op->level == LEVEL_COMPARE && strcmp(node->op->takes, "nn") == 0)
		instr.code = CODE_NUMBER_CMP;
	else if (node->op->level == LEVEL_COMPARE && strcmp(node->op->takes, "dd") == 0)
		instr.code = CODE_DATE_CMP;
	else if (id == OP_match || id == OP_match_i)
		instr.code = CODE_MATCH;
	else if (id == OP_no_match || id == OP_no_match_i)
		instr.code = CODE_NO_MATCH;
	else
		return false;
	add(e, instr, 1);
	return true;
}

/* "column in (…)", when all that it may be are written in a field as they are. */
static bool emit_in_test(struct expr *e, const struct node *node)
{
	if (node->op != &OPS[OP_in_text] || node->args[0]->kind != NODE_COLUMN)
		return false;
	for (size_t i = 1; i < node->n; i++)
		if (node->args[i]->kind != NODE_CONST ||
			!needs_no_escape(node->args[i]->value.text))
			return false;
	add(e,
		(struct instr){.code = CODE_IN_TEXT,
			.column = (uint32_t)node->args[0]->column,
			.node = node},
		1);
	return true;
}

/* a and b and c: after each part, over the rest when it is decided. */
static void emit_chain(struct expr *e, const struct node *node)
{
	enum code skip = node->op == &OPS[OP_and] ? CODE_SKIP_NO : CODE_SKIP_YES;
	size_t *skips = mem_zero(node->n, sizeof *skips);
	emit(e, node->args[0]);
	for (size_t i = 1; i < node->n; i++) {
		skips[i] = add(e, (struct instr){.code = skip}, 0);
		emit(e, node->args[i]);
		add(e, (struct instr){.code = CODE_CALL, .op = node->op, .n = 2}, -1);
	}
	for (size_t i = 1; i < node->n; i++)
		e->code[skips[i]].target = (uint32_t)e->n;
	free(skips);
}

static void emit_call(struct expr *e, const struct node *node)
{
	if (node->op == &OPS[OP_and] || node->op == &OPS[OP_or]) {
		emit_chain(e, node);
		return;
	}
	if (emit_field_test(e, node) || emit_in_test(e, node))
		return;
	for (size_t i = 0; i < node->n; i++)
		emit(e, node->args[i]);
	add(e, (struct instr){.code = CODE_CALL, .op = node->op, .n = (uint32_t)node->n},
		1 - (int)node->n);
}

static void emit_if(struct expr *e, const struct node *node)
{
	emit(e, node->args[0]);
	size_t branch = add(e, (struct instr){.code = CODE_IF}, -1);
	emit(e, node->args[1]);
	size_t jump = add(e, (struct instr){.code = CODE_JUMP}, -1);
	e->code[branch].target = (uint32_t)e->n;
	emit(e, node->args[2]);
	e->code[jump].target = e->code[branch].end = (uint32_t)e->n;
	e->code[branch].type = node->type;
}

static void emit_convert(struct expr *e, const struct node *node)
{
	struct instr instr = {
		.source = node->source, .date_kind = node->date_kind, .type = node->args[0]->type};
	emit(e, node->args[0]);
	switch (node->type) {
	case TYPE_NUMBER:
		instr.code = instr.type == TYPE_TRUTH ? CODE_TRUTH_TO_NUMBER : CODE_TO_NUMBER;
		break;
	case TYPE_DATE: instr.code = CODE_TO_DATE; break;
	default: instr.code = CODE_TO_TEXT; break;
	}
	add(e, instr, 0);
}

void emit(struct expr *e, const struct node *node)
{
	switch (node->kind) {
	case NODE_CONST:
		add(e, (struct instr){.code = CODE_CONST, .value = &node->value}, 1);
		break;
	case NODE_COLUMN:
		add(e, (struct instr){.code = CODE_FIELD, .column = (uint32_t)node->column}, 1);
		break;
	case NODE_CALL: emit_call(e, node); break;
	case NODE_IF: emit_if(e, node); break;
	case NODE_CONVERT: emit_convert(e, node); break;
	}
}
