"""Keras in a chosen precision: what every module that records Keras shares."""

import keras
import numpy as np
import tensorflow as tf

PACKAGES = ["keras", "tensorflow-cpu"]


def use(precision):
    keras.config.set_floatx(precision)
    keras.backend.clear_session()


def tensor(value):
    return tf.constant(value, dtype=keras.config.floatx())


def variable(value):
    return tf.Variable(value, dtype=keras.config.floatx())


def exact(value):
    """A setting in the chosen precision: TensorFlow would take Python's 0.999 for Float32's even in Float64."""
    return np.float64(value) if keras.config.floatx() == "float64" else value
