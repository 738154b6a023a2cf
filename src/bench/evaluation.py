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
"""One evaluation (loss and gradient) against PyTorch autograd, alternating in one run, with both processes' peak memory.

    python src/bench/evaluation.py [--sizes 256 512] [--threads 2] [--rounds 6] [--evaluations 3]

VGG-16, style conv1_1 ... conv5_1, content conv4_2, average pooling. Run it after `mvn -q compile` from the top of the
repository, with a Python that has torch, numpy, safetensors and pillow. Prints a Markdown table.
"""
import argparse
import glob
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

WEIGHTS = "src/main/resources/io/github/styletransfer/network/vgg16-oxford-f16.safetensors"
BLOCKS = [["conv1_1", "conv1_2"], ["conv2_1", "conv2_2"], ["conv3_1", "conv3_2", "conv3_3"],
          ["conv4_1", "conv4_2", "conv4_3"], ["conv5_1"]]
STYLE = [block[0] for block in BLOCKS]


def torch_side(side, threads, content, style, gradient):
    """The PyTorch process: the same protocol as EvaluationBench.java."""
    import torch
    from safetensors.torch import load_file
    torch.set_num_threads(threads)
    weights = {k: v.float() for k, v in load_file(WEIGHTS).items()}
    mean = torch.tensor([103.939, 116.779, 123.68]).view(1, 3, 1, 1)

    def features(x):
        x, found = x[:, [2, 1, 0]] - mean, {}
        for i, block in enumerate(BLOCKS):
            if i:
                x = torch.nn.functional.avg_pool2d(x, 2)
            for name in block:
                x = torch.relu(torch.nn.functional.conv2d(x, weights[name + ".weight"], weights[name + ".bias"], padding=1))
                found[name] = x
        return found

    def gram(f):
        f = f.flatten(2)[0]
        return f @ f.T / f.shape[1]

    load = lambda path: torch.from_numpy(np.fromfile(path, np.float32).reshape(1, 3, side, side))
    image = load(content)
    with torch.no_grad():
        target = features(image)["conv4_2"]
        style_features = features(load(style))
        grams = {name: gram(style_features[name]) for name in STYLE}
    start_image = image + 10 * torch.sin(torch.arange(image.numel(), dtype=torch.float64)).float().view_as(image)

    def evaluate():
        x = start_image.clone().requires_grad_()
        f = features(x)
        loss = .5 * ((f["conv4_2"] - target) ** 2).sum()
        loss = loss + 1000 * sum(((gram(f[n]) - grams[n]) ** 2).sum() / (4 * len(grams[n]) ** 2) for n in STYLE) / len(STYLE)
        loss.backward()
        return x.grad

    evaluate().numpy().tofile(gradient)
    answer(evaluate)


def answer(evaluate, **commands):
    """The child's side of Child: a number asks for the seconds of so many evaluations, a command for what it returns, as JSON."""
    print("ready", flush=True)
    for line in map(str.strip, sys.stdin):
        if line == "quit":
            break
        if line in commands:
            print(json.dumps(commands[line]()), flush=True)
            continue
        times = []
        for _ in range(int(line)):
            begin = time.perf_counter()
            evaluate()
            times.append(time.perf_counter() - begin)
        print(" ".join(f"{t:.6f}" for t in times), flush=True)


class Child:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        while self.process.stdout.readline().strip() != "ready":
            if self.process.poll() is not None:
                sys.exit("A child process ended early: " + " ".join(command[:1]))
        self.times = []

    def run(self, n):
        self.times += [float(t) for t in self.line(n).split()]

    def ask(self, command):
        """What it answers in JSON."""
        return json.loads(self.line(command))

    def line(self, text):
        self.process.stdin.write(f"{text}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()

    def peak(self):
        with open(f"/proc/{self.process.pid}/status") as f:
            return next(int(line.split()[1]) * 1024 for line in f if line.startswith("VmHWM"))

    def quit(self):
        self.process.stdin.write("quit\n")
        self.process.stdin.flush()
        self.process.wait()


def class_path(folder):
    path = os.path.join(folder, "classpath.txt")
    subprocess.run(["mvn", "-q", "-B", "dependency:build-classpath", "-Dmdep.outputFile=" + path], check=True)
    with open(path) as f:
        libraries = f.read().strip()
    joined = os.pathsep.join(["target/classes", libraries])
    subprocess.run(["javac", "-proc:none", "-cp", joined, "-d", folder, *glob.glob("src/bench/java/*.java")], check=True)
    return os.pathsep.join([folder, joined])


def image(path, side, to):
    from PIL import Image
    values = np.asarray(Image.open(path).convert("RGB").resize((side, side), Image.BICUBIC), np.float32)
    np.ascontiguousarray(values.transpose(2, 0, 1)).tofile(to)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[256, 512])
    arguments.add_argument("--threads", type=int, default=2)
    arguments.add_argument("--rounds", type=int, default=6)
    arguments.add_argument("--evaluations", type=int, default=3)
    a = arguments.parse_args()
    print("| size | PyTorch, s | this, s | time ratio | PyTorch, GB | this, GB | memory ratio | gradient difference |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        classes = class_path(folder)
        for side in a.sizes:
            files = [os.path.join(folder, n) for n in ("content.f32", "style.f32", "torch.f32", "java.f32")]
            image("sample-images/ihc.png", side, files[0])
            image("sample-images/cafe_terrace_at_night.jpg", side, files[1])
            size = [str(side), str(a.threads)]
            torch = Child([sys.executable, __file__, "--torch", *size, files[0], files[1], files[2]])
            java = Child(["java", "-cp", classes, "EvaluationBench", *size, files[0], files[1], files[3]])
            for _ in range(a.rounds):
                torch.run(a.evaluations)
                java.run(a.evaluations)
            reference, found = (np.fromfile(f, np.float32).astype(np.float64) for f in files[2:])
            t, j = statistics.median(torch.times), statistics.median(java.times)
            print(f"| {side} | {t:.3f} | {j:.3f} | {j / t:.2f} | {torch.peak() / 1e9:.2f} | {java.peak() / 1e9:.2f} | "
                  f"{java.peak() / torch.peak():.2f} | {np.linalg.norm(found - reference) / np.linalg.norm(reference):.1e} |", flush=True)
            torch.quit()
            java.quit()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--torch"]:
        torch_side(int(sys.argv[2]), int(sys.argv[3]), *sys.argv[4:7])
    else:
        main()
