#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/progress.h"
#include "base/str.h"
#include "input/compound.h"

enum {
	HEADER = 512,
	ENTRY = 128, /* of the directory */
	NAME_MAX_UNITS = 32,
	IN_HEADER = 109, /* sectors of the table that the header names itself */
	MINI_SHIFT = 6,
	TYPE_STREAM = 2,
	TYPE_ROOT = 5,
};

static const uint32_t END_OF_CHAIN = 0xFFFFFFFE;

/* The sectors of a stream, in order. */
struct chain {
	uint32_t *sectors;
	size_t n;
	uint64_t size; /* bytes */
};

struct compound {
	int fd;
	uint64_t size;
	unsigned shift;               /* a sector has 1 << shift bytes */
	uint64_t cutoff;              /* smaller streams stand in the mini stream */
	uint32_t *table, *mini_table; /* the sector behind each sector */
	size_t ntable, nmini_table;
	struct chain directory, mini, chosen;
	bool in_mini; /* the chosen one */
};

static uint32_t get16(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8;
}

static uint32_t get32(const unsigned char *p)
{
	return get16(p) | get16(p + 2) << 16;
}

/* As many bytes as there are, up to n. */
static ssize_t read_at(const struct compound *c, uint64_t at, void *to, size_t n)
{
	size_t done = 0;
	while (done < n) {
		ssize_t got = pread(c->fd, (char *)to + done, n - done, (off_t)(at + done));
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		done += (size_t)got;
	}
	return (ssize_t)done;
}

static uint64_t place_of(const struct compound *c, uint32_t sector)
{
	return ((uint64_t)sector + 1) << c->shift;
}

/* The sectors from one on; false when the chain leaves the table or comes back to itself. */
static bool follow(struct chain *chain, const uint32_t *table, size_t n, uint32_t first)
{
	size_t cap = 0;
	for (uint32_t at = first; at != END_OF_CHAIN; at = table[at]) {
		if (at >= n || chain->n == n)
			return false;
		chain->sectors = mem_grow(chain->sectors, chain->n, &cap, sizeof *chain->sectors);
		chain->sectors[chain->n++] = at;
	}
	return true;
}

static ssize_t read_chain(
	const struct compound *c, const struct chain *chain, uint64_t at, void *to, size_t n)
{
	size_t done = 0, sector_size = (size_t)1 << c->shift;
	while (done < n && at < chain->size && at >> c->shift < chain->n) {
		size_t into = (size_t)at & (sector_size - 1), most = sector_size - into;
		uint64_t left = chain->size - at;
		most = most < n - done ? most : n - done;
		most = most < left ? most : (size_t)left;
		ssize_t got = read_at(c, place_of(c, chain->sectors[at >> c->shift]) + into,
			(char *)to + done, most);
		if (got < 0)
			return -1;
		done += (size_t)got;
		at += (uint64_t)got;
		if ((size_t)got < most)
			break;
	}
	return (ssize_t)done;
}

/* Adds a sector of the table of sectors; false when it is not there. */
static bool add_table_sector(struct compound *c, uint32_t sector)
{
	size_t bytes = (size_t)1 << c->shift, entries = bytes / sizeof *c->table;
	if (c->ntable > c->size >> c->shift)
		return false; /* more of the table than the file has sectors */
	unsigned char *raw = mem_zero(bytes, 1);
	bool ok = read_at(c, place_of(c, sector), raw, bytes) > 0;
	c->table = mem_resize(c->table, c->ntable + entries, sizeof *c->table);
	for (size_t i = 0; i < entries; i++)
		c->table[c->ntable++] = get32(raw + 4 * i);
	free(raw);
	return ok;
}

/* The sectors of the table stand in the header, and more of them in a chain of their own. */
static bool read_table(struct compound *c, const unsigned char *header)
{
	uint32_t n = get32(header + 44), next = get32(header + 68);
	size_t bytes = (size_t)1 << c->shift, entries = bytes / 4 - 1;
	for (uint32_t i = 0; i < n && i < IN_HEADER; i++)
		if (!add_table_sector(c, get32(header + 76 + 4 * (size_t)i)))
			return false;
	unsigned char *raw = mem_zero(bytes, 1);
	bool ok = true;
	for (uint32_t done = IN_HEADER; ok && done < n;) {
		ok = read_at(c, place_of(c, next), raw, bytes) == (ssize_t)bytes;
		for (size_t i = 0; ok && i < entries && done < n; i++, done++)
			ok = add_table_sector(c, get32(raw + 4 * i));
		next = get32(raw + 4 * entries);
	}
	free(raw);
	return ok;
}

