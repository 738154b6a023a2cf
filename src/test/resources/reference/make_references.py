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
"""Stored values for ReferenceTest, by PyTorch in float64.

    python src/test/resources/reference/make_references.py

Run from the top of the repository, with torch, numpy, safetensors and pillow. Losses as in the paper (arXiv:1508.06576), Gram
matrices divided by their own number of positions: content 1/2 sum (F - P)^2, style sum (F F^T/M - A)^2 / (4 N^2), loss
content_weight * mean + style_weight * mean. Each file holds the inputs, the targets, every term and the gradient; the narrow
networks' weights too. Gradients are checked against finite differences before they are stored.
"""
import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file, save_file

HERE = "src/test/resources/reference/"
WEIGHTS = "src/main/resources/io/github/styletransfer/network/vgg16-oxford-f16.safetensors"
NARROW = [[4, 4], [5, 6], [7, 8, 8], [9, 10, 10], [10]]
PREPROCESSINGS = {
    "oxford": ([2, 1, 0], [103.939, 116.779, 123.68], [1, 1, 1]),
    "torchvision": ([0, 1, 2], [.485 * 255, .456 * 255, .406 * 255], [1 / (.229 * 255), 1 / (.224 * 255), 1 / (.225 * 255)]),
    "bvlc": ([2, 1, 0], [104, 117, 123], [1, 1, 1]),
}


def preprocess(x, preprocessing):
    order, mean, scale = preprocessing
    return (x[:, order] - torch.tensor(mean, dtype=x.dtype).view(1, 3, 1, 1)) * torch.tensor(scale, dtype=x.dtype).view(1, 3, 1, 1)


def vgg(x, weights, blocks, pooling):
    found = {}
    pool = torch.nn.functional.avg_pool2d if pooling == "average" else torch.nn.functional.max_pool2d
    for b, block in enumerate(blocks, 1):
        if b > 1:
            x = pool(x, 2)
        for i in range(1, block + 1):
            name = f"conv{b}_{i}"
            x = torch.relu(torch.nn.functional.conv2d(x, weights[name + ".weight"], weights[name + ".bias"], padding=1))
            found[name] = x
    return found


def gram(f):
    f = f.flatten(2)[0]
    return f @ f.T / f.shape[1]


def case(file, network, preprocessing, pooling, image, content, style, content_layers, style_layers, alpha, beta, keep, smooth_there=True):
    """network: from the preprocessed image to a dictionary of features."""
    run = lambda x: network(preprocess(x, PREPROCESSINGS[preprocessing]))
    image, content, style = (t.float().double() for t in (image, content, style))  # what the files hold
    with torch.no_grad():
        target = {l: run(content)[l] for l in content_layers}
        grams = {l: gram(run(style)[l]) for l in style_layers}

    def terms(x):
        f = run(x)
        c = {l: .5 * ((f[l] - target[l]) ** 2).sum() for l in content_layers}
        s = {l: ((gram(f[l]) - grams[l]) ** 2).sum() / (4 * len(grams[l]) ** 2) for l in style_layers}
        return alpha * sum(c.values()) / len(c) + beta * sum(s.values()) / len(s), c, s

    x = image.clone().requires_grad_()
    loss, c, s = terms(x)
    loss.backward()
    direction = torch.randn_like(x)
    with torch.no_grad():
        slope = (terms(x + 1e-5 * direction)[0] - terms(x - 1e-5 * direction)[0]) / 2e-5
    expected = (x.grad * direction).sum()
    assert not smooth_there or abs(slope - expected) < 1e-4 * abs(expected), (file, slope, expected)
    shares = {}  # the two losses' own gradients: in the sum, one can hide behind the other
    for share, (a, b) in {"content_gradient": (alpha, 0), "style_gradient": (0, beta)}.items():
        y = image.clone().requires_grad_()
        _, own_c, own_s = terms(y)
        (a * sum(own_c.values()) / len(own_c) + b * sum(own_s.values()) / len(own_s)).backward()
        shares[share] = y.grad
    tensors = dict(keep, **shares, image=image, content=content, style=style, gradient=x.grad, loss=loss.view(1))
    tensors.update({"content_loss_" + l: v.view(1) for l, v in c.items()})
    tensors.update({"style_loss_" + l: v.view(1) for l, v in s.items()})
    tensors.update({"gram_norm_" + l: v.norm().view(1) for l, v in grams.items()})
    metadata = {"pooling": pooling, "preprocessing": preprocessing,
                "content_layers": ",".join(content_layers), "style_layers": ",".join(style_layers),
                "content_weight": str(alpha), "style_weight": str(beta)}
    save_file({k: v.detach().float().contiguous() for k, v in tensors.items()}, HERE + file, metadata)
    print(file, float(loss))


def smooth(height, width):
    small = torch.rand(1, 3, 5, 5, dtype=torch.float64) * 255
    return torch.nn.functional.interpolate(small, size=(height, width), mode="bicubic", align_corners=True).clamp(0, 255)


def photograph(path, width, height):
    values = np.asarray(Image.open(path).convert("RGB").resize((width, height), Image.BICUBIC), np.float64)
    return torch.from_numpy(values.transpose(2, 0, 1).copy())[None]


def main():
    torch.manual_seed(1)
    narrow, channels = {}, 3
    for b, block in enumerate(NARROW, 1):
        for i, out in enumerate(block, 1):
            narrow[f"conv{b}_{i}.weight"] = (torch.randn(out, channels, 3, 3) * (2 / (9 * channels)) ** .5).double()
            narrow[f"conv{b}_{i}.bias"] = (torch.randn(out) * .5).double()
            channels = out
    blocks = [len(b) for b in NARROW]
    styles = ["conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1"]
    for pooling in ("average", "max"):
        content = smooth(29, 37)
        case(f"narrow_{pooling}.safetensors", lambda x: vgg(x, narrow, blocks, pooling), "oxford", pooling, content + 8 * torch.randn_like(content), content,
             smooth(41, 33), ["conv2_2", "conv4_2"], styles, 1.5, 200., narrow)
    content = smooth(24, 24)
    case("narrow_torchvision.safetensors", lambda x: vgg(x, narrow, blocks, "max"), "torchvision", "max", content + 8 * torch.randn_like(content), content,
         smooth(24, 24), ["conv3_3"], ["conv1_2", "conv3_1"], 1., 1000., narrow)
    flat = torch.full((1, 3, 24, 24), 200., dtype=torch.float64)  # all four inputs of most windows are equal
    case("narrow_ties.safetensors", lambda x: vgg(x, narrow, blocks, "max"), "oxford", "max", flat, smooth(24, 24), smooth(24, 24), ["conv2_1", "conv4_1"],
         ["conv1_2", "conv3_1"], 1., 1000., narrow, smooth_there=False)
    vgg16 = {k: v.double() for k, v in load_file(WEIGHTS).items()}
    for pooling in ("average", "max"):
        content = photograph("sample-images/ihc.png", 64, 48)
        case(f"vgg16_{pooling}.safetensors", lambda x: vgg(x, vgg16, [2, 2, 3, 3, 1], pooling), "oxford", pooling, content + 24 * (smooth(48, 64) - 128) / 128, content,
             photograph("sample-images/cafe_terrace_at_night.jpg", 56, 64), ["conv4_2"], styles, 1., 1000., {})


if __name__ == "__main__":
    main()
