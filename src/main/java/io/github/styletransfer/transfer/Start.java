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

import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Preprocessing;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * What the optimisation starts from: the picture of the coarsest level, and for the finer ones the picture whose detail they
 * start with, if the start is one that has some. One thread draws all random numbers.
 */
final class Start {

	/** How much of the style is in a mixed start; fzliu's number. */
	private static final double STYLE_SHARE = .05;
	private static final double MIDDLE_GREY = 127.5;

	private final Settings settings;
	private final List<PlanarImage> styles;
	private final double[] blend;
	private final Optional<PlanarImage> given;
	private final Preprocessing input;

	/**
	 * @param settings with the initialisation and what belongs to it
	 * @param styles at least one
	 * @param blend share of each style, their sum 1
	 * @param given the start image, which {@link Initialisation#IMAGE} needs
	 * @param input of the network, whose mean normal noise is around
	 * @throws IllegalArgumentException if the start image is missing
	 */
	Start(final Settings settings, final List<PlanarImage> styles, final double[] blend,
		final Optional<PlanarImage> given, final Preprocessing input)
	{
		if (settings.initialisation() == Initialisation.IMAGE && given.isEmpty()) {
			throw new IllegalArgumentException("initialisation is \"image\" without a start_image; it must be " +
				Option.START_IMAGE.accepted() + ".");
		}
		this.settings = settings;
		this.styles = List.copyOf(styles);
		this.blend = blend.clone();
		this.given = given;
		this.input = input;
	}

	/**
	 * @param content at the size of the coarsest level
	 * @return the start in that size
	 */
	PlanarImage coarsest(final PlanarImage content) {
		final RandomGenerator random = RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(settings.seed());
		final PlanarImage start = picture(content).orElseGet(() -> smoothed(noise(content.size(), random)));
		final double ratio = settings.noiseRatio();
		return ratio == 0 ? start : mixed(start, 1 - ratio, smoothed(even(content.size(), random)), ratio);
	}

	/**
	 * @param content at the size of any level
	 * @return the picture that the run starts from in that size, without noise; empty if it starts from noise alone
	 */
	Optional<PlanarImage> picture(final PlanarImage content) {
		return switch (settings.initialisation()) {
			case CONTENT -> Optional.of(content);
			case MIXED -> Optional.of(mixed(content, 1 - STYLE_SHARE, blended(content.size()), STYLE_SHARE));
			case IMAGE -> given.map(g -> Resampling.resize(g, content.width(), content.height()));
			default -> Optional.empty();
		};
	}

	/** How much of the picture's detail a finer level starts with; none if it is the content's, which does not count. */
	double detail() {
		if (settings.initialisation() != Initialisation.IMAGE && settings.contentWeight() == 0) return 0;
		return TransferRun.DETAIL * (1 - settings.noiseRatio());
	}

	// -- Helper methods --

	private PlanarImage noise(final Size size, final RandomGenerator random) {
		return switch (settings.initialisation()) {
			case NORMAL -> WhiteNoise.normal(size, means(), fill(settings.noiseDeviation()), random);
			case STYLE_STATISTICS -> statistical(size, random);
			case GREY -> WhiteNoise.even(size, (float) MIDDLE_GREY, 1, random);
			case PINK -> PinkNoise.of(size, settings.pinkPower(), random);
			default -> even(size, random);
		};
	}

	private static PlanarImage even(final Size size, final RandomGenerator random) {
		return WhiteNoise.even(size, 0, 255, random);
	}

	/** The optimiser cannot take away what it smooths out of its steps. */
	private PlanarImage smoothed(final PlanarImage noise) {
		if (LevelOptimisers.smooth(settings)) new Smoothing(noise.width(), noise.height()).apply(noise.data());
		return noise;
	}

	/** The network's mean, red first. */
	private double[] means() {
		final float[] mean = input.mean();
		return input.bgr() ? new double[] { mean[2], mean[1], mean[0] } : new double[] { mean[0], mean[1], mean[2] };
	}

	/** Means and variances of several styles are blended, as crowsonkb's tool does. */
	private PlanarImage statistical(final Size size, final RandomGenerator random) {
		final double[] means = new double[PlanarImage.CHANNELS];
		final double[] deviations = new double[PlanarImage.CHANNELS];
		for (int c = 0; c < means.length; c++) {
			double variance = 0;
			for (int i = 0; i < blend.length; i++) {
				final double mean = mean(styles.get(i), c);
				means[c] += blend[i] * mean;
				variance += blend[i] * variance(styles.get(i), c, mean);
			}
			deviations[c] = Math.sqrt(variance);
		}
		return WhiteNoise.normal(size, means, deviations, random);
	}

	private static double mean(final PlanarImage image, final int channel) {
		double sum = 0;
		for (int i = 0; i < image.plane(); i++) sum += image.data()[channel * image.plane() + i];
		return sum / image.plane();
	}

	private static double variance(final PlanarImage image, final int channel, final double mean) {
		double sum = 0;
		for (int i = 0; i < image.plane(); i++) sum += Math.pow(image.data()[channel * image.plane() + i] - mean, 2);
		return sum / image.plane();
	}

	private PlanarImage blended(final Size size) {
		final float[] x = new float[PlanarImage.samples(size)];
		for (int i = 0; i < blend.length; i++) {
			final float[] style = Resampling.resize(styles.get(i), size.width(), size.height()).data();
			for (int j = 0; j < x.length; j++) x[j] += (float) blend[i] * style[j];
		}
		return new PlanarImage(size.width(), size.height(), x);
	}

	private static PlanarImage mixed(final PlanarImage a, final double shareA, final PlanarImage b, final double shareB) {
		final float[] x = new float[a.data().length];
		for (int i = 0; i < x.length; i++) x[i] = (float) (shareA * a.data()[i] + shareB * b.data()[i]);
		return new PlanarImage(a.width(), a.height(), x);
	}

	private static double[] fill(final double value) {
		return new double[] { value, value, value };
	}
}
