#include <stdlib.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "input/workbook.h"

static bool is(const char *name, const char *wanted)
{
	return strcmp(name, wanted) == 0;
}

static const char *keep(struct workbook *w, const char *text)
{
	return arena_str(&w->arena, str_of(text)).p;
}

/* The name of the part that a relation of the workbook points to; NULL when it points upward. */
static const char *resolve(struct workbook *w, const char *target)
{
	if (strstr(target, ".."))
		return NULL;
	if (target[0] == '/')
		return keep(w, target + 1);
	return arena_fmt(&w->arena, "%s%s", w->folder ? w->folder : "", target).p;
}

/* Relations: from the container to the workbook, and from that to its parts. */
static void take_relation(void *state, const char *name, const char **attributes)
{
	struct workbook *w = state;
	const char *target = xml_attribute(attributes, "Target");
	const char *type = xml_attribute(attributes, "Type");
	const char *id = xml_attribute(attributes, "Id");
	if (!is(name, "Relationship") || !target || !type || !id)
		return;
	const char *part = resolve(w, target);
	struct str kind = str_of(type);
	if (!w->main && str_ends(kind, STR("/officeDocument")))
		w->main = part;
	else if (str_ends(kind, STR("/sharedStrings")))
		w->strings_part = part;
	else if (str_ends(kind, STR("/styles")))
		w->styles_part = part;
	else if (str_ends(kind, STR("/worksheet")))
		for (size_t i = 0; i < w->nsheets; i++)
			if (is(w->sheets[i].id, id))
				w->sheets[i].part = part;
}

static void take_sheet(void *state, const char *name, const char **attributes)
{
	struct workbook *w = state;
	if (is(name, "workbookPr")) {
		const char *since = xml_attribute(attributes, "date1904");
		w->since_1904 = since && (is(since, "1") || is(since, "true"));
	}
	const char *title = xml_attribute(attributes, "name");
	const char *id = xml_prefixed(attributes, "id"); /* mostly r:id */
	const char *shown = xml_attribute(attributes, "state");
	bool hidden = shown && (is(shown, "hidden") || is(shown, "veryHidden"));
	if (!is(name, "sheet") || !title || !id)
		return;
	if (w->nsheets == WORKBOOK_SHEETS) {
		xml_fail(w->xml, "too many sheets");
		return;
	}
	w->sheets = mem_grow(w->sheets, w->nsheets, &w->cap_sheets, sizeof *w->sheets);
	w->sheets[w->nsheets++] = (struct workbook_sheet){
		{arena_str(&w->arena, str_of(title)), hidden},
                keep(w, id), NULL
        };
}

/* Behind what is quoted, escaped or in brackets, at the beginning of the rest of a format code. */
static const char *pass_literal(const char *p)
{
	const char *end = NULL;
	if (*p == '"')
		end = strchr(p + 1, '"');
	else if (*p == '[')
		end = strchr(p, ']');
	else if ((*p == '\\' || *p == '_' || *p == '*') && p[1])
		end = p + 1;
	return end ? end + 1 : p;
}

/* [h]:mm is a length of time, no time of a day. */
static bool is_elapsed(const char *p)
{
	size_t n = *p == '[' ? strspn(p + 1, "hHmMsS") : 0;
	return n && p[1 + n] == ']';
}

enum workbook_kind workbook_format_kind(const char *code)
{
	const char *p = code;
	bool time = false, months = false; /* or minutes, where there is a time */
	if (strncasecmp(code, "general", 7) == 0)
		return WORKBOOK_NUMBER;
	while (*p && *p != ';') {
		const char *behind = pass_literal(p);
		if (is_elapsed(p))
			return WORKBOOK_LENGTH;
		if (behind == p && strchr("yYdD", *p))
			return WORKBOOK_DATE;
		time |= behind == p && strchr("hHsS", *p);
		months |= behind == p && (*p == 'm' || *p == 'M');
		p = behind == p ? p + 1 : behind;
	}
	return time ? WORKBOOK_TIME : months ? WORKBOOK_DATE : WORKBOOK_NUMBER;
}

/* The formats that every program knows by number. */
static enum workbook_kind builtin_kind(unsigned long id)
{
	enum { LENGTH = 46 };
	bool time = (id >= 18 && id <= 21) || id == 45 || id == 47;
	bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
	if (id == LENGTH)
		return WORKBOOK_LENGTH;
	return time ? WORKBOOK_TIME : date ? WORKBOOK_DATE : WORKBOOK_NUMBER;
}

enum workbook_kind workbook_kind_of(
	const struct workbook_format *formats, size_t n, unsigned long id)
{
	for (size_t i = 0; i < n; i++)
		if (formats[i].id == id)
			return formats[i].kind;
	return builtin_kind(id);
}

static void take_format(struct workbook *w, const char **attributes)
{
	const char *id = xml_attribute(attributes, "numFmtId");
	const char *code = xml_attribute(attributes, "formatCode");
	if (!id || !code || w->nformats == WORKBOOK_FORMATS)
		return;
	w->formats = mem_grow(w->formats, w->nformats, &w->cap_formats, sizeof *w->formats);
	w->formats[w->nformats++] =
		(struct workbook_format){strtoul(id, NULL, 10), workbook_format_kind(code)};
}

static void take_style(struct workbook *w, const char **attributes)
{
	const char *id = xml_attribute(attributes, "numFmtId");
	if (w->nstyles == WORKBOOK_STYLES)
		return;
	w->kinds = mem_grow(w->kinds, w->nstyles, &w->cap_kinds, sizeof *w->kinds);
	w->kinds[w->nstyles++] = (unsigned char)(id ? workbook_kind_of(w->formats, w->nformats,
							      strtoul(id, NULL, 10))
						    : WORKBOOK_NUMBER);
}

