// Tasks on threads that are gone when the call returns.
#include "NeuralKernels.h"

#if defined(__wasm__)

long nk_cores(void) { return 1; }

void nk_parallel(long count, long threads, void (*body)(void *context, long index), void *context) {
    (void)threads;
    for (long i = 0; i < count; i++) body(context, i);
}

#else

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

long nk_cores(void) {
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    return cores > 0 ? cores : 1;
}

typedef struct {
    atomic_long next;
    long count;
    void (*body)(void *context, long index);
    void *context;
} work;

static void *worker(void *argument) {
    work *w = argument;
    for (long i; (i = atomic_fetch_add(&w->next, 1)) < w->count;) w->body(w->context, i);
    return NULL;
}

enum { MOST_THREADS = 256 };

void nk_parallel(long count, long threads, void (*body)(void *context, long index), void *context) {
    work w = {.count = count, .body = body, .context = context};
    pthread_t others[MOST_THREADS];
    long wanted = (threads < count ? threads : count) - 1, started = 0;
    pthread_attr_t attributes;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, 8 << 20);
    // A thread that does not start is work for those that did.
    while (started < wanted && started < MOST_THREADS
           && pthread_create(&others[started], &attributes, worker, &w) == 0)
        started++;
    pthread_attr_destroy(&attributes);
    worker(&w);
    for (long i = 0; i < started; i++) pthread_join(others[i], NULL);
}

#endif
