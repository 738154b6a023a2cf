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
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;

import org.junit.jupiter.api.Test;

class Hdf5FileTest {

	/** A chunked dataset can be a thousand times larger than its file. */
	@Test
	void chunkedAndCompressedDatasetsAreRefused() {
		final TensorFile file = TensorFiles.open(WeightFiles.path("chunked.h5"));
		WeightFiles.assertRefused(() -> file.floats("block1_conv1.weight"), "chunked.h5", "block1_conv1.weight", "chunks",
			"contiguous");
	}

	@Test
	void kernelsInTheanosOrderAreRefusedByTheirShape() {
		final TensorFile file = TensorFiles.open(WeightFiles.path("keras_old.h5"));
		final FakeFile theano = FakeFile.of(file).put("block2_conv1.weight", 3, 3, 3, 4);
		WeightFiles.assertRefused(() -> WeightsReader.read(theano, "none", WeightFiles.GIVEN), "[3, 3, 3, 4]", "[4, 3, 3, 3]");
	}

	@Test
	void otherNamesAreLeftAsTheyAre() {
		final TensorFile file = TensorFiles.open(WeightFiles.path("keras_latest.h5"));
		assertEquals(26, file.names().size());
		WeightFiles.assertRefused(() -> file.shape("vgg1/block1_conv1/kernel"), "lack", "vgg1/block1_conv1/kernel");
	}

	/** A tree whose inner nodes name themselves. */
	@Test
	void circlesEnd() throws IOException {
		final byte[] bytes = Files.readAllBytes(WeightFiles.path("keras_old.h5"));
		final ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		final int tree = find(bytes, "TREE");
		bytes[tree + 5] = 1; // an inner node …
		file.putShort(tree + 6, (short) 16); // … of 16 children
		for (int child = 0; child < 16; child++) file.putLong(tree + 24 + 16 * child + 8, tree); // … which are itself
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> WeightFiles.assertRefused(() -> TensorFiles.open(FileBytes.of(
			"test file", ByteBuffer.wrap(bytes))), "test file", "HDF5"));
	}

	/** Nodes of a tree that all name the next one twice: 2^60 ways, one file of 60 nodes. */
	@Test
	void treesThatDoubleAtEveryLevelEnd() throws IOException {
		final byte[] original = Files.readAllBytes(WeightFiles.path("keras_old.h5"));
		final int tree = find(original, "TREE");
		final int size = 24 + 2 * 16 + 8;
		final ByteBuffer file = ByteBuffer.allocate(original.length + 61 * size).order(ByteOrder.LITTLE_ENDIAN).put(
			original);
		for (int level = 0; level <= 60; level++) {
			final int at = level == 0 ? tree : original.length + (level - 1) * size;
			file.put(at, "TREE".getBytes(StandardCharsets.US_ASCII)).put(at + 4, (byte) 0).put(at + 5, (byte) (60 - level));
			file.putShort(at + 6, (short) 2);
			for (int child = 0; child < 2; child++) file.putLong(at + 24 + 16 * child + 8, original.length + level * size);
		}
		assertTimeoutPreemptively(Duration.ofSeconds(20), () -> WeightFiles.assertRefused(() -> TensorFiles.open(FileBytes.of(
			"test file", file.flip().limit(file.capacity()))), "test file", "pieces"));
	}

	@Test
	void twoTensorsInOnePlaceAreRefused() throws IOException {
		final byte[] bytes = Files.readAllBytes(WeightFiles.path("keras_old.h5"));
		final ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
		final TensorFile sound = TensorFiles.open(FileBytes.of("sound", ByteBuffer.wrap(bytes.clone())));
		final int first = place(bytes, sound.floats("block1_conv1.bias"));
		final int second = place(bytes, sound.floats("block1_conv2.bias"));
		for (int i = 0; i + 8 <= bytes.length; i++) {
			if (file.getLong(i) == second) file.putLong(i, first + 4L);
		}
		WeightFiles.assertRefused(() -> TensorFiles.open(FileBytes.of("test file", ByteBuffer.wrap(bytes))), "share a place");
	}

	private static int find(final byte[] bytes, final String signature) {
		return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(signature);
	}

	private static int place(final byte[] bytes, final float[] values) {
		final ByteBuffer pattern = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
		for (final float v : values) pattern.putFloat(v);
		return find(bytes, new String(pattern.array(), StandardCharsets.ISO_8859_1));
	}
}
