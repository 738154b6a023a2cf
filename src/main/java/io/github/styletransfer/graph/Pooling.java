package io.github.styletransfer.graph;

/** What a pooling step makes of its 2x2 window. */
public enum Pooling {

	/** The largest value; its gradient goes to the first of equal ones, row by row. */
	MAX,

	/** The mean; its gradient is spread evenly. The paper's choice for better gradient flow. */
	AVERAGE
}
