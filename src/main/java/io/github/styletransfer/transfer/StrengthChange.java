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
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Another strength that was asked for during a run.
 *
 * @param strength that is aimed at from here on, 0…1
 * @param level at which it was taken up, from 1
 * @param iteration of that level after which it was taken up, from 1
 */
public record StrengthChange(double strength, int level, int iteration) {

	private static final Pattern ONE = Pattern.compile("(\\S+) after iteration (\\d{1,6}) of level (\\d{1,3})");

	/** @throws IllegalArgumentException if the strength is not in 0…1; the sentence says so */
	public StrengthChange {
		Option.STRENGTH.parseNumber(Double.toString(strength));
	}

	/** @return as {@link #parse} reads it */
	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%s after iteration %d of level %d", strength, iteration, level);
	}

	/**
	 * @param changes in the order in which they were made
	 * @return one line
	 */
	static String line(final List<StrengthChange> changes) {
		return String.join(", ", changes.stream().map(StrengthChange::toString).toList());
	}

	/**
	 * @param line what {@link Provenance} writes
	 * @return the changes, in the order in which they were made
	 * @throws IllegalArgumentException if it is no such line, or a strength is not in 0…1
	 */
	static List<StrengthChange> parse(final String line) {
		final List<StrengthChange> changes = new ArrayList<>();
		for (final String part : line.split(",")) {
			final Matcher m = ONE.matcher(part.trim());
			if (!m.matches()) {
				throw new IllegalArgumentException(Provenance.STRENGTH_CHANGED + " is \"" + line + "\"; it must be like \"" +
					new StrengthChange(.5, 1, 20) + "\", several separated by commas.");
			}
			changes.add(new StrengthChange(Option.STRENGTH.parseNumber(m.group(1)), Integer.parseInt(m.group(3)), Integer
				.parseInt(m.group(2))));
		}
		return changes;
	}
}
