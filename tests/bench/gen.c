/*
 * usage: gen DIRECTORY ROWS
 *
 * Made-up data for measuring, the same on every run: members.csv and members.tsv (a register,
 * untidy as such registers are: two scripts, decomposed letters, quotes, line feeds, two ways of
 * writing dates), survey.tsv (a stratified sample in clusters), edges.tsv (ROWS / 5 ties between
 * organisations, of which a few have very many) and participation.tsv (ROWS / 25 projects and who
 * took part).
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>

enum { NAME_MAX_BYTES = 256, COLUMNS = 11, STRATA = 100, PSUS_A_STRATUM = 50 };

#define COUNT(array)         (sizeof(array) / sizeof *(array))
#define PICK(array)          ((array)[below(COUNT(array))])
#define PICK_OF(array, many) ((array)[below((uint32_t)(many))])

static uint64_t state = 20151030;

/* splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014). */
static uint64_t next_random(void)
{
	uint64_t z = state += 0x9E3779B97F4A7C15;
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
	return z ^ (z >> 31);
}

static uint32_t below(uint32_t n)
{
	return (uint32_t)(((next_random() >> 32) * n) >> 32);
}

/* In [0, 1). */
static double uniform(void)
{
	return (double)(next_random() >> 11) * 0x1p-53;
}

/* Box and Muller. */
static double normal(void)
{
	double radius = sqrt(-2 * log(1 - uniform()));
	return radius * cos(6.283185307179586 * uniform());
}

static bool in_a_hundred(uint32_t chances)
{
	return below(100) < chances;
}

/* How bodies of one country and script are called, and where they sit. NULL ends a list. */
struct naming {
	const char *forms[8], *subjects[10], *cities[12];
};

enum { SERBIAN, SERBIAN_CYRILLIC, MACEDONIAN, SLOVENE, CROATIAN, ALBANIAN, ENGLISH };

static const struct naming namings[] = {
	[SERBIAN] = {{"Udruženje", "Društvo", "Centar za", "Fondacija", "Klub", "Mreža"},
		     {"savremeni ples", "nezavisnu scenu", "mlade Šumadije", "muziku Đerdapa", "Ćilim",
			"pozorište Žar", "kulturu sećanja", "Stara čaršija"},
		     {"Beograd", "Novi Sad", "Niš", "Kragujevac", "Subotica", "Čačak", "Užice",
			"Šabac"}														},
	[SERBIAN_CYRILLIC] = {{"Удружење", "Друштво", "Центар за", "Фондација", "Клуб"},
		     {"савремени плес", "независну сцену", "младе Шумадије", "музику Ђердапа", "Ћилим",
			"Његошева"},
		     {"Београд", "Нови Сад", "Ниш", "Крагујевац", "Суботица", "Чачак", "Ужице"}     },
	[MACEDONIAN] = {{"Здружение", "Центар за", "Фондација", "Друштво", "Сојуз"},
		     {"современ танц", "независна сцена", "млади Ѓорче", "музичка култура", "Ќерамида"},
		     {"Скопје", "Битола", "Куманово", "Прилеп", "Тетово", "Охрид", "Велес", "Штип"}},
	[SLOVENE] = {{"Društvo", "Zavod", "Zveza", "Ustanova", "Kulturno društvo"},
		     {"sodobni ples", "neodvisno sceno", "mlade Čopič", "glasbo Škrat", "Žarišče"},
		     {"Ljubljana", "Maribor", "Celje", "Kranj", "Koper", "Žalec", "Škofja Loka"}                                               },
	[CROATIAN] = {{"Udruga", "Umjetnička organizacija", "Savez", "Zaklada"},
		     {"suvremeni ples", "nezavisnu scenu", "mlade Đakova", "glazbu Šibenik", "Čudo"},
		     {"Zagreb", "Split", "Rijeka", "Osijek", "Šibenik", "Čakovec", "Požega"}                                                  },
	[ALBANIAN] = {{"Shoqata", "Qendra për", "Fondacioni", "Rrjeti i"},
		     {"vallëzimit bashkëkohor", "skenës së pavarur", "rinisë", "muzikës së Vlorës",
			"Çelësi"},
		     {"Tiranë", "Durrës", "Shkodër", "Vlorë", "Prishtinë", "Gjakovë", "Pejë"}                                             },
	[ENGLISH] = {{"Association", "Centre for", "Foundation", "Network of"},
		     {"contemporary dance", "independent scenes", "young artists", "music & memory",
			"new media"},
		     {"Sarajevo", "Podgorica", "Wien", "Berlin", "Graz", "Sofia", "Mostar", "Tuzla"}                                             },
};

