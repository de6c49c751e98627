/*
 * progress: one line on standard error while a long run goes on.
 *
 * Shown only when standard error is a terminal, from the second second on, at most five times a
 * second, and never with -q. progress_add costs a few instructions when nothing is shown.
 */
#ifndef KOOP_BASE_PROGRESS_H
#define KOOP_BASE_PROGRESS_H

#include <stddef.h>

/* Begins; `total` bytes are expected, 0 when that is not known. */
void progress_start(size_t total);

void progress_add(size_t bytes);

/* The same for work that is no reading: `total` steps of what is named, as "shortest paths". Any
 * thread may say that it has done one. */
void progress_steps(const char *what, size_t total);
void progress_step(void);

/* Wipes the line. */
void progress_end(void);

#endif
