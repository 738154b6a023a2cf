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
package io.github.styletransfer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.SharedData;
import io.github.styletransfer.network.Layer.Concatenation;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.Pool;
import io.github.styletransfer.network.format.Safetensors;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

	@Test
	void vgg16HasThePapersThirteenConvolutions() {
		assertEquals(List.of("conv1_1", "conv1_2", "conv2_1", "conv2_2", "conv3_1", "conv3_2", "conv3_3", "conv4_1",
			"conv4_2", "conv4_3", "conv5_1", "conv5_2", "conv5_3"), Architecture.VGG16.convolutionNames());
		assertEquals(512, Architecture.VGG16.convolution("conv4_1").outputChannels());
		assertEquals(256, Architecture.VGG16.convolution("conv4_1").inputChannels());
	}

	@Test
	void vgg19HasSixteenConvolutions() {
		assertEquals(16, Architecture.VGG19.convolutions().size());
		assertEquals("conv5_4", Architecture.VGG19.convolutionNames().get(15));
	}

	@Test
	void strideDoublesWithEveryPool() {
		assertEquals(1, Architecture.VGG16.stride("conv1_2"));
		assertEquals(2, Architecture.VGG16.stride("conv2_1"));
		assertEquals(16, Architecture.VGG16.stride("conv5_3"));
	}

	@Test
	void layersAreSortedIntoTheOrderOfComputation() {
		assertEquals(List.of("conv1_2", "conv3_1", "conv5_1"), Architecture.VGG16.inOrder(List.of("conv5_1", "conv1_2",
			"conv3_1")));
	}

	@Test
	void unknownLayerIsRefusedWithTheKnownOnes() {
		final String message = assertThrows(IllegalArgumentException.class, () -> Architecture.VGG16.inOrder(List.of(
			"relu4_2"))).getMessage();
		assertTrue(message.contains("relu4_2") && message.contains("conv1_1, conv1_2") && message.contains("conv5_3"),
			message);
	}

	@Test
	void repeatedLayerIsRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> Architecture.VGG16.inOrder(List.of(
			"conv4_2", "conv1_1", "conv4_2"))).getMessage();
		assertTrue(message.contains("conv4_2") && message.contains("twice"), message);
	}

	@Test
	void googLeNetHasThePapersModules() {
		assertEquals(57, Architecture.GOOGLENET.convolutions().size());
		final List<Integer> channels = Stream.of("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b").map(
			m -> Architecture.GOOGLENET.channels("inception_" + m + "/output")).toList();
		assertEquals(List.of(256, 480, 512, 512, 512, 528, 832, 832, 1024), channels);
		final Map<String, Integer> sides = TableValues.sides(Architecture.GOOGLENET.layers(), 224);
		assertEquals(List.of(112, 56, 56, 28, 14, 7), Stream.of("conv1/7x7_s2", "pool1/norm1", "conv2/norm2",
			"inception_3b/output", "inception_4e/output", "inception_5b/output").map(sides::get).toList());
		assertEquals(32, Architecture.GOOGLENET.stride("inception_5b/pool"));
	}

	/** The published weights' names and shapes, and no others. */
	@Test
	void googLeNetIsThePublishedOne() {
		final Safetensors file = new Safetensors("GoogLeNet", ByteBuffer.wrap(SharedData.read(
			"models/googlenet-bvlc-conv.safetensors")));
		for (final Convolution c : Architecture.GOOGLENET.convolutions()) {
			assertArrayEquals(c.kernelShape(), file.shape(Weights.kernelName(c.name())), c.name());
			assertArrayEquals(c.biasShape(), file.shape(Weights.biasName(c.name())), c.name());
		}
		assertEquals(2 * 57, file.names().size());
	}

	@Test
	void caffeNetHasThePublishedSizes() {
		final Map<String, Integer> sides = TableValues.sides(Architecture.CAFFENET.layers(), 227);
		assertEquals(List.of(55, 27, 27, 27, 13, 13, 13, 13, 13, 6), Architecture.CAFFENET.layers().stream().map(Layer::name)
			.map(sides::get).toList());
		assertArrayEquals(new long[] { 256, 48, 5, 5 }, Architecture.CAFFENET.convolution("conv2").kernelShape());
		assertEquals(16, Architecture.CAFFENET.stride("conv5"));
	}

	@ParameterizedTest
	@CsvSource({ "vgg16,VGG-16", "VGG-16,VGG-16", "Vgg_19,VGG-19", "googlenet,GoogLeNet", "GOOGLE-NET,GoogLeNet",
		"caffe net,CaffeNet" })
	void namesAreForgiving(final String given, final String name) {
		assertEquals(name, Architecture.of(given).name());
	}

	@Test
	void unknownNetworkIsRefusedWithTheKnownOnes() {
		assertEquals("Unknown network \"resnet50\"; known networks are VGG-16, VGG-19, GoogLeNet, CaffeNet.", assertThrows(
			IllegalArgumentException.class, () -> Architecture.of("resnet50")).getMessage());
	}

	@Test
	void lossesMayLookAtConvolutionsAndConcatenationsAlone() {
		assertEquals(57 + 9, Architecture.GOOGLENET.lossLayerNames().size());
		assertEquals(List.of("inception_3a/pool_proj", "inception_3a/output", "inception_4a/1x1"), Architecture.GOOGLENET
			.inOrder(List.of("inception_4a/1x1", "inception_3a/output", "inception_3a/pool_proj")));
		final String message = assertThrows(IllegalArgumentException.class, () -> Architecture.GOOGLENET.index(
			"pool1/norm1")).getMessage();
		assertTrue(message.contains("\"pool1/norm1\"") && message.contains("inception_3a/3x3_reduce") && message.contains(
			"inception_5b/output") && !message.contains("pool2/3x3_s2"), message);
	}

	@Test
	void everyNetworkHasItsDefaultLayers() {
		assertEquals(List.of("conv4_2"), Architecture.VGG19.contentLayers());
		for (final Architecture a : Architecture.known()) {
			assertEquals(5, a.styleLayers().size());
			assertTrue(a.lossLayerNames().containsAll(a.contentLayers()) && !a.contentLayers().isEmpty(), a.name());
		}
		assertEquals(List.of(), Architecture.vgg("short", new int[][] { { 4 } }).contentLayers());
	}

	@Test
	void onlyTheWayToTheChosenLayersIsNeeded() {
		assertEquals(List.of("conv1/7x7_s2", "pool1/3x3_s2", "pool1/norm1", "conv2/3x3_reduce", "conv2/3x3", "conv2/norm2",
			"pool2/3x3_s2", "inception_3a/1x1", "inception_3a/5x5_reduce", "inception_3a/5x5"), Architecture.GOOGLENET.needed(
				List.of("inception_3a/5x5", "inception_3a/1x1")).stream().map(Layer::name).toList());
		assertEquals(7 + 8 + 8, Architecture.GOOGLENET.needed(List.of("inception_3b/output")).size());
		assertEquals(List.of(), Architecture.GOOGLENET.needed(List.of()));
	}

	@ParameterizedTest
	@CsvSource({ "VGG-16,conv5_1,16", "VGG-16,conv1_2,1", "GoogLeNet,inception_5a/output,31", "GoogLeNet,conv1/7x7_s2,1",
		"CaffeNet,conv1,11", "CaffeNet,conv5,23" })
	void smallestSideLeavesOnePosition(final String network, final String layer, final int expected) {
		final Architecture a = Architecture.of(network);
		assertEquals(expected, a.smallestSide(List.of(layer)));
		assertEquals(1, TableValues.sides(a.layers(), expected).get(layer));
		assertEquals(0, TableValues.sides(a.layers(), expected - 1).get(layer));
	}

	// -- Bad tables --

	@Test
	void channelsThatDoNotFitAreRefused() {
		assertRefused("b", "takes 5 channels", Convolution.same("a", Layer.IMAGE, 3, 4, 3), Convolution.same("b", "a", 5, 4,
			3));
	}

	@Test
	void valuesFromNowhereAreRefused() {
		assertRefused("takes c", "neither the image nor", Convolution.same("a", "c", 3, 4, 3), Convolution.same("c",
			Layer.IMAGE, 3, 3, 3));
	}

	@Test
	void repeatedNamesAreRefused() {
		assertRefused("named a", "Two values", Convolution.same("a", Layer.IMAGE, 3, 3, 3), Convolution.same("a", "a", 3, 3,
			3));
		assertRefused("named image", "Two values", Convolution.same("image", Layer.IMAGE, 3, 3, 3));
	}

	@Test
	void concatenationOfDifferentSizesIsRefused() {
		assertRefused("Layer c", "1, 0 rows for an image of 1", Convolution.same("a", Layer.IMAGE, 3, 3, 3), new Pool("b",
			"a", 2, 2, 0, false), new Concatenation("c", List.of("a", "b")));
	}

	@Test
	void emptyTablesAndUnknownDefaultsAreRefused() {
		assertRefused("no layers", "broken");
		assertThrows(IllegalArgumentException.class, () -> new Architecture("broken", List.of(Convolution.same("a",
			Layer.IMAGE, 3, 4, 3)), List.of("b"), List.of()));
		assertThrows(IllegalArgumentException.class, () -> Architecture.VGG16.channels("fc6"));
	}

	private static void assertRefused(final String part, final String other, final Layer... layers) {
		final String message = assertThrows(IllegalArgumentException.class, () -> new Architecture("broken", List.of(layers),
			List.of(), List.of())).getMessage();
		assertTrue(message.contains(part) && message.contains(other), message);
	}
}
