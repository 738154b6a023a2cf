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
