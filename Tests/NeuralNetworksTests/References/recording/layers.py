"""Layers without running state: Dense with each activation, Flatten, Dropout and the noise layers."""

import keras
import numpy as np
import tensorflow as tf

from .keras_tensors import PACKAGES, tensor, use
from .writing import Case, dyadic

ACTIVATIONS = ["linear", "relu", "leaky_relu", "elu", "gelu", "sigmoid", "tanh", "softmax"]
CAMEL = {"leaky_relu": "leakyRelu"}


def cases():
    return (
        [dense(activation, use_bias=True) for activation in ACTIVATIONS]
        + [dense("relu", use_bias=False), flatten()]
        + [dropout(rate) for rate in (0.0, 0.1, 0.25, 0.5, 0.8, 0.9)]
        + [noise("GaussianDropout", keras.layers.GaussianDropout(0.25, seed=1), {"rate": 0.25})]
        + [noise("GaussianNoise", keras.layers.GaussianNoise(0.3, seed=1), {"stddev": 0.3})]
    )


def dense(activation, use_bias):
    """[5, 4] = f([5, 6] × [6, 4] + [4]) with the gradients of Σ dy·y."""
    title = CAMEL.get(activation, activation)
    name = f"Dense {title}" + ("" if use_bias else " without bias")
    x, upstream = tensor(dyadic(name + " x", 5, 6)), tensor(dyadic(name + " dy", 5, 4))
    kernel, bias = dyadic(name + " kernel", 6, 4, scale=1), dyadic(name + " bias", 4, scale=1)
    before = np.asarray(x) @ kernel + (bias if use_bias else 0)
    assert np.abs(before).min() > 1e-3, "too near a kink"
    layer = keras.layers.Dense(4, activation=activation, use_bias=use_bias)
    layer.build((5, 6))
    layer.set_weights([kernel, bias] if use_bias else [kernel])
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = layer(x)
    weights = [weight.value for weight in layer.weights]
    gradients = tape.gradient(y, [x, *weights], output_gradients=upstream)
    inputs = {"x": x, "kernel": kernel, "dy": upstream}
    expected = {"y": y, "dx": gradients[0], "dKernel": gradients[1]}
    if use_bias:
        inputs["bias"], expected["dBias"] = bias, gradients[2]
    settings = {"activation": title, "units": 4, "useBias": use_bias}
    if activation == "leaky_relu":
        settings["negativeSlope"] = 0.2
    return Case(name, "Dense", settings, inputs, expected)


def flatten():
    x = dyadic("flatten", 2, 3, 4)
    return Case("Flatten", "Flatten", {}, {"x": x}, {"y": keras.layers.Flatten()(tensor(x))})


def dropout(rate):
    """Inference is the identity; training multiplies by 0 or by `keptScale`, and the gradient by the same mask."""
    layer = keras.layers.Dropout(rate, seed=7)
    x = tensor(dyadic("dropout", 4, 6))
    ones = tf.ones((200, 500), keras.config.floatx())
    with tf.GradientTape() as tape:
        tape.watch(ones)
        trained = layer(ones, training=True)
    kept = np.unique(np.asarray(trained)[np.asarray(trained) != 0])
    assert len(kept) == 1 and np.array_equal(tape.gradient(trained, ones), trained)
    return Case(
        f"Dropout {rate}", "Dropout", {"rate": rate}, {"x": x},
        {"inference": layer(x, training=False), "keptScale": kept[0]})


def noise(kind, layer, settings):
    """Inference is the identity; `mean` and `deviation` are those of a million training outputs for an input of 1."""
    x = tensor(dyadic(kind, 4, 6))
    trained = np.asarray(layer(tf.ones((1000, 1000), keras.config.floatx()), training=True), dtype="float64")
    measured = {"meanOfAMillion": round(trained.mean(), 2), "deviationOfAMillion": round(trained.std(), 2)}
    return Case(kind, kind, settings, {"x": x}, {"inference": layer(x, training=False)} | measured)
