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
package io.github.styletransfer.plugin;

import io.github.styletransfer.network.store.Step;
import io.github.styletransfer.transfer.Progress;
import io.github.styletransfer.transfer.SeriesProgress;

import java.io.PrintStream;
import java.util.Locale;

/** The command line's progress: one line that is written over. */
final class Terminal implements RunMonitor, AutoCloseable {

	private final PrintStream to;
	private int shown;

	Terminal(final PrintStream to) {
		this.to = to;
	}

	@Override
	public void onProgress(final Progress progress) {
		show(progress.fraction(), progress.message());
	}

	@Override
	public void onSeries(final SeriesProgress progress) {
		show(progress.fraction(), progress.message());
	}

	@Override
	public void onProgress(final Step step, final long done, final long total) {
		show((total > 0 ? percent((double) done / total) : "") + step.message(done, total));
	}

	@Override
	public void onNotice(final String sentence) {
		close();
		to.println(sentence);
	}

	/** Ends the line, so that what follows has one of its own. */
	@Override
	public void close() {
		if (shown > 0) to.println();
		shown = 0;
	}

	/**
	 * @param fraction of the work that is done, 0…1
	 * @param message what is going on
	 */
	void show(final double fraction, final String message) {
		show(percent(fraction) + message);
	}

	private static String percent(final double fraction) {
		return String.format(Locale.ROOT, "%3d %%  ", (int) (100 * fraction));
	}

	private void show(final String line) {
		to.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
		to.flush();
		shown = line.length();
	}
}
