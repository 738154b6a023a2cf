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
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;

import io.github.styletransfer.graph.GraphWriter;
import io.github.styletransfer.graph.Names;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** NVIDIA's cards, through ONNX Runtime's CUDA provider. */
final class Cuda {

	/** Of the probe: nine ones. */
	private static final float SUM = 9;
	/** What the dynamic linker says is at the end of ONNX Runtime's message, behind names of source files. */
	private static final Pattern LOADING = Pattern.compile("(?s).*Failed to load library .*? with error: (.*)");
	private static final Pattern BEFORE_THE_CAUSE = Pattern.compile("(?s)^Error code - \\S+ - message: ");

	private Cuda() {
		// no instances
	}

	/**
	 * Computes a little on a card.
	 *
	 * @param index of the card
	 * @return what stands against using it, as the end of a sentence; empty if nothing does
	 * @throws EngineException if ONNX Runtime cannot be loaded
	 */
	static Optional<String> obstacle(final int index) {
		final OrtEnvironment environment = OnnxRuntime.environment();
		if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
			return Optional.of("this build of ONNX Runtime has no CUDA (README, Devices)");
		}
		try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
			addTo(options, index);
			return run(environment, options, index);
		}
		catch (final OrtException e) {
			return Optional.of("CUDA's libraries cannot be loaded (" + cause(e.getMessage()) + ")");
		}
	}

	/**
	 * Lets a session compute on a card. Products are rounded as on the processor (no TF32), and the algorithm of a
	 * convolution is chosen by cuDNN's rules: trying all takes longer than a level of a picture.
	 *
	 * @param options of the session
	 * @param index of the card
	 * @throws OrtException if the provider or its libraries cannot be loaded
	 */
	static void addTo(final OrtSession.SessionOptions options, final int index) throws OrtException {
		try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(index)) {
			cuda.add("use_tf32", "0");
			cuda.add("cudnn_conv_algo_search", "HEURISTIC");
			cuda.add("arena_extend_strategy", "kSameAsRequested");
			options.addCUDA(cuda);
		}
	}

	/**
	 * @param message of an OrtException
	 * @return what a user can act on, in one line
	 */
	static String cause(final String message) {
		final Matcher loading = LOADING.matcher(message);
		final String text = loading.matches() ? loading.group(1) : BEFORE_THE_CAUSE.matcher(message).replaceFirst("");
		return text.strip().replaceAll("\\s*\\R\\s*", " ").replaceFirst("\\s*[.;]$", "");
	}

	private static Optional<String> run(final OrtEnvironment environment, final OrtSession.SessionOptions options,
		final int index)
	{
		try (OrtSession session = environment.createSession(GraphWriter.deviceProbe().withoutKernels(), options);
				OnnxTensor x = Session.tensor(environment, KernelMemory.direct(9).put(new float[] { 1, 1, 1, 1, 1, 1, 1, 1, 1 })
					.flip(), 1, 1, 3, 3);
				OrtSession.Result result = session.run(Map.of(Names.INPUT, x)))
		{
			final float sum = ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
			return sum == SUM ? Optional.empty() : Optional.of("CUDA device " + index + " computes wrongly (9 ones are " + sum +
				")");
		}
		catch (final OrtException e) {
			return Optional.of("CUDA device " + index + " cannot be used (" + cause(e.getMessage()) + ")");
		}
	}
}
