"""PyTorch, where its semantics are compared with Keras's: initial ranges, batch norm, optimizers, losses."""

import numpy as np
import torch

from .writing import Case, dyadic, given_gradients

PACKAGES = ["torch"]

TABLE = [
    ("SGD", {"lr": 0.01}),
    ("SGD", {"lr": 0.1, "momentum": 0.9}),
    ("SGD", {"lr": 0.1, "momentum": 0.9, "nesterov": True}),
    ("SGD", {"lr": 0.1, "weight_decay": 0.05}),
    ("RMSprop", {"lr": 0.01, "alpha": 0.9}),
    ("Adam", {"lr": 0.001}),
    ("Adam", {"lr": 0.01, "weight_decay": 0.05}),
    ("AdamW", {"lr": 0.01}),
    ("AdamW", {"lr": 0.01, "weight_decay": 0.1}),
]

CAMEL = {"lr": "learningRate", "weight_decay": "weightDecay", "eps": "epsilon"}


def cases():
    return (
        [steps(*entry) for entry in TABLE]
        + [batch_norm(), layer_norm(), cross_entropy(0.0), cross_entropy(0.1), initial(100), clipped()]
        + [gelu(approximate) for approximate in ("none", "tanh")]
    )


def use(precision):
    torch.set_default_dtype(getattr(torch, precision))


def tensor(value):
    return torch.tensor(np.asarray(value), dtype=torch.get_default_dtype())


def steps(kind, config):
    """The same parameters and gradients as in optimizers.json."""
    inputs = given_gradients()
    parameters = {name: torch.nn.Parameter(tensor(inputs[name])) for name in ("kernel", "bias")}
    optimizer = getattr(torch.optim, kind)(parameters.values(), **config)
    after = {"kernel": [], "bias": []}
    for step in range(10):
        for name, parameter in parameters.items():
            parameter.grad = tensor(inputs[f"{name}Gradients"][step])
        optimizer.step()
        for name, parameter in parameters.items():
            after[name].append(parameter.detach().numpy().copy())
    used = {k: v for k, v in optimizer.defaults.items() if isinstance(v, (int, float)) and not isinstance(v, bool)}
    if "betas" in optimizer.defaults:
        used["beta1"], used["beta2"] = optimizer.defaults["betas"]
    if config.get("nesterov"):
        used["nesterov"] = 1
    settings = {CAMEL.get(key, key): value for key, value in used.items()}
    name = " ".join(["torch", kind] + [f"{CAMEL.get(key, key)} {value}" for key, value in config.items()])
    return Case(name, f"torch {kind}", settings, inputs, {key: np.stack(value) for key, value in after.items()})


def batch_norm():
    """momentum .1 is the share of the new value; the running variance is unbiased."""
    x = dyadic("torch batch norm", 4, 8, 3)
    layer = torch.nn.BatchNorm1d(3)
    outputs, means, variances = [], [], []
    for batch in x:
        outputs.append(layer(tensor(batch)).detach().numpy())
        means.append(layer.running_mean.numpy().copy())
        variances.append(layer.running_var.numpy().copy())
    layer.eval()
    return Case(
        "torch BatchNorm1d", "torch BatchNorm1d", {"momentum": layer.momentum, "epsilon": layer.eps}, {"x": x},
        {"y": np.stack(outputs), "movingMean": np.stack(means), "movingVariance": np.stack(variances),
         "inferred": layer(tensor(x[-1])).detach().numpy()})


def layer_norm():
    x = dyadic("torch layer norm", 5, 4)
    layer = torch.nn.LayerNorm(4)
    return Case(
        "torch LayerNorm", "torch LayerNorm", {"epsilon": layer.eps}, {"x": x},
        {"y": layer(tensor(x)).detach().numpy()})


def cross_entropy(smoothing):
    logits = tensor(dyadic("torch logits", 6, 4, scale=4)).requires_grad_()
    labels = np.array([0, 3, 1, 1, 2, 0])
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor(labels), label_smoothing=smoothing)
    loss.backward()
    return Case(
        f"torch cross_entropy smoothing {smoothing}", "torch cross_entropy", {"labelSmoothing": smoothing},
        {"predictions": logits.detach().numpy(), "targets": labels},
        {"mean": loss.item(), "gradient": logits.grad.numpy()})


def initial(fan_in):
    """The bound of the uniform initial values of weight and bias: 1/√fan_in (largest of 400,000, to two digits)."""
    torch.manual_seed(1)
    layer = torch.nn.Linear(fan_in, 4000)
    largest = {"weight": layer.weight.abs().max().item(), "bias": layer.bias.abs().max().item()}
    return Case(
        "torch Linear initial values", "torch Linear", {"fanIn": fan_in}, {},
        {key: round(value, 2) for key, value in largest.items()})


def clipped():
    """clip_grad_norm_ over two tensors: multiplies by c/(‖g‖+1e-6) where that is below 1."""
    first, second = dyadic("clip 1", 3, 2), dyadic("clip 2", 2)
    parameters = [torch.nn.Parameter(tensor(first)), torch.nn.Parameter(tensor(second))]
    for parameter, gradient in zip(parameters, (first, second)):
        parameter.grad = tensor(gradient)
    norm = torch.nn.utils.clip_grad_norm_(parameters, 1.0)
    return Case(
        "torch clip_grad_norm_", "torch clip_grad_norm_", {"maxNorm": 1.0}, {"first": first, "second": second},
        {"norm": norm.item(), "firstClipped": parameters[0].grad.numpy(),
         "secondClipped": parameters[1].grad.numpy()})


def gelu(approximate):
    x = dyadic("torch gelu", 1, 12, scale=4)
    return Case(
        f"torch gelu approximate {approximate}", "torch gelu", {"approximate": approximate != "none"}, {"x": x},
        {"y": torch.nn.functional.gelu(tensor(x), approximate=approximate).numpy()})
