package io.github.styletransfer.plugin;

import ij.ImagePlus;
import ij.Prefs;

import io.github.styletransfer.engine.Speed;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.EmbeddedWeights;
import io.github.styletransfer.transfer.Estimate;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Settings;

import java.util.Map;

/** The dialog's line of predicted time and memory. The machine's speed is measured once and kept in ImageJ's preferences. */
final class Prediction {

	private static final String KEY = "styletransfer.flops";

	private Prediction() {
		// no instances
	}

	/**
	 * @param content the image to be stylised
	 * @param values of the options, as the dialog has them
	 * @return one line; if a value is not accepted, the sentence that says so
	 */
	static String line(final ImagePlus content, final Map<Option, String> values) {
		try {
			final Settings settings = Settings.parse(values);
			final LossLayers losses = settings.lossLayers(Architecture.VGG16);
			return Estimate.of(new Size(content.getWidth(), content.getHeight()), settings, losses, speed()).message();
		}
		catch (final RuntimeException e) {
			return Failures.sentenceOrThrow(e);
		}
	}

	/** Takes about a second the first time. */
	private static double speed() {
		double flops = Prefs.get(KEY, 0);
		if (flops <= 0) {
			final LossLayers losses = Settings.defaults().lossLayers(Architecture.VGG16);
			flops = Estimate.flops(Speed.pixelsPerSecond(EmbeddedWeights.vgg16(), losses, 0), losses);
			Prefs.set(KEY, flops);
		}
		return flops;
	}
}
