// In C because neither call is in the modules through which Swift sees the C library.
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "folder_swap.h"

#include <fcntl.h>
#include <stdio.h>

int folder_swap(const char *a, const char *b) {
#if defined(__APPLE__)
    return renamex_np(a, b, RENAME_SWAP);
#else
    return renameat2(AT_FDCWD, a, AT_FDCWD, b, RENAME_EXCHANGE);
#endif
}
