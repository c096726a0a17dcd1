/*
 * Preloaded into the processes of one host (LD_PRELOAD, ld.so(8)): their wall clock is the true one
 * and as many seconds as a file holds (a long, in this machine's byte order), whose name is in
 * WALL_CLOCK. All other clocks are left alone. A wait until a time of the wall clock is the kernel's
 * and does not see the step.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile long *ahead;
static int (*true_clock)(clockid_t, struct timespec *);

__attribute__((constructor)) static void begin(void)
{
	const char *name = getenv("WALL_CLOCK");
	int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
	void *mapped;

	true_clock = dlsym(RTLD_NEXT, "clock_gettime");
	if (file < 0)
		return; /* a process of the lab's, before the host's files are there */
	mapped = mmap(NULL, sizeof(long), PROT_READ, MAP_SHARED, file, 0);
	close(file);
	if (mapped == MAP_FAILED)
		abort(); /* it would go by the true time, and nobody would notice */
	ahead = mapped;
}

int clock_gettime(clockid_t clock, struct timespec *now)
{
	int failed;

	if (!true_clock)
		begin();
	failed = true_clock(clock, now);
	if (!failed && ahead && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
		now->tv_sec += *ahead;
	return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	struct timespec precise;

	(void) zone;
	clock_gettime(CLOCK_REALTIME, &precise);
	now->tv_sec = precise.tv_sec;
	now->tv_usec = precise.tv_nsec / 1000;
	return 0;
}

time_t time(time_t *now)
{
	struct timespec precise;

	clock_gettime(CLOCK_REALTIME_COARSE, &precise);
	if (now)
		*now = precise.tv_sec;
	return precise.tv_sec;
}
