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
import ai.onnxruntime.OrtLoggingLevel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The one ONNX Runtime environment of the process. */
public final class OnnxRuntime {

	/**
	 * ONNX Runtime 1.29 looks at the process's command line when its environment is made, and needs so much stack for it that a
	 * class path of 5000 characters is enough to crash Java on a thread of the usual 1 MB. This is only reserved, not taken.
	 */
	private static final long STACK = 512L << 20;

	private static OrtEnvironment made;
	private static Throwable failure;

	private OnnxRuntime() {
		// no instances
	}

	/**
	 * Loads the native library on the first call.
	 *
	 * @return ONNX Runtime's version
	 * @throws EngineException if the jar or the native library is missing or cannot be loaded
	 */
	public static String version() {
		return environment().getVersion();
	}

	/** After a first failure, Java only says NoClassDefFoundError: so the first cause is kept and told again. */
	static synchronized OrtEnvironment environment() {
		if (failure == null) {
			try {
				return made == null ? made = make() : made;
			}
			catch (LinkageError | RuntimeException e) {
				failure = e;
			}
		}
		throw new EngineException("ONNX Runtime's native library could not be loaded on " + System.getProperty("os.name") +
			" " + System.getProperty("os.arch") + " (" + innermost(failure) +
			"); put one onnxruntime jar that supports this system beside the plug-in.", failure);
	}

	private static OrtEnvironment make() {
		final FutureTask<OrtEnvironment> work = new FutureTask<>(() -> OrtEnvironment.getEnvironment(
			OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR));
		new Thread(null, work, "ONNX Runtime start", STACK).start();
		boolean interrupted = false;
		try {
			while (true) {
				try {
					return work.get();
				}
				catch (final InterruptedException e) {
					interrupted = true; // it takes a moment; whoever asks later hears of it
				}
			}
		}
		catch (final ExecutionException e) {
			if (e.getCause() instanceof Error error) throw error;
			throw (RuntimeException) e.getCause();
		}
		finally {
			if (interrupted) Thread.currentThread().interrupt();
		}
	}

	private static String innermost(final Throwable thrown) {
		Throwable t = thrown;
		while (t.getCause() != null && t.getCause() != t) t = t.getCause();
		return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
	}
}
