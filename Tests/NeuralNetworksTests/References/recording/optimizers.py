"""Optimizers: ten steps on a kernel and a bias with given gradients."""

import keras
import numpy as np

from .keras_tensors import PACKAGES, exact, tensor, use
from .writing import Case, given_gradients

CAMEL = {
    "learning_rate": "learningRate", "weight_decay": "weightDecay", "clipnorm": "clipNorm",
    "clipvalue": "clipValue", "global_clipnorm": "globalClipNorm", "beta_1": "beta1", "beta_2": "beta2",
}

TABLE = [
    ("SGD", {"learning_rate": 0.01}),
    ("SGD", {"learning_rate": 0.1, "momentum": 0.9}),
    ("SGD", {"learning_rate": 0.1, "momentum": 0.9, "nesterov": True}),
    ("SGD", {"learning_rate": 0.1, "weight_decay": 0.05}),
    ("SGD", {"learning_rate": 0.1, "momentum": 0.9, "weight_decay": 0.05}),
    ("SGD", {"learning_rate": 0.1, "clipnorm": 1.0}),
    ("SGD", {"learning_rate": 0.1, "clipvalue": 0.5}),
    ("SGD", {"learning_rate": 0.1, "global_clipnorm": 1.0}),
    ("SGD", {"learning_rate": 0.1, "momentum": 0.9, "nesterov": True, "global_clipnorm": 100.0}),
    ("RMSprop", {"learning_rate": 0.001}),
    ("RMSprop", {"learning_rate": 0.01, "rho": 0.8, "epsilon": 1e-5}),
    ("RMSprop", {"learning_rate": 0.01, "momentum": 0.9}),
    ("RMSprop", {"learning_rate": 0.01, "centered": True}),
    ("RMSprop", {"learning_rate": 0.01, "weight_decay": 0.05}),
    ("Adam", {"learning_rate": 0.001}),
    ("Adam", {"learning_rate": 0.1, "beta_1": 0.8, "beta_2": 0.99, "epsilon": 1e-3}),
    ("Adam", {"learning_rate": 0.01, "weight_decay": 0.05}),
    ("Adam", {"learning_rate": 0.01, "clipnorm": 1.0}),
    ("Adam", {"learning_rate": 0.01, "clipvalue": 0.5}),
    ("Adam", {"learning_rate": 0.01, "global_clipnorm": 1.0}),
    ("AdamW", {"learning_rate": 0.001}),
    ("AdamW", {"learning_rate": 0.01, "weight_decay": 0.1}),
    ("AdamW", {"learning_rate": 0.01, "weight_decay": 0.0}),
]


def cases():
    found = [steps(kind, config) for kind, config in TABLE]
    found.append(steps("AdamW", {"learning_rate": 0.01, "weight_decay": 0.1}, exclude="bias"))
    schedule = keras.optimizers.schedules.ExponentialDecay(exact(0.1), 3, exact(0.5))
    found.append(steps("SGD", {}, schedule=schedule))
    return found


def steps(kind, config, exclude=None, schedule=None):
    """`kernel` and `bias` after each step."""
    inputs = given_gradients()
    optimizer = getattr(keras.optimizers, kind)(
        **exactly(kind, config | ({"learning_rate": schedule} if schedule else {})))
    precision = keras.config.floatx()
    variables = [keras.Variable(inputs[name], dtype=precision, name=name) for name in ("kernel", "bias")]
    if exclude:
        optimizer.exclude_from_weight_decay(var_names=[exclude])
    after = {"kernel": [], "bias": []}
    for step in range(10):
        optimizer.apply([tensor(inputs[f"{v.name}Gradients"][step]) for v in variables], variables)
        for variable in variables:
            after[variable.name].append(variable.numpy())
    return Case(
        title(kind, config, exclude, schedule), kind, settings_of(optimizer, kind, exclude, schedule), inputs,
        {name: np.stack(values) for name, values in after.items()})


def exactly(kind, config):
    """The settings, Adam's β₁ and β₂ among them, in full precision."""
    if kind.startswith("Adam"):
        config = {"beta_1": 0.9, "beta_2": 0.999} | config
    return {key: exact(value) if isinstance(value, float) else value for key, value in config.items()}


def title(kind, config, exclude, schedule):
    words = [kind] + [f"{CAMEL.get(key, key)} {value}" for key, value in config.items()]
    return " ".join(words + ([f"excluding {exclude}"] if exclude else []) + (["scheduled"] if schedule else []))


def settings_of(optimizer, kind, exclude, schedule):
    """Every setting that the optimizer used, defaults included."""
    keys = {
        "SGD": ["momentum", "nesterov"],
        "RMSprop": ["rho", "momentum", "epsilon", "centered"],
        "Adam": ["beta_1", "beta_2", "epsilon"],
        "AdamW": ["beta_1", "beta_2", "epsilon"],
    }[kind] + ["weight_decay", "clipnorm", "clipvalue", "global_clipnorm"]
    config = optimizer.get_config()
    settings = {CAMEL.get(key, key): config[key] for key in keys if config.get(key) is not None}
    if exclude:
        settings["excluding"] = exclude
    if schedule:
        return settings | {
            "schedule": "exponential", "initialLearningRate": 0.1, "decaySteps": 3, "decayRate": 0.5}
    rate = config["learning_rate"]
    return settings | {"learningRate": float(f"{float(rate):.7g}")}
