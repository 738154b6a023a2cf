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
package io.github.styletransfer.transfer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a picture was made, read from what {@link Provenance} wrote about it. A user may have edited the lines: settings are
 * checked as those of a macro are.
 */
public final class Recipe {

	/** Lines beside those of {@link Provenance}, which knows no files. */
	public static final String CONTENT_PATH = "content_path";
	/** See {@link #CONTENT_PATH}. */
	public static final String STYLE_PATH = "style_path";
	/** Iterations that were done after the run, from its picture. */
	public static final String MORE_ITERATIONS = "more_iterations";

	private final String title;
	private final Map<String, String> lines;
	private final Settings settings;

	private Recipe(final String title, final Map<String, String> lines, final Settings settings) {
		this.title = title;
		this.lines = lines;
		this.settings = settings;
	}

	/**
	 * @param title of the image, for messages
	 * @param info its Info property, or null
	 * @return how the image was made
	 * @throws IllegalArgumentException if this is no Info that {@link Provenance} wrote, or one of its values is not accepted;
	 *           the sentence names it
	 */
	public static Recipe of(final String title, final String info) {
		if (!isIn(info)) {
			throw new IllegalArgumentException("The image \"" + title + "\" has no settings of Style Transfer in its Info; " +
				"choose an image that Style Transfer made.");
		}
		final Map<String, String> lines = new HashMap<>();
		info.lines().map(l -> l.split(":", 2)).filter(kv -> kv.length == 2).forEach(kv -> lines.putIfAbsent(kv[0].trim(), kv[1]
			.trim()));
		final Map<Option, String> values = new EnumMap<>(Option.class);
		for (final Option o : Option.SETTINGS) if (lines.containsKey(o.key())) values.put(o, lines.get(o.key()));
		try {
			final Recipe recipe = new Recipe(title, lines, Settings.parse(values));
			recipe.strengthChanges(); // checked here, too
			recipe.moreIterations();
			return recipe;
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException("In the Info of the image \"" + title + "\", " + e.getMessage(), e);
		}
	}

	/**
	 * @param info an Info property, or null
	 * @return whether {@link Provenance} wrote it
	 */
	public static boolean isIn(final String info) {
		return info != null && info.lines().anyMatch(l -> l.strip().startsWith(Provenance.SOFTWARE));
	}

	/** @return the settings; those that the Info does not name are at their default */
	public Settings settings() {
		return settings;
	}

	/** @return the settings that the Info does not name: it was edited, or another version of this software wrote it */
	public List<Option> missing() {
		final List<Option> missing = new ArrayList<>(Option.SETTINGS);
		missing.removeIf(o -> lines.containsKey(o.key()));
		return missing;
	}

	/** @return the changes of the strength during the run */
	public List<StrengthChange> strengthChanges() {
		return line(Provenance.STRENGTH_CHANGED).map(StrengthChange::parse).orElse(List.of());
	}

	/** @return iterations that were done after the run, from its picture; 0 for none */
	public int moreIterations() {
		final String value = line(MORE_ITERATIONS).orElse("0");
		try {
			final int n = Integer.parseInt(value);
			if (n >= 0) return n;
		}
		catch (final NumberFormatException e) {
			// told below
		}
		throw new IllegalArgumentException(MORE_ITERATIONS + " is \"" + value + "\"; it must be a whole number of 0 or more.");
	}

	/** @return images beside content and style, where the Info names some: title or file by option */
	public Map<Option, String> images() {
		final Map<Option, String> images = new EnumMap<>(Option.class);
		for (final Option o : Option.STYLISATION) {
			final boolean image = o.kind() == Option.Kind.PATH && o != Option.STYLE && !Option.ON_THE_WAY.contains(o);
			if (image) line(o.key()).ifPresent(value -> images.put(o, value));
		}
		return images;
	}

	/** @return name of the network, if it was embedded or stored */
	public Optional<String> network() {
		return line(Option.NETWORK.key());
	}

	/** @return what the content was called */
	public Optional<String> content() {
		return line("content");
	}

	/** @return its file */
	public Optional<String> contentPath() {
		return line(CONTENT_PATH);
	}

	/** @return what the style was called, several separated by semicolons */
	public Optional<String> style() {
		return line(Option.STYLE.key());
	}

	/** @return its file, several separated by semicolons */
	public Optional<String> stylePath() {
		return line(STYLE_PATH);
	}

	/**
	 * @param sha256 checksum of a network's weights
	 * @throws IllegalArgumentException if the picture was made with others; the sentence says so
	 */
	public void checkWeights(final String sha256) {
		final Optional<String> expected = line("weights_sha256");
		if (expected.isPresent() && !expected.get().equals(sha256)) {
			throw new IllegalArgumentException("The image \"" + title + "\" was made with other weights of the network " +
				network().orElse("") + ": their checksum is " + expected.get() + " in its Info, and " + sha256 + " now.");
		}
	}

	/** @return the version of the software that made the picture, if it is not this one */
	public Optional<String> otherVersion() {
		return line("software").map(s -> s.substring(s.lastIndexOf(' ') + 1)).filter(v -> !v.equals(Version.current()));
	}

	private Optional<String> line(final String key) {
		return Optional.ofNullable(lines.get(key)).filter(value -> !value.isEmpty());
	}
}
