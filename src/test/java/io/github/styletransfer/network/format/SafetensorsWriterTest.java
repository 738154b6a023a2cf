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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.SafetensorsWriter.Tensor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class SafetensorsWriterTest {

	@Test
	void whatIsWrittenIsReadAgainToTheBit() throws IOException {
		final Map<String, Tensor> tensors = new LinkedHashMap<>();
		final float[] large = new float[40_001]; // more than one piece
		for (int i = 0; i < large.length; i++) large[i] = (float) Math.sin(i);
		tensors.put("z", new Tensor(new long[] { 40_001 }, large));
		tensors.put("a \"quoted\" ☃\n", new Tensor(new long[] { 2, 1 }, new float[] { -0f, Float.MIN_VALUE }));
		tensors.put("none", new Tensor(new long[] { 0, 3 }, new float[0]));
		final byte[] bytes = bytes(tensors, Map.of("b", "2", "a", "1"));
		final Safetensors file = new Safetensors("written", ByteBuffer.wrap(bytes));
		assertEquals(List.copyOf(tensors.keySet()), file.names());
		tensors.forEach((name, t) -> assertArrayEquals(t.values(), file.floats(name, t.shape())));
		assertEquals(Map.of("a", "1", "b", "2"), file.metadata());
		assertEquals(0, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
		assertArrayEquals(bytes, bytes(tensors, Map.of("a", "1", "b", "2")));
	}

	@Test
	void weightsNeedNothingElseToBeReadAgain() throws IOException {
		final Weights original = WeightsReader.read(WeightFiles.path("zip.pth"), WeightFiles.GIVEN.origin(
			Origin.TORCHVISION));
		final Weights again = writeAndRead(original);
		assertEquals(Preprocessing.TORCHVISION, again.preprocessing());
		original.tensors().forEach((name, values) -> assertArrayEquals(values, again.tensors().get(name)));
	}

	@Test
	void weightsOfOtherOriginKeepTheirPreprocessingToTheBit() throws IOException {
		final Preprocessing own = Preprocessing.other("bgr", new float[] { 101.1f, 102.2f, 103.3f }, new float[] { 58.395f,
			57.12f, 57.375f });
		final Weights original = WeightsReader.read(WeightFiles.path("zip.pth"), Given.NOTHING.network(WeightFiles.NARROW)
			.preprocessing(own));
		assertEquals(own, writeAndRead(original).preprocessing());
	}

	@Test
	void theMetadataTellWhereTheWeightsComeFrom() throws IOException {
		final Weights weights = WeightsReader.read(WeightFiles.path("zip.pth"), WeightFiles.GIVEN);
		final Map<String, String> metadata = written(weights).metadata();
		assertEquals("narrow", metadata.get("network"));
		assertEquals("oxford", metadata.get("origin"));
		assertEquals("bgr", metadata.get("input_order"));
		assertEquals("CC0", metadata.get("licence"));
		assertEquals(TensorFiles.sha256(WeightFiles.path("zip.pth")), metadata.get("source_sha256"));
	}

	@Test
	void aTensorWithTheWrongNumberOfValuesIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Tensor(new long[] { 2, 2 }, new float[3]));
	}

	private static Weights writeAndRead(final Weights weights) throws IOException {
		return WeightsReader.read(written(weights), "none", Given.NOTHING.network(WeightFiles.NARROW));
	}

	private static Safetensors written(final Weights weights) throws IOException {
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		SafetensorsWriter.write(out, weights, Map.of("licence", "CC0", "origin", "the weights' own wins"));
		return new Safetensors("written", ByteBuffer.wrap(out.toByteArray()));
	}

	private static byte[] bytes(final Map<String, Tensor> tensors, final Map<String, String> metadata)
		throws IOException
	{
		final ByteArrayOutputStream out = new ByteArrayOutputStream();
		SafetensorsWriter.write(out, tensors, metadata);
		return out.toByteArray();
	}
}
