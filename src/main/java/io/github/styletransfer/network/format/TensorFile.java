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
import java.util.List;
import java.util.Map;

/**
 * A file of named tensors, whatever its format. What the file says of itself was checked when it was opened; values are
 * read and converted only when they are asked for, so that a large file costs no more memory than the tensors that are
 * used. Immutable; may be used from several threads.
 */
public interface TensorFile {

	/** @return what messages call the file */
	String source();

	/** @return the name of the format, for example {@code safetensors} */
	String format();

	/** @return the names of all tensors, in the order of the file */
	List<String> names();

	/**
	 * @param name of a tensor
	 * @return its shape; a convolution's kernel is [O, I, H, W] whatever the file's own order is
	 * @throws WeightsException if there is none of that name
	 */
	long[] shape(String name);

	/**
	 * @param name of a tensor
	 * @return its values as float32, row-major in the order of {@link #shape}; a number of 64 bits is rounded, others are
	 *         exact
	 * @throws WeightsException if there is none of that name, its type is none of floating-point numbers, or it cannot be
	 *           read
	 */
	float[] floats(String name);

	/** @return what the file says about itself as text, empty for formats that have no place for it */
	Map<String, String> metadata();

	/**
	 * @param name of a tensor
	 * @param shape that it must have
	 * @return its values as float32, row-major
	 * @throws WeightsException if there is none of that name, its shape is another, or it cannot be read
	 */
	default float[] floats(final String name, final long... shape) {
		if (!Arrays.equals(shape, shape(name))) {
			throw new WeightsException("The tensor " + name + " of " + source() + " has shape " + Arrays.toString(shape(
				name)) + "; expected " + Arrays.toString(shape) + ".");
		}
		return floats(name);
	}
}
