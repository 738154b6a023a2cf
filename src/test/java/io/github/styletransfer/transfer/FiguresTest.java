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
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.EmbeddedWeights;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class FiguresTest {

	private static final Architecture NARROW = NarrowNetwork.ARCHITECTURE;
	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final PlanarImage IMAGE = new PlanarImage(36, 28, NarrowNetwork.image(1, 28, 36));

	@Test
	void contentIsOneLayerAfterTheOtherWithoutStyle() {
		final Figure figure = Figures.content(IMAGE, NARROW, settings(Option.LAYER_LIST, "conv1_1,conv4_2"));
		assertEquals(List.of("conv1_1", "conv4_2"), figure.parts().stream().map(Figure.Part::label).toList());
		final Settings second = figure.parts().get(1).settings();
		assertEquals(List.of("conv4_2"), second.lossLayers(NARROW).contentLayers());
		assertEquals(List.of(), second.lossLayers(NARROW).styleLayers());
		assertEquals(1, Schedule.of(figure.size(), second, second.lossLayers(NARROW)).levels().size());
	}

	@Test
	void styleIsNestedSetsWithoutContentInATextureOfAnySize() {
		final Figure figure = Figures.style(IMAGE, NARROW, settings(Option.LAYER_LIST, "conv1_1,conv2_1,conv3_1",
			Option.TEXTURE_SIZE, "70x50"));
		assertEquals(List.of("a: conv1_1", "b: conv1_1, conv2_1", "c: conv1_1, conv2_1, conv3_1"), figure.parts().stream().map(
			Figure.Part::label).toList());
		assertEquals(List.of("a", "b", "c"), figure.parts().stream().map(Figure.Part::name).toList());
		assertEquals(new Size(70, 50), figure.size());
		assertEquals(36 / 70., last(figure).number(Option.STYLE_SCALE)); // of its own size, not of the texture's
		assertEquals(1, last(Figures.style(IMAGE, NARROW, settings(Option.OUTPUT_SIZE, "20"))).number(Option.STYLE_SCALE));
		final Settings last = last(figure);
		assertEquals(List.of("conv1_1", "conv2_1", "conv3_1"), last.lossLayers(NARROW).styleLayers());
		assertEquals(List.of(), last.lossLayers(NARROW).contentLayers());
	}

	@Test
	void gridIsSetsTimesRatios() {
		final Figure figure = Figures.grid(IMAGE, IMAGE, NARROW, settings(Option.RATIO_LIST, "1e-5;2"));
		assertEquals(10, figure.parts().size());
		assertEquals(2, figure.columns());
		final Figure.Part part = figure.parts().get(3);
		assertEquals("b: conv1_1, conv2_1, α/β 2", part.label());
		assertEquals("b: + conv2_1", part.row());
		assertEquals("b_2", part.name());
		assertEquals(.5, part.settings().styleWeight());
		assertEquals(List.of("conv4_2"), part.settings().contentLayers());
	}

	@Test
	void setsHaveLettersBehindTheTwentySixthToo() {
		final String layers = String.join(",", Architecture.GOOGLENET.lossLayerNames().subList(0, 28));
		final PlanarImage large = new PlanarImage(99, 99, new float[3 * 99 * 99]);
		final List<Figure.Part> parts = Figures.style(large, Architecture.GOOGLENET, settings(Option.LAYER_LIST, layers))
			.parts();
		assertEquals("z", parts.get(25).name());
		assertEquals("ab", parts.get(27).name());
	}

	@Test
	void picturesAndStylesThatAreTooSmallForALayerAreRefusedBeforeTheFirstRun() {
		assertRefused("The picture to be made is 16 x 12 pixels; layer conv5_1 needs at least 16 x 16", () -> Figures.content(
			IMAGE, NARROW, settings(Option.OUTPUT_SIZE, "16")));
		assertRefused("The picture to be made is 15 x 90", () -> Figures.style(IMAGE, NARROW, settings(Option.TEXTURE_SIZE,
			"15x90")));
		final PlanarImage small = new PlanarImage(9, 40, new float[3 * 9 * 40]);
		assertRefused("The style image is 9 x 40", () -> Figures.grid(IMAGE, small, NARROW, settings()));
	}

	@Test
	void gridWithoutContentLayerIsRefused() {
		assertRefused("content_layers is empty", () -> Figures.grid(IMAGE, IMAGE, NARROW, settings(Option.CONTENT_LAYERS, "")));
	}

	/** The paper's figure 1, in small: a deep layer keeps less of the pixels. */
	@Test
	void deepLayersLosePixels() {
		final PlanarImage scene = scene(32);
		final Weights vgg = EmbeddedWeights.vgg16();
		final Figure figure = Figures.content(scene, vgg.architecture(), settings(Option.LAYER_LIST,
			"conv1_1,conv2_2,conv3_2", Option.ITERATIONS_FROM_NOISE, "20"));
		final List<Double> errors = new ArrayList<>();
		FigureRun.run(figure, vgg, r -> "", PanelStore.NONE, SeriesMonitor.NONE).panels().forEach(p -> errors.add(distance(p
			.picture(), scene)));
		assertTrue(errors.get(1) > 1.5 * errors.get(0) && errors.get(2) > 1.2 * errors.get(1), errors.toString());
	}

	/** What a set leaves out stays far from the style, what it has comes near: at every layer of the set. */
	@Test
	void texturesLargerThanTheirSourceComeNearIt() {
		final Figure figure = Figures.style(IMAGE, NARROW, settings(Option.LAYER_LIST, "conv1_1,conv3_1",
			Option.TEXTURE_SIZE, "80x64", Option.ITERATIONS_FROM_NOISE, "60"));
		final Map<String, LossTerms> first = new HashMap<>();
		final Map<String, LossTerms> last = new HashMap<>();
		final List<Panel> panels = FigureRun.run(figure, WEIGHTS, r -> "", PanelStore.NONE, new SeriesMonitor() {

			@Override
			public void onSeries(final SeriesProgress p) {
				first.putIfAbsent(p.label(), p.progress().terms());
				last.put(p.label(), p.progress().terms());
			}
		}).panels();
		assertEquals(2, panels.size());
		assertEquals(new Size(80, 64), panels.get(1).picture().size());
		last.forEach((label, terms) -> terms.style().forEach((layer, loss) -> assertTrue(loss < .1 * first.get(label).style()
			.get(layer), label + " " + layer + " " + loss)));
	}

	// -- Helper methods --

	private static Settings last(final Figure figure) {
		return figure.parts().get(figure.parts().size() - 1).settings();
	}

	/** A disc and stripes: edges, flat parts and a fine pattern. */
	private static PlanarImage scene(final int side) {
		final float[] x = new float[3 * side * side];
		for (int i = 0; i < x.length; i++) {
			final int column = i % side;
			final int row = i / side % side;
			final boolean disc = Math.hypot(column - .4 * side, row - .5 * side) < .25 * side;
			x[i] = disc ? 60 + 70 * (i / (side * side)) : column / 3 % 2 == 0 ? 220 : 130;
		}
		return Resampling.resize(new PlanarImage(side, side, x), side, side);
	}

	private static double distance(final PlanarImage a, final PlanarImage b) {
		double sum = 0;
		for (int i = 0; i < a.data().length; i++) sum += Math.pow(a.data()[i] - b.data()[i], 2);
		return Math.sqrt(sum / a.data().length);
	}

	static FigureSettings settings(final Object... pairs) {
		final Map<Option, String> values = new HashMap<>();
		for (int i = 0; i < pairs.length; i += 2) values.put((Option) pairs[i], (String) pairs[i + 1]);
		return FigureSettings.parse(values);
	}

	private static void assertRefused(final String start, final Runnable work) {
		final String message = assertThrows(IllegalArgumentException.class, work::run).getMessage();
		assertTrue(message.startsWith(start), message);
	}
}
