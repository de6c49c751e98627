/*
 * rejects: refused rows, as they came, with their place and the reason.
 *
 * A record stream with the columns `file line reason row bytes`. `row` is the row without its line
 * end, in UTF-8. A byte that could not be decoded, and NUL, stands in it as U+FFFD; `bytes` lists,
 * in order, the bytes that each U+FFFD stands for, in hexadecimal, so that nothing is lost (a
 * U+FFFD of the input itself is listed as efbfbd). Rows over a third of LIMIT_FIELD are cut there.
 * Where persons are to be protected, the digits of their numbers (term/identifier.h) are stars.
 */
#ifndef KOOP_INPUT_REJECTS_H
#define KOOP_INPUT_REJECTS_H

#include "base/out.h"
#include "input/rows.h"
#include "record/writer.h"

struct rejects {
	struct out out;
	struct writer writer;
	struct buf row, bytes;
	bool masks_persons;
};

void rejects_open(struct rejects *r, const char *path, bool masks_persons);

/* `converted`: the text came through input/charset.h and holds its marks. */
void rejects_add(struct rejects *r, const struct row *row, struct str reason, bool converted);

void rejects_close(struct rejects *r);

#endif
