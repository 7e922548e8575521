"""Metrics: each sample's score and their mean, ties included."""

import keras
import numpy as np

from .keras_tensors import PACKAGES, tensor, use
from .writing import Case, dyadic, one_hot


def cases():
    scores = dyadic("metric scores", 10, 5)
    targets = one_hot("metric targets", 10, 5)
    labels = targets.argmax(axis=1)
    tied = np.array([[0.5, 0.5, 0.25], [0.5, 0.5, 0.25], [0.25, 0.5, 0.5], [0.25, 0.25, 0.25]])
    tied_labels = np.array([0, 1, 2, 2])
    m = keras.metrics
    return [
        case("categoricalAccuracy", {}, m.categorical_accuracy(targets, tensor(scores)), targets, scores),
        case("categoricalAccuracy with ties", {}, m.categorical_accuracy(np.eye(3)[tied_labels], tensor(tied)),
             np.eye(3)[tied_labels], tied),
        case("sparseCategoricalAccuracy", {}, m.sparse_categorical_accuracy(labels, tensor(scores)), labels, scores),
        *[top(k, labels, scores) for k in (1, 2, 3, 5)],
        *[top(k, tied_labels, tied, " with ties") for k in (1, 2)],
        *[binary(threshold) for threshold in (0.5, 0.25)],
    ]


def top(k, labels, scores, suffix=""):
    each = keras.metrics.sparse_top_k_categorical_accuracy(labels, scores.astype("float32"), k=k)
    return case(f"topKAccuracy {k}{suffix}", {"k": k}, each, labels, scores)


def binary(threshold):
    """A prediction of exactly the threshold counts as 0; the score is over all outputs."""
    predictions = np.array([[0.75, 0.25], [0.5, 0.5], [0.125, 1], [0.25, 0]])
    targets = np.array([[1, 0], [1, 0], [0, 1], [1, 0]])
    each = keras.metrics.binary_accuracy(targets, tensor(predictions), threshold=threshold)
    metric = keras.metrics.BinaryAccuracy(threshold=threshold)
    metric.update_state(targets, predictions)
    assert abs(float(metric.result()) - np.mean(each)) < 1e-6
    return case(f"binaryAccuracy {threshold}", {"threshold": threshold}, each, targets, predictions)


def case(name, settings, each, targets, predictions):
    return Case(
        name, name.split(" ")[0], settings, {"targets": targets, "predictions": predictions},
        {"perSample": each, "mean": np.mean(np.asarray(each, dtype="float64"))})
