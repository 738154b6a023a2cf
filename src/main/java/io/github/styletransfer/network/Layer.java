package io.github.styletransfer.network;

/** One row of an {@link Architecture}: a convolution with its ReLU, or a pooling step. */
public sealed interface Layer {

	/** @return the field's name of the layer, for example {@code conv4_2} or {@code pool3} */
	String name();

	/**
	 * A 3x3 convolution, stride 1, zero padding 1, followed by a ReLU. Its name always means the activation after the
	 * ReLU, [1, outputs, H, W].
	 *
	 * @param name for example {@code conv4_2}
	 * @param inputs channels that come in, at least 1
	 * @param outputs channels that go out, at least 1
	 */
	record Convolution(String name, int inputs, int outputs) implements Layer {

		/** Rows and columns of every kernel. */
		public static final int KERNEL = 3;

		/** @throws IllegalArgumentException if a number of channels is below 1 */
		public Convolution {
			if (inputs < 1 || outputs < 1) {
				throw new IllegalArgumentException("Layer " + name + " has " + inputs + " input and " + outputs +
					" output channels; each must be at least 1.");
			}
		}

		/** @return the shape of the kernel, [outputs, inputs, 3, 3] */
		public long[] kernelShape() {
			return new long[] { outputs, inputs, KERNEL, KERNEL };
		}

		/** @return the shape of the bias, [outputs] */
		public long[] biasShape() {
			return new long[] { outputs };
		}
	}

	/**
	 * A 2x2 pooling step of stride 2; an odd last row or column is dropped.
	 *
	 * @param name for example {@code pool3}
	 */
	record Pool(String name) implements Layer {}
}
