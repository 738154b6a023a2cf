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
"""What limits an evaluation: operations and bytes of the graph against what this machine can do.

    python src/bench/roofline.py [--size 512] [--threads 2] [--rounds 5] [--side 2048]

Peak: a plain matrix product of --side by --side in numpy, PyTorch and ONNX Runtime, which take turns; bandwidth: PyTorch copies an
array that no cache holds. Medians; the highest of the three products is the peak. The graph is what `export-graph` writes, with
direct convolutions; ONNX Runtime's own profile of it gives the shape of everything that an operator reads and writes, and its
time. An operator's bound is the longer one of operations / peak and bytes / bandwidth, as if it were alone; so a runtime that joins
operators can be faster, and so can the plug-in, whose wide convolutions are Winograd's with four times fewer multiplications. Its
own time (`benchmark`) is printed beside the sum of the bounds.

Run it after `mvn -q compile` from the top of the repository, with a Python as src/bench/README.md says.
"""
import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict

from common import Plugin, whole

VIEWS = ("Reshape", "Shape")  # nothing is moved
COUNTS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def timed(action):
    begin = time.perf_counter()
    action()
    return time.perf_counter() - begin


def peaks(side, threads, rounds):
    """Operations per second of a matrix product by library, and bytes per second of a copy."""
    import numpy as np
    import torch
    torch.set_num_threads(threads)
    a, b = (np.random.default_rng(i).standard_normal((side, side), np.float32) for i in (0, 1))
    ta, tb, to = torch.from_numpy(a), torch.from_numpy(b), torch.empty(side, side)
    session = product_session(threads)
    big, copy = torch.rand(1 << 26), torch.empty(1 << 26)
    actions = {"numpy": lambda: a @ b, "PyTorch": lambda: torch.matmul(ta, tb, out=to),
               "ONNX Runtime": lambda: session.run(None, {"a": a, "b": b}), "copy": lambda: copy.copy_(big)}
    times = defaultdict(list)
    for i in range(rounds + 1):
        for name, action in actions.items():
            seconds = timed(action)
            if i:  # the first one only warms up
                times[name].append(seconds)
    median = {name: statistics.median(t) for name, t in times.items()}
    bandwidth = 2 * 4 * big.numel() / median.pop("copy")
    return {name: 2 * side ** 3 / t for name, t in median.items()}, bandwidth


def product_session(threads):
    import onnx
    import onnxruntime
    h, f = onnx.helper, onnx.TensorProto.FLOAT
    value = lambda name: h.make_tensor_value_info(name, f, [None, None])
    graph = h.make_graph([h.make_node("MatMul", ["a", "b"], ["c"])], "product", [value("a"), value("b")], [value("c")])
    model = h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8)
    return onnxruntime.InferenceSession(model.SerializeToString(), options(onnxruntime, threads),
                                        providers=["CPUExecutionProvider"])


def options(onnxruntime, threads):
    o = onnxruntime.SessionOptions()
    o.intra_op_num_threads, o.log_severity_level = threads, 3
    return o


def profile(graph, side, threads, rounds, folder):
    """ONNX Runtime's events of single operators: [name, type, milliseconds (median), shapes in, shapes out]."""
    import numpy as np
    import onnxruntime
    o = options(onnxruntime, threads)
    o.enable_profiling, o.profile_file_prefix = True, os.path.join(folder, "profile")
    o.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    session = onnxruntime.InferenceSession(graph, o, providers=["CPUExecutionProvider"])
    feeds = {}
    for given in session.get_inputs():
        shape = [d if isinstance(d, int) else side if d in "HW" else side // 8 for d in given.shape]
        feeds[given.name] = np.random.default_rng(2).uniform(0, 255, shape).astype(np.float32) if given.name == "image" else \
            np.ones(shape, np.float32)
    for _ in range(rounds + 1):
        session.run(None, feeds)
    with open(session.end_profiling()) as f:
        events = [e for e in json.load(f) if e.get("cat") == "Node" and e["name"].endswith("_kernel_time")]
    by_name = defaultdict(list)
    for e in events:
        by_name[e["name"]].append(e)
    shapes = lambda e, key: [tuple(next(iter(s.values()))) for s in e["args"][key]]
    return [(name, es[0]["args"]["op_name"], statistics.median(e["dur"] for e in es[1:]) / 1e3,
             shapes(es[0], "input_type_shape"), shapes(es[0], "output_type_shape")) for name, es in by_name.items()]


def size(shape):
    product = 1
    for axis in shape:
        product *= axis
    return product


def operations(kind, given, made):
    """Multiplications and additions; 1 for each value of anything that is neither convolution nor product."""
    if kind in ("Conv", "FusedConv"):
        return 2 * size(made[0]) * size(given[1][1:])
    if kind in ("MatMul", "FusedMatMul"):
        return 2 * size(made[0]) * given[0][-1]
    if kind == "Gemm":  # either factor may be transposed
        return 2 * round((size(given[0]) * size(given[1]) * size(made[0])) ** .5)
    return sum(map(size, made))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--size", type=whole, default=512, help="sides of the image; a multiple of 16")
    p.add_argument("--side", type=whole, default=2048, help="of the matrix product")
    p.add_argument("--threads", type=whole, default=2)
    p.add_argument("--rounds", type=whole, default=5)
    a = p.parse_args()
    if a.size % 16:
        sys.exit(f"--size is {a.size}; it must be a multiple of 16.")
    if any(os.environ.get(name) != str(a.threads) for name in COUNTS):  # numpy reads them when it is loaded
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, **{name: str(a.threads) for name in COUNTS}})
    products, bandwidth = peaks(a.side, a.threads, a.rounds)
    for name, speed in products.items():
        print(f"Matrix product of {a.side} x {a.side}, {name}: {speed / 1e9:.0f} GFLOP/s")
    print(f"Copy: {bandwidth / 1e9:.1f} GB/s, read and written\n")
    peak = max(products.values())
    with tempfile.TemporaryDirectory() as folder:
        plugin, graph = Plugin(folder), os.path.join(folder, "graph.onnx")
        plugin.run("export-graph", "--output", graph)
        table = defaultdict(lambda: [0, 0, 0, 0, 0])
        for _, kind, ms, given, made in profile(graph, a.size, a.threads, a.rounds, folder):
            ops, moved = (0, 0) if kind in VIEWS else (operations(kind, given, made), 4 * sum(map(size, given + made)))
            bound = 1e3 * max(ops / peak, moved / bandwidth)
            for k in (kind, "all"):
                table[k] = [old + new for old, new in zip(table[k], (1, ops, moved, bound, ms))]
        own = 1e3 * plugin.benchmark("--size", a.size, "--evaluations", a.rounds, "--threads", a.threads)["median_s"]
    print("| operator | how many | GFLOP | GB | FLOP per byte | bound, ms | ONNX Runtime, ms | bound / time |\n"
          "|---|---|---|---|---|---|---|---|")
    for kind, (n, ops, moved, bound, ms) in sorted(table.items(), key=lambda item: item[0] == "all" or -item[1][4]):
        print(f"| {kind} | {n} | {ops / 1e9:.2f} | {moved / 1e9:.3f} | {ops / max(1, moved):.1f} | {bound:.1f} | {ms:.1f} | "
              f"{bound / max(ms, 1e-9):.2f} |")
    total = table["all"][3]
    print(f"\nThe plug-in's evaluation of {a.size} x {a.size}: {own:.0f} ms, {own / total:.2f} of the bounds' sum of "
          f"{total:.0f} ms.")


if __name__ == "__main__":
    main()
