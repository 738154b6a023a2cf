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

import io.github.styletransfer.engine.MachineMemory;
import io.github.styletransfer.engine.PromisedMemory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a run may use.
 *
 * @param bytes of the whole process
 * @param heapBytes of them in Java's heap
 */
public record MemoryLimits(long bytes, long heapBytes) {

	/** For estimates that ask what a run would use if it could have everything. */
	public static final MemoryLimits NONE = new MemoryLimits(Long.MAX_VALUE, Long.MAX_VALUE);

	/** Of what is free, this much is left to the system and to others. */
	private static final double MARGIN = .1;
	/** Of what the user allows, this much is for what a prediction may be wrong by. */
	private static final double CAUTION = .05;
	private static final long ROUNDING = 1_000_000;
	private static final Pattern AMOUNT = Pattern.compile("(\\d+)|(\\d+(?:\\.\\d+)?)\\s*(mb|gb)");

	/**
	 * @param settings with the option {@code memory}
	 * @return the option's bytes, or what this machine has free now, less a margin
	 */
	public static MemoryLimits of(final Settings settings) {
		return of(settings, MachineMemory.free(), MachineMemory.freeHeap());
	}

	/**
	 * @param settings with the option {@code memory}
	 * @param free bytes of the machine
	 * @param freeHeap bytes of Java's heap
	 * @return the option's bytes, or what is free, less a margin
	 */
	public static MemoryLimits of(final Settings settings, final long free, final long freeHeap) {
		final String memory = settings.text(Option.MEMORY);
		return new MemoryLimits(memory.equalsIgnoreCase(Option.AUTO) ? (long) ((1 - MARGIN) * free) : (long) ((1 -
			CAUTION) * parse(memory)), freeHeap);
	}

	/**
	 * @param promised what a plan was predicted to need
	 * @return limits within which the same plan is found again
	 */
	public static MemoryLimits of(final PromisedMemory.Amount promised) {
		return new MemoryLimits(promised.bytes() + ROUNDING, promised.heapBytes() + ROUNDING);
	}

	/**
	 * @param memory an amount as a user writes it, for example {@code 3GB}
	 * @return bytes
	 * @throws IllegalArgumentException if it is none, or 0
	 */
	static long parse(final String memory) {
		final Matcher amount = AMOUNT.matcher(memory.trim().toLowerCase(Locale.ROOT));
		if (!amount.matches()) throw Option.MEMORY.refused(memory);
		final double bytes = amount.group(1) != null ? Double.parseDouble(amount.group(1)) : Double.parseDouble(amount.group(
			2)) * (amount.group(3).equals("gb") ? 1e9 : 1e6);
		if (!(bytes >= 1 && bytes < Long.MAX_VALUE)) throw Option.MEMORY.refused(memory);
		return (long) bytes;
	}
}
