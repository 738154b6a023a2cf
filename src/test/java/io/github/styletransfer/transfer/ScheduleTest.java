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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ScheduleTest {

	private static final LossLayers DEFAULT = new LossLayers(Architecture.VGG16, Architecture.VGG16.contentLayers(),
		Architecture.VGG16.styleLayers(), Pooling.AVERAGE);

	@Test
	void levelsGrowFromTheStrokeSizeByAtMostTwo() {
		final Schedule s = schedule(new Size(1411, 1000), DEFAULT, Option.ITERATIONS, "100");
		assertEquals(128, s.levels().get(0).size().width());
		assertEquals(new Size(1411, 1000), s.finest().size());
		for (int i = 1; i < s.levels().size(); i++) {
			final double ratio = (double) s.levels().get(i).size().width() / s.levels().get(i - 1).size().width();
			assertTrue(ratio > 1.4 && ratio < 2.02, "ratio " + ratio);
			assertTrue(s.levels().get(i).iterations() <= s.levels().get(i - 1).iterations());
		}
		assertEquals(100, s.levels().get(0).iterations());
		assertEquals(18, s.finest().iterations());
	}

	@Test
	void outputSmallerThanTheStrokesIsOneLevel() {
		assertEquals(1, schedule(new Size(100, 80), DEFAULT).levels().size());
	}

	@Test
	void noLevelIsSmallerThanTheDeepestLayerAllows() {
		for (final Schedule.Level l : schedule(new Size(4000, 40), DEFAULT).levels()) {
			assertTrue(l.size().height() >= 16, l.toString());
		}
	}

	@Test
	void fineLevelsLookAtWhatTheyCanChange() {
		final Schedule s = schedule(new Size(1024, 1024), DEFAULT);
		assertEquals(List.of(5, 4, 3, 3), s.levels().stream().map(l -> l.losses().styleLayers().size()).toList());
		assertEquals(List.of(1, 1, 0, 0), s.levels().stream().map(l -> l.losses().contentLayers().size()).toList());
		assertEquals(List.of("conv1_1", "conv2_1", "conv3_1"), s.finest().losses().styleLayers());
	}

	@Test
	void fullLevelsLookAtEverything() {
		schedule(new Size(1024, 1024), DEFAULT, Option.FINE_LEVELS, "full").levels().forEach(l -> assertEquals(DEFAULT, l
			.losses()));
	}

	@Test
	void choiceOfDeepLayersAloneIsKept() {
		final LossLayers deep = new LossLayers(Architecture.VGG16, List.of("conv1_1"), List.of("conv5_1"), Pooling.MAX);
		schedule(new Size(512, 512), deep).levels().forEach(l -> assertEquals(deep, l.losses()));
		final LossLayers content = new LossLayers(Architecture.VGG16, List.of("conv5_1"), List.of(), Pooling.MAX);
		schedule(new Size(512, 512), content).levels().forEach(l -> assertEquals(content, l.losses()));
	}

	@Test
	void coarsestLevelHasTheWidestMargin() {
		final Schedule s = schedule(new Size(512, 512), DEFAULT);
		assertEquals(List.of(16, 8, 8), s.levels().stream().map(Schedule.Level::margin).toList());
		assertEquals(160. * 160, s.levels().get(0).pixels());
	}

	@Test
	void levelsGrowByAtMostTheLevelRatio() {
		final Schedule s = schedule(new Size(512, 384), DEFAULT, Option.LEVEL_RATIO, "1.4143");
		assertEquals(List.of(128, 181, 256, 362, 512), s.levels().stream().map(l -> l.size().width()).toList());
		assertEquals(List.of(128, 512), schedule(new Size(512, 384), DEFAULT, Option.LEVEL_RATIO, "8").levels().stream().map(
			l -> l.size().width()).toList());
	}

	@Test
	void finerLevelsDoTheIterationsThatAreAskedFor() {
		final Schedule s = schedule(new Size(1024, 1024), DEFAULT, Option.ITERATIONS_FINER, "500");
		assertEquals(List.of(30, 500, 500, 500), s.levels().stream().map(Schedule.Level::iterations).toList());
	}

	private static Schedule schedule(final Size output, final LossLayers losses) {
		return Schedule.of(output, Settings.defaults(), losses);
	}

	private static Schedule schedule(final Size output, final LossLayers losses, final Option option, final String value) {
		return Schedule.of(output, Settings.parse(new HashMap<>(Map.of(option, value))), losses);
	}
}
