package io.github.styletransfer.transfer;

/** What the optimisation starts from. */
public enum Initialisation {

	/** The content image. */
	CONTENT,

	/** White noise made from a seed, as in the paper. */
	NOISE
}
