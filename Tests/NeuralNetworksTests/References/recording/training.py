"""A small network trained for ten given batches: its first gradients, each loss, and its weights afterwards.

12 → 8 → 6 → 4, the last layer a softmax under categorical cross-entropy. `loss` includes penalties, as Keras's does.
"""

import keras
import numpy as np
import tensorflow as tf

from .keras_tensors import PACKAGES, exact, tensor, use
from .writing import Case, dyadic, one_hot

STEPS, ROWS, SIZES = 10, 16, [12, 8, 6, 4]


def adam(kind=keras.optimizers.Adam, **settings):
    return kind(exact(0.01), beta_1=exact(0.9), beta_2=exact(0.999), **settings)


VARIANTS = {
    "plain": {},
    "L2": {"kernel": lambda: keras.regularizers.L2(0.01)},
    "L1L2 with activity L1": {
        "kernel": lambda: keras.regularizers.L1L2(0.002, 0.01), "activity": lambda: keras.regularizers.L1(0.01)},
    "label smoothing": {"smoothing": 0.1},
    "maxNorm": {"constraint": lambda: keras.constraints.MaxNorm(1.0, axis=0)},
    "batch normalization": {"normalized": True},
    "layer normalization": {"layer_normalized": True},
    "SGD momentum": {"optimizer": lambda: keras.optimizers.SGD(exact(0.1), momentum=exact(0.9))},
    "AdamW": {"optimizer": lambda: adam(keras.optimizers.AdamW, weight_decay=exact(0.1))},
    "global clip norm": {"optimizer": lambda: adam(global_clipnorm=exact(0.25))},
}


def cases():
    """The first case holds the batches, x [10, 16, 12] and one-hot y [10, 16, 4], that all the others train on."""
    batches = Case("batches", "training batches", {}, dict(zip("xy", data())), {})
    return [batches] + [train(name, **variant) for name, variant in VARIANTS.items()]


def data():
    x = dyadic("batches", STEPS, ROWS, SIZES[0], scale=1, denominator=8)
    return x, np.stack([one_hot(f"labels {step}", ROWS, SIZES[-1]) for step in range(STEPS)])


def network(kernel=None, activity=None, constraint=None, normalized=False, layer_normalized=False):
    stack = [keras.Input((SIZES[0],))]
    for index, units in enumerate(SIZES[1:]):
        last = index == len(SIZES) - 2
        stack.append(keras.layers.Dense(
            units, activation="softmax" if last else "relu", name=f"dense{index}",
            kernel_regularizer=kernel and kernel(), activity_regularizer=None if last or not activity else activity(),
            kernel_constraint=constraint and constraint()))
        if not last and normalized:
            stack.append(keras.layers.BatchNormalization(name=f"normalization{index}"))
        if not last and layer_normalized:
            stack.append(keras.layers.LayerNormalization(name=f"normalization{index}"))
    model = keras.Sequential(stack)
    for index, (fan_in, units) in enumerate(zip(SIZES, SIZES[1:])):
        model.get_layer(f"dense{index}").set_weights(
            [dyadic(f"kernel {index}", fan_in, units, scale=0.75), dyadic(f"bias {index}", units, scale=0.25)])
    return model


def train(name, smoothing=0.0, optimizer=adam, **layers):
    model = network(**layers)
    loss = keras.losses.CategoricalCrossentropy(label_smoothing=smoothing)
    model.compile(optimizer=optimizer(), loss=loss, metrics=["accuracy"], jit_compile=False)
    x, y = data()
    inputs = weights(model)
    expected = {"output": model(tensor(x[0]), training=False)} | gradients(model, loss, x[0], y[0])
    losses, accuracies = [], []
    for step in range(STEPS):
        logs = model.train_on_batch(x[step], y[step], return_dict=True)
        losses.append(logs["loss"])
        accuracies.append(logs["accuracy"])
        if step == 0:
            expected |= {f"{key} after 1": value for key, value in weights(model).items()}
    expected |= {f"{key} after {STEPS}": value for key, value in weights(model).items()}
    expected |= {"loss": losses, "accuracy": accuracies}
    expected["output after 10"] = model(tensor(x[0]), training=False)
    return Case(name, "training", {"variant": name, "labelSmoothing": smoothing}, inputs, expected)


def weights(model):
    return {f"{layer.name} {weight.name}": weight.numpy() for layer in model.layers for weight in layer.weights}


def gradients(model, loss, x, y):
    """Of the first batch's penalised loss in training mode; the running statistics are put back afterwards."""
    before = model.get_weights()
    with tf.GradientTape() as tape:
        value = loss(tensor(y), model(tensor(x), training=True))
        total = tf.add_n([value, *model.losses])
    found = tape.gradient(total, [weight.value for weight in model.trainable_weights])
    names = [f"gradient {layer.name} {w.name}" for layer in model.layers for w in layer.trainable_weights]
    model.set_weights(before)
    return dict(zip(names, found, strict=True)) | {"bareLoss": value, "penalisedLoss": total}
