#include <math.h>
#include <stdio.h>

#include "check.h"
#include "expr/expr.h"

/* The records that the rows below are run on; the header is the first. */
enum { COLUMNS = 12, FULL = 1, EMPTY = 2 };

static const char *const RECORDS[][COLUMNS] = {
	{"id", "name",                   "country", "fields",            "founded", "left",                  "budget", "n", "code", "date",
         "odd name",																		  "in"},
	{"M1", "Udruženje „Jadro“", "RS",      "music;film; dance", "2005-06", "2015-10-30/2019-09-30",
         "1234.5",												     "7", "007",  "2013-05-01/2013-06-30", "a\\tb", "x" },
	{"M2", "",		       "",        "",                  "",        "",                      "",       "",  "",     "",                      "",      ""  },
};

/* An expression and its value: text, or of a condition yes, no, possible, unknown; NULL for a
 * missing value. */
struct row {
	const char *expr;
	int record;
	const char *want;
};

static const struct row ROWS[] = {
  /* and, or, not: Kleene's tables; an empty field makes a comparison unknown */
	{"1 = 1 and 2 = 2",			    FULL,  "yes"                  },
	{"1 = 1 and 2 = 3",			    FULL,  "no"                   },
	{"1 = 1 and n = 7",			    EMPTY, "unknown"              },
	{"1 = 2 and n = 7",			    EMPTY, "no"                   },
	{"n = 7 and 1 = 2",			    EMPTY, "no"                   },
	{"n = 7 and n = 8",			    EMPTY, "unknown"              },
	{"1 = 1 or n = 7",			     EMPTY, "yes"                  },
	{"n = 7 or 1 = 1",			     EMPTY, "yes"                  },
	{"n = 7 or 1 = 2",			     EMPTY, "unknown"              },
	{"1 = 2 or 2 = 3",			     FULL,  "no"                   },
	{"not 1 = 1",				  FULL,  "no"                   },
	{"not 1 = 2",				  FULL,  "yes"                  },
	{"not n = 7",				  EMPTY, "unknown"              },
	{"not n != 7",				 EMPTY, "unknown"              },
	{"not (n = 7 or 1 = 2)",                       EMPTY, "unknown"              },
	{"1 = 1 or 1 = 1 and 1 = 2",                   FULL,  "yes"                  },
	{"(1 = 1 or 1 = 1) and 1 = 2",                 FULL,  "no"                   },
	{"",					   EMPTY, "yes"                  },
	{" # nothing but a remark",                    EMPTY, "yes"                  },
 /* what is possible without being certain */
	{"founded > date('2005-06-15')",               FULL,  "possible"             },
	{"not founded > date('2005-06-15')",           FULL,  "possible"             },
	{"founded > date('2005-06-15') and 1 = 2",     FULL,  "no"                   },
	{"founded > date('2005-06-15') or 1 = 1",      FULL,  "yes"                  },
	{"founded > date('2005-06-15') and 1 = 1",     FULL,  "possible"             },
	{"founded > date('2005-06-15') or 1 = 2",      FULL,  "possible"             },
	{"if(founded > date('2005-06-15'), 'a', 'b')", FULL,  NULL                   },
 /* = != < <= > >= of texts, by bytes */
	{"country = 'RS'",			     FULL,  "yes"                  },
	{"country = 'HR'",			     FULL,  "no"                   },
	{"country = 'RS'",			     EMPTY, "unknown"              },
	{"country != 'RS'",			    FULL,  "no"                   },
	{"country != 'RS'",			    EMPTY, "unknown"              },
	{"code = '7'",				 FULL,  "no"                   },
	{"`odd name` = \"a\\tb\"",                     FULL,  "yes"                  },
	{"`odd name` != \"a\\tb\"",                    FULL,  "no"                   },
	{"`in` = 'x'",				 FULL,  "yes"                  },
	{"country < 'S'",			      FULL,  "yes"                  },
	{"country <= 'RS'",			    FULL,  "yes"                  },
	{"country > 'RS'",			     FULL,  "no"                   },
	{"country >= 'RS'",			    FULL,  "yes"                  },
	{"'a' < 'b'",				  FULL,  "yes"                  },
	{"'a' >= 'b'",				 FULL,  "no"                   },
 /* of numbers, when one side is a number or arithmetic */
	{"code = 7",				   FULL,  "yes"                  },
	{"7 = code",				   FULL,  "yes"                  },
	{"code != 7",				  FULL,  "no"                   },
	{"n < 10",				     FULL,  "yes"                  },
	{"n <= 7",				     FULL,  "yes"                  },
	{"n > 6.5",				    FULL,  "yes"                  },
	{"n >= 7.5",				   FULL,  "no"                   },
	{"code + 0 = n",			       FULL,  "yes"                  },
	{"n = 7",				      EMPTY, "unknown"              },
	{"country = 7",				FULL,  "unknown"              },
 /* of dates, by their bounds; a bare year beside a standard date column is the year */
	{"founded = 2005",			     FULL,  "yes"                  },
	{"founded >= 2005",			    FULL,  "yes"                  },
	{"founded < 2005",			     FULL,  "no"                   },
	{"founded > 2005",			     FULL,  "no"                   },
	{"founded <= 2005",			    FULL,  "yes"                  },
	{"2005 = founded",			     FULL,  "yes"                  },
	{"founded != 2005",			    FULL,  "no"                   },
	{"founded != 2004",			    FULL,  "yes"                  },
	{"founded = '2005-06-10'",                     FULL,  "possible"             },
	{"founded != '2005-06-10'",                    FULL,  "possible"             },
	{"founded >= '2005-06'",                       FULL,  "yes"                  },
	{"founded >= 2005",			    EMPTY, "unknown"              },
	{"left > founded",			     FULL,  "yes"                  },
	{"left < 2017",				FULL,  "possible"             },
	{"left <= date('2019-09')",                    FULL,  "yes"                  },
	{"founded > code",			     FULL,  "unknown"              },
	{"date > date('2013-04')",                     FULL,  "yes"                  },
	{"date = date('2013-05-15')",                  FULL,  "yes"                  },
	{"date < 2014",				FULL,  "yes"                  },
	{"date(code) > 2000",                          FULL,  "unknown"              },
 /* in, has, like, ~ */
	{"country in ('HR', 'RS')",                    FULL,  "yes"                  },
	{"country in ('HR')",                          FULL,  "no"                   },
	{"country not in ('HR', 'RS')",                FULL,  "no"                   },
	{"country in ('HR', 'RS')",                    EMPTY, "unknown"              },
	{"n in (6, 7)",				FULL,  "yes"                  },
	{"n in (6, 8)",				FULL,  "no"                   },
	{"n in (6, budget)",                           EMPTY, "unknown"              },
	{"founded in (2004, 2005)",                    FULL,  "yes"                  },
	{"founded in ('2005-06-01', '2005-06-02')",    FULL,  "possible"             },
	{"founded in (2004)",                          EMPTY, "unknown"              },
	{"fields has 'music'",                         FULL,  "yes"                  },
	{"fields has 'dance'",                         FULL,  "yes"                  },
	{"fields has 'mus'",                           FULL,  "no"                   },
	{"fields has ('opera', 'film')",               FULL,  "yes"                  },
	{"fields not has 'opera'",                     FULL,  "yes"                  },
	{"fields has 'music'",                         EMPTY, "unknown"              },
	{"name like 'JADRO'",                          FULL,  "yes"                  },
	{"name like 'Jadran'",                         FULL,  "no"                   },
	{"name like 'Jadro'",                          EMPTY, "unknown"              },
	{"name ~ 'Jadro'",			     FULL,  "yes"                  },
	{"name ~ '^Jadro'",			    FULL,  "no"                   },
	{"name ~ '^.{9} .Jadro.$'",                    FULL,  "yes"                  },
	{"name ~ 'UDRUŽENJE'",                        FULL,  "no"                   },
	{"name ~i 'UDRUŽENJE'",                       FULL,  "yes"                  },
	{"name !~ 'Jadro'",			    FULL,  "no"                   },
	{"name !~i 'jadro'",                           FULL,  "no"                   },
	{"name ~ 'Jadro'",			     EMPTY, "unknown"              },
	{"code ~ '^\\d+$'",			    FULL,  "yes"                  },
	{"'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' ~ '^a+$'",  FULL,  "yes"                  },
 /* missing */
	{"name is missing",			    EMPTY, "yes"                  },
	{"name is missing",			    FULL,  "no"                   },
	{"name is not missing",                        FULL,  "yes"                  },
	{"(n = 7) is missing",                         EMPTY, "yes"                  },
	{"n + 1 is missing",                           EMPTY, "yes"                  },
	{"number(name) is missing",                    FULL,  "yes"                  },
 /* arithmetic */
	{"1 + 2 * 3",				  FULL,  "7"                    },
	{"(1 + 2) * 3",				FULL,  "9"                    },
	{"10 - 4 - 3",				 FULL,  "3"                    },
	{"budget * 2",				 FULL,  "2469"                 },
	{"budget / 2",				 FULL,  "617.25"               },
	{"n % 4",				      FULL,  "3"                    },
	{"-n + 1",				     FULL,  "-6"                   },
	{"- -n",				       FULL,  "7"                    },
	{"+n",					 FULL,  "7"                    },
	{"n / 0",				      FULL,  NULL                   },
	{"n + 1",				      EMPTY, NULL                   },
	{"1e300 * 1e300",			      FULL,  NULL                   },
	{"1.5e3 + .5",				 FULL,  "1500.5"               },
	{"0.1 + 0.2",				  FULL,  "0.30000000000000004"  },
 /* if */
	{"if(n > 5, 'many', 'few')",                   FULL,  "many"                 },
	{"if(n > 8, 'many', 'few')",                   FULL,  "few"                  },
	{"if(n > 8, 'many', 'few')",                   EMPTY, NULL                   },
	{"if(n is missing, 0, n)",                     EMPTY, "0"                    },
	{"if(n is missing, 0, n) + 1",                 FULL,  "8"                    },
	{"if(n > 5, n > 6, n > 7)",                    FULL,  "yes"                  },
	{"if(n > 8, 1 = 1, country = 'RS')",           EMPTY, "unknown"              },
	{"if(1 = 1, if(1 = 2, 'a', 'b'), 'c')",        FULL,  "b"                    },
 /* functions */
	{"len(name)",				  FULL,  "17"                   },
	{"len(name)",				  EMPTY, NULL                   },
	{"lower('ŠABAC Ђ')",                         FULL,  "šabac ђ"            },
	{"upper('šabac ђ')",                         FULL,  "ŠABAC Ђ"            },
	{"latn('Ђорђе')",                         FULL,  "Đorđe"              },
	{"latn('Скопје', 'mk')",                 FULL,  "Skopje"               },
	{"latn(name)",				 EMPTY, NULL                   },
	{"cyrl('Njegoš')",			    FULL,  "Његош"           },
	{"key('Ђорђе') = key('Đorđe')",         FULL,  "yes"                  },
	{"words('Dom kulture, \"Čair\" 2.0')",        FULL,  "Dom;kulture;Čair;2;0"},
	{"count(words(name))",                         FULL,  "2"                    },
	{"replace('a-b-c', '-', '+')",                 FULL,  "a+b+c"                },
	{"replace('a-b-c', '-', '')",                  FULL,  "abc"                  },
	{"replace('abc', '', 'x')",                    FULL,  "abc"                  },
	{"replace(name, 'a', 'b')",                    EMPTY, NULL                   },
	{"substr('ŠĐČŽ', 2)",                      FULL,  "ĐČŽ"               },
	{"substr('ŠĐČŽ', 2, 2)",                   FULL,  "ĐČ"                 },
	{"substr('ŠĐČŽ', -2)",                     FULL,  "ČŽ"                 },
	{"substr('ŠĐČŽ', 0, 2)",                   FULL,  "Š"                   },
	{"substr('ŠĐČŽ', 9)",                      FULL,  NULL                   },
	{"starts(name, 'Udru')",                       FULL,  "yes"                  },
	{"starts(name, 'udru')",                       FULL,  "no"                   },
	{"ends(code, '07')",                           FULL,  "yes"                  },
	{"ends(code, '07')",                           EMPTY, "unknown"              },
	{"similar('Jadro', 'jadro')",                  FULL,  "1"                    },
	{"similar('abcd', 'abdc')",                    FULL,  "0.75"                 },
	{"similar('abcd', 'xyz')",                     FULL,  "0"                    },
	{"concat(id, '-', n)",                         FULL,  "M1-7"                 },
	{"concat(name, country)",                      EMPTY, NULL                   },
	{"list('a', 'b;a', ' c ')",                    FULL,  "a;b;c"                },
	{"list(country, name)",                        EMPTY, NULL                   },
	{"join(fields, ', ')",                         FULL,  "music, film, dance"   },
	{"count(fields)",			      FULL,  "3"                    },
	{"count(fields)",			      EMPTY, "0"                    },
	{"year(founded)",			      FULL,  "2005"                 },
	{"year(left)",				 FULL,  NULL                   },
	{"month(founded)",			     FULL,  "6"                    },
	{"month('2005')",			      FULL,  NULL                   },
	{"year(founded)",			      EMPTY, NULL                   },
	{"date('2015-10')",			    FULL,  "2015-10"              },
	{"covers(founded, left, '2010')",              FULL,  "yes"                  },
	{"covers(founded, left, '2017')",              FULL,  "possible"             },
	{"covers(founded, left, '2020')",              FULL,  "no"                   },
	{"covers(founded, left, '2010')",              EMPTY, "possible"             },
	{"covers(founded, name, '2010')",              FULL,  "unknown"              },
	{"number(code)",			       FULL,  "7"                    },
	{"number(name)",			       FULL,  NULL                   },
	{"min(n, budget, 9)",                          FULL,  "7"                    },
	{"min(n, 9)",				  EMPTY, "9"                    },
	{"max(n, budget, 9)",                          FULL,  "1234.5"               },
	{"max(n, budget)",			     EMPTY, NULL                   },
	{"round(2.5)",				 FULL,  "3"                    },
	{"round(-2.5)",				FULL,  "-3"                   },
	{"round(2.675, 2)",			    FULL,  "2.68"                 },
	{"round(1234, -2)",			    FULL,  "1200"                 },
	{"round(0.49999999999999994)",                 FULL,  "0"                    },
	{"abs(-3)",				    FULL,  "3"                    },
	{"n > 6",				      FULL,  "yes"                  },
	{"concat('n is ', n > 6)",                     FULL,  "n is 1"               },
	{"(n > 6) + (n > 9)",                          FULL,  "1"                    },
};

