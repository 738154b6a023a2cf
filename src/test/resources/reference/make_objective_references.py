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
"""Stored values for ObjectiveReferenceTest, by PyTorch in float64.

    python src/test/resources/reference/make_objective_references.py

Run from the top of the repository, with torch and safetensors, after make_references.py: weights and images are those of
narrow_average.safetensors. The conventions are written as their tools have them (image scale, Gram matrices, means), not as
this project writes them, so that a factor that is lost on the way shows. Gradients are by automatic differentiation, and
checked against finite differences before they are stored.
"""
import torch
from safetensors.torch import load_file, save_file

HERE = "src/test/resources/reference/"
BLOCKS = [2, 2, 3, 3, 1]
STEPS = 12
EPSILON = 1e-4
STYLES = {"conv1_1": 256., "conv2_1": 64., "conv3_1": 16., "conv4_1": 4., "conv5_1": 1.}


def caffe(x, full):
    """BGR, 0...full, minus the mean"""
    return x[:, [2, 1, 0]] / 255 * full - torch.tensor([103.939, 116.779, 123.68], dtype=x.dtype).view(1, 3, 1, 1)


def torchvision(x):
    mean, deviation = (torch.tensor(v, dtype=x.dtype).view(1, 3, 1, 1) for v in ([.485, .456, .406], [.229, .224, .225]))
    return (x / 255 - mean) / deviation


def pool(x, kind, scaled):
    if kind == "max":
        return torch.nn.functional.max_pool2d(x, 2)
    if kind == "average":
        return torch.nn.functional.avg_pool2d(x, 2) * (2 if scaled else 1)
    root_of_sum = (4 * torch.nn.functional.avg_pool2d(x ** 2, 2)).clamp(min=1e-300).sqrt()
    return root_of_sum * .78 if scaled else root_of_sum / 2


def vgg(x, weights, kind, replicate, scaled):
    found = {}
    for b, block in enumerate(BLOCKS, 1):
        if b > 1:
            x = pool(x, kind, scaled)
        for i in range(1, block + 1):
            name = f"conv{b}_{i}"
            first = b == i == 1
            if first and replicate:
                x = torch.nn.functional.pad(x, (1, 1, 1, 1), "replicate")
            x = torch.relu(torch.nn.functional.conv2d(x, weights[name + ".weight"], weights[name + ".bias"], padding=0 if first and replicate else 1))
            found[name] = x
    return found


def mse(a, b):
    return ((a - b) ** 2).mean()


def root(a):
    """Newton and Schulz, coupled: y to the root, z to its inverse."""
    norm = a.pow(2).sum().sqrt()
    one = torch.eye(len(a), dtype=a.dtype)
    y, z = a / norm, one
    for _ in range(STEPS):
        t = (3 * one - z @ y) / 2
        y, z = y @ t, t @ z
    return y * norm.sqrt()


def moments(f, weight=None):
    f = f.flatten(2)[0]
    w = torch.full((f.shape[1],), 1 / f.shape[1], dtype=f.dtype) if weight is None else weight.flatten()
    return f @ w, (f * w) @ f.T


def paper(found, target):
    gram, aim = found[1], target[1]
    return ((gram - aim) ** 2).sum() / (4 * len(gram) ** 2)


def jcjohnson(found, target):
    return mse(found[1] / len(found[1]), target[1] / len(target[1]))


def wasserstein(found, target):
    one = torch.eye(len(found[0]), dtype=found[0].dtype) * EPSILON
    (mean, square), (aim, aim_square) = found, target
    covariance, goal = square - torch.outer(mean, mean) + one, aim_square - torch.outer(aim, aim) + one
    r = root(goal)
    return mse(mean, aim) + torch.diagonal(goal + covariance - 2 * root(r @ covariance @ r)).mean()


def guide(mask, h, w):
    """The mask reduced by means over areas, squared, over the sum of the squares."""
    def overlaps(large, small):
        rows = torch.arange(small, dtype=torch.float64)[:, None] * large / small
        pixels = torch.arange(large, dtype=torch.float64)[None]
        return (torch.minimum(rows + large / small, pixels + 1) - torch.maximum(rows, pixels)).clamp(min=0) * small / large
    t = (overlaps(mask.shape[0], h) @ mask @ overlaps(mask.shape[1], w).T) ** 2
    return t / t.sum()


CONVENTIONS = {
    "paper": (lambda x: caffe(x, 255), lambda f, p: .5 * ((f - p) ** 2).sum(), paper, True),
    "jcjohnson": (lambda x: caffe(x, 256), mse, jcjohnson, False),
    "crowsonkb": (torchvision, mse, wasserstein, True),
}


