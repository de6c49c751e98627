/*
 * Calls that koop does not make; every file is compiled with this one included first.
 * They write without a bound, keep hidden state, or ask the locale.
 */
#ifndef KOOP_BASE_BANNED_H
#define KOOP_BASE_BANNED_H

#include <ctype.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat strncpy strncat sprintf vsprintf gets strtok asctime ctime        \
	localtime
#pragma GCC poison atoi atol atof setlocale

#endif
