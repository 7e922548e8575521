// The arithmetic of NeuralNetworks: one source, compiled once per instruction set, chosen at run time.
//
// Every path gives the same bits. That holds because
//   - a vector has 16 lanes everywhere, whatever the registers' width, and every reduction is one fixed tree;
//   - a sum over k runs in the order of k, with one fused multiply-add a term, and is never split;
//   - the compiler contracts nothing (`FP_CONTRACT OFF`): what is fused is written `fma`, and where the processor has no
//     such instruction (x86-64 before AVX2, WebAssembly) it is computed exactly in double and rounded to odd first;
//   - exp, log and the other functions are polynomials of these operations, not the system's.
// The price is speed where fma is emulated, about a tenth of what AVX2 does; it is paid for the same numbers in a
// browser as on the page.
//
// Matrices are row-major, rows `ld` floats apart. `ld` is a multiple of 16 and rows start on 64-byte boundaries, so
// kernels read and write whole vectors; "padding" is what lies between a row's last column and the next multiple of
// 16. In parameters and gradients it is zero and stays zero; in activations it is finite and has no meaning.
#pragma once

#include <stdbool.h>
#include <stdint.h>

#define NK_LANES 16

typedef enum {
    NK_LINEAR, NK_RELU, NK_LEAKY_RELU, NK_ELU, NK_GELU, NK_SIGMOID, NK_TANH
} nk_activation;

typedef enum { NK_DROPOUT, NK_GAUSSIAN_DROPOUT, NK_GAUSSIAN_NOISE } nk_noise;

typedef enum { NK_SQUARED, NK_ABSOLUTE, NK_HUBER, NK_BINARY, NK_BINARY_LOGITS, NK_CATEGORICAL } nk_loss;

// A key for random numbers, derived from (seed, step, layer): two values with the same key and index are the same.
typedef struct { uint32_t low, high; } nk_key;

// What a product does to its result while it is still in the first-level cache:
// y = noise(activation(product + bias)). `pre`, where wanted, receives product + bias.
typedef struct {
    const float *bias;          // [n] or NULL
    nk_activation activation;
    float slope;                // leaky ReLU's and ELU's constant
    float *pre;                 // [m, ldc] or NULL
    bool drops;                 // whether dropout follows
    nk_key key;
    float rate;
} nk_epilogue;

typedef enum { NK_SGD, NK_RMSPROP, NK_ADAM } nk_rule;

// One optimizer step over parameters that share their settings.
typedef struct {
    nk_rule rule;
    bool nesterov;
    float rate;                 // learning rate; for Adam times sqrt(1 - beta2^t) / (1 - beta1^t)
    float momentum;             // SGD's and RMSprop's; Adam's beta 1
    float momentum_rest;        // 1 - momentum, rounded once
    float decay;                // RMSprop's rho; Adam's beta 2
    float decay_rest;           // 1 - decay, rounded once
    float epsilon;
    float shrink;               // 1 - learning rate x weight decay: 1 where there is none
    float l1, l2;               // added to the gradient: l1 sign(w) + 2 l2 w
    float threshold;            // proximal L1: learning rate x lambda, 0 where there is none
    float proximal;             // proximal L1's lambda, for the penalty's value only
    float clip;                 // bound of each gradient value; infinity where there is none
    float scale;                // factor from clipping by norm, 1 where there is none
} nk_update;