static void styles_start(void *state, const char *name, const char **attributes)
{
	struct workbook *w = state;
	if (is(name, "numFmt"))
		take_format(w, attributes);
	else if (is(name, "cellXfs"))
		w->in_styles = true;
	else if (is(name, "xf") && w->in_styles)
		take_style(w, attributes);
}

static void styles_end(void *state, const char *name)
{
	struct workbook *w = state;
	if (is(name, "cellXfs"))
		w->in_styles = false;
}

static void strings_start(void *state, const char *name, const char **attributes)
{
	struct workbook *w = state;
	(void)attributes;
	w->in_text = is(name, "t") && !w->phonetic;
	w->phonetic += is(name, "rPh");
}

static void strings_end(void *state, const char *name)
{
	struct workbook *w = state;
	w->in_text = false;
	w->phonetic -= is(name, "rPh");
	if (!is(name, "si") || w->nstrings == WORKBOOK_STRINGS / sizeof *w->ends)
		return;
	w->ends = mem_grow(w->ends, w->nstrings, &w->cap_ends, sizeof *w->ends);
	w->ends[w->nstrings++] = (uint32_t)w->strings.n;
}

static void strings_text(void *state, struct str text)
{
	struct workbook *w = state;
	if (!w->in_text)
		return;
	if (w->strings.n + w->nstrings * sizeof *w->ends + text.n > WORKBOOK_STRINGS)
		xml_fail(w->xml, "more text than can be held");
	else
		buf_addstr(&w->strings, text);
}

static bool read_relations(struct workbook *w, const char *part, struct buf *why)
{
	static const struct xml_handlers handlers = {take_relation, NULL, NULL};
	return xml_read(w->container, part, &handlers, w, &w->xml, why);
}

/* xl/workbook.xml has its relations in xl/_rels/workbook.xml.rels. */
static bool read_main(struct workbook *w, struct buf *why)
{
	static const struct xml_handlers handlers = {take_sheet, NULL, NULL};
	const char *slash = strrchr(w->main, '/');
	const char *file = slash ? slash + 1 : w->main;
	w->folder = arena_str(&w->arena, (struct str){w->main, (size_t)(file - w->main)}).p;
	return xml_read(w->container, w->main, &handlers, w, &w->xml, why) &&
	       read_relations(w, arena_fmt(&w->arena, "%s_rels/%s.rels", w->folder, file).p, why);
}

bool workbook_open(struct workbook *w, struct container *c, struct buf *why)
{
	static const struct xml_handlers styles = {styles_start, styles_end, NULL};
	*w = (struct workbook){.container = c};
	if (container_has(c, "_rels/.rels") && !read_relations(w, "_rels/.rels", why))
		return false;
	if (w->main && str_ends(str_of(w->main), STR(".bin")))
		buf_puts(why, "a binary workbook (.xlsb); save it as .xlsx");
	else if (!w->main || str_starts(str_of(w->main), STR("word/")) ||
		 str_starts(str_of(w->main), STR("ppt/")))
		container_explain(c, "xlsx", why);
	if (why->n)
		return false;
	return read_main(w, why) &&
	       (!w->styles_part || xml_read(c, w->styles_part, &styles, w, &w->xml, why));
}

bool workbook_read_strings(struct workbook *w, struct buf *why)
{
	static const struct xml_handlers strings = {strings_start, strings_end, strings_text};
	return !w->strings_part ||
	       xml_read(w->container, w->strings_part, &strings, w, &w->xml, why);
}

bool workbook_string(const struct workbook *w, size_t number, struct str *text)
{
	if (number >= w->nstrings)
		return false;
	size_t from = number ? w->ends[number - 1] : 0;
	*text = str_from(str_head(buf_str(&w->strings), w->ends[number]), from);
	return true;
}

enum workbook_kind workbook_kind(const struct workbook *w, size_t style)
{
	return style < w->nstyles ? (enum workbook_kind)w->kinds[style] : WORKBOOK_NUMBER;
}

bool workbook_write(
	enum workbook_kind kind, double number, bool since_1904, char out[static NUMBER_MAX])
{
	if (kind == WORKBOOK_LENGTH || (kind == WORKBOOK_TIME && number >= 0 && number < 1))
		return sheet_length(number, out);
	return kind != WORKBOOK_NUMBER && sheet_date(number, since_1904, out);
}

void workbook_release(struct workbook *w)
{
	arena_release(&w->arena);
	buf_release(&w->strings);
	free(w->sheets);
	free(w->ends);
	free(w->formats);
	free(w->kinds);
}

/* The character of an escape at the beginning of the text, or 0. */
static uint32_t escaped(struct str text)
{
	uint32_t cp = 0;
	static const char digits[] = "0123456789abcdef";
	if (text.n < 7 || text.p[1] != 'x' || text.p[6] != '_')
		return 0;
	for (size_t i = 2; i < 6; i++) {
		const char *digit = memchr(digits, tolower((unsigned char)text.p[i]), 16);
		if (!digit)
			return 0;
		cp = cp * 16 + (uint32_t)(digit - digits);
	}
	return cp >= 0xD800 && cp <= 0xDFFF ? 0 : cp;
}

void workbook_decode(struct buf *to, struct str text)
{
	char bytes[UTF8_MAX_BYTES];
	while (text.n) {
		size_t at = str_index(text, '_');
		buf_add(to, text.p, at);
		text = str_from(text, at);
		uint32_t cp = text.n ? escaped(text) : 0;
		if (cp)
			buf_add(to, bytes, utf8_encode(cp, bytes));
		else if (text.n)
			buf_putc(to, '_');
		if (text.n)
			text = str_from(text, cp ? 7 : 1);
	}
}
