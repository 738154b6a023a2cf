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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.engine.ChosenDevice;
import io.github.styletransfer.engine.Device;
import io.github.styletransfer.engine.EngineException;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** What a run computes on, and several runs at the same time. */
class DevicesAndRunsTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = new PlanarImage(41, 33, NarrowNetwork.image(1, 33, 41));
	private static final PlanarImage STYLE = new PlanarImage(50, 40, NarrowNetwork.image(2, 40, 50));

	@Test
	void deviceThatIsMissingIsRefusedBeforeTheStart() {
		final Settings s = Settings.defaults().with(Option.DEVICE, "cuda:99");
		final String message = assertThrows(EngineException.class, () -> StyleTransfer.run(CONTENT, STYLE, WEIGHTS, s,
			Monitor.NONE)).getMessage();
		assertTrue(message.startsWith("device is \"cuda:99\", but ") && message.endsWith("; choose cpu or auto."), message);
	}

	@Test
	void provenanceTellsTheDeviceAndWhyItIsNotAnother() {
		final Result result = run(settings(Option.ITERATIONS, "1", Option.DEVICE, "cpu"), Monitor.NONE);
		assertEquals(new ChosenDevice(Device.CPU, Optional.empty()), result.device());
		final String plain = Provenance.of("c", "s", Optional.empty(), WEIGHTS, result);
		assertTrue(plain.contains("\ndevice: cpu\n") && !plain.contains("device_chosen"), plain);
		final Result fallen = new Result(result.picture(), result.settings().with(Option.DEVICE, "auto"), result.schedule(),
			result.plan(), result.levelTerms(), 1, result.time(), result.time(), new ChosenDevice(Device.CPU, Optional.of(
				"On the processor: there is no card.")), List.of(), List.of(), Optional.empty());
		final String info = Provenance.of("c", "s", Optional.empty(), WEIGHTS, fallen);
		assertTrue(info.contains("\ndevice: cpu\n") && info.contains(
			"\ndevice_chosen: On the processor: there is no card.\n"), info);
	}

	/** Each has its own graph, targets and history; they share the cores, which changes the last digits at most. */
	@Test
	void runsAtTheSameTimeGiveTheSamePicturesAsAlone() throws Exception {
		final List<Map<Option, String>> both = List.of(settings(Option.ITERATIONS, "4"), settings(Option.ITERATIONS, "4",
			Option.INITIALISATION, "noise"), settings(Option.ITERATIONS, "3", Option.STROKE_SIZE, "41"));
		final List<float[]> alone = both.stream().map(s -> run(s, Monitor.NONE).picture().data()).toList();
		final CountDownLatch begun = new CountDownLatch(both.size());
		final Monitor together = new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				if (p.level() == 1 && p.iteration() == 1) meet(begun);
			}
		};
		final ExecutorService threads = Executors.newFixedThreadPool(both.size());
		try {
			final List<Future<Result>> running = both.stream().map(s -> threads.submit(() -> run(s, together))).toList();
			for (int i = 0; i < alone.size(); i++) {
				final float[] picture = running.get(i).get(60, TimeUnit.SECONDS).picture().data();
				assertTrue(distance(picture, alone.get(i)) < .05, i + ": " + distance(picture, alone.get(i)) + " grey levels");
			}
		}
		finally {
			threads.shutdownNow();
		}
		assertEquals(0, begun.getCount(), "all were going on at the same time");
	}

	// -- Helper methods --

	private static void meet(final CountDownLatch begun) {
		begun.countDown();
		try {
			assertTrue(begun.await(60, TimeUnit.SECONDS), "the other runs have not begun");
		}
		catch (final InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}

	private static double distance(final float[] a, final float[] b) {
		double sum = 0;
		for (int i = 0; i < a.length; i++) sum += Math.pow(a[i] - b[i], 2);
		return Math.sqrt(sum / a.length);
	}

	private static Result run(final Map<Option, String> values, final Monitor monitor) {
		return StyleTransfer.run(CONTENT, STYLE, WEIGHTS, Settings.parse(values), monitor);
	}

	private static Map<Option, String> settings(final Object... pairs) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.STROKE_SIZE, "24"));
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return values;
	}
}
