// Threefry 2x32 with 20 rounds: a number is a function of (key, index), so nothing depends on order or threads.
#pragma once
#include "maths.h"

typedef struct { uvec a, b; } upair;

INLINE uvec turned(uvec x, int by) { return (x << by) | (x >> (32 - by)); }

INLINE_NATIVELY upair threefry(nk_key key, uvec a, uvec b) {
    static const int turns[8] = {13, 15, 26, 6, 17, 29, 16, 24};
    uint32_t keys[3] = {key.low, key.high, 0x1bd11bda ^ key.low ^ key.high};
    a += keys[0];
    b += keys[1];
    #pragma clang loop unroll(full)
    for (uint32_t group = 0; group < 5; group++) {
        #pragma clang loop unroll(full)
        for (uint32_t i = 0; i < 4; i++) {
            a += b;
            b = turned(b, turns[(group % 2) * 4 + i]) ^ a;
        }
        a += keys[(group + 1) % 3];
        b += keys[(group + 2) % 3] + group + 1;
    }
    return (upair){a, b};
}

// Random bits for the values 32 block ..< 32 block + 32: lane i of `a` is value i, of `b` value 16 + i.
INLINE upair random_bits(nk_key key, uint32_t block) {
    uvec counter = (uvec)lanes() + block * 16;
    return threefry(key, counter, counter ^ counter);
}

// 24 bits as a float in [0, 1).
INLINE vec unit(uvec bits) { return __builtin_convertvector((ivec)(bits >> 8), vec) * 0x1p-24f; }

typedef struct { vec a, b; } pair;

// Two standard normal vectors from two uniform ones (Box and Muller 1958).
INLINE pair normal_pair(upair bits) {
    vec radius = root(logarithm(unit(bits.a) + 0x1p-24f) * -2.0f);
    vec turn = unit(bits.b) - 0.5f;
    return (pair){radius * cosine_of_turns(turn), radius * sine_of_turns(turn)};
}

static void uniform(nk_key key, float low, float high, float *x, long n) {
    for (long i = 0; i < n; i += 32) {
        upair bits = random_bits(key, (uint32_t)(i / 32));
        store(x + i, fma(unit(bits.a), all(high - low), all(low)));
        if (i + 16 < n) store(x + i + 16, fma(unit(bits.b), all(high - low), all(low)));
    }
}

static void normal(nk_key key, float *x, long n) {
    for (long i = 0; i < n; i += 32) {
        pair z = normal_pair(random_bits(key, (uint32_t)(i / 32)));
        store(x + i, z.a);
        if (i + 16 < n) store(x + i + 16, z.b);
    }
}

// 0 ..< n in random order (Fisher and Yates). An index is bits * (i + 1) / 2^32: its bias, n / 2^32, shows nowhere.
static void shuffle(nk_key key, int32_t *order, long n) {
    uint32_t bits[32];
    for (long i = n - 1, drawn = 0; i > 0; i--, drawn++) {
        if (drawn % 32 == 0) {
            upair fresh = random_bits(key, (uint32_t)(drawn / 32));
            __builtin_memcpy(bits, &fresh, sizeof bits);
        }
        long j = (long)(((uint64_t)bits[drawn % 32] * (uint64_t)(i + 1)) >> 32);
        int32_t other = order[j];
        order[j] = order[i];
        order[i] = other;
    }
}
