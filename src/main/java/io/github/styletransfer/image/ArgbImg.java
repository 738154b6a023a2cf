package io.github.styletransfer.image;

import ij.ImagePlus;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

/** An RGB image as ImgLib2 has it; a class of its own, so that plain ImageJ needs no ImgLib2. */
public final class ArgbImg {

	private ArgbImg() {
		// no instances
	}

	/**
	 * @param rgb an RGB image
	 * @return an image on the very same array: what changes in one changes in the other
	 * @throws IllegalArgumentException if it is no RGB image
	 */
	public static Img<ARGBType> of(final ImagePlus rgb) {
		if (rgb.getProcessor() == null || !(rgb.getProcessor().getPixels() instanceof int[] pixels)) {
			throw new IllegalArgumentException("The image \"" + rgb.getTitle() + "\" has " + rgb.getBitDepth() +
				" bits a pixel; an RGB image is needed.");
		}
		return ArrayImgs.argbs(pixels, rgb.getWidth(), rgb.getHeight());
	}
}
