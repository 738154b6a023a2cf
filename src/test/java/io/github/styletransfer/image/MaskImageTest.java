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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskImageTest {

	@TempDir
	private Path folder;

	@BeforeAll
	static void headless() {
		System.setProperty("java.awt.headless", "true");
	}

	@Test
	void whiteCountsGreyInPartBlackNot() {
		final ByteProcessor ip = new ByteProcessor(3, 1, new byte[] { 0, 51, -1 });
		assertArrayEquals(new float[] { 0, .2f, 1 }, mask(new ImagePlus("m", ip)).data(), 1e-6f);
		ip.invertLut();
		assertArrayEquals(new float[] { 1, .8f, 0 }, mask(new ImagePlus("m", ip)).data(), 1e-6f);
		final int[] rgb = { 0xffffff, 0xff0000, 0 };
		assertArrayEquals(new float[] { 1, .299f, 0 }, mask(new ImagePlus("m", new ColorProcessor(3, 1, rgb))).data(), 1e-6f);
	}

	@Test
	void thirtyTwoBitsCountAsTheyAreDisplayed() {
		final FloatProcessor ip = new FloatProcessor(4, 1, new float[] { 0, .5f, 1, 7 });
		ip.setMinAndMax(0, 1);
		assertArrayEquals(new float[] { 0, .5f, 1, 1 }, mask(new ImagePlus("m", ip)).data(), .003f);
	}

	@ParameterizedTest
	@ValueSource(floats = { -.5f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY })
	void negativeValuesAndThoseThatAreNoNumbersAreRefused(final float value) {
		final FloatProcessor ip = new FloatProcessor(2, 1, new float[] { 1, value });
		ip.setMinAndMax(0, 1);
		assertRefused(Float.toString(value), new ImagePlus("m", ip));
	}

	@Test
	void blackIsRefused() {
		assertRefused("black everywhere", new ImagePlus("m", new ByteProcessor(3, 2)));
		assertRefused("no pixels", new ImagePlus());
	}

	@Test
	void opacityIsFoundInTheFile() throws IOException {
		final BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
		image.setRGB(0, 0, 0x00102030);
		image.setRGB(1, 0, 0x33102030);
		image.setRGB(2, 0, 0xff102030);
		assertArrayEquals(new float[] { 0, .2f, 1 }, MaskImage.opacity(png(image)).orElseThrow().data(), 1e-6f);
	}

	@Test
	void opaqueImagesHaveNone() throws IOException {
		final BufferedImage opaque = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
		for (int x = 0; x < 3; x++) opaque.setRGB(x, 0, 0xff000000);
		assertEquals(Optional.empty(), MaskImage.opacity(png(opaque)));
		assertEquals(Optional.empty(), MaskImage.opacity(png(new BufferedImage(3, 1, BufferedImage.TYPE_INT_RGB))));
		assertEquals(Optional.empty(), MaskImage.opacity(Files.writeString(folder.resolve("text.png"), "no image")));
	}

	@Test
	void transparencyEverywhereIsRefused() throws IOException {
		final Path file = png(new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB));
		final String message = assertThrows(ImageFileException.class, () -> MaskImage.opacity(file)).getMessage();
		assertTrue(message.contains("transparent everywhere"), message);
	}

	private Path png(final BufferedImage image) throws IOException {
		final Path file = folder.resolve("a.png");
		assertTrue(ImageIO.write(image, "png", file.toFile()));
		return file;
	}

	private static Mask mask(final ImagePlus image) {
		return MaskImage.of(image, "mask \"m\"");
	}

	private static void assertRefused(final String part, final ImagePlus image) {
		final String message = assertThrows(IllegalArgumentException.class, () -> mask(image)).getMessage();
		assertTrue(message.contains(part) && message.contains("mask \"m\""), message);
	}
}
