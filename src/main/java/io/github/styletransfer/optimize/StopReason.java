package io.github.styletransfer.optimize;

/** Why a run ended. */
public enum StopReason {
	/** All iterations were done. */
	ITERATIONS,
	/** The loss changed by no more than the tolerance, or the gradient vanished. */
	CONVERGED,
	/** The listener asked for it, or an evaluation was stopped in the middle. */
	REQUESTED,
	/** The loss or its gradient was no finite number, at the start or at every trial. */
	NON_FINITE,
	/** No step lowered the loss any more: float precision is used up. */
	NO_PROGRESS
}
