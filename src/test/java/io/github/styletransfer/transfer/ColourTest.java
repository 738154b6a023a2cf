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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.image.ColourMatch;
import io.github.styletransfer.image.Luminance;
import io.github.styletransfer.image.Mask;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.RgbImage;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours of whole runs with a small network. */
class ColourTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage CONTENT = whole(new PlanarImage(41, 33, NarrowNetwork.image(1, 33, 41)));
	private static final PlanarImage STYLE = new PlanarImage(50, 40, NarrowNetwork.image(2, 40, 50));

	@ParameterizedTest
	@ValueSource(strings = { "content_yuv", "luminance" })
	void chrominanceOfTheContentIsKept(final String colour) {
		final float[] result = eightBits(run(Monitor.NONE, Option.COLOUR, colour).picture());
		final int n = CONTENT.plane();
		int changed = 0;
		for (int i = 0; i < n; i++) {
			final float shift = result[i] - CONTENT.data()[i];
			assertEquals(shift, result[n + i] - CONTENT.data()[n + i], "at " + i);
			assertEquals(shift, result[2 * n + i] - CONTENT.data()[2 * n + i], "at " + i);
			if (shift != 0) changed++;
		}
		assertTrue(changed > n / 2, changed + " of " + n);
	}

	/** The optimised picture is the same; only what is shown of it differs. */
	@Test
	void colourOfTheContentIsPutOnAfterTheRun() {
		final PlanarImage style = run(Monitor.NONE).picture();
		assertArrayEquals(Colour.CONTENT_LAB.restore(style, CONTENT).data(), run(Monitor.NONE, Option.COLOUR, "content_lab")
			.picture().data());
	}

	@Test
	void luminanceAloneIsOptimisedAndTheLossFalls() {
		final List<Double> losses = new ArrayList<>();
		final PlanarImage grey = Luminance.grey(CONTENT);
		final Result result = StyleTransfer.run(grey, STYLE, WEIGHTS, settings(Option.COLOUR, "luminance",
			Option.INITIALISATION, "noise"), new Monitor() {

				@Override
				public void onProgress(final Progress p) {
					if (p.level() == p.levels()) losses.add(p.terms().loss());
				}
			});
		assertTrue(losses.get(losses.size() - 1) < losses.get(0), losses.toString());
		final float[] d = result.picture().data();
		final int n = grey.plane();
		for (int i = 0; i < n; i++) assertEquals(d[i], d[n + i], 2e-4, "grey at " + i);
	}

	@Test
	void greyObjectiveIsTheLossOfGreyPicturesWithItsOwnGradient() {
		final float[] gradient = new float[6];
		final double loss = new GreyObjective((x, g) -> {
			double sum = 0;
			for (int i = 0; i < x.length; i++) {
				sum += (i + 1) * x[i] * x[i];
				g[i] = 2 * (i + 1) * x[i];
			}
			return sum;
		}).evaluate(new float[] { 1, 2, 1, 2, 1, 2 }, gradient);
		assertEquals(1 + 3 + 5 + 4 * (2 + 4 + 6), loss);
		// by each grey pixel: 2·(1+3+5)·1 and 2·(2+4+6)·2, shared by three channels
		assertArrayEquals(new float[] { 6, 16, 6, 16, 6, 16 }, gradient);
	}

	@Test
	void pictureOfAProgressHasTheColoursOfTheResult() {
		final List<PlanarImage> pictures = new ArrayList<>();
		run(new Monitor() {

			@Override
			public void onProgress(final Progress p) {
				pictures.add(p.picture().get());
			}
		}, Option.COLOUR, "content_yuv");
		for (final PlanarImage p : pictures) {
			assertEquals(CONTENT.size(), p.size());
			final float[] d = eightBits(p);
			assertEquals(CONTENT.data()[0] - CONTENT.data()[CONTENT.plane()], d[0] - d[CONTENT.plane()]);
		}
	}

	@ParameterizedTest
	@EnumSource(ColourMatch.class)
	void styleIsMatchedBeforeTheRun(final ColourMatch way) {
		final PlanarImage matched = way.apply(STYLE, Mask.full(STYLE.size()), CONTENT).clamped();
		final Result first = StyleTransfer.run(CONTENT, matched, WEIGHTS, settings(), Monitor.NONE);
		final Result second = run(Monitor.NONE, Option.COLOUR_MATCH, way.name());
		assertArrayEquals(first.picture().data(), second.picture().data());
	}

	@Test
	void otherOutputSizesKeepTheColoursOfTheResampledContent() {
		final PlanarImage result = run(Monitor.NONE, Option.OUTPUT_SIZE, "64", Option.COLOUR, "content_yuv").picture();
		assertEquals(64, result.width());
		for (final float v : result.data()) assertTrue(v >= 0 && v <= 255);
	}

	@Test
	void coloursAreWhatTheyWereWithoutTheOption() {
		final PlanarImage style = run(Monitor.NONE).picture();
		assertFalse(Arrays.equals(style.data(), run(Monitor.NONE, Option.COLOUR, "luminance").picture().data()));
		assertArrayEquals(style.data(), run(Monitor.NONE, Option.COLOUR, "style").picture().data());
	}

	// -- Helper methods --

	static float[] eightBits(final PlanarImage image) {
		final int[] pixels = (int[]) RgbImage.processor(image).getPixels();
		final float[] d = new float[3 * pixels.length];
		for (int i = 0; i < d.length; i++) d[i] = pixels[i % pixels.length] >> 16 - 8 * (i / pixels.length) & 0xff;
		return d;
	}

	static PlanarImage whole(final PlanarImage image) {
		final float[] d = image.data().clone();
		for (int i = 0; i < d.length; i++) d[i] = Math.round(d[i]);
		return new PlanarImage(image.width(), image.height(), d);
	}

	private static Result run(final Monitor monitor, final Object... pairs) {
		return StyleTransfer.run(CONTENT, STYLE, WEIGHTS, settings(pairs), monitor);
	}

	private static Settings settings(final Object... pairs) {
		final Map<Option, String> values = new HashMap<>(Map.of(Option.STROKE_SIZE, "24", Option.ITERATIONS, "4"));
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return Settings.parse(values);
	}
}
