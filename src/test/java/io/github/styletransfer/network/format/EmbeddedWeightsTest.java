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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.WeightsException;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import org.junit.jupiter.api.Test;

class EmbeddedWeightsTest {

	@Test
	void holdsAllThirteenConvolutionsOfTheOxfordNetwork() {
		final Weights weights = EmbeddedWeights.vgg16();
		assertEquals(26, weights.tensors().size());
		assertEquals(512 * 512 * 9, weights.tensors().get("conv5_3.weight").length);
		assertEquals(Preprocessing.OXFORD, weights.preprocessing());
		assertEquals(0.73429835f, weights.tensors().get("conv1_1.bias")[0]); // of the float32 source, to the bit
	}

	@Test
	void oneFlippedBitIsNoticed() throws IOException {
		final byte[] bytes;
		try (InputStream in = EmbeddedWeights.class.getResourceAsStream(EmbeddedWeights.RESOURCE)) {
			bytes = in.readAllBytes();
		}
		bytes[bytes.length / 2] ^= 1;
		final String message = assertThrows(WeightsException.class, () -> EmbeddedWeights.read(bytes)).getMessage();
		assertTrue(message.contains("damaged") && message.contains(EmbeddedWeights.SHA256), message);
	}

	@Test
	void missingTensorIsNamed() {
		final String message = assertThrows(WeightsException.class, () -> new Weights(Architecture.VGG16,
			Preprocessing.OXFORD, "nothing", "none", Map.of())).getMessage();
		assertTrue(message.contains("conv1_1.weight") && message.contains("VGG-16"), message);
	}
}
