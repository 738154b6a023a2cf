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

import io.github.styletransfer.network.WeightsException;

import java.util.Arrays;

/** What a file says, made fit for a message and checked against what the file has. */
final class Brief {

	/** More axes than any kernel has. */
	static final int MAX_AXES = 8;
	/** Longer than any name of a tensor. */
	private static final int MAX_NAME = 80;

	private Brief() {
		// no instances
	}

	/** A name for messages: of one line, with nothing invisible in it, cut short where it is absurd. */
	static String name(final String name) {
		final String cut = name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…";
		return cut.isBlank() ? "\"" + cut + "\"" : cut.replaceAll("\\p{C}", "?");
	}

	/** A shape for messages, cut short where it is absurd. */
	static String shape(final long[] shape) {
		if (shape.length <= MAX_AXES) return Arrays.toString(shape);
		return Arrays.toString(Arrays.copyOf(shape, MAX_AXES)).replace("]", ", …]");
	}

	/**
	 * @param source what messages call the file
	 * @param name of the tensor
	 * @param shape that the file says
	 * @param available number of values that the file has for it, at most
	 * @return the number of values
	 * @throws WeightsException if an axis is negative, there are too many axes, or there are more values than available
	 */
	static int count(final String source, final String name, final long[] shape, final long available) {
		long n = shape.length > MAX_AXES ? -1 : 1;
		for (final long axis : shape) {
			if (axis < 0 || n > 0 && axis > Long.MAX_VALUE / n) n = -1;
			if (n < 0) break;
			n *= axis;
		}
		if (n < 0 || n > available || n > Integer.MAX_VALUE - 16) {
			throw new WeightsException("The weights " + source + " are damaged: the tensor " + name(name) +
				" is said to have shape " + shape(shape) + ", but the file has " + available + " values for it.");
		}
		return (int) n;
	}
}
