"""Records what Keras 3 and PyTorch compute, as JSON files that the tests read.

    python3 -m venv environment
    environment/bin/pip install -r requirements.txt
    environment/bin/python record.py            # writes *.json beside this file
    environment/bin/python record.py losses     # only losses.json

Everything is computed twice: in Float64, which is what is written down, so that a comparison shows only the
tested code's own rounding; and in Float32, the precision that Keras trains in. A case's `float32Deviation` is the
largest |Float32 result − Float64 result| in units of max(1, |Float64 result|): how far Keras itself is from its
exact value. README.md describes the files' shape.
"""

import importlib
import os
import subprocess
import sys

sys.dont_write_bytecode = True

FILES = [
    "activations", "callbacks", "constraints", "fitting", "layers", "losses", "metrics", "normalization",
    "optimizers", "pytorch", "regularizers", "schedules", "training",
]

QUIETLY_ON_ONE_CPU = {
    "KERAS_BACKEND": "tensorflow", "TF_CPP_MIN_LOG_LEVEL": "3", "CUDA_VISIBLE_DEVICES": "-1",
    "TF_ENABLE_ONEDNN_OPTS": "0",
}


def record(name):
    """TensorFlow and PyTorch do not share a process well, so each file is recorded in one of its own."""
    from recording import writing

    module = importlib.import_module(f"recording.{name}")
    cases = {}
    for precision in ("float64", "float32"):
        module.use(precision)
        cases[precision] = module.cases()
    writing.write(name, module.PACKAGES, cases["float64"], cases["float32"])


if sys.argv[1:2] == ["--here"]:
    os.environ.update(QUIETLY_ON_ONE_CPU)
    record(sys.argv[2])
else:
    for name in sys.argv[1:] or FILES:
        subprocess.run([sys.executable, __file__, "--here", name], check=True)
