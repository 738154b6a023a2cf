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

import io.github.styletransfer.network.Layer.Convolution;

import java.util.Map;

/**
 * The kernels and biases of a network's convolutions, by name, with the input that they were trained with. The arrays
 * are shared, not copied: nobody may change them.
 *
 * @param architecture the table of layers
 * @param preprocessing what the network's input is
 * @param source what a user is told about where they come from
 * @param sha256 checksum of the file they were read from, 64 lower-case hexadecimal digits, or a word for weights that
 *          were not read from a file
 * @param tensors {@code conv1_1.weight} [O, I, 3, 3] and {@code conv1_1.bias} [O] of every convolution, row-major
 */
public record Weights(Architecture architecture, Preprocessing preprocessing, String source, String sha256,
	Map<String, float[]> tensors)
{

	/** @throws WeightsException if a tensor is missing or its number of values is not what the table says */
	public Weights {
		tensors = Map.copyOf(tensors);
		for (final Convolution c : architecture.convolutions()) {
			check(architecture, source, tensors, kernelName(c.name()), count(c.kernelShape()));
			check(architecture, source, tensors, biasName(c.name()), count(c.biasShape()));
		}
	}

	/** @return who trained them; {@link Origin#OTHER} if the preprocessing bears no known origin's name */
	public Origin origin() {
		for (final Origin origin : Origin.values()) {
			if (origin.key().equals(preprocessing.name())) return origin;
		}
		return Origin.OTHER;
	}

	/**
	 * @param layer name of a convolution
	 * @return the name of its kernel's tensor
	 */
	public static String kernelName(final String layer) {
		return layer + ".weight";
	}

	/**
	 * @param layer name of a convolution
	 * @return the name of its bias's tensor
	 */
	public static String biasName(final String layer) {
		return layer + ".bias";
	}

	private static long count(final long[] shape) {
		long n = 1;
		for (final long axis : shape) n *= axis;
		return n;
	}

	private static void check(final Architecture architecture, final String source, final Map<String, float[]> tensors,
		final String name, final long expected)
	{
		final float[] values = tensors.get(name);
		if (values == null) {
			throw new WeightsException("The weights " + source + " lack " + name + ", which " + architecture.name() +
				" needs.");
		}
		if (values.length != expected) {
			throw new WeightsException("The tensor " + name + " of the weights " + source + " has " + values.length +
				" values; " + architecture.name() + " needs " + expected + ".");
		}
	}
}
