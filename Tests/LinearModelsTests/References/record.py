"""Records what scikit-learn and NumPy compute, as scikit-learn.json beside this file.

    python3 -m venv environment
    environment/bin/pip install -r requirements.txt
    environment/bin/python record.py

Shape: {"tool": …, "cases": [{"name", "numbers": {…}, "inputs": {name: tensor}, "expected": {name: tensor}}]}, a tensor
being {"shape": […], "values": […]} with the last index running fastest. Cases whose inputs hold no x are on prostate.csv:
its training rows, standardized by all 97 with n − 1, or "raw" as they are.
"""

import csv
import json
import platform
from pathlib import Path

import numpy as np
import sklearn
from sklearn.linear_model import ElasticNet, Lasso, LinearRegression, Ridge
from sklearn.model_selection import KFold
from sklearn.neighbors import KNeighborsClassifier, KNeighborsRegressor
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

FOLDER = Path(__file__).parent
PRECISE = {"tol": 1e-15, "max_iter": 2_000_000}


def prostate():
    with open(FOLDER / "prostate.csv") as file:
        rows = list(csv.reader(file))[1:]
    x = np.array([[float(v) for v in row[1:9]] for row in rows])
    y = np.array([float(row[9]) for row in rows])
    train = np.array([row[10] == "T" for row in rows])
    return x[train], ((x - x.mean(axis=0)) / x.std(axis=0, ddof=1))[train], y[train]


RAW, X, Y = prostate()


def dyadic(seed, *shape):
    """Values of (−1, 1) that a decimal of few digits gives exactly."""
    return np.random.default_rng(seed).integers(-63, 64, shape) / 64


def fitted(models):
    return {"coefficients": [m.coef_ for m in models], "intercepts": [m.intercept_ for m in models]}


def ridge_path():
    lambdas = [1000, 100, 24, 5, 1, 0.01]
    models = [Ridge(alpha=a, solver="svd").fit(X, Y) for a in lambdas]
    d = np.linalg.svd(X - X.mean(axis=0), compute_uv=False)
    freedom = [np.sum(d**2 / (d**2 + a)) for a in lambdas]
    return {"lambdas": lambdas}, fitted(models) | {"degreesOfFreedom": freedom, "singularValues": d}


def elastic_net(alpha, features, lambdas=(0.8, 0.5, 0.2, 0.1, 0.05, 0.01, 0.001)):
    make = lambda a: Lasso(alpha=a, **PRECISE) if alpha == 1 else ElasticNet(alpha=a, l1_ratio=alpha, **PRECISE)
    return {"lambdas": lambdas}, fitted([make(a).fit(features, Y) for a in lambdas])


def standardized_inside():
    """Raw features, scaled by the training rows' own deviation (dividing by n); coefficients in the raw units."""
    scaler = StandardScaler().fit(RAW)
    lambdas = [0.5, 0.1, 0.02]
    models = [Lasso(alpha=a, **PRECISE).fit(scaler.transform(RAW), Y) for a in lambdas]
    coefficients = [m.coef_ / scaler.scale_ for m in models]
    intercepts = [m.intercept_ - c @ scaler.mean_ for m, c in zip(models, coefficients)]
    ridge = Ridge(alpha=10, solver="svd").fit(scaler.transform(RAW), Y)
    return {"lambdas": lambdas}, {
        "coefficients": coefficients, "intercepts": intercepts, "ridge": ridge.coef_ / scaler.scale_}


def more_features_than_rows():
    x, y = dyadic(1, 12, 20), dyadic(2, 12)
    lambdas = [0.1, 0.03, 0.01]
    expected = fitted([Lasso(alpha=a, **PRECISE).fit(x, y) for a in lambdas])
    expected["ridge"] = Ridge(alpha=0.5, solver="svd").fit(x, y).coef_
    expected["mixed"] = ElasticNet(alpha=0.03, l1_ratio=0.5, **PRECISE).fit(x, y).coef_
    return {"x": x, "y": y, "lambdas": lambdas}, expected


def without_intercept():
    x, y = dyadic(3, 15, 4) + 0.5, dyadic(4, 15)
    return {"x": x, "y": y, "lambdas": [0.05]}, {
        "leastSquares": LinearRegression(fit_intercept=False).fit(x, y).coef_,
        "ridge": Ridge(alpha=2, fit_intercept=False, solver="svd").fit(x, y).coef_,
        "lasso": Lasso(alpha=0.05, fit_intercept=False, **PRECISE).fit(x, y).coef_}