/* A malformed expression, where it is wrong, and what is said. */
static const struct {
	const char *expr;
	size_t column;
	const char *want;
} ERRORS[] = {
	{"contry = 'RS'",           1,  "unknown column 'contry' (did you mean 'country'?)"        },
	{"n = 7 and contry = 'RS'", 11, "unknown column 'contry' (did you mean 'country'?)"        },
	{"`no such` = 1",           1,  "unknown column 'no such'"                                 },
	{"n = ",		    5,  "a value expected, but the expression ends"                },
	{"n = )",		   5,  "a value expected before ')'"                              },
	{"(n = 7",                  7,  "')' expected, but the expression ends"                    },
	{"n = 7 n",                 7,  "'and', 'or' or the end expected before 'n'"               },
	{"n < 7 < 8",               7,  "'and' or 'or' expected before '<'"                        },
	{"n == 7",                  3,  "unknown operator '==' (did you mean '='?)"                },
	{"n = 7 && n = 8",          7,  "unknown operator '&&' (did you mean 'and'?)"              },
	{"!n",		      1,  "unknown operator '!' (did you mean 'not'?)"               },
	{"n = 7 ; n",               7,  "unknown character ';'"                                    },
	{"n = 7a",                  5,  "malformed number '7a'"                                    },
	{"n = 'a",                  5,  "text without its closing '"                               },
	{"`n = 1",                  1,  "column name without its closing backquote"                },
	{"lenght(name)",            1,  "unknown function 'lenght'"                                },
	{"leng(name) = 1",          1,  "unknown function 'leng' (did you mean 'len'?)"            },
	{"len() = 1",               1,  "too few arguments for 'len'"                              },
	{"len(name, 1) = 1",        1,  "too many arguments for 'len'"                             },
	{"if(n = 1, 2)",            1,  "too few arguments for 'if' (condition, then, else)"       },
	{"if(n, 2, 3)",             4,  "a condition is asked for, 'n' is a text"                  },
	{"not n",		   5,  "a condition is asked for, 'n' is a text"                  },
	{"n + 'a'",                 5,  "not a number: 'a'"                                        },
	{"founded = 'a'",           11,
         "not a date: ''a'' (a date is written \"2015-10\" or date(\"2015-10\"))"                  },
	{"founded = '2015-02-30'",  11,
         "not a date: ''2015-02-30'' (a date is written \"2015-10\" or date(\"2015-10\"))"         },
	{"founded > 2015 - 10",     11,
         "a date is asked for, '2015 - 10' is a number (a date is written "
		"date(\"2015-10\"))"							       },
	{"founded > 20",            11,
         "a date is asked for, '20' is a number (a date is written date(\"2015-10\"))"             },
	{"date('2015') + 1",        1,  "a number is asked for, 'date('2015')' is a date"          },
	{"name ~ country",          8,  "a pattern must be a text in quotes"                       },
	{"name ~ 'a('",             11, "malformed pattern: missing closing parenthesis"           },
	{"name = ''",               8,  "an empty text is a missing value (write: is missing)"     },
	{"n is",		    5,  "'missing' expected, but the expression ends"              },
	{"n in ()",                 8,  "a value in the brackets expected, but the expression ends"},
	{"in = 3",                  1,  "a value expected before 'in'"                             },
	{"n not = 3",               7,  "'in', 'has' or 'like' expected before '='"                },
	{"Đačko = 1 and x = 2",   1,  "unknown column 'Đačko'"                                 },
	{"'Đ' = name and zz = 2",  16, "unknown column 'zz'"                                      },
};

