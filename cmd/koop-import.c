#include "base/diag.h"
#include "base/mem.h"
#include "base/opts.h"
#include "base/out.h"
#include "base/parallel.h"
#include "base/progress.h"
#include "input/codebook.h"
#include "input/formatopts.h"
#include "input/import.h"

enum {
	OPT_SKIP = OPT_OWN,
	OPT_NO_HEADER,
	OPT_TRANSLIT,
	OPT_VERBATIM,
	OPT_ORIGIN,
	OPT_REPAIR,
	OPT_MAX_REJECTS,
	OPT_THREADS
};

/* clang-format off */
static const struct option_row OPTIONS[] = {
	{'t', "type", "TYPE", "what the records are: member (default), table, edge, ..."},
	{'e', "encoding", "NAME", "encoding of the input; auto (default) finds it out"},
	{'d', "delimiter", "CHAR", "what stands between CSV fields: auto, TAB or a character"},
	OPTIONS_FORMAT,
	{OPT_SKIP, "skip", "N", "rows above the header, or auto"},
	{OPT_NO_HEADER, "no-header", NULL, "the first row is a record; columns are c1 c2 ..."},
	{'m', "map", "FILE", "rename source columns as the records 'from' and 'to' of FILE say"},
	{'n', "normalize", "COL=KIND", "normalise a column as a name, country, date, number, ..."},
	{'l', "lang", "TAG", "language of the source, where it decides"},
	{OPT_TRANSLIT, "translit", "SYSTEM", "for Macedonian: un (default), icao, ascii, iso9, serbian"},
	{OPT_VERBATIM, "verbatim", NULL, "keep each changed value in COL_verbatim"},
	{OPT_REPAIR, "repair", NULL, "mend damaged letters in the stored names, too"},
	{OPT_ORIGIN, "origin", NULL, "add a column 'origin': file:line of the row"},
	{'r', "rejects", "FILE", "write refused rows to FILE, with place and reason"},
	{OPT_MAX_REJECTS, "max-rejects", "N", "fail when more than N rows, or N%, are refused"},
	{'s', "strict", NULL, "fail at the first problem"},
	{OPT_THREADS, "threads", "N", "normalise rows with N threads (default 1)"},
	OPTIONS_STREAM,
	OPTIONS_COMMON,
	{0},
};
/* clang-format on */

static const struct program PROGRAM = {
	.name = "koop-import",
	.usage = "[options] [FILE...]",
	.purpose = "Turns tables of any kind into records",
	.options = OPTIONS,
	.example = "koop-import -t table -e windows-1250 members.csv",
};

static const char *const SYSTEMS[] = {"un", "icao", "ascii", "iso9", "serbian", NULL};

/* What the options say beside what goes into struct import itself. */
struct settings {
	struct formatopts format;
	const char *encoding, *rejects;
	long most_percent; /* -1: no such limit */
};

static void set_delimiter(const struct opts *o, struct settings *set, const char *value)
{
	if (strcmp(value, "auto") == 0)
		set->format.dialect.delimiter = '\0';
	else if (strcasecmp(value, "tab") == 0 || strcmp(value, "\\t") == 0)
		set->format.dialect.delimiter = '\t';
	else if (strlen(value) == 1 && !strchr("\"\r\n", *value))
		set->format.dialect.delimiter = *value;
	else
		opts_misuse(o, "'%s' is no delimiter (auto, TAB or one character)", value);
}

static void set_skip(const struct opts *o, struct import *im, const char *value)
{
	im->skip =
		strcmp(value, "auto") == 0 ? SKIP_AUTO : opts_number(o, "skip", value, 0, 1000000);
}

static void set_max_rejects(
	const struct opts *o, struct import *im, struct settings *set, const char *value)
{
	struct str text = str_of(value);
	char number[16] = "";
	if (!str_ends(text, STR("%"))) {
		im->most_rejects = (size_t)opts_number(o, "max-rejects", value, 0, INT32_MAX);
		return;
	}
	if (text.n <= sizeof number)
		memcpy(number, value, text.n - 1);
	set->most_percent = opts_number(o, "max-rejects", number, 0, 100);
}

static void set_type(const struct opts *o, struct import *im, const char *value)
{
	const struct schema *schema = schema_at(opts_word(o, "type", value, SCHEMA_TYPES));
	im->plan.schema = schema;
	im->naming.type = schema->headings ? str_of(schema->type) : (struct str){NULL, 0};
}

