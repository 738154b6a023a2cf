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
"""Writes the same weights in every format that is read, for the tests of network.format.

    python src/test/resources/format/make_weight_files.py
    python src/test/resources/format/make_weight_files.py --real FOLDER SOURCE

Run from the top of the repository, with torch, numpy, onnx, h5py, safetensors and ml_dtypes. The first makes the small files
beside this script: a network of VGG-16's form with 3 to 5 channels. Its values are numbers that binary16 and bfloat16 hold
exactly, so that every file has the same tensors to the last bit. The second writes the VGG-16 of SOURCE
(vgg16-oxford-conv.safetensors) into FOLDER, about 3 GB: some of these files have a fully connected layer of zeros beside the
convolutions, as published ones have. RealWeightFilesTest reads them where the environment's STYLE_TRANSFER_WEIGHT_FILES
names the folder. Files with a protobuf or a pickle may differ in their bytes with other versions of the libraries.
"""
import os
import sys

import h5py
import ml_dtypes
import numpy as np
import onnx
import safetensors.numpy
import safetensors.torch
import torch
from onnx import TensorProto, helper, numpy_helper

HERE = "src/test/resources/format"
BLOCKS = [[3, 3], [4, 4], [4, 4, 4], [5, 5, 5], [5, 5, 5]]
CONVOLUTIONS = [2, 2, 3, 3, 3]
FULLY_CONNECTED = (4096, 25088)


def layers():
    return [(b, i) for b, count in enumerate(CONVOLUTIONS, 1) for i in range(1, count + 1)]


def narrow():
    random = np.random.default_rng(4)
    tensors, channels = {}, 3
    for (b, i), outputs in zip(layers(), sum(BLOCKS, [])):
        for part, shape in (("weight", (outputs, channels, 3, 3)), ("bias", (outputs,))):
            x = (random.standard_normal(shape) / 4).astype(ml_dtypes.bfloat16).astype(np.float32)
            x[np.abs(x) < 2 ** -10] = 0
            assert np.array_equal(x, x.astype(np.float16).astype(np.float32))
            tensors[f"conv{b}_{i}.{part}"] = x
        channels = outputs
    return tensors


def features(tensors, prefix=""):
    """Named as PyTorch does: a running number of convolutions, ReLUs and pooling steps."""
    named, number, block = {}, 0, 1
    for b, i in layers():
        if b > block:
            number, block = number + 1, b
        for part in ("weight", "bias"):
            named[f"{prefix}features.{number}.{part}"] = tensors[f"conv{b}_{i}.{part}"]
        number += 2
    return named


def keras(file, tensors, kernel, bias, **options):
    """kernel and bias are patterns of the dataset's path in the layer's group."""
    with h5py.File(file, "w", **options) as f:
        f.attrs["layer_names"] = np.array([f"block{b}_conv{i}" for b, i in layers()], dtype="S")
        f.attrs["backend"] = np.bytes_(b"tensorflow")
        for b in range(1, 6):
            f.create_group(f"block{b}_pool").attrs["weight_names"] = np.zeros((0,))
        for b, i in layers():
            name = f"block{b}_conv{i}"
            group = f.create_group(name)
            group.attrs["weight_names"] = np.array([kernel.format(name), bias.format(name)], dtype="S")
            group.create_dataset(kernel.format(name), data=tensors[f"conv{b}_{i}.weight"].transpose(2, 3, 1, 0))
            group.create_dataset(bias.format(name), data=tensors[f"conv{b}_{i}.bias"])


def raw(name, x, kind=TensorProto.FLOAT):
    types = {TensorProto.FLOAT: np.float32, TensorProto.FLOAT16: np.float16, TensorProto.DOUBLE: np.float64,
             TensorProto.BFLOAT16: ml_dtypes.bfloat16}
    return helper.make_tensor(name, kind, x.shape, np.ascontiguousarray(x.astype(types[kind])).tobytes(), raw=True)


def typed(name, x, kind=TensorProto.FLOAT):
    tensor = TensorProto(name=name, data_type=kind, dims=x.shape)
    flat = np.ascontiguousarray(x).ravel()
    if kind == TensorProto.FLOAT:
        tensor.float_data.extend(flat.tolist())
    elif kind == TensorProto.DOUBLE:
        tensor.double_data.extend(flat.tolist())
    else:
        half = np.float16 if kind == TensorProto.FLOAT16 else ml_dtypes.bfloat16
        tensor.int32_data.extend(flat.astype(half).view(np.uint16).astype(int).tolist())
    return tensor


