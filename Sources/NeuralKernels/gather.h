// Batches: rows picked from storage into a matrix.
#pragma once
#include "vectors.h"

typedef uint8_t loose_bytes __attribute__((vector_size(16), aligned(1)));

// b / 255, correctly rounded for every byte: a product, and one correction of it.
INLINE vec share_of_255(vec b) {
    vec near = b * 0.00392156886f;
    return fma(fma(near, all(-255.0f), b), all(0.00392156886f), near);
}

static void gather_bytes(const uint8_t *from, long width, const int32_t *indices, long count, float *to, long ldt) {
    for (long i = 0; i < count; i++) {
        const uint8_t *row = from + (long)indices[i] * width;
        // Rows come in random order, so the processor cannot guess the next one.
        const uint8_t *soon = from + (long)indices[i + 1 < count ? i + 1 : i] * width;
        float *out = to + i * ldt;
        long c = 0;
        for (; c + 16 <= width; c += 16) {
            if (c % 64 == 0) __builtin_prefetch(soon + c);
            store(out + c, share_of_255(__builtin_convertvector(*(const loose_bytes *)(row + c), vec)));
        }
        for (; c < width; c++) out[c] = (float)row[c] / 255.0f;
    }
}

static void gather_floats(const float *from, long width, const int32_t *indices, long count, float *to, long ldt) {
    for (long i = 0; i < count; i++)
        __builtin_memcpy(to + i * ldt, from + (long)indices[i] * width, (size_t)width * sizeof(float));
}