/* The kind stands behind the last equals sign, since a column may have one in its name. */
static void add_kind(const struct opts *o, struct plan *p, const char *value)
{
	const char *equals = strrchr(value, '=');
	if (!equals || equals == value)
		opts_misuse(o, "'%s' is not COLUMN=KIND, for option '--normalize'", value);
	enum kind kind = KIND_TEXT + (enum kind)opts_word(o, "normalize", equals + 1, SCHEMA_KINDS);
	p->kinds = mem_grow(p->kinds, p->nkinds, &p->cap_kinds, sizeof *p->kinds);
	p->kinds[p->nkinds++] = (struct plan_kind){
		{value, (size_t)(equals - value)},
                kind, false
        };
}

static void take_option(
	const struct opts *o, struct import *im, struct settings *set, int key, const char *value)
{
	switch (key) {
	case 't': set_type(o, im, value); break;
	case 'e': set->encoding = strcmp(value, "auto") == 0 ? NULL : value; break;
	case 'd': set_delimiter(o, set, value); break;
	case 'm': naming_read_map(&im->naming, value); break;
	case 'r': set->rejects = value; break;
	case 's': diag_set_strict(true); break;
	case OPT_SKIP: set_skip(o, im, value); break;
	case OPT_NO_HEADER: im->no_header = true; break;
	case 'n': add_kind(o, &im->plan, value); break;
	case 'l': im->plan.lang = str_of(value); break;
	case OPT_TRANSLIT:
		im->plan.translit = str_of(SYSTEMS[opts_word(o, "translit", value, SYSTEMS)]);
		break;
	case OPT_VERBATIM: im->plan.verbatim = true; break;
	case OPT_REPAIR: im->plan.repair = true; break;
	case OPT_ORIGIN: im->plan.origin = true; break;
	case OPT_THREADS:
		im->threads = (size_t)opts_number(o, "threads", value, 1, PARALLEL_WORKERS_MAX);
		break;
	case OPT_MAX_REJECTS: set_max_rejects(o, im, set, value); break;
	default: format_option(&set->format, o, key, value); break;
	}
}

static void check_map(const struct naming *n)
{
	for (size_t i = 0; i < n->nmap; i++)
		if (!n->map[i].used)
			warn_at(NULL, "no column '" STR_FMT "' to rename", STR_ARG(n->map[i].from));
}

static bool within_percent(struct import *im, long percent)
{
	if (percent < 0 || im->refused * 100 <= im->read * (size_t)percent)
		return true;
	im->failed_at = (struct pos){0};
	buf_fmt(&im->why, "more than %ld%% of the rows refused: %zu of %zu", percent, im->refused,
		im->read);
	return false;
}

static void sum_up(const struct import *im)
{
	diag_note("rows read: %zu (%zu written, %zu refused)", im->read, im->written, im->refused);
	if (im->blank)
		diag_note("blank rows passed over: %zu", im->blank);
	if (im->above)
		diag_note("rows above the header passed over: %zu", im->above);
	if (im->repeated)
		diag_note("repeated header lines passed over: %zu", im->repeated);
	if (im->stray_quotes)
		diag_note("quotes inside unquoted fields, taken as ordinary characters: %zu",
			im->stray_quotes);
}

int main(int argc, char **argv)
{
	struct opts opts;
	struct import im = {.skip = SKIP_UNSAID, .most_rejects = SIZE_MAX};
	struct settings set = {.most_percent = -1};
	struct out out;
	struct writer writer;
	struct rejects rejects;
	struct codebook codebook;
	const char *value;
	int key;

	std_open();
	opts_init(&opts, &PROGRAM, argc, argv);
	set_type(&opts, &im, SCHEMA_TYPES[0]);
	while ((key = opts_next(&opts, &value)))
		take_option(&opts, &im, &set, key, value);
	im.dialect = format_dialect(&set.format, &opts);
	im.bare = opts.bare;
	im.given = opts.header;
	source_init(&im.source, opts.operands, opts.noperands, set.encoding);
	out_open(&out, opts.output);
	writer_init(&writer, &out);
	im.writer = &writer;
	if (set.rejects) {
		rejects_open(&rejects, set.rejects, im.plan.schema->headings);
		im.rejects = &rejects;
	}
	if (set.format.codebook) {
		codebook_open(&codebook, set.format.codebook, im.plan.lang);
		im.codebook = &codebook;
	}
	bool ok = import_run(&im) && within_percent(&im, set.most_percent);
	progress_end();
	if (im.rejects)
		rejects_close(im.rejects); /* of use above all when the run failed */
	if (!ok) {
		out_abandon(&out);
		if (im.codebook)
			codebook_abandon(im.codebook);
		die_at(&im.failed_at, "%s", buf_cstr(&im.why));
	}
	check_map(&im.naming);
	sum_up(&im);
	plan_note(&im.plan);
	out_close(&out);
	if (im.codebook)
		codebook_close(im.codebook);
	writer_release(&writer);
	import_release(&im);
	opts_release(&opts);
	return diag_finish();
}
