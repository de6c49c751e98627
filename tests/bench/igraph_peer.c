/*
 * usage: igraph_peer nodes|betweenness EDGES
 *
 * What a C program with igraph does to be measured beside koop-graph: reads a file of two columns
 * of names with a header line as undirected edges and writes a line of measures for each node.
 */
#include <igraph/igraph.h>
#include <search.h>
#include <stdbool.h>

static void fail(const char *what)
{
	perror(what);
	exit(2);
}

/* The names, in the order in which they came up; the hash table of the C library finds them again.
 */
struct names {
	char **text;
	size_t n, cap;
};

static igraph_integer_t number_of(struct names *names, char *text)
{
	ENTRY *found, entry = {text, NULL};
	if ((found = hsearch(entry, FIND)))
		return (igraph_integer_t)(intptr_t)found->data;
	if (names->n == names->cap) {
		names->cap = names->cap ? 2 * names->cap : 1024;
		names->text = realloc(names->text, names->cap * sizeof *names->text);
		if (!names->text)
			fail("memory");
	}
	entry.key = names->text[names->n] = strdup(text);
	entry.data = (void *)(intptr_t)names->n;
	if (!entry.key || !hsearch(entry, ENTER))
		fail("memory");
	return (igraph_integer_t)names->n++;
}

static void read_edges(const char *path, struct names *names, igraph_t *graph)
{
	igraph_vector_int_t ends;
	char *line = NULL;
	size_t cap = 0;
	FILE *f = fopen(path, "r");
	if (!f || getline(&line, &cap, f) < 0 || !hcreate(4000000))
		fail(path);
	igraph_vector_int_init(&ends, 0);
	for (ssize_t n; (n = getline(&line, &cap, f)) > 0;) {
		char *tab = memchr(line, '\t', (size_t)n);
		if (!tab)
			continue;
		*tab = line[n - 1] = '\0';
		igraph_vector_int_push_back(&ends, number_of(names, line));
		igraph_vector_int_push_back(&ends, number_of(names, tab + 1));
	}
	fclose(f);
	free(line);
	igraph_create(graph, &ends, (igraph_integer_t)names->n, IGRAPH_UNDIRECTED);
	igraph_vector_int_destroy(&ends);
}

static void write_nodes(const struct names *names, const igraph_t *graph)
{
	igraph_vector_int_t degree, component, core;
	igraph_vector_t rank;
	igraph_vector_int_init(&degree, 0);
	igraph_vector_int_init(&component, 0);
	igraph_vector_int_init(&core, 0);
	igraph_vector_init(&rank, 0);
	igraph_degree(graph, &degree, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS);
	igraph_connected_components(graph, &component, NULL, NULL, IGRAPH_WEAK);
	igraph_coreness(graph, &core, IGRAPH_ALL);
	igraph_pagerank(graph, IGRAPH_PAGERANK_ALGO_PRPACK, &rank, NULL, igraph_vss_all(),
		IGRAPH_UNDIRECTED, 0.85, NULL, NULL);
	printf("id\tdegree\tcomponent\tcore\tpagerank\n");
	for (igraph_integer_t i = 0; i < (igraph_integer_t)names->n; i++)
		printf("%s\t%" IGRAPH_PRId "\t%" IGRAPH_PRId "\t%" IGRAPH_PRId "\t%.12g\n",
			names->text[i], VECTOR(degree)[i], VECTOR(component)[i], VECTOR(core)[i],
			VECTOR(rank)[i]);
}

static void write_betweenness(const struct names *names, const igraph_t *graph)
{
	igraph_vector_t betweenness;
	igraph_vector_init(&betweenness, 0);
	igraph_betweenness(graph, &betweenness, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
	printf("id\tbetweenness\n");
	for (igraph_integer_t i = 0; i < (igraph_integer_t)names->n; i++)
		printf("%s\t%.12g\n", names->text[i], VECTOR(betweenness)[i]);
}

int main(int argc, char **argv)
{
	struct names names = {0};
	igraph_t graph;
	bool nodes = argc == 3 && strcmp(argv[1], "nodes") == 0;
	if (argc != 3 || (!nodes && strcmp(argv[1], "betweenness") != 0)) {
		fputs("usage: igraph_peer nodes|betweenness EDGES\n", stderr);
		return 2;
	}
	read_edges(argv[2], &names, &graph);
	(nodes ? write_nodes : write_betweenness)(&names, &graph);
	return 0;
}
