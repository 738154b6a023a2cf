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
package io.github.styletransfer.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedStepLbfgsTest {

	private static final float[] START = Problems.stored("start");

	@ParameterizedTest
	@CsvSource({ "100,lbfgs", "5,lbfgs_history_5" })
	void goesTheWayOfPyTorchsLbfgs(final int history, final String way) {
		final Optimum end = new FixedStepLbfgs(history, 30).minimize(Problems.QUARTIC, START, it -> {
			assertEquals(0, Problems.distance(Problems.stored(way, it.iteration()), it.x()), 2e-4, "at " + it.iteration());
			assertEquals(it.iteration() + 1, it.evaluations());
			return true;
		});
		assertEquals(30, end.iterations());
		assertEquals(Problems.QUARTIC.evaluate(end.x(), new float[START.length]), end.loss());
	}

	/** The first step is as long as the gradient says, or 1 in the sum of its parts. */
	@Test
	void firstStepIsShort() {
		final Objective steep = (x, g) -> {
			g[0] = 300;
			g[1] = -100;
			return 0;
		};
		assertArrayEquals(new float[] { -.75f, .25f }, new FixedStepLbfgs(3, 1).minimize(steep, new float[2], it -> true).x(),
			1e-6f);
		final Objective flat = (x, g) -> {
			g[0] = .3f;
			g[1] = 0;
			return 0;
		};
		assertArrayEquals(new float[] { -.3f, 0 }, new FixedStepLbfgs(3, 1).minimize(flat, new float[2], it -> true).x(),
			1e-6f);
	}

	/** Without curvature no pair is kept, and every step is the gradient. */
	@Test
	void pairWithoutCurvatureIsNotKept() {
		final float[] x = new FixedStepLbfgs(3, 4).minimize((at, g) -> {
			g[0] = .5f;
			return 0;
		}, new float[1], it -> true).x();
		assertEquals(-2, x[0], 1e-6);
	}

	/** Instead of a whole gradient, which may lead anywhere. */
	@Test
	void stepsWithoutPairsGrowTenfold() {
		final float[] x = new FixedStepLbfgs(3, 3).minimize((at, g) -> {
			g[0] = 1e6f;
			return 0;
		}, new float[1], it -> true).x();
		assertEquals(-111, x[0], 1e-3);
	}

	@Test
	void minimumAtTheStartIsConverged() {
		final Optimum end = new FixedStepLbfgs(3, 4).minimize((x, g) -> 0, new float[] { 1 }, it -> true);
		assertEquals(StopReason.CONVERGED, end.reason());
		assertEquals(1, end.evaluations());
	}

	@Test
	void lossThatIsNoNumberEndsWithThePointBefore() {
		final float[][] before = { null };
		final int[] count = { 0 };
		final Optimum end = new FixedStepLbfgs(5, 20).minimize((x, g) -> {
			final double loss = Problems.QUARTIC.evaluate(x, g);
			if (count[0]++ == 5) g[3] = Float.NaN;
			return loss;
		}, START, it -> {
			before[0] = it.x().clone();
			return true;
		});
		assertEquals(StopReason.NON_FINITE, end.reason());
		assertArrayEquals(before[0], end.x());
		assertTrue(Double.isFinite(end.loss()));
	}

	@Test
	void cancelAndListenerEndTheRun() {
		final int[] count = { 0 };
		final Optimum cancelled = new FixedStepLbfgs(5, 20).minimize((x, g) -> {
			if (count[0]++ == 3) throw new CancellationException();
			return Problems.QUARTIC.evaluate(x, g);
		}, START, it -> true);
		assertEquals(StopReason.REQUESTED, cancelled.reason());
		assertEquals(2, cancelled.iterations());
		assertEquals(StopReason.REQUESTED, new FixedStepLbfgs(5, 20).minimize(Problems.QUARTIC, START, it -> it
			.iteration() < 2).reason());
	}

	@Test
	void badOptionsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new FixedStepLbfgs(0, 1));
		assertThrows(IllegalArgumentException.class, () -> new FixedStepLbfgs(1, -1));
	}
}
