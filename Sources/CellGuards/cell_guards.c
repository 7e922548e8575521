#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "cell_guards.h"

#include <dlfcn.h>
#include <execinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>
#if defined(__linux__)
#include <link.h>
#include <sys/prctl.h>
#endif
#if defined(__APPLE__)
#include <sys/ucontext.h>
#else
#include <ucontext.h>
#endif

enum { max_frames = 64 };

static int report_descriptor = -1;
static char report_token[64] = "";
static const intptr_t *reached_place;
static void (*report_thrown)(void *error);

// One address on the stack: the library it lies in and its offset from the library's start.
struct frame {
    const char *image;
    uint64_t offset;
};

// Every address but the innermost is where a call returns to, so the call itself ends one byte earlier.
static int locate(void *address, int is_return_address, struct frame *frame) {
    Dl_info info;
    if (!dladdr(address, &info) || !info.dli_fname) return 0;
    frame->image = info.dli_fname;
    frame->offset = (uint64_t)((char *)address - (char *)info.dli_fbase) - (is_return_address ? 1 : 0);
    return 1;
}

static void *program_counter(void *context) {
#if defined(__linux__) && defined(__x86_64__)
    return (void *)((ucontext_t *)context)->uc_mcontext.gregs[REG_RIP];
#elif defined(__linux__) && defined(__aarch64__)
    return (void *)((ucontext_t *)context)->uc_mcontext.pc;
#elif defined(__APPLE__) && defined(__aarch64__)
    return (void *)((ucontext_t *)context)->uc_mcontext->__ss.__pc;
#else
    return NULL;
#endif
}

static void report_crash(int signal_number, siginfo_t *info, void *context) {
    (void)info;
#if defined(__linux__)
    fflush_unlocked(stdout);
#endif
    void *addresses[max_frames];
    int count = backtrace(addresses, max_frames);
    void *trap = program_counter(context);
    // The first frames are this handler's own; the cell's begin where it was interrupted.
    int first = 0;
    while (first < count && addresses[first] != trap) first++;
    if (first == count) first = 0;

    char line[16384];
    // Another thread may have been in the middle of a line.
    int length = snprintf(
        line, sizeof line, "\n%s{\"v\":3,\"event\":{\"crashed\":{\"signal\":%d,\"place\":%ld,\"frames\":[", report_token,
        signal_number, (long)*reached_place);
    const char *separator = "";
    for (int i = first; i < count && length < (int)sizeof line - 1024; i++) {
        struct frame frame;
        if (!locate(addresses[i], i != first, &frame) || strpbrk(frame.image, "\"\\")) continue;
        length += snprintf(
            line + length, sizeof line - length, "%s{\"image\":\"%.900s\",\"offset\":%llu}", separator, frame.image,
            (unsigned long long)frame.offset);
        separator = ",";
    }
    length += snprintf(line + length, sizeof line - length, "]}}}\n");
    if (write(report_descriptor, line, (size_t)length) < 0) _exit(127);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

void cell_guards_install(int descriptor, const intptr_t *place, void (*threw)(void *error)) {
    report_descriptor = descriptor;
    reached_place = place;
    report_thrown = threw;
    // The first call of backtrace loads a library, which a signal handler must not do.
    void *warm_up[1];
    backtrace(warm_up, 1);

    // A stack overflow leaves no stack to handle it on.
    static char alternate_stack[256 * 1024];
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);

    struct sigaction action = {0};
    action.sa_sigaction = report_crash;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK;
    const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGXFSZ};
    for (size_t i = 0; i < sizeof fatal / sizeof *fatal; i++) sigaction(fatal[i], &action, NULL);
}

void cell_guards_begin(const char *token, unsigned long long memory) {
    snprintf(report_token, sizeof report_token, "%s", token);
#if defined(__linux__)
    // Whoever watches sees too much memory in use, and says so. This is for what grows faster than anyone watches.
    struct rlimit limit;
    getrlimit(RLIMIT_DATA, &limit);
    limit.rlim_cur = (rlim_t)(memory + memory / 4 + (512ull << 20));
    if (limit.rlim_max != RLIM_INFINITY && limit.rlim_cur > limit.rlim_max) limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_DATA, &limit);
#else
    (void)memory;
#endif
}

#if defined(__linux__)
struct numbers {
    pid_t before, now;
};

static int renumber(struct dl_phdr_info *info, size_t size, void *context) {
    (void)size;
    const struct numbers *numbers = context;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        // Swift's own is small, and zero at first. The C library's is neither, and none of our business.
        if (segment->p_type != PT_TLS || segment->p_filesz != 0 || segment->p_memsz > 256) continue;
        pid_t *words = info->dlpi_tls_data;
        for (size_t word = 0; words && word < segment->p_memsz / sizeof *words; word++)
            if (words[word] == numbers->before) words[word] = numbers->now;
    }
    return 0;
}

// Tells Swift that this thread, which forked, has another number now. Its locks know a thread by its number, which each
// library reads once and keeps in the thread's storage: a lock that two threads want is never let go of by one that calls
// itself by the number of the process before.
static void tell_thread_number(pid_t before) {
    struct numbers numbers = {before, gettid()};
    dl_iterate_phdr(renumber, &numbers);
}
#endif

int cell_guards_fork(void) {
    int parent = getpid();
#if defined(__linux__)
    pid_t thread = gettid();
#endif
    int process = fork();
    if (process != 0) return process;
#if defined(__linux__)
    tell_thread_number(thread);
#endif
    setpgid(0, 0);
#if defined(__linux__)
    // Nobody is to outlive the process that watches it.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
#else
    (void)parent;
#endif
    return 0;
}

void cell_guards_adopt_orphans(void) {
#if defined(__linux__)
    prctl(PR_SET_CHILD_SUBREAPER, 1);
#endif
}

void cell_guards_limit_files(unsigned long long bytes) {
    struct rlimit limit = {.rlim_cur = (rlim_t)bytes, .rlim_max = (rlim_t)bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
}

void cell_guards_keep_back_descriptors(bool isCell) {
    static const rlim_t reserve = 64;
    static rlim_t all = 0;
    struct rlimit limit;
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    if (all == 0) all = limit.rlim_cur;
    limit.rlim_cur = isCell && all > 4 * reserve ? all - reserve : all;
    setrlimit(RLIMIT_NOFILE, &limit);
}

// The Swift runtime calls this where an error leaves top-level code. Its own version prints the error's type and
// traps; cells are loaded into a process that exports this one first, so that the error can be reported as a value.
__attribute__((swiftcall, noreturn)) void swift_errorInMain(void *error) {
    if (report_thrown) report_thrown(error);
    abort();
}
