/* Whatever nodes are called and however they are tied, the picture is well-formed XML on the page.
 */
#include <expat.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include "graph/network.h"
#include "output/drawsvg.h"
#include "output/picture.h"

enum { NAMES_MOST = 60 };

static void require(bool condition)
{
	if (!condition)
		abort();
}

/* Names up to a NUL byte each, as the stream would hand them on; the rest are ties, two bytes each.
 */
static void build(struct network *net, const uint8_t *data, size_t size)
{
	struct str rest = {(const char *)data, size}, name;
	size_t n = 0;
	while (n < NAMES_MOST && str_split(&rest, '\0', &name) && name.n) {
		intern_add(&net->list.ids, name);
		n = net->list.ids.n;
	}
	for (size_t i = 0; n && i + 1 < rest.n; i += 2)
		edgelist_add(&net->list, (uint8_t)rest.p[i] % (uint32_t)n,
			(uint8_t)rest.p[i + 1] % (uint32_t)n, 1);
	graph_build(&net->graph, &net->list, size & 1);
}

static void require_well_formed(const struct picture *p)
{
	struct buf text = {0};
	svg_put(p, &text, p->g->edges & 1);
	XML_Parser parser = XML_ParserCreate("UTF-8");
	require(XML_Parse(parser, text.p, (int)text.n, 1) == XML_STATUS_OK);
	XML_ParserFree(parser);
	buf_release(&text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const colours[] = {"none", "component", "core", "betweenness"};
	struct network net = {0};
	struct measures m = {.threads = 1, .search = COMMUNITY_DEFAULTS};
	struct drawing look = DRAWING_DEFAULTS;
	struct buf why = {0};
	if (size > 4096)
		return 0;
	build(&net, data, size);
	network_measures(&net, &m);
	look.title = size % 3 ? "<&>" : NULL;
	look.colour = colours[size % 4];
	struct picture p = {.g = &net.graph,
		.table = &net.table,
		.look = &look,
		.m = &m,
		.length = LENGTH_NONE,
		.titled = true,
		.why = &why};
	if (picture_size(&p) && picture_colour(&p)) {
		picture_names(&p);
		picture_place(&p);
		picture_label(&p);
		for (size_t i = 0; i < net.graph.nodes; i++)
			require(p.x[i] >= 0 && p.x[i] <= p.width && p.y[i] >= 0 &&
				p.y[i] <= p.height);
		require_well_formed(&p);
	}
	arena_release(&p.arena);
	measures_release(&m);
	network_release(&net);
	buf_release(&why);
	return 0;
}
