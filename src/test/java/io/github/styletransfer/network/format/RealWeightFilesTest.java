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
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real weights. Skipped where they are missing: those of the shared data, and the large files that
 * {@code make_weight_files.py --real FOLDER SOURCE} writes; the environment's {@code STYLE_TRANSFER_WEIGHT_FILES} names the
 * folder.
 */
class RealWeightFilesTest {

	private static final Path SHARED = Path.of("..", "shared", "data", "models");
	private static final String FOLDER = "STYLE_TRANSFER_WEIGHT_FILES";

	@ParameterizedTest
	@CsvSource({ "vgg16-oxford-conv.safetensors,VGG-16,13", "vgg19-oxford-conv.safetensors,VGG-19,16" })
	void sharedModelsAreRecognisedAndKnownToBeOxfords(final String name, final String network, final int convolutions) {
		final Path file = SHARED.resolve(name);
		assumeTrue(Files.exists(file), () -> file + " is missing, so the real weights were not read");
		final Weights weights = WeightsReader.read(file, Given.NOTHING);
		assertEquals(network, weights.architecture().name());
		assertEquals(2 * convolutions, weights.tensors().size());
		assertEquals(Preprocessing.OXFORD, weights.preprocessing());
		assertEquals(Origin.OXFORD, KnownWeights.byFirstLayer(weights.tensors().get("conv1_1.weight"), weights.tensors().get(
			"conv1_1.bias")).orElseThrow());
	}

	/** Nothing is said of the files; some have a fully connected layer that would not fit into the tests' memory. */
	@Test
	void vgg16IsTheSameInEveryFormatToTheLastBit() throws IOException {
		final String folder = System.getenv(FOLDER);
		assumeTrue(folder != null, () -> FOLDER + " is not set, so large files of weights were not read");
		final Weights reference = WeightsReader.read(Path.of(folder, "own.safetensors"), Given.NOTHING);
		final List<Path> files;
		try (Stream<Path> all = Files.list(Path.of(folder))) {
			files = all.sorted().toList();
		}
		assertTrue(files.size() >= 9, () -> "only " + files);
		for (final Path file : files) {
			final Weights weights = WeightsReader.read(file, Given.NOTHING);
			assertEquals(Architecture.VGG16, weights.architecture(), file::toString);
			assertEquals(Preprocessing.OXFORD, weights.preprocessing(), file::toString);
			reference.tensors().forEach((name, values) -> assertArrayEquals(values, weights.tensors().get(name), () -> name +
				" of " + file));
		}
	}
}
