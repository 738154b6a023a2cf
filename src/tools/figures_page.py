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
"""Pictures and numbers of docs/figures.md, from the stacks that make_figures.sh makes.

    python src/tools/figures_page.py source|page

Run from the top of the repository, with numpy and pillow. "source" writes a small style; "page" writes the JPEGs of docs/figures
and prints Markdown tables:
* similarity: structural similarity (Wang, Bovik, Sheikh and Simoncelli, 2004) of luminance, Gaussian window of deviation 1.5, 1 is the
  same,
* structure: distance in pixels at which the autocorrelation of luminance has fallen to one half,
* losses out of the stacks' Info.
"""
import re
import sys

import numpy as np
from PIL import Image, ImageDraw

WORK = "target/figures/"
OUT = "docs/figures/"
SETS = ["conv1_1", "conv2_1", "conv3_1", "conv4_1", "conv5_1"]
INFO = 50839  # ImageJ's tag of everything that TIFF has no tag for
GAP = 4


def smooth(x):
    t = np.arange(-5, 6)
    k = np.exp(-t**2 / (2 * 1.5**2))
    k /= k.sum()
    for axis in (0, 1):
        x = np.apply_along_axis(lambda line: np.convolve(np.pad(line, 5, "symmetric"), k, "valid"), axis, x)
    return x


def similarity(a, b):
    ma, mb = smooth(a), smooth(b)
    va, vb, cov = smooth(a * a) - ma * ma, smooth(b * b) - mb * mb, smooth(a * b) - ma * mb
    c1, c2 = (.01 * 255)**2, (.03 * 255)**2
    return float(np.mean((2 * ma * mb + c1) * (2 * cov + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2))))


def structure(x):
    """Of a picture mirrored at its borders, so that these add no edges."""
    x = np.pad(x, [(0, s) for s in x.shape], "symmetric")
    power = np.abs(np.fft.fft2(x - x.mean()))**2
    correlation = np.fft.ifft2(power).real
    correlation /= correlation[0, 0]
    fy, fx = [np.minimum(np.arange(n), n - np.arange(n)) for n in x.shape]
    radius = np.round(np.hypot(fy[:, None], fx[None, :])).astype(int)
    mean = np.bincount(radius.ravel(), correlation.ravel()) / np.bincount(radius.ravel())
    first = int(np.argmax(mean < .5))
    return first - 1 + (mean[first - 1] - .5) / (mean[first - 1] - mean[first])


def luminance(image):
    return np.asarray(image.convert("L"), float)


def stack(name):
    """The slices, and each one's lines of the Info."""
    file = Image.open(WORK + name)
    slices = []
    for i in range(file.n_frames):
        file.seek(i)
        slices.append(file.convert("RGB"))
    file.seek(0)
    data = bytes(file.tag_v2[INFO])
    text = data.decode("utf-16-le" if data.startswith(b"JIJI") else "utf-16-be", "replace")
    infos = [dict(re.findall(r"^(\w+): (.*)$", part, re.M)) for part in text.split("\npicture: ")[1:]]
    return slices, infos


def resized(name, size):
    return Image.open(name).convert("RGB").resize(size, Image.BOX)


def tiles(name, rows, row_names, column_names):
    """A montage as the plug-in makes it, with the labels drawn into it, because a JPEG has no overlay."""
    width, height = rows[0][0].size
    left = 100 if row_names else 0
    canvas = Image.new("RGB", (left + len(rows[0]) * (width + GAP) - GAP, 18 + len(rows) * (height + GAP) - GAP), "white")
    draw = ImageDraw.Draw(canvas)
    for x, text in enumerate(column_names):
        draw.text((left + x * (width + GAP), 3), text, "black")
    for y, row in enumerate(rows):
        if row_names:
            draw.text((2, 18 + y * (height + GAP)), row_names[y], "black")
        for x, tile in enumerate(row):
            canvas.paste(tile, (left + x * (width + GAP), 18 + y * (height + GAP)))
    canvas.save(OUT + name, quality=82, subsampling=0)


def table(head, rows):
    print("\n| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(c if isinstance(c, str) else f"{c:.2f}" for c in row) + " |")


def short(value):
    return f"{float(value.split()[0]):.2g}" if value else ""


def content():
    slices, infos = stack("content.tif")
    image = resized("sample-images/ihc.png", slices[0].size)
    tiles("content.jpg", [[image] + slices], [], ["the image"] + SETS)
    table(["layer", "similarity to the image", "content loss reached"], [[layer, similarity(luminance(image), luminance(s)), short(
        i["content_loss_" + layer])] for layer, s, i in zip(SETS, slices, infos)])


def textures(stack_name, picture, source, at_scale):
    slices, infos = stack(stack_name)
    names = ["a: conv1_1"] + [f"{n}: + {layer}" for n, layer in zip("bcde", SETS[1:])]
    framed = Image.new("RGB", slices[0].size, "white")
    framed.paste(source, (0, 0))
    tiles(picture, [[framed] + slices], [], ["the style" + at_scale] + names)
    table(["set", "structure, px"] + ["E of " + layer for layer in SETS], [["the style", structure(luminance(source))] + [""]
        * 5] + [[n, structure(luminance(s))] + [short(i.get("style_loss_" + layer, "")) for layer in SETS] for n, s, i in zip(
            names, slices, infos)])


def grid():
    slices, infos = stack("grid.tif")
    ratios = ["1e-5", "1e-4", "1e-3", "1e-2"]
    names = ["a: conv1_1"] + [f"{n}: + {layer}" for n, layer in zip("bcde", SETS[1:])]
    rows = [slices[i:i + 4] for i in range(0, 20, 4)]
    tiles("grid.jpg", rows, names, ["alpha/beta " + r for r in ratios])
    image = luminance(resized("sample-images/ihc.png", slices[0].size))
    table(["similarity to the content"] + ["α/β " + r for r in ratios], [[n] + [similarity(image, luminance(s)) for s in row]
        for n, row in zip(names, rows)])
    table(["content loss at conv4_2"] + ["α/β " + r for r in ratios], [[n] + [short(infos[4 * y + x]["content_loss_conv4_2"])
        for x in range(4)] for y, n in enumerate(names)])


if sys.argv[1] == "source":
    resized("sample-images/cafe_terrace_at_night.jpg", (103, 128)).save(WORK + "source.png")
else:
    content()
    style = "sample-images/cafe_terrace_at_night.jpg"
    textures("style.tif", "style.jpg", resized(style, (154, 192)), "")
    textures("texture.tif", "texture.jpg", Image.open(WORK + "source.png").convert("RGB"), ", 103 x 128")
    grid()
