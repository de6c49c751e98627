#include "stats/gram.h"
#include "check.h"

enum { COLUMNS = 5 };

static size_t rank_of(const double rows[][COLUMNS], size_t n)
{
	double products[COLUMNS * (COLUMNS + 1) / 2] = {0};
	for (size_t i = 0; i < n; i++)
		gram_add(products, rows[i], COLUMNS);
	return gram_rank(products, COLUMNS);
}

int main(void)
{
	static const double zero[1][COLUMNS];
	static const double one[][COLUMNS] = {
		{1, 2, 3, 4, 5 },
                {2, 4, 6, 8, 10}
        };
	static const double jackknife[][COLUMNS] = {
		{0,       41.25,   41.25,   41.25,   41.25},
		{17.5,    0,       17.5,    17.5,    17.5 },
		{0.25,    0.25,    0,       0.25,    0.25 },
		{7,       7,       7,       0,       7    },
		{0.00125, 0.00125, 0.00125, 0.00125, 0    },
	};
	static const double last_is_sum[][COLUMNS] = {
		{1, 0, 0, 3, 4 },
		{0, 1, 0, 3, 4 },
		{0, 0, 1, 3, 4 },
		{0, 0, 0, 1, 1 },
		{5, 1, 2, 7, 16},
	};
	/* The first two columns differ by 1e-4 and by 1e-6 of themselves. */
	static const double near[][COLUMNS] = {
		{1, 1,    0, 0, 0},
                {0, 1e-4, 0, 0, 0}
        };
	static const double nearer[][COLUMNS] = {
		{1, 1,    0, 0, 0},
                {0, 1e-6, 0, 0, 0}
        };
	CHECK(rank_of(zero, 1) == 0);
	CHECK(rank_of(zero, 0) == 0);
	CHECK(rank_of(one, 2) == 1);
	CHECK(rank_of(jackknife, 5) == 5 && rank_of(jackknife, 4) == 4);
	CHECK(rank_of(last_is_sum, 4) == 4);
	CHECK(rank_of(last_is_sum, 5) == 5);
	CHECK(rank_of(near, 2) == 2);
	CHECK(rank_of(nearer, 2) == 1);
	return check_summary("gram");
}
