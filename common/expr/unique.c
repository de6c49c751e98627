#include "expr/unique.h"

bool unique_is_first(struct unique *u, const struct record *rec)
{
	size_t before = u->seen.n;
	buf_clear(&u->key);
	for (size_t i = 0; i < u->n; i++) {
		buf_putc(&u->key, '\t');
		buf_addstr(&u->key, record_field(rec, u->columns[i]));
	}
	return intern_add(&u->seen, buf_str(&u->key)) == before;
}

void unique_release(struct unique *u)
{
	intern_release(&u->seen);
	buf_release(&u->key);
}
