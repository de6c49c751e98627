#include <stdlib.h>

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>

#include "base/mem.h"
#include "report/document.h"

struct document {
	cmark_node *root;
	cmark_node **nodes; /* of the blocks */
	struct block *blocks;
	size_t n, cap;
	cmark_parser *parser; /* owns the list of extensions that rendering needs */
};

/* Who writes a template may run any command; so its own HTML is let through. */
enum { OPTIONS = CMARK_OPT_FOOTNOTES | CMARK_OPT_UNSAFE };

static cmark_parser *make_parser(void)
{
	static const char *const extensions[] = {"table", "strikethrough", "autolink", "tasklist"};
	cmark_gfm_core_extensions_ensure_registered();
	cmark_parser *parser = cmark_parser_new(OPTIONS);
	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++) {
		cmark_syntax_extension *extension = cmark_find_syntax_extension(extensions[i]);
		if (extension)
			cmark_parser_attach_syntax_extension(parser, extension);
	}
	return parser;
}

/* The info string behind the word, or false when it begins with another. */
static bool info_of(cmark_node *node, struct str word, struct str *info)
{
	*info = str_of(cmark_node_get_fence_info(node));
	if (!str_starts(*info, word))
		return false;
	*info = str_from(*info, word.n);
	return !info->n || info->p[0] == ' ' || info->p[0] == '\t';
}

/* A line ends with LF, CR LF or CR, as the library counts them. */
static struct str take_line(struct str *text)
{
	size_t n = 0;
	while (n < text->n && text->p[n] != '\n' && text->p[n] != '\r')
		n++;
	struct str line = str_head(*text, n);
	if (n < text->n)
		n += str_starts(str_from(*text, n), STR("\r\n")) ? 2 : 1;
	*text = str_from(*text, n);
	return line;
}

static struct str line_at(struct str text, size_t number)
{
	struct str line = {0};
	while (number--)
		line = take_line(&text);
	return line;
}

/* The library gives a fence that is left open a last line too many; so its closing is looked for.
 */
static bool closes_fence(struct str line)
{
	while (line.n && memchr("> \t", line.p[0], 3))
		line = str_from(line, 1);
	char fence = line.n ? line.p[0] : '\0';
	size_t n = 0;
	while (n < line.n && line.p[n] == fence)
		n++;
	return n >= 3 && (fence == '`' || fence == '~') && !str_trim(str_from(line, n)).n;
}

static void add_block(struct document *d, cmark_node *node, struct str info, struct str markdown)
{
	size_t cap = d->cap, last = (size_t)cmark_node_get_end_line(node);
	d->nodes = mem_grow(d->nodes, d->n, &cap, sizeof *d->nodes);
	d->blocks = mem_grow(d->blocks, d->n, &d->cap, sizeof *d->blocks);
	d->nodes[d->n] = node;
	d->blocks[d->n++] = (struct block){
		.info = str_trim(info),
		.text = str_of(cmark_node_get_literal(node)),
		.line = (size_t)cmark_node_get_start_line(node),
		.last = last,
		.column = (size_t)cmark_node_get_start_column(node),
		.closed = last > (size_t)cmark_node_get_start_line(node) &&
	                  closes_fence(line_at(markdown, last)),
	};
}

/* Calls `visit` for each node that is entered, until it returns false. */
static void walk(cmark_node *root, bool (*visit)(cmark_node *, void *), void *arg)
{
	cmark_iter *iter = cmark_iter_new(root);
	bool more = true;
	while (more) {
		cmark_event_type event = cmark_iter_next(iter);
		more = event != CMARK_EVENT_DONE;
		if (event == CMARK_EVENT_ENTER)
			more = visit(cmark_iter_get_node(iter), arg);
	}
	cmark_iter_free(iter);
}

struct search {
	struct document *d;
	struct str word, markdown;
};

static bool visit_block(cmark_node *node, void *arg)
{
	struct search *s = arg;
	struct str info;
	if (cmark_node_get_type(node) == CMARK_NODE_CODE_BLOCK && info_of(node, s->word, &info))
		add_block(s->d, node, info, s->markdown);
	return true;
}

struct document *document_parse(struct str markdown, struct str word)
{
	struct document *d = mem_zero(1, sizeof *d);
	struct search search = {d, word, markdown};
	d->parser = make_parser();
	cmark_parser_feed(d->parser, markdown.n ? markdown.p : "", markdown.n);
	d->root = cmark_parser_finish(d->parser);
	walk(d->root, visit_block, &search);
	return d;
}

size_t document_count(const struct document *d)
{
	return d->n;
}

const struct block *document_block(const struct document *d, size_t i)
{
	return &d->blocks[i];
}

/* The node stays in memory with the views of its block, out of the tree. */
void document_fill_html(struct document *d, size_t i, const char *html)
{
	cmark_node *custom = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
	cmark_node_set_on_enter(custom, html);
	cmark_node_replace(d->nodes[i], custom);
}

void document_fill_text(struct document *d, size_t i, const char *text)
{
	cmark_node *code = cmark_node_new(CMARK_NODE_CODE_BLOCK);
	cmark_node_set_literal(code, text);
	cmark_node_replace(d->nodes[i], code);
}

struct heading_text {
	struct buf *title;
	cmark_node *heading;
};

static bool visit_heading(cmark_node *node, void *arg)
{
	struct heading_text *h = arg;
	cmark_node_type type = cmark_node_get_type(node);
	if (type == CMARK_NODE_HEADING || (h->heading && cmark_node_get_type(cmark_node_parent(
								 node)) == CMARK_NODE_DOCUMENT)) {
		if (h->heading)
			return false;
		if (type == CMARK_NODE_HEADING && cmark_node_get_heading_level(node) == 1)
			h->heading = node;
	} else if (h->heading && (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE))
		buf_puts(h->title, cmark_node_get_literal(node));
	else if (h->heading && (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK))
		buf_putc(h->title, ' ');
	return true;
}

void document_title(const struct document *d, struct buf *title)
{
	struct heading_text h = {.title = title};
	walk(d->root, visit_heading, &h);
}

static void take(struct buf *out, char *rendered)
{
	buf_puts(out, rendered);
	free(rendered);
}

void document_html(const struct document *d, struct buf *out)
{
	take(out,
		cmark_render_html(d->root, OPTIONS, cmark_parser_get_syntax_extensions(d->parser)));
}

void document_text(const struct document *d, struct buf *out)
{
	take(out, cmark_render_plaintext(d->root, OPTIONS, 0));
}

void document_free(struct document *d)
{
	for (size_t i = 0; i < d->n; i++)
		if (!cmark_node_parent(d->nodes[i]))
			cmark_node_free(d->nodes[i]);
	cmark_node_free(d->root);
	cmark_parser_free(d->parser);
	free(d->nodes);
	free(d->blocks);
	free(d);
}
