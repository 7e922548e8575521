// A cell prints to two files, and this notes when it turns from the one to the other.
//
// Files lose nothing, block nobody, outlive a crash, and need nobody who reads them meanwhile; but two of them do not say
// what was written first. So whatever this process writes to standard error comes by here, through the C library's stream
// or not: what was printed before is written out first, and afterwards the sizes of both files are noted. Between two such
// notes a cell has printed to its output first, and to standard error then:
//
//     print("a"); fputs("b\n", stderr); print("c"); fputs("d\n", stderr)     →     (2, 2) (4, 4)
//
// Programs that a cell starts write to the files, too, and past this: what they wrote to either is in order with the
// cell's own, but for what they wrote to the other.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "streams.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#if defined(__linux__)
#include <sys/syscall.h>
#endif

// More turns than this in one unit are no order that anyone could follow.
enum { max_turns = 10000 };

static int output_file = -1, message_file = -1, turn_file = -1;

static long size_of(int file) {
    struct stat status;
    return file >= 0 && fstat(file, &status) == 0 ? (long)status.st_size : 0;
}

void streams_printed(long *output, long *messages) {
    *output = size_of(output_file);
    *messages = size_of(message_file);
}

#if defined(__linux__)

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
// The process that the turns are those of. What it forks must not write over them.
static pid_t owner = -1;
static int64_t last_turn[2];
static int turn_count;

// Whether something that the unit wrote to standard error could not be written.
static int is_short;

// Standard error as the C library's functions see it, while cells run; and whether a cell has closed it.
static FILE *messages;
static int is_closed;

static void note_turn(void) {
    // Another thread, or the code that a signal has interrupted, is at it: it sees these sizes, too.
    if (pthread_mutex_trylock(&lock) != 0) return;
    int64_t turn[2] = {size_of(output_file), size_of(message_file)};
    if (turn_count == 0 || turn[0] != last_turn[0]) turn_count += 1;
    memcpy(last_turn, turn, sizeof turn);
    if (turn_count <= max_turns) {
        ssize_t written = pwrite(turn_file, turn, sizeof turn, (off_t)(turn_count - 1) * (off_t)sizeof turn);
        (void)written;
    }
    pthread_mutex_unlock(&lock);
}

static void flush_output(void) {
    // Whoever else holds the stream is printing at this moment, before or after this as it may be.
    if (ftrylockfile(stdout) != 0) return;
    fflush_unlocked(stdout);
    funlockfile(stdout);
}

// Cells and Foundation resolve this from the executable, which exports it, before the C library's own.
ssize_t write(int descriptor, const void *bytes, size_t count) {
    int is_message = descriptor == STDERR_FILENO && turn_file >= 0 && getpid() == owner;
    if (is_message) flush_output();
    ssize_t written = syscall(SYS_write, descriptor, bytes, count);
    if (is_message && written != 0) {
        int before = errno;
        if (written > 0) note_turn();
        if (written < 0 && before == ENOSPC) is_short = 1;
        errno = before;
    }
    return written;
}

static ssize_t write_message(void *cookie, const char *text, size_t count) {
    (void)cookie;
    size_t done = 0;
    while (done < count) {
        ssize_t written = write(STDERR_FILENO, text + done, count - done);
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) break;
        done += (size_t)written;
    }
    return (ssize_t)done;
}

static int close_messages(void *cookie) {
    (void)cookie;
    is_closed = 1;
    return 0;
}

static void restore_messages(void) {
    // A stream that a cell has opened anew has a file; this one has none.
    if (messages && stderr == messages && !is_closed && fileno(messages) < 0) return;
    FILE *fresh = fopencookie(NULL, "w", (cookie_io_functions_t){.write = write_message, .close = close_messages});
    if (!fresh) return;
    setvbuf(fresh, NULL, _IONBF, 0);
    messages = stderr = fresh;
    is_closed = 0;
}

static void begin_turns(void) {
    restore_messages();
    owner = getpid();
    turn_count = 0;
    is_short = 0;
    pthread_mutex_init(&lock, NULL);
}

#else

static const int is_short = 0;

static void begin_turns(void) {}

#endif

void streams_begin(int output, int error, int turns) {
    const int before[] = {output_file, message_file, turn_file};
    for (int i = 0; i < 3; i++)
        if (before[i] >= 0) close(before[i]);
    output_file = output;
    message_file = error;
    turn_file = turns;
    if (fileno(stdout) < 0) {
        FILE *fresh = fdopen(STDOUT_FILENO, "w");
        if (fresh) stdout = fresh;
    }
    clearerr(stdout);
    // Line by line: a cell that is stopped, or watched while it runs, has printed what it said.
    setvbuf(stdout, NULL, _IOLBF, 1 << 16);
    begin_turns();
}

// Whatever this process opens next must not become what cells read from or print to.
static void fill_standard_descriptors(void) {
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++) {
        if (fcntl(descriptor, F_GETFD) >= 0) continue;
        int nothing = open("/dev/null", O_RDWR);
        if (nothing < 0 || nothing == descriptor) continue;
        dup2(nothing, descriptor);
        close(nothing);
    }
}

static void note_loss(void) {
    static const char notice[] = "… (lost: the cell closed its standard output, and printed more)\n";
    ssize_t written = write(output_file, notice, sizeof notice - 1);
    (void)written;
}

bool streams_end(void) {
    bool is_lost = ferror(stdout), is_closed = fcntl(STDOUT_FILENO, F_GETFD) < 0;
    if (is_lost && is_closed && output_file >= 0) note_loss();
    fill_standard_descriptors();
    return !is_short && (!is_lost || is_closed);
}
