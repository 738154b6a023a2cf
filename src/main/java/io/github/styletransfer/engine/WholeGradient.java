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

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** All layers of the whole image at once. Image and gradient live in direct memory that ONNX Runtime reads and writes in place. */
final class WholeGradient implements GradientFunction {

	private final Session session;
	private final Runnable closeSession;
	private final LossLayers losses;
	private final double contentWeight;
	private final double styleWeight;
	private final FloatBuffer image;
	private final FloatBuffer gradientBuffer;
	private final Map<String, OnnxTensor> own = new HashMap<>();
	private final Map<String, OnnxTensor> inputs = new HashMap<>();
	private final Map<String, OnnxValue> pinned = new HashMap<>();
	private final Set<String> terms = new LinkedHashSet<>();
	private final List<Targets> taken;
	private LossTerms last;

	/**
	 * @param targets stay the caller's
	 * @param taken more inputs, which are closed with this
	 */
	WholeGradient(final OrtEnvironment environment, final Session session, final Runnable closeSession,
		final LossLayers losses, final int height, final int width, final List<Targets> targets, final List<Targets> taken,
		final double contentWeight, final double styleWeight)
	{
		this.session = session;
		this.closeSession = closeSession;
		this.losses = losses;
		this.contentWeight = contentWeight;
		this.styleWeight = styleWeight;
		final int samples = Math.multiplyExact(3, Math.multiplyExact(height, width));
		image = KernelMemory.direct(samples);
		gradientBuffer = KernelMemory.direct(samples);
		own.put(Names.IMAGE, Session.tensor(environment, image, 1, 3, height, width));
		own.put(Names.CONTENT_WEIGHT, Session.scalar(environment, contentWeight));
		own.put(Names.STYLE_WEIGHT, Session.scalar(environment, styleWeight));
		inputs.putAll(own);
		this.taken = taken;
		targets.forEach(t -> inputs.putAll(t.tensors()));
		taken.forEach(t -> inputs.putAll(t.tensors()));
		final OnnxTensor gradient = Session.tensor(environment, gradientBuffer, 1, 3, height, width);
		own.put(Names.GRADIENT, gradient);
		pinned.put(Names.GRADIENT, gradient);
		losses.contentLayers().forEach(l -> terms.add(Names.contentLoss(l)));
		losses.styleLayers().forEach(l -> terms.add(Names.styleLoss(l)));
	}

	@Override
	public double evaluate(final float[] x, final float[] gradient) {
		image.clear().put(x);
		try (OrtSession.Result result = session.run(inputs, terms, pinned, false)) {
			last = LossTerms.weighted(losses, contentWeight, values(result, losses.contentLayers(), Names::contentLoss),
				styleWeight, values(result, losses.styleLayers(), Names::styleLoss));
		}
		gradientBuffer.clear().get(gradient);
		return last.loss();
	}

	@Override
	public LossTerms lastTerms() {
		if (last == null) throw new IllegalStateException("Nothing was evaluated yet.");
		return last;
	}

	@Override
	public void close() {
		closeSession.run();
		own.values().forEach(OnnxTensor::close);
		own.clear();
		taken.forEach(Targets::close);
	}

	static Map<String, Double> values(final OrtSession.Result result, final List<String> layers,
		final UnaryOperator<String> name)
	{
		final Map<String, Double> values = new LinkedHashMap<>();
		for (final String l : layers) {
			final OnnxTensor term = (OnnxTensor) result.get(name.apply(l)).orElseThrow();
			values.put(l, (double) term.getFloatBuffer().get(0));
		}
		return values;
	}
}
