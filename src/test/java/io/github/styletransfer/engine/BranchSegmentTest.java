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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.GraphModel;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs of a network with branches: where it may be cut, what is left out, and that the runs fit together. */
class BranchSegmentTest {

	private static final Architecture NARROW = NarrowNetwork.narrow(Architecture.GOOGLENET, c -> Math.max(2, c
		.outputChannels() / 16));
	private static final Weights WEIGHTS = NarrowNetwork.weights(NARROW, Preprocessing.BVLC);
	private static final List<String> NAMES = NARROW.layers().stream().map(Layer::name).toList();
	private static final int HEIGHT = 50;
	private static final int WIDTH = 43;

	@ParameterizedTest
	@EnumSource(Pooling.class)
	void runsBetweenModulesGiveTheGradientOfTheWhole(final Pooling pooling) throws Exception {
		final LossLayers losses = new LossLayers(NARROW, List.of("conv2/3x3", "inception_3b/5x5"), List.of("conv1/7x7_s2",
			"inception_3a/output", "inception_4a/3x3_reduce"), pooling);
		assertRunsGiveTheWhole(losses, "conv1/7x7_s2", "conv2/3x3", "pool2/3x3_s2", "inception_3b/output", "pool3/3x3_s2");
	}

	/** The two branches meet nowhere, so that the value before them goes past the first one's run. */
	@Test
	void aRunMayHandOnItsInput() throws Exception {
		assertRunsGiveTheWhole(new LossLayers(NARROW, List.of("inception_3a/5x5"), List.of("inception_3a/1x1"),
			Pooling.AVERAGE), "pool2/3x3_s2", "inception_3a/1x1");
	}

	@Test
	void aNetworkIsCutWhereOneValuePasses() {
		final LossLayers losses = new LossLayers(NARROW, List.of("inception_3b/output"), List.of("inception_4b/output"),
			Pooling.AVERAGE);
		final Set<String> allowed = new TreeSet<>();
		for (int last = 0; last < losses.deepest(); last++) {
			final LayerRun front = new LayerRun(0, last);
			final LayerRun back = new LayerRun(last + 1, losses.deepest());
			try {
				gradient(losses, front);
				gradient(losses, back);
				allowed.add(NAMES.get(last));
			}
			catch (final IllegalArgumentException e) {
				assertTrue(e.getMessage().contains("it must start and end where only one does"), e.getMessage());
				assertThrows(IllegalArgumentException.class, () -> gradient(losses, front));
				assertThrows(IllegalArgumentException.class, () -> gradient(losses, back));
			}
		}
		assertEquals(new TreeSet<>(List.of("conv1/7x7_s2", "pool1/3x3_s2", "pool1/norm1", "conv2/3x3_reduce", "conv2/3x3",
			"conv2/norm2", "pool2/3x3_s2", "inception_3a/output", "inception_3b/output", "pool3/3x3_s2",
			"inception_4a/output")), allowed);
	}

	@Test
	void theSentenceNamesTheValues() {
		final LossLayers losses = new LossLayers(NARROW, List.of(), List.of("inception_3a/output"), Pooling.AVERAGE);
		assertEquals("A run of layers from conv1/7x7_s2 to inception_3a/1x1 of narrow GoogLeNet cuts the network in front " +
			"of inception_3a/3x3_reduce, where the values of pool2/3x3_s2, inception_3a/1x1 pass; it must start and end where " +
			"only one does.", assertThrows(IllegalArgumentException.class, () -> gradient(losses, new LayerRun(0, NAMES.indexOf(
				"inception_3a/1x1")))).getMessage());
	}

	@Test
	void nothingIsComputedThatNoChosenLayerNeeds() {
		final LossLayers losses = new LossLayers(NARROW, List.of("inception_3a/5x5"), List.of("inception_3a/1x1"),
			Pooling.AVERAGE);
		final Set<String> kernels = new TreeSet<>();
		for (final String l : List.of("conv1/7x7_s2", "conv2/3x3_reduce", "conv2/3x3", "inception_3a/1x1",
			"inception_3a/5x5_reduce", "inception_3a/5x5"))
		{
			kernels.add(l + ".weight");
			kernels.add(l + ".bias");
		}
		assertEquals(kernels, new TreeSet<>(gradient(losses, LayerRun.whole(losses)).kernels()));
		final int place = NAMES.indexOf("inception_3a/3x3_reduce");
		final String message = assertThrows(IllegalArgumentException.class, () -> gradient(losses, new LayerRun(place, place +
			1))).getMessage();
		assertTrue(message.contains("holds no layer that the losses need"), message);
	}

	// -- Helper methods --

	private static GraphModel gradient(final LossLayers losses, final LayerRun run) {
		return GraphWriter.gradient(WEIGHTS, losses, run, ImageSize.ANY, Operators.PLAIN);
	}

	/** Forward run by run, then backward in the other order. */
	private static void assertRunsGiveTheWhole(final LossLayers losses, final String... lastLayers) throws Exception {
		final List<LayerRun> runs = new ArrayList<>();
		int first = 0;
		for (final String last : lastLayers) {
			runs.add(new LayerRun(first, NAMES.indexOf(last)));
			first = NAMES.indexOf(last) + 1;
		}
		runs.add(new LayerRun(first, losses.deepest()));
		final float[] c = NarrowNetwork.image(1, HEIGHT, WIDTH);
		final float[] x = NarrowNetwork.image(3, HEIGHT, WIDTH);
		try (Evaluation whole = new Evaluation(WEIGHTS, losses, c, HEIGHT, WIDTH, NarrowNetwork.image(2, 35, 40), 35, 40, 2,
			30))
		{
			whole.at(x);
			final Map<String, OnnxTensor> given = new HashMap<>(whole.content.tensors());
			given.putAll(whole.style.tensors());
			given.put("content_weight", SegmentTest.scalar(2));
			given.put("style_weight", SegmentTest.scalar(30));
			given.put("image", SegmentTest.tensor(x, 1, 3, HEIGHT, WIDTH));
			assertBackward(losses, runs, forward(losses, runs, given), given, whole);
		}
	}

	/** What comes into each run behind the first. */
	private static List<OnnxTensor> forward(final LossLayers losses, final List<LayerRun> runs,
		final Map<String, OnnxTensor> given) throws Exception
	{
		final List<OnnxTensor> inputs = new ArrayList<>();
		for (final LayerRun run : runs.subList(0, runs.size() - 1)) {
			if (!inputs.isEmpty()) given.put("input", inputs.get(inputs.size() - 1));
			inputs.add(SegmentTest.run(GraphWriter.targets(WEIGHTS, losses, run, ImageSize.ANY, Operators.PLAIN), given)
				.get("output"));
		}
		return inputs;
	}

	private static void assertBackward(final LossLayers losses, final List<LayerRun> runs, final List<OnnxTensor> inputs,
		final Map<String, OnnxTensor> given, final Evaluation whole) throws Exception
	{
		double loss = 0;
		for (int i = runs.size() - 1; i >= 0; i--) {
			if (i > 0) given.put("input", inputs.get(i - 1));
			final Map<String, OnnxTensor> out = SegmentTest.run(gradient(losses, runs.get(i)), given);
			if (out.containsKey("loss")) loss += SegmentTest.values(out.get("loss"))[0];
			given.put("output_gradient", out.get("gradient"));
		}
		assertEquals(whole.terms.loss(), loss, 1e-5 * loss);
		final double difference = Evaluation.relativeDifference(SegmentTest.values(given.get("output_gradient")),
			whole.gradient);
		assertTrue(difference < 1e-5, "relative difference of the gradient is " + difference);
	}
}
