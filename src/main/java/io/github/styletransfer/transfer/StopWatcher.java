package io.github.styletransfer.transfer;

/** Asks a monitor about twenty times a second whether to stop, and once it says so, stops an evaluation in the middle. */
final class StopWatcher implements AutoCloseable {

	private static final int PERIOD_MS = 50;

	private final Thread thread;

	StopWatcher(final Monitor monitor, final Runnable stop) {
		thread = new Thread(() -> watch(monitor, stop), "Style Transfer stop watcher");
		thread.setDaemon(true);
		thread.start();
	}

	private static void watch(final Monitor monitor, final Runnable stop) {
		try {
			while (!monitor.isStopRequested()) Thread.sleep(PERIOD_MS);
			stop.run();
		}
		catch (final InterruptedException end) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		thread.interrupt();
		try {
			thread.join();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
