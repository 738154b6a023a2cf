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
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import io.github.styletransfer.graph.GraphModel;
import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.Names;
import io.github.styletransfer.graph.Operators;

import java.util.Map;

/** What ONNX Runtime's kernels for this machine's processor are like. */
final class Processor {

	private static Operators operators;

	private Processor() {
		// no instances
	}

	/** The operators that are fastest here; found out once. */
	static synchronized Operators operators() {
		if (operators == null) operators = new Operators(true, block(OnnxRuntime.environment()));
		return operators;
	}

	/** 8 or 16 channels with AVX2 or AVX-512; 0 where the runtime has no blocked layout, or one that is not known here. */
	private static int block(final OrtEnvironment environment) {
		final GraphModel probe = GraphWriter.blockProbe();
		try (OrtSession.SessionOptions options = new OrtSession.SessionOptions();
				OrtSession session = environment.createSession(probe.withoutKernels(), options);
				OnnxTensor x = Session.tensor(environment, KernelMemory.direct(4), 1, 4, 1, 1);
				OrtSession.Result result = session.run(Map.of(Names.INPUT, x)))
		{
			final long block = ((OnnxTensor) result.get(0)).getInfo().getShape()[1];
			return block == 8 || block == 16 ? (int) block : 0;
		}
		catch (final OrtException noSuchOperator) {
			return 0;
		}
	}
}