def path_of_penalties():
    """The first penalty, at which all coefficients are 0, and those in equal ratios after it."""
    centred = X - X.mean(axis=0)
    first = np.abs(centred.T @ (Y - Y.mean())).max() / len(Y)
    return {}, {"lambdas": first * np.logspace(0, -3, 20), "lambdasOfHalf": 2 * first * np.logspace(0, -2, 5)}


def cross_validation():
    """Five consecutive folds, of 14, 14, 13, 13 and 13 rows."""
    lambdas = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01]
    splits = list(KFold(5).split(X))
    errors = [
        [np.mean((Y[out] - Lasso(alpha=a, **PRECISE).fit(X[kept], Y[kept]).predict(X[out])) ** 2) for a in lambdas]
        for kept, out in splits]
    return {"lambdas": lambdas, "sizes": [len(out) for _, out in splits]}, {"foldErrors": errors}


def polynomial():
    x = dyadic(5, 4, 3)
    return {"x": x}, {"features": PolynomialFeatures(3, include_bias=False).fit_transform(x)}


def conditions():
    """Condition numbers of centred powers of length 1, of 20 even values on 0...1 and mapped to −1...1."""
    x = np.linspace(0, 1, 20)
    numbers = []
    for values in (x, 2 * x - 1):
        powers = np.stack([values**k for k in range(1, 10)], axis=1)
        powers -= powers.mean(axis=0)
        numbers.append(np.linalg.cond(powers / np.linalg.norm(powers, axis=0)))
    return {"x": x}, {"conditionNumbers": numbers}


def neighbors():
    x, y, queries = dyadic(6, 30, 2), dyadic(7, 30), dyadic(8, 10, 2)
    labels = np.floor(y * 1.5 + 1.5)
    return {"x": x, "y": y, "labels": labels, "queries": queries}, {
        "predictions": KNeighborsRegressor(5).fit(x, y).predict(queries),
        "nearest": KNeighborsRegressor(5).fit(x, y).kneighbors(queries, return_distance=False),
        "classes": KNeighborsClassifier(1).fit(x, labels.astype(int)).predict(queries)}


def singular_values():
    wide, tall = dyadic(9, 4, 7), dyadic(10, 9, 5)
    return {"wide": wide, "tall": tall}, {
        "wide": np.linalg.svd(wide, compute_uv=False), "tall": np.linalg.svd(tall, compute_uv=False),
        "conditionOfTall": np.linalg.cond(tall)}


CASES = [
    ("ridge path", {}, ridge_path),
    ("lasso path", {"alpha": 1}, lambda: elastic_net(1, X)),
    ("elastic net path 0.5", {"alpha": 0.5}, lambda: elastic_net(0.5, X)),
    ("elastic net path 0.1", {"alpha": 0.1}, lambda: elastic_net(0.1, X)),
    ("lasso path of raw features", {"alpha": 1}, lambda: elastic_net(1, RAW, (0.8, 0.2, 0.05, 0.01))),
    ("standardized inside", {}, standardized_inside),
    ("more features than rows", {"ridge": 0.5}, more_features_than_rows),
    ("without intercept", {"ridge": 2}, without_intercept),
    ("path of penalties", {}, path_of_penalties),
    ("cross-validation", {}, cross_validation),
    ("polynomial", {"degree": 3}, polynomial),
    ("conditions", {"degree": 9}, conditions),
    ("neighbors", {"k": 5}, neighbors),
    ("singular values", {}, singular_values),
]


def tensor(value):
    value = np.asarray(value, dtype="float64")
    return f'{{"shape": {json.dumps(list(value.shape))}, "values": [{", ".join(f"{v:.15g}" for v in value.ravel())}]}}'


def tensors(values):
    return "{" + ",\n   ".join(f'"{key}": {tensor(value)}' for key, value in values.items()) + "}"


def body(name, numbers, inputs, expected):
    return (
        f' {{"name": {json.dumps(name)}, "numbers": {json.dumps(numbers)},\n'
        f'  "inputs": {tensors(inputs)},\n  "expected": {tensors(expected)}}}')


bodies = [body(name, numbers, *make()) for name, numbers, make in CASES]
tool = f"scikit-learn {sklearn.__version__}, numpy {np.__version__}"
(FOLDER / "scikit-learn.json").write_text(
    f'{{\n"tool": "{tool}", "python": "{platform.python_version()}",\n"cases": [\n' + ",\n".join(bodies) + "\n]\n}\n")
