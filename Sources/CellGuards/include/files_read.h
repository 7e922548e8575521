// Which files a cell has read.
#pragma once

/// Forgets the files noted so far, and takes note of those read from now on.
void files_read_watch(void);

/// How many files were read.
int files_read_count(void);

/// The absolute path of one of them.
const char *files_read_path(int index);
