#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/mem.h"
#include "regex/literal.h"
#include "regex/regex.h"

enum { STACK_MIN = 32 * 1024 };

/* How far a match may go; the stack is that of the machine code. */
struct bounds {
	uint32_t steps, depth, heap_kb;
	size_t stack;
};

static const struct bounds VALUE = {1000000, 10000, 8 * 1024, 1024 * 1024};
static const struct bounds PAGE = {50000000, 1000000, 64 * 1024, 32 * 1024 * 1024};

struct regex {
	pcre2_code *code;
	pcre2_match_data *match;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	bool jit, is_page;
	struct literal literal;
};

static void use_jit(struct regex *re, size_t stack)
{
	size_t size = 0;
	if (pcre2_jit_compile(re->code, PCRE2_JIT_COMPLETE) == 0)
		pcre2_pattern_info(re->code, PCRE2_INFO_JITSIZE, &size);
	if (size == 0)
		return; /* no JIT here, or (*NO_JIT): the interpreter gives the same answers */
	re->stack = pcre2_jit_stack_create(STACK_MIN, stack, NULL);
	if (!re->stack)
		diex("out of memory for a pattern");
	pcre2_jit_stack_assign(re->context, NULL, re->stack);
	re->jit = true;
}

static pcre2_code *compile(struct str pattern, unsigned flags, struct regex_error *error)
{
	uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C |
	                   (flags & REGEX_CASELESS ? PCRE2_CASELESS : 0) |
	                   (flags & REGEX_PAGE ? PCRE2_MATCH_INVALID_UTF : 0);
	int code;
	PCRE2_SIZE at;
	pcre2_compile_context *context = pcre2_compile_context_create(NULL);
	if (!context)
		diex("out of memory for a pattern");
	if (flags & REGEX_PAGE)
		pcre2_set_newline(context, PCRE2_NEWLINE_ANYCRLF);
	pcre2_code *compiled = pcre2_compile(
		(PCRE2_SPTR)(pattern.n ? pattern.p : ""), pattern.n, options, &code, &at, context);
	pcre2_compile_context_free(context);
	if (compiled)
		return compiled;
	error->at = at;
	pcre2_get_error_message(code, (PCRE2_UCHAR *)error->text, sizeof error->text);
	return NULL;
}

struct regex *regex_compile(struct str pattern, unsigned flags, struct regex_error *error)
{
	const struct bounds *bounds = flags & REGEX_PAGE ? &PAGE : &VALUE;
	pcre2_code *code = compile(pattern, flags, error);
	if (!code)
		return NULL;
	struct regex *re = mem_zero(1, sizeof *re);
	re->code = code;
	re->match = pcre2_match_data_create_from_pattern(re->code, NULL);
	re->context = pcre2_match_context_create(NULL);
	if (!re->match || !re->context)
		diex("out of memory for a pattern");
	pcre2_set_match_limit(re->context, bounds->steps);
	pcre2_set_depth_limit(re->context, bounds->depth);
	pcre2_set_heap_limit(re->context, bounds->heap_kb);
	re->is_page = flags & REGEX_PAGE;
	use_jit(re, bounds->stack);
	if (literal_usable() && !re->is_page)
		re->literal = literal_of(pattern, flags & REGEX_CASELESS);
	return re;
}

/* The number of groups set, 0 for no match, or a negative code of PCRE2. */
static int run(struct regex *re, struct str text, size_t from, uint32_t options)
{
	PCRE2_SPTR p = (PCRE2_SPTR)(text.n ? text.p : "");
	uint32_t checks = re->is_page ? 0 : PCRE2_NO_UTF_CHECK;
	int rc = re->jit ? pcre2_jit_match(
				   re->code, p, text.n, from, options, re->match, re->context)
	                 : pcre2_match(re->code, p, text.n, from, options | checks, re->match,
				   re->context);
	return rc == PCRE2_ERROR_NOMATCH ? 0 : rc;
}

enum regex_result regex_match(struct regex *re, struct str text)
{
	if (re->literal.n && literal_find(&re->literal, text) == text.n)
		return REGEX_NO;
	int rc = run(re, text, 0, 0);
	return rc < 0 ? REGEX_LIMIT : rc > 0 ? REGEX_YES : REGEX_NO;
}

bool regex_has_literal(const struct regex *re)
{
	return re->literal.n && !memchr(re->literal.bytes, '\\', re->literal.n);
}

size_t regex_literal(const struct regex *re, struct str text)
{
	return literal_find(&re->literal, text);
}

static enum regex_result find(struct regex *re, struct str text, size_t from, uint32_t options,
	struct str *groups, size_t n)
{
	int rc = run(re, text, from, options);
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

enum regex_result regex_find(
	struct regex *re, struct str text, size_t from, struct str *groups, size_t n)
{
	return find(re, text, from, 0, groups, n);
}

enum regex_result regex_find_on(
	struct regex *re, struct str text, size_t from, struct str *groups, size_t n)
{
	return find(re, text, from, PCRE2_NOTEMPTY_ATSTART, groups, n);
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
