// Dropout and its Gaussian relatives. Applied to a gradient with the key of the forward pass, each is its own backward
// step, except Gaussian noise, whose gradient passes unchanged.
#pragma once
#include "random.h"

// A value is dropped where its 32 random bits lie below rate * 2^32.
INLINE uint32_t drop_threshold(float rate) {
    double bound = (double)rate * 4294967296.0;
    return bound >= 4294967295.0 ? 4294967295u : (uint32_t)bound;
}
INLINE vec dropped(uvec bits, uint32_t threshold, float scale, vec x) {
    return as_floats((ivec)(bits >= threshold) & as_bits(x * scale));
}

static void noise(nk_noise kind, nk_key key, float amount, const float *x, float *y, long n) {
    uint32_t threshold = drop_threshold(amount);
    float scale = 1.0f / (1.0f - amount);
    for (long i = 0; i < n; i += 32) {
        bool second = i + 16 < n;
        upair bits = random_bits(key, (uint32_t)(i / 32));
        vec a = load(x + i), b = second ? load(x + i + 16) : a;
        if (kind == NK_DROPOUT) {
            a = dropped(bits.a, threshold, scale, a);
            b = dropped(bits.b, threshold, scale, b);
        } else {
            pair z = normal_pair(bits);
            if (kind == NK_GAUSSIAN_DROPOUT) {
                a *= fma(z.a, all(amount), all(1));
                b *= fma(z.b, all(amount), all(1));
            } else {
                a = fma(z.a, all(amount), a);
                b = fma(z.b, all(amount), b);
            }
        }
        store(y + i, a);
        if (second) store(y + i + 16, b);
    }
}
