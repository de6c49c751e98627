#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "input/alien.h"

#define SAVE     "; open it in a spreadsheet program and save it as .xlsx"
#define EXPORT   "; write its table to a .csv first"
#define UNPACK   "; unpack it first"
#define PICTURE  "a picture, and no table"
#define SAS_FILE "a file of SAS; write it as .sav, .dta or .csv first"

struct magic {
	size_t at;
	struct str bytes;
	const char *name;
};

/* clang-format off */
static const struct magic MAGICS[] = {
	{0,  STR_CONST("%PDF-"),                   "a PDF document; copy its table into a spreadsheet"},
	{0,  STR_CONST("\x1F\x8B"),                "packed with gzip" UNPACK},
	{0,  STR_CONST("\xFD\x37zXZ"),             "packed with xz" UNPACK},
	{0,  STR_CONST("\x28\xB5\x2F\xFD"),        "packed with zstd" UNPACK},
	{4,  STR_CONST("1AY&SY"),                  "packed with bzip2" UNPACK},
	{0,  STR_CONST("7z\xBC\xAF\x27\x1C"),      "packed with 7-Zip" UNPACK},
	{0,  STR_CONST("Rar!\x1A\x07"),            "packed with RAR" UNPACK},
	{0,  STR_CONST("\x89PNG\r\n"),             PICTURE},
	{0,  STR_CONST("\xFF\xD8\xFF"),            PICTURE},
	{0,  STR_CONST("GIF89a"),                  PICTURE},
	{0,  STR_CONST("II*\0"),                   PICTURE},
	{0,  STR_CONST("MM\0*"),                   PICTURE},
	{0,  STR_CONST("SQLite format 3\0"),       "a database of SQLite" EXPORT},
	{4,  STR_CONST("Standard Jet DB"),         "a database of Access" EXPORT},
	{4,  STR_CONST("Standard ACE DB"),         "a database of Access" EXPORT},
	{0,  STR_CONST("PAR1\x15"),                "a file of Parquet" EXPORT},
	{0,  STR_CONST("ARROW1\0"),                "a file of Arrow" EXPORT},
	{0,  STR_CONST("\x89HDF"),                 "a file of HDF5" EXPORT},
	{0,  STR_CONST("RDX3\n"),                  "a file of R" EXPORT},
	{0,  STR_CONST("RDX2\n"),                  "a file of R" EXPORT},
	{12, STR_CONST("\xC2\xEA\x81\x60"),        SAS_FILE},
	{0,  STR_CONST("HEADER RECORD*******LIB"), SAS_FILE},
	{0,  STR_CONST("\x09\0\x04\0"),            "a workbook of Excel 2" SAVE},
	{0,  STR_CONST("\x09\x02\x06\0"),          "a workbook of Excel 3" SAVE},
	{0,  STR_CONST("\x09\x04\x06\0"),          "a workbook of Excel 4" SAVE},
	{0,  STR_CONST("\0\0\x02\0"),              "a workbook of Lotus 1-2-3" SAVE},
};

/* How text begins, in lower case. */
static const struct {
	const char *start, *name;
} BEGINNINGS[] = {
	{"<!doctype html",    "a web page" SAVE},
	{"<html",             "a web page" SAVE},
	{"<head",             "a web page" SAVE},
	{"<meta",             "a web page" SAVE},
	{"<style",            "a web page" SAVE},
	{"<body",             "a web page" SAVE},
	{"<div",              "a web page" SAVE},
	{"<table",            "a web page" SAVE},
	{"mime-version:",     "a web page in one file, or a letter" SAVE},
	{"{\\rtf",            "a text document (RTF); copy its table into a spreadsheet"},
	{"table\n0,1\n",      "a table in DIF" SAVE},
	{"table\r\n0,1\r\n",  "a table in DIF" SAVE},
	{"begin:vcard",       "a file of visiting cards (vCard)" EXPORT},
	{"begin:vcalendar",   "a calendar (iCalendar)" EXPORT},
};
/* clang-format on */

static bool holds(struct str text, const char *word)
{
	return str_find(text, str_of(word)) < text.n;
}

/* A sort of table, the day it was written, and the length of a list of columns of 32 bytes each. */
static bool is_dbase(struct str start)
{
	enum { HEAD = 32, CLOSED = 264 };
	static const char sorts[] = "\x03\x30\x31\x83\x8B\xF5";
	const unsigned char *b = (const unsigned char *)start.p;
	if (start.n <= HEAD || !memchr(sorts, b[0], sizeof sorts - 1))
		return false;
	size_t length = b[8] + 256u * b[9], rest = length % HEAD;
	return memchr(b, '\0', HEAD) && b[2] >= 1 && b[2] <= 12 && b[3] >= 1 && b[3] <= 31 &&
	       length > HEAD && (rest == 1 || rest == 2 || rest == CLOSED % HEAD);
}

const char *alien_bytes(struct str start)
{
	for (size_t i = 0; i < sizeof MAGICS / sizeof *MAGICS; i++)
		if (str_starts(str_from(start, MAGICS[i].at), MAGICS[i].bytes))
			return MAGICS[i].name;
	return is_dbase(start) ? "a table of dBASE" SAVE : NULL;
}

/* Excel itself takes a CSV whose first heading is ID for one of these. */
static bool is_sylk(struct str text)
{
	size_t end = str_index(text, '\n') + 1;
	struct str second = str_from(text, end);
	return str_starts(text, STR("ID;P")) && second.n > 1 && strchr("PBFCOE", second.p[0]) &&
	       second.p[1] == ';';
}

bool alien_is_xml_sheet(struct str text)
{
	struct str head = str_head(text, ALIEN_BYTES);
	return str_starts(text, STR("<?xml")) &&
	       holds(head, "urn:schemas-microsoft-com:office:spreadsheet");
}

static const char *kind_of_xml(struct str text)
{
	if (alien_is_xml_sheet(text))
		return NULL;
	if (holds(text, "opendocument.spreadsheet"))
		return "a flat OpenDocument sheet (.fods)" SAVE;
	return holds(text, "<html") ? "a web page" SAVE : "a file of XML, and no table";
}

static bool is_link(struct str text)
{
	return str_starts(text, STR("{")) && holds(text, "\"doc_id\"") &&
	       (holds(text, "docs.google.com") || holds(text, "DO NOT EDIT THIS FILE"));
}

const char *alien_text(struct str start)
{
	struct str text = start;
	while (text.n && memchr(" \t\r\n", *text.p, 4))
		text = str_from(text, 1);
	if (str_starts(text, STR("<?xml")))
		return kind_of_xml(text);
	for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++) {
		struct str word = str_of(BEGINNINGS[i].start);
		if (str_eq_ascii_case(str_head(text, word.n), word))
			return BEGINNINGS[i].name;
	}
	if (is_sylk(text))
		return "a table in SYLK" SAVE;
	return is_link(text) ? "a link to a sheet of Google; download that as .xlsx" : NULL;
}
