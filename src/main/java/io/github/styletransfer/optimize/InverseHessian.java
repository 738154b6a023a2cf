package io.github.styletransfer.optimize;

/**
 * The initial inverse Hessian of L-BFGS, up to a factor: a linear, symmetric, positive semidefinite operator. Steps stay in
 * its range, so a singular one keeps a run free of what it takes away.
 */
@FunctionalInterface
public interface InverseHessian {

	/**
	 * @param v replaced by the operator's product with it
	 */
	void apply(float[] v);

	/** @return the operator that changes nothing */
	static InverseHessian identity() {
		return v -> {};
	}
}
