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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.WeightsException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

	private static final String A = "\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}";

	@Test
	void readsFloat32WithShapeAndMetadata() {
		final Safetensors file = read("{\"__metadata__\":{\"licence\":\"CC0\"}," + A + "}", 1.5f, -2f);
		assertEquals(List.of("a"), file.names());
		assertArrayEquals(new long[] { 2, 1 }, file.shape("a"));
		assertArrayEquals(new float[] { 1.5f, -2f }, file.floats("a", 2, 1));
		assertEquals("CC0", file.metadata().get("licence"));
	}

	@ParameterizedTest
	@CsvSource({ "0x0000,0", "0x3C00,1", "0xC000,-2", "0x7BFF,65504", "0x0001,5.9604644775390625E-8",
		"0x03FF,6.097555160522461E-5", "0x0400,6.103515625E-5", "0x3555,0.333251953125", "0x7C00,Infinity",
		"0xFC00,-Infinity" })
	void convertsFloat16Exactly(final String bits, final float expected) {
		assertEquals(expected, FloatType.halfToFloat((short) (int) Integer.decode(bits)));
	}

	@Test
	void float16KeepsNaNAndNegativeZero() {
		assertTrue(Float.isNaN(FloatType.halfToFloat((short) 0x7E00)));
		assertEquals(Float.floatToRawIntBits(-0f), Float.floatToRawIntBits(FloatType.halfToFloat((short) 0x8000)));
	}

	@Test
	void readsFloat16Tensors() {
		final Safetensors file = read("{\"h\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]}}", Float
			.intBitsToFloat(0xC0003C00));
		assertArrayEquals(new float[] { 1, -2 }, file.floats("h", 2));
	}

	@Test
	void otherTypesAreRefusedByName() {
		final Safetensors file = read("{\"i\":{\"dtype\":\"I32\",\"shape\":[1],\"data_offsets\":[0,4]}}", 0);
		assertSentence(() -> file.floats("i", 1), "I32", "F32, F16");
	}

	@Test
	void anotherShapeIsRefused() {
		assertSentence(() -> read("{" + A + "}", 1, 2).floats("a", 1, 2), "[2, 1]", "[1, 2]");
	}

	@Test
	void missingTensorIsNamed() {
		assertSentence(() -> read("{" + A + "}", 1, 2).floats("conv1_1.weight", 1), "test file", "conv1_1.weight");
	}

	@Test
	void truncatedFileIsRefused() {
		assertSentence(() -> read("{" + A + "}", 1), "0 to 8 of 4");
	}

	@Test
	void trailingBytesAreRefused() {
		assertSentence(() -> read("{" + A + "}", 1, 2, 3), "8 of 12");
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 0, 1, 1000, Long.MAX_VALUE })
	void headerLengthOutsideTheFileIsRefused(final long length) {
		final ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
		assertSentence(() -> new Safetensors("test file", bytes), "header");
	}

	@Test
	void fileShorterThanTheLengthIsRefused() {
		assertSentence(() -> new Safetensors("test file", ByteBuffer.allocate(5)), "5 bytes");
	}

	@ParameterizedTest
	@ValueSource(strings = { "not json", "[]", "{\"a\":1}", "{\"a\":{\"dtype\":\"F32\"}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]}", // not closed
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[-2,-1],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[3,1],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,4],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[8,0]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[1,1,1,1,1,1,1,1,2],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
		"{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "{\"__metadata__\":{\"x\":{}}}" })
	void brokenHeadersAreRefusedInOneSentence(final String header) {
		assertSentence(() -> read(header, 1, 2), "test file", "damaged");
	}

	@Test
	void deepNestingIsNoDanger() {
		final String deep = "[".repeat(200_000) + "]".repeat(200_000);
		assertArrayEquals(new float[] { 1, 2 }, read("{" + A.replace("{", "{\"more\":" + deep + ",") + "}", 1, 2).floats("a"));
		assertSentence(() -> read("{\"a\":" + deep + "}", 1, 2), "test file", "damaged");
	}

	@Test
	void endlessListsOfTensorsEnd() {
		final StringBuilder header = new StringBuilder("{");
		for (int i = 0; i <= 100_000; i++) {
			header.append('"').append(i).append("\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},");
		}
		assertSentence(() -> read(header + A + "}", 1, 2), "test file", "100000 tensors");
	}

	private static Safetensors read(final String header, final float... values) {
		return new Safetensors("test file", bytes(header, values));
	}

	static ByteBuffer bytes(final String header, final float... values) {
		final byte[] text = header.getBytes(StandardCharsets.UTF_8);
		final ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + 4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		bytes.putLong(text.length).put(text);
		for (final float v : values) bytes.putFloat(v);
		return bytes.flip();
	}

	private static void assertSentence(final org.junit.jupiter.api.function.Executable action, final String... parts) {
		final String message = assertThrows(WeightsException.class, action).getMessage();
		for (final String part : parts) assertTrue(message.contains(part), message);
	}
}