static bool read_mini_table(struct compound *c, const unsigned char *header)
{
	struct chain chain = {0};
	bool ok = follow(&chain, c->table, c->ntable, get32(header + 60));
	size_t entries = ((size_t)1 << c->shift) / 4;
	chain.size = (uint64_t)chain.n << c->shift;
	c->nmini_table = ok ? chain.n * entries : 0;
	unsigned char *raw = mem_zero(c->nmini_table + 1, 4);
	if (ok)
		read_chain(c, &chain, 0, raw, c->nmini_table * 4);
	c->mini_table = mem_zero(c->nmini_table + 1, sizeof *c->mini_table);
	for (size_t i = 0; i < c->nmini_table; i++)
		c->mini_table[i] = get32(raw + 4 * i);
	free(raw);
	free(chain.sectors);
	return ok;
}

static bool is_named(const unsigned char *entry, const char *name)
{
	size_t n = strlen(name);
	if (get16(entry + 64) != 2 * (n + 1) || n >= NAME_MAX_UNITS)
		return false;
	for (size_t i = 0; i < n; i++)
		if (get16(entry + 2 * i) != (unsigned char)name[i])
			return false;
	return true;
}

/* The entry of the directory with this type and, where it is not NULL, name. */
static bool find_entry(const struct compound *c, unsigned type, const char *name,
	unsigned char entry[static ENTRY])
{
	for (uint64_t at = 0; read_chain(c, &c->directory, at, entry, ENTRY) == ENTRY; at += ENTRY)
		if (entry[66] == type && (!name || is_named(entry, name)))
			return true;
	return false;
}

static bool read_directory(struct compound *c, const unsigned char *header)
{
	unsigned char root[ENTRY];
	if (!follow(&c->directory, c->table, c->ntable, get32(header + 48)))
		return false;
	c->directory.size = (uint64_t)c->directory.n << c->shift;
	if (!find_entry(c, TYPE_ROOT, NULL, root))
		return false;
	c->mini.size = get32(root + 120);
	return c->mini.size == 0 || follow(&c->mini, c->table, c->ntable, get32(root + 116));
}

static bool read_tables(struct compound *c)
{
	unsigned char header[HEADER];
	if (read_at(c, 0, header, HEADER) != HEADER)
		return false;
	c->shift = get16(header + 30);
	c->cutoff = get32(header + 56);
	if ((c->shift != 9 && c->shift != 12) || get16(header + 32) != MINI_SHIFT)
		return false;
	return read_table(c, header) && read_mini_table(c, header) && read_directory(c, header);
}

struct compound *compound_open(int fd, struct buf *why)
{
	struct stat st;
	struct compound *c = mem_zero(1, sizeof *c);
	c->fd = fd;
	c->size = fstat(fd, &st) == 0 ? (uint64_t)st.st_size : 0;
	if (c->size > COMPOUND_SIZE)
		buf_fmt(why, "a workbook of more than %d bytes", COMPOUND_SIZE);
	else if (!read_tables(c))
		buf_puts(why, "cut or damaged: not a whole compound file");
	else
		return c;
	compound_close(c);
	return NULL;
}

bool compound_has(const struct compound *c, const char *name)
{
	unsigned char entry[ENTRY];
	return find_entry(c, TYPE_STREAM, name, entry);
}

bool compound_choose(struct compound *c, const char *name)
{
	unsigned char entry[ENTRY];
	if (!find_entry(c, TYPE_STREAM, name, entry))
		return false;
	free(c->chosen.sectors);
	c->chosen = (struct chain){.size = get32(entry + 120)};
	c->in_mini = c->chosen.size < c->cutoff;
	return c->in_mini ? follow(&c->chosen, c->mini_table, c->nmini_table, get32(entry + 116))
	                  : follow(&c->chosen, c->table, c->ntable, get32(entry + 116));
}

/* Out of the mini stream, sector by sector. */
static ssize_t read_mini(struct compound *c, size_t at, char *to, size_t n)
{
	enum { SIZE = 1 << MINI_SHIFT };
	size_t done = 0;
	while (done < n && at < c->chosen.size && at / SIZE < c->chosen.n) {
		size_t most = SIZE - at % SIZE;
		most = most < n - done ? most : n - done;
		most = most < c->chosen.size - at ? most : (size_t)(c->chosen.size - at);
		uint64_t place = (uint64_t)c->chosen.sectors[at / SIZE] * SIZE + at % SIZE;
		ssize_t got = read_chain(c, &c->mini, place, to + done, most);
		if (got < 0)
			return -1;
		done += (size_t)got;
		at += (size_t)got;
		if ((size_t)got < most)
			break;
	}
	return (ssize_t)done;
}

ssize_t compound_read(struct compound *c, size_t at, void *to, size_t n)
{
	ssize_t got = c->in_mini ? read_mini(c, at, to, n) : read_chain(c, &c->chosen, at, to, n);
	progress_add(got > 0 ? (size_t)got : 0);
	return got;
}

void compound_close(struct compound *c)
{
	if (!c)
		return;
	close(c->fd);
	free(c->table);
	free(c->mini_table);
	free(c->directory.sectors);
	free(c->mini.sectors);
	free(c->chosen.sectors);
	free(c);
}
