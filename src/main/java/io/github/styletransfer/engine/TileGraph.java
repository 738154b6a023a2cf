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
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** A graph with the memory of its inputs and outputs, made once and used for every tile. */
final class TileGraph implements AutoCloseable {

	private final OrtEnvironment environment;
	private final Session session;
	private final boolean sparing;
	private final Consumer<Session> close;
	private final List<OnnxTensor> own = new ArrayList<>();
	private final Map<String, OnnxTensorLike> inputs = new HashMap<>();
	private final Map<String, OnnxValue> pinned = new HashMap<>();
	private final Map<String, FloatBuffer> buffers = new HashMap<>();

	/**
	 * @param sparing whether the runtime gives its memory back after the last run of a pass
	 * @param close gets the session at the end
	 */
	TileGraph(final OrtEnvironment environment, final Session session, final boolean sparing,
		final Consumer<Session> close)
	{
		this.sparing = sparing;
		this.environment = environment;
		this.session = session;
		this.close = close;
	}

	/** Adds an input in memory of its own, to be filled before every run. */
	void input(final String name, final long... shape) {
		inputs.put(name, tensor(name, shape));
	}

	/** Gives an input that somebody else owns, for the next runs. */
	void give(final String name, final OnnxTensorLike tensor) {
		inputs.put(name, tensor);
	}

	/** Gives memory for an output that somebody else owns. */
	void pin(final String name, final OnnxTensor tensor) {
		pinned.put(name, tensor);
	}

	/** Adds an output in memory of its own, to be read after every run. */
	void output(final String name, final long... shape) {
		pinned.put(name, tensor(name, shape));
	}

	/** The memory of an input or output, from its first value on. */
	FloatBuffer buffer(final String name) {
		return buffers.get(name).clear();
	}

	/**
	 * All outputs go to memory of their own: one in the runtime's would keep it from giving back what lies around it.
	 *
	 * @param last whether it is the last run of a pass
	 */
	void run(final boolean last) {
		session.run(inputs, Set.of(), pinned, last && sparing).close();
	}

	/**
	 * @param wanted outputs in the runtime's memory
	 * @return them; to be closed
	 */
	OrtSession.Result run(final Set<String> wanted) {
		return session.run(inputs, wanted, pinned, false);
	}

	@Override
	public void close() {
		close.accept(session);
		own.forEach(OnnxTensor::close);
		own.clear();
		buffers.clear();
		inputs.clear();
		pinned.clear();
	}

	private OnnxTensor tensor(final String name, final long... shape) {
		long count = 1;
		for (final long axis : shape) count = Math.multiplyExact(count, axis);
		final FloatBuffer memory = KernelMemory.direct(Math.toIntExact(count));
		buffers.put(name, memory);
		final OnnxTensor tensor = Session.tensor(environment, memory, shape);
		own.add(tensor);
		return tensor;
	}
}
