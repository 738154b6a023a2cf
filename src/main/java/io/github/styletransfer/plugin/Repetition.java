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

import ij.ImagePlus;

import io.github.styletransfer.image.ImageComment;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.network.store.Step;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Progress;
import io.github.styletransfer.transfer.Recipe;
import io.github.styletransfer.transfer.Replay;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Does what stands in the Info of a stylised image: once more with another content, or on from its picture. */
final class Repetition {

	private final String title;
	private final Recipe recipe;

	/**
	 * @param stylised image with an Info
	 * @throws IllegalArgumentException if it is none of Style Transfer, or one of its values is not accepted
	 */
	Repetition(final ImagePlus stylised) {
		title = stylised.getTitle();
		recipe = Recipe.of(title, info(stylised));
	}

	/**
	 * @param image any image
	 * @return its Info property, or what its PNG or JPEG file has in its place; null if there is none
	 */
	static String info(final ImagePlus image) {
		final String info = image.getInfoProperty();
		return Recipe.isIn(info) ? info : NamedImage.file(image).flatMap(ImageComment::read).orElse(info);
	}

	/** @return how the image was made */
	Recipe recipe() {
		return recipe;
	}

	/**
	 * @param content the image to be stylised in the same way
	 * @param given see {@link Option#SAME_SETTINGS}; what is left out is as the Info says
	 * @param monitor hears of every iteration and can end the run
	 * @return the result
	 * @throws IllegalArgumentException if an option or an image is not accepted, or the style is not found again
	 * @throws IllegalStateException if another run is going on, or memory will not do
	 */
	Stylisation.Stylised again(final ImagePlus content, final Map<Option, String> given, final RunMonitor monitor) {
		tellDifferences(monitor);
		if (recipe.moreIterations() > 0) {
			monitor.onNotice("The image \"" + title + "\" was gone on with for " + recipe.moreIterations() +
				" iterations, which are not repeated.");
		}
		return Stylisation.run(content, values(given), network(given), new Replaying(monitor, new Replay(recipe
			.strengthChanges())));
	}

	/**
	 * @param stylised the image to go on from; not changed
	 * @param given see {@link Option#MORE_ITERATIONS}; what is left out is as the Info says
	 * @param monitor hears of every iteration and can end the run
	 * @return the result
	 * @throws IllegalArgumentException if an option or an image is not accepted, or content or style are not found again
	 * @throws IllegalStateException if another run is going on, or memory will not do
	 */
	Stylisation.Stylised more(final ImagePlus stylised, final Map<Option, String> given, final RunMonitor monitor) {
		final String named = given.getOrDefault(Option.CONTENT, "").trim();
		final ImagePlus content = NamedImage.open(named.isEmpty() ? findContent().orElseThrow(() -> notFound(Option.CONTENT,
			recipe.content())) : named, "content image");
		final Map<Option, String> values = values(given);
		values.put(Option.STRENGTH, given.getOrDefault(Option.STRENGTH, lastStrength()));
		final int iterations = (int) Option.ITERATIONS.parseNumber(given.getOrDefault(Option.ITERATIONS, Integer.toString(recipe
			.settings().iterations())));
		tellDifferences(monitor);
		return Stylisation.run(content, values, network(given), Optional.of(new Stylisation.Continuation(stylised, iterations,
			recipe.moreIterations())), monitor);
	}

	/** @return title or file of the content, if it is found */
	Optional<String> findContent() {
		return NamedImage.find(recipe.content(), recipe.contentPath());
	}

	/** @return title or file of the style, if it is found */
	Optional<String> findStyle() {
		return NamedImage.find(recipe.style(), recipe.stylePath());
	}

	/** @return what the run aimed at in the end */
	String lastStrength() {
		final var changes = recipe.strengthChanges();
		return Double.toString(changes.isEmpty() ? recipe.settings().strength() : changes.get(changes.size() - 1).strength());
	}

	// -- Helper methods --

	private Map<Option, String> values(final Map<Option, String> given) {
		final Map<Option, String> values = new EnumMap<>(Option.class);
		values.putAll(recipe.settings().toMap());
		values.putAll(recipe.images());
		for (final Option o : Option.ON_THE_WAY) if (given.containsKey(o)) values.put(o, given.get(o));
		final String style = given.getOrDefault(Option.STYLE, "").trim();
		values.put(Option.STYLE, style.isEmpty() ? findStyle().orElseThrow(() -> notFound(Option.STYLE, recipe.style()))
			: style);
		return values;
	}

	private IllegalArgumentException notFound(final Option option, final Optional<String> name) {
		return new IllegalArgumentException("The " + option.key() + name.map(n -> " \"" + n + "\"").orElse("") +
			" that the Info of the image \"" + title + "\" names is neither open nor found as a file; open it, or give " + option
				.key() + "=[a title or a file].");
	}

	private NetworkOpener network(final Map<Option, String> given) {
		final String name = given.getOrDefault(Option.NETWORK, "").isBlank() ? recipe.network().orElseThrow(
			() -> new IllegalArgumentException("The Info of the image \"" + title +
				"\" names no stored network; import its weights, and give network=[their name].")) : given.get(Option.NETWORK);
		return monitor -> {
			final NamedWeights weights = ModelsFolder.library().open(name, monitor);
			recipe.checkWeights(weights.weights().sha256());
			return weights;
		};
	}

	private void tellDifferences(final RunMonitor monitor) {
		recipe.otherVersion().ifPresent(v -> monitor.onNotice("The image \"" + title + "\" was made by version " + v +
			" of Style Transfer; the same settings may give a slightly different picture now."));
		if (recipe.missing().isEmpty()) return;
		monitor.onNotice("The Info of the image \"" + title + "\" does not name " + String.join(", ", recipe.missing().stream()
			.map(Option::key).toList()) + "; they are at their defaults.");
	}

	/** A host's monitor that asks for an earlier run's changes of the strength, too. */
	private record Replaying(RunMonitor host, Replay replay) implements RunMonitor {

		@Override
		public void onProgress(final Progress progress) {
			host.onProgress(progress);
			replay.onProgress(progress);
		}

		@Override
		public void onProgress(final Step step, final long done, final long total) {
			host.onProgress(step, done, total);
		}

		@Override
		public void onNotice(final String sentence) {
			host.onNotice(sentence);
		}

		@Override
		public boolean isStopRequested() {
			return host.isStopRequested();
		}

		@Override
		public OptionalDouble strength() {
			return replay.strength();
		}
	}
}
