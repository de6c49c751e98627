#include "base/near.h"
#include "input/schema.h"

enum {
	MEMBER = 1 << 0,
	MEMBERSHIP = 1 << 1,
	ACTIVITY = 1 << 2,
	PROJECT = 1 << 3,
	FUNDING = 1 << 4,
	EDGE = 1 << 5,
	ALIAS = 1 << 6,
};

static const struct schema SCHEMAS[] = {
	{"member",     MEMBER,     true,  true },
	{"membership", MEMBERSHIP, true,  false},
	{"activity",   ACTIVITY,   true,  false},
	{"project",    PROJECT,    true,  false},
	{"funding",    FUNDING,    true,  false},
	{"edge",       EDGE,       true,  false},
	{"alias",      ALIAS,      true,  false},
	{"survey",     0,          false, false},
	{"table",      0,          false, false},
};

const char *const SCHEMA_TYPES[] = {"member", "membership", "activity", "project", "funding",
	"edge", "alias", "survey", "table", NULL};

const char *const SCHEMA_KINDS[] = {"text", "name", "country", "fields", "date", "number", "list",
	"email", "url", "phone", "identifier", "currency", NULL};

struct column {
	struct str name;
	enum kind kind;
	unsigned types;
};

/* Columns that are not here, such as description and note, keep their line breaks and blanks. */
static const struct column COLUMNS[] = {
	{STR_CONST("id"),           KIND_TEXT,       MEMBER | ACTIVITY | PROJECT | FUNDING | ALIAS},
	{STR_CONST("name"),         KIND_NAME,       MEMBER                                       },
	{STR_CONST("name_en"),      KIND_NAME,       MEMBER                                       },
	{STR_CONST("name_local"),   KIND_NAME,       MEMBER                                       },
	{STR_CONST("short_name"),   KIND_NAME,       MEMBER                                       },
	{STR_CONST("lang"),         KIND_TEXT,       MEMBER | ALIAS                               },
	{STR_CONST("script"),       KIND_TEXT,       MEMBER | ALIAS                               },
	{STR_CONST("kind"),         KIND_TEXT,       MEMBER | ALIAS                               },
	{STR_CONST("legal_form"),   KIND_TEXT,       MEMBER                                       },
	{STR_CONST("country"),      KIND_COUNTRY,    MEMBER | ACTIVITY                            },
	{STR_CONST("region"),       KIND_TEXT,       MEMBER                                       },
	{STR_CONST("city"),         KIND_TEXT,       MEMBER                                       },
	{STR_CONST("address"),      KIND_TEXT,       MEMBER                                       },
	{STR_CONST("postcode"),     KIND_TEXT,       MEMBER                                       },
	{STR_CONST("fields"),       KIND_FIELDS,     MEMBER | ACTIVITY                            },
	{STR_CONST("founded"),      KIND_DATE,       MEMBER                                       },
	{STR_CONST("registered"),   KIND_DATE,       MEMBER                                       },
	{STR_CONST("dissolved"),    KIND_DATE,       MEMBER                                       },
	{STR_CONST("joined"),       KIND_DATE,       MEMBER                                       },
	{STR_CONST("left"),         KIND_DATE,       MEMBER                                       },
	{STR_CONST("status"),       KIND_TEXT,       MEMBER | MEMBERSHIP                          },
	{STR_CONST("email"),        KIND_EMAIL,      MEMBER                                       },
	{STR_CONST("url"),          KIND_URL,        MEMBER                                       },
	{STR_CONST("phone"),        KIND_PHONE,      MEMBER                                       },
	{STR_CONST("social"),       KIND_TEXT,       MEMBER                                       },
	{STR_CONST("contact"),      KIND_TEXT,       MEMBER                                       },
	{STR_CONST("identifier"),   KIND_IDENTIFIER, MEMBER                                       },
	{STR_CONST("tax_number"),   KIND_IDENTIFIER, MEMBER                                       },
	{STR_CONST("budget"),       KIND_MONEY,      MEMBER                                       },
	{STR_CONST("currency"),     KIND_CURRENCY,   MEMBER | PROJECT | FUNDING                   },
	{STR_CONST("staff"),        KIND_NUMBER,     MEMBER                                       },
	{STR_CONST("volunteers"),   KIND_NUMBER,     MEMBER                                       },
	{STR_CONST("members"),      KIND_NUMBER,     MEMBER                                       },
	{STR_CONST("member_id"),    KIND_TEXT,       MEMBERSHIP                                   },
	{STR_CONST("network_id"),   KIND_TEXT,       MEMBERSHIP                                   },
	{STR_CONST("role"),         KIND_TEXT,       MEMBERSHIP                                   },
	{STR_CONST("valid_from"),   KIND_DATE,       MEMBERSHIP                                   },
	{STR_CONST("valid_to"),     KIND_DATE,       MEMBERSHIP                                   },
	{STR_CONST("title"),        KIND_NAME,       ACTIVITY | PROJECT                           },
	{STR_CONST("type"),         KIND_TEXT,       ACTIVITY                                     },
	{STR_CONST("date"),         KIND_DATE,       ACTIVITY | PROJECT | FUNDING | EDGE          },
	{STR_CONST("place"),        KIND_TEXT,       ACTIVITY                                     },
	{STR_CONST("organisers"),   KIND_LIST,       ACTIVITY                                     },
	{STR_CONST("partners"),     KIND_LIST,       ACTIVITY | PROJECT                           },
	{STR_CONST("funders"),      KIND_LIST,       ACTIVITY | PROJECT                           },
	{STR_CONST("project"),      KIND_TEXT,       ACTIVITY                                     },
	{STR_CONST("cluster"),      KIND_LIST,       ACTIVITY | PROJECT                           },
	{STR_CONST("participants"), KIND_NUMBER,     ACTIVITY                                     },
	{STR_CONST("number"),       KIND_TEXT,       ACTIVITY                                     },
	{STR_CONST("year"),         KIND_DATE,       ACTIVITY                                     },
	{STR_CONST("owner"),        KIND_NAME,       PROJECT                                      },
	{STR_CONST("programme"),    KIND_TEXT,       PROJECT                                      },
	{STR_CONST("amount"),       KIND_MONEY,      PROJECT | FUNDING                            },
	{STR_CONST("recipient"),    KIND_NAME,       FUNDING                                      },
	{STR_CONST("funder"),       KIND_NAME,       FUNDING                                      },
	{STR_CONST("object"),       KIND_TEXT,       FUNDING                                      },
	{STR_CONST("source"),       KIND_TEXT,       EDGE                                         },
	{STR_CONST("target"),       KIND_TEXT,       EDGE                                         },
	{STR_CONST("relation"),     KIND_TEXT,       EDGE                                         },
	{STR_CONST("via"),          KIND_TEXT,       EDGE                                         },
	{STR_CONST("weight"),       KIND_NUMBER,     EDGE                                         },
	{STR_CONST("variant"),      KIND_NAME,       ALIAS                                        },
};

const struct schema *schema_at(size_t index)
{
	return &SCHEMAS[index];
}

enum kind schema_kind(const struct schema *schema, struct str column)
{
	for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++)
		if (str_eq(COLUMNS[i].name, column))
			return COLUMNS[i].types & schema->bit ? COLUMNS[i].kind : KIND_NONE;
	return KIND_NONE;
}

struct str schema_near(const struct schema *schema, struct str column)
{
	struct str names[sizeof COLUMNS / sizeof *COLUMNS];
	size_t n = 0, near;
	for (size_t i = 0; i < sizeof COLUMNS / sizeof *COLUMNS; i++) {
		if (str_eq(COLUMNS[i].name, column))
			return (struct str){NULL, 0};
		if (COLUMNS[i].types & schema->bit && COLUMNS[i].name.n >= 4)
			names[n++] = COLUMNS[i].name;
	}
	near = near_find(column, names, n);
	return near < n ? names[near] : (struct str){NULL, 0};
}
