// What has to happen when a cell crashes or throws, where Swift code can't stand: inside a signal handler, and in
// place of the runtime's own function for errors that reach the top level.
#pragma once

/// Reports each fatal signal as one line of JSON on `descriptor`, flushing what the cell printed first, and calls
/// `threw`, which must not return, with each error that leaves a cell's top-level code.
void cell_guards_install(int descriptor, void (*threw)(void *error));
