package io.github.styletransfer.plugin;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;

import java.util.Random;

/** Small images that the commands can do in a second. */
final class TestImages {

	private TestImages() {}

	static ImagePlus grey(final String title, final int width, final int height) {
		final ByteProcessor ip = new ByteProcessor(width, height);
		for (int i = 0; i < width * height; i++) ip.set(i, 128 + (int) (100 * Math.sin(i * .07)));
		return new ImagePlus(title, ip);
	}

	static ImagePlus colour(final String title, final int width, final int height) {
		final Random random = new Random(4);
		final int[] pixels = new int[width * height];
		for (int i = 0; i < pixels.length; i++) pixels[i] = 0xff000000 | random.nextInt(0x1000000);
		return new ImagePlus(title, new ColorProcessor(width, height, pixels));
	}
}
