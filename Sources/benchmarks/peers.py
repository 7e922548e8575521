"""One epoch of the course's network, 784-128-64-10 with Adam and batches of 64 on 48,000 images, in another library.

usage: peers.py jax|torch|keras CORES

Prints the best epoch's seconds: of the processor on one core, on the clock on more. Data are float32 in memory, as these libraries
take them, and random: the time of these libraries does not depend on them.
"""
import os
import sys
import time

LIBRARY, CORES = sys.argv[1], int(sys.argv[2])
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "TF_NUM_INTRAOP_THREADS", "TF_NUM_INTEROP_THREADS"):
    os.environ[name] = str(CORES)
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

import numpy as np

IMAGES, BATCH, SIZES, EPOCHS = 48_000, 64, [784, 128, 64, 10], 6
random = np.random.default_rng(1)
x = random.integers(0, 256, (IMAGES, SIZES[0]), dtype=np.uint8).astype(np.float32) / 255
labels = (np.arange(IMAGES) % 10).astype(np.int32)


clock = time.process_time if CORES == 1 else time.perf_counter


def best(epoch):
    """The shortest of several epochs, the first left out: it compiles."""
    times = []
    for number in range(EPOCHS):
        begin = clock()
        epoch(number)
        times.append(clock() - begin)
    return min(times[1:])


def keras_epoch():
    import keras
    model = keras.Sequential(
        [keras.Input((784,))] + [keras.layers.Dense(units, activation="relu") for units in SIZES[1:-1]]
        + [keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return lambda _: model.fit(x, labels, batch_size=BATCH, epochs=1, verbose=0)


def torch_epoch():
    import torch
    torch.set_num_threads(CORES)
    layers = []
    for inputs, units in zip(SIZES, SIZES[1:]):
        layers += [torch.nn.Linear(inputs, units), torch.nn.ReLU()]
    model = torch.nn.Sequential(*layers[:-1])
    optimizer = torch.optim.Adam(model.parameters())
    loss_of = torch.nn.CrossEntropyLoss()
    inputs, targets = torch.from_numpy(x), torch.from_numpy(labels.astype(np.int64))

    def epoch(_):
        order, correct = torch.randperm(IMAGES), 0
        for begin in range(0, IMAGES, BATCH):
            rows = order[begin:begin + BATCH]
            logits = model(inputs[rows])
            loss = loss_of(logits, targets[rows])
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            correct += (logits.argmax(1) == targets[rows]).sum()
        return correct.item()

    return epoch


def jax_epoch():
    import jax
    import jax.numpy as jnp
    inputs, targets = jnp.asarray(x), jnp.asarray(labels)
    key = jax.random.key(1)
    limits = [(6 / (a + b)) ** 0.5 for a, b in zip(SIZES, SIZES[1:])]
    weights = [
        (jax.random.uniform(jax.random.fold_in(key, i), (a, b), minval=-limit, maxval=limit), jnp.zeros(b))
        for i, (a, b, limit) in enumerate(zip(SIZES, SIZES[1:], limits))]

    def loss_of(weights, batch, wanted):
        for kernel, bias in weights[:-1]:
            batch = jax.nn.relu(batch @ kernel + bias)
        logits = batch @ weights[-1][0] + weights[-1][1]
        loss = -jnp.mean(jax.nn.log_softmax(logits)[jnp.arange(BATCH), wanted])
        return loss, jnp.sum(jnp.argmax(logits, 1) == wanted)

    def step(state, rows):
        weights, first, second, count = state
        (_, correct), slopes = jax.value_and_grad(loss_of, has_aux=True)(weights, inputs[rows], targets[rows])
        count = count + 1
        rate = 1e-3 * jnp.sqrt(1 - 0.999 ** count) / (1 - 0.9 ** count)
        first = jax.tree.map(lambda m, g: m + 0.1 * (g - m), first, slopes)
        second = jax.tree.map(lambda v, g: v + 0.001 * (g * g - v), second, slopes)
        weights = jax.tree.map(lambda w, m, v: w - rate * m / (jnp.sqrt(v) + 1e-7), weights, first, second)
        return (weights, first, second, count), correct

    @jax.jit
    def whole_epoch(state, key):
        order = jax.random.permutation(key, IMAGES).reshape(-1, BATCH)
        return jax.lax.scan(step, state, order)

    zeros = jax.tree.map(jnp.zeros_like, weights)
    state = [(weights, zeros, zeros, 0.0)]

    def epoch(number):
        state[0], correct = whole_epoch(state[0], jax.random.fold_in(key, number))
        return correct.sum().item()

    return epoch


print(best({"keras": keras_epoch, "torch": torch_epoch, "jax": jax_epoch}[LIBRARY]()))
