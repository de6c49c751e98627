#include "graph/sourceopts.h"
#include "graph/task.h"
#include "record/number.h"

static double take_alpha(const struct task *t, const char *value)
{
	double alpha;
	if (!number_parse(str_of(value), &alpha) || alpha <= 0 || alpha > 1)
		opts_misuse(&t->opts, "--alpha is above 0 and at most 1, not '%s'", value);
	return alpha;
}

/* The partition is the attribute of a file of nodes. */
static void take_partition(struct task *t, const char *value)
{
	const char *colon = strrchr(value, ':');
	if (!colon || colon == value || !colon[1])
		opts_misuse(&t->opts, "--communities is a file and its column, FILE:COL, not '%s'",
			value);
	if (t->source.nodes.file || t->source.nodes.attr)
		opts_misuse(&t->opts, "--communities does not go with --nodes and --attr");
	struct str file = {value, (size_t)(colon - value)};
	t->partition = value;
	t->source.nodes.file = arena_str(&t->arena, file).p;
	t->source.nodes.attr = colon + 1;
	t->m.given = true;
}

void task_option(struct task *t, int key, const char *value)
{
	static const char *const rules[] = {"or", "and", NULL};
	static const char *const lengths[] = {"none", "inverse", "weight", NULL};
	switch (key) {
	case OPT_MEASURES: t->measures = value; break;
	case OPT_THREADS:
		t->m.threads = (unsigned)opts_number(&t->opts, "threads", value, 1, 1024);
		break;
	case OPT_ALPHA: t->alpha = take_alpha(t, value); break;
	case OPT_RULE:
		t->rule = (enum backbone_rule)(
			BACKBONE_OR + opts_word(&t->opts, "rule", value, rules));
		break;
	case OPT_LENGTH:
		t->length = (enum path_length)opts_word(&t->opts, "length", value, lengths);
		t->length_given = true;
		break;
	case OPT_TOP: t->top = (size_t)opts_number(&t->opts, "top", value, 1, INT32_MAX); break;
	case OPT_SAMPLE:
		t->m.sample = (size_t)opts_number(&t->opts, "sample", value, 2, INT32_MAX);
		break;
	case OPT_PERMUTATIONS:
		t->m.permutations =
			(size_t)opts_number(&t->opts, "permutations", value, 1, 100000000);
		break;
	case OPT_COMMUNITIES: take_partition(t, value); break;
	case OPT_METHOD: t->method = value; break;
	case OPT_FOR: t->asked = value; break;
	case OPT_FIELDS: t->fields = value; break;
	default: break;
	}
}

void task_length(struct task *t)
{
	if (!t->length_given && !t->net.weighted)
		t->length = LENGTH_NONE;
}

void task_read(struct task *t)
{
	network_read(&t->net, &t->source, &t->opts);
	network_measures(&t->net, &t->m);
	t->m.weighted = t->net.weighted;
	task_length(t);
}

void task_release(struct task *t)
{
	measures_release(&t->m);
	network_release(&t->net);
	writer_release(&t->writer);
	arena_release(&t->arena);
	opts_release(&t->opts);
}
