/*
 * sensitive: which groups tell too much about those who are counted in them.
 *
 * Three rules, for a group of n records whose numbers x1 >= x2 >= ... have the sum T (Hundepool et
 * al., "Handbook on Statistical Disclosure Control", sections 4.2 and 5.2):
 *
 *	freq	0 < n < N
 *	nk	x1 + ... + xM > K / 100 * T
 *	p	T - x1 - x2 < P / 100 * x1
 *
 * Records count as they are, whatever their weights. A group without records is not sensitive, a
 * group without numbers breaks neither of the last two.
 */
#ifndef KOOP_STATS_SENSITIVE_H
#define KOOP_STATS_SENSITIVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buf.h"
#include "stats/exactsum.h"

/* Why a group is not shown: a set of rules. */
enum flag {
	FLAG_FREQ = 1,
	FLAG_NK = 2,
	FLAG_P = 4,
	FLAG_SECONDARY = 8, /* so that others cannot be computed back */
	FLAG_PART = 16,     /* of a group that does not tell which parts it has; without a word */
};

/* What is asked for; all zero: nothing. */
struct disclosure {
	uint64_t suppress;  /* N; 0: no such rule */
	uint64_t dominant;  /* M; 0: no such rule */
	double dominance;   /* K */
	double ppercent;    /* P; 0: no such rule */
	bool complementary; /* hide more, so that nothing can be computed back */
	bool audit;         /* write what can be computed back, in place of the table */
	bool flag_only;     /* flag groups, but show them */
};

/* The numbers of a group. */
struct magnitude {
	quad total;
	const double
		*largest; /* in descending order, as many as there are, and sensitive_largest */
	uint64_t n;
};

enum { SENSITIVE_LARGEST_MAX = 100 };

/* Is any rule asked for? */
bool sensitive_rules(const struct disclosure *d);

/* Must it be known what can be computed back? */
bool sensitive_proof(const struct disclosure *d);

/* How many of the largest numbers the rules look at; 0 when none does. */
size_t sensitive_largest(const struct disclosure *d);

/* The rules that a count breaks, or a sum. */
unsigned sensitive_count(const struct disclosure *d, uint64_t n);
unsigned sensitive_sum(const struct disclosure *d, const struct magnitude *m);

/*
 * How far from a sensitive sum a reader's bounds must stay, on both sides: P per cent of the sum
 * (10 where there is no P), and by rule nk what would have to be added to end the dominance.
 */
quad sensitive_protection(const struct disclosure *d, const struct magnitude *m);

/* Adds the words of the rules: "freq,nk". */
void sensitive_words(struct buf *out, unsigned flags);

#endif
