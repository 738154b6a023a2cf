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

import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.store.Hints;
import io.github.styletransfer.transfer.Option;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a user says about a file of weights, out of the options of {@link Option#WEIGHTS_FILE}. */
final class WeightsHints {

	private static final List<Option> INPUT = List.of(Option.CHANNEL_ORDER, Option.MEAN, Option.STANDARD_DEVIATION);

	private WeightsHints() {
		// no instances
	}

	/**
	 * @param values of the options, as text; missing ones are at their default
	 * @return what they say
	 * @throws IllegalArgumentException if a value is not accepted, or the input is told in part or for weights whose origin
	 *           has its own
	 */
	static Hints parse(final Map<Option, String> values) {
		final Optional<String> origin = given(values, Option.ORIGIN).map(Option.ORIGIN::parseChoice);
		return new Hints(given(values, Option.ARCHITECTURE), origin, preprocessing(values, origin));
	}

	// -- Helper methods --

	private static Optional<Preprocessing> preprocessing(final Map<Option, String> values, final Optional<String> origin) {
		final List<Option> told = INPUT.stream().filter(o -> given(values, o).isPresent()).toList();
		if (told.isEmpty()) return Optional.empty(); // the reader asks for it where it is needed
		if (!origin.equals(Optional.of(Origin.OTHER.key()))) {
			throw new IllegalArgumentException(told.get(0).key() + " is given, but the origin is " + origin.orElse(
				Option.AUTO) + "; only weights of origin other need it.");
		}
		for (final Option o : INPUT) {
			if (!told.contains(o)) {
				throw new IllegalArgumentException(o.key() + " is missing; weights of origin other need it, " + o.accepted() +
					".");
			}
		}
		return Optional.of(Preprocessing.other(Option.CHANNEL_ORDER.parseChoice(values.get(Option.CHANNEL_ORDER)), numbers(
			values, Option.MEAN), numbers(values, Option.STANDARD_DEVIATION)));
	}

	private static Optional<String> given(final Map<Option, String> values, final Option o) {
		return Optional.ofNullable(values.get(o)).map(String::strip).filter(v -> !v.isEmpty() && !v.equalsIgnoreCase(
			Option.AUTO));
	}

	private static float[] numbers(final Map<Option, String> values, final Option o) {
		final String text = values.get(o);
		try {
			final double[] numbers = Arrays.stream(text.strip().split("[,;\\s]+")).mapToDouble(Float::parseFloat).toArray();
			if (numbers.length == 3) return new float[] { (float) numbers[0], (float) numbers[1], (float) numbers[2] };
		}
		catch (final NumberFormatException e) {
			throw o.refused(text);
		}
		throw o.refused(text);
	}
}
