#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "output/drawpng.h"

enum { BLOCK = 65536 };

static bool failed(struct buf *why, const char *what)
{
	buf_fmt(why, "%s: %s", what, strerror(errno));
	return false;
}

/* The image as an open file that is read from its beginning, or -1. */
static int file_of(const struct buf *svg)
{
	int fd = memfd_create("koop", MFD_CLOEXEC);
	for (size_t at = 0; fd >= 0 && at < svg->n;) {
		ssize_t n = write(fd, svg->p + at, svg->n - at);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			close(fd);
			return -1;
		}
		at += (size_t)n;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

static bool start(pid_t *pid, int in, int out, struct buf *why)
{
	static char name[] = "rsvg-convert", format[] = "--format=png", zoom[] = "--zoom=2";
	char *argv[] = {name, format, zoom, NULL};
	posix_spawn_file_actions_t actions;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
	errno = posix_spawnp(pid, name, &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (errno == ENOENT)
		buf_puts(why, "png needs the program rsvg-convert, which is not installed (Debian: "
			      "librsvg2-bin)");
	else if (errno)
		failed(why, "cannot run rsvg-convert");
	return !errno;
}

static bool read_all(struct buf *png, int fd)
{
	for (;;) {
		buf_reserve(png, BLOCK);
		ssize_t n = read(fd, png->p + png->n, BLOCK);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		png->n += (size_t)n;
	}
}

static bool finish(pid_t pid, struct buf *why)
{
	int status;
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return failed(why, "rsvg-convert");
	if (status)
		buf_puts(why, "rsvg-convert could not make the image");
	return !status;
}

bool png_make(struct buf *png, const struct buf *svg, struct buf *why)
{
	int ends[2], in = file_of(svg);
	pid_t pid;
	if (in < 0)
		return failed(why, "cannot hand the image on");
	if (pipe2(ends, O_CLOEXEC)) {
		close(in);
		return failed(why, "cannot hand the image on");
	}
	bool good = start(&pid, in, ends[1], why);
	close(in);
	close(ends[1]);
	if (good) {
		bool whole = read_all(png, ends[0]);
		good = finish(pid, why) && (whole || failed(why, "cannot read the image"));
	}
	close(ends[0]);
	return good;
}
