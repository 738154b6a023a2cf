package io.github.styletransfer.graph;

import io.github.styletransfer.network.Layer.Convolution;

/** How convolutions are written. The results are the same up to rounding. */
public enum ConvolutionMethod {

	/** Every convolution as ONNX's Conv: for files, and for devices that choose the algorithm themselves. */
	DIRECT,

	/** Wide layers as {@link Winograd}, which is faster on processors; the others as Conv. */
	WINOGRAD_WHERE_WIDE;

	/**
	 * Fewest input and output channels for which Winograd's four times fewer multiplications outweigh its transforms. It is
	 * the same for every size, so that targets and gradients of one picture are rounded alike.
	 */
	private static final int WIDE = 256;

	boolean winograd(final Convolution c) {
		return this == WINOGRAD_WHERE_WIDE && Math.min(c.inputs(), c.outputs()) >= WIDE;
	}
}
