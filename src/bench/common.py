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
"""What the benchmarks share: starting the plug-in's command line, and the network in PyTorch."""
import argparse
import json
import os
import subprocess
import sys

from evaluation import BLOCKS, STYLE, WEIGHTS, class_path

MAIN = "io.github.styletransfer.plugin.Main"
CONTENT_LAYER = "conv4_2"


def whole(text):
    """For argparse: a whole number of at least 1."""
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def picture_arguments(description):
    """The options of what makes the plug-in's pictures and compares them with PyTorch's."""
    a = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--size", type=whole, default=512, help="longest side of the picture")
    a.add_argument("--rounds", type=whole, default=3, help="how often the plug-in's picture is made and timed")
    a.add_argument("--threads", type=whole, default=2)
    a.add_argument("--alpha", type=float, default=1, help="content weight")
    a.add_argument("--beta", type=float, default=1000, help="style weight")
    a.add_argument("--options", default="", help="more options of the plug-in's picture, in one string")
    a.add_argument("--pictures", help="a folder where the pictures are kept")
    return a


class Plugin:
    """The command line in processes of its own, each with its peak memory. Needs `mvn -q compile` before."""

    def __init__(self, folder, java_options=()):
        if not os.path.isdir("target/classes"):
            sys.exit("target/classes is missing; run `mvn -q compile` at the top of the repository first.")
        self.command = ["java", *java_options, "-cp", class_path(folder)]

    def run(self, *args, main=MAIN, on_error_line=None):
        """Returns what it prints and its peak memory in bytes; a failure ends this program with its sentence."""
        process = subprocess.Popen([*self.command, main, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        sentence, part = "", b""
        while chunk := process.stderr.read1(4096):
            *lines, part = (part + chunk).replace(b"\r", b"\n").split(b"\n")
            for line in filter(None, (l.decode(errors="replace").strip() for l in lines)):
                sentence = line
                if on_error_line:
                    on_error_line(line)
        printed = process.stdout.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status):
            sys.exit(f"{args[0] if args else main} failed: {part.decode(errors='replace').strip() or sentence}")
        return printed, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)

    def benchmark(self, *args):
        """Returns the figures of one `benchmark`."""
        return json.loads(self.run("benchmark", *args)[0])


def network():
    """The embedded weights as PyTorch tensors: {"conv1_1.weight": [O, I, 3, 3], "conv1_1.bias": [O], ...}, for BGR minus mean."""
    from safetensors.torch import load_file
    return {name: values.float() for name, values in load_file(WEIGHTS).items()}


def features(image, weights):
    """image: RGB 0...255, [1, 3, H, W]. Returns the activations of all layers up to conv5_1, with average pooling."""
    import torch
    mean = torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)
    x, found = image[:, [2, 1, 0]] - mean, {}
    for i, block in enumerate(BLOCKS):
        if i:
            x = torch.nn.functional.avg_pool2d(x, 2)
        for name in block:
            x = torch.relu(torch.nn.functional.conv2d(x, weights[name + ".weight"], weights[name + ".bias"], padding=1))
            found[name] = x
    return found


def gram(f):
    """F F^T / M of an activation."""
    f = f.flatten(2)[0]
    return f @ f.T / f.shape[1]


class Loss:
    """The paper's, each Gram matrix divided by its own number of positions; alpha content + beta mean of the style layers."""

    def __init__(self, content, style, weights, alpha, beta):
        import torch
        self.weights, self.alpha, self.beta = weights, alpha, beta
        with torch.no_grad():
            self.target = features(content, weights)[CONTENT_LAYER]
            found = features(style, weights)
            self.grams = {name: gram(found[name]) for name in STYLE}

    def __call__(self, x):
        f = features(x, self.weights)
        styles = sum(((gram(f[n]) - self.grams[n]) ** 2).sum() / (4 * len(self.grams[n]) ** 2) for n in STYLE)
        return self.alpha * .5 * ((f[CONTENT_LAYER] - self.target) ** 2).sum() + self.beta * styles / len(STYLE)


def tensor(image):
    """A PIL image as [1, 3, H, W], RGB 0...255."""
    import numpy as np
    import torch
    return torch.from_numpy(np.asarray(image, np.float32).transpose(2, 0, 1)[None].copy())


def saved(x, path):
    """Writes [1, 3, H, W], RGB 0...255, in 8 bits."""
    import numpy as np
    from PIL import Image
    Image.fromarray(np.rint(x[0].clamp(0, 255).numpy().transpose(1, 2, 0)).astype(np.uint8)).save(path)


def scaled(path, size, enlarge, to):
    """A picture whose longest side is `size`, as a lossless file."""
    from PIL import Image
    image = Image.open(path).convert("RGB")
    factor = size / max(image.size)
    if factor < 1 or enlarge:
        image = image.resize([max(1, round(side * factor)) for side in image.size], Image.LANCZOS)
    image.save(to)
    return image
