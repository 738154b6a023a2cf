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
package io.github.styletransfer.image;

import java.util.stream.IntStream;

/**
 * The luminance of one picture with the chrominance of another. Not every luminance goes with every chrominance on a screen;
 * where it does not, the chrominance is kept and the luminance goes as far as it can. So nothing changes where the content's
 * colour is pure (one channel at 0 and another at 255), and where a channel is 0 the picture can only get lighter.
 */
public final class ContentColours {

	/** Of the way to the luminance that is wanted; the last step is far below what 8 bits show. */
	private static final int HALVINGS = 20;
	/** Of linear light, from 0 to 1: what rounding makes of a colour on the gamut's edge. */
	private static final double ROUNDING = 1e-9;

	private ContentColours() {
		// no instances
	}

	/**
	 * Y of YUV (ITU-R BT.601) with the content's U and V. To keep both is to add the same to red, green and blue; it is a
	 * whole number of grey levels unless the pixel is grey, so that of a content of whole numbers U and V stay exactly what they
	 * were in 8 bits too.
	 *
	 * @param picture whose Y is wanted, RGB
	 * @param content whose U and V are kept, RGB of the same size; clamped to 0…255
	 * @return RGB, 0…255
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static PlanarImage yuv(final PlanarImage picture, final PlanarImage content) {
		final float[] wanted = Luminance.of(picture.clamped());
		return each(picture, content, (i, rgb) -> {
			final double least = Math.min(rgb[0], Math.min(rgb[1], rgb[2]));
			final double most = Math.max(rgb[0], Math.max(rgb[1], rgb[2]));
			final double shift = Math.max(-least, Math.min(255 - most, wanted[i] - Luminance.of(rgb[0], rgb[1], rgb[2])));
			final double whole = least == most ? shift : Math.rint(shift); // a grey pixel stays grey in any case
			for (int c = 0; c < rgb.length; c++) rgb[c] = Math.max(0, Math.min(255, rgb[c] + whole));
		});
	}

	/**
	 * L* of CIELAB (sRGB, D65) with the content's a* and b*. Of the result only rounding to 8 bits changes them.
	 *
	 * @param picture whose L* is wanted, RGB
	 * @param content whose a* and b* are kept, RGB of the same size; clamped to 0…255
	 * @return RGB, 0…255
	 * @throws IllegalArgumentException if the sizes differ
	 */
	public static PlanarImage lab(final PlanarImage picture, final PlanarImage content) {
		final PlanarImage seen = picture.clamped();
		final int plane = seen.plane();
		return each(picture, content, (i, rgb) -> {
			final float[] d = seen.data();
			final double wanted = CieLab.of(d[i], d[plane + i], d[2 * plane + i])[0];
			final double[] light = nearest(CieLab.of(rgb[0], rgb[1], rgb[2]), wanted);
			for (int c = 0; c < rgb.length; c++) rgb[c] = CieLab.stored(light[c]);
		});
	}

	/** Changes a pixel's red, green and blue in place. */
	private interface Pixel {

		void change(int index, double[] rgb);
	}

	/** @return the light that is nearest in L* to what is wanted, on the way from the content's own L* */
	private static double[] nearest(final double[] own, final double wanted) {
		double[] light = CieLab.light(wanted, own[1], own[2]);
		if (isShown(light)) return light;
		double shown = 0;
		double step = 1;
		light = CieLab.light(own[0], own[1], own[2]);
		for (int k = 0; k < HALVINGS; k++) {
			step /= 2;
			final double[] next = CieLab.light(own[0] + (shown + step) * (wanted - own[0]), own[1], own[2]);
			if (!isShown(next)) continue;
			shown += step;
			light = next;
		}
		return light;
	}

	private static boolean isShown(final double[] light) {
		for (final double v : light) if (v < -ROUNDING || v > 1 + ROUNDING) return false;
		return true;
	}

	private static PlanarImage each(final PlanarImage picture, final PlanarImage content, final Pixel change) {
		if (!picture.size().equals(content.size())) {
			throw new IllegalArgumentException("A picture of " + picture.size() + " pixels cannot have the colours of one of " +
				content.size() + "; the sizes must be the same.");
		}
		final int plane = content.plane();
		final float[] data = content.clamped().data();
		IntStream.range(0, content.height()).parallel().forEach(y -> {
			final double[] rgb = new double[PlanarImage.CHANNELS];
			for (int i = y * content.width(); i < (y + 1) * content.width(); i++) {
				for (int c = 0; c < rgb.length; c++) rgb[c] = data[c * plane + i];
				change.change(i, rgb);
				for (int c = 0; c < rgb.length; c++) data[c * plane + i] = (float) rgb[c];
			}
		});
		return new PlanarImage(content.width(), content.height(), data);
	}
}
