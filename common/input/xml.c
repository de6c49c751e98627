#include <stdlib.h>

#include <expat.h>

#include "base/mem.h"
#include "input/xml.h"

enum { XML_CHUNK = 64 * 1024 };

struct xml {
	XML_Parser parser;
	struct part *part;     /* or NULL, where it reads */
	struct source *source; /* this one */
	const struct xml_handlers *handlers;
	void *state;
	const char *trouble;
	size_t depth;
	XML_Index fed;
	bool stopped, last;
};

static const char *local_name(const char *name)
{
	const char *colon = strchr(name, ':');
	return colon ? colon + 1 : name;
}

static void on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	struct xml *x = user;
	if (++x->depth > XML_DEPTH)
		xml_fail(x, "elements nested too deep");
	else if (XML_GetSpecifiedAttributeCount(x->parser) > 2 * XML_ATTRIBUTES)
		xml_fail(x, "too many attributes");
	if (!x->trouble && x->handlers->start)
		x->handlers->start(x->state, local_name(name), attributes);
}

static void on_end(void *user, const XML_Char *name)
{
	struct xml *x = user;
	x->depth--;
	if (!x->trouble && x->handlers->end)
		x->handlers->end(x->state, local_name(name));
}

static void on_text(void *user, const XML_Char *text, int n)
{
	struct xml *x = user;
	if (!x->trouble && x->handlers->text)
		x->handlers->text(x->state, (struct str){text, (size_t)n});
}

static void on_doctype(
	void *user, const XML_Char *name, const XML_Char *system, const XML_Char *public, int inner)
{
	(void)name, (void)system, (void)public, (void)inner;
	xml_fail(user, "a document type declaration");
}

const char *xml_attribute(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (strcmp(attributes[0], name) == 0)
			return attributes[1];
	return NULL;
}

const char *xml_prefixed(const char **attributes, const char *name)
{
	for (; *attributes; attributes += 2) {
		const char *local = local_name(attributes[0]);
		if (local != attributes[0] && strcmp(local, name) == 0)
			return attributes[1];
	}
	return NULL;
}

static void *allocate(size_t n)
{
	return mem_resize(NULL, n, 1);
}

static void *resize(void *old, size_t n)
{
	return mem_resize(old, n, 1);
}

/* The encoding is what the text says, where it is NULL. */
static struct xml *xml_new(const char *encoding, const struct xml_handlers *handlers, void *state)
{
	static const XML_Memory_Handling_Suite memory = {allocate, resize, free};
	struct xml *x = mem_zero(1, sizeof *x);
	*x = (struct xml){.handlers = handlers, .state = state};
	x->parser = XML_ParserCreate_MM(encoding, &memory, NULL);
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, on_start, on_end);
	XML_SetCharacterDataHandler(x->parser, on_text);
	XML_SetStartDoctypeDeclHandler(x->parser, on_doctype);
	return x;
}

struct xml *xml_open(struct part *part, const struct xml_handlers *handlers, void *state)
{
	struct xml *x = xml_new(NULL, handlers, state);
	x->part = part;
	return x;
}

struct xml *xml_open_text(struct source *source, const struct xml_handlers *handlers, void *state)
{
	struct xml *x = xml_new("UTF-8", handlers, state);
	x->source = source;
	return x;
}

void xml_stop(struct xml *x)
{
	x->stopped = true;
	XML_StopParser(x->parser, XML_TRUE);
}

void xml_fail(struct xml *x, const char *trouble)
{
	if (x->trouble)
		return;
	x->trouble = trouble;
	XML_StopParser(x->parser, XML_FALSE);
}

static ssize_t read_text(struct source *s, char *to, size_t n)
{
	if (source_window(s).n == 0 && !source_more(s))
		return 0;
	struct str text = str_head(source_window(s), n);
	memcpy(to, text.p, text.n);
	source_consume(s, text.n, 0);
	return (ssize_t)text.n;
}

/* The next piece of the part; XML_STATUS_ERROR with the reason in *why when there is none. */
static enum XML_Status feed(struct xml *x, struct buf *why)
{
	void *room = XML_GetBuffer(x->parser, XML_CHUNK);
	ssize_t n = !room       ? -1
	            : x->source ? read_text(x->source, room, XML_CHUNK)
	                        : part_read(x->part, room, XML_CHUNK, why);
	if (n < 0)
		return XML_STATUS_ERROR;
	x->fed += n;
	x->last = n == 0;
	enum XML_Status status = XML_ParseBuffer(x->parser, (int)n, x->last);
	if (status == XML_STATUS_OK && x->fed - XML_GetCurrentByteIndex(x->parser) > XML_TAG)
		x->trouble = "a tag that is too long";
	return x->trouble ? XML_STATUS_ERROR : status;
}

static enum xml_status bad(struct xml *x, struct buf *why)
{
	if (why->n == 0)
		buf_fmt(why, "bad XML in its line %lu: %s",
			(unsigned long)XML_GetCurrentLineNumber(x->parser),
			x->trouble ? x->trouble : XML_ErrorString(XML_GetErrorCode(x->parser)));
	return XML_BAD;
}

enum xml_status xml_run(struct xml *x, struct buf *why)
{
	for (;;) {
		bool resume = x->stopped;
		x->stopped = false;
		enum XML_Status status = resume ? XML_ResumeParser(x->parser) : feed(x, why);
		if (status == XML_STATUS_ERROR)
			return bad(x, why);
		if (status == XML_STATUS_SUSPENDED)
			return XML_STOPPED;
		if (x->last)
			return XML_END;
	}
}

void xml_close(struct xml *x)
{
	if (!x)
		return;
	XML_ParserFree(x->parser);
	part_close(x->part);
	free(x);
}

bool xml_read(struct container *c, const char *name, const struct xml_handlers *handlers,
	void *state, struct xml **x, struct buf *why)
{
	struct part *part = part_open(c, name, why);
	if (!part)
		return false;
	*x = xml_open(part, handlers, state);
	bool ok = xml_run(*x, why) == XML_END;
	xml_close(*x);
	*x = NULL;
	return ok;
}
