package io.github.styletransfer.image;

/** A file that cannot be read or written as an image; the message is one sentence for the user. */
public class ImageFileException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/** @param message one sentence that names the file, what was found and what is accepted */
	public ImageFileException(final String message) {
		super(message);
	}

	/**
	 * @param message one sentence that names the file, what was found and what is accepted
	 * @param cause what was thrown below
	 */
	public ImageFileException(final String message, final Throwable cause) {
		super(message, cause);
	}
}