def graph(tensors, tensor, names, kinds=(TensorProto.FLOAT,), constants=False, transposed=False, attributes=None,
          as_inputs=False, fully_connected=None):
    """names(b, i, part) gives the tensors' names; kinds are used one after the other."""
    nodes, initializers, inputs, x, block = [], [], [], "input", 1
    shape = ["N", 3, "H", "W"]
    if transposed:
        nodes.append(helper.make_node("Transpose", [x], ["transposed"], perm=[0, 3, 1, 2]))
        x, shape = "transposed", ["N", "H", "W", 3]
    for n, (b, i) in enumerate(layers()):
        if b > block:
            nodes.append(helper.make_node("MaxPool", [x], [f"pool{block}"], kernel_shape=[2, 2], strides=[2, 2]))
            x, block = f"pool{block}", b
        own = []
        for part in ("weight", "bias"):
            name = names(b, i, part)
            value = tensor(name, tensors[f"conv{b}_{i}.{part}"], kinds[n % len(kinds)])
            if constants:
                nodes.append(helper.make_node("Constant", [], [name], value=value))
            else:
                initializers.append(value)
            if as_inputs:
                inputs.append(helper.make_tensor_value_info(name, value.data_type, list(value.dims)))
            own.append(name)
        how = attributes or dict(kernel_shape=[3, 3], pads=[1, 1, 1, 1], strides=[1, 1], dilations=[1, 1], group=1)
        nodes.append(helper.make_node("Conv", [x] + own, [f"c{n}"], name=f"/features/Conv_{n}", **how))
        nodes.append(helper.make_node("Relu", [f"c{n}"], [f"r{n}"]))
        x = f"r{n}"
    if fully_connected is not None:
        initializers.append(tensor("classifier.0.weight", fully_connected, TensorProto.FLOAT))
        nodes.append(helper.make_node("Flatten", [x], ["flat"]))
        nodes.append(helper.make_node("Gemm", ["flat", "classifier.0.weight"], ["scores"], transB=1))
        x = "scores"
    output = helper.make_tensor_value_info(x, TensorProto.FLOAT, None)
    model = helper.make_model(helper.make_graph(nodes, "vgg", [helper.make_tensor_value_info("input", TensorProto.FLOAT, shape)]
                                                + inputs, [output], initializers), opset_imports=[helper.make_opsetid("", 13)])
    return model


def torch_names(b, i, part):
    return f"features.{sum(CONVOLUTIONS[:b - 1]) * 2 + (b - 1) + 2 * (i - 1)}.{part}"


def tf2onnx_names(b, i, part):
    return f"StatefulPartitionedCall/vgg16/block{b}_conv{i}/" + ("Conv2D" if part == "weight" else "BiasAdd") + "/ReadVariableOp:0"


def numbers(b, i, part):
    return str(37 * (10 * b + i) % 101) + ("w" if part == "weight" else "b")


def tensors_of(named, kind=torch.float32):
    return {k: torch.from_numpy(v.copy()).to(kind) for k, v in named.items()}


def not_contiguous(named):
    """Kernels as views with strides and an offset into one common storage; one in half precision."""
    values = tensors_of(named)
    large = torch.full((sum(v.numel() for v in values.values()) + 7,), 9.)
    state, at = {}, 7
    for n, (k, v) in enumerate(values.items()):
        if v.dim() == 4 and n % 4 == 0:
            view = large[at:at + v.numel()].view(3, 3, v.shape[1], v.shape[0]).permute(3, 2, 0, 1)
        else:
            view = large[at:at + v.numel()].view(v.shape)
        view.copy_(v)
        at += v.numel()
        state[k] = view
    state["features.2.bias"] = state["features.2.bias"].half()
    state["batches"] = torch.tensor(3)
    return state


def save(name, obj, zipped=True, folder=HERE):
    with open(os.path.join(folder, name), "wb") as f:
        torch.save(obj, f, _use_new_zipfile_serialization=zipped)


