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
package io.github.styletransfer.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.engine.ChosenDevice;
import io.github.styletransfer.engine.Device;
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class BenchmarkTest {

	@Test
	void medianAndMinimumAreThoseOfTheTimes() {
		assertEquals(2, measured(4, 1, 2).median());
		assertEquals(2.5, measured(4, 1, 2, 3).median());
		assertEquals(1, measured(4, 1, 2).min());
	}

	@Test
	void everyEvaluationIsCountedButTheFirst() {
		final Weights weights = NarrowNetwork.weights(Preprocessing.OXFORD);
		final PlanarImage picture = GeneratedPicture.content(16);
		final List<Integer> heard = new ArrayList<>();
		final Benchmark.Measured m = Benchmark.run(picture, GeneratedPicture.style(20), weights, Settings.defaults(), MemoryLimits.NONE, 3,
			heard::add);
		assertEquals(List.of(0, 1, 2, 3), heard);
		assertEquals(3, m.seconds().size());
		assertThrows(IllegalArgumentException.class, () -> Benchmark.run(picture, picture, weights, Settings.defaults(), MemoryLimits.NONE, 0,
			heard::add));
	}

	/** At the content itself, its loss and gradient would be 0. */
	@Test
	void theStartIsBesideTheContent() {
		final PlanarImage content = GeneratedPicture.content(8);
		final PlanarImage start = Benchmark.start(content);
		assertEquals(10 * Math.sin(5), start.data()[5] - content.data()[5], 1e-4);
	}

	@Test
	void generatedPicturesAreTheSameEveryTimeAndInRange() {
		for (final PlanarImage p : new PlanarImage[] { GeneratedPicture.content(64), GeneratedPicture.style(64) }) {
			float least = Float.MAX_VALUE;
			float most = 0;
			for (final float v : p.data()) {
				least = Math.min(least, v);
				most = Math.max(most, v);
			}
			assertTrue(least >= 0 && most <= 255 && most - least > 150, least + " to " + most);
		}
		assertArrayEquals(GeneratedPicture.style(64).data(), GeneratedPicture.style(64).data());
	}

	@Test
	void largerPicturesNeedMore() {
		final Settings s = Settings.defaults();
		final long small = Benchmark.predictedPeakBytes(256, s.lossLayers(Architecture.VGG16), MemoryLimits.NONE);
		final long large = Benchmark.predictedPeakBytes(512, s.lossLayers(Architecture.VGG16), MemoryLimits.NONE);
		assertTrue(large > small + Benchmark.predictedHeapBytes(512) - Benchmark.predictedHeapBytes(256));
		assertEquals(5L * 12 * 26754 * 26754, Benchmark.predictedHeapBytes(26754));
	}

	private static Benchmark.Measured measured(final double... seconds) {
		final List<Double> times = new ArrayList<>();
		for (final double s : seconds) times.add(s);
		return new Benchmark.Measured(times, new LossTerms(0, Map.of(), Map.of()), GeneratedPicture.style(1),
			new ChosenDevice(Device.CPU, Optional.empty()), 1, "whole");
	}
}
