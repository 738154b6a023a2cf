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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.ByteBuffer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TorchTensorTest {

	/** The numbers 0, 1, 2, … in big-endian order. */
	private static ByteBuffer numbers(final TorchStorage storage) {
		final ByteBuffer bytes = ByteBuffer.allocate((int) (4 * storage.count()));
		while (bytes.hasRemaining()) bytes.putFloat(bytes.position() / 4);
		return bytes.flip();
	}

	private static float[] read(final long count, final long offset, final long[] shape, final long... strides) {
		return new TorchTensor(new TorchStorage("0", TorchType.FLOAT, 0, count), offset, shape, strides).floats("test file",
			"x", TorchTensorTest::numbers);
	}

	@Test
	void rowMajorPartsAreCopied() {
		assertArrayEquals(new float[] { 2, 3, 4, 5, 6, 7 }, read(8, 2, new long[] { 2, 3 }, 3, 1));
		assertArrayEquals(new float[] { 7 }, read(8, 7, new long[0]));
		assertArrayEquals(new float[] { 5, 6 }, read(8, 5, new long[] { 1, 2 }, 999 % 9, 1));
	}

	@Test
	void stridesAreFollowed() {
		assertArrayEquals(new float[] { 1, 4, 2, 5, 3, 6 }, read(8, 1, new long[] { 3, 2 }, 1, 3)); // transposed
		assertArrayEquals(new float[] { 0, 2, 4, 6 }, read(8, 0, new long[] { 4 }, 2));
		assertArrayEquals(new float[] { 3, 3, 4, 4 }, read(8, 3, new long[] { 2, 2 }, 1, 0)); // expanded
		assertArrayEquals(new float[0], read(8, 0, new long[] { 0, 5 }, 5, 1));
	}

	@ParameterizedTest
	@CsvSource({ "8,0,3,3,3,1", "8,3,2,3,3,1", "8,-1,2,3,3,1", "8,0,2,3,-3,1", "8,0,2,3,9223372036854775807,1",
		"8,9223372036854775807,2,3,3,1", "8,0,4294967296,4294967296,1,1", "8,0,-1,3,3,1", "1,0,2,1,0,0", "0,0,1,1,1,1" })
	void whatLeavesTheStorageIsRefused(final long count, final long offset, final long rows, final long columns,
		final long stride, final long step)
	{
		WeightFiles.assertRefused(() -> read(count, offset, new long[] { rows, columns }, stride, step), "test file", "damaged",
			" x ");
	}

	@Test
	void asManyStridesAsAxesAreNeeded() {
		WeightFiles.assertRefused(() -> read(8, 0, new long[] { 2, 2 }, 1), "strides");
		WeightFiles.assertRefused(() -> read(8, 0, new long[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 1, 1, 1, 1, 1, 1, 1, 1, 1), "…");
	}
}