def small():
    here = lambda name: os.path.join(HERE, name)
    tensors = narrow()
    named = features(tensors)
    safetensors.numpy.save_file(tensors, here("narrow_f32.safetensors"), {"origin": "oxford"})
    safetensors.torch.save_file(tensors_of(named, torch.float16), here("narrow_f16.safetensors"))
    safetensors.torch.save_file(tensors_of(features(tensors, "module."), torch.bfloat16), here("narrow_bf16.safetensors"))
    safetensors.torch.save_file(tensors_of(named, torch.float64), here("narrow_f64.safetensors"))
    keras(here("keras_old.h5"), tensors, "{}_W_1:0", "{}_b_1:0")
    keras(here("keras_new.h5"), tensors, "{0}/kernel:0", "{0}/bias:0")
    with h5py.File(here("keras_latest.h5"), "w", libver="latest") as f:  # groups and descriptions of the newest format
        for b in range(1, 6):
            for i in range(1, CONVOLUTIONS[b - 1] + 1):
                group = f.require_group(f"vgg{b}").create_group(f"block{b}_conv{i}")
                group.create_dataset("kernel", data=tensors[f"conv{b}_{i}.weight"].transpose(2, 3, 1, 0).astype(">f4"))
                group.create_dataset("bias", data=tensors[f"conv{b}_{i}.bias"].astype(np.float16))
    with h5py.File(here("chunked.h5"), "w") as f:
        f.create_dataset("block1_conv1/kernel:0", data=tensors["conv1_1.weight"].transpose(2, 3, 1, 0), chunks=(3, 3, 1, 3),
                         compression="gzip")
    onnx.save(graph(tensors, raw, torch_names, as_inputs=True), here("torch.onnx"))
    onnx.save(graph(tensors, typed, tf2onnx_names, transposed=True, attributes=dict(
        kernel_shape=[3, 3], auto_pad="SAME_UPPER", strides=[1, 1], dilations=[1, 1], group=1)), here("tf2onnx.onnx"))
    kinds = (TensorProto.FLOAT16, TensorProto.BFLOAT16, TensorProto.DOUBLE, TensorProto.FLOAT)
    onnx.save(graph(tensors, raw, numbers, kinds, constants=True), here("constants_raw.onnx"))
    onnx.save(graph(tensors, typed, numbers, kinds), here("typed.onnx"))
    save("zip.pth", tensors_of(named))
    save("legacy.pth", tensors_of(named), zipped=False)
    save("strided_zip.pth", not_contiguous(named))
    save("strided_legacy.pth", not_contiguous(named), zipped=False)
    module = torch.nn.Module()
    module.features = torch.nn.Module()
    for k, v in tensors_of(named, torch.bfloat16).items():
        _, number, part = k.split(".")
        if not hasattr(module.features, number):
            setattr(module.features, number, torch.nn.Module())
        getattr(module.features, number).register_parameter(part, torch.nn.Parameter(v))
    save("checkpoint.pth", {"epoch": 3, "loss": .5, "state_dict": module.state_dict(keep_vars=True), "note": None})
    with open(here("protocol4.pth"), "wb") as f:
        torch.save(module.state_dict(), f, pickle_protocol=4)


def real(folder, source):
    os.makedirs(folder, exist_ok=True)
    path = lambda name: os.path.join(folder, name)
    tensors = safetensors.numpy.load_file(source)
    tensors = {f"conv{b}_{i}.{part}": tensors[f"conv{b}_{i}.{part}"] for b, i in layers() for part in ("weight", "bias")}
    named = features(tensors)
    zeros = np.zeros(FULLY_CONNECTED, np.float32)
    complete = dict(named, **{"classifier.0.weight": zeros})
    safetensors.numpy.save_file(tensors, path("own.safetensors"))
    safetensors.numpy.save_file(complete, path("features.safetensors"))
    keras(path("keras_old.h5"), tensors, "{}_W_1:0", "{}_b_1:0")
    keras(path("keras_new.h5"), tensors, "{0}/kernel:0", "{0}/bias:0")
    with h5py.File(path("keras_new.h5"), "a") as f:
        f.create_dataset("fc1/fc1/kernel:0", data=zeros.T)
    onnx.save(graph(tensors, raw, torch_names, fully_connected=zeros), path("torch.onnx"))
    onnx.save(graph(tensors, typed, tf2onnx_names, transposed=True), path("tf2onnx.onnx"))
    save("zip.pth", tensors_of(complete), folder=folder)
    save("legacy.pth", tensors_of(complete), zipped=False, folder=folder)
    save("strided.pth", {k: v for k, v in not_contiguous(named).items() if k != "features.2.bias"}
         | {"features.2.bias": torch.from_numpy(named["features.2.bias"])}, folder=folder)


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "--real":
        real(sys.argv[2], sys.argv[3])
    elif len(sys.argv) == 1:
        small()
    else:
        sys.exit(__doc__)
