#include "base/arena.h"
#include "check.h"
#include "input/charset.h"
#include "input/contact.h"
#include "input/dialect.h"
#include "input/money.h"
#include "input/quantity.h"
#include "input/schema.h"

static void check_quantity(const char *text, const char *lang, const char *want)
{
	struct arena arena = {0};
	struct str number = {NULL, 0};
	switch (quantity_read(
		str_of(text), quantity_mark_of_language(str_of(lang)), &arena, &number)) {
	case QUANTITY_OK: break;
	case QUANTITY_AMBIGUOUS: number = STR("ambiguous"); break;
	case QUANTITY_BAD: number = STR("bad"); break;
	}
	CHECK_STR(number, str_of(want));
	arena_release(&arena);
}

static void test_quantities(void)
{
	check_quantity("12", "", "12");
	check_quantity("0.8960", "", "0.896");
	check_quantity("1.234,50", "", "1234.5");
	check_quantity("1,234.50", "", "1234.5");
	check_quantity("1234,5", "", "1234.5");
	check_quantity("1 234 567", "", "1234567");
	check_quantity("1 234,567", "", "1234.567");
	check_quantity("1.234.567", "", "1234567");
	check_quantity("1'234'567.89", "", "1234567.89");
	check_quantity("1’234’567,89", "", "1234567.89");
	check_quantity("1’23’567", "", "bad");
	check_quantity("-1.234.567,8", "", "-1234567.8");
	check_quantity("\xE2\x88\x92"
		       "5",
		"", "-5");
	check_quantity("+7", "", "7");
	check_quantity("0,125", "", "0.125");
	check_quantity("1e-9", "", "1e-9");
	check_quantity("1.234", "", "ambiguous");
	check_quantity("1,234", "", "ambiguous");
	check_quantity("1.234", "sr", "1234");
	check_quantity("1.234", "sr-Latn", "1234");
	check_quantity("1,234", "mk", "1.234");
	check_quantity("1.234", "en", "1.234");
	check_quantity("1,234", "en-GB", "1234");
	static const char *const bad[] = {"", "-", "12 EUR", "1,2,3", "12.34.567", "1.234,5.6",
		"1,234.567,8", "1  2", "12 34", "1.2 3", "abc", "1.234.56"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		check_quantity(bad[i], "", "bad");
}

static void test_marks_shown(void)
{
	static const char *const comma[] = {"12,5", "1.234,50", "1.234.567", "-0,5", "1234,567"};
	static const char *const point[] = {"12.5", "1,234.50", "1,234,567", "0.125"};
	static const char *const none[] = {
		"1.234", "1,234", "12", "2.11.4", "12.34,5.6", "a,5", ""};
	for (size_t i = 0; i < sizeof comma / sizeof *comma; i++)
		CHECK(quantity_mark_shown(str_of(comma[i])) == ',');
	for (size_t i = 0; i < sizeof point / sizeof *point; i++)
		CHECK(quantity_mark_shown(str_of(point[i])) == '.');
	for (size_t i = 0; i < sizeof none / sizeof *none; i++)
		CHECK(quantity_mark_shown(str_of(none[i])) == '\0');
}

/* "1234.5 EUR", or what else it is. */
static void check_money(const char *text, char mark, const char *want)
{
	static const char *const names[] = {"", "ambiguous", "negative", "rough", "bad"};
	struct arena arena = {0};
	struct str number, currency;
	enum money m = money_read(str_of(text), mark, &arena, &number, &currency);
	struct str got = str_of(names[m]);
	if (m == MONEY_OK)
		got = arena_fmt(&arena, STR_FMT "%s" STR_FMT, STR_ARG(number),
			currency.n ? " " : "", STR_ARG(currency));
	CHECK_STR(got, str_of(want));
	arena_release(&arena);
}

static void test_money(void)
{
	static const char *const exact[][2] = {
		{"1.234,50 €",        "1234.5 EUR" },
		{"€ 1,234.50",        "1234.5 EUR" },
		{"12 000 ден.",      "12000 MKD"  },
		{"12 000 денари", "12000 MKD"  },
		{"KM 500",              "500 BAM"    },
		{"500 КМ",            "500 BAM"    },
		{"500,00KM",            "500 BAM"    },
		{"RSD 1.000.000",       "1000000 RSD"},
		{"250.000,00 din.",     "250000 RSD" },
		{"1200 динара",   "1200 RSD"   },
		{"7.500,00 kn",         "7500 HRK"   },
		{"100.000,00 lekë",    "100000 ALL" },
		{"500 LEK",             "500 ALL"    },
		{"500,- kn",            "500 HRK"    },
		{"1.500,-",             "1500"       },
		{"500.- EUR",           "500 EUR"    },
		{"25 EUR",              "25 EUR"     },
		{"25eur",               "25 EUR"     },
		{"25 evra",             "25 EUR"     },
		{"3.000,00 evrov",      "3000 EUR"   },
		{"EUR 25 €",          "25 EUR"     },
		{"$1,234.50",           "1234.5 USD" },
		{"100 лв.",           "100 BGN"    },
		{"1.500 000,00",        "bad"        },
		{"10.000,50 Ft",        "10000.5 HUF"},
		{"12,5 TL",             "12.5 TRY"   },
		{"1 250,75 lei",        "1250.75 RON"},
		{"1250",                "1250"       },
		{"+50 €",             "50 EUR"     },
	};
	static const char *const others[][2] = {
		{"1.234 €",          "ambiguous"},
		{"-500 €",           "negative" },
		{"€ -500",           "negative" },
		{"(1.200,00)",         "negative" },
		{"(500 EUR)",          "negative" },
		{"500-",               "negative" },
		{"cca 500 €",        "rough"    },
		{"oko 10.000 RSD",     "rough"    },
		{"~500",               "rough"    },
		{"до 300 EUR",       "rough"    },
		{"500-1000 EUR",       "rough"    },
		{"500 – 1000",       "rough"    },
		{"od 500 do 1000 EUR", "rough"    },
		{"500 i 300",          "rough"    },
		{"rreth 500 lekë",    "rough"    },
		{"12 jabuka",          "bad"      },
		{"3 mil. EUR",         "bad"      },
		{"EUR",                "bad"      },
		{"100 EUR RSD",        "bad"      },
		{"EUR 100 RSD",        "bad"      },
		{"12%",                "bad"      },
		{"",                   "bad"      },
		{"5 EUR mesečno",     "bad"      },
	};
	for (size_t i = 0; i < sizeof exact / sizeof *exact; i++)
		check_money(exact[i][0], '\0', exact[i][1]);
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		check_money(others[i][0], '\0', others[i][1]);
	check_money("1.234 €", ',', "1234 EUR");
	/* money has no thousandths: what says so is in doubt */
	check_money("1.234 €", '.', "ambiguous");
	check_money("€ 3,000", ',', "ambiguous");
	check_money("0,500 €", ',', "0.5 EUR");
	check_money("1.234", '.', "1.234");
}

static void test_money_of_headings(void)
{
	CHECK_STR(money_of_heading(STR("Iznos (EUR)")), STR("EUR"));
	CHECK_STR(money_of_heading(STR("Budžet u RSD")), STR("RSD"));
	CHECK_STR(money_of_heading(STR("budget_eur")), STR("EUR"));
	CHECK_STR(money_of_heading(STR("Износ (ден.)")), STR("MKD"));
	CHECK_STR(money_of_heading(STR("Iznos (u 000 EUR)")), STR(""));
	CHECK_STR(money_of_heading(STR("Iznos")), STR(""));
	CHECK(money_is_scaled(STR("Iznos (u 000 EUR)")));
	CHECK(money_is_scaled(STR("Буџет у хиљадама динара")));
	CHECK(money_is_scaled(STR("Shuma (në mijë lekë)")));
	CHECK(!money_is_scaled(STR("Iznos (EUR)")));
	CHECK(!money_is_scaled(STR("Budžet 2019")));
}

static void test_contacts(void)
{
	struct arena arena = {0};
	static const char *const emails[][2] = {
		{"Info@RUKA.rs",             "Info@ruka.rs"            },
		{"mailto:a@b.rs",            "a@b.rs"                  },
		{"<a@b.rs>",                 "a@b.rs"                  },
		{"info (at) ruka.rs",        "info@ruka.rs"            },
		{"info[at]ruka[dot]rs",      "info@ruka.rs"            },
		{"a@b.rs, c@d.hr",           "a@b.rs;c@d.hr"           },
		{"a@b.rs; a@b.rs",           "a@b.rs"                  },
		{"a@b.rs/c@d.hr",            "a@b.rs;c@d.hr"           },
		{"a@b.rs i c@d.hr",          "a@b.rs;c@d.hr"           },
		{"пера@рука.срб", "пера@рука.срб"},
		{"a@b.rs.",                  "a@b.rs"                  },
		{"a@b",                      ""                        },
		{"a@@b.rs",                  ""                        },
		{"@b.rs",                    ""                        },
		{"a@b..rs",                  ""                        },
		{"a b@c.rs",                 ""                        },
		{"a..b@c.rs",                ""                        },
		{".a@c.rs",                  ""                        },
		{"a@-c.rs",                  ""                        },
		{"a@1.2",                    ""                        },
		{"a@b.rs, nema",             ""                        },
		{"www.b.rs",                 ""                        },
		{"",			 ""			},
	};
	static const char *const urls[][2] = {
		{"HTTP://Ruka.RS/Put?A=b",              "http://ruka.rs/Put?A=b"             },
		{"WWW.Ruka.rs",                         "www.ruka.rs"                        },
		{"ruka.rs",			     "ruka.rs"                            },
		{"https://рука.срб/о-нама", "https://рука.срб/о-нама"},
		{"http://a.rs http://b.rs/x,y",         "http://a.rs;http://b.rs/x,y"        },
		{"http://a.rs:8080/",                   "http://a.rs:8080/"                  },
		{"http:/a.rs",                          ""				   },
		{"htp://a.rs",                          ""				   },
		{"http://",			     ""				   },
		{"javascript://a.rs",                   ""                                   },
		{"ruka",				""				   },
		{"a@b.rs",			      ""				   },
		{"http://http://a.rs",                  ""                                   },
		{"nema sajta",                          ""				   },
	};
	for (size_t i = 0; i < sizeof emails / sizeof *emails; i++)
		CHECK_STR(contact_email(str_of(emails[i][0]), &arena), str_of(emails[i][1]));
	for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
		CHECK_STR(contact_url(str_of(urls[i][0]), &arena), str_of(urls[i][1]));
	arena_release(&arena);
}

static struct str phones(const char *text, const char *country, struct arena *arena)
{
	struct str numbers;
	switch (contact_phone(str_of(text), str_of(country), arena, &numbers)) {
	case TELEPHONE_OK: return numbers;
	case TELEPHONE_LOCAL: return STR("local");
	default: return STR("bad");
	}
}

static void test_phones(void)
{
	struct arena arena = {0};
	static const char *const cases[][3] = {
		{"011/3239-000",               "RS", "+381113239000"              },
		{"+381 (0)11 3239 000",        "",   "+381113239000"              },
		{"00381 11 3239000",           "HR", "+381113239000"              },
		{"(011) 3239.000",             "RS", "+381113239000"              },
		{"tel: 01 234 5678",           "HR", "+38512345678"               },
		{"Тел.: 02 3123 456",       "MK", "+38923123456"               },
		{"Tel/fax: 033 123 456",       "BA", "+38733123456"               },
		{"02/123-456",                 "XK", "bad"                        },
		{"038 123 456",                "XK", "+38338123456"               },
		{"042 222 333",                "AL", "+35542222333"               },
		{"01 234 56 78",               "SI", "+38612345678"               },
		{"+43 1 234567",               "",   "+431234567"                 },
		{"+381 011 3239 000",          "",   "+381113239000"              },
		{"06 1 234 5678",              "HU", "+3612345678"                },
		{"210 1234567",                "GR", "+302101234567"              },
		{"064 123 4567; 011 3239 000", "RS", "+381641234567;+381113239000"},
		{"064 1234567 i 063 1234567",  "RS", "+381641234567;+381631234567"},
		{"064 123 4567, 0641234567",   "RS", "+381641234567"              },
		{"011 3239 000",               "",   "local"                      },
		{"3239-000",                   "RS", "bad"                        },
		{"3239-000",                   "",   "bad"                        },
		{"641234567",                  "RS", "bad"                        },
		{"011 3239 000 lok. 12",       "RS", "bad"                        },
		{"+381 11 3239 000 / 001",     "",   "bad"                        },
		{"+381 1",                     "",   "bad"                        },
		{"+0123456789",                "",   "bad"                        },
		{"+1234567890123456",          "",   "bad"                        },
		{"nema",                       "RS", "bad"                        },
		{"",			   "RS", "bad"                        },
		{"+",			  "",   "bad"                        },
		{"00",			 "",   "bad"                        },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		CHECK_STR(phones(cases[i][0], cases[i][1], &arena), str_of(cases[i][2]));
	arena_release(&arena);
}

static void test_marks(void)
{
	struct buf text = {0};
	struct charset *c = charset_open("windows-1250");
	CHECK(c != NULL);
	charset_convert(c, STR("a\x81\xE8"), &text);
	charset_end(c, &text);
	CHECK_STR(buf_str(&text), STR("a\xFF\x88\x81\xC4\x8D"));
	charset_close(c);
	CHECK(charset_open("windows-1250//IGNORE") == NULL);
	CHECK(charset_open("no such") == NULL);
	buf_release(&text);
}

static char delimiter_of(const char *text)
{
	struct dialect d = {0};
	struct source s;
	struct buf why = {0};
	source_init_memory(&s, str_of(text), NULL);
	source_next_file(&s, &why);
	dialect_find(&d, &s);
	source_release(&s);
	return d.delimiter;
}

static void test_delimiters(void)
{
	CHECK(delimiter_of("a,b\n") == ',');
	CHECK(delimiter_of("a;b\n1,5;2\n2,5;3\n") == ';');
	CHECK(delimiter_of("a\tb\n\"x,y,z\"\t1\n") == '\t');
	CHECK(delimiter_of("Title, with a comma\na|b|c\n1|2|3\n") == '|');
	CHECK(delimiter_of("a\n1\n") == ',');
	CHECK(delimiter_of("SEP=|\na,b|c\n") == '|');
	CHECK(delimiter_of("sep=;") == ';');
}

static void test_schemas(void)
{
	for (size_t i = 0; SCHEMA_TYPES[i]; i++)
		CHECK_STR(str_of(schema_at(i)->type), str_of(SCHEMA_TYPES[i]));
	CHECK(schema_kind(schema_at(0), STR("country")) == KIND_COUNTRY);
	CHECK(schema_kind(schema_at(0), STR("valid_from")) == KIND_NONE);
	CHECK(schema_kind(schema_at(1), STR("valid_from")) == KIND_DATE);
	CHECK(schema_kind(schema_at(8), STR("country")) == KIND_NONE);
}

int main(void)
{
	test_quantities();
	test_marks_shown();
	test_money();
	test_money_of_headings();
	test_contacts();
	test_phones();
	test_marks();
	test_delimiters();
	test_schemas();
	return check_summary("input");
}
