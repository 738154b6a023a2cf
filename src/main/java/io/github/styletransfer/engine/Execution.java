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

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import io.github.styletransfer.graph.GraphModel;
import io.github.styletransfer.graph.Operators;

import java.util.function.IntSupplier;

/**
 * Where and with how many threads an engine's sessions run.
 *
 * @param environment of the process
 * @param device the processor or a card
 * @param threads that a session may use from its next run on; 0 for one on each physical core
 */
record Execution(OrtEnvironment environment, Device device, IntSupplier threads) {

	/** Between two runs the cores are Java's: the runtime's threads shall not wait for work by turning. */
	private static final String STOP_SPINNING = "session.force_spinning_stop";

	/** @throws IllegalArgumentException if the device is not chosen yet */
	Execution {
		if (device.kind() == Device.Kind.AUTO) {
			throw new IllegalArgumentException("The device is auto; it must be chosen: the processor or a card.");
		}
	}

	/** @return the operators that are fastest there; a card's library chooses the algorithms itself */
	Operators operators() {
		return isCuda() ? Operators.PLAIN : Processor.operators();
	}

	/**
	 * @param model of the session
	 * @param count of threads, as {@link #threads()} has it
	 * @return to be closed; kernels are not in yet
	 */
	OrtSession.SessionOptions options(final GraphModel model, final int count) throws OrtException {
		final OrtSession.SessionOptions o = new OrtSession.SessionOptions();
		try {
			o.setIntraOpNumThreads(count);
			o.setInterOpNumThreads(1);
			o.addConfigEntry(STOP_SPINNING, "1");
			if (model.isBlocked()) o.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.EXTENDED_OPT);
			o.setMemoryPatternOptimization(false); // same speed, 0.7 GB less at 512 x 512
			if (isCuda()) Cuda.addTo(o, device.index());
			return o;
		}
		catch (final OrtException e) {
			o.close();
			throw e;
		}
	}

	/** @return the arenas of a session, as ONNX Runtime names them */
	String arenas() {
		return isCuda() ? "cpu:0;gpu:" + device.index() : "cpu:0";
	}

	private boolean isCuda() {
		return device.kind() == Device.Kind.CUDA;
	}
}
