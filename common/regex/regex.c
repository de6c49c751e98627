#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/mem.h"
#include "regex/literal.h"
#include "regex/regex.h"

enum {
	STEPS_MAX = 1000000,
	DEPTH_MAX = 10000,
	HEAP_MAX_KB = 8 * 1024,
	STACK_MIN = 32 * 1024,
	STACK_MAX = 1024 * 1024, /* of the machine code */
};

struct regex {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	bool jit;
	struct literal literal;
};

static void use_jit(struct regex *re)
{
	size_t size = 0;
	if (pcre2_jit_compile(re->code, PCRE2_JIT_COMPLETE) == 0)
		pcre2_pattern_info(re->code, PCRE2_INFO_JITSIZE, &size);
	if (size == 0)
		return; /* no JIT here, or (*NO_JIT): the interpreter gives the same answers */
	re->stack = pcre2_jit_stack_create(STACK_MIN, STACK_MAX, NULL);
	if (!re->stack)
		diex("out of memory for a pattern");
	pcre2_jit_stack_assign(re->context, NULL, re->stack);
	re->jit = true;
}

struct regex *regex_compile(struct str pattern, unsigned flags, struct regex_error *error)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C |
	                   (flags & REGEX_CASELESS ? PCRE2_CASELESS : 0);
	int code;
	PCRE2_SIZE at;
	struct regex *re = mem_zero(1, sizeof *re);
	re->code = pcre2_compile(
		(PCRE2_SPTR)(pattern.n ? pattern.p : ""), pattern.n, options, &code, &at, NULL);
	if (!re->code) {
		error->at = at;
		pcre2_get_error_message(code, (PCRE2_UCHAR *)error->text, sizeof error->text);
		regex_free(re);
		return NULL;
	}
	re->match = pcre2_match_data_create_from_pattern(re->code, NULL);
	re->context = pcre2_match_context_create(NULL);
	if (!re->match || !re->context)
		diex("out of memory for a pattern");
	pcre2_set_match_limit(re->context, STEPS_MAX);
	pcre2_set_depth_limit(re->context, DEPTH_MAX);
	pcre2_set_heap_limit(re->context, HEAP_MAX_KB);
	use_jit(re);
	if (literal_usable())
		re->literal = literal_of(pattern, flags & REGEX_CASELESS);
	return re;
}

/* The number of groups set, 0 for no match, or a negative code of PCRE2. */
static int run(struct regex *re, struct str text, size_t from)
{
	PCRE2_SPTR p = (PCRE2_SPTR)(text.n ? text.p : "");
	int rc = re->jit ? pcre2_jit_match(re->code, p, text.n, from, 0, re->match, re->context)
	                 : pcre2_match(re->code, p, text.n, from, PCRE2_NO_UTF_CHECK, re->match,
				   re->context);
	return rc == PCRE2_ERROR_NOMATCH ? 0 : rc;
}

enum regex_result regex_match(struct regex *re, struct str text)
{
	if (re->literal.n && !literal_possible(&re->literal, text))
		return REGEX_NO;
	int rc = run(re, text, 0);
	return rc < 0 ? REGEX_LIMIT : rc > 0 ? REGEX_YES : REGEX_NO;
}

enum regex_result regex_find(
	struct regex *re, struct str text, size_t from, struct str *groups, size_t n)
{
	int rc = run(re, text, from);
	const PCRE2_SIZE *at = pcre2_get_ovector_pointer(re->match);
	if (rc <= 0)
		return rc < 0 ? REGEX_LIMIT : REGEX_NO;
	for (size_t i = 0; i < n; i++) {
		bool set = i < (size_t)rc && at[2 * i] != PCRE2_UNSET;
		groups[i] = set ? (struct str){text.p + at[2 * i], at[2 * i + 1] - at[2 * i]}
		                : (struct str){NULL, 0};
	}
	return REGEX_YES;
}

size_t regex_groups(const struct regex *re)
{
	return pcre2_get_ovector_count(re->match);
}

struct str regex_group_name(const struct regex *re, size_t group)
{
	uint32_t count, size;
	PCRE2_SPTR row;
	pcre2_pattern_info(re->code, PCRE2_INFO_NAMECOUNT, &count);
	pcre2_pattern_info(re->code, PCRE2_INFO_NAMEENTRYSIZE, &size);
	pcre2_pattern_info(re->code, PCRE2_INFO_NAMETABLE, &row);
	for (uint32_t i = 0; i < count; i++, row += size) /* two bytes of number, then the name */
		if (((size_t)row[0] << 8 | row[1]) == group)
			return str_of((const char *)row + 2);
	return (struct str){NULL, 0};
}

void regex_free(struct regex *re)
{
	if (!re)
		return;
	pcre2_jit_stack_free(re->stack);
	pcre2_match_context_free(re->context);
	pcre2_match_data_free(re->match);
	pcre2_code_free(re->code);
	free(re);
}
