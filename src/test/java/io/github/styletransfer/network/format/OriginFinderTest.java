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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who trained the weights: found where certain, asked for where not, contradicted where the file says otherwise. */
class OriginFinderTest {

	private static final String TIMM = "57b026918159a6bf9faf8405c3a551903768e7138989d9c6224a14227203fad8";
	private static final TensorFile FILE = TensorFiles.open(WeightFiles.path("narrow_f16.safetensors"));
	private static final Given NARROW = Given.NOTHING.network(WeightFiles.NARROW);
	private static final Preprocessing OWN = Preprocessing.other("rgb", new float[] { 120, 110, 100 }, new float[] { 58,
		57, 56 });

	/** One convolution as wide as VGG's first, so that real ones can stand in it. */
	private static final Architecture FIRST = Architecture.vgg("first", new int[][] { { 64 } });
	private static float[] kernel;
	private static float[] bias;

	@BeforeAll
	static void takeOxfordsFirstConvolution() {
		final Weights embedded = EmbeddedWeights.vgg16();
		kernel = embedded.tensors().get("conv1_1.weight");
		bias = embedded.tensors().get("conv1_1.bias");
	}

	@Test
	void namesOfPyTorchSayNothingSoItIsAskedFor() {
		WeightFiles.assertRefused(() -> WeightsReader.read(FILE, "none", NARROW), "origin", "not certain",
			"oxford, torchvision, onnx-zoo, bvlc, other");
	}

	@ParameterizedTest
	@CsvSource({ "oxford,OXFORD", "torchvision,TORCHVISION", "onnx-zoo,ONNX_ZOO", "bvlc,BVLC" })
	void theGivenOriginDecides(final String key, final Origin expected) {
		final Weights weights = WeightsReader.read(FILE, "none", NARROW.origin(Origin.of(key)));
		assertEquals(expected, weights.origin());
		assertEquals(expected.preprocessing(WeightFiles.NARROW).orElseThrow(), weights.preprocessing());
	}

	@ParameterizedTest
	@CsvSource({ "keras_old.h5", "keras_new.h5", "keras_latest.h5" })
	void kerasApplicationsAreOxfords(final String name) {
		assertEquals(Preprocessing.OXFORD, WeightsReader.read(WeightFiles.path(name), NARROW).preprocessing());
	}

	@Test
	void aPublishedChecksumDecides() {
		assertEquals(Origin.TORCHVISION, WeightsReader.read(FILE, TIMM, NARROW).origin());
		WeightFiles.assertRefused(() -> WeightsReader.read(FILE, TIMM, NARROW.origin(Origin.OXFORD)), "torchvision",
			"not oxford", "checksum");
	}

	@Test
	void metadataDecide() {
		final FakeFile file = FakeFile.of(FILE);
		file.metadata.put("origin", "onnx-zoo");
		assertEquals(Preprocessing.ONNX_ZOO, WeightsReader.read(file, "none", NARROW).preprocessing());
		file.metadata.put("origin", "somewhere");
		WeightFiles.assertRefused(() -> WeightsReader.read(file, "none", NARROW), "not certain");
	}

	@Test
	void oxfordsFirstConvolutionIsKnownByItsNumbers() {
		final FakeFile file = new FakeFile().put("features.0.weight", new long[] { 64, 3, 3, 3 }, kernel).put(
			"features.0.bias", new long[] { 64 }, bias);
		assertEquals(Origin.OXFORD, WeightsReader.read(file, "none", Given.NOTHING.network(FIRST)).origin());
		WeightFiles.assertRefused(() -> WeightsReader.read(file, "none", Given.NOTHING.network(FIRST).origin(
			Origin.TORCHVISION)), "oxford", "not torchvision");
		final float[] other = bias.clone();
		other[5] = Math.nextUp(other[5]);
		file.put("features.0.bias", new long[] { 64 }, other);
		WeightFiles.assertRefused(() -> WeightsReader.read(file, "none", Given.NOTHING.network(FIRST)), "not certain");
	}

	@Test
	void oxfordsWeightsTurnedToRgbAreNotTakenForOxfords() {
		final float[] turned = kernel.clone();
		for (int o = 0; o < 64; o++) {
			for (int i = 0; i < 9; i++) {
				turned[o * 27 + i] = kernel[o * 27 + 18 + i];
				turned[o * 27 + 18 + i] = kernel[o * 27 + i];
			}
		}
		assertTrue(KnownWeights.isOxfordInRgb(turned, bias));
		assertFalse(KnownWeights.isOxfordInRgb(kernel, bias));
		final FakeFile file = new FakeFile().put("features.0.weight", new long[] { 64, 3, 3, 3 }, turned).put(
			"features.0.bias", new long[] { 64 }, bias);
		WeightFiles.assertRefused(() -> WeightsReader.read(file, "none", Given.NOTHING.network(FIRST)), "not certain");
		WeightFiles.assertRefused(() -> WeightsReader.read(file, "none", Given.NOTHING.network(FIRST).origin(Origin.OXFORD)),
			"RGB", "rgb", "123.68");
	}

	@Test
	void otherNeedsItsPreprocessing() {
		WeightFiles.assertRefused(() -> WeightsReader.read(FILE, "none", NARROW.origin(Origin.OTHER)), "rgb or bgr",
			"three means", "deviations");
		final Weights weights = WeightsReader.read(FILE, "none", NARROW.preprocessing(OWN));
		assertEquals(Origin.OTHER, weights.origin());
		assertEquals(OWN, weights.preprocessing());
		WeightFiles.assertRefused(() -> WeightsReader.read(FILE, "none", NARROW.origin(Origin.OXFORD).preprocessing(OWN)),
			"oxford", "origin other");
	}
}
