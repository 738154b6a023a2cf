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
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Factors of loss terms that make their gradients equally large, see {@link Engine#normalised}. */
final class Normalisation implements AutoCloseable {

	/** Rounding alone leaves less than this part of the features; any picture that was ever touched, more. */
	private static final double NOTHING = 1e-3;

	private final OrtEnvironment environment;
	private final LossLayers losses;
	private final Map<String, OnnxTensor> inputs = new HashMap<>();
	private final List<Targets> taken;

	/**
	 * @param targets stay the caller's
	 * @param taken more inputs, which are closed with this
	 */
	Normalisation(final OrtEnvironment environment, final LossLayers losses, final List<Targets> targets,
		final List<Targets> taken)
	{
		this.environment = environment;
		this.losses = losses;
		this.taken = taken;
		targets.forEach(t -> inputs.putAll(t.tensors()));
		taken.forEach(t -> inputs.putAll(t.tensors()));
	}

	/** @param session of {@link io.github.styletransfer.graph.GraphWriter#norms} */
	LossLayers at(final Session session, final float[] image, final int height, final int width) {
		final Set<String> wanted = new LinkedHashSet<>();
		losses.contentLayers().forEach(l -> wanted.addAll(List.of(Names.contentNorm(l), Names.targetNorm(l))));
		losses.styleLayers().forEach(l -> wanted.add(Names.styleNorm(l)));
		try (OnnxTensor x = Session.tensor(environment, KernelMemory.direct(image.length).put(image).flip(), 1, 3, height,
			width); OnnxTensor one = Session.scalar(environment, 1))
		{
			inputs.putAll(Map.of(Names.IMAGE, x, Names.CONTENT_WEIGHT, one, Names.STYLE_WEIGHT, one));
			try (OrtSession.Result norms = session.run(inputs, wanted, Map.of(), true)) {
				return divided(norms);
			}
		}
	}

	@Override
	public void close() {
		taken.forEach(Targets::close);
	}

	private LossLayers divided(final OrtSession.Result norms) {
		final Map<String, Double> content = WholeGradient.values(norms, losses.contentLayers(), Names::contentNorm);
		final Map<String, Double> atZero = WholeGradient.values(norms, losses.contentLayers(), Names::targetNorm);
		final Map<String, Double> style = WholeGradient.values(norms, losses.styleLayers(), Names::styleNorm);
		content.replaceAll((layer, norm) -> usable(norm > NOTHING * atZero.get(layer) ? norm : atZero.get(layer)));
		style.replaceAll((layer, norm) -> usable(norm));
		return losses.dividedBy(content, style);
	}

	/** A norm that a factor can be divided by: one that is 0, or too large for a float, leaves it as it is. */
	private static double usable(final double norm) {
		return norm > 0 && norm < Double.POSITIVE_INFINITY ? norm : 1;
	}
}
