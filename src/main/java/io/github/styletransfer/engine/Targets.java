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

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gram matrices (and means, in conventions that have some) of a style image, or features of a content image, in ONNX
 * Runtime's memory. Not thread-safe; must be
 * open as long as a {@link GradientFunction} uses it.
 */
public final class Targets implements AutoCloseable {

	private final Map<String, OnnxTensor> tensors = new HashMap<>();
	private final Map<String, Planes> planes = new HashMap<>();

	/** Takes over the tensors of a run. */
	Targets(final Iterable<Map.Entry<String, OnnxValue>> outputs) {
		outputs.forEach(e -> tensors.put(e.getKey(), (OnnxTensor) e.getValue()));
	}

	/** Features of an image that is done in tiles, by layer. */
	static Targets ofFeatures(final Map<String, Planes> features) {
		final Targets targets = new Targets(List.of());
		targets.planes.putAll(features);
		return targets;
	}

	/** Gram matrices by layer, [C, C]. */
	static Targets ofGrams(final Map<String, float[]> grams) {
		final Targets targets = new Targets(List.of());
		grams.forEach((l, gram) -> targets.put(Names.gram(l), gram, squareSide(gram), squareSide(gram)));
		return targets;
	}

	/** Takes over tensors. */
	Targets(final Map<String, OnnxTensor> tensors) {
		this.tensors.putAll(tensors);
	}

	/**
	 * @param each style targets of the same layers, in the order of the regions; they stay open and their owner's
	 * @return style targets of that many regions; to be closed
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public static Targets regions(final List<Targets> each) {
		final Targets all = new Targets(List.of());
		for (int r = 0; r < each.size(); r++) {
			for (final String name : each.get(r).tensors.keySet()) {
				final float[] values = each.get(r).values(name);
				all.put(Names.inRegion(name, r), values, each.get(r).tensors.get(name).getInfo().getShape());
			}
		}
		return all;
	}

	/** The names of style targets: of a whole image with 0 regions, or of the first one. */
	static List<String> styleNames(final LossLayers losses, final int regions) {
		final List<String> names = new ArrayList<>();
		for (final String layer : losses.styleLayers()) {
			final String key = regions == 0 ? layer : Names.inRegion(layer, 0);
			names.add(Names.gram(key));
			if (losses.convention().hasMeans()) names.add(Names.mean(key));
		}
		return names;
	}

	/** These of a single region as those of a whole image. */
	Targets ofWhole() {
		final Map<String, OnnxTensor> renamed = new HashMap<>();
		final String suffix = Names.inRegion("", 0);
		tensors.forEach((name, tensor) -> renamed.put(name.substring(0, name.length() - suffix.length()), tensor));
		tensors.clear();
		tensors.putAll(renamed);
		return this;
	}

	/**
	 * Mixes Gram matrices, or features, value by value.
	 *
	 * @param targets of the same layers and shapes, at least one; they stay open and their owner's
	 * @param weights one for each; they need not sum to 1
	 * @return Σ weight · target; to be closed
	 * @throws IllegalArgumentException if there is not one weight for each, or they are not of the same layers and shapes
	 * @throws EngineException if ONNX Runtime fails, for example for want of memory
	 */
	public static Targets mix(final List<Targets> targets, final double... weights) {
		if (targets.isEmpty() || targets.size() != weights.length) {
			throw new IllegalArgumentException(targets.size() + " targets cannot be mixed with " + weights.length +
				" weights; there must be one for each.");
		}
		final Targets mixed = new Targets(List.of());
		for (final String name : targets.get(0).tensors.keySet()) {
			final long[] shape = targets.get(0).tensors.get(name).getInfo().getShape();
			final float[] sum = new float[targets.get(0).values(name).length];
			for (int i = 0; i < weights.length; i++) {
				final OnnxTensor part = targets.get(i).tensors.get(name);
				if (part == null || !Arrays.equals(shape, part.getInfo().getShape())) {
					throw new IllegalArgumentException("Only targets of the same layers and shapes can be mixed; " + name +
						" is missing or has another shape.");
				}
				final FloatBuffer values = part.getFloatBuffer();
				for (int j = 0; j < sum.length; j++) sum[j] += (float) (weights[i] * values.get(j));
			}
			mixed.put(name, sum, shape);
		}
		return mixed;
	}

	Map<String, OnnxTensor> tensors() {
		return Map.copyOf(tensors);
	}

	Map<String, Planes> planes() {
		return planes;
	}

	/**
	 * @param name of a tensor, see {@link io.github.styletransfer.graph.Names}
	 * @return a copy of its values, row-major
	 * @throws IllegalArgumentException if there is none of that name
	 */
	public float[] values(final String name) {
		final OnnxTensor tensor = tensors.get(name);
		if (tensor == null) throw new IllegalArgumentException("There is no target " + name + ".");
		final FloatBuffer buffer = tensor.getFloatBuffer();
		final float[] values = new float[buffer.remaining()];
		buffer.get(values);
		return values;
	}

	@Override
	public void close() {
		tensors.values().forEach(OnnxTensor::close);
		tensors.clear();
		planes.clear();
	}

	private void put(final String name, final float[] values, final long... shape) {
		tensors.put(name, Session.tensor(OnnxRuntime.environment(), KernelMemory.direct(values.length).put(values).flip(),
			shape));
	}

	private static long squareSide(final float[] matrix) {
		return Math.round(Math.sqrt(matrix.length));
	}
}
