#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <zip.h>

#include "base/mem.h"
#include "base/progress.h"
#include "input/container.h"

struct container {
	zip_t *zip;
	uint64_t most, given; /* bytes of all parts */
};

struct part {
	struct container *container;
	zip_file_t *file;
	uint64_t given;
	double packed; /* bytes in the file for each that is given */
};

static uint64_t most_bytes(int fd)
{
	struct stat st;
	uint64_t size = fstat(fd, &st) == 0 ? (uint64_t)st.st_size : 0;
	uint64_t most = size * CONTAINER_RATIO;
	return most > CONTAINER_FREE ? most : CONTAINER_FREE;
}

static zip_t *open_zip(int fd, struct buf *why)
{
	int code;
	zip_t *zip = zip_fdopen(fd, 0, &code); /* it closes the descriptor */
	zip_error_t error;
	if (zip)
		return zip;
	close(fd);
	zip_error_init_with_code(&error, code);
	buf_fmt(why, "no whole zip file: %s", zip_error_strerror(&error));
	zip_error_fini(&error);
	return NULL;
}

struct container *container_open(int fd, struct buf *why)
{
	uint64_t most = most_bytes(fd);
	zip_t *zip = open_zip(fd, why);
	if (!zip)
		return NULL;
	if (zip_get_num_entries(zip, 0) > CONTAINER_PARTS) {
		buf_fmt(why, "a zip file of more than %d parts", CONTAINER_PARTS);
		zip_discard(zip);
		return NULL;
	}
	struct container *c = mem_zero(1, sizeof *c);
	*c = (struct container){zip, most, 0};
	return c;
}

bool container_has(struct container *c, const char *name)
{
	return zip_name_locate(c->zip, name, 0) >= 0;
}

/* The name of a part that is a table of its own, or NULL. */
static const char *packed_table(struct container *c)
{
	static const char *const endings[] = {
		".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".json", ".sav", ".por", ".dta"};
	zip_int64_t n = zip_get_num_entries(c->zip, 0);
	for (zip_int64_t at = 0; at < n; at++) {
		const char *name = zip_get_name(c->zip, (zip_uint64_t)at, 0);
		for (size_t i = 0; name && i < sizeof endings / sizeof *endings; i++)
			if (str_ends(str_of(name), str_of(endings[i])))
				return name;
	}
	return NULL;
}

void container_explain(struct container *c, const char *format, struct buf *why)
{
	/* clang-format off */
	static const struct {
		const char *part, *name;
	} kinds[] = {
		{"word/document.xml",    "a document of Word; copy its table into a spreadsheet"},
		{"ppt/presentation.xml", "slides; copy their table into a spreadsheet"},
		{"Index/Document.iwa",   "a document of Numbers or Pages; export it as .xlsx"},
		{"Index.zip",            "a document of Numbers or Pages; export it as .xlsx"},
		{"index.xml",            "an old document of Numbers or Pages; export it as .xlsx"},
		{"doc.kml",              "a map (.kmz), and no table"},
	};
	/* clang-format on */
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (container_has(c, kinds[i].part)) {
			buf_puts(why, kinds[i].name);
			return;
		}
	const char *table = packed_table(c);
	buf_fmt(why, "a zip file, but no %s workbook", format);
	if (table)
		buf_fmt(why, "; unpack '%s' from it", table);
}

void container_close(struct container *c)
{
	if (!c)
		return;
	zip_discard(c->zip);
	free(c);
}

static bool is_encrypted(struct container *c, const char *name)
{
	zip_stat_t st;
	return zip_stat(c->zip, name, 0, &st) == 0 && (st.valid & ZIP_STAT_ENCRYPTION_METHOD) &&
	       st.encryption_method != ZIP_EM_NONE;
}

static double packing(struct container *c, const char *name)
{
	zip_stat_t st;
	bool known = zip_stat(c->zip, name, 0, &st) == 0 && (st.valid & ZIP_STAT_COMP_SIZE) &&
	             (st.valid & ZIP_STAT_SIZE) && st.size;
	return known ? (double)st.comp_size / (double)st.size : 0;
}

struct part *part_open(struct container *c, const char *name, struct buf *why)
{
	if (is_encrypted(c, name)) {
		buf_puts(why, "protected by a password");
		return NULL;
	}
	zip_file_t *file = zip_fopen(c->zip, name, 0);
	if (!file) /* the names of parts differ in more than their case (ECMA-376, part 2) */
		file = zip_fopen(c->zip, name, ZIP_FL_NOCASE);
	if (!file) {
		buf_fmt(why, "part '%s': %s", name, zip_strerror(c->zip));
		return NULL;
	}
	struct part *p = mem_zero(1, sizeof *p);
	*p = (struct part){c, file, 0, packing(c, name)};
	return p;
}

ssize_t part_read(struct part *p, void *to, size_t n, struct buf *why)
{
	zip_int64_t got = zip_fread(p->file, to, n);
	if (got < 0) {
		buf_fmt(why, "the file is damaged: %s", zip_file_strerror(p->file));
		return -1;
	}
	progress_add((size_t)((double)got * p->packed));
	p->given += (uint64_t)got;
	p->container->given += (uint64_t)got;
	if (p->given > CONTAINER_PART)
		buf_fmt(why, "a part of more than %d bytes", CONTAINER_PART);
	else if (p->container->given > p->container->most)
		buf_fmt(why, "packed more than %d times", CONTAINER_RATIO);
	else
		return (ssize_t)got;
	return -1;
}

void part_close(struct part *p)
{
	if (!p)
		return;
	zip_fclose(p->file);
	free(p);
}
