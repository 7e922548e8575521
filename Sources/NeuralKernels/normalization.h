// Batch normalisation (Ioffe and Szegedy 2015) and layer normalisation (Ba et al. 2016), forward beside backward.
#pragma once
#include "maths.h"

static void batch_norm(const float *x, float *y, long rows, long ld, const float *gamma, const float *beta, float epsilon,
                       float momentum, float *mean, float *inverse, float *moving_mean, float *moving_variance) {
    float count = (float)rows, rest = (float)(1.0 - (double)momentum);
    for (long c = 0; c < ld; c += 16) {
        vec sum = all(0), squares = all(0);
        for (long r = 0; r < rows; r++) sum += load(x + r * ld + c);
        vec m = sum / count;
        for (long r = 0; r < rows; r++) {
            vec d = load(x + r * ld + c) - m;
            squares = fma(d, d, squares);
        }
        vec variance = squares / count;
        vec i = all(1) / root(variance + epsilon);
        vec g = load(gamma + c), b = load(beta + c);
        for (long r = 0; r < rows; r++) store(y + r * ld + c, fma((load(x + r * ld + c) - m) * i, g, b));
        store(mean + c, m);
        store(inverse + c, i);
        store(moving_mean + c, fma(load(moving_mean + c), all(momentum), m * rest));
        store(moving_variance + c, fma(load(moving_variance + c), all(momentum), variance * rest));
    }
}

static void batch_norm_infer(const float *x, float *y, long rows, long ld, const float *gamma, const float *beta,
                             float epsilon, const float *moving_mean, const float *moving_variance) {
    for (long c = 0; c < ld; c += 16) {
        vec m = load(moving_mean + c), i = all(1) / root(load(moving_variance + c) + epsilon);
        vec g = load(gamma + c), b = load(beta + c);
        for (long r = 0; r < rows; r++) store(y + r * ld + c, fma((load(x + r * ld + c) - m) * i, g, b));
    }
}

// With h = (x - mean) inverse: dx = gamma inverse (dy - mean of dy - h mean of dy h), over the batch's rows.
static void batch_norm_back(const float *x, const float *dy, float *dx, long rows, long ld, const float *gamma,
                            const float *mean, const float *inverse, float *dgamma, float *dbeta) {
    float count = (float)rows;
    for (long c = 0; c < ld; c += 16) {
        vec m = load(mean + c), i = load(inverse + c), scale = load(gamma + c) * i;
        vec sum = all(0), dot = all(0);
        for (long r = 0; r < rows; r++) {
            vec d = load(dy + r * ld + c);
            sum += d;
            dot = fma(d, (load(x + r * ld + c) - m) * i, dot);
        }
        store(dbeta + c, sum);
        store(dgamma + c, dot);
        if (!dx) continue;
        vec shift = sum / count, slope = dot / count;
        for (long r = 0; r < rows; r++) {
            vec h = (load(x + r * ld + c) - m) * i;
            store(dx + r * ld + c, scale * (load(dy + r * ld + c) - shift - h * slope));
        }
    }
}

typedef struct { float mean, inverse; } moments;

INLINE moments row_moments(const float *x, long columns, float epsilon) {
    vec sum = all(0), squares = all(0);
    for (long c = 0; c < columns; c += 16) sum += pick(existing(c, columns), load(x + c), all(0));
    float mean = sum_of(sum) / (float)columns;
    for (long c = 0; c < columns; c += 16) {
        vec d = pick(existing(c, columns), load(x + c) - mean, all(0));
        squares = fma(d, d, squares);
    }
    return (moments){mean, 1.0f / __builtin_sqrtf(sum_of(squares) / (float)columns + epsilon)};
}

static void layer_norm(const float *x, float *y, long rows, long columns, long ld, const float *gamma, const float *beta,
                       float epsilon) {
    for (long r = 0; r < rows; r++) {
        moments m = row_moments(x + r * ld, columns, epsilon);
        for (long c = 0; c < ld; c += 16)
            store(y + r * ld + c, fma((load(x + r * ld + c) - m.mean) * m.inverse, load(gamma + c), load(beta + c)));
    }
}

// As above with d = dy gamma, over the row's columns.
static void layer_norm_back(const float *x, const float *dy, float *dx, long rows, long columns, long ld, const float *gamma,
                            float epsilon, float *dgamma, float *dbeta) {
    for (long c = 0; c < ld; c += 16) {
        store(dgamma + c, all(0));
        store(dbeta + c, all(0));
    }
    for (long r = 0; r < rows; r++) {
        const float *xr = x + r * ld, *dyr = dy + r * ld;
        moments m = row_moments(xr, columns, epsilon);
        vec sum = all(0), dot = all(0);
        for (long c = 0; c < ld; c += 16) {
            vec h = (load(xr + c) - m.mean) * m.inverse, d = load(dyr + c) * load(gamma + c);
            sum += d;
            dot = fma(d, h, dot);
            store(dgamma + c, fma(load(dyr + c), h, load(dgamma + c)));
            store(dbeta + c, load(dbeta + c) + load(dyr + c));
        }
        if (!dx) continue;
        float shift = sum_of(sum) / (float)columns, slope = sum_of(dot) / (float)columns;
        for (long c = 0; c < ld; c += 16) {
            vec h = (load(xr + c) - m.mean) * m.inverse, d = load(dyr + c) * load(gamma + c);
            store(dx + r * ld + c, pick(existing(c, columns), (d - shift - h * slope) * m.inverse, all(0)));
        }
    }
}
