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

import ij.IJ;
import ij.plugin.frame.Recorder;

import io.github.styletransfer.network.store.ModelStore;
import io.github.styletransfer.network.store.NetworkListing;
import io.github.styletransfer.network.store.NetworkListing.State;
import io.github.styletransfer.transfer.Option;

import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the commands around networks share. They need nothing of SciJava, in Fiji neither. */
final class NetworkPlugIn {

	/** One network by its name. */
	static final List<Option> BY_NAME = List.of(Option.NAME);

	/** What a command does with its values. */
	@FunctionalInterface
	interface Action {

		/** @return a sentence for the status bar */
		String run(NetworkActions actions, Map<Option, String> values, ImageJMonitor monitor);
	}

	private NetworkPlugIn() {
		// no instances
	}

	/**
	 * Runs on the caller's thread, which is a macro's or one that ImageJ makes for a command, never that of events.
	 *
	 * @param title of messages
	 * @param options that a macro may give
	 * @param dialog asks for the values; nothing if the user cancelled it. Not called for macros and without a screen
	 * @param action to be done
	 */
	static void run(final String title, final List<Option> options,
		final Function<ModelStore, Optional<Map<Option, String>>> dialog, final Action action)
	{
		Host.guarded(title, () -> {
			final ModelStore store = ModelsFolder.store();
			store.catalogue().problem().ifPresent(IJ::log);
			final Optional<Map<Option, String>> given = Host.macroValues(options);
			final Optional<Map<Option, String>> values = given.isPresent() || GraphicsEnvironment.isHeadless() ? Optional.of(
				given.orElse(Map.of())) : dialog.apply(store);
			if (values.isEmpty()) return;
			IJ.showStatus(progress(() -> action.run(new NetworkActions(store), values.get(), new ImageJMonitor())));
		});
	}

	/** Takes the progress bar away whatever happens. */
	static String progress(final Supplier<String> action) {
		try {
			return action.get();
		}
		finally {
			IJ.showProgress(1);
		}
	}

	/**
	 * Asks for a network by its name.
	 *
	 * @param title of the dialog
	 * @param store of the models folder
	 * @param none what is said if there is none to choose
	 * @param states that the networks to choose from are in
	 * @return the name; nothing if the user cancelled
	 * @throws IllegalStateException if there is none to choose
	 */
	static Optional<Map<Option, String>> ask(final String title, final ModelStore store, final String none,
		final State... states)
	{
		final List<String> names = store.list().stream().filter(n -> Arrays.asList(states).contains(n.state())).map(
			NetworkListing::name).toList();
		if (names.isEmpty()) throw new IllegalStateException(none);
		return new PlainDialog(title, BY_NAME).choices(Option.NAME, names).ask();
	}

	/** Writes the macro line of a command, as if it had been called from the menu. */
	static void record(final String command, final List<Option> options, final Map<Option, String> values) {
		if (!Recorder.record) return;
		Recorder.setCommand(command);
		for (final Option o : options) {
			final String value = values.getOrDefault(o, o.defaultValue());
			if (value.equals(o.defaultValue())) continue;
			if (o == Option.FILE) Recorder.recordPath(o.key(), value);
			else Recorder.recordOption(o.key(), value);
		}
		Recorder.saveCommand();
	}
}
