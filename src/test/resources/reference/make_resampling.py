"""Stored values for ResamplingTest: Pillow's bicubic filter (a = -1/2, widened when reducing) on float pictures.

    python src/test/resources/reference/make_resampling.py
"""
import numpy as np
from PIL import Image
from safetensors.numpy import save_file

SIZES = [(13, 9), (31, 40), (26, 18), (5, 4), (13, 4)]


def main():
    x = np.random.default_rng(3).uniform(0, 255, (3, 11, 17)).astype(np.float32)
    tensors = {"image": x}
    for width, height in SIZES:
        planes = [np.asarray(Image.fromarray(p, "F").resize((width, height), Image.BICUBIC)) for p in x]
        tensors[f"{width}x{height}"] = np.ascontiguousarray(np.stack(planes))
    save_file(tensors, "src/test/resources/reference/resampling.safetensors")


if __name__ == "__main__":
    main()
