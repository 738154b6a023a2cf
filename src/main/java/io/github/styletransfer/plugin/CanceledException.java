package io.github.styletransfer.plugin;

/** A command that was cancelled; the message is empty if the user closed its dialog. */
final class CanceledException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CanceledException(final String reason) {
		super(reason);
	}
}
