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
import io.github.styletransfer.image.Size;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** Pictures made of formulas, the same on every machine and at every size, for measurements that need no files. */
public final class GeneratedPicture {

	private GeneratedPicture() {
		// no instances
	}

	/**
	 * @param side in pixels, at least 1
	 * @return rings, darker towards one corner, each channel of its own spacing
	 * @throws IllegalArgumentException if the side is below 1 or the picture does not fit one array
	 */
	public static PlanarImage content(final int side) {
		return of(side, (u, v) -> 40 * (u + v) + 60 * (1 + Math.sin(40 * Math.hypot(u - .4, v - .6))), (u, v) -> 128 + 90 * Math
			.sin(25 * Math.hypot(u - .6, v - .3)), (u, v) -> 60 + 80 * u + 50 * (1 + Math.cos(33 * Math.hypot(u - .5, v - .5))));
	}

	/**
	 * @param side in pixels, at least 1
	 * @return crossing waves, each channel of its own direction
	 * @throws IllegalArgumentException if the side is below 1 or the picture does not fit one array
	 */
	public static PlanarImage style(final int side) {
		return of(side, (u, v) -> 128 + 110 * Math.sin(60 * u + 25 * Math.sin(7 * v)), (u, v) -> 100 + 90 * Math.sin(50 * v + 9 *
			Math.sin(11 * u)), (u, v) -> 90 + 80 * Math.sin(45 * (u - v) + 5 * Math.cos(13 * u)));
	}

	/** Functions of the place, 0…1 from left to right and from top to bottom, one for each channel. */
	private static PlanarImage of(final int side, final DoubleBinaryOperator... channels) {
		final float[] data = new float[PlanarImage.samples(new Size(side, side))];
		IntStream.range(0, PlanarImage.CHANNELS * side).parallel().forEach(row -> {
			final double v = (row % side + .5) / side;
			final DoubleBinaryOperator channel = channels[row / side];
			for (int x = 0; x < side; x++) data[row * side + x] = (float) channel.applyAsDouble((x + .5) / side, v);
		});
		return new PlanarImage(side, side, data);
	}
}
