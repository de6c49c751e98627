/*
 * xml: the elements and text of a part of a container, as they come.
 *
 * Reading is a stream that the handlers may stop and the caller takes up again, so memory does not
 * grow with the part. Refused, with the line in the XML: text that is not well-formed, any document
 * type declaration (so there are no entities but the five of XML, and nothing outside is ever
 * read), elements nested deeper than XML_DEPTH, more than XML_ATTRIBUTES of an element, and a tag
 * longer than XML_TAG bytes.
 *
 * The only file that knows expat.
 */
#ifndef KOOP_INPUT_XML_H
#define KOOP_INPUT_XML_H

#include "base/str.h"
#include "input/container.h"
#include "input/source.h"

enum { XML_DEPTH = 256, XML_ATTRIBUTES = 256, XML_TAG = 4 * 1024 * 1024 };

/* Names of elements come without their prefix; attributes are for xml_attribute. Each may be NULL.
 */
struct xml_handlers {
	void (*start)(void *state, const char *name, const char **attributes);
	void (*end)(void *state, const char *name);
	void (*text)(void *state, struct str text); /* a piece */
};

/* The value of an attribute, named with its prefix, or NULL. */
const char *xml_attribute(const char **attributes, const char *name);

/* The same by its name behind whatever prefix, which it has. */
const char *xml_prefixed(const char **attributes, const char *name);

struct xml;

/* Reads the text of the source, whatever encoding that says it is in; it passes over it. */
struct xml *xml_open_text(struct source *source, const struct xml_handlers *handlers, void *state);

/* Takes the part, and closes it. */
struct xml *xml_open(struct part *part, const struct xml_handlers *handlers, void *state);

enum xml_status { XML_STOPPED, XML_END, XML_BAD };

/* Reads on until a handler calls xml_stop; XML_BAD with the reason in *why. */
enum xml_status xml_run(struct xml *x, struct buf *why);

/* For handlers. After xml_fail, whose text must stay, xml_run gives XML_BAD. */
void xml_stop(struct xml *x);
void xml_fail(struct xml *x, const char *trouble);

void xml_close(struct xml *x);

/* Reads a whole part; false with the reason in *why. *x is there for the handlers. */
bool xml_read(struct container *c, const char *name, const struct xml_handlers *handlers,
	void *state, struct xml **x, struct buf *why);

#endif
