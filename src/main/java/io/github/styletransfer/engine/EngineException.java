package io.github.styletransfer.engine;

/** ONNX Runtime is missing, or failed; the message is one sentence for the user. */
public class EngineException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * @param message one sentence for the user
	 * @param cause what was thrown below
	 */
	public EngineException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
