#include <stdlib.h>

#include "base/diag.h"
#include "base/mem.h"
#include "input/codebook.h"

void codebook_open(struct codebook *c, const char *path, struct str lang)
{
	*c = (struct codebook){0};
	struct str label =
		arena_fmt(&c->arena, "label_" STR_FMT, STR_ARG(lang.n ? lang : STR("und")));
	const struct str names[] = {STR("variable"), STR("code"), STR("missing"), label};
	out_open(&c->out, path);
	writer_init(&c->writer, &c->out);
	writer_names(&c->writer, names, sizeof names / sizeof *names, false);
}

/* Is it new? What is known already must be labelled alike. */
static bool remember(struct codebook *c, const char *file, struct str variable, struct str code,
	struct str label)
{
	struct pos pos = {file, 0};
	buf_clear(&c->key);
	buf_addstr(&c->key, variable);
	buf_putc(&c->key, '\0'); /* which no name holds */
	buf_addstr(&c->key, code);
	uint32_t known = intern_find(&c->codes, buf_str(&c->key));
	if (known == INTERN_NONE) {
		c->labels = mem_grow(c->labels, c->codes.n, &c->cap, sizeof *c->labels);
		c->labels[c->codes.n] = arena_str(&c->arena, label);
		intern_add(&c->codes, buf_str(&c->key));
		return true;
	}
	if (!str_eq(c->labels[known], label))
		warn_at(&pos,
			"label '" STR_FMT "' of code '" STR_FMT "' of '" STR_FMT
			"' is another one in a file before",
			STR_ARG(label), STR_ARG(code), STR_ARG(variable));
	return false;
}

void codebook_add(struct codebook *c, const char *file, struct str variable, struct str code,
	bool missing, struct str label)
{
	if (!remember(c, file, variable, code, label))
		return;
	writer_value(&c->writer, variable);
	writer_value(&c->writer, code);
	writer_value(&c->writer, missing ? STR("1") : STR("0"));
	writer_value(&c->writer, label);
	writer_end(&c->writer);
}

static void release(struct codebook *c)
{
	writer_release(&c->writer);
	intern_release(&c->codes);
	arena_release(&c->arena);
	buf_release(&c->key);
	free(c->labels);
}

void codebook_close(struct codebook *c)
{
	out_close(&c->out);
	release(c);
}

void codebook_abandon(struct codebook *c)
{
	out_abandon(&c->out);
	release(c);
}
