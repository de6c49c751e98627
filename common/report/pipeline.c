#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/limits.h"
#include "report/pipeline.h"

/* Where in the shell's grammar the scanner is: what it waits for, innermost last. */
struct scanner {
	struct str text;
	size_t at;
	char open[PIPELINE_DEPTH]; /* ' " ` ) } */
	size_t depth;
};

static char peek(const struct scanner *s, size_t ahead)
{
	return s->at + ahead < s->text.n ? s->text.p[s->at + ahead] : '\0';
}

static char before(const struct scanner *s)
{
	return s->at ? s->text.p[s->at - 1] : '\n';
}

static char innermost(const struct scanner *s)
{
	return s->depth ? s->open[s->depth - 1] : '\0';
}

static bool push(struct scanner *s, char close, struct buf *why)
{
	if (s->depth == PIPELINE_DEPTH) {
		buf_fmt(why, "quotes and brackets are nested deeper than %d", PIPELINE_DEPTH);
		return false;
	}
	s->open[s->depth++] = close;
	return true;
}

static void skip_comment(struct scanner *s)
{
	while (s->at + 1 < s->text.n && s->text.p[s->at + 1] != '\n')
		s->at++;
}

/* Inside double quotes only substitutions count. */
static bool step_in_quotes(struct scanner *s, char c, struct buf *why)
{
	if (c == innermost(s))
		s->depth--;
	else if (c == '\\')
		s->at++;
	else if (c == '`')
		return push(s, '`', why);
	else if (c == '$' && (peek(s, 1) == '(' || peek(s, 1) == '{')) {
		s->at++;
		return push(s, s->text.p[s->at] == '(' ? ')' : '}', why);
	}
	return true;
}

/* One character of shell text outside of quotes; the bar is left to the caller. */
static bool step_plain(struct scanner *s, char c, struct buf *why)
{
	switch (c) {
	case '\\': s->at++; return true;
	case '\'':
	case '"': return push(s, c, why);
	case '`':
		if (innermost(s) == '`') {
			s->depth--;
			return true;
		}
		return push(s, c, why);
	case '(': return push(s, ')', why);
	case '{': return push(s, '}', why);
	case ')':
	case '}':
		if (c == innermost(s))
			s->depth--;
		return true;
	case '#':
		if (memchr(" \t\n|;&()", before(s), 8))
			skip_comment(s);
		return true;
	case '<':
		if (peek(s, 1) == '<')
			buf_puts(why, "a here-document in a block; put the text in a file");
		return peek(s, 1) != '<';
	default: return true;
	}
}

static bool step(struct scanner *s, struct buf *why)
{
	char c = s->text.p[s->at], inside = innermost(s);
	bool good = true;
	if (inside == '\'')
		s->depth -= c == '\'';
	else if (inside == '"')
		good = step_in_quotes(s, c, why);
	else
		good = step_plain(s, c, why);
	s->at++;
	return good;
}

/* Blank, or comments only? */
static bool is_empty(struct str s)
{
	struct str line;
	while (str_split(&s, '\n', &line)) {
		line = str_trim(line);
		if (line.n && line.p[0] != '#')
			return false;
	}
	return true;
}

/* Does the operator at s->at end the pipeline although more follows? */
static bool begins_another(const struct scanner *s, struct str stage)
{
	char c = peek(s, 0);
	struct str rest = str_from(s->text, s->at + 1);
	if (c == '|')
		return peek(s, 1) == '|' || peek(s, 1) == '&';
	if (c == '&')
		return before(s) != '>' && before(s) != '<';
	if (c == ';')
		return true;
	return c == '\n' && !is_empty(stage) && !is_empty(rest);
}

static bool add_stage(struct pipeline *p, struct str text, struct buf *why)
{
	if (is_empty(text)) {
		buf_puts(why, p->n ? "an empty stage" : "an empty block");
		return false;
	}
	if (p->n == PIPELINE_STAGES) {
		buf_fmt(why, "more than %d stages", PIPELINE_STAGES);
		return false;
	}
	while (text.n && (text.p[0] == '\n' || text.p[0] == ' ' || text.p[0] == '\t'))
		text = str_from(text, 1);
	while (text.n && text.p[text.n - 1] == '\n')
		text.n--;
	p->stages[p->n++] = (struct stage){str_trim(text), 0};
	return true;
}

