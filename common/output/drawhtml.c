#include "base/sha256.h"
#include "output/drawhtml.h"
#include "output/drawsvg.h"
#include "output/labels.h"
#include "output/markup.h"

/* Of a network with more edges the table does not name neighbours. */
enum { NAMED_EDGES = 2000 };

static const char STYLE[] =
#include "draw.css.inc"
	;

static const char SCRIPT[] =
#include "draw.js.inc"
	;

struct html {
	const struct picture *p;
	struct buf *out;
};

static void put_word(struct html *h, const char *word)
{
	markup_text(h->out, labels_word(word, h->p->look->lang));
}

static struct str title_of(const struct picture *p)
{
	struct str title = str_of(p->look->title);
	return title.n ? title : labels_word("network", p->look->lang);
}

/* The page may show itself, and run what these hashes name. */
static void put_policy(struct html *h)
{
	char style[SHA256_BASE64], script[SHA256_BASE64];
	sha256_base64((struct str){STYLE, sizeof STYLE - 1}, style);
	sha256_base64((struct str){SCRIPT, sizeof SCRIPT - 1}, script);
	buf_fmt(h->out,
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'sha256-%s'; script-src 'sha256-%s'; base-uri 'none'; form-action "
		"'none'\">\n",
		style, script);
}

static void put_head(struct html *h)
{
	buf_fmt(h->out, "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
		label_langs[h->p->look->lang]);
	put_policy(h);
	buf_puts(h->out, "<meta name=\"viewport\" content=\"width=device-width, "
			 "initial-scale=1\">\n<title>");
	markup_text(h->out, title_of(h->p));
	buf_puts(h->out, "</title>\n<style>");
	buf_add(h->out, STYLE, sizeof STYLE - 1);
	buf_puts(h->out, "</style>\n</head>\n<body>\n<h1>");
	markup_text(h->out, title_of(h->p));
	buf_puts(h->out, "</h1>\n");
}

static void put_button(struct html *h, const char *word, const char *sign)
{
	buf_fmt(h->out, "<button type=\"button\" id=\"%s\" aria-label=\"", word);
	put_word(h, word);
	buf_puts(h->out, "\" title=\"");
	put_word(h, word);
	buf_fmt(h->out, "\">%s</button>\n", sign);
}

static void put_tools(struct html *h)
{
	buf_puts(h->out, "<div class=\"tools\">\n<label>");
	put_word(h, "search");
	buf_puts(h->out, " <input type=\"search\" id=\"find\" autocomplete=\"off\"></label>\n"
			 "<output id=\"found\" data-word=\"");
	put_word(h, "found");
	buf_puts(h->out, "\"></output>\n");
	put_button(h, "nearer", "+");
	put_button(h, "farther", "\xe2\x88\x92");
	put_button(h, "whole", "\xe2\x8c\x82");
	buf_puts(h->out, "</div>\n");
}

static void put_picture(struct html *h)
{
	buf_puts(h->out, "<div id=\"stage\">\n");
	svg_put(h->p, h->out, true);
	buf_puts(h->out, "</div>\n<p id=\"said\" role=\"status\" data-near=\"");
	put_word(h, "neighbours");
	buf_puts(h->out, "\"></p>\n<p class=\"hint\">");
	put_word(h, "keys");
	buf_puts(h->out, "</p>\n");
}

static void put_neighbours(struct html *h, uint32_t node)
{
	const struct graph *flat = h->p->m->flat;
	buf_puts(h->out, "<td>");
	for (size_t k = flat->start[node]; k < flat->start[node + 1]; k++) {
		buf_puts(h->out, k > flat->start[node] ? "; <bdi>" : "<bdi>");
		markup_text(h->out, h->p->names[flat->to[k]]);
		buf_puts(h->out, "</bdi>");
	}
	buf_puts(h->out, "</td>");
}

static void put_row(struct html *h, uint32_t node)
{
	const struct picture *p = h->p;
	struct arena arena = {0};
	buf_fmt(h->out,
		"<tr data-node=\"%u\"><th scope=\"row\"><button type=\"button\" dir=\"auto\">",
		node);
	markup_text(h->out, p->names[node]);
	buf_puts(h->out, "</button></th>");
	if (p->colour_name.n) {
		buf_puts(h->out, "<td>");
		markup_text(h->out, picture_value(p, node));
		buf_puts(h->out, "</td>");
	}
	if (p->size_name.n) {
		buf_puts(h->out, "<td class=\"r\">");
		buf_addstr(h->out, picture_amount(p, node, &arena));
		buf_puts(h->out, "</td>");
	}
	if (p->m->flat->edges <= NAMED_EDGES)
		put_neighbours(h, node);
	buf_puts(h->out, "</tr>\n");
	arena_release(&arena);
}

static void put_heading(struct html *h, struct str text, const char *class)
{
	buf_fmt(h->out, "<th scope=\"col\"%s>", class);
	markup_text(h->out, text);
	buf_puts(h->out, "</th>");
}

static void put_table(struct html *h)
{
	const struct picture *p = h->p;
	size_t lang = p->look->lang;
	buf_puts(h->out, "<h2 id=\"nodes\">");
	put_word(h, "nodes");
	buf_fmt(h->out, " (%zu)</h2>\n<table aria-labelledby=\"nodes\">\n<thead><tr>", p->g->nodes);
	put_heading(h, labels_column(STR("name"), lang), "");
	if (p->colour_name.n)
		put_heading(h, p->colour_name, "");
	if (p->size_name.n)
		put_heading(h, p->size_name, " class=\"r\"");
	if (p->m->flat->edges <= NAMED_EDGES)
		put_heading(h, labels_word("neighbours", lang), "");
	buf_puts(h->out, "</tr></thead>\n<tbody>\n");
	for (size_t k = 0; k < p->g->nodes; k++)
		put_row(h, p->order[k]);
	buf_puts(h->out, "</tbody>\n</table>\n");
}

void html_put(const struct picture *p, struct buf *out)
{
	struct html h = {.p = p, .out = out};
	put_head(&h);
	put_tools(&h);
	put_picture(&h);
	put_table(&h);
	buf_puts(out, "<script>");
	buf_add(out, SCRIPT, sizeof SCRIPT - 1);
	buf_puts(out, "</script>\n</body>\n</html>\n");
}
