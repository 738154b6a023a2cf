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
"""The default picture: its time in evaluations of PyTorch, and its measures beside those of a long schedule of three levels.

    python src/bench/picture.py [--size 512] [--rounds 3] [--threads 2] [--pair CONTENT STYLE] ...

For each pair, in one run: evaluations (loss and gradient) by PyTorch autograd at the picture's size and whole processes of the
plug-in's `stylise` take turns; then PyTorch's L-BFGS with strong Wolfe line search makes the picture of the long schedule, at a
quarter, a half and the whole of the size with --schedule evaluations, from the content, with the same weights. Both pictures are
judged as they are saved, by measures.py.

Prints a Markdown table, and for each pair the time in evaluations and each bound that is missed: style errors at the three scales
no worse than the schedule's, weave at 0.4 to 0.5 cycles a pixel at most 4 times the painting's own, speckle at most .0015, frame at
most 1.2.

Run it after `mvn -q compile` from the top of the repository, with a Python as src/bench/README.md says.
"""
import os
import shlex
import statistics
import sys
import tempfile
import time

from common import Loss, Plugin, network, picture_arguments, saved, scaled, tensor, whole
from evaluation import Child, answer
from measures import errors, frame, speckle, weave

PAIRS = [("sample-images/ihc.png", "sample-images/cafe_terrace_at_night.jpg")]
WEAVE, SPECKLE, FRAME = 4, .0015, 1.2


def torch_side(content, style, threads, alpha, beta, schedule, to):
    """The PyTorch process: see evaluation.answer; at "schedule" it makes the picture, and gives its seconds or nothing."""
    import torch
    from PIL import Image
    torch.set_num_threads(threads)
    images = [Image.open(path).convert("RGB") for path in (content, style)]
    weights = network()
    loss = Loss(*map(tensor, images), weights, alpha, beta)

    def evaluate():
        x = tensor(images[0]).requires_grad_()
        loss(x).backward()

    def picture():
        begin, x = time.perf_counter(), None
        for divisor, budget in zip((4, 2, 1), schedule):
            c, s = (tensor(i.resize([max(1, round(side / divisor)) for side in i.size], Image.LANCZOS)) for i in images)
            x = c if x is None else torch.nn.functional.interpolate(x, size=c.shape[2:], mode="bicubic", align_corners=False)
            x = x.detach().clone().requires_grad_()
            level = Loss(c, s, weights, alpha, beta)
            optimiser = torch.optim.LBFGS([x], max_iter=budget, max_eval=budget, history_size=10, tolerance_grad=0,
                                          tolerance_change=0, line_search_fn="strong_wolfe")

            def closure():
                optimiser.zero_grad()
                value = level(x)
                value.backward()
                return value

            optimiser.step(closure)
        if not torch.isfinite(x).all():
            return None
        saved(x.detach(), to)
        return time.perf_counter() - begin

    evaluate()
    answer(evaluate, schedule=picture)


class Measures:
    """Those of one saved picture."""

    def __init__(self, path, content, style, weights):
        from PIL import Image
        picture = Image.open(path).convert("RGB")
        self.style, self.content = errors(picture, content, style, weights)
        self.speckle, self.weave, self.frame = speckle(picture), weave(picture), frame(picture)

    def row(self, name, seconds):
        numbers = lambda values, digits: " ".join(f"{v:.{digits}f}" for v in values)
        return (f"| {name} | {seconds:.1f} | {numbers(self.style, 3)} | {numbers(self.content, 2)} | {self.speckle:.4f} | "
                f"{numbers(self.weave, 1)} | {self.frame:.2f} |")

    def missed(self, schedule, painting):
        bounds = [(f"style error at {scale}", own, other) for scale, own, other in zip(("1", "1/2", "1/4"), self.style,
                                                                                   schedule.style)] if schedule else []
        bounds += [("weave", self.weave[1], WEAVE * painting), ("speckle", self.speckle, SPECKLE), ("frame", self.frame, FRAME)]
        return [f"{name} {own:.4g} is above {bound:.4g}" for name, own, bound in bounds if own > bound]


def arguments():
    a = picture_arguments(__doc__)
    a.add_argument("--pair", nargs=2, action="append", metavar=("CONTENT", "STYLE"), help="may be given several times")
    a.add_argument("--evaluations", type=whole, default=2, help="PyTorch's before and after each of the plug-in's pictures")
    a.add_argument("--schedule", type=whole, nargs=3, default=[100, 60, 30], help="evaluations of the long schedule's levels")
    return a.parse_args()


def compare(a, number, content, style, folder, plugin, weights):
    kept = a.pictures or folder
    os.makedirs(kept, exist_ok=True)
    files = [os.path.join(folder, name) for name in ("content.png", "style.png")]
    images = [scaled(path, a.size, enlarge, to) for path, enlarge, to in zip((content, style), (True, False), files)]
    to, long = (os.path.join(kept, f"{name}_{number}.png") for name in ("plugin", "schedule"))
    child = Child([sys.executable, __file__, "--torch", *files, *map(str, (a.threads, a.alpha, a.beta, *a.schedule)), long])
    pictures = []
    for _ in range(a.rounds):
        child.run(a.evaluations)
        begin = time.perf_counter()
        plugin.run("stylise", *files, "--output", to, "--threads", a.threads, "--content_weight", a.alpha, "--style_weight", a.beta,
                   *shlex.split(a.options))
        pictures.append(time.perf_counter() - begin)
        child.run(a.evaluations)
    seconds = child.ask("schedule")
    child.quit()
    evaluation, picture = statistics.median(child.times), statistics.median(pictures)
    schedule = None if seconds is None else Measures(long, *images, weights)
    own = Measures(to, *images, weights)
    names = [os.path.basename(path) for path in (content, style)]
    name = f"{', '.join(names)}: PyTorch, {' '.join(map(str, a.schedule))}"
    print(schedule.row(name, seconds) if schedule else f"| {name} | ended in no number | | | | | |")
    print(own.row("plug-in", picture), flush=True)
    missed = own.missed(schedule, weave(images[1])[1])
    return (f"{', '.join(names)}: {picture:.2f} s (median of {len(pictures)}: {' '.join(f'{t:.1f}' for t in pictures)}) is "
            f"{picture / evaluation:.2f} evaluations of {evaluation:.3f} s; {'; '.join(missed) or 'no bound is missed'}.")


def main():
    a = arguments()
    print("| picture | s | style 1, 1/2, 1/4 | content 1, 1/2, 1/4 | speckle | weave .3-.4, .4-.5 | frame |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        plugin, weights = Plugin(folder), network()
        lines = [compare(a, i, *pair, folder, plugin, weights) for i, pair in enumerate(a.pair or PAIRS, 1)]
    print("\n" + "\n".join(lines))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--torch"]:
        content_file, style_file, threads_, alpha_, beta_, *schedule_, to_ = sys.argv[2:]
        torch_side(content_file, style_file, int(threads_), float(alpha_), float(beta_), list(map(int, schedule_)), to_)
    else:
        main()
