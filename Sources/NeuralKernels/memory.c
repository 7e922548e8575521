// Aligned memory.
#include "NeuralKernels.h"
#include <stdlib.h>
#include <string.h>

float *nk_allocate(long count) {
    size_t bytes = ((size_t)count * sizeof(float) + 63) & ~(size_t)63;
    float *memory = aligned_alloc(64, bytes ? bytes : 64);
    if (memory) memset(memory, 0, bytes);
    return memory;
}

void nk_free(float *memory) { free(memory); }

void nk_free_bytes(uint8_t *bytes) { free(bytes); }
