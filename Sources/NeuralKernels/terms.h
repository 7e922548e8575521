// Which terms of a product there are: where A is zero in all rows of a block (the margins of images, units that no row of
// the block switches on), the terms would add nothing to sums of finite numbers, and are skipped.
//
// A bit a term, 64 to a word, for blocks of rows of nearly equal height.
#pragma once
#include "vectors.h"

// Terms that one pass over a packed panel of B adds: 16 KB of it, half of a first-level cache.
#define NK_DEPTH (256 / NK_BLOCK_VECTORS)
#define NK_WORDS (NK_DEPTH / 64)
// Blocks of rows that share such a panel.
#define NK_BLOCKS 256
// Fewer columns of B than this do not pay for looking for zeros.
#define NK_SPARSE_COLUMNS 96

typedef uint64_t nk_terms[NK_WORDS];
typedef bool bits_vec __attribute__((ext_vector_type(16)));

// Some of the blocks into which the rows of A are divided: block i has rows start[i] to start[i + 1].
typedef struct { long count, start[NK_BLOCKS + 1]; } nk_blocks;

INLINE uint16_t nonzero(ivec v) {
    bits_vec bits = __builtin_convertvector(v != 0, bits_vec);
    uint16_t mask;
    __builtin_memcpy(&mask, &bits, sizeof mask);
    return mask;
}

// Every term of the pass.
static void all_terms(long count, long depth, nk_terms *terms) {
    for (long w = 0; w < NK_WORDS; w++) {
        long left = depth - w * 64;
        uint64_t word = left >= 64 ? ~0ull : left > 0 ? (1ull << left) - 1 : 0;
        for (long i = 0; i < count; i++) terms[i][w] = word;
    }
}

// Of a matrix whose rows are `am` floats apart: 16 terms at a time, the rows of a block or-ed.
static void terms_of_rows(const nk_blocks *blocks, const float *a, long am, long depth, nk_terms *terms) {
    for (long i = 0; i < blocks->count; i++)
        for (long k = 0; k < depth; k += 16) {
            ivec any = {0};
            for (long row = blocks->start[i]; row < blocks->start[i + 1]; row++) any |= as_bits(load(a + row * am + k));
            terms[i][k / 64] &= ~(0xffffull << k % 64) | (uint64_t)nonzero(any) << k % 64;
        }
}

// Of a transposed matrix, whose terms are `ak` floats apart: 32 terms of each row at a time, then the rows of a block or-ed.
static void terms_of_columns(const nk_blocks *blocks, const float *a, long ak, long depth, nk_terms *terms) {
    _Alignas(64) int32_t rows[NK_BLOCKS * NK_BLOCK_ROWS + 32];
    long top = blocks->start[0] & ~15L;
    for (long k = 0; k < depth; k += 32) {
        long count = depth - k < 32 ? depth - k : 32;
        for (long row = top; row < blocks->start[blocks->count]; row += 16) {
            ivec found = {0};
            for (long i = 0; i < count; i++) found |= (as_bits(load(a + (k + i) * ak + row)) != 0) & (int32_t)(1u << i);
            *(ivec *)(rows + row - top) = found;
        }
        for (long i = 0; i < blocks->count; i++) {
            uint32_t any = 0;
            for (long row = blocks->start[i]; row < blocks->start[i + 1]; row++) any |= (uint32_t)rows[row - top];
            terms[i][k / 64] &= ~(0xffffffffull << k % 64) | (uint64_t)any << k % 64;
        }
    }
}

static void find_terms(const nk_blocks *blocks, const float *a, long am, long ak, long n, long depth, nk_terms *terms) {
    all_terms(blocks->count, depth, terms);
    if (n < NK_SPARSE_COLUMNS) return;
    if (ak == 1) terms_of_rows(blocks, a, am, depth, terms);
    else if (am == 1) terms_of_columns(blocks, a, ak, depth, terms);
}
