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

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginTest {

	@ParameterizedTest
	@EnumSource
	void everyKeyLeadsBackToItsOrigin(final Origin origin) {
		assertEquals(origin, Origin.of(origin.key()));
		origin.preprocessing(Architecture.VGG16).ifPresent(p -> assertEquals(origin.key(), p.name()));
	}

	@Test
	void unknownOriginIsRefusedWithTheKnownOnes() {
		final String message = assertThrows(WeightsException.class, () -> Origin.of("Oxford")).getMessage();
		assertTrue(message.contains("\"Oxford\"") && message.contains("oxford, torchvision, onnx-zoo, bvlc, other"), message);
	}

	@Test
	void onlyNetworksOfOnePublicationHaveAPreprocessingUnderOther() {
		final int[][] blocks = { { 4 } };
		assertEquals(Optional.empty(), Origin.OTHER.preprocessing(Architecture.VGG16));
		for (final String network : List.of("GoogLeNet", "CaffeNet")) {
			final Preprocessing p = Origin.OTHER.preprocessing(Architecture.vgg(network, blocks)).orElseThrow();
			assertEquals(Preprocessing.BVLC.named("other"), p);
			assertArrayEquals(new float[] { 104, 117, 123 }, p.mean());
		}
	}

	@Test
	void theZooTakesWhatTorchvisionTakes() {
		assertEquals(Preprocessing.TORCHVISION, Preprocessing.ONNX_ZOO.named("torchvision"));
	}

	@Test
	void deviationsBecomeScales() {
		final Preprocessing p = Preprocessing.other("BGR", new float[] { 1, 2, 3 }, new float[] { 255, 1, 50 });
		assertTrue(p.bgr());
		assertArrayEquals(new float[] { 1 / 255f, 1, 1 / 50f }, p.scale());
	}

	@ParameterizedTest
	@ValueSource(strings = { "grb", "", "rgba" })
	void unknownOrderIsRefused(final String order) {
		final String message = assertThrows(IllegalArgumentException.class, () -> Preprocessing.other(order, new float[3],
			new float[] { 1, 1, 1 })).getMessage();
		assertTrue(message.contains("\"" + order + "\"") && message.contains("rgb or bgr"), message);
	}

	@ParameterizedTest
	@CsvSource({ "-1,1,mean", "256,1,mean", "NaN,1,mean", "0,0,deviation", "0,-1,deviation", "0,256,deviation",
		"0,NaN,deviation", "Infinity,1,mean" })
	void numbersOutOfRangeAreRefused(final float mean, final float deviation, final String expected) {
		final String message = assertThrows(IllegalArgumentException.class, () -> Preprocessing.other("rgb", new float[] { 0,
			mean, 0 }, new float[] { 1, deviation, 1 })).getMessage();
		assertTrue(message.contains(expected) && message.contains("255"), message);
	}

	@Test
	void threeOfEachAreNeeded() {
		assertThrows(IllegalArgumentException.class, () -> Preprocessing.other("rgb", new float[2], new float[] { 1, 1 }));
		assertThrows(IllegalArgumentException.class, () -> new Preprocessing("x", true, new float[3], new float[] { 1, 0,
			1 }));
	}
}