def variation(x, norm, convention):
    """x: [1, 3, H, W] in 0...255"""
    if convention == "jcjohnson" and norm == "squared":  # its gradient, read as that of a loss
        y = x / 255 * 256
        corner = y[..., :-1, :-1]
        return .5 * (((corner - y[..., :-1, 1:]) ** 2).sum() + ((corner - y[..., 1:, :-1]) ** 2).sum())
    full = {"paper": 255, "jcjohnson": 256, "crowsonkb": 1}[convention]
    y = x / 255 * full
    across, down = y[..., 1:] - y[..., :-1], y[..., 1:, :] - y[..., :-1, :]
    if norm == "squared":
        return (across ** 2).sum() + (down ** 2).sum()
    if norm == "l1":
        e = .1 / 255 * full
        return sum(((d ** 2 + e ** 2).sqrt() - e).sum() for d in (across, down))
    p = torch.nn.functional.pad(y, (1, 1, 1, 1), "replicate")
    c = p[..., 1:-1, 1:-1]
    return 2 * (mse(p[..., 1:-1, 2:], c) / 3 + mse(p[..., 2:, 1:-1], c) / 3 + mse(p[..., 1:, 1:], p[..., :-1, :-1]) / 12 +
                mse(p[..., 1:, :-1], p[..., :-1, 1:]) / 12)


def checked(f, image, name):
    x = image.clone().requires_grad_()
    value = f(x)
    value.backward()
    direction = torch.randn_like(x)
    with torch.no_grad():
        slope = (f(x + 1e-5 * direction) - f(x - 1e-5 * direction)) / 2e-5
    expected = (x.grad * direction).sum()
    assert abs(slope - expected) < 1e-4 * abs(expected), (name, slope, expected)
    return value, x.grad


def case(data, convention, kind, replicate, contents, styles, alpha, beta, regions=0):
    prepare, content_loss, style_loss, is_mean = CONVENTIONS[convention]
    run = lambda x: vgg(prepare(x), data, kind, replicate, convention == "crowsonkb")
    image, content = data["image"], data["content"]
    h, w = image.shape[2:]
    ramp = torch.linspace(0, 1, w, dtype=torch.float64).repeat(h, 1).float().double()
    masks = [ramp, (1 - ramp).float().double()][:regions]
    sources = [data["style"], content][:regions] or [data["style"]]
    with torch.no_grad():
        target = {l: run(content)[l] for l in contents}
        aims = []
        for r, source in enumerate(sources):
            f = run(source)
            area = torch.zeros(source.shape[2:], dtype=torch.float64)
            area[:, source.shape[3] // 3:] = 1  # the left third of each style does not count
            aims.append({l: moments(f[l], guide(area, *f[l].shape[2:]) if regions else None) for l in styles})

    def terms(x):
        f = run(x)
        c = {l: content_loss(f[l], target[l]) for l in contents}
        weights = [guide(m, *f[l].shape[2:]) for l in styles for m in masks] if regions else []
        s = {l: sum(style_loss(moments(f[l], weights[i * regions + r] if regions else None), aim[l]) for r, aim in enumerate(aims))
             for i, l in enumerate(styles)}
        total = lambda found, by: sum(by[l] * v for l, v in found.items()) / (sum(by.values()) if is_mean else 1)
        return alpha * total(c, contents) + beta * total(s, styles), c, s

    name = f"objective_{convention}_{kind}{'_regions' if regions else ''}.safetensors"
    loss, gradient = checked(lambda x: terms(x)[0], image, name)
    _, c, s = terms(image)
    tensors = {"loss": loss.view(1), "gradient": gradient}
    tensors.update({"content_loss_" + l: v.view(1) for l, v in c.items()})
    tensors.update({"style_loss_" + l: v.view(1) for l, v in s.items()})
    tensors.update({f"mask_{r}": m for r, m in enumerate(masks)})
    for norm in () if regions else ("squared", "l1", "nine_point"):
        value, slope = checked(lambda x: variation(x, norm, convention), image, norm)
        tensors.update({f"variation_{norm}": value.view(1), f"variation_gradient_{norm}": slope})
    text = lambda by: ",".join(f"{l}:{v}" for l, v in by.items())
    metadata = {"convention": convention, "pooling": kind, "padding": "replicate" if replicate else "zero", "content_layers": text(contents),
                "style_layers": text(styles), "content_weight": str(alpha), "style_weight": str(beta), "regions": str(regions)}
    save_file({k: v.detach().float().contiguous() for k, v in tensors.items()}, HERE + name, metadata)
    print(name, float(loss.detach()))


def main():
    torch.manual_seed(1)
    data = {k: v.double() for k, v in load_file(HERE + "narrow_average.safetensors").items()}
    equal = dict.fromkeys(STYLES, 1.)
    case(data, "paper", "l2", False, {"conv2_2": .5, "conv4_2": 2.}, {"conv1_1": 3., "conv3_1": 1.}, 1.5, 200.)
    case(data, "jcjohnson", "max", False, {"conv4_2": 1.}, equal, 5., 100.)
    case(data, "jcjohnson", "average", False, {"conv2_2": 2., "conv4_2": 1.}, {"conv2_1": .5, "conv4_1": 4.}, 5., 100.)
    for kind in ("max", "average", "l2"):
        case(data, "crowsonkb", kind, True, {"conv4_2": 1.}, STYLES, .015, 1.)
    case(data, "paper", "average", False, {"conv4_2": 1.}, {"conv1_1": 1., "conv3_1": 1.}, 1., 200., regions=2)
    case(data, "crowsonkb", "average", True, {"conv4_2": 1.}, {"conv1_1": 1., "conv3_1": 1.}, .015, 1., regions=2)


if __name__ == "__main__":
    main()
