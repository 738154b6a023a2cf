package io.github.styletransfer.transfer;

/** Hears of a run and can end it. Methods are called from the run's own threads and must return quickly. */
public interface Monitor {

	/** Hears nothing and never ends a run. */
	Monitor NONE = new Monitor() {};

	/**
	 * Called after every iteration, from the thread that runs the transfer.
	 *
	 * @param progress how far the run is
	 */
	default void onProgress(final Progress progress) {
		// nothing to do
	}

	/**
	 * Asked about twenty times a second, from a thread of its own.
	 *
	 * @return whether the run shall end now with the best picture so far
	 */
	default boolean isStopRequested() {
		return false;
	}
}
