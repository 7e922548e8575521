// One optimizer step: penalty, clip, decay, moments, weights and proximal shrinkage in one pass over memory.
#pragma once
#include "maths.h"

INLINE vec penalised(float l1, float l2, vec w, vec g) {
    vec side = pick(w > 0.0f, all(l1), pick(w < 0.0f, all(-l1), all(0)));
    return g + fma(w, all(2 * l2), side);
}
// l1 sum|w| + l2 sum w^2: in float over runs of 64 vectors, whose sums are added in double.
typedef struct { vec absolutes, squares; double total; int terms; } penalty_sum;

INLINE void close_run(penalty_sum *sum, double l1, double l2) {
    sum->total += l1 * sum_of(sum->absolutes) + l2 * sum_of(sum->squares);
    sum->absolutes = sum->squares = all(0);
    sum->terms = 0;
}
INLINE void add_penalty(penalty_sum *sum, double l1, double l2, vec w) {
    sum->absolutes += absolute(w);
    sum->squares = fma(w, w, sum->squares);
    if (++sum->terms == 64) close_run(sum, l1, l2);
}

INLINE double updated(const nk_rule rule, const bool penalises, const nk_update *u, float *w, const float *g, float *first,
                      float *second, long n) {
    double l1 = (double)u->l1 + u->proximal, l2 = u->l2;
    penalty_sum penalty = {0};
    for (long i = 0; i < n; i += 16) {
        vec weight = load(w + i), slope = load(g + i);
        if (penalises) {
            add_penalty(&penalty, l1, l2, weight);
            slope = penalised(u->l1, u->l2, weight, slope);
        }
        slope = larger(smaller(slope * u->scale, all(u->clip)), all(-u->clip));
        weight *= u->shrink;
        if (rule == NK_SGD) {
            vec step = slope * u->rate;
            if (u->momentum != 0) {
                vec speed = load(first + i) * u->momentum - step;
                store(first + i, speed);
                step = u->nesterov ? step - speed * u->momentum : -speed;
            }
            weight -= step;
        } else if (rule == NK_RMSPROP) {
            vec square = fma(slope * slope, all(u->decay_rest), load(second + i) * u->decay);
            store(second + i, square);
            vec step = slope * u->rate / root(square + u->epsilon);
            if (u->momentum != 0) {
                step = fma(load(first + i), all(u->momentum), step);
                store(first + i, step);
            }
            weight -= step;
        } else {
            vec mean = load(first + i), square = load(second + i);
            mean = fma(slope - mean, all(u->momentum_rest), mean);
            square = fma(slope * slope - square, all(u->decay_rest), square);
            store(first + i, mean);
            store(second + i, square);
            weight -= mean * u->rate / (root(square) + u->epsilon);
        }
        if (penalises && u->threshold > 0)
            weight = with_sign_of(larger(absolute(weight) - u->threshold, all(0)), weight);
        store(w + i, weight);
    }
    close_run(&penalty, l1, l2);
    return penalty.total;
}

static double update(const nk_update *u, float *w, const float *g, float *first, float *second, long n) {
    bool penalises = u->l1 != 0 || u->l2 != 0 || u->proximal != 0;
    switch (u->rule) {
    case NK_SGD:
        return penalises ? updated(NK_SGD, true, u, w, g, first, second, n)
                         : updated(NK_SGD, false, u, w, g, first, second, n);
    case NK_RMSPROP:
        return penalises ? updated(NK_RMSPROP, true, u, w, g, first, second, n)
                         : updated(NK_RMSPROP, false, u, w, g, first, second, n);
    case NK_ADAM:
        return penalises ? updated(NK_ADAM, true, u, w, g, first, second, n)
                         : updated(NK_ADAM, false, u, w, g, first, second, n);
    }
}

static double gradient_squares(float l1, float l2, const float *w, const float *g, long n) {
    dvec sum = {0};
    for (long i = 0; i < n; i += 16) {
        dvec d = widened(penalised(l1, l2, load(w + i), load(g + i)));
        sum += d * d;
    }
    return dsum_of(sum);
}

static double penalty(float l1, float l2, const float *w, long n) {
    penalty_sum sum = {0};
    for (long i = 0; i < n; i += 16) add_penalty(&sum, l1, l2, load(w + i));
    close_run(&sum, l1, l2);
    return sum.total;
}

// The Euclidean norm of each column.
INLINE void column_norms(const float *w, long rows, long ld, float *norms) {
    for (long c = 0; c < ld; c += 16) store(norms + c, all(0));
    for (long r = 0; r < rows; r++)
        for (long c = 0; c < ld; c += 16) {
            vec v = load(w + r * ld + c);
            store(norms + c, fma(v, v, load(norms + c)));
        }
    for (long c = 0; c < ld; c += 16) store(norms + c, root(load(norms + c)));
}
INLINE void scale_columns(float *w, long rows, long ld, const float *factors) {
    for (long r = 0; r < rows; r++)
        for (long c = 0; c < ld; c += 16) store(w + r * ld + c, load(w + r * ld + c) * load(factors + c));
}

static void max_norm(float *w, long rows, long ld, float norm, float *scratch) {
    column_norms(w, rows, ld, scratch);
    for (long c = 0; c < ld; c += 16) {
        vec n = load(scratch + c);
        store(scratch + c, smaller(n, all(norm)) / (n + 1e-7f));
    }
    scale_columns(w, rows, ld, scratch);
}

static void unit_norm(float *w, long rows, long ld, float *scratch) {
    column_norms(w, rows, ld, scratch);
    for (long c = 0; c < ld; c += 16) store(scratch + c, all(1) / (load(scratch + c) + 1e-7f));
    scale_columns(w, rows, ld, scratch);
}

static void non_negative(float *w, long n) {
    for (long i = 0; i < n; i += 16) store(w + i, larger(load(w + i), all(0)));
}
