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
package io.github.styletransfer.network.format;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.WeightsException;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes weights of files: finds the network's tensors under the names that the file uses, and checks every shape and
 * every value.
 */
public final class WeightsReader {

	private WeightsReader() {
		// no instances
	}

	/**
	 * @param file of any format that {@link TensorFiles} opens
	 * @param given what is known of it
	 * @return the weights; their source is the file's path
	 * @throws WeightsException if the file is damaged, of an unknown format or network, lacks a layer, has a layer of
	 *           another shape or a value that is no finite number, or its origin is neither given nor certain
	 */
	public static Weights read(final Path file, final Given given) {
		return read(TensorFiles.open(file), TensorFiles.sha256(file), given);
	}

	/**
	 * @param file opened before
	 * @param sha256 checksum of the whole file, 64 lower-case hexadecimal digits
	 * @param given what is known of it
	 * @return the weights
	 * @throws WeightsException as {@link #read(Path, Given)} does
	 */
	public static Weights read(final TensorFile file, final String sha256, final Given given) {
		final TensorNames names = TensorNames.of(file, given.network());
		final Architecture network = names.network();
		final Map<String, float[]> tensors = new HashMap<>();
		for (final Convolution c : network.convolutions()) {
			checkInput(file, names, c);
			final String kernel = names.kernel(c);
			final String bias = names.bias(c);
			tensors.put(Weights.kernelName(c.name()), values(file, network, kernel, c.name(), c.kernelShape()));
			tensors.put(Weights.biasName(c.name()), values(file, network, bias, c.name(), c.biasShape()));
		}
		final Preprocessing preprocessing = OriginFinder.preprocessing(file, sha256, network, tensors, names, given);
		return new Weights(network, preprocessing, file.source(), sha256, tensors);
	}

	// -- Helper methods --

	private static void checkInput(final TensorFile file, final TensorNames names, final Convolution c) {
		if (!c.name().equals(names.network().convolutionNames().get(0))) return;
		final long[] shape = file.shape(names.kernel(c));
		if (shape.length == 4 && shape[1] != c.kernelShape()[1]) {
			throw new WeightsException("The first convolution of " + file.source() + " (" + Brief.name(names.kernel(c)) +
				") takes " + shape[1] + " channels; only networks that take the " + c.kernelShape()[1] +
				" of an RGB image can be used.");
		}
	}

	private static float[] values(final TensorFile file, final Architecture network, final String tensor,
		final String layer, final long[] expected)
	{
		final long[] shape = file.shape(tensor);
		if (!Arrays.equals(shape, expected)) {
			throw new WeightsException("The tensor " + Brief.name(tensor) + " of " + file.source() + " has shape " + Brief
				.shape(shape) + "; " + layer + " of " + network.name() + " needs " + Arrays.toString(expected) + ".");
		}
		final float[] values = file.floats(tensor);
		for (int i = 0; i < values.length; i++) {
			if (!Float.isFinite(values[i])) {
				throw new WeightsException("The tensor " + Brief.name(tensor) + " of " + file.source() + " has the value " +
					values[i] + " at place " + i + "; weights must be finite numbers, so the file is damaged.");
			}
		}
		return values;
	}
}
