"""Schedules: the learning rate that is used at steps 0, 1, 2, …"""

import keras

from .keras_tensors import PACKAGES, exact, use
from .writing import Case

S = keras.optimizers.schedules
STEPS = range(0, 26)

TABLE = [
    ("exponential", S.ExponentialDecay, {"decay_steps": 10, "decay_rate": 0.5}),
    ("exponential", S.ExponentialDecay, {"decay_steps": 10, "decay_rate": 0.5, "staircase": True}),
    ("cosine", S.CosineDecay, {"decay_steps": 20}),
    ("cosine", S.CosineDecay, {"decay_steps": 20, "alpha": 0.1}),
    ("cosine", S.CosineDecay,
     {"initial_learning_rate": 0.0, "decay_steps": 15, "warmup_target": 0.1, "warmup_steps": 5}),
    ("cosine", S.CosineDecay,
     {"initial_learning_rate": 0.02, "decay_steps": 15, "alpha": 0.1, "warmup_target": 0.1, "warmup_steps": 5}),
    ("inverseTime", S.InverseTimeDecay, {"decay_steps": 10, "decay_rate": 0.5}),
    ("polynomial", S.PolynomialDecay, {"decay_steps": 20, "end_learning_rate": 0.01, "power": 1.0}),
]

NAMES = {
    "initial_learning_rate": "initialLearningRate", "decay_steps": "decaySteps", "decay_rate": "decayRate",
    "staircase": "staircase", "alpha": "alpha", "warmup_target": "warmupTarget", "warmup_steps": "warmupSteps",
    "end_learning_rate": "endLearningRate", "power": "power",
}


def cases():
    return [piecewise([5, 12], [0.1, 0.01, 0.001])] + [decay(*entry) for entry in TABLE]


def piecewise(boundaries, values):
    """Step 5 still has the first value: a boundary belongs to what comes before it."""
    schedule = S.PiecewiseConstantDecay(boundaries, [exact(value) for value in values])
    return Case(
        "piecewiseConstant", "piecewiseConstant", {}, {"steps": STEPS, "boundaries": boundaries, "values": values},
        {"learningRates": rates(schedule)})


def decay(kind, schedule, config):
    config = {"initial_learning_rate": 0.1} | config
    made = schedule(**{key: exact(value) if isinstance(value, float) else value for key, value in config.items()})
    settings = {NAMES[key]: value for key, value in config.items()}
    name = " ".join([kind] + [f"{key} {value}" for key, value in settings.items()])
    return Case(name, kind, settings, {"steps": STEPS}, {"learningRates": rates(made)})


def rates(schedule):
    return [float(schedule(step)) for step in STEPS]
