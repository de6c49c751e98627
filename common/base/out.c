#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/mem.h"
#include "base/out.h"

enum { FILES_MAX = 8 };

/* The files that a death or a signal must take away. */
static char *volatile unfinished[FILES_MAX];

static void remove_unfinished(void)
{
	for (size_t i = 0; i < FILES_MAX; i++)
		if (unfinished[i])
			unlink(unfinished[i]);
}

static void on_signal(int sig)
{
	remove_unfinished();
	signal(sig, SIG_DFL);
	raise(sig);
}

static void unfinished_add(char *path)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE};
	diag_on_death(remove_unfinished);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct sigaction now, mine = {.sa_handler = on_signal};
		sigaction(signals[i], NULL, &now);
		if (now.sa_handler != SIG_IGN)
			sigaction(signals[i], &mine, NULL);
	}
	for (size_t i = 0; i < FILES_MAX; i++)
		if (!unfinished[i]) {
			unfinished[i] = path;
			return;
		}
	diex("too many output files (%d)", FILES_MAX);
}

static void unfinished_remove(const char *path)
{
	for (size_t i = 0; i < FILES_MAX; i++)
		if (unfinished[i] == path)
			unfinished[i] = NULL;
}

/* A closed descriptor is filled with one that fails when it is used. */
static void fill_closed(int fd, int flags)
{
	if (fcntl(fd, F_GETFD) >= 0 || errno != EBADF)
		return;
	int got = open("/dev/null", flags);
	if (got >= 0 && got != fd) {
		dup2(got, fd);
		close(got);
	}
}

void std_open(void)
{
	fill_closed(STDIN_FILENO, O_WRONLY);
	fill_closed(STDOUT_FILENO, O_RDONLY);
	fill_closed(STDERR_FILENO, O_WRONLY);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGXFSZ, SIG_IGN); /* a file over the limit is a failed write */
}

void pipe_enlarge(int fd)
{
	struct stat st;
	if (fstat(fd, &st) == 0 && S_ISFIFO(st.st_mode))
		fcntl(fd, F_SETPIPE_SZ, PIPE_SIZE);
}

/* A regular file, or a name not yet taken, is written beside; anything else in place. */
static bool written_beside(const char *path, mode_t *mode)
{
	struct stat st;
	mode_t mask = umask(0);
	umask(mask);
	*mode = 0666 & ~mask;
	if (stat(path, &st) < 0)
		return true;
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		die("cannot write '%s'", path);
	}
	if (S_ISREG(st.st_mode))
		*mode = st.st_mode & 0777;
	return S_ISREG(st.st_mode);
}

static void open_beside(struct out *o, const char *path, mode_t mode)
{
	char *target = realpath(path, NULL); /* a link keeps pointing where it points */
	const char *name = target ? target : path;
	size_t size = strlen(name) + sizeof ".XXXXXX";
	o->beside = mem_zero(size, 1);
	snprintf(o->beside, size, "%s.XXXXXX", name);
	free(target);
	o->fd = mkostemp(o->beside, O_CLOEXEC);
	if (o->fd < 0)
		die("cannot write '%s'", path);
	unfinished_add(o->beside);
	if (fchmod(o->fd, mode) < 0)
		die("cannot set the mode of '%s'", path);
}

void out_open(struct out *o, const char *path)
{
	mode_t mode;
	*o = (struct out){.fd = STDOUT_FILENO};
	buf_reserve(&o->block, BLOCK_SIZE);
	if (!path || strcmp(path, "-") == 0) {
		pipe_enlarge(o->fd);
		return;
	}
	o->path = path;
	if (written_beside(path, &mode)) {
		open_beside(o, path, mode);
		return;
	}
	o->fd = open(path, O_WRONLY | O_CLOEXEC);
	if (o->fd < 0)
		die("cannot write '%s'", path);
	pipe_enlarge(o->fd);
}

void out_open_memory(struct out *o)
{
	*o = (struct out){.fd = -1};
}

static void cannot_write(const struct out *o)
{
	if (o->path)
		die("cannot write '%s'", o->path);
	die("cannot write standard output");
}

static void write_all(struct out *o, const char *p, size_t n)
{
	while (n) {
		ssize_t done = write(o->fd, p, n);
		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			cannot_write(o);
		p += done;
		n -= (size_t)done;
	}
}

void out_flush(struct out *o)
{
	write_all(o, o->block.p, o->block.n);
	o->block.n = 0;
}

char *out_room(struct out *o, size_t n)
{
	if (o->fd >= 0 && n > BLOCK_SIZE - o->block.n)
		out_flush(o);
	buf_reserve(&o->block, n);
	return o->block.p + o->block.n;
}

void out_add(struct out *o, const void *bytes, size_t n)
{
	bool stays = o->fd < 0;
	if (!stays && n > BLOCK_SIZE - o->block.n)
		out_flush(o);
	if (!stays && n >= BLOCK_SIZE)
		write_all(o, bytes, n);
	else
		buf_add(&o->block, bytes, n);
}

void out_fmt(struct out *o, const char *fmt, ...)
{
	char text[1024];
	va_list args;
	va_start(args, fmt);
	int n = vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	if (n < 0 || (size_t)n >= sizeof text)
		diex("formatted text is longer than %zu bytes", sizeof text);
	out_add(o, text, (size_t)n);
}

/* The name behind the temporary one: all but the ".XXXXXX". */
static void put_in_place(struct out *o)
{
	size_t n = strlen(o->beside) - (sizeof ".XXXXXX" - 1);
	char *target = mem_zero(n + 1, 1);
	memcpy(target, o->beside, n);
	if (rename(o->beside, target) < 0)
		die("cannot put '%s' in its place", o->path);
	unfinished_remove(o->beside);
	free(target);
}

void out_close(struct out *o)
{
	out_flush(o);
	if (o->beside && fsync(o->fd) < 0)
		cannot_write(o);
	if (close(o->fd) < 0)
		cannot_write(o);
	if (o->beside)
		put_in_place(o);
	free(o->beside);
	buf_release(&o->block);
	*o = (struct out){.fd = -1};
}

void out_abandon(struct out *o)
{
	if (o->beside) {
		close(o->fd);
		unlink(o->beside);
		unfinished_remove(o->beside);
	}
	free(o->beside);
	buf_release(&o->block);
	*o = (struct out){.fd = -1};
}
