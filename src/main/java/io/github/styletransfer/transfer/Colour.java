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

import io.github.styletransfer.image.ContentColours;
import io.github.styletransfer.image.PlanarImage;

/** Whose colours a result has. */
public enum Colour {

	/** The style's: those of the optimised picture. */
	STYLE,

	/** The content's U and V, with the Y of the optimised picture. */
	CONTENT_YUV,

	/** The content's a* and b*, with the L* of the optimised picture. */
	CONTENT_LAB,

	/**
	 * The content's U and V; content, style and picture are grey during the run, and the style's luminance has the content's
	 * mean and deviation (Gatys et al., arXiv:1606.05897).
	 */
	LUMINANCE;

	/**
	 * @param picture from the optimiser, RGB, not clamped
	 * @param content of the same size
	 * @return the picture with the colours that this says
	 * @throws IllegalArgumentException if the sizes differ
	 */
	PlanarImage restore(final PlanarImage picture, final PlanarImage content) {
		return switch (this) {
			case STYLE -> picture;
			case CONTENT_LAB -> ContentColours.lab(picture, content);
			case CONTENT_YUV, LUMINANCE -> ContentColours.yuv(picture, content);
		};
	}
}
