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
package io.github.styletransfer.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What computes, as a user writes it: {@code auto}, {@code cpu}, {@code cuda} or {@code cuda:N}. {@link Devices} says whether it is
 * there.
 *
 * @param kind of device
 * @param index of the card, 0…99, as CUDA counts them; 0 for the other kinds
 */
public record Device(Kind kind, int index) {

	/** The processor. */
	public static final Device CPU = new Device(Kind.CPU, 0);

	/** The first card if it works, else the processor. */
	public static final Device AUTO = new Device(Kind.AUTO, 0);

	private static final int LAST_INDEX = 99;
	private static final Pattern TEXT = Pattern.compile("(auto|cpu|cuda)|cuda:(\\d{1,2})");

	/** Kinds of devices. */
	public enum Kind {
		/** To be chosen. */
		AUTO,
		/** The processor. */
		CPU,
		/** A card of NVIDIA's. */
		CUDA
	}

	/** @throws IllegalArgumentException if the index is not 0…99, or not 0 for a kind that is not counted */
	public Device {
		if (index < 0 || index > LAST_INDEX || kind != Kind.CUDA && index > 0) {
			throw new IllegalArgumentException("Device " + index + " of kind " + kind + "; cards are counted from 0 to " +
				LAST_INDEX + ", other kinds are not counted.");
		}
	}

	/**
	 * @param text as a user wrote it; blanks around it and capitals do not matter
	 * @return the device; empty if the text is not accepted
	 */
	public static Optional<Device> parse(final String text) {
		final Matcher m = TEXT.matcher(text.trim().toLowerCase(Locale.ROOT));
		if (!m.matches()) return Optional.empty();
		if (m.group(1) == null) return Optional.of(cuda(Integer.parseInt(m.group(2))));
		return Optional.of(new Device(Kind.valueOf(m.group(1).toUpperCase(Locale.ROOT)), 0));
	}

	/**
	 * @param index of the card, 0…99
	 * @return the card
	 * @throws IllegalArgumentException if the index is out of range
	 */
	public static Device cuda(final int index) {
		return new Device(Kind.CUDA, index);
	}

	/** @return the text that {@link #parse} reads as this device; the first card is {@code cuda:0} */
	@Override
	public String toString() {
		return kind.name().toLowerCase(Locale.ROOT) + (kind == Kind.CUDA ? ":" + index : "");
	}
}
