/*
 * checkdigit: how the last digit of a number follows from those before it.
 */
#ifndef KOOP_TERM_CHECKDIGIT_H
#define KOOP_TERM_CHECKDIGIT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Modulo 11: the digits before the last of n are weighted by `first`, `first` - 1 … 2 and again
 * from `first` on; what makes the sum divisible by 11, from 0 to 10. Ten is no digit; most schemes
 * write it 0.
 */
int checkdigit_modulo_11(const int *digits, size_t n, int first);

/* ISO 7064 MOD 11,10: is the last of n digits right? */
bool checkdigit_modulo_11_10(const int *digits, size_t n);

/* The EIK of Bulgaria, 9 digits: modulo 11 with weights 1 to 8 or, where that is ten, 3 to 10. */
bool checkdigit_bulgarian(const int *digits);

#endif
