/*-
 * #%L
 * Style Transfer for ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 Style Transfer developers
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 * 
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 * 
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */
package io.github.styletransfer.network;

import java.util.List;

/**
 * One row of an {@link Architecture}'s table: what is computed, and from which earlier rows. Every value is [1, C, H, W];
 * rows and columns are treated alike.
 */
public sealed interface Layer {

	/** What a layer that takes the preprocessed image names as its input. */
	String IMAGE = "image";

	/** @return the field's name of the layer, for example {@code conv4_2}, {@code pool3} or {@code inception_3a/output} */
	String name();

	/** @return the names of the earlier layers whose values it takes, at least one; {@link #IMAGE} for the image */
	List<String> inputs();

	/** @return how many rows of its input one row of its output is further, at least 1 */
	default int stride() {
		return 1;
	}

	/**
	 * @param inputChannels channels that come in, of all inputs together
	 * @return channels that go out
	 */
	default int channels(final int inputChannels) {
		return inputChannels;
	}

	/**
	 * @param inputSide rows (or columns) that come in, at least 0
	 * @return rows (or columns) that go out; 0 if the layer finds no position
	 */
	default int outputSide(final int inputSide) {
		return inputSide;
	}

	/**
	 * A convolution with zero padding, followed by a ReLU. Its name always means the activation after the ReLU,
	 * [1, outputChannels, h, w] with h = ⌊(H + 2 padding − kernel) / stride⌋ + 1. With more than one group, the channels
	 * are cut into as many equal parts and each part of the output sees its part of the input alone.
	 *
	 * @param name for example {@code conv4_2}
	 * @param input name of the layer before, or {@link Layer#IMAGE}
	 * @param inputChannels channels that come in, at least 1
	 * @param outputChannels channels that go out, at least 1
	 * @param kernel rows and columns of every kernel, at least 1
	 * @param stride at least 1
	 * @param padding rows and columns of zeros on each side, 0 to kernel − 1
	 * @param groups at least 1, a divisor of both numbers of channels
	 */
	record Convolution(String name, String input, int inputChannels, int outputChannels, int kernel, int stride,
		int padding, int groups) implements Layer
	{

		/** @throws IllegalArgumentException if a number is out of its range */
		public Convolution {
			if (inputChannels < 1 || outputChannels < 1) {
				throw new IllegalArgumentException("Layer " + name + " has " + inputChannels + " input and " + outputChannels +
					" output channels; each must be at least 1.");
			}
			checkWindow(name, kernel, stride, padding);
			if (groups < 1 || inputChannels % groups != 0 || outputChannels % groups != 0) {
				throw new IllegalArgumentException("Layer " + name + " has " + groups + " groups; they must be at least 1 and " +
					"divide its " + inputChannels + " input and " + outputChannels + " output channels.");
			}
		}

		/**
		 * A convolution of stride 1 and one group that keeps the size.
		 *
		 * @param name of the layer
		 * @param input name of the layer before, or {@link Layer#IMAGE}
		 * @param inputChannels channels that come in, at least 1
		 * @param outputChannels channels that go out, at least 1
		 * @param kernel rows and columns, odd
		 * @return the layer
		 * @throws IllegalArgumentException if a number is out of its range
		 */
		public static Convolution same(final String name, final String input, final int inputChannels,
			final int outputChannels, final int kernel)
		{
			checkOdd(name, "kernel", kernel);
			return new Convolution(name, input, inputChannels, outputChannels, kernel, 1, kernel / 2, 1);
		}

		@Override
		public List<String> inputs() {
			return List.of(input);
		}

		@Override
		public int channels(final int incoming) {
			return outputChannels;
		}

		@Override
		public int outputSide(final int inputSide) {
			return inputSide == 0 ? 0 : Math.max(0, Math.floorDiv(inputSide + 2 * padding - kernel, stride) + 1);
		}

		/** @return the shape of the kernel, [outputChannels, inputChannels / groups, kernel, kernel] */
		public long[] kernelShape() {
			return new long[] { outputChannels, inputChannels / groups, kernel, kernel };
		}

		/** @return the shape of the bias, [outputChannels] */
		public long[] biasShape() {
			return new long[] { outputChannels };
		}
	}