bool pipeline_parse(struct pipeline *p, struct str text, struct buf *why)
{
	struct scanner s = {.text = text};
	size_t start = 0;
	p->n = 0;
	while (s.at < text.n) {
		struct str stage = {text.p + start, s.at - start};
		bool outside = s.depth == 0;
		if (outside && begins_another(&s, stage)) {
			buf_puts(why,
				"more than one pipeline in a block; put ( ) around the commands");
			return false;
		}
		if (outside && text.p[s.at] == '|' && before(&s) != '>') {
			if (!add_stage(p, stage, why))
				return false;
			start = ++s.at;
			continue;
		}
		if (!step(&s, why))
			return false;
	}
	if (s.depth) {
		buf_fmt(why, "no closing %c", innermost(&s));
		return false;
	}
	return add_stage(p, str_from(text, start), why);
}

/* Starts a stage; false with errno set when that cannot be. */
static bool spawn_stage(
	struct str text, int in, int out, char *const *files, size_t nfiles, pid_t *pid)
{
	struct arena arena = {0};
	posix_spawn_file_actions_t actions;
	char **argv = arena_zero(&arena, nfiles + 5, sizeof *argv);
	argv[0] = (char *)"sh";
	argv[1] = (char *)"-c";
	argv[2] = (char *)arena_str(&arena, text).p;
	argv[3] = (char *)"koop-report";
	for (size_t i = 0; i < nfiles; i++)
		argv[4 + i] = files[i];
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	errno = posix_spawn(pid, "/bin/sh", &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	arena_release(&arena);
	return errno == 0;
}

static bool read_all(int fd, struct buf *out, struct buf *why)
{
	for (;;) {
		buf_reserve(out, BLOCK_SIZE);
		ssize_t n = read(fd, out->p + out->n, BLOCK_SIZE);
		if (n == 0)
			return true;
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0) {
			buf_fmt(why, "cannot read what it prints: %s", strerror(errno));
			return false;
		}
		out->n += (size_t)n;
		if (out->n > PIPELINE_OUTPUT) {
			buf_fmt(why, "prints more than %d bytes", PIPELINE_OUTPUT);
			return false;
		}
	}
}

static int status_of(pid_t pid)
{
	int status = 0;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return 127;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

static void close_two(int a, int b)
{
	if (a >= 0)
		close(a);
	if (b >= 0)
		close(b);
}

/* Starts all stages; how many could be is in *started. Returns where the last one's output is read,
 * or -1. */
static int start(
	struct pipeline *p, char *const *files, size_t nfiles, pid_t *pids, size_t *started)
{
	int in = open("/dev/null", O_RDONLY | O_CLOEXEC), ends[2] = {-1, -1};
	for (*started = 0; in >= 0 && *started < p->n; ++*started) {
		if (pipe2(ends, O_CLOEXEC) < 0)
			break;
		struct str text = p->stages[*started].text;
		bool good = spawn_stage(text, in, ends[1], files, nfiles, &pids[*started]);
		int error = errno;
		close_two(in, ends[1]);
		in = ends[0];
		errno = error;
		if (!good)
			break;
	}
	if (in >= 0 && *started == p->n)
		return in;
	int error = errno;
	close_two(in, -1);
	errno = error;
	return -1;
}

bool pipeline_run(
	struct pipeline *p, char *const *files, size_t nfiles, struct buf *out, struct buf *why)
{
	pid_t pids[PIPELINE_STAGES];
	size_t started;
	int in = start(p, files, nfiles, pids, &started);
	bool good = in >= 0;
	if (good) {
		good = read_all(in, out, why);
		close(in); /* a stage that goes on writing is ended by SIGPIPE */
	} else
		buf_fmt(why, "cannot be started: %s", strerror(errno));
	for (size_t i = 0; i < started; i++)
		p->stages[i].status = status_of(pids[i]);
	return good;
}

const struct stage *pipeline_worst(const struct pipeline *p)
{
	const struct stage *worst = NULL;
	for (size_t i = 0; i < p->n; i++) {
		int status = p->stages[i].status;
		if (status == 0 || (status == 128 + SIGPIPE && i + 1 < p->n))
			continue;
		if (!worst || status > worst->status)
			worst = &p->stages[i];
	}
	return worst;
}

void pipeline_prefer_own_tools(void)
{
	char folder[4096];
	struct buf path = {0};
	const char *old = getenv("PATH");
	ssize_t n = readlink("/proc/self/exe", folder, sizeof folder);
	if (n <= 0 || n == sizeof folder)
		return;
	while (n > 0 && folder[n - 1] != '/')
		n--;
	buf_add(&path, folder, (size_t)(n > 1 ? n - 1 : n));
	buf_fmt(&path, ":%s", old && *old ? old : "/usr/local/bin:/usr/bin:/bin");
	setenv("PATH", buf_cstr(&path), 1);
	buf_release(&path);
}
