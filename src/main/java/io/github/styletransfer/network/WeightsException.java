package io.github.styletransfer.network;

/** Weights that are damaged, incomplete or not what they say; the message is one sentence for the user. */
public class WeightsException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** @param message one sentence that names the file, what was found and what is accepted */
	public WeightsException(final String message) {
		super(message);
	}

	/**
	 * @param message one sentence that names the file, what was found and what is accepted
	 * @param cause what was thrown below
	 */
	public WeightsException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
