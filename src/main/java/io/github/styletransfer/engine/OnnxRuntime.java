package io.github.styletransfer.engine;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/** The one ONNX Runtime environment of the process. */
public final class OnnxRuntime {

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
				return OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
			}
			catch (LinkageError | RuntimeException e) {
				failure = e;
			}
		}
		throw new EngineException("ONNX Runtime's native library could not be loaded on " + System.getProperty("os.name") +
			" " + System.getProperty("os.arch") + " (" + innermost(failure) +
			"); put one onnxruntime jar that supports this system beside the plug-in.", failure);
	}

	private static String innermost(final Throwable thrown) {
		Throwable t = thrown;
		while (t.getCause() != null && t.getCause() != t) t = t.getCause();
		return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
	}
}
