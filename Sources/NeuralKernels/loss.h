// Losses with their gradients.
#pragma once
#include "activation.h"

static void softmax_cross_entropy(const float *logits, long rows, long columns, long ld, const int32_t *labels,
                                  float smoothing, float share, float *losses, float *ranks, float *gradient) {
    float rest = (float)(1.0 - (double)smoothing), even = smoothing / (float)columns;
    for (long r = 0; r < rows; r++) {
        const float *x = logits + r * ld;
        float *g = gradient + r * ld;
        int32_t label = labels[r];
        float largest, sum = row_exponentials(x, g, columns, &largest);
        vec shifted = all(0);
        ivec beating = {0}, tied = {0};
        for (long c = 0; c < columns; c += 16) {
            ivec exists = existing(c, columns), index = lanes() + (int32_t)c;
            vec v = load(x + c), target = pick(index == label, all(rest + even), all(even));
            shifted += pick(exists, v - largest, all(0));
            beating -= exists & (v > x[label]);
            tied |= exists & (v == x[label]) & (index < label);
            store(g + c, pick(exists, (load(g + c) / sum - target) * share, all(0)));
        }
        float log_sum = logarithm(all(sum))[0];
        float loss = log_sum - (rest * (x[label] - largest) + even * sum_of(shifted));
        losses[r] = loss;
        float rank = sum_of(__builtin_convertvector(beating, vec)) + (__builtin_reduce_or(tied) ? 0.5f : 0.0f);
        ranks[r] = loss == loss ? rank : (float)columns;
    }
}

typedef struct { vec loss, slope; } graded;

// The smallest probability a logarithm sees, as in Keras.
static const float faintest = 1e-7f;

INLINE_NATIVELY graded grade(nk_loss kind, float delta, vec y, vec t) {
    vec d = y - t, one = all(1);
    switch (kind) {
    case NK_SQUARED: return (graded){d * d, d * 2.0f};
    case NK_ABSOLUTE:
        return (graded){absolute(d), pick(d > 0.0f, one, pick(d < 0.0f, -one, all(0)))};
    case NK_HUBER: {
        ivec near = absolute(d) <= delta;
        return (graded){pick(near, d * d * 0.5f, absolute(d) * delta - 0.5f * delta * delta),
                        pick(near, d, with_sign_of(all(delta), d))};
    }
    case NK_BINARY: {
        vec p = smaller(larger(y, all(faintest)), all(1.0f - faintest)), q = one - p;
        vec loss = -(t * logarithm(p) + (one - t) * logarithm(q));
        return (graded){loss, pick(p == y, (p - t) / (p * q), all(0))};
    }
    case NK_BINARY_LOGITS: {
        vec tail = logarithm_of_one_plus(exponential(-absolute(y)));
        return (graded){larger(y, all(0)) - y * t + tail, logistic(y) - t};
    }
    case NK_CATEGORICAL: break;
    }
    return (graded){all(0), all(0)};
}

// -sum of t ln(y / sum of y): probabilities need not sum to 1 exactly, as in Keras.
static float categorical_row(const float *y, const float *t, long columns, float smoothing, float share, float *g) {
    float rest = (float)(1.0 - (double)smoothing), even = smoothing / (float)columns;
    vec sums = all(0), loss = all(0), weights = all(0);
    for (long c = 0; c < columns; c += 16) sums += pick(existing(c, columns), load(y + c), all(0));
    float sum = sum_of(sums);
    for (long c = 0; c < columns; c += 16) {
        ivec exists = existing(c, columns);
        vec target = pick(exists, load(t + c) * rest + even, all(0)), p = load(y + c) / sum;
        vec clipped = smaller(larger(p, all(faintest)), all(1.0f - faintest));
        loss -= target * logarithm(pick(exists, clipped, all(1)));
        vec inside = pick(exists & (clipped == p), target, all(0));
        weights += inside;
        store(g + c, pick(exists, -(inside / (clipped * sum)) * share, all(0)));
    }
    float common = sum_of(weights) / sum * share;
    for (long c = 0; c < columns; c += 16)
        store(g + c, pick(existing(c, columns), load(g + c) + common, all(0)));
    return sum_of(loss);
}

static void loss(nk_loss kind, float delta, float smoothing, const float *y, const float *targets, long rows, long columns,
                 long ld, float share, float *losses, float *gradient) {
    float rest = (float)(1.0 - (double)smoothing), half = smoothing * 0.5f, width = (float)columns;
    for (long r = 0; r < rows; r++) {
        const float *yr = y + r * ld, *tr = targets + r * ld;
        if (kind == NK_CATEGORICAL) {
            losses[r] = categorical_row(yr, tr, columns, smoothing, share, gradient + r * ld);
            continue;
        }
        vec sum = all(0);
        for (long c = 0; c < columns; c += 16) {
            ivec exists = existing(c, columns);
            graded e = grade(kind, delta, load(yr + c), load(tr + c) * rest + half);
            sum += pick(exists, e.loss, all(0));
            store(gradient + r * ld + c, pick(exists, e.slope * (share / width), all(0)));
        }
        losses[r] = sum_of(sum) / width;
    }
}