/* Countries as often as they should come up. */
static const char *countries[] = {"RS", "RS", "RS", "RS", "RS", "RS", "MK", "MK", "MK", "SI", "SI",
	"SI", "HR", "HR", "HR", "AL", "AL", "BA", "BA", "ME", "XK", "BG", "AT", "DE"};
static const char *fields[] = {"dance", "theatre", "music", "visual arts", "film", "literature",
	"heritage", "design", "architecture", "new media", "education", "policy"};
static const char *kinds[] = {"ngo", "ngo", "ngo", "ngo", "public", "public", "individual",
	"individual", "company", "cooperative", "informal", "network"};

static size_t length_of(const char *const *list, size_t most)
{
	size_t n = 0;
	while (n < most && list[n])
		n++;
	return n;
}

static const struct naming *naming_of(const char *country)
{
	if (strcmp(country, "RS") == 0)
		return &namings[in_a_hundred(40) ? SERBIAN_CYRILLIC : SERBIAN];
	if (strcmp(country, "MK") == 0)
		return &namings[MACEDONIAN];
	if (strcmp(country, "SI") == 0)
		return &namings[SLOVENE];
	if (strcmp(country, "HR") == 0)
		return &namings[CROATIAN];
	if (strcmp(country, "AL") == 0 || strcmp(country, "XK") == 0)
		return &namings[ALBANIAN];
	return &namings[ENGLISH];
}

/* Takes some letters apart into a base letter and a combining mark (NFD), in place of their one
 * form. */
static void decompose(const char *in, char out[static NAME_MAX_BYTES])
{
	static const char *pairs[][2] = {
		{"š", "s\u030C"},
                {"ž", "z\u030C"},
                {"č", "c\u030C"},
                {"ć", "c\u0301"},
		{"ë", "e\u0308"},
                {"Š", "S\u030C"}
        };
	size_t n = 0;
	while (*in && n < NAME_MAX_BYTES - 4) {
		const char *as = NULL;
		for (size_t i = 0; i < COUNT(pairs) && !as; i++)
			if (strncmp(in, pairs[i][0], 2) == 0)
				as = pairs[i][1];
		if (as) {
			memcpy(out + n, as, 3);
			n += 3;
			in += 2;
		} else {
			out[n++] = *in++;
		}
	}
	out[n] = '\0';
}

static void make_name(const struct naming *as, char out[static NAME_MAX_BYTES])
{
	const char *form = PICK_OF(as->forms, length_of(as->forms, COUNT(as->forms)));
	const char *subject = PICK_OF(as->subjects, length_of(as->subjects, COUNT(as->subjects)));
	char name[NAME_MAX_BYTES];
	uint32_t kind = below(100);
	if (kind < 8)
		snprintf(name, sizeof name, "%s \"%s\"", form, subject);
	else if (kind < 13)
		snprintf(name, sizeof name, "%s, %s %u", form, subject, below(5000));
	else if (kind < 14)
		snprintf(name, sizeof name, "%s\n%s", form, subject);
	else if (kind < 17)
		snprintf(name, sizeof name, " %s  %s ", form, subject);
	else if (kind < 60)
		snprintf(name, sizeof name, "%s %s %u", form, subject, below(20000));
	else
		snprintf(name, sizeof name, "%s %s", form, subject);
	if (in_a_hundred(3))
		decompose(name, out);
	else
		memcpy(out, name, sizeof name);
}

static void make_fields(char out[static NAME_MAX_BYTES])
{
	uint32_t many = 1 + below(3) + (below(8) == 0 ? 2 : 0), first = below(COUNT(fields));
	size_t n = 0;
	for (uint32_t i = 0; i < many;
		i++) /* 5 and the number of fields have no divisor: none twice */
		n += (size_t)snprintf(out + n, NAME_MAX_BYTES - n, "%s%s", i ? ";" : "",
			fields[(first + 5 * i) % COUNT(fields)]);
}

static void make_joined(char out[static NAME_MAX_BYTES])
{
	uint32_t year = 2008 + below(17), month = 1 + below(12), day = 1 + below(28);
	if (below(5) == 0)
		snprintf(out, NAME_MAX_BYTES, "%02u.%02u.%u.", day, month, year);
	else
		snprintf(out, NAME_MAX_BYTES, "%u-%02u-%02u", year, month, day);
}

