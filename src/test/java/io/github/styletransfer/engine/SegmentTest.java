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
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.Convention;
import io.github.styletransfer.graph.Operators;
import io.github.styletransfer.graph.GraphModel;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.ImageSize;
import io.github.styletransfer.graph.LayerRun;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Padding;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs of a part of the layers, as files have them: every run must fit to its neighbours. */
class SegmentTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final int HEIGHT = 37;
	private static final int WIDTH = 29;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 4, 5, 8, 10 })
	void twoRunsGiveTheGradientOfTheWhole(final int last) throws Exception {
		for (final Pooling pooling : Pooling.values()) {
			final LossLayers losses = GradientTest.losses("conv2_2,conv4_2", "conv1_1,conv2_1,conv3_1,conv4_1,conv5_1",
				pooling);
			final float[] c = NarrowNetwork.image(1, HEIGHT, WIDTH);
			final float[] x = NarrowNetwork.image(3, HEIGHT, WIDTH);
			final float[] s = NarrowNetwork.image(2, 20, 24);
			final LayerRun front = new LayerRun(0, last);
			final LayerRun back = new LayerRun(last + 1, losses.deepest());
			try (Evaluation whole = new Evaluation(WEIGHTS, losses, c, HEIGHT, WIDTH, s, 20, 24, 2, 30)) {
				final double loss = whole.at(x);
				final Map<String, OnnxTensor> given = new HashMap<>(whole.content.tensors());
				given.putAll(whole.style.tensors());
				given.put("content_weight", scalar(2));
				given.put("style_weight", scalar(30));
				given.put("image", tensor(x, 1, 3, HEIGHT, WIDTH));
				final Map<String, OnnxTensor> forward = run(GraphWriter.targets(WEIGHTS, losses, front, ImageSize.ANY,
					Operators.PLAIN), given);
				given.put("input", forward.get("output"));
				final Map<String, OnnxTensor> deep = run(GraphWriter.gradient(WEIGHTS, losses, back, ImageSize.ANY,
					Operators.PLAIN), given);
				given.put("output_gradient", deep.get("gradient"));
				final Map<String, OnnxTensor> shallow = run(GraphWriter.gradient(WEIGHTS, losses, front, ImageSize.ANY,
					Operators.PLAIN), given);
				assertTrue(Evaluation.relativeDifference(values(shallow.get("gradient")), whole.gradient) < 1e-5);
				assertEquals(loss, values(deep.get("loss"))[0] + values(shallow.get("loss"))[0], 1e-5 * loss);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(Pooling.class)
	void exportedGraphOfAnySizeEqualsTheEngine(final Pooling pooling) throws Exception {
		final LossLayers losses = GradientTest.losses("conv4_2", "conv1_1,conv5_1", pooling);
		for (final int height : new int[] { 16, 37, 48 }) {
			final float[] c = NarrowNetwork.image(1, height, WIDTH);
			final float[] x = NarrowNetwork.image(3, height, WIDTH);
			try (Evaluation e = new Evaluation(WEIGHTS, losses, c, height, WIDTH, c, height, WIDTH, 1, 10)) {
				final double loss = e.at(x);
				final Map<String, OnnxTensor> given = new HashMap<>(e.content.tensors());
				given.putAll(e.style.tensors());
				given.put("content_weight", scalar(1));
				given.put("style_weight", scalar(10));
				given.put("image", tensor(x, 1, 3, height, WIDTH));
				final Map<String, OnnxTensor> out = run(GraphWriter.gradient(WEIGHTS, losses, LayerRun.whole(losses),
					ImageSize.ANY, Operators.PLAIN), given);
				assertEquals(loss, values(out.get("loss"))[0], 1e-5 * loss);
				assertTrue(Evaluation.relativeDifference(values(out.get("gradient")), e.gradient) < 1e-5);
				assertTrue(out.keySet().containsAll(java.util.List.of("loss", "gradient", "content_loss_conv4_2",
					"style_loss_conv1_1", "style_loss_conv5_1")), out.keySet().toString());
			}
		}
	}

	/** Written with ONNX's own operators, so that any runtime runs them; runs of layers add up there too. */
	@ParameterizedTest
	@EnumSource(Convention.class)
	void twoRunsGiveTheGradientOfTheWholeInEveryConvention(final Convention convention) throws Exception {
		final LossLayers losses = GradientTest.losses("conv2_2,conv4_2", "conv1_1,conv3_1", Pooling.AVERAGE).withConvention(
			convention).withPadding(Padding.REPLICATE);
		final float[] c = NarrowNetwork.image(1, HEIGHT, WIDTH);
		final float[] x = NarrowNetwork.image(3, HEIGHT, WIDTH);
		try (Evaluation whole = new Evaluation(WEIGHTS, losses, c, HEIGHT, WIDTH, NarrowNetwork.image(2, 20, 24), 20, 24, 2,
			30))
		{
			final double loss = whole.at(x);
			final Map<String, OnnxTensor> given = new HashMap<>(whole.content.tensors());
			given.putAll(whole.style.tensors());
			if (convention.hasMeans()) given.putAll(run(GraphWriter.roots(losses), given));
			given.put("content_weight", scalar(2));
			given.put("style_weight", scalar(30));
			given.put("image", tensor(x, 1, 3, HEIGHT, WIDTH));
			final LayerRun front = new LayerRun(0, 4);
			final LayerRun back = new LayerRun(5, losses.deepest());
			given.put("input", run(GraphWriter.targets(WEIGHTS, losses, front, ImageSize.ANY, Operators.PLAIN), given).get(
				"output"));
			final Map<String, OnnxTensor> deep = run(GraphWriter.gradient(WEIGHTS, losses, back, ImageSize.ANY,
				Operators.PLAIN), given);
			given.put("output_gradient", deep.get("gradient"));
			final Map<String, OnnxTensor> shallow = run(GraphWriter.gradient(WEIGHTS, losses, front, ImageSize.ANY,
				Operators.PLAIN), given);
			assertTrue(Evaluation.relativeDifference(values(shallow.get("gradient")), whole.gradient) < 1e-5);
			assertEquals(loss, values(deep.get("loss"))[0] + values(shallow.get("loss"))[0], 1e-5 * loss);
		}
	}

	@Test
	void runBehindTheDeepestLayerIsRefused() {
		final LossLayers losses = GradientTest.losses("conv2_1", "", Pooling.MAX);
		assertThrows(IllegalArgumentException.class, () -> GraphWriter.targets(WEIGHTS, losses, new LayerRun(0, 9),
			ImageSize.ANY, Operators.PLAIN));
		assertThrows(IllegalArgumentException.class, () -> new LayerRun(3, 2));
		assertThrows(IllegalArgumentException.class, () -> GraphWriter.targets(WEIGHTS, losses, LayerRun.whole(losses),
			new ImageSize(1, 8), Operators.PLAIN));
	}

	// -- Helper methods --

	static Map<String, OnnxTensor> run(final GraphModel model, final Map<String, OnnxTensor> given)
		throws OrtException, IOException
	{
		final ByteArrayOutputStream file = new ByteArrayOutputStream();
		model.writeTo(file);
		final Map<String, OnnxTensor> outputs = new HashMap<>();
		try (OrtSession session = OnnxRuntime.environment().createSession(file.toByteArray())) {
			final Map<String, OnnxTensor> inputs = new HashMap<>(given);
			inputs.keySet().retainAll(session.getInputNames());
			for (final Map.Entry<String, OnnxValue> e : session.run(inputs)) outputs.put(e.getKey(), (OnnxTensor) e.getValue());
		}
		return outputs;
	}

	static OnnxTensor scalar(final float value) throws OrtException {
		return tensor(new float[] { value });
	}

	static OnnxTensor tensor(final float[] values, final long... shape) throws OrtException {
		return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
	}

	static float[] values(final OnnxTensor tensor) {
		final FloatBuffer buffer = tensor.getFloatBuffer();
		final float[] values = new float[buffer.remaining()];
		buffer.get(values);
		return values;
	}
}
