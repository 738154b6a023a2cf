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
package io.github.styletransfer.network;

import java.util.Arrays;
import java.util.Locale;

/**
 * How RGB values 0…255 become the input that a network was trained with: channels reordered, then
 * {@code (value - mean[c]) * scale[c]}. Weights carry it, because networks of one architecture differ in it. Immutable.
 *
 * @param name of the origin it belongs to, for example {@code oxford}; see {@link Origin}
 * @param bgr whether the network takes blue first
 * @param mean what is subtracted, in 0…255, in the network's order of channels
 * @param scale what the difference is multiplied with, in the network's order of channels
 */
public record Preprocessing(String name, boolean bgr, float[] mean, float[] scale) {

	/** The Visual Geometry Group's own weights (Caffe): BGR, mean subtracted. */
	public static final Preprocessing OXFORD = new Preprocessing("oxford", true, new float[] { 103.939f, 116.779f,
		123.68f }, new float[] { 1, 1, 1 });

	/** torchvision's weights: RGB in 0…1, minus the mean, over the standard deviation. */
	public static final Preprocessing TORCHVISION = new Preprocessing("torchvision", false, new float[] { .485f * 255,
		.456f * 255, .406f * 255 }, new float[] { 1 / (.229f * 255), 1 / (.224f * 255), 1 / (.225f * 255) });

	/** The ONNX model zoo's weights: the same input as torchvision's. */
	public static final Preprocessing ONNX_ZOO = TORCHVISION.named("onnx-zoo");

	/** The Berkeley Vision and Learning Center's GoogLeNet and CaffeNet: BGR, mean subtracted. */
	public static final Preprocessing BVLC = new Preprocessing("bvlc", true, new float[] { 104, 117, 123 },
		new float[] { 1, 1, 1 });

	/**
	 * @throws IllegalArgumentException if there are not three means and three scales, or one of them is not finite, or a
	 *           scale is 0
	 */
	public Preprocessing {
		if (mean.length != 3 || scale.length != 3) {
			throw new IllegalArgumentException("Preprocessing " + name + " has " + mean.length + " means and " +
				scale.length + " scales; an RGB image needs three of each.");
		}
		mean = mean.clone();
		scale = scale.clone();
		for (int c = 0; c < 3; c++) {
			if (!Float.isFinite(mean[c]) || !Float.isFinite(scale[c]) || scale[c] == 0) {
				throw new IllegalArgumentException("Preprocessing " + name + " has the mean " + mean[c] + " and the scale " +
					scale[c] + "; both must be finite numbers and the scale not 0.");
			}
		}
	}

	/**
	 * The input of weights of {@link Origin#OTHER other} origin.
	 *
	 * @param order of the network's channels, {@code rgb} or {@code bgr}
	 * @param means that are subtracted, three numbers in 0…255, in the network's order of channels
	 * @param deviations that the differences are divided by, three positive numbers in 0…255, in the same order; 1 where
	 *          the network takes 0…255 as they are, 255 where it takes 0…1
	 * @return the preprocessing
	 * @throws IllegalArgumentException if the order is unknown or a number is missing or outside of its range
	 */
	public static Preprocessing other(final String order, final float[] means, final float[] deviations) {
		final String lower = order.toLowerCase(Locale.ROOT);
		if (!lower.equals("rgb") && !lower.equals("bgr")) {
			throw new IllegalArgumentException("Unknown order of channels \"" + order + "\"; it is rgb or bgr.");
		}
		final float[] scales = new float[deviations.length];
		for (int c = 0; c < scales.length; c++) {
			if (!(deviations[c] > 0 && deviations[c] <= 255)) {
				throw new IllegalArgumentException("The standard deviation " + deviations[c] +
					" is out of range; it must be above 0 and at most 255.");
			}
			scales[c] = 1 / deviations[c];
		}
		for (final float mean : means) {
			if (!(mean >= 0 && mean <= 255)) {
				throw new IllegalArgumentException("The mean " + mean + " is out of range; it must be from 0 to 255.");
			}
		}
		return new Preprocessing(Origin.OTHER.key(), lower.equals("bgr"), means, scales);
	}

	@Override
	public float[] mean() {
		return mean.clone();
	}

	@Override
	public float[] scale() {
		return scale.clone();
	}

	/**
	 * @param origin that the result belongs to
	 * @return the same input under another name
	 */
	public Preprocessing named(final String origin) {
		return new Preprocessing(origin, bgr, mean, scale);
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof Preprocessing p && name.equals(p.name) && bgr == p.bgr && Arrays.equals(mean, p.mean) && Arrays
			.equals(scale, p.scale);
	}

	@Override
	public int hashCode() {
		return 31 * (31 * name.hashCode() + Arrays.hashCode(mean)) + Arrays.hashCode(scale);
	}

	@Override
	public String toString() {
		return name + ": " + (bgr ? "BGR" : "RGB") + " 0…255 minus " + Arrays.toString(mean) + " times " + Arrays.toString(
			scale);
	}
}
