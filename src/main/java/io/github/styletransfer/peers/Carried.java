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
package io.github.styletransfer.peers;

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a command line comes to while its options are carried over one by one. */
final class Carried {

	private final Map<Option, String> values = new EnumMap<>(Option.class);
	private final List<String> notes = new ArrayList<>();

	Carried(final Preset preset) {
		values.put(Option.PRESET, preset.key());
	}

	/**
	 * @param name of the other tool's option, for the sentence
	 * @param option of ours
	 * @param value as ours has it
	 * @throws IllegalArgumentException if ours does not accept it
	 */
	void set(final String name, final Option option, final String value) {
		try {
			option.canonical(value);
		}
		catch (final IllegalArgumentException e) {
			throw new IllegalArgumentException(name + " cannot be carried over: " + e.getMessage(), e);
		}
		values.put(option, value);
	}

	/**
	 * @param name of the other tool's option
	 * @param sentence what becomes of it
	 */
	void note(final String name, final String sentence) {
		notes.add(name + ": " + sentence);
	}

	/** @return the value that was carried over, or the preset's */
	String value(final Option option) {
		return Preset.complete(values, List.of(option)).get(option);
	}

	/** @return what differs from the preset, and the preset */
	Map<Option, String> values() {
		return Preset.changed(values);
	}

	/** @return one line for each thing that is not carried over, or not quite */
	List<String> notes() {
		return List.copyOf(notes);
	}
}