struct fixture {
	struct header header;
	struct record records[3];
	char lines[3][512];
	uint32_t ends[3][COLUMNS];
};

static void make_record(struct fixture *f, int number)
{
	size_t n = 0;
	for (size_t i = 0; i < COLUMNS; i++) {
		n += (size_t)snprintf(f->lines[number] + n, sizeof f->lines[number] - n, "%s\t",
			RECORDS[number][i]);
		f->ends[number][i] = (uint32_t)(n - 1);
	}
	f->lines[number][n - 1] = '\n';
	f->records[number] = (struct record){
		.line = {f->lines[number], n - 1         },
		.block = f->lines[number],
		.end = f->ends[number],
		.n = COLUMNS,
		.escaped = true,
		.pos = {"records",        (size_t)number}
        };
}

static const char *answer_word(struct answer a)
{
	if (a.certain == KLEENE_UNKNOWN || a.possible == KLEENE_UNKNOWN)
		return "unknown";
	if (a.certain != a.possible)
		return "possible";
	return a.certain == KLEENE_YES ? "yes" : "no";
}

static void check_row(const struct fixture *f, const struct row *row)
{
	struct arena arena = {0};
	struct expr_error error;
	const struct expr_options options = {0};
	struct str got;
	struct expr *e =
		expr_compile_condition(str_of(row->expr), &f->header, &options, &arena, &error);
	bool condition = e != NULL;
	if (!condition)
		e = expr_compile(str_of(row->expr), &f->header, &options, &arena, &error);
	if (!e)
		printf("%s: %zu: %s\n", row->expr, error.column, error.text);
	CHECK(e != NULL);
	if (e && condition)
		got = str_of(answer_word(expr_truth(e, &f->records[row->record])));
	else if (e && !expr_value(e, &f->records[row->record], &got))
		got = str_of(NULL);
	if (e && !str_eq(got, str_of(row->want)))
		printf("%s:\n", row->expr);
	if (e)
		CHECK_STR(got, str_of(row->want));
	expr_release(e);
	arena_release(&arena);
}

