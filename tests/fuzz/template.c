/*
 * Any text as a template: its blocks are in order and inside of it; any block as a pipeline: its
 * stages are views of it, in order, none empty, with a bar between them; any fence: its words are
 * read or refused with a reason. Nothing is run.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "report/directive.h"
#include "report/document.h"
#include "report/pipeline.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool good)
{
	if (!good)
		abort();
}

static void check_pipeline(struct str text)
{
	static struct pipeline p;
	struct buf why = {0};
	const char *at = text.p, *end = text.p + text.n;
	bool good = pipeline_parse(&p, text, &why);
	need(good == !why.n);
	for (size_t i = 0; good && i < p.n; i++) {
		struct str stage = p.stages[i].text;
		need(stage.n && stage.p >= at && stage.p + stage.n <= end);
		need(!i || memchr(at, '|', (size_t)(stage.p - at)));
		at = stage.p + stage.n;
	}
	buf_release(&why);
}

static void check_directives(struct str info)
{
	struct arena arena = {0};
	struct buf why = {0};
	struct directives d;
	need(directives_parse(&d, info, &arena, &why) == !why.n);
	buf_release(&why);
	arena_release(&arena);
}

static void check_document(struct str text)
{
	struct document *d = document_parse(text, STR("koop"));
	struct buf out = {0};
	size_t last = 0;
	for (size_t i = 0; i < document_count(d); i++) {
		const struct block *b = document_block(d, i);
		need(b->line > last && b->column > 0 && (!b->closed || b->last > b->line));
		last = b->closed ? b->last : b->line;
		check_pipeline(b->text);
		check_directives(b->info);
		document_fill_html(d, i, "");
	}
	document_title(d, &out);
	document_html(d, &out);
	document_free(d);
	buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {(const char *)data, size};
	if (!utf8_valid(text))
		return 0;
	check_pipeline(text);
	check_directives(text);
	check_document(text);
	return 0;
}
