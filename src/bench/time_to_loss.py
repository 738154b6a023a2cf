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
"""Time to neural-style-pt's results: to the style error that its recipe reaches at best, and to its loss at full size.

    python src/bench/time_to_loss.py [--size 512] [--iterations 1000] [--every 25] [--rounds 3] [--threads 2]

The recipe, in PyTorch: noise start, one level, L-BFGS with history 100; VGG-16 with the embedded weights, average pooling, the same
objective and weights as the plug-in. With the tool's own steps (--line_search none) a spike early on can leave it standing still,
so the default gives it a strong Wolfe line search. It stays in one process, and takes turns with the plug-in's
`stylise`, each of which is timed from the start of its process to the file. Every picture is judged as it is saved, in 8 bits, by
measures.py and by the loss at full size.

Prints a Markdown table of both, then
* the time of the plug-in's picture over that of all the recipe's iterations, and whether its mean style error over the three
  scales is at most the recipe's best one and its content error at every scale no worse than that picture's,
* the time of the first of --budgets (iterations of the coarsest level, --loss_options) whose picture has the loss of the recipe's
  last one or less, over the same.

Run it after `mvn -q compile` from the top of the repository, with a Python as src/bench/README.md says.
"""
import json
import os
import shlex
import statistics
import sys
import tempfile
import time

from common import Loss, Plugin, network, picture_arguments, saved, scaled, tensor, whole
from evaluation import Child
from measures import errors

SMALLEST = 64  # four times what conv5_1 needs


def recipe(content, style, threads, alpha, beta, noise, seed, chunk, search):
    """The PyTorch process: each line on standard input names a picture to be saved after so many more iterations."""
    import torch
    from PIL import Image
    torch.set_num_threads(threads)
    torch.manual_seed(seed)
    images = [tensor(Image.open(path).convert("RGB")) for path in (content, style)]
    loss = Loss(*images, network(), alpha, beta)
    mean = torch.tensor([123.68, 116.779, 103.939]).view(1, 3, 1, 1)
    # less the mean, and with a content loss of 5 times the mean square, as in the tool: the first step, of a sum of 1 over all
    # values, would be lost in rounding otherwise
    scale = 10 / ((alpha or 1) * loss.target.numel())
    z = (noise * torch.randn_like(images[0])).requires_grad_()
    tolerance = 0 if search else -1  # -1 is the tool's; the line search ends by it
    optimiser = torch.optim.LBFGS([z], lr=1, max_iter=chunk, max_eval=2 * chunk, history_size=100, tolerance_grad=tolerance,
                                  tolerance_change=tolerance, line_search_fn="strong_wolfe" if search else None)

    def closure():
        optimiser.zero_grad()
        value = scale * loss(mean + z)
        value.backward()
        return value

    print("ready", flush=True)
    for line in sys.stdin:
        if line.strip() == "quit":
            break
        begin = time.perf_counter()
        optimiser.step(closure)
        seconds = time.perf_counter() - begin
        with torch.no_grad():
            own = float(loss(mean + z))
        saved((mean + z).detach(), line.strip())
        print(json.dumps({"seconds": seconds, "loss": own}), flush=True)


class Judge:
    """Saved pictures against content and style."""

    def __init__(self, content, style, alpha, beta):
        self.images, self.weights = (content, style), network()
        self.loss = Loss(tensor(content), tensor(style), self.weights, alpha, beta)

    def __call__(self, path):
        import torch
        from PIL import Image
        picture = Image.open(path).convert("RGB")
        styles, contents = errors(picture, *self.images, self.weights)
        with torch.no_grad():
            return {"style": styles, "content": contents, "loss": float(self.loss(tensor(picture)))}


def row(name, seconds, judged):
    numbers = lambda values, digits: " ".join(f"{v:.{digits}f}" for v in values)
    print(f"| {name} | {seconds:.1f} | {judged['loss']:.4g} | {numbers(judged['style'], 3)} | {numbers(judged['content'], 2)} |",
          flush=True)


