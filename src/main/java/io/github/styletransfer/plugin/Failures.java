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

import io.github.styletransfer.engine.EngineException;
import io.github.styletransfer.image.ImageFileException;
import io.github.styletransfer.network.WeightsException;

import java.util.Optional;

/** Tells failures that a user can act on, whose message is one sentence, from faults of this software. */
final class Failures {

	private Failures() {
		// no instances
	}

	/**
	 * @param failure anything thrown
	 * @return its sentence, if it was written for a user
	 */
	static Optional<String> sentence(final Throwable failure) {
		final boolean forUsers = failure instanceof IllegalArgumentException || failure instanceof IllegalStateException ||
			failure instanceof ImageFileException || failure instanceof WeightsException ||
			failure instanceof EngineException;
		if (forUsers && failure.getMessage() != null) return Optional.of(failure.getMessage());
		if (failure instanceof OutOfMemoryError) {
			return Optional.of("Java ran out of memory; a smaller output_size needs less, and Edit > Options > Memory & " +
				"Threads gives ImageJ more.");
		}
		return Optional.empty();
	}

	/**
	 * @param failure a runtime exception or an error
	 * @return its sentence for users; a fault of this software is thrown on
	 */
	static String sentenceOrThrow(final Throwable failure) {
		final Optional<String> sentence = sentence(failure);
		if (sentence.isPresent()) return sentence.get();
		if (failure instanceof Error error) throw error;
		throw (RuntimeException) failure;
	}
}
