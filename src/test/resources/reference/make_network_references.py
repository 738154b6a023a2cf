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
"""Stored values for NetworkReferenceTest: networks that are graphs, and published weights, by PyTorch in float64.

    python src/test/resources/reference/make_network_references.py

Run from the top of the repository, as make_references.py, which has the losses. The narrow networks are GoogLeNet and CaffeNet
with a sixteenth of their channels and random weights. The real ones are read from ../shared/data/models, which may not ship:
a real_* file holds numbers only (features in part, loss terms, gradients), for images that the test makes by the same formula.
"""
import numpy as np
import torch
import torch.nn.functional as F
from make_references import HERE, PREPROCESSINGS, case, gram, preprocess, smooth, vgg
from safetensors.torch import load_file, save_file

MODELS = "../shared/data/models/"
POOLINGS = ("average", "max")
SIZES = ((48, 64), (61, 45))  # height and width: one a multiple of every stride but 32, one odd
PARTS = 64  # values of each layer that are stored
INCEPTIONS = {"3a": (64, 96, 128, 16, 32, 32), "3b": (128, 128, 192, 32, 96, 64), "4a": (192, 96, 208, 16, 48, 64),
              "4b": (160, 112, 224, 24, 64, 64), "4c": (128, 128, 256, 24, 64, 64), "4d": (112, 144, 288, 32, 64, 64),
              "4e": (256, 160, 320, 32, 128, 128), "5a": (256, 160, 320, 32, 128, 128), "5b": (384, 192, 384, 48, 128, 128)}
BRANCHES = ("1x1", "3x3_reduce", "3x3", "5x5_reduce", "5x5", "pool_proj")
GOOGLENET_STYLES = ["conv1/7x7_s2", "conv2/3x3", "inception_3a/output", "inception_4a/output", "inception_5a/output"]
CAFFENET_STYLES = ["conv1", "conv2", "conv3", "conv4", "conv5"]
VGG_STYLES = ["conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1"]


def pool(x, window, stride, padding, pooling):
    if pooling == "average":
        return F.avg_pool2d(x, window, stride, padding, ceil_mode=True, count_include_pad=False)
    return F.max_pool2d(x, window, stride, padding, ceil_mode=True)


def normalise(x):
    square = F.pad((x * x).unsqueeze(1), (0, 0, 0, 0, 2, 2)).squeeze(1)
    sums = sum(square[:, i:i + x.shape[1]] for i in range(5))
    return x * (1 + 1e-4 / 5 * sums) ** -.75


class Network:
    """Convolutions by name; what they give is kept."""

    def __init__(self, weights):
        self.weights, self.found = weights, {}

    def conv(self, x, name, **options):
        self.found[name] = torch.relu(F.conv2d(x, self.weights[name + ".weight"], self.weights[name + ".bias"], **options))
        return self.found[name]


def googlenet(x, weights, pooling):
    net = Network(weights)
    x = normalise(pool(net.conv(x, "conv1/7x7_s2", stride=2, padding=3), 3, 2, 0, pooling))
    x = net.conv(net.conv(x, "conv2/3x3_reduce"), "conv2/3x3", padding=1)
    x = pool(normalise(x), 3, 2, 0, pooling)
    for module in INCEPTIONS:
        if module in ("4a", "5a"):
            x = pool(x, 3, 2, 0, pooling)
        m = f"inception_{module}/"
        x = torch.cat([net.conv(x, m + "1x1"), net.conv(net.conv(x, m + "3x3_reduce"), m + "3x3", padding=1),
                       net.conv(net.conv(x, m + "5x5_reduce"), m + "5x5", padding=2),
                       net.conv(pool(x, 3, 1, 1, pooling), m + "pool_proj")], 1)
        net.found[m + "output"] = x
    return net.found


def caffenet(x, weights, pooling):
    net = Network(weights)
    x = normalise(pool(net.conv(x, "conv1", stride=4), 3, 2, 0, pooling))
    x = normalise(pool(net.conv(x, "conv2", padding=2, groups=2), 3, 2, 0, pooling))
    x = net.conv(net.conv(x, "conv3", padding=1), "conv4", padding=1, groups=2)
    net.conv(x, "conv5", padding=1, groups=2)
    return net.found


def random_weights(shapes):
    """Each a name, output channels, input channels of a group, and the kernel's side."""
    weights = {}
    for name, outputs, inputs, side in shapes:
        weights[name + ".weight"] = (torch.randn(outputs, inputs, side, side) * (2 / (inputs * side * side)) ** .5).double()
        weights[name + ".bias"] = (torch.randn(outputs) * .5).double()
    return weights


