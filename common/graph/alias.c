#include <stdlib.h>

#include "base/mem.h"
#include "graph/alias.h"
#include "record/reader.h"
#include "text/key.h"
#include "text/text.h"

struct str alias_key(struct str name, struct arena *arena)
{
	return name_key(text_clean(name, arena), (struct str){0}, (struct str){0}, arena);
}

void aliases_add(struct aliases *aliases, struct str variant, struct str id, const struct pos *pos)
{
	uint32_t number = intern_add(&aliases->variants, variant);
	if (number < aliases->n) {
		if (!str_eq(aliases->ids[number], id))
			warn_at(pos, "'" STR_FMT "' stands for '" STR_FMT "' already",
				STR_ARG(variant), STR_ARG(aliases->ids[number]));
		return;
	}
	aliases->ids = mem_grow(aliases->ids, aliases->n, &aliases->cap, sizeof *aliases->ids);
	aliases->ids[aliases->n++] = arena_str(&aliases->arena, id);
}

void aliases_read(struct aliases *aliases, const char *file)
{
	char *files[] = {(char *)file};
	struct reader *reader = reader_open(files, 1, NULL);
	const struct header *h = reader_header(reader);
	size_t ids = header_need(h, STR("id")), variants = header_need(h, STR("variant"));
	struct arena arena = {0};
	struct record rec;
	while (reader_next(reader, &rec)) {
		struct str id = record_value(&rec, ids, &arena),
			   variant = record_value(&rec, variants, &arena);
		if (!id.n || !variant.n) {
			warn_at(&rec.pos, "alias without %s", id.n ? "a 'variant'" : "an 'id'");
			continue;
		}
		if (aliases->keys)
			variant = alias_key(variant, &arena);
		aliases_add(aliases, variant, id, &rec.pos);
		arena_reset(&arena);
	}
	reader_close(reader);
	arena_release(&arena);
}

/* The variant that an id is itself, or INTERN_NONE where it is none, or itself. */
static uint32_t next_step(const struct aliases *aliases, uint32_t variant)
{
	uint32_t next = intern_find(&aliases->variants, aliases->ids[variant]);
	return next == variant ? INTERN_NONE : next;
}

void aliases_close(struct aliases *aliases)
{
	enum { NEW, UNDER_WAY, DONE };
	unsigned char *state = mem_zero(aliases->n + 1, sizeof *state);
	uint32_t *path = mem_resize(NULL, aliases->n + 1, sizeof *path);
	for (uint32_t i = 0; i < aliases->n; i++) {
		size_t steps = 0;
		uint32_t at = i;
		while (at != INTERN_NONE && state[at] == NEW) {
			state[at] = UNDER_WAY;
			path[steps++] = at;
			at = next_step(aliases, at);
		}
		bool circle = at != INTERN_NONE && state[at] == UNDER_WAY;
		if (circle)
			warn_at(&(struct pos){0}, "aliases of '" STR_FMT "' go round in a circle",
				STR_ARG(intern_text(&aliases->variants, at)));
		struct str end = aliases->ids[at != INTERN_NONE ? at : steps ? path[steps - 1] : i];
		while (steps) {
			state[path[--steps]] = DONE;
			if (!circle)
				aliases->ids[path[steps]] = end;
		}
	}
	free(state);
	free(path);
}

struct str alias_of(const struct aliases *aliases, struct str text, struct arena *arena)
{
	if (aliases->keys && text.n)
		text = alias_key(text, arena);
	uint32_t variant = aliases->n ? intern_find(&aliases->variants, text) : INTERN_NONE;
	return variant == INTERN_NONE ? text : aliases->ids[variant];
}

void aliases_release(struct aliases *aliases)
{
	intern_release(&aliases->variants);
	free(aliases->ids);
	arena_release(&aliases->arena);
	*aliases = (struct aliases){0};
}
