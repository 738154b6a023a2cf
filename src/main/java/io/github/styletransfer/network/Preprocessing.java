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

/**
 * How RGB values 0…255 become the input that a network was trained with: channels reordered, then
 * {@code (value - mean[c]) * scale[c]}. Weights carry it, because networks of one architecture differ in it. Immutable.
 *
 * @param name of the origin it belongs to, for example {@code oxford}
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

	/** @throws IllegalArgumentException if there are not three means and three scales */
	public Preprocessing {
		if (mean.length != 3 || scale.length != 3) {
			throw new IllegalArgumentException("Preprocessing " + name + " has " + mean.length + " means and " +
				scale.length + " scales; an RGB image needs three of each.");
		}
		mean = mean.clone();
		scale = scale.clone();
	}

	@Override
	public float[] mean() {
		return mean.clone();
	}

	@Override
	public float[] scale() {
		return scale.clone();
	}
}
