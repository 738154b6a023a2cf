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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.Reference;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.EmbeddedWeights;
import io.github.styletransfer.network.format.Given;
import io.github.styletransfer.network.format.Safetensors;
import io.github.styletransfer.network.format.WeightsReader;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against values stored from PyTorch in float64; make_references.py made them. */
class ReferenceTest {

	@ParameterizedTest
	@ValueSource(strings = { "narrow_average", "narrow_max", "narrow_torchvision", "narrow_ties" })
	void narrowNetworksAgreeWithPyTorch(final String name) {
		final Safetensors file = Reference.read(name + ".safetensors");
		check(file, WeightsReader.read(file, "none", Given.NOTHING.network(NarrowNetwork.ARCHITECTURE).origin(Origin.of(file
			.metadata().get("preprocessing")))));
	}

	/** Values stored by make_network_references.py. */
	@ParameterizedTest
	@CsvSource({ "GoogLeNet,average", "GoogLeNet,max", "CaffeNet,average", "CaffeNet,max" })
	void narrowNetworksThatAreGraphsAgreeWithPyTorch(final String network, final String pooling) {
		final Safetensors file = Reference.read("narrow_" + network.toLowerCase(Locale.ROOT) + "_" + pooling +
			".safetensors");
		final Architecture narrow = NarrowNetwork.narrow(Architecture.of(network), c -> (int) file.shape(Weights.kernelName(c
			.name()))[0]);
		check(file, WeightsReader.read(file, "none", Given.NOTHING.network(narrow).origin(Origin.BVLC)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "vgg16_average", "vgg16_max" })
	void vgg16WithTheEmbeddedWeightsAgreesWithPyTorch(final String name) {
		check(Reference.read(name + ".safetensors"), EmbeddedWeights.vgg16());
	}

	private static void check(final Safetensors file, final Weights weights) {
		final LossLayers losses = losses(file, weights.architecture());
		try (Evaluation e = open(file, weights, number(file, "content_weight"), number(file, "style_weight"))) {
			final double loss = e.at(Reference.values(file, "image"));
			assertClose(file, "loss", loss);
			losses.contentLayers().forEach(l -> assertClose(file, "content_loss_" + l, e.terms.content().get(l)));
			losses.styleLayers().forEach(l -> assertClose(file, "style_loss_" + l, e.terms.style().get(l)));
			for (final String l : losses.styleLayers()) {
				double square = 0;
				for (final float v : e.style.values("gram_" + l)) square += (double) v * v;
				assertClose(file, "gram_norm_" + l, Math.sqrt(square));
			}
			assertGradient(file, "gradient", e);
		}
		assertShare(file, weights, "content_gradient", number(file, "content_weight"), 0);
		assertShare(file, weights, "style_gradient", 0, number(file, "style_weight"));
	}

	/** Each loss alone: in the sum, the gradient of one can hide behind the other's. */
	private static void assertShare(final Safetensors file, final Weights weights, final String name, final double alpha,
		final double beta)
	{
		try (Evaluation e = open(file, weights, alpha, beta)) {
			e.at(Reference.values(file, "image"));
			assertGradient(file, name, e);
		}
	}

	private static void assertGradient(final Safetensors file, final String name, final Evaluation e) {
		final double difference = Evaluation.relativeDifference(e.gradient, Reference.values(file, name));
		assertTrue(difference < 1e-3, "relative difference of the " + name + " is " + difference);
	}

	private static Evaluation open(final Safetensors file, final Weights weights, final double alpha, final double beta) {
		final long[] size = file.shape("image");
		final long[] style = file.shape("style");
		return new Evaluation(weights, losses(file, weights.architecture()), Reference.values(file, "content"), (int) size[2],
			(int) size[3], Reference.values(file, "style"), (int) style[2], (int) style[3], alpha, beta);
	}

	private static void assertClose(final Safetensors file, final String name, final double found) {
		final double expected = Reference.values(file, name)[0];
		assertEquals(expected, found, 1e-5 * Math.abs(expected), name);
	}

	private static LossLayers losses(final Safetensors file, final Architecture architecture) {
		return new LossLayers(architecture, List.of(file.metadata().get("content_layers").split(",")), List.of(file.metadata()
			.get("style_layers").split(",")), Pooling.valueOf(file.metadata().get("pooling").toUpperCase(Locale.ROOT)));
	}

	private static double number(final Safetensors file, final String key) {
		return Double.parseDouble(file.metadata().get(key));
	}
}
