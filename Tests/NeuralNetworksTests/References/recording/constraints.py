"""Constraints: a weight before and after."""

import keras

from .keras_tensors import PACKAGES, tensor, use
from .writing import Case, dyadic

TABLE = [
    ("maxNorm", {"maxValue": 2.0, "axis": 0}, keras.constraints.MaxNorm(2.0, axis=0)),
    ("maxNorm", {"maxValue": 1.0, "axis": 1}, keras.constraints.MaxNorm(1.0, axis=1)),
    ("maxNorm", {"maxValue": 100.0, "axis": 0}, keras.constraints.MaxNorm(100.0, axis=0)),
    ("unitNorm", {"axis": 0}, keras.constraints.UnitNorm(axis=0)),
    ("unitNorm", {"axis": 1}, keras.constraints.UnitNorm(axis=1)),
    ("nonNegative", {}, keras.constraints.NonNeg()),
]


def cases():
    """The second column is zero throughout: a norm of 0 must not become NaN."""
    values = dyadic("constraint", 5, 4)
    values[:, 1] = 0
    found = []
    for kind, settings, constraint in TABLE:
        once = constraint(tensor(values))
        name = " ".join([kind] + [f"{key} {value:g}" for key, value in settings.items()])
        found.append(Case(name, kind, settings, {"w": values}, {"w": once, "twice": constraint(once)}))
    return found
