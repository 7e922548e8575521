"""Losses: each sample's value, their mean, and the gradient of the mean for the predictions."""

import keras
import numpy as np
import tensorflow as tf

from .keras_tensors import PACKAGES, tensor, use
from .writing import Case, dyadic, one_hot


def cases():
    found = []
    for smoothing in (0.0, 0.1):
        for from_logits in (True, False):
            found += [categorical(smoothing, from_logits), binary(smoothing, from_logits)]
    found += [sparse(True), sparse(False), at_the_clip("categoricalCrossentropy"), at_the_clip("binaryCrossentropy")]
    found += [regression("meanSquaredError", {}, keras.losses.MeanSquaredError)]
    found += [regression("meanAbsoluteError", {}, keras.losses.MeanAbsoluteError)]
    found += [regression("huber", {"delta": d}, lambda **k: keras.losses.Huber(delta=d, **k)) for d in (1.0, 0.5)]
    return found


def evaluated(make, targets, predictions):
    predictions = tensor(predictions)
    targets = tf.constant(targets) if np.asarray(targets).dtype.kind == "i" else tensor(targets)
    each = make(reduction="none")(targets, predictions)
    with tf.GradientTape() as tape:
        tape.watch(predictions)
        mean = make(reduction="sum_over_batch_size")(targets, predictions)
    return {"perSample": each, "mean": mean, "gradient": tape.gradient(mean, predictions)}


def source(from_logits):
    return "from logits" if from_logits else "from probabilities"


def categorical(smoothing, from_logits):
    logits = dyadic("categorical", 6, 4, scale=4)
    predictions = logits if from_logits else rounded_softmax(logits)
    targets = one_hot("categorical targets", 6, 4)
    settings = {"labelSmoothing": smoothing, "fromLogits": from_logits}
    make = lambda **k: keras.losses.CategoricalCrossentropy(
        from_logits=from_logits, label_smoothing=smoothing, **k)
    return Case(
        f"categoricalCrossentropy {source(from_logits)}, smoothing {smoothing}", "categoricalCrossentropy", settings,
        {"targets": targets, "predictions": predictions}, evaluated(make, targets, predictions))


def sparse(from_logits):
    logits = dyadic("sparse", 6, 4, scale=4)
    predictions = logits if from_logits else rounded_softmax(logits)
    targets = np.argmax(one_hot("sparse targets", 6, 4), axis=1)
    make = lambda **k: keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits, **k)
    return Case(
        f"sparseCategoricalCrossentropy {source(from_logits)}", "sparseCategoricalCrossentropy",
        {"fromLogits": from_logits}, {"targets": targets, "predictions": predictions},
        evaluated(make, targets, predictions))


def binary(smoothing, from_logits):
    """Three outputs a sample: a sample's value is their mean."""
    logits = dyadic("binary", 6, 3, scale=6)
    predictions = logits if from_logits else np.round(128 / (1 + np.exp(-logits))).clip(1, 127) / 128
    targets = (dyadic("binary targets", 6, 3) > 0).astype("float64")
    settings = {"labelSmoothing": smoothing, "fromLogits": from_logits}
    make = lambda **k: keras.losses.BinaryCrossentropy(from_logits=from_logits, label_smoothing=smoothing, **k)
    return Case(
        f"binaryCrossentropy {source(from_logits)}, smoothing {smoothing}", "binaryCrossentropy", settings,
        {"targets": targets, "predictions": predictions}, evaluated(make, targets, predictions))


def at_the_clip(kind):
    """Probabilities of exactly 0 and 1 are clipped to 1e-7 and 1 − 1e-7; no infinity, and no gradient beyond."""
    targets, predictions = [[1, 0], [1, 0], [0, 1]], [[0, 1], [1, 0], [0.5, 0.5]]
    make = {
        "categoricalCrossentropy": keras.losses.CategoricalCrossentropy,
        "binaryCrossentropy": keras.losses.BinaryCrossentropy}[kind]
    found = evaluated(make, np.array(targets, dtype="float64"), predictions)
    return Case(
        f"{kind} of impossible and certain predictions", kind, {"labelSmoothing": 0, "fromLogits": 0},
        {"targets": targets, "predictions": predictions}, found)


def regression(kind, settings, make):
    targets, predictions = dyadic("regression targets", 6, 3), dyadic("regression predictions", 6, 3)
    name = " ".join([kind] + [f"{key} {value}" for key, value in settings.items()])
    return Case(
        name, kind, settings, {"targets": targets, "predictions": predictions},
        evaluated(make, targets, predictions))


def rounded_softmax(logits):
    """Probabilities that sum to 1 exactly, each a multiple of 1/1024 and none of them 0."""
    exponentials = np.exp(logits)
    counts = np.maximum(1, np.round(1024 * exponentials / exponentials.sum(axis=1, keepdims=True)))
    counts[np.arange(len(counts)), counts.argmax(axis=1)] += 1024 - counts.sum(axis=1)
    return counts / 1024
