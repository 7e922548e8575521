// The table of one path. A path's file says which instructions may be used, how many rows and vectors a block of the
// product has, and includes this.
#pragma once
#include "gather.h"
#include "loss.h"
#include "normalization.h"
#include "product.h"
#include "update.h"

#define NK_TABLE(NAME)                                            \
    {                                                             \
        .name = NAME,                                             \
        .product = product,                                       \
        .transpose = transpose,                                   \
        .gather_bytes = gather_bytes,                             \
        .gather_floats = gather_floats,                           \
        .activate = activate,                                     \
        .activate_back = activate_back,                           \
        .softmax = softmax,                                       \
        .softmax_back = softmax_back,                             \
        .dropped_relu_back = dropped_relu_back,                   \
        .column_sums = column_sums,                               \
        .activity = activity,                                     \
        .noise = noise,                                           \
        .batch_norm = batch_norm,                                 \
        .batch_norm_infer = batch_norm_infer,                     \
        .batch_norm_back = batch_norm_back,                       \
        .layer_norm = layer_norm,                                 \
        .layer_norm_back = layer_norm_back,                       \
        .softmax_cross_entropy = softmax_cross_entropy,           \
        .loss = loss,                                             \
        .update = update,                                         \
        .gradient_squares = gradient_squares,                     \
        .penalty = penalty,                                       \
        .max_norm = max_norm,                                     \
        .unit_norm = unit_norm,                                   \
        .non_negative = non_negative,                             \
        .uniform = uniform,                                       \
        .normal = normal,                                         \
        .shuffle = shuffle,                                       \
        .peak = peak,                                             \
        .peak_operations = 2 * 16 * NK_BLOCK_ROWS * NK_BLOCK_VECTORS, \
    }
