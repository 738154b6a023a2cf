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
package io.github.styletransfer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoresTest {

	private static final long SECOND = 1_000_000_000;

	private final AtomicLong clock = new AtomicLong();
	private final Cores eight = new Cores(8, clock::get);

	@Test
	void whoIsAloneHasAll() {
		assertEquals(0, eight.join(0).getAsInt());
	}

	@Test
	void runsAtTheSameTimeShareAllCores() {
		final List<Cores.Share> three = List.of(eight.join(0), eight.join(0), eight.join(0));
		later();
		assertEquals(List.of(3, 3, 2), three.stream().map(Cores.Share::getAsInt).toList());
	}

	@Test
	void everyRunHasACore() {
		final Cores two = new Cores(2, clock::get);
		two.join(0);
		two.join(0);
		assertEquals(1, two.join(0).getAsInt());
		two.join(5);
		assertEquals(1, two.join(0).getAsInt());
	}

	@Test
	void aNumberThatWasGivenIsKeptAndTheOthersShareTheRest() {
		final Cores.Share given = eight.join(3);
		assertEquals(3, given.getAsInt());
		final Cores.Share one = eight.join(0);
		assertEquals(5, one.getAsInt());
		final Cores.Share other = eight.join(0);
		assertEquals(2, other.getAsInt());
		later();
		assertEquals(3, one.getAsInt());
		assertEquals(3, given.getAsInt());
	}

	@Test
	void sharesFollowWhenRunsBeginAndEndAndHaveSettled() {
		final Cores.Share first = eight.join(0);
		final Cores.Share second = eight.join(0);
		assertEquals(4, second.getAsInt(), "at once where it begins");
		assertEquals(0, first.getAsInt());
		clock.addAndGet(2 * SECOND);
		assertEquals(0, first.getAsInt());
		clock.addAndGet(SECOND);
		assertEquals(4, first.getAsInt());
		second.close();
		assertEquals(4, first.getAsInt());
		later();
		assertEquals(0, first.getAsInt());
	}

	@Test
	void aShortRunBesideALongOneChangesNothing() {
		final Cores.Share first = eight.join(0);
		for (int i = 0; i < 5; i++) {
			final Cores.Share brief = eight.join(0);
			clock.addAndGet(SECOND);
			assertEquals(0, first.getAsInt());
			brief.close();
			clock.addAndGet(SECOND);
			assertEquals(0, first.getAsInt());
		}
	}

	@Test
	void negativeNumbersAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> eight.join(-1));
	}

	@Test
	void hardwareThreadsOfOneCoreAreCountedOnce(@TempDir final Path folder) throws Exception {
		final int usable = Runtime.getRuntime().availableProcessors();
		assertEquals(usable, Cores.physical(folder), "where the system does not tell");
		for (int i = 0; i < 4; i++) {
			final Path topology = Files.createDirectories(folder.resolve("cpu" + i).resolve("topology"));
			Files.writeString(topology.resolve("thread_siblings_list"), "0-3\n");
		}
		assertEquals(1, Cores.physical(folder));
	}

	/** The runtime fixes the number of threads when it loads a graph; the engine loads it anew. */
	@Test
	void anEvaluationWithOtherThreadsGivesTheSameGradient() {
		final Weights weights = NarrowNetwork.weights(Preprocessing.OXFORD);
		final LossLayers losses = new LossLayers(weights.architecture(), List.of("conv4_2"), List.of("conv1_1", "conv5_1"),
			Pooling.AVERAGE);
		final float[] image = NarrowNetwork.image(1, 32, 48);
		final float[] first = new float[image.length];
		final float[] second = new float[image.length];
		final AtomicInteger threads = new AtomicInteger(1);
		final AtomicInteger asked = new AtomicInteger();
		try (Engine engine = new Engine(weights, Device.CPU, () -> {
			asked.incrementAndGet();
			return threads.get();
		});
				Targets style = engine.styleTargets(losses, NarrowNetwork.image(2, 32, 32), 32, 32);
				Targets content = engine.contentTargets(losses, NarrowNetwork.image(3, 32, 48), 32, 48);
				GradientFunction f = engine.gradient(losses, 32, 48, content, style, 1, 1000))
		{
			final double loss = f.evaluate(image, first);
			threads.set(2);
			final int before = asked.get();
			assertEquals(loss, f.evaluate(image, second), 1e-6 * loss);
			assertEquals(before + 2, asked.get(), "asked before the evaluation, and when the graph was loaded anew");
			assertTrue(Evaluation.relativeDifference(second, first) < 1e-5);
			engine.stop();
			threads.set(1);
			assertThrows(CancellationException.class, () -> f.evaluate(image, second));
		}
	}

	private void later() {
		clock.addAndGet(4 * SECOND);
	}
}
