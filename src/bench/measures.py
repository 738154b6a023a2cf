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
"""Measures of saved pictures: is the style there at every scale, is the content still there, is there noise, a weave, a frame.

    python src/bench/measures.py CONTENT STYLE PICTURE [PICTURE ...]

Run from the top of the repository, with torch, numpy, scipy, safetensors and pillow. Prints a Markdown row for each picture:
* style: sum (G - A)^2 / sum A^2 averaged over conv1_1 ... conv5_1, with picture and style reduced to 1, 1/2, 1/4,
* content: sum (F - P)^2 / sum P^2 at conv4_2, at the same three scales,
* speckle: share of the spectrum's power above 0.4 cycles a pixel,
* weave: at 0.3 to 0.4 and 0.4 to 0.5 cycles a pixel, power within 6 degrees of the axes over power between 15 and 75 degrees (1 is
  isotropic),
* frame: difference between the outermost 3 rows and those 8 deeper, smoothed along the side, over the same inside (1 is none).
"""
import sys

import numpy as np
import torch
from PIL import Image
from safetensors.torch import load_file

WEIGHTS = "src/main/resources/io/github/styletransfer/network/vgg16-oxford-f16.safetensors"
BLOCKS = [2, 2, 3, 3, 1]
STYLE = [f"conv{b}_1" for b in range(1, 6)]


def features(image, weights):
    x = torch.from_numpy(np.asarray(image, np.float32).transpose(2, 0, 1)[::-1].copy())[None]
    x, found = x - torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1), {}
    for b, count in enumerate(BLOCKS, 1):
        if b > 1:
            x = torch.nn.functional.avg_pool2d(x, 2)
        for i in range(1, count + 1):
            name = f"conv{b}_{i}"
            x = torch.relu(torch.nn.functional.conv2d(x, weights[name + ".weight"], weights[name + ".bias"], padding=1))
            found[name] = x
    return found


def gram(f):
    f = f.flatten(2)[0]
    return f @ f.T / f.shape[1]


def reduced(image, factor):
    return image if factor == 1 else image.resize((image.width // factor, image.height // factor), Image.LANCZOS)


def errors(picture, content, style, weights):
    styles, contents = [], []
    for factor in (1, 2, 4):
        with torch.no_grad():
            f, s, c = (features(reduced(i, factor), weights) for i in (picture, style, content))
        styles.append(np.mean([float(((gram(f[l]) - gram(s[l])) ** 2).sum() / (gram(s[l]) ** 2).sum()) for l in STYLE]))
        contents.append(float(((f["conv4_2"] - c["conv4_2"]) ** 2).sum() / (c["conv4_2"] ** 2).sum()))
    return styles, contents


def spectrum(image):
    grey = np.asarray(image.convert("L"), float)
    h, w = grey.shape
    power = np.abs(np.fft.fft2((grey - grey.mean()) * np.outer(np.hanning(h), np.hanning(w)))) ** 2
    fy, fx = np.meshgrid(np.fft.fftfreq(h), np.fft.fftfreq(w), indexing="ij")
    return power, np.hypot(fx, fy), np.degrees(np.arctan2(abs(fy), abs(fx))), np.maximum(abs(fx), abs(fy))


def weave(image):
    power, radius, angle, _ = spectrum(image)
    bands = []
    for low, high in ((.3, .4), (.4, .5)):
        band = (radius > low) & (radius <= high)
        bands.append(power[band & ((angle < 6) | (angle > 84))].mean() / power[band & (angle > 15) & (angle < 75)].mean())
    return bands


def speckle(image):
    power, _, _, highest = spectrum(image)
    return power[highest > .4].sum() / power.sum()


def frame(image):
    a = np.asarray(image, float)

    def step(side, depth):
        d = side[depth:depth + 3].mean(0) - side[depth + 8:depth + 11].mean(0)
        return np.mean([np.abs(np.convolve(d[:, c], np.ones(16) / 16, "valid")).mean() for c in range(3)])

    sides = [a, a[::-1], a.transpose(1, 0, 2), a.transpose(1, 0, 2)[::-1]]
    inside = [step(s, d) for s in sides for d in range(24, min(a.shape[:2]) // 2 - 12, 7)]
    return np.mean([step(s, 0) for s in sides]) / np.mean(inside)


def main(content_path, style_path, pictures):
    weights = {k: v.float() for k, v in load_file(WEIGHTS).items()}
    content, style = (Image.open(p).convert("RGB") for p in (content_path, style_path))
    print("| picture | style 1, 1/2, 1/4 | content 1, 1/2, 1/4 | speckle | weave .3-.4, .4-.5 | frame |")
    print("|---|---|---|---|---|---|")
    for path in pictures:
        picture = Image.open(path).convert("RGB")
        same_size = content.resize(picture.size, Image.LANCZOS)
        longest = min(max(style.size), max(picture.size))
        scale = longest / max(style.size)
        scaled = style.resize((round(style.width * scale), round(style.height * scale)), Image.LANCZOS)
        s, c = errors(picture, same_size, scaled, weights)
        w = weave(picture)
        print(f"| {path.split('/')[-1]} | {s[0]:.3f} {s[1]:.3f} {s[2]:.3f} | {c[0]:.2f} {c[1]:.2f} {c[2]:.2f} | "
              f"{speckle(picture):.4f} | {w[0]:.1f} {w[1]:.1f} | {frame(picture):.2f} |", flush=True)
    w = weave(scaled)
    print(f"| (the style itself) | | | {speckle(scaled):.4f} | {w[0]:.1f} {w[1]:.1f} | |")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
