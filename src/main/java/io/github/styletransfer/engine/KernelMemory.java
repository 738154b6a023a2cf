package io.github.styletransfer.engine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;

import io.github.styletransfer.graph.GraphModel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The network's kernels in direct memory, one copy for every session. Must outlive the sessions. */
final class KernelMemory implements AutoCloseable {

	private final OrtEnvironment environment;
	private final Map<String, OnnxTensor> tensors = new HashMap<>();

	KernelMemory(final OrtEnvironment environment) {
		this.environment = environment;
	}

	/** Kernels of a model; those that no earlier model had are written now. */
	Map<String, OnnxTensorLike> of(final GraphModel model, final Set<String> names) throws OrtException {
		final Map<String, OnnxTensorLike> mine = new HashMap<>();
		for (final String name : names) {
			if (!tensors.containsKey(name)) tensors.put(name, write(model, name));
			mine.put(name, tensors.get(name));
		}
		return mine;
	}

	private OnnxTensor write(final GraphModel model, final String name) throws OrtException {
		final long[] shape = model.kernelShape(name);
		final FloatBuffer direct = direct(Math.toIntExact(Arrays.stream(shape).reduce(1, Math::multiplyExact)));
		model.writeKernel(name, direct);
		return OnnxTensor.createTensor(environment, direct.clear(), shape);
	}

	static FloatBuffer direct(final int floats) {
		return ByteBuffer.allocateDirect(Math.multiplyExact(4, floats)).order(ByteOrder.nativeOrder()).asFloatBuffer();
	}

	@Override
	public void close() {
		tensors.values().forEach(OnnxTensor::close);
		tensors.clear();
	}
}
