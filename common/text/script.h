/*
 * script: which script a text is written in.
 */
#ifndef KOOP_TEXT_SCRIPT_H
#define KOOP_TEXT_SCRIPT_H

#include <stdint.h>

#include "base/str.h"

enum script {
	SCRIPT_NONE, /* no letters */
	SCRIPT_LATN,
	SCRIPT_CYRL,
	SCRIPT_GREK,
	SCRIPT_MIXED, /* letters of more than one */
	SCRIPT_OTHER,
};

/* The script of the letters of valid UTF-8 text. O(n). */
enum script script_of(struct str s);

/* The script of one letter; SCRIPT_NONE for other signs. */
enum script script_of_letter(uint32_t cp);

/* ISO 15924: Latn, Cyrl, Grek; Zyyy for mixed, Zzzz for others; empty for none. */
struct str script_code(enum script script);

#endif
