/*
 * A library for LD_PRELOAD that lets the system fail a program:
 *   FAULT_ALLOC=N  the N-th allocation fails (counted from 1), and with FAULT_EVER=1 all after it
 *   FAULT_READ=N   reads fail with EIO once N bytes have been read
 *   FAULT_COUNT=FILE  the number of allocations is written to FILE at the end
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static long allocations, fail_at, bytes_left = -1;
static bool fail_ever;

static long number_of(const char *name)
{
	const char *text = getenv(name);
	return text ? strtol(text, NULL, 10) : 0;
}

/* Before main; allocations that the loader makes are not counted. */
__attribute__((constructor)) static void begin(void)
{
	allocations = 0;
	fail_at = number_of("FAULT_ALLOC");
	fail_ever = number_of("FAULT_EVER");
	if (getenv("FAULT_READ"))
		bytes_left = number_of("FAULT_READ");
}

__attribute__((destructor)) static void finish(void)
{
	char text[32];
	const char *path = getenv("FAULT_COUNT");
	int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
	int n = snprintf(text, sizeof text, "%ld\n", allocations);
	if (fd < 0 || write(fd, text, (size_t)n) != n)
		return;
	close(fd);
}

static bool must_fail(void)
{
	long number = __atomic_add_fetch(&allocations, 1, __ATOMIC_RELAXED);
	if (!fail_at || number < fail_at || (number > fail_at && !fail_ever))
		return false;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	return must_fail() ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
	return must_fail() ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
	return must_fail() ? NULL : __libc_realloc(old, size);
}

ssize_t read(int fd, void *to, size_t n)
{
	static ssize_t (*next)(int, void *, size_t);
	if (!next)
		next = (ssize_t(*)(int, void *, size_t))dlsym(RTLD_NEXT, "read");
	if (bytes_left < 0)
		return next(fd, to, n);
	if (bytes_left == 0) {
		errno = EIO;
		return -1;
	}
	ssize_t got = next(fd, to, n < (size_t)bytes_left ? n : (size_t)bytes_left);
	bytes_left -= got > 0 ? got : 0;
	return got;
}
