#include "base/arena.h"
#include "base/mem.h"
#include "expr/split.h"
#include "record/value.h"

bool split_init(struct split *s, const char *pattern, size_t column)
{
	const char *percent = strchr(pattern, '%');
	*s = (struct split){.pattern = pattern, .column = column};
	return percent && percent[1] == 's' && !strchr(percent + 1, '%');
}

/* The name of the file for a value; a value of dots would be a directory. */
static struct str file_name(const struct split *s, struct str value, struct arena *arena)
{
	const char *percent = strchr(s->pattern, '%');
	char *safe = arena_alloc(arena, value.n + 1, 1);
	size_t n = value.n ? value.n : 1;
	for (size_t i = 0; i < value.n; i++) {
		unsigned char c = (unsigned char)value.p[i];
		safe[i] = (char)(c < 0x20 || c == 0x7F || c == '/' ? '_' : c);
	}
	if (value.n == 0 || safe[0] == '.')
		safe[0] = '_';
	return arena_fmt(arena, "%.*s%.*s%s", (int)(percent - s->pattern), s->pattern, (int)n, safe,
		percent + 2);
}

void split_add(struct split *s, const struct select *select, const struct record *rec)
{
	struct arena arena = {0};
	struct str name = file_name(s, record_value(rec, s->column, &arena), &arena);
	size_t n = s->names.n, number = intern_add(&s->names, name);
	if (number == n) {
		s->parts = mem_grow(s->parts, n, &s->cap, sizeof *s->parts);
		s->parts[n] = (struct buf){0};
	}
	select_add(select, &s->parts[number], rec);
	arena_release(&arena);
}

void split_close(struct split *s, const struct header *header, bool bare)
{
	for (size_t i = 0; i < s->names.n; i++) {
		struct out out;
		struct writer writer;
		struct buf path = {0};
		buf_addstr(&path, intern_text(&s->names, (uint32_t)i));
		out_open(&out, buf_cstr(&path));
		writer_init(&writer, &out);
		writer_header(&writer, header, bare);
		out_str(&out, buf_str(&s->parts[i]));
		out_close(&out);
		writer_release(&writer);
		buf_release(&s->parts[i]);
		buf_release(&path);
	}
	free(s->parts);
	intern_release(&s->names);
}
