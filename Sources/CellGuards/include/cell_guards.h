// What has to happen when a cell crashes or throws, where Swift code can't stand: inside a signal handler, and in
// place of the runtime's own function for errors that reach the top level.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// One return address: the library it lies in and its offset from the library's start.
struct cell_guards_frame {
    const char *image;
    uint64_t offset;
};

/// Reports each fatal signal as one line of JSON on `descriptor`, flushing what the cell printed first, and calls
/// `threw`, which must not return, with each error that leaves a cell's top-level code.
void cell_guards_install(int descriptor, void (*threw)(void *error));

/// Fills `frames` with the caller's stack, innermost first; returns how many there are.
size_t cell_guards_stack(struct cell_guards_frame *frames, size_t capacity);
