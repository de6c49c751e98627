/*
 * override: a user's own rows over the compiled ones (vocab.h says what a user may count on).
 */
#ifndef KOOP_VOCAB_OVERRIDE_H
#define KOOP_VOCAB_OVERRIDE_H

#include <stddef.h>

struct vocab;

enum { VOCAB_FILE_LIMIT = 64 * 1024 * 1024 }; /* bytes of one file in KOOP_VOCAB */

/* Replaces those of the n tables for which `folder` has a NAME.tsv. */
void vocab_override(struct vocab *tables, size_t n, const char *folder);

#endif
