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
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import io.github.styletransfer.graph.GraphModel;

import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.LongAdder;

/**
 * One loaded graph. A run in progress can be stopped from another thread; a stopped session stays stopped. The runtime fixes the
 * number of threads when it loads a graph, so where another is due, the graph is loaded anew before the next run.
 */
final class Session implements AutoCloseable {

	/** ONNX Runtime's way to give what an arena holds back to the system after a run. */
	private static final String SHRINK_ARENA = "memory.enable_memory_arena_shrinkage";

	private final Execution execution;
	private final GraphModel model;
	private final Map<String, OnnxTensorLike> kernels;
	private final OrtSession.RunOptions options;
	private final OrtSession.RunOptions shrinking;
	private final Map<String, OnnxTensorLike> sharedInputs;
	private final LongAdder nanoseconds;
	private OrtSession session;
	private int threads;
	private boolean stopped;
	private boolean closed;

	/** @param nanoseconds counts the time inside the runtime */
	Session(final Execution execution, final GraphModel model, final KernelMemory memory, final LongAdder nanoseconds) {
		this.execution = execution;
		this.model = model;
		this.nanoseconds = nanoseconds;
		try {
			kernels = memory.of(model, model.kernels());
			sharedInputs = memory.of(model, model.sharedInputs());
			load();
			options = runOptions(false);
			shrinking = runOptions(true);
		}
		catch (final OrtException e) {
			throw failed(e);
		}
	}

	private void load() throws OrtException {
		threads = execution.threads().getAsInt();
		try (OrtSession.SessionOptions o = execution.options(model, threads)) {
			o.addExternalInitializers(kernels);
			final byte[] bytes = model.withoutKernels();
			final long start = System.nanoTime();
			session = execution.environment().createSession(bytes, o);
			nanoseconds.add(System.nanoTime() - start);
		}
	}

	private OrtSession.RunOptions runOptions(final boolean shrink) throws OrtException {
		OrtSession.RunOptions made = null;
		try {
			made = new OrtSession.RunOptions();
			if (shrink) made.addRunConfigEntry(SHRINK_ARENA, execution.arenas());
			return made;
		}
		catch (final OrtException e) {
			if (made != null) made.close();
			if (shrink) options.close(); // the other ones, made before
			try {
				session.close();
			}
			catch (final OrtException second) {
				e.addSuppressed(second);
			}
			throw e;
		}
	}

	/**
	 * @param wanted names of outputs to return
	 * @param pinned outputs to write into existing memory
	 * @param shrink whether the runtime gives back the memory of the run when it is over, to be taken anew by the next one
	 * @return the wanted outputs; to be closed
	 * @throws CancellationException if the run was stopped
	 */
	OrtSession.Result run(final Map<String, ? extends OnnxTensorLike> inputs, final Set<String> wanted,
		final Map<String, ? extends OnnxValue> pinned, final boolean shrink)
	{
		final Map<String, OnnxTensorLike> all = new HashMap<>(sharedInputs);
		all.putAll(inputs);
		reloadIfThreadsChanged();
		final long start = System.nanoTime();
		try {
			return session.run(all, wanted, pinned, shrink ? shrinking : options);
		}
		catch (final OrtException e) {
			if (isStopped()) throw new CancellationException("The evaluation was stopped.");
			throw failed(e);
		}
		finally {
			nanoseconds.add(System.nanoTime() - start);
		}
	}

	/** A stop or a close from another thread waits meanwhile. */
	private synchronized void reloadIfThreadsChanged() {
		if (closed || stopped || execution.threads().getAsInt() == threads) return;
		final long start = System.nanoTime();
		try {
			session.close();
			nanoseconds.add(System.nanoTime() - start);
			load();
		}
		catch (final OrtException e) {
			closed = true; // nothing is loaded any more
			options.close();
			shrinking.close();
			throw failed(e);
		}
	}

	synchronized void stop() {
		if (closed || stopped) return;
		stopped = true;
		try {
			options.setTerminate(true);
			shrinking.setTerminate(true);
		}
		catch (final OrtException e) {
			throw failed(e);
		}
	}

	private synchronized boolean isStopped() {
		return stopped;
	}

	@Override
	public synchronized void close() {
		if (closed) return;
		closed = true;
		final long start = System.nanoTime();
		try {
			options.close();
			shrinking.close();
			session.close();
		}
		catch (final OrtException e) {
			throw failed(e);
		}
		finally {
			nanoseconds.add(System.nanoTime() - start);
		}
	}

	static OnnxTensor tensor(final OrtEnvironment environment, final FloatBuffer direct, final long... shape) {
		try {
			return OnnxTensor.createTensor(environment, direct, shape);
		}
		catch (final OrtException e) {
			throw failed(e);
		}
	}

	static OnnxTensor scalar(final OrtEnvironment environment, final double value) {
		return tensor(environment, KernelMemory.direct(1).put((float) value).flip());
	}

	static EngineException failed(final OrtException e) {
		return new EngineException("ONNX Runtime failed: " + e.getMessage(), e);
	}
}
