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

import java.util.List;
import java.util.Optional;

/**
 * The images of a run.
 *
 * @param content RGB 0…255, [3, H, W]
 * @param styles RGB 0…255, at least one, each of any size that the deepest layer allows
 * @param start RGB 0…255, of any size, resampled to the content's; used if the initialisation is {@link Initialisation#IMAGE}
 * @param regions where the content is stylised, and which parts of the styles count
 */
public record Inputs(PlanarImage content, List<PlanarImage> styles, Optional<PlanarImage> start, Regions regions) {

	/** @throws IllegalArgumentException if there is no style, or the regions are for another number of styles */
	public Inputs {
		styles = List.copyOf(styles);
		if (styles.isEmpty()) throw new IllegalArgumentException("There is no style image; at least one is needed.");
		regions.checkCounts(styles.size());
	}

	/**
	 * @param content RGB 0…255, [3, H, W]
	 * @param styles RGB 0…255, at least one
	 * @return the whole content, in the manner of the whole styles
	 */
	public static Inputs of(final PlanarImage content, final PlanarImage... styles) {
		return new Inputs(content, List.of(styles), Optional.empty(), Regions.WHOLE);
	}
}
