"""Regularizers: penalty and gradient on a kernel, on a bias, and on an activity (which Keras 3 divides by the batch)."""

import keras
import tensorflow as tf

from .keras_tensors import PACKAGES, tensor, variable, use
from .writing import Case, dyadic

TABLE = {
    "L1 default": ({"l1": 0.01}, lambda: keras.regularizers.L1()),
    "L1 0.5": ({"l1": 0.5}, lambda: keras.regularizers.L1(0.5)),
    "L2 default": ({"l2": 0.01}, lambda: keras.regularizers.L2()),
    "L2 0.5": ({"l2": 0.5}, lambda: keras.regularizers.L2(0.5)),
    "L1L2 default": ({"l1": 0.0, "l2": 0.0}, lambda: keras.regularizers.L1L2()),
    "L1L2 0.25 0.5": ({"l1": 0.25, "l2": 0.5}, lambda: keras.regularizers.L1L2(0.25, 0.5)),
}


def cases():
    found = []
    for name, (settings, make) in TABLE.items():
        found.append(on_weights(name, settings, make()))
        for target in ("kernel", "bias", "activity"):
            found.append(on_a_layer(name, settings, make(), target))
    return found


def on_weights(name, settings, regularizer):
    """A bare penalty of a [4, 3] matrix that holds exact zeros, where the gradient of |w| is 0."""
    values = dyadic("regularizer", 4, 3)
    values[0, 0] = values[2, 1] = 0
    w = variable(values)
    with tf.GradientTape() as tape:
        penalty = regularizer(w)
    gradient = tape.gradient(penalty, w, unconnected_gradients="zero")
    return Case(name, "regularizer", settings, {"w": values}, {"penalty": penalty, "gradient": gradient})


def on_a_layer(name, settings, regularizer, target):
    """The penalty that a linear Dense [5, 4] → [5, 3] adds, and its gradient for x, kernel and bias."""
    layer = keras.layers.Dense(3, **{f"{target}_regularizer": regularizer})
    layer.build((5, 4))
    kernel, bias = dyadic("regularized kernel", 4, 3), dyadic("regularized bias", 3)
    layer.set_weights([kernel, bias])
    x = tensor(dyadic("regularized x", 5, 4))
    with tf.GradientTape() as tape:
        tape.watch(x)
        layer(x)
        penalty = tf.add_n(layer.losses)
    gradients = tape.gradient(penalty, [x, layer.kernel.value, layer.bias.value], unconnected_gradients="zero")
    return Case(
        f"{name} on the {target}", "regularized Dense", settings | {"target": target},
        {"x": x, "kernel": kernel, "bias": bias},
        {"penalty": penalty, "dx": gradients[0], "dKernel": gradients[1], "dBias": gradients[2]})
