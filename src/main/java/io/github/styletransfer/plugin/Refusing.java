package io.github.styletransfer.plugin;

import java.util.Optional;

/** A command that may refuse to run. */
interface Refusing {

	/** @return the sentence that says why, if it did */
	Optional<String> refusal();
}