def arguments():
    a = picture_arguments(__doc__)
    a.add_argument("--content", default="sample-images/ihc.png")
    a.add_argument("--style", default="sample-images/cafe_terrace_at_night.jpg")
    a.add_argument("--iterations", type=whole, default=1000, help="of the recipe")
    a.add_argument("--every", type=whole, default=25, help="iterations of the recipe between two of its pictures")
    a.add_argument("--noise", type=float, default=.001, help="standard deviation of the recipe's start around the mean")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--line_search", choices=["strong_wolfe", "none"], default="strong_wolfe", help="of the recipe; none is the tool's")
    a.add_argument("--loss_options", default="--fine_levels full", help="those of the pictures that aim at the loss")
    a.add_argument("--budgets", type=whole, nargs="*", default=[5, 10, 20, 40, 80, 160],
                   help="iterations of the pictures that aim at the loss, in rising order; none leaves that part out")
    return a.parse_args()


def main():
    a = arguments()
    with tempfile.TemporaryDirectory() as folder:
        kept = a.pictures or folder
        os.makedirs(kept, exist_ok=True)
        files = [os.path.join(folder, name) for name in ("content.png", "style.png")]
        images = [scaled(path, a.size, enlarge, to) for path, enlarge, to in zip((a.content, a.style), (True, False), files)]
        if min(side for image in images for side in image.size) < SMALLEST:
            sys.exit(f"Content and style are {images[0].size} and {images[1].size}; the measures at 1/4 need sides of "
                     f"{SMALLEST} at least, so give a larger --size.")
        judge, plugin = Judge(*images, a.alpha, a.beta), Plugin(folder)
        torch_process = Child([sys.executable, __file__, "--recipe", *files, *map(str, (a.threads, a.alpha, a.beta, a.noise,
                                                                                        a.seed, a.every, a.line_search))])

        def stylise(name, options):
            to = os.path.join(kept, name + ".png")
            begin = time.perf_counter()
            plugin.run("stylise", *files, "--output", to, "--threads", a.threads, "--content_weight", a.alpha, "--style_weight",
                       a.beta, *shlex.split(options))
            return time.perf_counter() - begin, judge(to)

        print("| picture | s | loss at full size | style 1, 1/2, 1/4 | content 1, 1/2, 1/4 |\n|---|---|---|---|---|")
        chunks = -(-a.iterations // a.every)
        turns = {round((i + .5) * chunks / a.rounds) for i in range(a.rounds)}
        recipes, pictures, seconds = [], [], 0
        for i in range(1, chunks + 1):
            path = os.path.join(kept, f"recipe_{i * a.every}.png")
            step = torch_process.ask(path)
            seconds += step["seconds"]
            recipes.append((i * a.every, seconds, judge(path)))
            row(f"recipe, {i * a.every} iterations", seconds, recipes[-1][2])
            if i in turns or i == chunks and not pictures:
                pictures.append(stylise("plugin", a.options))
        ours, judged = statistics.median(t for t, _ in pictures), pictures[-1][1]
        row("plug-in", ours, judged)
        reached, last = None, recipes[-1][2]["loss"]
        for budget in a.budgets:
            took, found = stylise(f"plugin_{budget}", f"{a.loss_options} --iterations {budget}")
            row(f"plug-in, {a.loss_options.replace('--', '')}, {budget} iterations", took, found)
            if found["loss"] <= last:
                reached = took
                break
        torch_process.quit()
        mean = lambda j: sum(j["style"]) / 3
        best = min(recipes, key=lambda r: mean(r[2]))
        content = all(m <= b for m, b in zip(judged["content"], best[2]["content"]))
        print(f"\nThe recipe's best mean style error is {mean(best[2]):.3f}, after {best[0]} iterations. The plug-in's is "
              f"{mean(judged):.3f}: {'reached' if mean(judged) <= mean(best[2]) else 'NOT reached'}; content error at every scale "
              f"{'no worse' if content else 'NOT no worse'}. Median of {len(pictures)} pictures: {ours:.1f} s, "
              f"{ours / seconds:.4f} of the recipe's {recipes[-1][0]} iterations ({seconds:.1f} s).")
        if a.budgets:
            print(f"The recipe's loss after {recipes[-1][0]} iterations is {last:.4g} as saved ({step['loss']:.4g} unclamped): " + (
                f"reached in {reached:.1f} s, {reached / seconds:.4f} of its time." if reached else "NOT reached."))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--recipe"]:
        content_file, style_file, threads_, alpha_, beta_, noise_, seed_, chunk_, search_ = sys.argv[2:]
        recipe(content_file, style_file, int(threads_), float(alpha_), float(beta_), float(noise_), int(seed_), int(chunk_),
               search_ == "strong_wolfe")
    else:
        main()
