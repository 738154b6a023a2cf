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
"""Time and memory from 128 to 4096 pixels, predicted and measured.

    python src/bench/scaling.py [--sizes 128 256 512 1024 2048 4096] [--evaluations 3] [--rounds 3] [--pictures] [--threads 2]

One evaluation: the plug-in's `benchmark`, a process of its own each time; the sizes take turns. With --pictures, whole pictures
by `stylise` with the default settings too: time from the start of the process to the file; the predicted one is what the first
message of progress after --after of the work said (elapsed and left together), the predicted memory what the dialog would say.
Prints Markdown tables. Ratios are predicted over measured.

Run it after `mvn -q compile` from the top of the repository, with a Python as src/bench/README.md says.
"""
import argparse
import os
import re
import shlex
import statistics
import tempfile
import time

from common import Plugin, whole

PROGRESS = re.compile(r"(\d+) %  Level \d+ of \d+, iteration \d+ of \d+, loss \S+, (?:(\d+) h )?(?:(\d+) min ?)?(?:(\d+) s )?left")


def seconds_left(line):
    """Share of the work that is done, and seconds that are left, from a line of progress; None for other lines."""
    found = PROGRESS.search(line)
    if not found:
        return None
    percent, hours, minutes, seconds = (int(g or 0) for g in found.groups())
    return percent / 100, 3600 * hours + 60 * minutes + seconds


class Picture:
    """One `stylise`, timed, with what its progress predicted."""

    def __init__(self, plugin, side, a, folder):
        self.predicted = None
        self.begin = time.perf_counter()
        _, self.peak = plugin.run("stylise", a.content, a.style, "--output", os.path.join(folder, "picture.png"), "--threads",
                                  a.threads, "--output_size", side, *shlex.split(a.options),
                                  on_error_line=lambda line: self.hear(line, a.after))
        self.seconds = time.perf_counter() - self.begin

    def hear(self, line, after):
        left = seconds_left(line)
        if left and left[0] >= after and self.predicted is None:
            self.predicted = time.perf_counter() - self.begin + left[1]


def evaluations(plugin, a):
    found = {side: [] for side in a.sizes}
    for _ in range(a.rounds):
        for side in a.sizes:
            found[side].append(plugin.benchmark("--size", side, "--evaluations", a.evaluations, "--threads", a.threads, "--content",
                                                a.content, "--style", a.style, *shlex.split(a.benchmark_options)))
    print("| size | plan | s | ns per pixel | GB | predicted, GB | ratio |\n|---|---|---|---|---|---|---|")
    for side, runs in found.items():
        median = lambda key: statistics.median(r[key] for r in runs)
        seconds, predicted = median("median_s"), median("predicted_peak_bytes")
        told = all(r["peak_bytes"] is not None for r in runs)
        peak = median("peak_bytes") if told else float("nan")
        print(f"| {side} | {runs[0]['plan']} | {seconds:.3f} | {1e9 * seconds / side ** 2:.0f} | {peak / 1e9:.2f} | "
              f"{predicted / 1e9:.2f} | {predicted / peak:.2f} |", flush=True)


def pictures(plugin, a, folder):
    from PIL import Image
    with Image.open(a.content) as image:
        width, height = image.size
    made = {side: [] for side in a.sizes}
    for _ in range(a.rounds):
        for side in a.sizes:
            made[side].append(Picture(plugin, side, a, folder))
    print("\n| longest side | s | predicted, s | ratio | ns per pixel | GB | predicted, GB | ratio |\n"
          "|---|---|---|---|---|---|---|---|")
    for side, runs in made.items():
        seconds, peak = (statistics.median(getattr(r, what) for r in runs) for what in ("seconds", "peak"))
        expected = statistics.median(r.predicted if r.predicted is not None else float("nan") for r in runs)
        bytes_ = int(plugin.run(width, height, side, main="EstimateBench")[0])
        area = side * side * min(width, height) / max(width, height)
        print(f"| {side} | {seconds:.1f} | {expected:.1f} | {expected / seconds:.2f} | {1e9 * seconds / area:.0f} | "
              f"{peak / 1e9:.2f} | {bytes_ / 1e9:.2f} | {bytes_ / peak:.2f} |", flush=True)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--sizes", type=whole, nargs="+", default=[128, 256, 512, 1024, 2048, 4096])
    p.add_argument("--evaluations", type=whole, default=3, help="that are timed in one process")
    p.add_argument("--rounds", type=whole, default=3, help="processes for each size")
    p.add_argument("--threads", type=whole, default=2)
    p.add_argument("--pictures", action="store_true", help="whole pictures too; needs pillow")
    p.add_argument("--after", type=float, default=.05, help="share of the work after which the time is predicted")
    p.add_argument("--content", default="sample-images/retina.jpg")
    p.add_argument("--style", default="sample-images/the_night_cafe.jpg")
    p.add_argument("--options", default="", help="more options of stylise, in one string")
    p.add_argument("--benchmark_options", default="", help='more options of benchmark, for example "--memory 3GB"')
    p.add_argument("--java_options", default="", help='of the Java machine, for example "-Xmx4g"')
    a = p.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plugin = Plugin(folder, shlex.split(a.java_options))
        evaluations(plugin, a)
        if a.pictures:
            pictures(plugin, a, folder)


if __name__ == "__main__":
    main()
