// The matrix product: a block of rows by a few vectors of columns is summed in registers over k, in order.
//
// A is read by strides, so A and its transpose need no packing; of B a panel as wide as a block is packed, so that it stays in
// the first-level cache while all blocks of rows pass over it.
#pragma once
#include "activation.h"
#include "noise.h"
#include "terms.h"

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

// Adds one term to the sums of a block.
INLINE void add(const int rows, const int vectors, const float *a, long am, const float *right, vec sum[][NK_BLOCK_VECTORS]) {
    vec b[NK_BLOCK_VECTORS];
    #pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++) b[v] = load(right + v * 16);
    #pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
        vec left = all(a[r * am]);
        #pragma clang loop unroll(full)
        for (int v = 0; v < vectors; v++) sum[r][v] = fma(left, b[v], sum[r][v]);
    }
}

// Adds the terms of one pass to a block of C, or starts it with them.
INLINE void block(const int rows, const int vectors, const float *a, long am, long ak, const float *panel, float *c, long ldc,
                  const uint64_t *terms, bool starts) {
    vec sum[NK_BLOCK_ROWS][NK_BLOCK_VECTORS];
    #pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++)
        #pragma clang loop unroll(full)
        for (int v = 0; v < vectors; v++) sum[r][v] = starts ? all(0) : load(c + r * ldc + v * 16);
    for (int w = 0; w < NK_WORDS; w++, a += 64 * ak, panel += 64 * vectors * 16) {
        uint64_t rest = terms[w];
        if (rest == ~0ull) {
            for (long i = 0; i < 64; i++) add(rows, vectors, a + i * ak, am, panel + i * vectors * 16, sum);
        } else {
            for (; rest; rest &= rest - 1) {
                long i = __builtin_ctzll(rest);
                add(rows, vectors, a + i * ak, am, panel + i * vectors * 16, sum);
            }
        }
    }
    #pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++)
        #pragma clang loop unroll(full)
        for (int v = 0; v < vectors; v++) store(c + r * ldc + v * 16, sum[r][v]);
}

#define CASE(ROWS)                                                                                               \
    case ROWS:                                                                                                   \
        if (ROWS <= NK_BLOCK_ROWS)                                                                               \
            block(ROWS <= NK_BLOCK_ROWS ? ROWS : 1, VECTORS, a, am, ak, panel, c, ldc, terms, starts);           \
        break;
#define CASES CASE(1) CASE(2) CASE(3) CASE(4) CASE(5) CASE(6) CASE(7) CASE(8) CASE(9) CASE(10) CASE(11) CASE(12)

#define VECTORS 1
static __attribute__((noinline)) void block_of_one(int rows, const float *a, long am, long ak, const float *panel, float *c,
                                                   long ldc, const uint64_t *terms, bool starts) {
    switch (rows) { CASES }
}
#undef VECTORS
#if NK_BLOCK_VECTORS == 2
#define VECTORS 2
static __attribute__((noinline)) void block_of_two(int rows, const float *a, long am, long ak, const float *panel, float *c,
                                                   long ldc, const uint64_t *terms, bool starts) {
    switch (rows) { CASES }
}
#undef VECTORS
#endif
#undef CASES
#undef CASE

static void pack(const float *b, long ldb, long depth, long vectors, float *panel) {
    for (long i = 0; i < depth; i++)
        for (long v = 0; v < vectors; v++) store(panel + (i * vectors + v) * 16, load(b + i * ldb + v * 16));
}

static void product(const float *a, long am, long ak, const float *b, long ldb, float *c, long ldc, long m, long n, long k,
                    const nk_epilogue *epilogue) {
    _Alignas(64) float panel[NK_DEPTH * NK_BLOCK_VECTORS * 16];
    nk_terms terms[NK_BLOCKS];
    nk_blocks blocks;
    // Blocks of nearly equal height: 64 rows are 4 of 11 and 2 of 10, not 5 of 12 and 1 of 4.
    long count = (m + NK_BLOCK_ROWS - 1) / NK_BLOCK_ROWS;
    for (long first = 0; first < count; first += NK_BLOCKS) {
        blocks.count = count - first < NK_BLOCKS ? count - first : NK_BLOCKS;
        for (long i = 0; i <= blocks.count; i++) blocks.start[i] = m * (first + i) / count;
        for (long from = 0; from < k; from += NK_DEPTH) {
            long depth = k - from < NK_DEPTH ? k - from : NK_DEPTH;
            find_terms(&blocks, a + from * ak, am, ak, n, depth, terms);
            for (long column = 0, vectors; column < n; column += vectors * 16) {
                vectors = n - column >= 16 * NK_BLOCK_VECTORS ? NK_BLOCK_VECTORS : 1;
                pack(b + from * ldb + column, ldb, depth, vectors, panel);
                for (long i = 0; i < blocks.count; i++) {
                    long row = blocks.start[i], rows = blocks.start[i + 1] - row;
                    const float *left = a + row * am + from * ak;
                    float *out = c + row * ldc + column;
                    #if NK_BLOCK_VECTORS == 2
                    if (vectors == 2) block_of_two((int)rows, left, am, ak, panel, out, ldc, terms[i], from == 0);
                    else
                    #endif
                    block_of_one((int)rows, left, am, ak, panel, out, ldc, terms[i], from == 0);
                    if (epilogue && from + depth == k) finish(epilogue, c, ldc, row, rows, column, vectors);
                }
            }
        }
    }
}

static void transpose(const float *from, long ldf, long rows, long columns, float *to, long ldt) {
    for (long c = 0; c < columns; c++) {
        for (long r = 0; r < rows; r++) to[c * ldt + r] = from[r * ldf + c];
        for (long r = rows; r < ldt; r++) to[c * ldt + r] = 0;
    }
}

static float peak(long rounds) {
    vec sums[NK_BLOCK_ROWS][NK_BLOCK_VECTORS];
    for (int r = 0; r < NK_BLOCK_ROWS; r++)
        for (int v = 0; v < NK_BLOCK_VECTORS; v++) sums[r][v] = __builtin_convertvector(lanes() + (r * 2 + v) * 16, vec);
    vec left = all(0.999f), right = all(0.001f);
    #pragma clang loop unroll_count(4)
    for (long i = 0; i < rounds; i++) {
        #pragma clang loop unroll(full)
        for (int r = 0; r < NK_BLOCK_ROWS; r++)
            #pragma clang loop unroll(full)
            for (int v = 0; v < NK_BLOCK_VECTORS; v++) sums[r][v] = fma(sums[r][v], left, right);
    }
    vec total = all(0);
    for (int r = 0; r < NK_BLOCK_ROWS; r++)
        for (int v = 0; v < NK_BLOCK_VECTORS; v++) total += sums[r][v];
    return sum_of(total);
}