static void make_budget(char out[static NAME_MAX_BYTES])
{
	double amount = exp(8 + 2 * normal());
	if (in_a_hundred(5))
		out[0] = '\0';
	else if (in_a_hundred(4))
		snprintf(out, NAME_MAX_BYTES, "%.0f,%02u", floor(amount), below(100));
	else
		snprintf(out, NAME_MAX_BYTES, "%.2f", amount);
}

/* The columns of one member, in the order of the header. */
static void make_member(size_t number, char row[static COLUMNS][NAME_MAX_BYTES])
{
	const char *country = PICK(countries);
	const struct naming *as = naming_of(country);
	snprintf(row[0], NAME_MAX_BYTES, "M%07zu", number);
	make_name(as, row[1]);
	snprintf(row[2], NAME_MAX_BYTES, "%s", country);
	snprintf(row[3], NAME_MAX_BYTES, "%s",
		PICK_OF(as->cities, length_of(as->cities, COUNT(as->cities))));
	make_fields(row[4]);
	snprintf(row[5], NAME_MAX_BYTES, "%s", PICK(kinds));
	if (in_a_hundred(3))
		row[6][0] = '\0';
	else
		snprintf(row[6], NAME_MAX_BYTES, "%.0f", 2024 - floor(pow(uniform(), 1.7) * 90));
	make_joined(row[7]);
	if (in_a_hundred(10))
		row[8][0] = '\0';
	else
		snprintf(row[8], NAME_MAX_BYTES, "%c%c%u@%s.example", 'a' + (int)below(26),
			'a' + (int)below(26), below(100000), below(3) ? "mail" : "koop");
	make_budget(row[9]);
	snprintf(row[10], NAME_MAX_BYTES, "%.4f", 0.2 + 3 * uniform() * uniform() + uniform());
}

/* Quoted when it must be, or when the careless program that we play felt like it. */
static void put_csv(FILE *f, const char *value, bool force)
{
	if (!force && !strpbrk(value, ",\"\r\n")) {
		fputs(value, f);
		return;
	}
	putc('"', f);
	for (; *value; value++) {
		if (*value == '"')
			putc('"', f);
		putc(*value, f);
	}
	putc('"', f);
}

static void put_tsv(FILE *f, const char *value)
{
	for (; *value; value++)
		putc(*value == '\n' ? ' ' : *value, f);
}

static FILE *create(const char *directory, const char *name)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/%s", directory, name);
	FILE *f = fopen(path, "w");
	if (!f) {
		perror(path);
		exit(2);
	}
	return f;
}

static void finish(FILE *f)
{
	if (ferror(f) | fclose(f)) {
		perror("gen: cannot write");
		exit(2);
	}
}

static void make_members(const char *directory, size_t rows)
{
	static const char *names[COLUMNS] = {"id", "name", "country", "city", "fields", "kind",
		"founded", "joined", "email", "budget_eur", "weight"};
	static const uint32_t quoted[COLUMNS] = {[1] = 42, [3] = 18, [4] = 40};
	static char row[COLUMNS][NAME_MAX_BYTES];
	FILE *csv = create(directory, "members.csv"), *tsv = create(directory, "members.tsv");
	for (size_t i = 0; i <= rows; i++) {
		if (i)
			make_member(i, row);
		for (size_t j = 0; j < COLUMNS; j++) {
			if (j) {
				putc(',', csv);
				putc('\t', tsv);
			}
			put_csv(csv, i ? row[j] : names[j], i && in_a_hundred(quoted[j]));
			put_tsv(tsv, i ? row[j] : names[j]);
		}
		putc('\n', csv);
		putc('\n', tsv);
	}
	finish(csv);
	finish(tsv);
}

static void make_survey(const char *directory, size_t rows)
{
	static const char *where[] = {"RS", "MK", "SI", "HR", "AL", "BA", "ME", "XK", "BG", "AT"};
	static const char *ages[] = {"15-24", "25-34", "35-44", "45-54", "55-64", "65+"};
	static const char *work[] = {"freelance", "employed", "unemployed", "student", "retired"};
	static double base_weight[STRATA], effect[STRATA * PSUS_A_STRATUM];
	FILE *f = create(directory, "survey.tsv");
	fputs("id\tcountry\tstratum\tpsu\tweight\tsex\tagegrp\tstatus\tincome\thours\n", f);
	for (size_t i = 0; i < STRATA; i++)
		base_weight[i] = 50 + 300 * uniform();
	for (size_t i = 0; i < STRATA * PSUS_A_STRATUM; i++)
		effect[i] = 0.25 * normal();
	for (size_t i = 1; i <= rows; i++) {
		uint32_t stratum = below(STRATA),
			 psu = stratum * PSUS_A_STRATUM + below(PSUS_A_STRATUM);
		bool woman = in_a_hundred(54);
		double level = 6.5 + 0.1 * (stratum / 10) + effect[psu] - (woman ? 0.12 : 0);
		fprintf(f, "%zu\t%s\tS%03u\tP%04u\t%.3f\t%s\t%s\t%s\t%.2f\t%u\n", i,
			where[stratum / 10], stratum, psu,
			base_weight[stratum] * (0.7 + 0.6 * uniform()), woman ? "F" : "M",
			PICK(ages), PICK(work), exp(level + 0.6 * normal()), below(61));
	}
	finish(f);
}

