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
