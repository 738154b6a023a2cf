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

import ij.CompositeImage;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import java.util.Optional;

/**
 * The way from the values of a grey image of 8, 16 or 32 bits through its display range to 0…255, and back. A lookup table
 * that inverts is followed; one with colours is left to the result, which has it too. Immutable.
 */
public final class GreyValues {

	private static final double LEVELS = 255;

	private final ImagePlus image;
	private final ImageProcessor plane;
	private final double black;
	private final double white;

	private GreyValues(final ImagePlus image) {
		this.image = image;
		plane = image.getProcessor();
		final boolean inverted = plane.isInvertedLut();
		black = inverted ? plane.getMax() : plane.getMin();
		white = inverted ? plane.getMin() : plane.getMax();
	}

	/**
	 * @param image 8-bit, 16-bit or 32-bit; not changed
	 * @return its current plane
	 * @throws IllegalArgumentException if it has no pixels, is in colour, shows several channels at once, or is displayed from
	 *           some value to the same value
	 */
	public static GreyValues of(final ImagePlus image) {
		DisplayedPlane.check(image, "image \"" + image.getTitle() + "\"");
		final boolean mixed = image instanceof CompositeImage c && c.isComposite() && c.getMode() == CompositeImage.COMPOSITE;
		if (mixed || image.getType() == ImagePlus.COLOR_256 || image.getProcessor() instanceof ColorProcessor) {
			throw new IllegalArgumentException("The image \"" + image.getTitle() + "\" " + (mixed ?
				"shows several channels at once" : "is in colour") +
				", so grey_result=yes has no meaning; it needs an image of 8, 16 or 32 bits, or a single channel.");
		}
		final GreyValues values = new GreyValues(image);
		if (values.black == values.white) {
			throw new IllegalArgumentException("The image \"" + image.getTitle() + "\" is displayed from " + values.black +
				" to the same value, so nothing is seen of it; adjust its brightness and contrast.");
		}
		return values;
	}

	/** @return what is seen of it, not rounded, in three equal channels, 0…255; NaN and −∞ are black, +∞ is white */
	public PlanarImage seen() {
		final float[] seen = new float[plane.getPixelCount()];
		for (int i = 0; i < seen.length; i++) seen[i] = (float) seen(plane.getf(i));
		return Luminance.grey(new Size(plane.getWidth(), plane.getHeight()), seen);
	}

	/**
	 * @param picture whose luminance is wanted, RGB; of the image's size, or scaled
	 * @param weights where the picture counts, of its size; nothing for everywhere. Where the weight is 0, the image's own
	 *          values are kept, even those outside of the display range
	 * @param title of the result
	 * @return an image of the same bit depth, display range and lookup table, with the calibration of space and density
	 */
	public ImagePlus back(final PlanarImage picture, final Optional<Mask> weights, final String title) {
		final float[] wanted = Luminance.of(picture.clamped());
		final float[] own = weights.isPresent() ? own(picture.size()) : wanted;
		final ImageProcessor result = plane.createProcessor(picture.width(), picture.height());
		for (int i = 0; i < wanted.length; i++) {
			final double weight = weights.isPresent() ? weights.get().data()[i] : 1;
			result.setf(i, stored(value(wanted[i], own[i], weight)));
		}
		if (!(plane instanceof ByteProcessor)) result.setMinAndMax(plane.getMin(), plane.getMax());
		final ImagePlus back = new ImagePlus(title, result);
		calibrate(back);
		return back;
	}

	// -- Helper methods --

	private double seen(final double value) {
		final double seen = LEVELS * (value - black) / (white - black);
		return seen > 0 ? Math.min(LEVELS, seen) : 0;
	}

	/** What the display range cuts off comes back as the picture fades. */
	private double value(final double wanted, final double own, final double weight) {
		if (weight == 0) return own;
		final double value = black + wanted / LEVELS * (white - black);
		if (weight == 1 || !Double.isFinite(own)) return value;
		return value + (1 - weight) * (own - black - seen(own) / LEVELS * (white - black));
	}

	private float stored(final double value) {
		if (plane instanceof FloatProcessor) return (float) value;
		return Math.max(0, Math.min(plane instanceof ShortProcessor ? 65535 : 255, Math.round(value)));
	}

	private float[] own(final Size size) {
		final float[] own = new float[plane.getPixelCount()];
		for (int i = 0; i < own.length; i++) own[i] = plane.getf(i);
		final Size old = new Size(plane.getWidth(), plane.getHeight());
		return old.equals(size) ? own : Resampling.resize(own, 1, old, size);
	}

	/** The values mean what they meant. */
	private void calibrate(final ImagePlus back) {
		RgbImage.copyCalibration(image, back);
		final Calibration from = image.getCalibration();
		if (!from.calibrated()) return;
		if (from.getFunction() == Calibration.CUSTOM) {
			back.getCalibration().setCTable(from.getCTable(), from.getValueUnit());
		}
		else back.getCalibration().setFunction(from.getFunction(), from.getCoefficients(), from.getValueUnit(), from.zeroClip());
	}
}
