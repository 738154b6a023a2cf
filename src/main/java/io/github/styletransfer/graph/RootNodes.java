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
package io.github.styletransfer.graph;

import static io.github.styletransfer.graph.GraphBuilder.integer;

import java.util.List;

/**
 * The square root of a symmetric matrix with eigenvalues of 0 or more, by a fixed number of coupled Newton-Schulz steps, in
 * double precision; and the trace of that root with its exact derivative, steps included. All matrices are polynomials of
 * the given one and so change places: with A = X / |X|, u₀ = y₀ = A, each step is t = (3 − u) / 2, y ← y t, u ← u t², and
 * the derivatives in A follow y′ ← y′ t − y u′ / 2, u′ ← 3/2 u′ (t − u t). The root is √|X| y.
 */
final class RootNodes {

	/** As crowsonkb takes. Eigenvalues below 10⁻⁴ of the largest are not at their root by then; the derivative knows. */
	private static final int STEPS = 12;

	private final GraphBuilder graph;
	private final String prefix;

	/** @param prefix of the names of all values */
	RootNodes(final GraphBuilder graph, final String prefix) {
		this.graph = graph;
		this.prefix = prefix;
	}

	/**
	 * @param trace name of the root's trace
	 * @param derivative name of its derivative in the matrix, [C, C]
	 */
	record Trace(String trace, String derivative) {}

	/** @return the name of the root of a matrix [C, C] of doubles */
	String root(final String matrix) {
		return name(product("Mul", "root", steps(matrix, false)[0], "sqrt_norm"));
	}

	/** Of a matrix [C, C] of doubles. */
	Trace trace(final String matrix) {
		final String[] y = steps(matrix, true);
		final String unscaled = sum("trace_unscaled", product("Mul", "diagonal", y[0], "one"));
		final String along = sum("along_matrix", product("Mul", "alongs", y[1], "normed"));
		// of the norm, which scales the matrix before the steps and the root behind them
		final String half = product("Mul", "half_trace", unscaled, constant("half", .5));
		final String rest = product("Mul", "of_norm", product("Sub", "of_norm_factor", half, along), "normed");
		final String derivative = product("Add", "derivative_unscaled", y[1], rest);
		return new Trace(name(product("Mul", "trace", unscaled, "sqrt_norm")), name(product("Div", "derivative", derivative,
			"sqrt_norm")));
	}

	// -- Helper methods --

	/** Returns y and, if asked for, y′. */
	private String[] steps(final String matrix, final boolean derivative) {
		normalise(matrix);
		final String half = constant("step_half", .5);
		final String threeHalves = constant("step_three_halves", 1.5);
		product("Mul", "one_and_a_half", "one", threeHalves);
		String u = "normed";
		String y = "normed";
		String du = "one";
		String dy = "one";
		for (int i = 0; i < STEPS; i++) {
			final String t = product("Sub", "t_" + i, "one_and_a_half", product("Mul", "half_u_" + i, u, half));
			if (derivative) {
				final String turned = product("Mul", "half_ydu_" + i, product("MatMul", "ydu_" + i, y, du), half);
				dy = product("Sub", "dy_" + i, product("MatMul", "dyt_" + i, dy, t), turned);
			}
			y = product("MatMul", "y_" + i, y, t);
			if (i == STEPS - 1) break;
			final String ut = product("MatMul", "ut_" + i, u, t);
			if (derivative) {
				final String slope = product("Mul", "slope_" + i, product("Sub", "t_ut_" + i, t, ut), threeHalves);
				du = product("MatMul", "du_" + i, du, slope);
			}
			u = product("MatMul", "u_" + i, ut, t);
		}
		return new String[] { y, dy };
	}

	private void normalise(final String matrix) {
		graph.node("Mul", name("square"), List.of(matrix, matrix));
		sum("norm_square", "square");
		graph.node("Sqrt", name("norm"), List.of(name("norm_square")));
		graph.node("Sqrt", name("sqrt_norm"), List.of(name("norm")));
		graph.node("Div", name("normed"), List.of(matrix, name("norm")));
		graph.node("EyeLike", name("one"), List.of(matrix));
	}

	private String product(final String operator, final String name, final String a, final String b) {
		graph.node(operator, name(name), List.of(name(a), name(b)));
		return name;
	}

	private String sum(final String name, final String of) {
		graph.node("ReduceSum", name(name), List.of(name(of)), integer("keepdims", 0));
		return name;
	}

	private String constant(final String name, final double value) {
		graph.doubleConstant(name(name), value);
		return name;
	}

	private String name(final String name) {
		return prefix + "_" + name;
	}
}
