/*
 * lex: the words of an expression (inside common/expr only).
 */
#ifndef KOOP_EXPR_LEX_H
#define KOOP_EXPR_LEX_H

#include "expr/node.h"

enum token_kind {
	TOKEN_END,
	TOKEN_NAME,   /* a word: a column, function or word operator */
	TOKEN_COLUMN, /* in backquotes: always a column */
	TOKEN_TEXT,
	TOKEN_NUMBER,
	TOKEN_SIGN, /* an operator or punctuation */
};

struct token {
	enum token_kind kind;
	size_t at;         /* byte offset in the text */
	struct str source; /* as it was written */
	struct str text;   /* the name, or the text with its escapes decoded */
	double number;
};

/* The token at byte `at` of the text, or false with the error set. The next one begins at lex_end.
 */
bool lex(struct compiler *c, size_t at, struct token *token);

static inline size_t lex_end(const struct token *token)
{
	return token->at + token->source.n;
}

#endif
