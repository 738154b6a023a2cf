package io.github.styletransfer.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Gram matrices of a style image, or features of a content image, in ONNX Runtime's memory. Not thread-safe; must be
 * open as long as a {@link GradientFunction} uses it.
 */
public final class Targets implements AutoCloseable {

	private final Map<String, OnnxTensor> tensors = new HashMap<>();

	/** Takes over the tensors of a run. */
	Targets(final Iterable<Map.Entry<String, OnnxValue>> outputs) {
		outputs.forEach(e -> tensors.put(e.getKey(), (OnnxTensor) e.getValue()));
	}

	Map<String, OnnxTensor> tensors() {
		return Map.copyOf(tensors);
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
	}
}
