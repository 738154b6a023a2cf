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
package io.github.styletransfer.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.store.Hints;
import io.github.styletransfer.transfer.Option;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsHintsTest {

	private static final Map<Option, String> OTHER = Map.of(Option.ARCHITECTURE, "vgg_19", Option.ORIGIN, "Other",
		Option.CHANNEL_ORDER, "RGB", Option.MEAN, "1, 2.5; 255", Option.STANDARD_DEVIATION, "1 255 0.5");

	@Test
	void nothingGivenIsNothingSaid() {
		assertEquals(Hints.NONE, WeightsHints.parse(Map.of()));
		assertEquals(Hints.NONE, WeightsHints.parse(Map.of(Option.ARCHITECTURE, "auto", Option.ORIGIN, "AUTO",
			Option.CHANNEL_ORDER, "auto", Option.MEAN, "", Option.STANDARD_DEVIATION, " ")));
	}

	@Test
	void everythingGivenIsSaid() {
		assertEquals(new Hints(Optional.of("VGG-19"), Optional.of("other"), Optional.of(Preprocessing.other("rgb", new float[] {
			1, 2.5f, 255 }, new float[] { 1, 255, .5f }))), WeightsHints.parse(OTHER));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "architecture | ResNet-50 | Unknown network \"ResNet-50\"", //
		"origin | google | origin is \"google\"; it must be auto, oxford", //
		"origin | oxford | channel_order is given, but the origin is oxford", //
		"origin | auto | channel_order is given, but the origin is auto", //
		"channel_order | grb | channel_order is \"grb\"; it must be auto, bgr or rgb", //
		"channel_order | auto | channel_order is missing", //
		"mean | 1,2 | mean is \"1,2\"; it must be three numbers", //
		"mean | a,b,c | mean is \"a,b,c\"", //
		"mean | 1,2,NaN | The mean NaN is out of range", //
		"mean | 1,2,256 | The mean 256.0 is out of range", //
		"standard_deviation | 0,1,1 | The standard deviation 0.0 is out of range", //
		"standard_deviation | auto | standard_deviation is missing" })
	void whatIsNotAcceptedIsNamed(final String key, final String value, final String part) {
		final Map<Option, String> values = new EnumMap<>(OTHER);
		values.put(Option.of(key), value);
		final String message = assertThrows(IllegalArgumentException.class, () -> WeightsHints.parse(values)).getMessage();
		assertTrue(message.startsWith(part) && message.endsWith("."), message);
	}
}
