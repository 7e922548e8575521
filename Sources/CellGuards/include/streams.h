// A cell's two streams, and in which order it writes to them.
#pragma once

#include <stdbool.h>

/// Begins a unit: its standard output and standard error lead to the files of the first two descriptors, and the third
/// is that of the file that says in which order it writes to them. All three are this module's from now on.
///
/// Whatever an earlier cell has done to the C library's streams, they work again.
void streams_begin(int output, int messages, int turns);

/// How many bytes the unit has printed so far, those apart that are still in a buffer.
void streams_printed(long *output, long *messages);

/// Ends a unit, whose streams may be closed. Where it has closed its standard output and printed more, its output ends in
/// a word on that.
///
/// Returns whether all that it printed elsewise is in the files: a disk may be full.
bool streams_end(void);