/* Draws bodies so that body i comes up in proportion to (i + 20)^-0.6. */
struct lottery {
	double *sum;
	uint32_t n;
};

static void *allocate(size_t count, size_t size)
{
	void *p = calloc(count, size);
	if (!p) {
		fputs("gen: out of memory\n", stderr);
		exit(2);
	}
	return p;
}

static void lottery_init(struct lottery *l, uint32_t n)
{
	l->sum = allocate((size_t)n + 1, sizeof *l->sum);
	l->n = n;
	for (uint32_t i = 0; i < n; i++)
		l->sum[i + 1] = l->sum[i] + pow(i + 20.0, -0.6);
}

static uint32_t lottery_draw(const struct lottery *l)
{
	double at = uniform() * l->sum[l->n];
	uint32_t low = 0, high = l->n;
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (l->sum[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

/* Numbers 0 to n - 1 in random order, so that the busy bodies are not the first ones. */
static uint32_t *shuffled(uint32_t n)
{
	uint32_t *order = allocate(n, sizeof *order);
	for (uint32_t i = 0; i < n; i++) {
		uint32_t j = below(i + 1);
		order[i] = order[j];
		order[j] = i;
	}
	return order;
}

/* True when the key was not there; slots are a power of two and never full. */
static bool set_add(uint64_t *slots, size_t mask, uint64_t key)
{
	size_t at = (size_t)((key * 0x9E3779B97F4A7C15) >> 20) & mask;
	while (slots[at] && slots[at] != key)
		at = (at + 1) & mask;
	bool is_new = !slots[at];
	slots[at] = key;
	return is_new;
}

static void make_edges(const char *directory, size_t edges)
{
	uint32_t bodies = (uint32_t)(edges / 5) + 10;
	uint32_t *order = shuffled(bodies);
	struct lottery lottery;
	size_t slots = 64;
	while (slots < 4 * edges)
		slots *= 2;
	uint64_t *seen = allocate(slots, sizeof *seen);
	FILE *f = create(directory, "edges.tsv");
	lottery_init(&lottery, bodies);
	fputs("org_a\torg_b\n", f);
	for (size_t made = 0; made < edges;) {
		uint32_t a = order[lottery_draw(&lottery)], b = order[lottery_draw(&lottery)];
		uint64_t low = a < b ? a : b, high = a < b ? b : a;
		if (a == b || !set_add(seen, slots - 1, (low << 32 | high) + 1))
			continue;
		fprintf(f, "org%06u\torg%06u\n", a, b);
		made++;
	}
	finish(f);
	free(seen);
	free(order);
	free(lottery.sum);
}

static void make_participation(const char *directory, size_t projects)
{
	enum { MOST = 60 };
	struct lottery lottery;
	FILE *f = create(directory, "participation.tsv");
	lottery_init(&lottery, (uint32_t)(projects / 2) + 2 * MOST);
	fputs("project\torg\n", f);
	for (size_t i = 0; i < projects; i++) {
		uint32_t who[MOST], n = 0, want = 2 + (uint32_t)(-3.2 * log(1 - uniform()));
		while (n < want && n < MOST) {
			uint32_t body = lottery_draw(&lottery), j = 0;
			while (j < n && who[j] != body)
				j++;
			if (j < n)
				continue;
			who[n++] = body;
			fprintf(f, "proj%06zu\torg%06u\n", i, body);
		}
	}
	finish(f);
	free(lottery.sum);
}

int main(int argc, char **argv)
{
	char *end = NULL;
	unsigned long rows = argc == 3 ? strtoul(argv[2], &end, 10) : 0;
	if (!rows || *end || rows > 100000000) {
		fputs("usage: gen DIRECTORY ROWS\n", stderr);
		return 2;
	}
	make_members(argv[1], rows);
	make_survey(argv[1], rows);
	make_edges(argv[1], rows / 5 + 1);
	make_participation(argv[1], rows / 25 + 1);
	return 0;
}
