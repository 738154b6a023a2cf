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
"""Makes the embedded weights: VGG-16's 13 convolutions, kernels rounded to float16, biases float32.

    python src/tools/make_weights.py vgg16-oxford-conv.safetensors \
        src/main/resources/io/github/styletransfer/network/vgg16-oxford-f16.safetensors

Needs numpy and safetensors. The source is the float32 file whose SHA-256 stands below; the output is the same to the bit
every time. EmbeddedWeights.java holds the checksum that this prints.
"""
import hashlib
import json
import struct
import sys

import numpy as np
from safetensors.numpy import load_file

SOURCE_SHA256 = "a9a41fb829f2b8510a020f75de1998a0a771bd2015da7ac065515b013cca15b3"
LAYERS = [f"conv{block}_{i}" for block, count in ((1, 2), (2, 2), (3, 3), (4, 3), (5, 3)) for i in range(1, count + 1)]
METADATA = {
    "network": "VGG-16",
    "origin": "oxford",
    "licence": "CC BY 4.0",
    "attribution": "Visual Geometry Group, University of Oxford (Simonyan and Zisserman, arXiv:1409.1556)",
    "input": "BGR 0...255 minus 103.939, 116.779, 123.68",
    "changes": "convolutions only; kernels rounded to float16",
}


def main(source, target):
    with open(source, "rb") as f:
        found = hashlib.sha256(f.read()).hexdigest()
    if found != SOURCE_SHA256:
        sys.exit(f"{source} has SHA-256 {found}; expected {SOURCE_SHA256}.")
    tensors = load_file(source)
    header, blobs, offset = {"__metadata__": METADATA}, [], 0
    for layer in LAYERS:
        for part, dtype, name in (("weight", np.dtype("<f2"), "F16"), ("bias", np.dtype("<f4"), "F32")):
            values = np.ascontiguousarray(tensors[f"{layer}.{part}"].astype(dtype))
            blob = values.tobytes()
            header[f"{layer}.{part}"] = {"dtype": name, "shape": list(values.shape), "data_offsets": [offset, offset + len(blob)]}
            blobs.append(blob)
            offset += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    data = struct.pack("<Q", len(text)) + text + b"".join(blobs)
    with open(target, "wb") as f:
        f.write(data)
    print(f"{len(data)} bytes, SHA-256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
