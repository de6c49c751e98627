/*
 * document: a Markdown text (GitHub Flavored Markdown) and the fenced blocks in it.
 *
 * The only file that knows the Markdown library. Blocks are filled one by one, then the whole is
 * rendered.
 */
#ifndef KOOP_REPORT_DOCUMENT_H
#define KOOP_REPORT_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/str.h"

/* A fenced block whose info string begins with the word asked for. Views live as long as the
 * document. */
struct block {
	struct str info; /* what follows the word on the fence */
	struct str text;
	size_t line, last; /* the lines of the fences, from 1 */
	bool closed;       /* a closing fence follows; `last` is good only then */
	size_t column;     /* where the fence begins in its line, from 1 */
};

struct document;

struct document *document_parse(struct str markdown, struct str word);

size_t document_count(const struct document *d);
const struct block *document_block(const struct document *d, size_t i);

/* Puts markup, or plain text, where the block is. `html` goes into the page as it is. */
void document_fill_html(struct document *d, size_t i, const char *html);
void document_fill_text(struct document *d, size_t i, const char *text);

/* The text of the first heading of level 1, added to *title. */
void document_title(const struct document *d, struct buf *title);

void document_html(const struct document *d, struct buf *out);
void document_text(const struct document *d, struct buf *out);

void document_free(struct document *d);

#endif
