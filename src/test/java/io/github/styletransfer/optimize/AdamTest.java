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

import java.util.Arrays;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AdamTest {

	private static final float[] START = Problems.stored("start");

	@Test
	void goesTheWayOfPyTorchsAdam() {
		final Optimum end = plain().maxIterations(30).build().minimize(Problems.QUARTIC, START, it -> {
			assertEquals(0, Problems.distance(Problems.stored("adam", it.iteration()), it.x()), 1e-5);
			assertEquals(Problems.QUARTIC.evaluate(it.x(), new float[START.length]), it.loss());
			assertEquals(it.iteration() + 1, it.evaluations());
			return true;
		});
		assertEquals(30, end.iterations());
		assertEquals(StopReason.ITERATIONS, end.reason());
	}

	@Test
	void boundedWayHasTheCorrectedMean() {
		final float[][] last = { null };
		final Optimum end = Adam.builder().stepSize(.3).betas(.8, .99).averaging(.9).bounds(-.5f, .75f).maxIterations(30)
			.build().minimize((x, g) -> {
				for (final float v : x) assertTrue(v >= -.5f && v <= .75f, Arrays.toString(x));
				return Problems.QUARTIC.evaluate(x, g);
			}, START, it -> {
				last[0] = it.x().clone();
				assertEquals(0, Problems.distance(Problems.stored("adam_bounded_mean", it.iteration()), it.x()), 2e-5);
				return true;
			});
		assertArrayEquals(last[0], end.x());
	}

	@Test
	void firstStepMovesEveryNumberByTheStepSize() {
		final float[] x = plain().maxIterations(1).build().minimize(Problems.QUARTIC, START, it -> true).x();
		for (int i = 0; i < x.length; i++) assertEquals(.1, Math.abs(x[i] - START[i]), 1e-5);
	}

	@Test
	void numberWithoutGradientStays() {
		final float[] x = plain().maxIterations(5).build().minimize((at, g) -> {
			g[0] = 0;
			g[1] = 1;
			return 1;
		}, new float[] { 3, 3 }, it -> true).x();
		assertEquals(3, x[0]);
		assertEquals(2.5, x[1], 1e-5);
	}

	@Test
	void lossThatIsNoNumberEndsWithWhatCameBefore() {
		final float[][] before = { null };
		final int[] count = { 0 };
		final Optimum end = plain().build().minimize((x, g) -> count[0]++ == 4 ? Double.NaN : Problems.QUARTIC.evaluate(x, g),
			START, it -> {
				before[0] = it.x().clone();
				return true;
			});
		assertEquals(StopReason.NON_FINITE, end.reason());
		assertEquals(3, end.iterations());
		assertArrayEquals(before[0], end.x());
		assertTrue(Double.isFinite(end.loss()));
	}

	@Test
	void cancelInTheMiddleKeepsWhatWasReached() {
		final int[] count = { 0 };
		final float[][] last = { null };
		final Optimum end = plain().build().minimize((x, g) -> {
			if (count[0]++ == 3) throw new CancellationException();
			return Problems.QUARTIC.evaluate(x, g);
		}, START, it -> {
			last[0] = it.x().clone();
			return true;
		});
		assertEquals(StopReason.REQUESTED, end.reason());
		assertArrayEquals(last[0], end.x());
	}

	@Test
	void listenerEndsTheRunAndTheStartIsNotChanged() {
		final float[] start = START.clone();
		final Optimum end = plain().build().minimize(Problems.QUARTIC, start, it -> it.iteration() < 3);
		assertEquals(3, end.iterations());
		assertEquals(StopReason.REQUESTED, end.reason());
		assertArrayEquals(START, start);
	}

	@Test
	void badOptionsAreRefusedByName() {
		final Adam.Builder b = Adam.builder();
		assertNamed("stepSize", () -> b.stepSize(0));
		assertNamed("beta1", () -> b.betas(1, .9));
		assertNamed("beta2", () -> b.betas(.9, Double.NaN));
		assertNamed("epsilon", () -> b.epsilon(0));
		assertNamed("averaging", () -> b.averaging(1));
		assertNamed("maxIterations", () -> b.maxIterations(-1));
		assertNamed("bounds", () -> b.bounds(1, 1));
	}

	private static void assertNamed(final String name, final Executable action) {
		final String message = assertThrows(IllegalArgumentException.class, action).getMessage();
		assertTrue(message.startsWith(name), message);
	}

	private static Adam.Builder plain() {
		return Adam.builder().stepSize(.1).betas(.9, .999);
	}
}
