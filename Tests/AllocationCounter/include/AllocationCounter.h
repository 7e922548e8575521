// How often this thread has asked for memory.
#pragma once
#include <stdbool.h>

// Whether allocations can be counted on this system: only where the C library lets its functions be replaced.
bool allocations_are_counted(void);
long allocations_of_this_thread(void);
