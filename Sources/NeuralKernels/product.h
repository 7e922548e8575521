// The matrix product: a block of rows by two vectors of columns is summed in registers over all of k, in order.
//
// A is read by strides, so A and its transpose need no packing; B is read row by row, a vector of columns at a time.
#pragma once
#include "activation.h"
#include "noise.h"

// The results of one block, bias to dropout, while they are in the first-level cache.
static __attribute__((noinline)) void finish(const nk_epilogue *e, float *c, long ldc, long row, long rows, long column,
                                             long vectors) {
    for (long r = row; r < row + rows; r++)
        for (long v = column; v < column + vectors * 16; v += 16) {
            vec x = load(c + r * ldc + v);
            if (e->bias) x += load(e->bias + v);
            if (e->pre) store(e->pre + r * ldc + v, x);
            #define BODY(KIND) x = forward_of(KIND, e->slope, x)
            EACH_ACTIVATION(e->activation, BODY)
            #undef BODY
            if (e->drops) {
                // The same bits as `noise` draws for this index of the whole matrix.
                long index = r * ldc + v;
                upair bits = random_bits(e->key, (uint32_t)(index / 32));
                x = dropped(index & 16 ? bits.b : bits.a, drop_threshold(e->rate), 1.0f / (1.0f - e->rate), x);
            }
            store(c + r * ldc + v, x);
        }
}

INLINE void block(const int rows, const int vectors, const float *a, long am, long ak, const float *b, long ldb, float *c,
                  long ldc, long k) {
    vec sum[NK_BLOCK_ROWS][2];
    #pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++)
        #pragma clang loop unroll(full)
        for (int v = 0; v < vectors; v++) sum[r][v] = all(0);
    for (long i = 0; i < k; i++) {
        const float *column = a + i * ak;
        vec right[2];
        #pragma clang loop unroll(full)
        for (int v = 0; v < vectors; v++) right[v] = load(b + i * ldb + v * 16);
        #pragma clang loop unroll(full)
        for (int r = 0; r < rows; r++) {
            vec left = all(column[r * am]);
            #pragma clang loop unroll(full)
            for (int v = 0; v < vectors; v++) sum[r][v] = fma(left, right[v], sum[r][v]);
        }
    }
    #pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++)
        #pragma clang loop unroll(full)
        for (int v = 0; v < vectors; v++) store(c + r * ldc + v * 16, sum[r][v]);
}

#define CASE(ROWS)                                                                     \
    case ROWS:                                                                         \
        if (ROWS <= NK_BLOCK_ROWS) block(ROWS <= NK_BLOCK_ROWS ? ROWS : 1, VECTORS, a, am, ak, b, ldb, c, ldc, k); \
        break;
#define CASES CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6) CASE(7) CASE(8) CASE(9) CASE(10) CASE(11) CASE(12)

#define VECTORS 1
static __attribute__((noinline)) void block_of_one(int rows, const float *a, long am, long ak, const float *b, long ldb,
                                                   float *c, long ldc, long k) {
    switch (rows) { CASES }
}
#undef VECTORS
#if NK_BLOCK_VECTORS == 2
#define VECTORS 2
static __attribute__((noinline)) void block_of_two(int rows, const float *a, long am, long ak, const float *b, long ldb,
                                                   float *c, long ldc, long k) {
    switch (rows) { CASES }
}
#undef VECTORS
#endif
#undef CASES
#undef CASE

static void product(const float *a, long am, long ak, const float *b, long ldb, float *c, long ldc, long m, long n, long k,
                    const nk_epilogue *epilogue) {
    // Blocks of nearly equal height: 64 rows are 4 of 11 and 2 of 10, not 5 of 12 and 1 of 4.
    long blocks = (m + NK_BLOCK_ROWS - 1) / NK_BLOCK_ROWS;
    for (long column = 0; column < n;) {
        long vectors = n - column >= 16 * NK_BLOCK_VECTORS ? NK_BLOCK_VECTORS : 1;
        for (long i = 0; i < blocks; i++) {
            long row = m * i / blocks, rows = m * (i + 1) / blocks - row;
            const float *top = a + row * am;
            float *out = c + row * ldc + column;
            #if NK_BLOCK_VECTORS == 2
            if (vectors == 2) block_of_two((int)rows, top, am, ak, b + column, ldb, out, ldc, k);
            else
            #endif
            block_of_one((int)rows, top, am, ak, b + column, ldb, out, ldc, k);
            if (epilogue) finish(epilogue, c, ldc, row, rows, column, vectors);
        }
        column += vectors * 16;
    }
}

static void transpose(const float *from, long ldf, long rows, long columns, float *to, long ldt) {
    for (long c = 0; c < columns; c++) {
        for (long r = 0; r < rows; r++) to[c * ldt + r] = from[r * ldf + c];
        for (long r = rows; r < ldt; r++) to[c * ldt + r] = 0;
    }
}

static float peak(long rounds) {
    vec sums[12][2];
    for (int r = 0; r < 12; r++) sums[r][0] = sums[r][1] = all((float)r);
    vec left = all(0.999f), right = all(0.001f);
    for (long i = 0; i < rounds; i++) {
        #pragma clang loop unroll(full)
        for (int r = 0; r < NK_BLOCK_ROWS; r++)
            #pragma clang loop unroll(full)
            for (int v = 0; v < NK_BLOCK_VECTORS; v++) sums[r][v] = fma(sums[r][v], left, right);
    }
    vec total = all(0);
    for (int r = 0; r < NK_BLOCK_ROWS; r++) total += sums[r][0] + sums[r][NK_BLOCK_VECTORS - 1];
    return sum_of(total);
}
