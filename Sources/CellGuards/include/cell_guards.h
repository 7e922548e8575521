// What has to happen when a cell crashes or throws, where Swift code can't stand: inside a signal handler, and in
// place of the runtime's own function for errors that reach the top level.
#pragma once

#include <stdbool.h>
#include <stdint.h>

/// Begins a unit: its reports begin with `token`, and it may use so many bytes of memory, with some slack.
void cell_guards_begin(const char *token, unsigned long long memory);

/// `fork`, which Swift does not offer. The child leads a group of its own and ends when this process does.
int cell_guards_fork(void);

/// Makes this process the parent of the orphans among its descendants, so that it can find and end them.
void cell_guards_adopt_orphans(void);

/// Limits each file that the process writes to so many bytes.
void cell_guards_limit_files(unsigned long long bytes);

/// Keeps some of the descriptors that this process may have back from a cell, where `isCell`, and gives them to the
/// host again where not: a cell that opens as many files as it can leaves the host enough to go on with.
void cell_guards_keep_back_descriptors(bool isCell);

/// Reports each fatal signal as one line of JSON on `descriptor`, flushing what the cell printed first, and calls
/// `threw`, which must not return, with each error that leaves a cell's top-level code. `place` is read on a crash: the
/// number of the place that the cell reached last.
void cell_guards_install(int descriptor, const intptr_t *place, void (*threw)(void *error));
