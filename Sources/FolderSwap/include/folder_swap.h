#pragma once

/// Swaps two folders (or files) of one file system in a single step. Returns 0, or -1 with `errno` set.
int folder_swap(const char *a, const char *b);
