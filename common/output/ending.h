/*
 * ending: what a file is called, where its name says what should be in it.
 */
#ifndef KOOP_OUTPUT_ENDING_H
#define KOOP_OUTPUT_ENDING_H

#include <stdbool.h>

/* "x.svg" has the ending "svg". */
bool ending_is(const char *path, const char *ending);

/* Does the name promise a format that no program here writes (pdf, docx)? Who asks for one would
 * not open what is in the file. */
bool ending_of_others(const char *path);

#endif
