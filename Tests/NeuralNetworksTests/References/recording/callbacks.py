"""EarlyStopping's and ReduceLROnPlateau's decisions, made by the real callbacks over given histories."""

import keras
import numpy as np

from .keras_tensors import PACKAGES, use
from .writing import Case

NAN = float("nan")
FALLING = [0.9, 0.7, 0.6, 0.62, 0.61, 0.63, 0.58]
RISING = [0.5, 0.6, 0.75, 0.7, 0.74, 0.75, 0.76, 0.6, 0.6]

STOPPING = [
    (FALLING, {"patience": 3}),
    (FALLING, {"patience": 3, "restore_best_weights": True}),
    (FALLING, {"patience": 4, "restore_best_weights": True}),
    (FALLING, {"patience": 0, "restore_best_weights": True}),
    (FALLING, {"patience": 1}),
    (FALLING, {"patience": 100, "restore_best_weights": True}),
    (FALLING, {"patience": 2, "min_delta": 0.05, "restore_best_weights": True}),
    (FALLING, {"patience": 2, "min_delta": -0.15, "restore_best_weights": True}),
    (FALLING, {"patience": 3, "min_delta": 0.015625, "restore_best_weights": True}),
    (FALLING, {"patience": 2, "baseline": 0.65, "restore_best_weights": True}),
    (FALLING, {"patience": 3, "baseline": 0.5, "restore_best_weights": True}),
    (FALLING, {"patience": 2, "baseline": 0.5, "restore_best_weights": True}),
    (FALLING, {"patience": 1, "start_from_epoch": 3, "restore_best_weights": True}),
    (FALLING, {"patience": 0, "start_from_epoch": 5, "restore_best_weights": True}),
    (FALLING, {"patience": 2, "start_from_epoch": 100, "restore_best_weights": True}),
    (FALLING, {"patience": 1, "baseline": 0.605, "start_from_epoch": 2, "restore_best_weights": True}),
    (FALLING, {"patience": 2, "mode": "max", "restore_best_weights": True}),
    (RISING, {"patience": 2, "mode": "max", "restore_best_weights": True}),
    (RISING, {"patience": 3, "mode": "max", "restore_best_weights": True}),
    (RISING, {"patience": 4, "mode": "max", "min_delta": 0.0625, "restore_best_weights": True}),
    (RISING, {"patience": 3, "mode": "max", "baseline": 0.8, "restore_best_weights": True}),
    (RISING, {"patience": 2, "mode": "max", "start_from_epoch": 3, "restore_best_weights": True}),
    ([0.5, 0.5, 0.5, 0.5], {"patience": 2, "restore_best_weights": True}),
    ([1.0, 0.5, 0.25, 0.125], {"patience": 1, "restore_best_weights": True}),
    ([1.0, 0.5, 0.25, 0.125], {"patience": 1, "min_delta": 0.25, "restore_best_weights": True}),
    ([0.5, 0.6, 0.7, 0.8], {"patience": 0, "restore_best_weights": True}),
    ([0.5], {"patience": 0, "restore_best_weights": True}),
    ([0.5, NAN, 0.4, NAN, NAN], {"patience": 2, "restore_best_weights": True}),
    ([NAN, 0.5, 0.4, 0.3], {"patience": 2, "restore_best_weights": True}),
]

FLAT = [1.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.4, 0.4, 0.4, 0.4, 0.4, 0.4]

PLATEAU = [
    (FALLING, {"patience": 1}),
    (FLAT, {"patience": 2}),
    (FLAT, {"patience": 2, "cooldown": 2}),
    (FLAT, {"patience": 1, "cooldown": 1, "factor": 0.5}),
    (FLAT, {"patience": 1, "factor": 0.5, "min_lr": 0.01}),
    (FLAT, {"patience": 0, "factor": 0.5}),
    (FLAT, {"patience": 2, "min_delta": 0.25, "factor": 0.5}),
    ([1.0, 0.99995, 0.9999, 0.99985, 0.9998], {"patience": 2}),
    (RISING, {"patience": 2, "mode": "max", "factor": 0.5}),
    (FLAT, {}),
]

NAMES = {
    "patience": "patience", "restore_best_weights": "restoreBestWeights", "min_delta": "minDelta",
    "baseline": "baseline", "start_from_epoch": "startFromEpoch", "mode": "mode", "factor": "factor",
    "cooldown": "cooldown", "min_lr": "minLearningRate",
}


def cases():
    return [stopping(*entry) for entry in STOPPING] + [plateau(*entry) for entry in PLATEAU]


def stopping(history, config):
    """Each epoch sets the model's only weight to the epoch's number, so that the weight tells which epoch was kept.

    Epochs count from 0. `lastEpoch` is the last that ran, `stopped` whether the callback asked for it,
    `weightsFromEpoch` the epoch whose weights the model has after training.
    """
    config = {"mode": "min"} | config
    callback = keras.callbacks.EarlyStopping(monitor="val_loss", **config)
    model = model_of_one_weight()
    callback.set_model(model)
    callback.on_train_begin()
    model.stop_training = False
    for epoch, value in enumerate(history):
        model.set_weights([np.array([[epoch]])])
        callback.on_epoch_end(epoch, {"val_loss": value})
        if model.stop_training:
            break
    callback.on_train_end()
    expected = {
        "lastEpoch": epoch, "stopped": model.stop_training, "bestEpoch": callback.best_epoch,
        "weightsFromEpoch": model.get_weights()[0][0, 0]}
    return Case(title("EarlyStopping", history, config), "EarlyStopping", named(config), {"history": history}, expected)


def plateau(history, config):
    """`learningRates` are those after each epoch, from 0.1 at the start; values are Float32's in Keras."""
    config = {"mode": "min"} | config
    callback = keras.callbacks.ReduceLROnPlateau(monitor="val_loss", **config)
    model = model_of_one_weight()
    callback.set_model(model)
    callback.on_train_begin()
    rates = []
    for epoch, value in enumerate(history):
        callback.on_epoch_end(epoch, {"val_loss": value})
        rates.append(float(f"{float(model.optimizer.learning_rate.numpy()):.6g}"))
    settings = {"factor": 0.1, "patience": 10, "min_delta": 1e-4, "cooldown": 0, "min_lr": 0.0} | config
    return Case(
        title("ReduceLROnPlateau", history, config), "ReduceLROnPlateau", named(settings) | {"initial": 0.1},
        {"history": history}, {"learningRates": rates})


def model_of_one_weight():
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, use_bias=False)])
    model.compile(optimizer=keras.optimizers.SGD(0.1), loss="mse")
    return model


def named(config):
    return {NAMES[key]: value for key, value in config.items()}


def title(kind, history, config):
    return " ".join([kind] + [f"{NAMES[key]} {value}" for key, value in config.items()] + ["over"] + [
        f"{value:g}" for value in history])
