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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.Reference;
import io.github.styletransfer.network.format.Safetensors;

import java.util.Arrays;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplingTest {

	@ParameterizedTest
	@CsvSource({ "13,9", "31,40", "26,18", "5,4", "13,4" })
	void agreesWithPillow(final int width, final int height) {
		final Safetensors file = Reference.read("resampling.safetensors");
		final PlanarImage image = new PlanarImage(17, 11, Reference.values(file, "image"));
		final float[] expected = Reference.values(file, width + "x" + height);
		final float[] found = Resampling.resize(image, width, height).data();
		for (int i = 0; i < expected.length; i++) assertEquals(expected[i], found[i], 2e-3, "value " + i);
	}

	@ParameterizedTest
	@CsvSource({ "3,2", "7,9", "40,31", "1,1" })
	void constantsStayConstant(final int width, final int height) {
		final float[] flat = new float[3 * 13 * 10];
		Arrays.fill(flat, 77);
		for (final float v : Resampling.resize(new PlanarImage(13, 10, flat), width, height).data()) {
			assertEquals(77, v, 1e-4);
		}
	}

	/** Hundreds of weights a value: single precision drifts by 8e-4. */
	@ParameterizedTest
	@CsvSource({ "3,7", "37,5", "4097,3" })
	void constantsStayConstantWhenMuchIsReduced(final int along, final int across) {
		final float[] flat = new float[3 * 4096 * 16];
		Arrays.fill(flat, 254.3f);
		for (final float v : Resampling.resize(new PlanarImage(4096, 16, flat), along, across).data()) {
			assertEquals(254.3f, v, 1e-4);
		}
		for (final float v : Resampling.resize(new PlanarImage(16, 4096, flat), across, along).data()) {
			assertEquals(254.3f, v, 1e-4);
		}
	}

	@Test
	void emptyAndEnormousResultsAreRefused() {
		final PlanarImage pixel = new PlanarImage(1, 1, new float[3]);
		assertThrows(IllegalArgumentException.class, () -> Resampling.resize(pixel, 0, 5));
		assertThrows(IllegalArgumentException.class, () -> Resampling.resize(pixel, 50_000, 50_000));
	}

	@Test
	void rampsStayRampsAwayFromTheBorder() {
		final float[] ramp = new float[3 * 40];
		for (int i = 0; i < ramp.length; i++) ramp[i] = i % 40;
		final PlanarImage twice = Resampling.resize(new PlanarImage(40, 1, ramp), 80, 1);
		for (int x = 8; x < 72; x++) assertEquals((x + .5) / 2 - .5, twice.data()[x], 1e-4);
	}

	@Test
	void flippingCommutes() {
		final PlanarImage image = new PlanarImage(17, 11, NarrowNetwork.image(1, 11, 17));
		final float[] a = flipped(Resampling.resize(image, 7, 5)).data();
		final float[] b = Resampling.resize(flipped(image), 7, 5).data();
		for (int i = 0; i < a.length; i++) assertEquals(a[i], b[i], 1e-3);
	}

	@Test
	void sameSizeIsTheSameImage() {
		final PlanarImage image = new PlanarImage(2, 2, new float[12]);
		assertSame(image, Resampling.resize(image, 2, 2));
	}

	private static PlanarImage flipped(final PlanarImage p) {
		final float[] data = new float[p.data().length];
		for (int row = 0; row < 3 * p.height(); row++) {
			for (int x = 0; x < p.width(); x++) data[row * p.width() + x] = p.data()[(row + 1) * p.width() - 1 - x];
		}
		return new PlanarImage(p.width(), p.height(), data);
	}
}
