###
# #%L
# Style Transfer for ImageJ and Fiji.
# %%
# Copyright (C) 2026 Style Transfer developers
# %%
# Redistribution and use in source and binary forms, with or without
# modification, are permitted provided that the following conditions are met:
# 
# 1. Redistributions of source code must retain the above copyright notice,
#    this list of conditions and the following disclaimer.
# 2. Redistributions in binary form must reproduce the above copyright notice,
#    this list of conditions and the following disclaimer in the documentation
#    and/or other materials provided with the distribution.
# 
# THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
# AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
# IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
# ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
# LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
# CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
# SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
# INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
# CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
# ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
# POSSIBILITY OF SUCH DAMAGE.
# #L%
###
"""Stored values for AdamTest, FixedStepLbfgsTest and BoundedLbfgsTest, all in float64: the way of PyTorch's Adam and of its
L-BFGS without line search, and minima within bounds by SciPy.

    python src/test/resources/reference/make_optimisers.py
"""
import numpy as np
import torch
from safetensors.numpy import save_file
from scipy.optimize import minimize

N = 24
STEPS = 30


def quartic(a, b):
    """x'Ax/2 - b'x + sum x^4/40"""
    return lambda x: x @ a @ x / 2 - b @ x + (x ** 4).sum() / 40


def adam(f, start, lr, betas, averaging, bounds):
    x = torch.tensor(np.clip(start, *bounds) if bounds else start, requires_grad=True)
    optimiser = torch.optim.Adam([x], lr=lr, betas=betas)
    way, mean, left = [], (1 - averaging) * x.detach().clone(), averaging
    for _ in range(STEPS):
        optimiser.zero_grad()
        f(x).backward()
        optimiser.step()
        with torch.no_grad():
            if bounds:
                x.clamp_(*bounds)
            mean = averaging * mean + (1 - averaging) * x
            left *= averaging
        way.append((mean / (1 - left)).numpy().copy())
    return np.stack(way)


def lbfgs(f, start, history):
    x = torch.tensor(start, requires_grad=True)
    optimiser = torch.optim.LBFGS([x], lr=1, max_iter=1, history_size=history, tolerance_grad=-1, tolerance_change=-1)
    way = []

    def closure():
        optimiser.zero_grad()
        loss = f(x)
        loss.backward()
        return loss
    for _ in range(STEPS):
        optimiser.step(closure)
        way.append(x.detach().numpy().copy())
    return np.stack(way)


def bounded(f, start, lower, upper):
    def both(x):
        t = torch.tensor(x, requires_grad=True)
        loss = f(t)
        loss.backward()
        return loss.item(), t.grad.numpy()
    found = minimize(both, np.clip(start, lower, upper), jac=True, method="L-BFGS-B", bounds=[(lower, upper)] * len(start),
                     options={"maxiter": 100000, "maxfun": 100000, "ftol": 1e-16, "gtol": 1e-11, "maxcor": 20})
    g = both(found.x)[1]
    print("bounds", lower, upper, "at a bound", int(((found.x == lower) | (found.x == upper)).sum()), "projected gradient",
          np.abs(np.clip(found.x - g, lower, upper) - found.x).max())
    return found.x


def rosenbrock(x):
    return ((1 - x[:-1]) ** 2 + 100 * (x[1:] - x[:-1] ** 2) ** 2).sum()


def main():
    random = np.random.default_rng(5)
    q = np.linalg.qr(random.normal(size=(N, N)))[0]
    a = q @ np.diag(np.geomspace(.05, 20, N)) @ q.T
    a = (a + a.T).astype(np.float32).astype(np.float64) / 2
    b = random.normal(size=N).astype(np.float32).astype(np.float64) * 3
    start = random.normal(size=N).astype(np.float32).astype(np.float64)
    f = quartic(torch.tensor(a), torch.tensor(b))
    start20 = np.where(np.arange(20) % 2 == 0, -1.2, 1.)
    tensors = {
        "a": a, "b": b, "start": start,
        "adam": adam(f, start, .1, (.9, .999), 0, None),
        "adam_bounded_mean": adam(f, start, .3, (.8, .99), .9, (-.5, .75)),
        "lbfgs": lbfgs(f, start, 100),
        "lbfgs_history_5": lbfgs(f, start, 5),
        "quartic_-0.5_0.75": bounded(f, start, -.5, .75),
        "quartic_-2_2": bounded(f, start, -2, 2),
        "rosenbrock_-2_0.8": bounded(rosenbrock, start20, -2, .8),
        "rosenbrock_0.2_0.6": bounded(rosenbrock, start20, .2, .6),
    }
    save_file({k: np.ascontiguousarray(v, dtype=np.float32) for k, v in tensors.items()},
              "src/test/resources/reference/optimisers.safetensors")


if __name__ == "__main__":
    main()
