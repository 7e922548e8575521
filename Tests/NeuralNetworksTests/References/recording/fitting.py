"""What `fit` does around the steps: the validation split, partial batches, epoch means, evaluation."""

import keras
import numpy as np
from keras.src.trainers.data_adapters.array_slicing import train_validation_split

from .keras_tensors import PACKAGES, tensor, use
from .writing import Case, dyadic, one_hot

SPLITS = [(10, 0.2), (10, 0.1), (10, 0.3), (10, 0.25), (7, 0.5), (60000, 0.2), (5000, 0.15), (3, 0.4), (1000, 0.001)]


def cases():
    return [split(*entry) for entry in SPLITS] + [
        fit("fit in full batches", rows=24, batch=6, fraction=0.25),
        fit("fit with a partial last batch", rows=24, batch=7, fraction=0.25),
        fit("fit with L2, whose val_loss includes the penalty", rows=24, batch=7, fraction=0.25, l2=0.05),
    ]


def split(rows, fraction):
    """`trainingRows` come first; the rest are for validation."""
    (training,), (validation,) = train_validation_split((np.arange(rows),), fraction)
    assert training[0] == 0 and validation[-1] == rows - 1
    return Case(
        f"split {fraction} of {rows}", "validationSplit", {"rows": rows, "fraction": fraction}, {},
        {"trainingRows": len(training), "validationRows": len(validation)})


def fit(name, rows, batch, fraction, l2=0.0):
    """A 6 → 3 softmax under plain SGD, unshuffled: three epochs' history and the evaluation of all rows."""
    layer = keras.layers.Dense(3, activation="softmax", kernel_regularizer=keras.regularizers.L2(l2) if l2 else None)
    model = keras.Sequential([keras.Input((6,)), layer])
    kernel, bias = dyadic("fit kernel", 6, 3, scale=1), dyadic("fit bias", 3, scale=1)
    model.set_weights([kernel, bias])
    model.compile(
        optimizer=keras.optimizers.SGD(0.125), loss="categorical_crossentropy", metrics=["accuracy"],
        jit_compile=False)
    x, y = dyadic("fit x", rows, 6), one_hot("fit y", rows, 3)
    history = model.fit(x, y, batch, epochs=3, validation_split=fraction, shuffle=False, verbose=0).history
    weights = model.get_weights()
    evaluation = model.evaluate(x, y, batch, return_dict=True, verbose=0)
    settings = {"batchSize": batch, "validationSplit": fraction, "epochs": 3, "learningRate": 0.125, "l2": l2}
    expected = history | {"kernel": weights[0], "bias": weights[1], "output": model(tensor(x))}
    expected |= {f"evaluated {key}": value for key, value in evaluation.items()}
    return Case(name, "fit", settings, {"x": x, "y": y, "kernel": kernel, "bias": bias}, expected)
