// Batches: rows picked from storage into a matrix.
#pragma once
#include "vectors.h"

typedef uint8_t loose_bytes __attribute__((vector_size(16), aligned(1)));

static void gather_bytes(const uint8_t *from, long width, const int32_t *indices, long count, float *to, long ldt) {
    for (long i = 0; i < count; i++) {
        const uint8_t *row = from + (long)indices[i] * width;
        float *out = to + i * ldt;
        long c = 0;
        for (; c + 16 <= width; c += 16)
            store(out + c, __builtin_convertvector(*(const loose_bytes *)(row + c), vec) / 255.0f);
        for (; c < width; c++) out[c] = (float)row[c] / 255.0f;
    }
}

static void gather_floats(const float *from, long width, const int32_t *indices, long count, float *to, long ldt) {
    for (long i = 0; i < count; i++)
        __builtin_memcpy(to + i * ldt, from + (long)indices[i] * width, (size_t)width * sizeof(float));
}