static void test_errors(const struct fixture *f)
{
	for (size_t i = 0; i < sizeof ERRORS / sizeof *ERRORS; i++) {
		struct arena arena = {0};
		struct expr_error error;
		const struct expr_options options = {0};
		CHECK(!expr_compile(str_of(ERRORS[i].expr), &f->header, &options, &arena, &error));
		CHECK_STR(str_of(error.text), str_of(ERRORS[i].want));
		if (error.column != ERRORS[i].column)
			printf("%s: column %zu\n", ERRORS[i].expr, error.column);
		CHECK(error.column == ERRORS[i].column);
		arena_release(&arena);
	}
}

/* `before` n times, then `middle`, then `after` n times. */
static bool compiles(const struct fixture *f, const char *before, size_t n, const char *middle,
	const char *after)
{
	struct buf text = {0};
	struct arena arena = {0};
	struct expr_error error;
	const struct expr_options options = {0};
	for (size_t i = 0; i < n; i++)
		buf_puts(&text, before);
	buf_puts(&text, middle);
	for (size_t i = 0; i < n; i++)
		buf_puts(&text, after);
	struct expr *e = expr_compile(buf_str(&text), &f->header, &options, &arena, &error);
	bool ok = e != NULL;
	expr_release(e);
	arena_release(&arena);
	buf_release(&text);
	return ok;
}

