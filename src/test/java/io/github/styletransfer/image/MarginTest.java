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
package io.github.styletransfer.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

class MarginTest {

	@Test
	void mirrorsWithoutRepeatingTheEdge() {
		final PlanarImage row = new PlanarImage(3, 1, new float[] { 1, 2, 3, 1, 2, 3, 1, 2, 3 });
		assertArrayEquals(new float[] { 3, 2, 1, 2, 3, 2, 1, 2 }, Arrays.copyOf(new Margin(2, 0, 3, 0).reflect(row).data(),
			8));
	}

	@Test
	void mirrorsAgainWhenTheMarginIsLargerThanThePicture() {
		final PlanarImage row = new PlanarImage(2, 1, new float[] { 1, 2, 1, 2, 1, 2 });
		assertArrayEquals(new float[] { 2, 1, 2, 1, 2 }, Arrays.copyOf(new Margin(3, 0, 0, 0).reflect(row).data(), 5));
		assertEquals(9 * 9 * 3, new Margin(4, 4, 4, 4).reflect(new PlanarImage(1, 1, new float[3])).data().length);
	}

	@Test
	void croppingTakesItAwayAgain() {
		final PlanarImage image = new PlanarImage(9, 7, NarrowNetwork.image(1, 7, 9));
		final Margin margin = new Margin(3, 5, 11, 2);
		assertArrayEquals(image.data(), margin.crop(margin.reflect(image)).data());
	}

	@Test
	void negativeMarginsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Margin(0, -1, 0, 0));
	}

	@Test
	void picturesWithoutRoomOrValuesAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Size(0, 5));
		assertThrows(IllegalArgumentException.class, () -> new PlanarImage(2, 2, new float[11]));
		final String message = assertThrows(IllegalArgumentException.class, () -> PlanarImage.samples(new Size(65536, 65536)))
			.getMessage();
		assertTrue(message.contains("65536 x 65536") && message.contains("26754"), message);
	}

	/** Three times its pixels do not fit a long. */
	@Test
	void largestSidesAreRefusedToo() {
		assertThrows(IllegalArgumentException.class, () -> PlanarImage.samples(new Size(Integer.MAX_VALUE,
			Integer.MAX_VALUE)));
		assertEquals(3 * 26754 * 26754, PlanarImage.samples(new Size(26754, 26754)));
		assertThrows(IllegalArgumentException.class, () -> PlanarImage.samples(new Size(26755, 26755)));
	}

	@Test
	void marginsThatOverflowAreRefused() {
		final PlanarImage pixel = new PlanarImage(1, 1, new float[3]);
		assertThrows(IllegalArgumentException.class, () -> new Margin(Integer.MAX_VALUE, 0, 5, 0).reflect(pixel));
		assertThrows(IllegalArgumentException.class, () -> new Margin(0, Integer.MAX_VALUE, 0, 1).crop(pixel));
	}

	@Test
	void picturesWithinTheirMarginAreRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> new Margin(4, 0, 5, 0).crop(
			new PlanarImage(9, 2, new float[54]))).getMessage();
		assertTrue(message.contains("9 x 2") && message.contains("4, 0, 5, 0"), message);
	}

	@Test
	void longestSideBelowOneIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> Size.ofLongestSide(6, 4, 0));
		assertThrows(IllegalArgumentException.class, () -> Size.ofLongestSide(0, 4, 5));
	}

	@Test
	void longestSideKeepsTheAspect() {
		assertEquals(new Size(512, 341), Size.ofLongestSide(600, 400, 512));
		assertEquals(new Size(1, 100), Size.ofLongestSide(2, 1000, 100));
	}
}
