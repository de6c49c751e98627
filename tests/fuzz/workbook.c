/*
 * Any bytes as one of the XML parts of a workbook, the other parts being sound, or as one that is
 * all in XML.
 * Rows come in the order of their numbers, and what is given as a row is UTF-8 within the limits;
 * its fields with TABs between are its raw text. A second reading gives the same.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/hash.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "input/rows.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *const XLSX[][2] = {
	{"xl/worksheets/sheet1.xml",   "<worksheet><sheetData><row r='2'><c r='B2' t='s' s='1'>"
				     "<v>0</v></c></row></sheetData></worksheet>"},
	{"xl/sharedStrings.xml",       "<sst><si><t>text</t></si></sst>"                                             },
	{"xl/styles.xml",              "<s><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></s>"             },
	{"xl/workbook.xml",            "<workbook><sheets><sheet name='One' r:id='a'/></sheets></workbook>"          },
	{"xl/_rels/workbook.xml.rels",
         "<R><Relationship Id='a' Type='/worksheet' Target='worksheets/sheet1.xml'/>"
		"<Relationship Id='b' Type='/sharedStrings' Target='sharedStrings.xml'/>"
		"<Relationship Id='c' Type='/styles' Target='styles.xml'/></R>"                                      },
	{"_rels/.rels",
         "<R><Relationship Id='a' Type='/officeDocument' Target='xl/workbook.xml'/></R>"                             },
};

static const char *const ODS[][2] = {
	{"content.xml",           ""           },
	{"META-INF/manifest.xml", "<manifest/>"},
};

enum { XLSX_PARTS = sizeof XLSX / sizeof *XLSX, ODS_PARTS = sizeof ODS / sizeof *ODS };

static void require(bool holds)
{
	if (!holds)
		abort();
}

static void put(struct buf *b, uint32_t number, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		buf_putc(b, (char)(number >> 8 * i));
}

static uint32_t crc32_of(struct str text)
{
	uint32_t crc = ~0u;
	for (size_t i = 0; i < text.n; i++) {
		crc ^= (unsigned char)text.p[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
	}
	return ~crc;
}

/* What the header of a part and its entry in the directory have in common. */
static void put_entry(struct buf *b, struct str name, struct str text)
{
	put(b, 10, 2); /* version */
	put(b, 0, 2);
	put(b, 0, 2); /* not packed */
	put(b, 0x21 << 16, 4);
	put(b, crc32_of(text), 4);
	put(b, (uint32_t)text.n, 4);
	put(b, (uint32_t)text.n, 4);
	put(b, (uint32_t)name.n, 2);
	put(b, 0, 2);
}

static void add_part(struct buf *zip, struct buf *directory, struct str name, struct str text)
{
	uint32_t at = (uint32_t)zip->n;
	buf_puts(zip, "PK\3\4");
	put_entry(zip, name, text);
	buf_addstr(zip, name);
	buf_addstr(zip, text);
	buf_puts(directory, "PK\1\2");
	put(directory, 10, 2);
	put_entry(directory, name, text);
	put(directory, 0, 4); /* no comment, the first disk */
	put(directory, 0, 2);
	put(directory, 0, 4); /* attributes */
	put(directory, at, 4);
	buf_addstr(directory, name);
}

static struct buf make_zip(
	const char *const parts[][2], size_t n, size_t replaced, struct str bytes)
{
	struct buf zip = {0}, directory = {0};
	for (size_t i = 0; i < n; i++)
		add_part(&zip, &directory, str_of(parts[i][0]),
			i == replaced ? bytes : str_of(parts[i][1]));
	uint32_t at = (uint32_t)zip.n;
	buf_addstr(&zip, buf_str(&directory));
	buf_puts(&zip, "PK\5\6");
	put(&zip, 0, 4);
	put(&zip, (uint32_t)n, 2);
	put(&zip, (uint32_t)n, 2);
	put(&zip, (uint32_t)directory.n, 4);
	put(&zip, at, 4);
	put(&zip, 0, 2);
	buf_release(&directory);
	return zip;
}

static void check_row(const struct row *row)
{
	struct str rest = row->raw, field;
	require(row->n <= LIMIT_COLUMNS && row->raw.n <= LIMIT_RECORD && utf8_valid(row->raw));
	for (size_t i = 0; i < row->n; i++) {
		field = str_head(rest, row->fields[i].n);
		require(str_eq(field, row->fields[i]));
		rest = str_from(rest, field.n);
		require(i + 1 == row->n ? rest.n == 0 : rest.n > 0 && rest.p[0] == '\t');
		rest = str_from(rest, i + 1 < row->n);
	}
}

/* A hash of all that is told about the rows. */
static uint64_t transcript(struct str file, const struct rows_format *format)
{
	struct source source;
	struct rows rows = {0};
	struct row row = {0};
	enum rows_status status;
	uint64_t hash = 0;
	size_t line = 0;
	source_init_memory(&source, file, "UTF-8");
	bool open = source_next_file(&source, &rows.why) == SOURCE_OPEN;
	require(format == &ROWS_XML || (open && source.form == SOURCE_ZIP));
	open = open && rows_open(&rows, &source, format, ',');
	require(open || rows.why.n);
	while (open && (status = rows_next(&rows, &row)) != ROWS_END && status != ROWS_FAILED) {
		require(row.pos.line > line);
		line = row.pos.line;
		if (status == ROWS_ROW)
			check_row(&row);
		hash = hash * 31 + hash_bytes(row.raw) + line;
	}
	rows_close(&rows);
	source_release(&source);
	return hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1)
		return 0;
	struct str bytes = {(const char *)data + 1, size - 1};
	size_t part = data[0] % (XLSX_PARTS + ODS_PARTS + 1);
	bool xlsx = part < XLSX_PARTS;
	if (part == XLSX_PARTS + ODS_PARTS) {
		diag_set_quiet(true);
		require(transcript(bytes, &ROWS_XML) == transcript(bytes, &ROWS_XML));
		return 0;
	}
	struct buf zip = xlsx ? make_zip(XLSX, XLSX_PARTS, part, bytes)
	                      : make_zip(ODS, ODS_PARTS, part - XLSX_PARTS, bytes);
	const struct rows_format *format = xlsx ? &ROWS_XLSX : &ROWS_ODS;
	diag_set_quiet(true);
	uint64_t once = transcript(buf_str(&zip), format);
	require(transcript(buf_str(&zip), format) == once);
	buf_release(&zip);
	return 0;
}