static void test_limits(const struct fixture *f)
{
	CHECK(compiles(f, "(", EXPR_MAX_DEPTH, "1", ")"));
	CHECK(!compiles(f, "(", EXPR_MAX_DEPTH + 1, "1", ")"));
	CHECK(compiles(f, "-", EXPR_MAX_DEPTH - 1, "n", ""));
	CHECK(!compiles(f, "-", EXPR_MAX_DEPTH, "n", ""));
	CHECK(compiles(f, "", EXPR_MAX_DEPTH - 1, "n", "+n"));
	CHECK(!compiles(f, "", EXPR_MAX_DEPTH, "n", "+n"));
	CHECK(compiles(f, "n=1 or ", 5000, "n=1", ""));
	CHECK(compiles(f, " ", EXPR_MAX_BYTES - 1, "1", ""));
	CHECK(!compiles(f, " ", EXPR_MAX_BYTES, "1", ""));
}

/* A pattern that runs away is unknown, not "no". */
static void test_costly_pattern(const struct fixture *f)
{
	struct record rec = f->records[FULL];
	char line[200];
	uint32_t ends[COLUMNS] = {0};
	memset(line, 'a', 60);
	snprintf(line + 60, sizeof line - 60, "!\n");
	for (size_t i = 0; i < COLUMNS; i++)
		ends[i] = 61;
	rec.line = (struct str){line, 61};
	rec.block = line;
	rec.end = ends;
	struct arena arena = {0};
	struct expr_error error;
	const struct expr_options options = {0};
	struct expr *e =
		expr_compile_condition(STR("id ~ '^(a+)+$'"), &f->header, &options, &arena, &error);
	CHECK(e && expr_truth(e, &rec).possible == KLEENE_UNKNOWN);
	expr_release(e);
	arena_release(&arena);
}

int main(void)
{
	static struct fixture f;
	for (size_t i = 0; i < COLUMNS; i++)
		header_add(&f.header, str_of(RECORDS[0][i]));
	make_record(&f, FULL);
	make_record(&f, EMPTY);
	diag_set_quiet(true);
	for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
		check_row(&f, &ROWS[i]);
	test_errors(&f);
	test_limits(&f);
	test_costly_pattern(&f);
	header_release(&f.header);
	return check_summary("expr");
}