	/**
	 * A pooling step; whether it takes the maximum or the mean is the user's choice. Positions of a window that lie outside
	 * its input do not count.
	 *
	 * @param name for example {@code pool3}
	 * @param input name of the layer before
	 * @param window rows and columns of the window, at least 1
	 * @param stride 1 to window
	 * @param padding how far the first window reaches over the border, 0 to window − 1
	 * @param roundUp whether a last window that only partly fits counts, as in Caffe, unless it starts behind the input; if
	 *          not, the rows and columns that no whole window reaches are dropped
	 */
	record Pool(String name, String input, int window, int stride, int padding, boolean roundUp) implements Layer {

		/** @throws IllegalArgumentException if a number is out of its range */
		public Pool {
			checkWindow(name, window, stride, padding);
			if (stride > window) {
				throw new IllegalArgumentException("Layer " + name + " has stride " + stride + " and a window of " + window +
					"; the stride must be at most the window.");
			}
		}

		@Override
		public List<String> inputs() {
			return List.of(input);
		}

		@Override
		public int outputSide(final int inputSide) {
			if (inputSide == 0) return 0;
			final int reach = inputSide + 2 * padding - window;
			final int positions = (roundUp ? -Math.floorDiv(-reach, stride) : Math.floorDiv(reach, stride)) + 1;
			final boolean behind = roundUp && (positions - 1) * stride >= inputSide + padding;
			return Math.max(0, behind ? positions - 1 : positions);
		}
	}

	/**
	 * Local response normalisation across channels (Krizhevsky, Sutskever and Hinton, "ImageNet Classification with Deep
	 * Convolutional Neural Networks", 2012, section 3.3, with Caffe's division of alpha by the size):
	 * y = x · (k + alpha / size · Σ x²)^−beta, the sum over the {@code size} channels around each.
	 *
	 * @param name for example {@code norm1}
	 * @param input name of the layer before
	 * @param size channels in a sum, odd
	 * @param alpha above 0
	 * @param beta above 0
	 * @param k above 0
	 */
	record LocalResponseNormalisation(String name, String input, int size, float alpha, float beta, float k) implements
		Layer
	{

		/** @throws IllegalArgumentException if a number is out of its range */
		public LocalResponseNormalisation {
			checkOdd(name, "size", size);
			if (!(alpha > 0 && beta > 0 && k > 0)) {
				throw new IllegalArgumentException("Layer " + name + " has alpha " + alpha + ", beta " + beta + " and k " + k +
					"; each must be above 0.");
			}
		}

		@Override
		public List<String> inputs() {
			return List.of(input);
		}
	}

	/**
	 * The channels of several values of the same height and width, one after the other.
	 *
	 * @param name for example {@code inception_3a/output}
	 * @param inputs names of the layers before, at least one
	 */
	record Concatenation(String name, List<String> inputs) implements Layer {

		/** @throws IllegalArgumentException if there is no input */
		public Concatenation {
			inputs = List.copyOf(inputs);
			if (inputs.isEmpty()) throw new IllegalArgumentException("Layer " + name + " concatenates nothing.");
		}
	}

	private static void checkWindow(final String name, final int window, final int stride, final int padding) {
		if (window < 1 || stride < 1 || padding < 0 || padding >= window) {
			throw new IllegalArgumentException("Layer " + name + " has a window of " + window + ", stride " + stride +
				" and padding " + padding + "; window and stride must be at least 1, the padding at least 0 and below the window.");
		}
	}

	private static void checkOdd(final String name, final String what, final int value) {
		if (value < 1 || value % 2 == 0) {
			throw new IllegalArgumentException("Layer " + name + " has " + what + " " + value + "; it must be odd and above 0.");
		}
	}
}
