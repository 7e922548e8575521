// Activations, forward beside backward.
#pragma once
#include "maths.h"

INLINE_NATIVELY vec forward_of(nk_activation kind, float slope, vec x) {
    switch (kind) {
    case NK_LINEAR: return x;
    case NK_RELU: return pick(x < 0.0f, all(0), x);
    case NK_LEAKY_RELU: return pick(x < 0.0f, x * slope, x);
    case NK_ELU: return pick(x < 0.0f, exponential_minus_one(x) * slope, x);
    case NK_GELU: return x * normal_distribution(x);
    case NK_SIGMOID: return logistic(x);
    case NK_TANH: return hyperbolic_tangent(x);
    }
}

// f'(x), from y = f(x) wherever that tells it.
INLINE_NATIVELY vec derivative_of(nk_activation kind, float slope, vec x, vec y) {
    switch (kind) {
    case NK_LINEAR: return all(1);
    case NK_RELU: return pick(y > 0.0f, all(1), all(0));
    case NK_LEAKY_RELU: return pick(x > 0.0f, all(1), all(slope));
    case NK_ELU: return pick(y < 0.0f, y + slope, all(1));
    case NK_GELU: {
        vec density = exponential(x * x * -0.5f) * 0.398942280f;
        return fma(x, density, normal_distribution(x));
    }
    case NK_SIGMOID: return y * (all(1) - y);
    case NK_TANH: return all(1) - y * y;
    }
}

// `switch` outside the loop, once for every kind.
#define EACH_ACTIVATION(kind, BODY)                       \
    switch (kind) {                                       \
    case NK_LINEAR: BODY(NK_LINEAR); break;               \
    case NK_RELU: BODY(NK_RELU); break;                   \
    case NK_LEAKY_RELU: BODY(NK_LEAKY_RELU); break;       \
    case NK_ELU: BODY(NK_ELU); break;                     \
    case NK_GELU: BODY(NK_GELU); break;                   \
    case NK_SIGMOID: BODY(NK_SIGMOID); break;             \
    case NK_TANH: BODY(NK_TANH); break;                   \
    }

static void activate(nk_activation kind, float slope, const float *x, float *y, long n) {
    #define BODY(KIND) for (long i = 0; i < n; i += 16) store(y + i, forward_of(KIND, slope, load(x + i)))
    EACH_ACTIVATION(kind, BODY)
    #undef BODY
}

static void activate_back(nk_activation kind, float slope, const float *x, const float *y, const float *dy, float *dx,
                          long n) {
    #define BODY(KIND)                      \
        for (long i = 0; i < n; i += 16)    \
            store(dx + i, load(dy + i) * derivative_of(KIND, slope, load(x + i), load(y + i)))
    EACH_ACTIVATION(kind, BODY)
    #undef BODY
}

static void dropped_relu_back(float scale, const float *y, const float *dy, float *dx, long n) {
    for (long i = 0; i < n; i += 16)
        store(dx + i, pick(load(y + i) > 0.0f, load(dy + i) * scale, all(0)));
}

// The largest value of a row's existing columns, and the row's exp(x - largest) in y with their sum.
INLINE float row_exponentials(const float *x, float *y, long columns, float *largest) {
    vec top = all(-__builtin_inff());
    for (long c = 0; c < columns; c += 16)
        top = larger(top, pick(existing(c, columns), load(x + c), all(-__builtin_inff())));
    *largest = largest_of(top);
    vec sum = all(0);
    for (long c = 0; c < columns; c += 16) {
        vec e = pick(existing(c, columns), exponential(load(x + c) - *largest), all(0));
        store(y + c, e);
        sum += e;
    }
    return sum_of(sum);
}

static void softmax(const float *x, float *y, long rows, long columns, long ld) {
    for (long r = 0; r < rows; r++) {
        float largest, sum = row_exponentials(x + r * ld, y + r * ld, columns, &largest);
        for (long c = 0; c < columns; c += 16) store(y + r * ld + c, load(y + r * ld + c) / sum);
    }
}

// dx = y (dy - sum of y dy)
static void softmax_back(const float *y, const float *dy, float *dx, long rows, long columns, long ld) {
    for (long r = 0; r < rows; r++) {
        vec dot = all(0);
        for (long c = 0; c < columns; c += 16) dot = fma(load(y + r * ld + c), load(dy + r * ld + c), dot);
        float total = sum_of(dot);
        for (long c = 0; c < columns; c += 16)
            store(dx + r * ld + c, load(y + r * ld + c) * (load(dy + r * ld + c) - total));
    }
}

static void column_sums(const float *x, long rows, long ld, float *sums) {
    for (long c = 0; c < ld; c += 16) {
        vec sum = all(0);
        for (long r = 0; r < rows; r++) sum += load(x + r * ld + c);
        store(sums + c, sum);
    }
}

static double activity(float l1, float l2, float share, const float *y, float *dx, long rows, long columns, long ld) {
    dvec total = {0};
    for (long r = 0; r < rows; r++)
        for (long c = 0; c < columns; c += 16) {
            vec v = pick(existing(c, columns), load(y + r * ld + c), all(0));
            vec slope = fma(v, all(2 * l2), pick(v > 0.0f, all(l1), pick(v < 0.0f, all(-l1), all(0))));
            if (dx) store(dx + r * ld + c, fma(slope, all(share), load(dx + r * ld + c)));
            total += widened(fma(absolute(v), all(l1), v * v * l2));
        }
    return dsum_of(total);
}
