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

import ij.ImagePlus;

import java.nio.file.Path;

/**
 * A picture and the lines about it in a TIFF file of 8 bits a channel, for callers that know nothing of ImageJ.
 *
 * @param picture RGB, whole numbers of 0…255 where it was read
 * @param info the lines; empty if the file has none
 */
public record PictureFile(PlanarImage picture, String info) {

	/**
	 * @param file a TIFF of one RGB plane
	 * @param what the picture is called in messages
	 * @return the picture and its lines
	 * @throws ImageFileException if the file is missing or is no such picture
	 */
	public static PictureFile read(final Path file, final String what) {
		final ImagePlus image = ImageFiles.open(file, what);
		if (image.getType() != ImagePlus.COLOR_RGB || image.getStackSize() != 1) {
			throw new ImageFileException("The " + what + " \"" + file + "\" is no single RGB plane.");
		}
		final String info = image.getInfoProperty();
		return new PictureFile(DisplayedPlane.of(image, what), info == null ? "" : info);
	}

	/**
	 * @param file of type tif; see {@link ImageFiles#save}
	 * @throws ImageFileException if it cannot be written; then an old file of that name is as it was
	 */
	public void write(final Path file) {
		final ImagePlus image = RgbImage.of(picture, file.getFileName().toString());
		image.setProperty("Info", info);
		ImageFiles.save(image, file);
	}

	/** @return the same with the values that a file has: rounded to 0…255 */
	public PictureFile rounded() {
		return new PictureFile(DisplayedPlane.planar((int[]) RgbImage.processor(picture).getPixels(), picture.width(), picture
			.height()), info);
	}
}
