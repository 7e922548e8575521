"""What a recorded case is, and how a file of them is written."""

import json
import platform
import zlib
from importlib.metadata import version
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent.parent


class Case:
    """One recorded computation: what it is, with which settings, from which inputs, and what came out."""

    def __init__(self, name, kind, settings, inputs, expected):
        self.name = name
        self.kind = kind
        self.numbers = {k: float(v) for k, v in settings.items() if not isinstance(v, str)}
        self.options = {k: v for k, v in settings.items() if isinstance(v, str)}
        self.inputs = {k: np.asarray(v, dtype="float64") for k, v in inputs.items()}
        self.expected = {k: np.asarray(v, dtype="float64") for k, v in expected.items()}

    def deviation(self, other):
        """The largest distance between this case's results and the same computed in another precision."""
        largest = 0.0
        for key, value in self.expected.items():
            with np.errstate(invalid="ignore"):
                gap = np.abs(value - other.expected[key]) / np.maximum(1, np.abs(value))
            largest = max(largest, float(np.max(np.nan_to_num(gap, nan=0.0), initial=0.0)))
        return float(f"{largest:.2g}")


def dyadic(name, *shape, scale=2.0, denominator=128):
    """Values in (−scale, scale) that any binary format holds exactly, none of them zero, drawn from the name."""
    generator = np.random.default_rng(zlib.crc32(name.encode()))
    limit = int(scale * denominator)
    values = generator.integers(-limit + 1, limit, shape)
    return np.where(values == 0, 1, values) / denominator


def one_hot(name, rows, classes):
    """Rows of zeros with a single one, drawn from the name."""
    generator = np.random.default_rng(zlib.crc32(name.encode()))
    return np.eye(classes)[generator.integers(0, classes, rows)]


def given_gradients():
    """A kernel, a bias, and ten steps' gradients for them: the fourth is 20 times larger, the seventh zero."""
    gradients = {"kernel": dyadic("kernel gradients", 10, 3, 2), "bias": dyadic("bias gradients", 10, 2)}
    for values in gradients.values():
        values[3] *= 20
        values[6] = 0
    return {
        "kernel": dyadic("optimizer kernel", 3, 2), "bias": dyadic("optimizer bias", 2),
        "kernelGradients": gradients["kernel"], "biasGradients": gradients["bias"]}


def write(file, packages, cases, in_float32):
    """Writes the cases, a tensor a line, so that a difference between two recordings can be read."""
    tool = ", ".join(f"{package} {version(package)}" for package in [*packages, "numpy"])
    head = {"tool": tool, "python": platform.python_version(), "precision": "float64"}
    lines = [f"{json.dumps(key)}: {json.dumps(value)}," for key, value in head.items()]
    bodies = [body_of(case, case.deviation(rough)) for case, rough in zip(cases, in_float32, strict=True)]
    text = "{\n" + "\n".join(lines) + '\n"cases": [\n' + ",\n".join(bodies) + "\n]\n}\n"
    json.loads(text)
    (FOLDER / f"{file}.json").write_text(text)
    worst = max(case.deviation(rough) for case, rough in zip(cases, in_float32, strict=True))
    print(f"{file}.json: {len(cases)} cases, {len(text) // 1024 + 1} KB, float32 deviates by at most {worst:.2g}")


def body_of(case, deviation):
    parts = [
        f' {{"name": {json.dumps(case.name)}, "kind": {json.dumps(case.kind)}, "float32Deviation": {deviation},',
        f'  "numbers": {json.dumps(case.numbers)}, "options": {json.dumps(case.options)},',
        f'  "inputs": {tensors(case.inputs)},',
        f'  "expected": {tensors(case.expected)}}}',
    ]
    return "\n".join(parts)


def tensors(values):
    lines = [
        f'   {json.dumps(key)}: {{"shape": {json.dumps(list(value.shape))}, '
        f'"values": [{", ".join(number(x) for x in value.ravel())}]}}'
        for key, value in values.items()
    ]
    return "{\n" + ",\n".join(lines) + "}" if lines else "{}"


def number(x):
    """Ten significant digits, one more than Float32 needs to round-trip; what is not finite is a string."""
    if np.isnan(x):
        return '"nan"'
    if np.isinf(x):
        return '"inf"' if x > 0 else '"-inf"'
    return f"{x:.10g}"
