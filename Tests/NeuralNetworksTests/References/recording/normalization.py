"""BatchNormalization, with its running statistics over several steps, and LayerNormalization."""

import keras
import numpy as np
import tensorflow as tf

from .keras_tensors import PACKAGES, tensor, use
from .writing import Case, dyadic

STEPS = 6


def cases():
    return [
        batch("BatchNormalization", {}),
        batch("BatchNormalization momentum 0.9 epsilon 1e-5", {"momentum": 0.9, "epsilon": 1e-5}),
        batch("BatchNormalization without center", {"center": False}),
        batch("BatchNormalization without scale", {"scale": False}),
        batch("BatchNormalization batch of one", {}, rows=1),
        layer("LayerNormalization", {}),
        layer("LayerNormalization epsilon 1e-6", {"epsilon": 1e-6}),
        batch_of_the_exercise(),
    ]


def batch(name, config, rows=8, features=3):
    """Each step runs the layer in training mode; `inferred` is the last batch in inference mode after all steps."""
    layer = keras.layers.BatchNormalization(**config)
    layer.build((rows, features))
    gamma, beta = dyadic(name + " gamma", features), dyadic(name + " beta", features)
    x = dyadic(name + " x", STEPS, rows, features, scale=3) + np.array([0, 2, -1])
    upstream = tensor(dyadic(name + " dy", rows, features))
    scale, center = config.get("scale", True), config.get("center", True)
    layer.set_weights(([gamma] if scale else []) + ([beta] if center else []) + [np.zeros(features), np.ones(features)])
    outputs, means, variances = [], [], []
    for step in range(STEPS):
        last = tensor(x[step])
        with tf.GradientTape() as tape:
            tape.watch(last)
            y = layer(last, training=True)
        outputs.append(y)
        means.append(layer.moving_mean.numpy())
        variances.append(layer.moving_variance.numpy())
    weights = ([layer.gamma.value] if scale else []) + ([layer.beta.value] if center else [])
    gradients = list(tape.gradient(y, [last, *weights], output_gradients=upstream))
    expected = {
        "y": np.stack(outputs), "movingMean": np.stack(means), "movingVariance": np.stack(variances),
        "inferred": layer(last, training=False), "dxLast": gradients.pop(0)}
    inputs = {"x": x, "dyLast": upstream}
    if scale:
        inputs["gamma"], expected["dGammaLast"] = gamma, gradients.pop(0)
    if center:
        inputs["beta"], expected["dBetaLast"] = beta, gradients.pop(0)
    settings = {"momentum": layer.momentum, "epsilon": layer.epsilon, "scale": scale, "center": center}
    return Case(name, "BatchNormalization", settings, inputs, expected)


def batch_of_the_exercise():
    """{1, 3, 5, 7} with γ = 2, β = 1."""
    layer = keras.layers.BatchNormalization()
    layer.build((4, 1))
    layer.set_weights([np.array([value]) for value in (2, 1, 0, 1)])
    x = [[1], [3], [5], [7]]
    y = layer(tensor(x), training=True)
    return Case(
        "BatchNormalization of 1 3 5 7", "BatchNormalization", {"momentum": 0.99, "epsilon": 1e-3},
        {"x": [x], "gamma": [2], "beta": [1]},
        {"y": [y], "movingMean": [layer.moving_mean.numpy()], "movingVariance": [layer.moving_variance.numpy()]})


def layer(name, config):
    layer = keras.layers.LayerNormalization(**config)
    layer.build((5, 4))
    gamma, beta = dyadic(name + " gamma", 4), dyadic(name + " beta", 4)
    layer.set_weights([gamma, beta])
    x, upstream = tensor(dyadic(name + " x", 5, 4)), tensor(dyadic(name + " dy", 5, 4))
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = layer(x)
    dx, d_gamma, d_beta = tape.gradient(
        y, [x, layer.gamma.value, layer.beta.value], output_gradients=upstream)
    return Case(
        name, "LayerNormalization", {"epsilon": layer.epsilon},
        {"x": x, "gamma": gamma, "beta": beta, "dy": upstream},
        {"y": y, "dx": dx, "dGamma": d_gamma, "dBeta": d_beta})