def narrow_googlenet():
    narrow = lambda n: max(2, n // 16)
    shapes = [("conv1/7x7_s2", 4, 3, 7), ("conv2/3x3_reduce", 4, 4, 1), ("conv2/3x3", 12, 4, 3)]
    channels = 12
    for module, widths in INCEPTIONS.items():
        w = dict(zip(BRANCHES, map(narrow, widths)))
        inputs = {"3x3": w["3x3_reduce"], "5x5": w["5x5_reduce"]}
        shapes += [(f"inception_{module}/{b}", w[b], inputs.get(b, channels), int(b[0]) if b in inputs else 1) for b in BRANCHES]
        channels = w["1x1"] + w["3x3"] + w["5x5"] + w["pool_proj"]
    return random_weights(shapes)


def narrow_caffenet():
    return random_weights([("conv1", 6, 3, 11), ("conv2", 16, 3, 5), ("conv3", 24, 16, 3), ("conv4", 24, 12, 3), ("conv5", 16, 12, 3)])


def pattern(seed, height, width):
    """Stripes and noise in whole numbers 0...254, which any language makes alike."""
    wave = lambda v: abs(v % 510 - 255)
    state, values = seed, []
    for c in range(3):
        for y in range(height):
            for x in range(width):
                state = (state * 1103515245 + 12345) % 2 ** 31
                stripes = wave(x * (3 + seed) + y * 5 + 60 * c) + wave(x * 2 + y * (7 + seed) + 100 * c)
                values.append(stripes * 3 // 8 + (state >> 16) % 64)
    return torch.tensor(values, dtype=torch.float64).view(1, 3, height, width)


def part(values):
    flat = values.flatten()
    return flat[torch.arange(PARTS) * len(flat) // PARTS]


def real(file, model, network, name, preprocessing, content_layers, style_layers, feature_layers):
    weights = {k: v.double() for k, v in load_file(MODELS + model).items()}
    stored = {}
    for pooling in POOLINGS:
        for height, width in SIZES:
            key = f"{pooling}_{height}x{width}_"
            run = lambda x: network(preprocess(x, PREPROCESSINGS[preprocessing]), weights, pooling)
            x = pattern(1, height, width).requires_grad_()
            with torch.no_grad():
                target, manner = run(pattern(2, height, width)), run(pattern(3, 56, 40))
            f = run(x)
            for l in feature_layers:
                stored[key + "part_" + l], stored[key + "norm_" + l] = part(f[l]), f[l].norm().view(1)
            c = {l: .5 * ((f[l] - target[l]) ** 2).sum() for l in content_layers}
            s = {l: ((gram(f[l]) - gram(manner[l])) ** 2).sum() / (4 * f[l].shape[1] ** 2) for l in style_layers}
            shares = sum(c.values()) / len(c), sum(s.values()) / len(s)
            norms = [torch.autograd.grad(share, x, retain_graph=True)[0].norm() for share in shares]
            beta = 10 ** (norms[0] / norms[1]).log10().round()  # so that neither loss's gradient hides behind the other's
            (shares[0] + beta * shares[1]).backward()
            stored[key + "gradient"], stored[key + "style_weight"] = x.grad, beta.view(1)
            stored.update({key + "content_loss_" + l: v.view(1) for l, v in c.items()})
            stored.update({key + "style_loss_" + l: v.view(1) for l, v in s.items()})
    metadata = {"network": name, "file": model, "preprocessing": preprocessing, "content_layers": ",".join(content_layers),
                "style_layers": ",".join(style_layers), "feature_layers": ",".join(feature_layers)}
    save_file({k: v.detach().float().contiguous() for k, v in stored.items()}, HERE + file, metadata)
    print(file)


def main():
    torch.manual_seed(2)
    weights = narrow_googlenet(), narrow_caffenet()
    for pooling in POOLINGS:
        content = smooth(51, 38)
        case(f"narrow_googlenet_{pooling}.safetensors", lambda x: googlenet(x, weights[0], pooling), "bvlc", pooling,
             content + 48 * torch.randn_like(content), content, smooth(41, 33), ["conv2/3x3", "inception_3b/5x5", "inception_4c/output"],
             GOOGLENET_STYLES + ["inception_4b/3x3_reduce"], 1.5, 200., weights[0])
        content = smooth(54, 37)
        case(f"narrow_caffenet_{pooling}.safetensors", lambda x: caffenet(x, weights[1], pooling), "bvlc", pooling,
             content + 48 * torch.randn_like(content), content, smooth(47, 41), ["conv2", "conv4"], CAFFENET_STYLES, 1.5, 200., weights[1])
    vgg_network = lambda blocks: lambda x, weights, pooling: vgg(x, weights, blocks, pooling)
    real("real_vgg16.safetensors", "vgg16-oxford-conv.safetensors", vgg_network([2, 2, 3, 3, 3]), "VGG-16", "oxford", ["conv4_2"],
         VGG_STYLES, VGG_STYLES + ["conv4_2", "conv5_3"])
    real("real_vgg19.safetensors", "vgg19-oxford-conv.safetensors", vgg_network([2, 2, 4, 4, 4]), "VGG-19", "oxford", ["conv4_2"],
         VGG_STYLES, VGG_STYLES + ["conv4_2", "conv5_4"])
    real("real_googlenet.safetensors", "googlenet-bvlc-conv.safetensors", googlenet, "GoogLeNet", "bvlc", ["inception_3a/output"],
         GOOGLENET_STYLES, GOOGLENET_STYLES + ["inception_4e/5x5", "inception_5b/output"])


if __name__ == "__main__":
    main()
