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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.engine.Device;
import io.github.styletransfer.engine.Devices;
import io.github.styletransfer.engine.EngineException;
import io.github.styletransfer.transfer.Option;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class PredictionTest {

	private final Prediction prediction = new Prediction(TestImages.grey("x", 64, 48), NetworkChoice.now());

	@Test
	void theLineTellsTheDeviceThatAutoCameTo() {
		final Optional<String> fallback = Devices.HERE.choose(Device.AUTO).fallback();
		final String line = prediction.line(Map.of());
		assertTrue(line.startsWith("About ") && line.contains(" for 64 x 48 pixels. "), line);
		assertTrue(line.contains(fallback.orElse("On cuda:0.")), line);
	}

	@Test
	void theProcessorThatWasAskedForNeedsNoWord() {
		assertTrue(prediction.line(Map.of(Option.DEVICE, "cpu")).endsWith(" for 64 x 48 pixels."));
	}

	/** Trying a card takes seconds, which the event thread has not. */
	@Test
	void aCardThatWasNotTriedYetIsNotTriedWhileTheDialogIsOpen() {
		prediction.line(Map.of());
		final String line = prediction.line(Map.of(Option.DEVICE, "cuda:98"));
		assertTrue(line.endsWith(" On cuda:98 if it is there."), line);
		assumeTrue(Devices.HERE.choose(Device.AUTO).fallback().isPresent(), "Skipped: this computer has a card.");
		final EngineException missing = assertThrows(EngineException.class, () -> Devices.HERE.choose(Device.cuda(98)));
		assertEquals(missing.getMessage(), prediction.line(Map.of(Option.DEVICE, "cuda:98")));
	}

	@Test
	void badValuesAreTold() {
		assertTrue(prediction.line(Map.of(Option.DEVICE, "tpu")).startsWith("device is \"tpu\"; it must be "));
	}
}
