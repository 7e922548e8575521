// Vectors of 16 lanes, and the exact fused multiply-add on which everything else stands.
#pragma once
#include "NeuralKernels.h"
#include <stddef.h>

#pragma STDC FP_CONTRACT OFF
#pragma clang diagnostic ignored "-Wpsabi"

typedef float vec __attribute__((vector_size(64)));
typedef float loose_vec __attribute__((vector_size(64), aligned(4)));
typedef int32_t ivec __attribute__((vector_size(64)));
typedef uint32_t uvec __attribute__((vector_size(64)));
typedef double dvec __attribute__((vector_size(128)));
typedef int64_t lvec __attribute__((vector_size(128)));

#define INLINE static inline __attribute__((always_inline))
// A function of some length. WebAssembly has it once, because readers load it, and not wherever it is used.
#if defined(__wasm__)
#define INLINE_NATIVELY static __attribute__((noinline))
#else
#define INLINE_NATIVELY INLINE
#endif

INLINE vec load(const float *p) { return *(const vec *)p; }
INLINE vec load_loose(const float *p) { return *(const loose_vec *)p; }
INLINE void store(float *p, vec v) { *(vec *)p = v; }
INLINE vec all(float x) { return (vec){x, x, x, x, x, x, x, x, x, x, x, x, x, x, x, x}; }
INLINE ivec lanes(void) { return (ivec){0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15}; }

// mask ? a : b, lane by lane; a comparison gives a mask.
INLINE vec pick(ivec mask, vec a, vec b) { return (vec)((mask & (ivec)a) | (~mask & (ivec)b)); }
INLINE ivec as_bits(vec v) { return (ivec)v; }
INLINE vec as_floats(ivec v) { return (vec)v; }
INLINE vec absolute(vec v) { return as_floats(as_bits(v) & 0x7fffffff); }
INLINE vec with_sign_of(vec magnitude, vec sign) {
    return as_floats((as_bits(magnitude) & 0x7fffffff) | (as_bits(sign) & (int32_t)0x80000000));
}
INLINE vec smaller(vec a, vec b) { return pick(b < a, b, a); }
INLINE vec larger(vec a, vec b) { return pick(a < b, b, a); }
INLINE vec root(vec v) { return __builtin_elementwise_sqrt(v); }
INLINE dvec widened(vec v) { return __builtin_convertvector(v, dvec); }

#if defined(__wasm__)
typedef float quarter __attribute__((vector_size(16)));
typedef union { vec whole; quarter parts[4]; } quarters;
#endif

#if NK_HARDWARE_FMA && defined(__wasm_relaxed_simd__)
// Whether the browser's relaxed multiply-add rounds once depends on its processor: `live.js` asks before it takes the
// module that has it.
INLINE vec fma(vec a, vec b, vec c) {
    quarters x = {a}, y = {b}, z = {c};
    #pragma clang loop unroll(full)
    for (int i = 0; i < 4; i++) z.parts[i] = __builtin_wasm_relaxed_madd_f32x4(x.parts[i], y.parts[i], z.parts[i]);
    return z.whole;
}
#elif NK_HARDWARE_FMA
INLINE vec fma(vec a, vec b, vec c) { return __builtin_elementwise_fma(a, b, c); }
#else
// a * b + c with one rounding. The product of two floats is exact in double; the sum is rounded to odd there (its last
// bit set where anything was lost), which makes the second rounding, to float, the right one.
INLINE vec fma_to_odd(vec a, vec b, vec c) {
    dvec product = widened(a) * widened(b), addend = widened(c);
    dvec sum = product + addend;
    dvec back = sum - product;
    dvec lost = (product - (sum - back)) + (addend - back);
    lvec bits = (lvec)sum;
    lvec inexact = (lost > 0.0) | (lost < 0.0);
    lvec even = (bits & 1) - 1;
    lvec outward = (lvec)((lost > 0.0) ^ (sum < 0.0));
    lvec step = (outward & 1) - (~outward & 1);
    bits += inexact & even & step;
    return __builtin_convertvector((dvec)bits, vec);
}
#if defined(__wasm__)
// WebAssembly looks first whether a sum is so tiny, or so near the middle between two floats, that rounding it twice
// could go wrong.
INLINE_NATIVELY vec fma_with_care(vec a, vec b, vec c) { return fma_to_odd(a, b, c); }
typedef double two_doubles __attribute__((vector_size(16)));
typedef int64_t two_longs __attribute__((vector_size(16)));

INLINE two_doubles first_two(quarter v) { return __builtin_convertvector(__builtin_shufflevector(v, v, 0, 1), two_doubles); }
INLINE two_doubles last_two(quarter v) { return __builtin_convertvector(__builtin_shufflevector(v, v, 2, 3), two_doubles); }
INLINE quarter narrowed(two_doubles v) {
    return __builtin_convertvector(__builtin_shufflevector(v, (two_doubles){0, 0}, 0, 1, 2, 3), quarter);
}
INLINE two_longs doubtful(two_doubles sum) {
    two_doubles size = __builtin_elementwise_abs(sum);
    return (((two_longs)sum & 0x1fffffff) == 0x10000000) | ((size < 0x1p-126) & (sum != 0.0));
}
INLINE_NATIVELY vec fma(vec a, vec b, vec c) {
    quarters x = {a}, y = {b}, z = {c};
    two_longs doubts = {0, 0};
    #pragma clang loop unroll(full)
    for (int i = 0; i < 4; i++) {
        two_doubles first = first_two(x.parts[i]) * first_two(y.parts[i]) + first_two(z.parts[i]);
        two_doubles last = last_two(x.parts[i]) * last_two(y.parts[i]) + last_two(z.parts[i]);
        doubts |= doubtful(first) | doubtful(last);
        z.parts[i] = (quarter)__builtin_shufflevector((two_longs)narrowed(first), (two_longs)narrowed(last), 0, 2);
    }
    typedef signed char bytes __attribute__((vector_size(16)));
    return __builtin_wasm_any_true_v128((bytes)doubts) ? fma_with_care(a, b, c) : z.whole;
}
#else
INLINE vec fma(vec a, vec b, vec c) { return fma_to_odd(a, b, c); }
#endif
#endif

// One fixed tree over 16 lanes.
INLINE float sum_of(vec v) {
    float s[16];
    __builtin_memcpy(s, &v, sizeof s);
    for (int width = 8; width > 0; width /= 2)
        for (int i = 0; i < width; i++) s[i] += s[i + width];
    return s[0];
}
INLINE double dsum_of(dvec v) {
    double s[16];
    __builtin_memcpy(s, &v, sizeof s);
    for (int width = 8; width > 0; width /= 2)
        for (int i = 0; i < width; i++) s[i] += s[i + width];
    return s[0];
}
INLINE float largest_of(vec v) {
    float s[16];
    __builtin_memcpy(s, &v, sizeof s);
    for (int width = 8; width > 0; width /= 2)
        for (int i = 0; i < width; i++) s[i] = s[i] < s[i + width] ? s[i + width] : s[i];
    return s[0];
}
INLINE long padded(long n) { return (n + 15) & ~15L; }
// The lanes of the vector at `column` that exist in a row of `columns`.
INLINE ivec existing(long column, long columns) { return lanes() + (int32_t)column < (int32_t)columns; }
