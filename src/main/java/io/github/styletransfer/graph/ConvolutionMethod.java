package io.github.styletransfer.graph;

import io.github.styletransfer.network.Layer.Convolution;

/** How convolutions are written. The results are the same up to rounding. */
public enum ConvolutionMethod {

	/** Every convolution as ONNX's Conv: for files, and for devices that choose the algorithm themselves. */
	DIRECT,

	/** Wide layers as {@link Winograd}, which is faster on processors; the others as Conv. */
	WINOGRAD_WHERE_WIDE;

	/**
	 * Fewest input and output channels for which Winograd's four times fewer multiplications outweigh its transforms.
	 */
	private static final int WIDE = 256;

	/**
	 * Fewest positions of a layer for which they do: below, its four times larger kernels are read for too few tiles.
	 */
	private static final int POSITIONS = 256;

	boolean winograd(final Convolution c, final ImageSize size) {
		return this == WINOGRAD_WHERE_WIDE && Math.min(c.inputs(), c.outputs()) >= WIDE && (size.isAny() || (long) size
			.height() * size.width() >= POSITIONS);
	}
}
