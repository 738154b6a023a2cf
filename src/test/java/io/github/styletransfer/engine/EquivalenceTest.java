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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Winograd and the blocked layout give what ONNX's own operators give. */
class EquivalenceTest {

	/** Two layers wide enough for Winograd, in front of which nothing pools; sides not divisible by its tiles too. */
	@ParameterizedTest
	@CsvSource({ "32,32", "33,37", "34,31", "40,19" })
	void winogradInBothPasses(final int height, final int width) {
		final Weights weights = NarrowNetwork.weights(Architecture.vgg("wide", new int[][] { { 256, 256, 256 } }), Preprocessing.OXFORD);
		final double difference = difference(weights, new LossLayers(weights.architecture(), List.of("conv1_3"), List.of(
			"conv1_2"), Pooling.AVERAGE), Operators.WINOGRAD, height, width);
		assertTrue(difference < 1e-3 && difference > 0, "relative difference " + difference);
	}

	/** Losses in the layout, at its end, and behind it; pools inside and at its end; sides odd and even. */
	@ParameterizedTest
	@CsvSource({ "32,48,AVERAGE,true", "32,48,AVERAGE,false", "33,37,AVERAGE,true", "34,31,MAX,true", "40,24,MAX,false" })
	void blockedLayout(final int height, final int width, final Pooling pooling, final boolean winograd) {
		final int block = Processor.operators().block();
		assumeTrue(block > 0, "ONNX Runtime has no blocked layout on this processor.");
		final Weights weights = NarrowNetwork.weights(Architecture.vgg("blocks", new int[][] { { 32, 16 }, { 48, 256 }, { 256, 16, 64 } }), Preprocessing.OXFORD);
		final LossLayers losses = new LossLayers(weights.architecture(), List.of("conv1_2", "conv3_1"), List.of("conv1_1",
			"conv2_1", "conv2_2", "conv3_3"), pooling);
		final Operators operators = new Operators(winograd, block);
		assertTrue(GraphWriter.gradient(weights, losses, LayerRun.whole(losses), new ImageSize(height, width), operators)
			.isBlocked());
		final double difference = difference(weights, losses, operators, height, width);
		assertTrue(difference < 1e-3, "relative difference " + difference); // 0 where the runtime's own kernels are the same
	}

	/** Of the gradients; the losses are compared here. */
	private static double difference(final Weights weights, final LossLayers losses, final Operators operators,
		final int height, final int width)
	{
		final float[] c = NarrowNetwork.image(1, height, width);
		final float[] x = NarrowNetwork.image(2, height, width);
		final double[] loss = new double[2];
		final float[][] gradient = new float[2][x.length];
		for (int i = 0; i < 2; i++) {
			try (Engine engine = new Engine(weights, 1, i == 0 ? Operators.PLAIN : operators);
					Targets style = engine.styleTargets(losses, c, height, width);
					Targets content = engine.contentTargets(losses, c, height, width);
					GradientFunction f = engine.gradient(losses, height, width, content, style, 1, 5))
			{
				loss[i] = f.evaluate(x, gradient[i]);
			}
		}
		assertEquals(loss[0], loss[1], 1e-5 * loss[0]);
		return Evaluation.relativeDifference(gradient[1], gradient[0]);
	}
}
