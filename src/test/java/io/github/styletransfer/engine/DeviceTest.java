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
package io.github.styletransfer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {

	@ParameterizedTest
	@CsvSource({ "auto,auto", "CPU,cpu", "' cuda ',cuda:0", "cuda:0,cuda:0", "Cuda:7,cuda:7", "cuda:99,cuda:99" })
	void whatIsAcceptedIsReadAndWritten(final String text, final String written) {
		final Device device = Device.parse(text).orElseThrow();
		assertEquals(written, device.toString());
		assertEquals(Optional.of(device), Device.parse(written));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "gpu", "cuda:", "cuda:-1", "cuda:100", "cuda:1.0", "cuda: 1", "cuda1", "cpu:0", "auto:1",
		"cuda:\u0661", "cuda:0\n" + "x" })
	void otherTextIsRefused(final String text) {
		assertTrue(Device.parse(text).isEmpty());
	}

	@Test
	void onlyCardsAreCounted() {
		assertThrows(IllegalArgumentException.class, () -> new Device(Device.Kind.CPU, 1));
		assertThrows(IllegalArgumentException.class, () -> Device.cuda(-1));
		assertThrows(IllegalArgumentException.class, () -> Device.cuda(100));
	}

	@Test
	void whatIsNotChosenYetCannotCompute() {
		assertThrows(IllegalArgumentException.class, () -> new ChosenDevice(Device.AUTO, Optional.empty()));
		assertThrows(IllegalArgumentException.class, () -> new Execution(OnnxRuntime.environment(), Device.AUTO, () -> 1));
	}
}
