#include <stdio.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "input/formatopts.h"
#include "input/pattern.h"

static const char *const NAMES[] = {"auto", "csv", "tsv", "xlsx", "xls", "ods", "json", "sav",
	"por", "dta", "xml", "text", NULL};
static const struct rows_format *const FORMATS[] = {NULL, &ROWS_CSV, &ROWS_TSV, &ROWS_XLSX,
	&ROWS_XLS, &ROWS_ODS, &ROWS_JSON, &ROWS_SAV, &ROWS_POR, &ROWS_DTA, &ROWS_XML, &ROWS_TEXT};

void format_option(struct formatopts *f, const struct opts *o, int key, const char *value)
{
	switch (key) {
	case 'f': f->dialect.format = FORMATS[opts_word(o, "format", value, NAMES)]; break;
	case 'p': f->pattern = value; break;
	case OPT_SHEET: f->dialect.sheet = value; break;
	case OPT_CODEBOOK: f->codebook = value; break;
	case OPT_PATTERN_FILE: f->pattern_file = value; break;
	default: break;
	}
}

static void read_pattern(const char *path, struct buf *text)
{
	FILE *in = fopen(path, "re");
	if (!in)
		die("cannot open '%s'", path);
	buf_reserve(text, LIMIT_FIELD + 1);
	text->n = fread(text->p, 1, LIMIT_FIELD + 1, in);
	if (ferror(in))
		die("cannot read '%s'", path);
	fclose(in);
	if (text->n > LIMIT_FIELD)
		diex("a pattern longer than %d bytes in '%s'", LIMIT_FIELD, path);
}

/* Without a mark at the beginning, and a line end behind the pattern. */
static struct str strip(struct str text)
{
	if (str_starts(text, STR("\xEF\xBB\xBF")))
		text = str_from(text, 3);
	if (str_ends(text, STR("\n")))
		text.n--;
	if (str_ends(text, STR("\r")))
		text.n--;
	return text;
}

/* Where the pattern is wrong, as its author counts: lines of the file, characters of the line. */
_Noreturn static void complain(const char *path, struct str text, const struct regex_error *error)
{
	struct pos pos = {path, 1};
	struct str before = str_head(text, error->at), line;
	if (error->at == REGEX_NOWHERE)
		diex("%s", error->text);
	for (size_t at; (at = str_index(before, '\n')) < before.n; pos.line++)
		before = str_from(before, at + 1);
	line = str_head(before, utf8_valid_prefix(before));
	if (path)
		die_at(&pos, "malformed pattern, at character %zu of the line: %s",
			utf8_length(line) + 1, error->text);
	diex("malformed pattern, at character %zu: %s", utf8_length(str_head(text, error->at)) + 1,
		error->text);
}

static struct pattern *compile(const struct formatopts *f)
{
	struct buf bytes = {0};
	struct regex_error error = {0};
	struct str text = str_of(f->pattern);
	if (f->pattern_file) {
		read_pattern(f->pattern_file, &bytes);
		text = strip(buf_str(&bytes));
	}
	struct pattern *pattern = pattern_compile(text, &error);
	if (!pattern)
		complain(f->pattern_file, text, &error);
	buf_release(&bytes);
	return pattern;
}

struct dialect format_dialect(struct formatopts *f, const struct opts *o)
{
	bool patterned = f->pattern || f->pattern_file;
	if (f->pattern && f->pattern_file)
		opts_misuse(o, "--pattern and --pattern-file exclude each other");
	if (patterned && !f->dialect.format)
		f->dialect.format = &ROWS_TEXT;
	if (patterned && f->dialect.format != &ROWS_TEXT)
		opts_misuse(o, "a pattern is for text, not for %s", f->dialect.format->name);
	if (!patterned && f->dialect.format == &ROWS_TEXT)
		opts_misuse(o, "text needs a pattern (-p or --pattern-file)");
	if (patterned)
		f->dialect.pattern = compile(f);
	return f->dialect;
}
