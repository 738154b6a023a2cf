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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.Layer.Concatenation;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.LocalResponseNormalisation;
import io.github.styletransfer.network.Layer.Pool;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTest {

	/** Caffe: ceil((side + 2 pad - window) / stride) + 1, one less if padding is used and the last window starts behind. */
	@ParameterizedTest
	@CsvSource({ "3,2,0", "3,1,1", "3,2,1", "2,2,0", "2,2,1", "5,3,2", "7,1,0", "3,3,2" })
	void poolsThatRoundUpHaveCaffesSizes(final int window, final int stride, final int padding) {
		for (int side = 1; side <= 300; side++) {
			int expected = (int) Math.ceil((side + 2. * padding - window) / stride) + 1;
			if (padding > 0 && (expected - 1) * stride >= side + padding) expected--;
			assertEquals(Math.max(0, expected), new Pool("p", "x", window, stride, padding, true).outputSide(side), "side " +
				side);
		}
	}

	/** By counting: the positions whose window lies inside, padding included. */
	@ParameterizedTest
	@CsvSource({ "3,2,0", "2,2,0", "3,1,1", "5,3,2", "11,4,0", "7,2,3", "1,2,0" })
	void wholeWindowsAreCounted(final int window, final int stride, final int padding) {
		for (int side = 1; side <= 60; side++) {
			int positions = 0;
			for (int start = -padding; start + window <= side + padding; start += stride) positions++;
			assertEquals(positions, new Convolution("c", "x", 1, 1, window, stride, padding, 1).outputSide(side), "side " +
				side);
			if (stride <= window) {
				assertEquals(positions, new Pool("p", "x", window, stride, padding, false).outputSide(side), "side " + side);
			}
		}
	}

	@Test
	void nothingComesOfNothing() {
		assertEquals(0, new Convolution("c", "x", 1, 1, 3, 1, 2, 1).outputSide(0));
		assertEquals(0, new Pool("p", "x", 3, 1, 2, true).outputSide(0));
	}

	@Test
	void groupsShareTheKernel() {
		assertArrayEquals(new long[] { 6, 2, 5, 5 }, new Convolution("c", "x", 4, 6, 5, 1, 2, 2).kernelShape());
	}

	@Test
	void numbersOutOfRangeAreRefused() {
		assertRefused("channels", () -> new Convolution("bad", "x", 0, 1, 3, 1, 1, 1));
		assertRefused("channels", () -> new Convolution("bad", "x", 1, 0, 3, 1, 1, 1));
		assertRefused("window", () -> new Convolution("bad", "x", 1, 1, 0, 1, 0, 1));
		assertRefused("window", () -> new Convolution("bad", "x", 1, 1, 3, 0, 1, 1));
		assertRefused("padding", () -> new Convolution("bad", "x", 1, 1, 3, 1, 3, 1));
		assertRefused("padding", () -> new Pool("bad", "x", 2, 2, -1, false));
		assertRefused("groups", () -> new Convolution("bad", "x", 4, 6, 3, 1, 1, 4));
		assertRefused("groups", () -> new Convolution("bad", "x", 4, 6, 3, 1, 1, 0));
		assertRefused("kernel", () -> Convolution.same("bad", "x", 1, 1, 4));
		assertRefused("stride", () -> new Pool("bad", "x", 2, 3, 0, false));
		assertRefused("size", () -> new LocalResponseNormalisation("bad", "x", 4, 1e-4f, .75f, 1));
		assertRefused("alpha", () -> new LocalResponseNormalisation("bad", "x", 5, 0, .75f, 1));
		assertRefused("beta", () -> new LocalResponseNormalisation("bad", "x", 5, 1, Float.NaN, 1));
		assertRefused("k", () -> new LocalResponseNormalisation("bad", "x", 5, 1, 1, -1));
		assertRefused("nothing", () -> new Concatenation("bad", List.of()));
	}

	private static void assertRefused(final String what, final Executable action) {
		final String message = assertThrows(IllegalArgumentException.class, action).getMessage();
		assertTrue(message.startsWith("Layer bad ") && message.contains(what), message);
	}
}