// The kernels of one path.
typedef struct {
    const char *name;

    // c[m, n] = sum over k of a[m * am + k * ak] * b[k * ldb + n]; n is a multiple of 16. Where a is zero, an infinite or
    // NaN b may or may not show.
    void (*product)(const float *a, long am, long ak, const float *b, long ldb, float *c, long ldc,
                    long m, long n, long k, const nk_epilogue *epilogue);
    // to[c, r] = from[r, c]; the columns r .. ldt of each row become zero.
    void (*transpose)(const float *from, long ldf, long rows, long columns, float *to, long ldt);

    // to[i] = from[indices[i]], bytes divided by 255.
    void (*gather_bytes)(const uint8_t *from, long width, const int32_t *indices, long count, float *to, long ldt);
    void (*gather_floats)(const float *from, long width, const int32_t *indices, long count, float *to, long ldt);

    // y = f(x), and dx = dy f'(x) from y (and, for GELU, x). n is a multiple of 16.
    void (*activate)(nk_activation kind, float slope, const float *x, float *y, long n);
    void (*activate_back)(nk_activation kind, float slope, const float *x, const float *y, const float *dy, float *dx, long n);
    void (*softmax)(const float *x, float *y, long rows, long columns, long ld);
    void (*softmax_back)(const float *y, const float *dy, float *dx, long rows, long columns, long ld);
    // Dropout then ReLU, backwards at once: dx = dy * scale where y > 0.
    void (*dropped_relu_back)(float scale, const float *y, const float *dy, float *dx, long n);

    // sum[c] = sum over r of x[r, c].
    void (*column_sums)(const float *x, long rows, long ld, float *sums);
    // dx += l1 sign(y) + 2 l2 y; returns l1 sum|y| + l2 sum y^2 over the columns that exist.
    double (*activity)(float l1, float l2, float share, const float *y, float *dx, long rows, long columns, long ld);

    // Dropout: y = x * mask / (1 - rate). Gaussian dropout: y = x * N(1, amount). Gaussian noise: y = x + N(0, amount).
    void (*noise)(nk_noise kind, nk_key key, float amount, const float *x, float *y, long n);

    // Batch normalisation over rows: mean and 1/sqrt(variance + epsilon) of each column are left in `mean`, `inverse`.
    void (*batch_norm)(const float *x, float *y, long rows, long ld, const float *gamma, const float *beta, float epsilon,
                       float momentum, float *mean, float *inverse, float *moving_mean, float *moving_variance);
    void (*batch_norm_infer)(const float *x, float *y, long rows, long ld, const float *gamma, const float *beta,
                             float epsilon, const float *moving_mean, const float *moving_variance);
    void (*batch_norm_back)(const float *x, const float *dy, float *dx, long rows, long ld, const float *gamma,
                            const float *mean, const float *inverse, float *dgamma, float *dbeta);
    void (*layer_norm)(const float *x, float *y, long rows, long columns, long ld, const float *gamma,
                       const float *beta, float epsilon);
    void (*layer_norm_back)(const float *x, const float *dy, float *dx, long rows, long columns, long ld,
                            const float *gamma, float epsilon, float *dgamma, float *dbeta);

    // Softmax with cross-entropy from logits: losses[r], ranks[r] and gradient = share * (softmax - target). The target
    // is one-hot, smoothed by `smoothing`. A rank is how many classes beat the label, and a half where an earlier one ties
    // with it; `columns` for NaN.
    void (*softmax_cross_entropy)(const float *logits, long rows, long columns, long ld, const int32_t *labels,
                                  float smoothing, float share, float *losses, float *ranks, float *gradient);
    // Other losses of predictions against target values: losses[r] is the row's mean (its sum for NK_CATEGORICAL).
    void (*loss)(nk_loss kind, float delta, float smoothing, const float *y, const float *targets, long rows, long columns,
                 long ld, float share, float *losses, float *gradient);

    // One optimizer step; returns the penalty before it. n is a multiple of 16.
    double (*update)(const nk_update *rule, float *w, const float *g, float *first, float *second, long n);
    // sum of squares of clip-free gradients g + l1 sign(w) + 2 l2 w.
    double (*gradient_squares)(float l1, float l2, const float *w, const float *g, long n);
    // l1 sum|w| + l2 sum w^2.
    double (*penalty)(float l1, float l2, const float *w, long n);

    // Columns scaled to a norm of at most (or exactly) `norm`, and negatives set to 0.
    void (*max_norm)(float *w, long rows, long ld, float norm, float *scratch);
    void (*unit_norm)(float *w, long rows, long ld, float *scratch);
    void (*non_negative)(float *w, long n);

    // Uniform in [low, high), and normal (mean 0, deviation 1, by Box and Muller).
    void (*uniform)(nk_key key, float low, float high, float *x, long n);
    void (*normal)(nk_key key, float *x, long n);
    // Puts order[0 ..< n] into random order.
    void (*shuffle)(nk_key key, int32_t *order, long n);

    // Independent fused multiply-adds on registers, as many as a block of the product has: what the core can do at most.
    float (*peak)(long rounds);
    long peak_operations;       // floating-point operations a round
} nk_kernels;

typedef enum { NK_PORTABLE, NK_AVX2, NK_AVX512 } nk_path;

// The kernels of one path, or NULL where this processor cannot run it.
const nk_kernels *nk_kernels_of(nk_path path);

// The generator under all randomness: Threefry 2x32 with 20 rounds (Salmon et al. 2011).
void nk_threefry(nk_key key, uint32_t counter[2]);

// Memory for `count` floats, zeroed, on a 64-byte boundary; NULL where there is none.
float *nk_allocate(long count);
void nk_free(float *memory);

// Calls body(context, i) for each i in 0 ..< count on at most `threads` threads, the calling one among them, and returns
// once all are done. Sequential where there are no threads.
void nk_parallel(long count, long threads, void (*body)(void *context, long index), void *context);
// How many threads can run at once.
long nk_cores(void);

// A whole file: reads into memory to be released with nk_free_bytes, or writes; false where it cannot be done.
bool nk_read_file(const char *path, uint8_t **bytes, long *count);
bool nk_write_file(const char *path, const uint8_t *bytes, long count);
void nk_free_bytes(uint8_t *bytes);
