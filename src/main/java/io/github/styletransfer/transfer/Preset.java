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

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the options that nobody gives are at. The tools' values are the defaults of their command lines, each in the unit of
 * our option; docs/coming-from-other-tools.md says where they come from and what differs all the same. None names a network,
 * so that each works with the embedded one.
 */
public enum Preset {

	/** This plug-in's own defaults. */
	BALANCED("balanced"),
	/** A first look within seconds: small, and half of the iterations. */
	PREVIEW("preview", "output_size=256 iterations=15"),
	/** Gatys, Ecker and Bethge, arXiv:1508.06576: white noise, average pooling, alpha : beta = 1 : 1000. */
	PAPER("paper", Preset.ONE_LEVEL, "initialisation=noise pooling=average content_weight=1 style_weight=1000 iterations=500"),
	/** fzliu/style-transfer 265f7e4. */
	FZLIU("fzliu", Preset.ONE_LEVEL, "content_weight=1 style_weight=10000 style_scale=1.2 pooling=max iterations=512",
		"history=8 bounds=yes"),
	/** jcjohnson/neural-style 07c4b82. */
	JCJOHNSON("jcjohnson", Preset.ONE_LEVEL, Preset.TORCH, "tv_norm=squared step_size=10"),
	/** ProGamerGov/neural-style-pt 7251405. */
	NEURAL_STYLE_PT("neural-style-pt", Preset.ONE_LEVEL, Preset.TORCH, "tv_norm=l1 step_size=1"),
	/** crowsonkb/style-transfer-pytorch e7e2c71; it divides its layers' weights 256, 64, 16, 4 and 1 by their sum. */
	CROWSONKB("crowsonkb", "convention=crowsonkb content_weight=0.015 style_weight=1 tv_weight=2 tv_norm=nine_point",
		"style_layers=conv1_1:0.7507331,conv2_1:0.1876833,conv3_1:0.0469208,conv4_1:0.0117302,conv5_1:0.0029326",
		"pooling=max padding=replicate output_size=512 stroke_size=128 level_ratio=1.4142135623730951 iterations=1000",
		"iterations_finer=500 fine_levels=full seed=0 optimiser=adam step_size=5.1 beta1=0.9 beta2=0.99 averaging=0.99",
		"bounds=yes history=10 line_search=none start_match=0");

	/** No pyramid: 512 pixels at once, with all layers. */
	private static final String ONE_LEVEL = "output_size=512 stroke_size=32768 fine_levels=full start_match=0";
	/** What the Lua tool and its translation to Python have in common. */
	private static final String TORCH = "convention=jcjohnson content_weight=5 style_weight=100 tv_weight=0.001 pooling=max " +
		"initialisation=normal noise_deviation=0.001 iterations=1000 history=100 line_search=none beta1=0.9 beta2=0.999";

	private final String key;
	private final Map<Option, String> values = new EnumMap<>(Option.class);

	/** @param values as macros have them */
	Preset(final String key, final String... values) {
		this.key = key;
		for (final String value : String.join(" ", values).split(" ")) {
			final int equals = value.indexOf('=');
			if (equals > 0) this.values.put(Option.of(value.substring(0, equals)), value.substring(equals + 1));
		}
	}

	/** @return its name among the choices of {@link Option#PRESET} */
	public String key() {
		return key;
	}

	/**
	 * @param option any
	 * @return what the option is at if nobody gives it: the preset's value, or else the default
	 */
	public String value(final Option option) {
		return values.getOrDefault(option, option.defaultValue());
	}

	/**
	 * @param text a preset as a user wrote it
	 * @return the preset
	 * @throws IllegalArgumentException if there is none of that name; the sentence lists them
	 */
	public static Preset of(final String text) {
		final String key = Option.PRESET.parseChoice(text);
		return Arrays.stream(values()).filter(p -> p.key.equals(key)).findFirst().orElseThrow();
	}

	/**
	 * @param values by option, as text
	 * @return the preset that they name; {@link #BALANCED} if they name none
	 * @throws IllegalArgumentException if they name an unknown one
	 */
	public static Preset of(final Map<Option, String> values) {
		return of(values.getOrDefault(Option.PRESET, Option.PRESET.defaultValue()));
	}

	/**
	 * @param option any
	 * @return whether some preset has a value of its own for it, so that choosing a preset decides about it
	 */
	public static boolean decides(final Option option) {
		return Arrays.stream(values()).anyMatch(p -> p.values.containsKey(option));
	}

	/**
	 * @param given by option, as text
	 * @param options of a command
	 * @return a value for each of these options: what is given, else what the preset that is given has
	 * @throws IllegalArgumentException if an unknown preset is given
	 */
	public static Map<Option, String> complete(final Map<Option, String> given, final Collection<Option> options) {
		final Preset preset = of(given);
		final Map<Option, String> complete = new EnumMap<>(Option.class);
		options.forEach(o -> complete.put(o, given.getOrDefault(o, preset.value(o))));
		return complete;
	}

	/**
	 * @param values by option, as text
	 * @return those of them that the preset among them does not give anyway, in the order of {@link Option}; and the preset,
	 *         unless it is the default
	 * @throws IllegalArgumentException if they name an unknown preset
	 */
	public static Map<Option, String> changed(final Map<Option, String> values) {
		final Preset preset = of(values);
		final Map<Option, String> changed = new EnumMap<>(Option.class);
		values.forEach((o, value) -> {
			final String without = o == Option.PRESET ? o.defaultValue() : preset.value(o);
			if (!same(o, value, without)) changed.put(o, value);
		});
		return changed;
	}

	// -- Helper methods --

	/** Whether two texts are one value; what is not accepted is like itself alone. */
	private static boolean same(final Option o, final String a, final String b) {
		if (a.equals(b)) return true;
		try {
			return o.canonical(a).equals(o.canonical(b));
		}
		catch (final IllegalArgumentException notAccepted) {
			return false;
		}
	}
}
