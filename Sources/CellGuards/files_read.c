// Takes note of every file that a cell opens for reading, so that its result is not used again once one has changed.
// Cells resolve these functions from the executable, which exports them, before the C library's own.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "files_read.h"

#if defined(__linux__)

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { max_files = 4096 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int is_watching;
static char *files[max_files];
static int count;

static int is_known(const char *path) {
    for (int i = 0; i < count; i++)
        if (strcmp(files[i], path) == 0) return 1;
    return 0;
}

// Notes the file that `descriptor` was opened on, by the path that the kernel knows it by.
static void note(int descriptor) {
    if (!is_watching || descriptor < 0) return;
    int before = errno;
    struct stat status;
    char link[64], path[4096];
    if (fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) {
        snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
        ssize_t length = readlink(link, path, sizeof path - 1);
        if (length > 0 && strncmp(path, "/proc/", 6) != 0 && strncmp(path, "/sys/", 5) != 0) {
            path[length] = 0;
            pthread_mutex_lock(&lock);
            if (count < max_files && !is_known(path)) {
                char *copy = strdup(path);
                if (copy) files[count++] = copy;
            }
            pthread_mutex_unlock(&lock);
        }
    }
    errno = before;
}

static int open_noting(int folder, const char *path, int flags, int mode) {
    int descriptor = (int)syscall(SYS_openat, folder, path, flags | O_LARGEFILE, mode);
    if ((flags & O_ACCMODE) != O_WRONLY) note(descriptor);
    return descriptor;
}

static int mode_of(int flags, va_list arguments) {
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(arguments, int) : 0;
}

#define OPEN(name)                                                                                                     \
    int name(const char *path, int flags, ...) {                                                                       \
        va_list arguments;                                                                                             \
        va_start(arguments, flags);                                                                                    \
        int mode = mode_of(flags, arguments);                                                                          \
        va_end(arguments);                                                                                             \
        return open_noting(AT_FDCWD, path, flags, mode);                                                               \
    }

#define OPENAT(name)                                                                                                   \
    int name(int folder, const char *path, int flags, ...) {                                                           \
        va_list arguments;                                                                                             \
        va_start(arguments, flags);                                                                                    \
        int mode = mode_of(flags, arguments);                                                                          \
        va_end(arguments);                                                                                             \
        return open_noting(folder, path, flags, mode);                                                                 \
    }

#define FOPEN(name)                                                                                                    \
    FILE *name(const char *path, const char *mode) {                                                                   \
        static FILE *(*original)(const char *, const char *);                                                          \
        if (!original) original = (FILE * (*)(const char *, const char *)) dlsym(RTLD_NEXT, #name);                    \
        FILE *file = original(path, mode);                                                                             \
        if (file && mode[0] == 'r') note(fileno(file));                                                                \
        return file;                                                                                                   \
    }

OPEN(open)
OPEN(open64)
OPENAT(openat)
OPENAT(openat64)
FOPEN(fopen)
FOPEN(fopen64)

void files_read_watch(void) {
    pthread_mutex_lock(&lock);
    for (int i = 0; i < count; i++) free(files[i]);
    count = 0;
    is_watching = 1;
    pthread_mutex_unlock(&lock);
}

int files_read_count(void) { return count; }

const char *files_read_path(int index) { return files[index]; }

#else

void files_read_watch(void) {}
int files_read_count(void) { return 0; }
const char *files_read_path(int index) {
    (void)index;
    return "";
}

#endif
