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
import java.awt.image.BufferedImage;
import java.io.File;

import javax.imageio.ImageIO;

/** CheckPicture PICTURE CONTENT: the picture has the content's size, is not the content, and is neither black nor flat. */
public final class CheckPicture {

	public static void main(final String[] args) throws Exception {
		final BufferedImage picture = ImageIO.read(new File(args[0]));
		final BufferedImage content = ImageIO.read(new File(args[1]));
		final int n = content.getWidth() * content.getHeight();
		double change = 0;
		double sum = 0;
		double squares = 0;
		for (int y = 0; y < content.getHeight(); y++) {
			for (int x = 0; x < content.getWidth(); x++) {
				final int green = picture.getRGB(x, y) >> 8 & 0xff;
				change += Math.abs(green - (content.getRGB(x, y) >> 8 & 0xff));
				sum += green;
				squares += green * green;
			}
		}
		final double deviation = Math.sqrt(squares / n - sum / n * sum / n);
		System.out.printf("%s: %d x %d, standard deviation %.1f, mean change %.1f%n", args[0], picture.getWidth(), picture
			.getHeight(), deviation, change / n);
		if (picture.getWidth() != content.getWidth() || deviation < 20 || change / n < 10) System.exit(1);
	}
}
