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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.engine.Planner;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What memory allows, and what happens when it does not last. */
class MemoryPlanTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = new PlanarImage(50, 40, NarrowNetwork.image(1, 40, 50));
	private static final PlanarImage STYLE = new PlanarImage(41, 33, NarrowNetwork.image(2, 33, 41));

	/** Fails after the second iteration, as often as it is told. */
	private static final class Failing implements Monitor {

		private final List<String> heard = new ArrayList<>();
		private int left;

		private Failing(final int times) {
			left = times;
		}

		@Override
		public void onProgress(final Progress p) {
			heard.add(p.level() + "/" + p.iteration());
			if (p.iteration() >= 2 && left-- > 0) throw new OutOfMemoryError("Java heap space");
		}
	}

	@Test
	void aRunGoesOnWithLessWhenMemoryRunsOut() {
		final Failing once = new Failing(1);
		final Result result = StyleTransfer.run(CONTENT, STYLE, WEIGHTS, settings(), once);
		assertTrue(result.notice().isEmpty(), result.notice().toString());
		assertEquals(List.of("1/1", "1/2", "1/3", "1/4", "1/5", "1/6", "2/1", "2/2"), once.heard);
		assertEquals(1, result.remarks().size());
		assertTrue(result.remarks().get(0).startsWith("Memory ran out at level 1, which went on with ") && result.remarks().get(0)
			.endsWith("a history of 5."), result.remarks().get(0));
		assertTrue(Provenance.of("c", "s", Optional.empty(), WEIGHTS, result).contains("\nremark: Memory ran out at level 1"));
	}

	@Test
	void whatWasReachedIsKeptWhenThereIsNothingSmaller() {
		final Result result = StyleTransfer.run(CONTENT, STYLE, WEIGHTS, settings(), new Failing(Integer.MAX_VALUE));
		assertEquals("Memory ran out at level 1 of 2; this is the best picture so far.", result.notice().orElseThrow());
		assertEquals(CONTENT.size(), result.picture().size());
		assertTrue(result.terms().isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "2048,3GB", "2048,2500MB", "4096,8GB" })
	void largePicturesFitWhatIsAllowed(final int side, final String memory) {
		final Settings s = Settings.parse(Map.of(Option.MEMORY, memory));
		final LossLayers losses = s.lossLayers(Architecture.VGG16);
		final MemoryLimits limits = MemoryLimits.of(s, Long.MAX_VALUE, 6L << 30);
		final Size size = new Size(side, side);
		final MemoryPlan plan = MemoryPlan.of(Schedule.of(size, s, losses), s, size, limits);
		assertTrue(plan.bytes() <= limits.bytes(), plan.toString());
		assertFalse(plan.levels().get(plan.levels().size() - 1).plan().isWhole());
		assertTrue(plan.levels().get(0).plan().isWhole());
	}

	@Test
	void theHistoryIsShortenedBeforeAPictureIsRefused() {
		final Settings s = Settings.parse(Map.of(Option.ITERATIONS, "60"));
		final LossLayers losses = s.lossLayers(Architecture.VGG16);
		final Size size = new Size(2048, 2048);
		final Schedule schedule = Schedule.of(size, s, losses);
		final long wanted = MemoryPlan.of(schedule, s, size, MemoryLimits.NONE).heapBytes();
		final MemoryPlan shorter = MemoryPlan.of(schedule, s, size, new MemoryLimits(Long.MAX_VALUE, wanted * 8 / 10));
		assertTrue(shorter.heapBytes() <= wanted * 8 / 10);
		assertTrue(shorter.levels().get(shorter.levels().size() - 1).history() < 10);
		assertEquals(10, shorter.levels().get(0).history());
	}

	@Test
	void lessMemoryNeverMakesAnEvaluationFaster() {
		final LossLayers losses = Settings.defaults().lossLayers(Architecture.VGG16);
		final Planner planner = new Planner(losses, 1500, 1100);
		double before = 1;
		for (long bytes = 8_000_000_000L; planner.fastest(bytes).isPresent(); bytes = bytes * 3 / 4) {
			final double work = planner.work(planner.fastest(bytes).orElseThrow());
			assertTrue(work > before - .05, bytes + " bytes: " + work + " after " + before);
			assertTrue(planner.bytes(planner.fastest(bytes).orElseThrow()) <= bytes);
			before = work;
		}
		assertTrue(before > 1.3);
	}

	@ParameterizedTest
	@CsvSource({ "3GB,2.85e9", "3 gb,2.85e9", "1.5 GB,1.425e9", "700MB,6.65e8", "1000000,950000" })
	void amountsOfMemory(final String text, final double bytes) {
		assertEquals(bytes, MemoryLimits.of(Settings.parse(Map.of(Option.MEMORY, text)), 1, 1).bytes(), 1);
	}

	@Test
	void autoLeavesATenth() {
		assertEquals(900, MemoryLimits.of(Settings.defaults(), 1000, 7).bytes());
		assertEquals(7, MemoryLimits.of(Settings.defaults(), 1000, 7).heapBytes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "0GB", "-1", "3TB", "much", "GB", "1e400GB", "99999999999999999999999GB" })
	void amountsThatAreNoneAreRefused(final String text) {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Settings.parse(Map.of(Option.MEMORY, text))).getMessage()
			.startsWith("memory is \"" + text + "\"; it must be "));
	}

	private static Settings settings() {
		return Settings.parse(Map.of(Option.STROKE_SIZE, "30", Option.ITERATIONS, "6"));
	}
}
