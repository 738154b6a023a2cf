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
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsReaderTest {

	private static final TensorFile FEATURES = TensorFiles.open(WeightFiles.path("narrow_f16.safetensors"));

	private static Weights read(final TensorFile file) {
		return WeightsReader.read(file, "none", WeightFiles.GIVEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "module.", "vgg.", "net.0." })
	void whatStandsBeforeTheNamesDoesNotMatter(final String prefix) {
		final FakeFile file = FakeFile.of(FEATURES).rename("^", prefix).put("classifier.0.weight", 7, 20);
		assertArrayEquals(FEATURES.floats("features.17.weight"), read(file).tensors().get("conv4_1.weight"));
	}

	@ParameterizedTest
	@CsvSource({ "conv1_1,0", "conv1_2,2", "conv2_1,5", "conv2_2,7", "conv3_1,10", "conv3_2,12", "conv3_3,14",
		"conv4_1,17", "conv4_2,19", "conv4_3,21", "conv5_1,24", "conv5_2,26", "conv5_3,28" })
	void torchvisionNumbersTheLayersOfVgg16(final String layer, final int number) {
		assertEquals("features." + number, Naming.FEATURES.layer(Architecture.VGG16, Architecture.VGG16.convolution(
			layer)));
	}

	@Test
	void torchvisionNumbersTheLayersOfVgg19() {
		assertEquals(List.of(0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28, 30, 32, 34).stream().map(n -> "features." + n)
			.toList(), Architecture.VGG19.convolutions().stream().map(c -> Naming.FEATURES.layer(Architecture.VGG19, c))
				.toList());
	}

	@ParameterizedTest
	@CsvSource({ "OWN,VGG-16", "OWN,VGG-19", "FEATURES,VGG-16", "FEATURES,VGG-19", "KERAS,VGG-16", "KERAS,VGG-19",
		"OWN,GoogLeNet" })
	void theNetworkIsRecognised(final Naming naming, final String network) {
		assertEquals(network, TensorNames.of(shapesOnly(naming, network), Optional.empty()).network().name());
	}

	@Test
	void whatMayBeAlexNetIsNotTakenForCaffeNet() {
		final FakeFile file = shapesOnly(Naming.OWN, "CaffeNet");
		WeightFiles.assertRefused(() -> TensorNames.of(file, Optional.empty()), "fake file", "CaffeNet", "AlexNet");
		assertEquals("CaffeNet", TensorNames.of(file, Optional.of(Architecture.CAFFENET)).network().name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "OWN", "FEATURES", "KERAS" })
	void aMissingLayerIsNamedAndVgg19IsNotTakenForVgg16(final Naming naming) {
		final FakeFile file = shapesOnly(naming, "VGG-19");
		final String layer = naming.layer(Architecture.VGG19, Architecture.VGG19.convolution("conv3_4"));
		file.remove(layer + ".weight");
		WeightFiles.assertRefused(() -> TensorNames.of(file, Optional.empty()), layer + ".weight", "VGG-19", "conv3_4");
		WeightFiles.assertRefused(() -> TensorNames.of(shapesOnly(naming, "VGG-19"), Optional.of(Architecture.VGG16)),
			"VGG-16");
	}

	@Test
	void oneLayerTooManyIsNamed() {
		final FakeFile file = FakeFile.of(FEATURES).put("features.30.weight", 5, 5, 3, 3);
		WeightFiles.assertRefused(() -> read(file), "fake file", "features.30", "narrow", "another network");
	}

	@Test
	void aMissingBiasIsNamed() {
		final FakeFile file = FakeFile.of(FEATURES).remove("features.21.bias");
		WeightFiles.assertRefused(() -> read(file), "fake file", "features.21.bias", "conv4_3", "narrow");
	}

	@Test
	void wrongShapesAreNamed() {
		final FakeFile file = FakeFile.of(FEATURES).put("features.5.weight", 4, 3, 3, 4);
		WeightFiles.assertRefused(() -> read(file), "fake file", "features.5.weight", "[4, 3, 3, 4]", "conv2_1",
			"[4, 3, 3, 3]");
		final FakeFile bias = FakeFile.of(FEATURES).put("features.5.bias", 5);
		WeightFiles.assertRefused(() -> read(bias), "features.5.bias", "[5]", "[4]");
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 4 })
	void otherInputChannelsAreRefused(final long channels) {
		final FakeFile file = FakeFile.of(FEATURES).put("features.0.weight", 3, channels, 3, 3);
		WeightFiles.assertRefused(() -> read(file), "fake file", "features.0.weight", "takes " + channels + " channels", "RGB");
	}

	@ParameterizedTest
	@ValueSource(floats = { Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void valuesThatAreNoNumbersAreRefused(final float value) {
		final FakeFile file = FakeFile.of(FEATURES).put("features.12.bias", 4);
		file.values.get("features.12.bias")[2] = value;
		WeightFiles.assertRefused(() -> read(file), "features.12.bias", Float.toString(value), "place 2", "finite");
	}

	@Test
	void batchNormalisationIsNamed() {
		final FakeFile file = FakeFile.of(FEATURES).put("features.1.running_mean", 3);
		WeightFiles.assertRefused(() -> read(file), "batch normalisation", "features.1.running_mean");
	}

	@Test
	void unknownNamesAreListed() {
		final FakeFile file = new FakeFile().put("bad\nname", 1, 1, 1, 1).put("layer.0.weight", 3, 3, 3, 3);
		WeightFiles.assertRefused(() -> read(file), "no known names", "bad?name", "layer.0.weight", "block1_conv1");
		WeightFiles.assertRefused(() -> read(new FakeFile()), "no kernels");
	}

	@Test
	void caffesNamesAreTakenAsTheyAre() {
		final Architecture googlenet = new Architecture("GoogLeNet", List.of(Convolution.same("conv1/7x7_s2", Layer.IMAGE, 3, 4, 3),
			Convolution.same("inception_3a/3x3_reduce", "conv1/7x7_s2", 4, 2, 3)), List.of(), List.of("conv1/7x7_s2"));
		final FakeFile file = new FakeFile().put("conv1/7x7_s2.weight", 4, 3, 3, 3).put("conv1/7x7_s2.bias", 4).put(
			"inception_3a/3x3_reduce.weight", 2, 4, 3, 3).put("inception_3a/3x3_reduce.bias", 2).put("loss1/conv.weight", 2, 4,
				1, 1);
		final Weights weights = WeightsReader.read(file, "none", Given.NOTHING.network(googlenet));
		assertSame(file.values.get("inception_3a/3x3_reduce.bias"), weights.tensors().get("inception_3a/3x3_reduce.bias"));
		assertEquals(Preprocessing.BVLC, weights.preprocessing());
		assertEquals(Origin.BVLC, weights.origin());
	}

	/** Published networks without their values. */
	private static FakeFile shapesOnly(final Naming naming, final String network) {
		final Architecture architecture = Architecture.of(network);
		final FakeFile file = new FakeFile();
		for (final Convolution c : architecture.convolutions()) {
			file.put(naming.layer(architecture, c) + ".weight", c.kernelShape(), new float[0]);
			file.put(naming.layer(architecture, c) + ".bias", c.biasShape(), new float[0]);
		}
		return file;
	}
}
