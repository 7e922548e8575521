"""Activations: value and gradient for a given upstream gradient, on a grid that includes large values."""

import keras
import tensorflow as tf

from .keras_tensors import PACKAGES, tensor, use
from .writing import Case, dyadic

ELEMENTWISE = {
    "linear": ({}, keras.activations.linear),
    "relu": ({}, keras.activations.relu),
    "leakyRelu": ({"negativeSlope": 0.2}, lambda x: keras.activations.leaky_relu(x, negative_slope=0.2)),
    "leakyRelu negativeSlope 0.3": ({"negativeSlope": 0.3}, lambda x: keras.activations.leaky_relu(x, negative_slope=0.3)),
    "elu": ({"alpha": 1.0}, keras.activations.elu),
    "elu alpha 0.5": ({"alpha": 0.5}, lambda x: keras.activations.elu(x, alpha=0.5)),
    "gelu": ({"approximate": 0}, keras.activations.gelu),
    "gelu approximate": ({"approximate": 1}, lambda x: keras.activations.gelu(x, approximate=True)),
    "sigmoid": ({}, keras.activations.sigmoid),
    "tanh": ({}, keras.activations.tanh),
}

GRID = [-100, -30, -8, -4, -2, -1, -0.5, -0.125, -0.0078125, 0.0078125, 0.125, 0.5, 1, 2, 4, 8, 30, 100]


def cases():
    found = [elementwise(name, *entry) for name, entry in ELEMENTWISE.items()]
    found.append(softmax("softmax", dyadic("softmax", 4, 5, scale=4)))
    found.append(softmax("softmax of large logits", [[1000, 999, -1000], [-500, -500, -500], [88.5, -88.5, 0]]))
    return found


def elementwise(name, settings, function):
    x = tensor([GRID])
    upstream = dyadic("activations", 1, len(GRID))
    y, dx = forward_and_back(function, x, upstream)
    kind = name.split(" ")[0]
    return Case(name, "activation", {"activation": kind} | settings, {"x": x, "dy": upstream}, {"y": y, "dx": dx})


def softmax(name, logits):
    x = tensor(logits)
    upstream = dyadic(name + " upstream", *x.shape)
    y, dx = forward_and_back(keras.activations.softmax, x, upstream)
    return Case(
        name, "activation", {"activation": "softmax"}, {"x": x, "dy": upstream}, {"y": y, "dx": dx})


def forward_and_back(function, x, upstream):
    with tf.GradientTape() as tape:
        tape.watch(x)
        y = function(x)
    return y, tape.gradient(y, x, output_gradients=tensor(upstream))
