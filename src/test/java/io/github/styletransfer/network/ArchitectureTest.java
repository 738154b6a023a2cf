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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.network.Layer.Convolution;

import java.util.List;

import org.junit.jupiter.api.Test;

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
	void channelsThatDoNotFitAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new Architecture("broken", List.of(Convolution.same("a",
			Layer.IMAGE, 3, 4, 3), Convolution.same("b", "a", 5, 4, 3)), List.of(), List.of()));
	}
}
