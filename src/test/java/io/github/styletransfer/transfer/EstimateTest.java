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
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.engine.ChosenDevice;
import io.github.styletransfer.engine.Device;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateTest {

	private static final Settings SETTINGS = Settings.defaults();
	private static final LossLayers LOSSES = SETTINGS.lossLayers(Architecture.VGG16);
	private static final Size SIZE = new Size(512, 384);

	@Test
	void speedOfARunPredictsItsTime() {
		final Duration took = Duration.ofSeconds(47);
		final double speed = Estimate.flopsPerSecond(result(took, Optional.empty())).orElseThrow();
		assertEquals(47, Estimate.of(SIZE, SETTINGS, LOSSES, speed, MemoryLimits.NONE).time().toMillis() / 1e3, .01);
	}

	@Test
	void shortAndStoppedRunsTeachNothing() {
		assertTrue(Estimate.flopsPerSecond(result(Duration.ofSeconds(4), Optional.empty())).isEmpty());
		assertTrue(Estimate.flopsPerSecond(result(Duration.ofSeconds(47), Optional.of("Stopped."))).isEmpty());
	}

	@Test
	void whatNeedsMoreThanThereIsDoesNotFit() {
		final Estimate e = Estimate.of(SIZE, SETTINGS, LOSSES, 1e11, MemoryLimits.NONE);
		assertTrue(e.fits(new MemoryLimits(e.bytes(), e.heapBytes())));
		assertFalse(e.fits(new MemoryLimits(e.bytes() - 1, e.heapBytes())));
		assertFalse(e.fits(new MemoryLimits(e.bytes(), e.heapBytes() - 1)));
		assertTrue(e.message().matches("About .+ and \\d\\.\\d GB of memory for 512 x 384 pixels\\."), e.message());
	}

	@Test
	void historyTakesMemoryAndAdamLittle() {
		final long usual = heap("40", Option.HISTORY, "10");
		assertEquals(usual, heap("40", Option.HISTORY, "39")); // no finer level does more than seven iterations
		assertTrue(heap("1000", Option.HISTORY, "100") > 6 * heap("1000", Option.HISTORY, "10"));
		assertTrue(heap("1000", Option.OPTIMISER, "adam") < .5 * heap("1000", Option.HISTORY, "10"));
	}

	@Test
	void moreLevelsAndIterationsTakeMoreTime() {
		final long usual = time(Option.LEVEL_RATIO, "2");
		assertTrue(time(Option.LEVEL_RATIO, "1.2") > usual);
		assertTrue(time(Option.ITERATIONS_FINER, "500") > 10 * usual);
	}

	/** Multiplications and additions of both passes: 4 · kernel² · inputs of a group · outputs / stride². */
	@ParameterizedTest
	@CsvSource({ "VGG-16,conv2_1,228096", "GoogLeNet,conv1/7x7_s2,9408", "GoogLeNet,conv2/3x3_reduce,10432",
		"CaffeNet,conv2,27912" })
	void everyNeededConvolutionIsCounted(final String network, final String layer, final double expected) {
		assertEquals(2 * expected, Estimate.flops(2, losses(network, layer)), 1e-6);
	}

	@Test
	void branchesThatNobodyNeedsCostNothing() {
		final double one = Estimate.flops(1, losses("GoogLeNet", "inception_3a/1x1"));
		final double other = Estimate.flops(1, losses("GoogLeNet", "inception_3a/pool_proj"));
		assertEquals(4. * 192 * (64 - 32) / 64, one - other, 1e-9);
		assertTrue(bytes("inception_3a/1x1") < bytes("inception_3a/output"));
	}

	/** Of a run whose finest level is the largest. */
	private static long heap(final String iterations, final Option option, final String value) {
		final Settings s = Settings.defaults().with(Option.ITERATIONS, iterations).with(option, value);
		return Estimate.of(new Size(1024, 1024), s, LOSSES, 1e11, MemoryLimits.NONE).heapBytes();
	}

	private static long time(final Option option, final String value) {
		return Estimate.of(SIZE, SETTINGS.with(option, value), LOSSES, 1e11, MemoryLimits.NONE).time().toMillis();
	}

	private static Result result(final Duration time, final Optional<String> notice) {
		final Schedule schedule = Schedule.of(SIZE, SETTINGS, LOSSES);
		return new Result(new PlanarImage(1, 1, new float[3]), SETTINGS, schedule, MemoryPlan.of(schedule, SETTINGS, SIZE,
			MemoryLimits.NONE), List.of(), 1, time, time, new ChosenDevice(Device.CPU, Optional.empty()), List.of(), List.of(), notice);
	}

	private static long bytes(final String layer) {
		return Estimate.of(new Size(512, 512), Settings.defaults(), losses("GoogLeNet", layer), 1e11,
			MemoryLimits.NONE).bytes();
	}

	private static LossLayers losses(final String network, final String layer) {
		return new LossLayers(Architecture.of(network), List.of(layer), List.of(), Pooling.AVERAGE);
	}
}
