/*
 * writer: records out.
 *
 * Values are given decoded and in the order of the columns; the writer escapes them and puts TABs
 * and line feeds. A record that is only passed on is written as the bytes it came in.
 */
#ifndef KOOP_RECORD_WRITER_H
#define KOOP_RECORD_WRITER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/out.h"
#include "base/str.h"
#include "record/header.h"
#include "record/reader.h"

struct writer {
	struct out *out;
	struct buf row; /* the record that is being made */
	bool row_started;
};

void writer_init(struct writer *w, struct out *out);

/* The header line, unless bare. */
void writer_header(struct writer *w, const struct header *h, bool bare);
void writer_names(struct writer *w, const struct str *names, size_t n, bool bare);

/* The next value of the record. */
void writer_value(struct writer *w, struct str value);

/* The same for a field that is already as written. */
void writer_field(struct writer *w, struct str field);

/* The next n fields, already as written. */
void writer_fields(struct writer *w, const struct str *fields, size_t n);

/* A whole record of n fields, already as written. */
void writer_record(struct writer *w, const struct str *fields, size_t n);

/* A number in its shortest form (record/number.h); NaN writes an empty field. */
void writer_number(struct writer *w, double number);
void writer_integer(struct writer *w, long long number);

/* Ends the record. */
void writer_end(struct writer *w);

/* Forgets the record that is being made. */
void writer_drop(struct writer *w);

/* A record as it came. */
static inline void writer_pass(struct writer *w, const struct record *rec)
{
	out_add(w->out, rec->line.p, rec->line.n + 1); /* the block has the line feed behind it */
}

void writer_release(struct writer *w);

#endif
