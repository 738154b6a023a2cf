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
package io.github.styletransfer.plugin;

import ij.ImagePlus;
import ij.Prefs;

import io.github.styletransfer.engine.ChosenDevice;
import io.github.styletransfer.engine.Device;
import io.github.styletransfer.engine.Devices;
import io.github.styletransfer.engine.Speed;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.image.Size;
import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.format.EmbeddedWeights;
import io.github.styletransfer.transfer.Estimate;
import io.github.styletransfer.transfer.MemoryLimits;
import io.github.styletransfer.transfer.Extent;
import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Result;
import io.github.styletransfer.transfer.Schedule;
import io.github.styletransfer.transfer.Settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The dialog's line of predicted time and memory. The machine's speed with the embedded network is measured once; then it
 * is taken from each finished run, for each architecture and device on its own, and kept in ImageJ's preferences.
 */
final class Prediction {

	private static final String KEY = "styletransfer.flops.";
	private static final int ALL_CORES = 0;
	/** Of VGG's speed: what the small kernels and the normalisations of the other networks reach, about. */
	private static final double OTHERS = 1 / 3.;

	/** What decides about the extent. */
	private static final List<Option> REGION = List.of(Option.REGION, Option.MASK, Option.BORDER, Option.OUTPUT_SIZE);

	private final ImagePlus content;
	private final NetworkChoice networks;
	private Optional<Extent> extent = Optional.empty();
	private List<String> extentOf = List.of();
	/** Until the first line is there, and with it the dialog, a second more does not matter. */
	private boolean beforeDialog = true;

	/**
	 * @param content the image to be stylised
	 * @param networks that the dialog offers
	 */
	Prediction(final ImagePlus content, final NetworkChoice networks) {
		this.content = content;
		this.networks = networks;
	}

	/**
	 * @param values of the options, as the dialog has them
	 * @return one line; if a value is not accepted, the sentence that says so
	 */
	String line(final Map<Option, String> values) {
		try {
			final Settings settings = Settings.parse(values);
			final Architecture network = networks.architecture(values.getOrDefault(Option.NETWORK, Option.NETWORK
				.defaultValue()));
			final Extent extent = extent(values, settings);
			if (beforeDialog) measure(settings.device());
			beforeDialog = false;
			if (!Devices.HERE.isKnown(settings.device())) { // trying it would take seconds
				return estimate(extent, settings, network, Device.CPU).message() + " On " + settings.device() + " if it is there.";
			}
			final ChosenDevice chosen = Devices.HERE.choose(settings.device());
			return estimate(extent, settings, network, chosen.device()).message() + chosen.fallback().map(why -> " " + why)
				.orElseGet(() -> chosen.device().kind() == Device.Kind.CPU ? "" : " On " + chosen.device() + ".") + (isGuessed(network,
					chosen.device()) ? " (A first guess.)" : "");
		}
		catch (final RuntimeException | OutOfMemoryError e) {
			return Failures.sentenceOrThrow(e);
		}
	}

	/**
	 * @param result of a run that had the machine for itself
	 * @param losses layers that it used
	 */
	static void learn(final Result result, final LossLayers losses) {
		if (result.settings().threads() != ALL_CORES) return;
		Estimate.flopsPerSecond(result).ifPresent(flops -> Prefs.set(key(losses.architecture(), result.device().device()),
			flops));
	}

	// -- Helper methods --

	/** Masks are read again only when the fields say something new. */
	private Extent extent(final Map<Option, String> values, final Settings settings) {
		final List<String> now = REGION.stream().map(o -> values.getOrDefault(o, o.defaultValue())).toList();
		if (extent.isEmpty() || !now.equals(extentOf)) {
			extent = Optional.empty();
			extent = Optional.of(Extent.of(new Size(content.getWidth(), content.getHeight()), RegionSource.ofContent(content,
				values, settings).regions(), settings));
			extentOf = now;
		}
		return extent.get();
	}

	private static Estimate estimate(final Extent extent, final Settings settings, final Architecture network,
		final Device device)
	{
		double flops = Prefs.get(key(network, device), 0);
		if (flops <= 0) {
			final double processor = Prefs.get(key(Architecture.VGG16, Device.CPU), 0);
			flops = Prefs.get(key(Architecture.VGG16, device), processor) * (network.name().startsWith("VGG") ? 1 : OTHERS);
		}
		final LossLayers losses = extent.withRegions(settings.lossLayers(network));
		return Estimate.of(extent.content(), Schedule.of(extent.computed(), settings, losses), settings, flops, MemoryLimits.of(
			settings));
	}

	private static boolean isGuessed(final Architecture network, final Device device) {
		final boolean measured = Prefs.get(key(network, device), 0) > 0;
		return !measured && !(network.equals(Architecture.VGG16) && device.kind() == Device.Kind.CPU);
	}

	/** The processor always, because it may be chosen in the dialog; takes about a second the first time. */
	private static void measure(final Device asked) {
		measureOn(Device.CPU);
		if (asked.kind() != Device.Kind.CPU) measureOn(Devices.HERE.choose(asked).device());
	}

	private static void measureOn(final Device device) {
		final String key = key(Architecture.VGG16, device);
		if (Prefs.get(key, 0) > 0) return;
		final LossLayers losses = Settings.defaults().lossLayers(Architecture.VGG16);
		Prefs.set(key, Estimate.flops(Speed.pixelsPerSecond(EmbeddedWeights.vgg16(), losses, device, ALL_CORES), losses));
	}

	private static String key(final Architecture network, final Device device) {
		return KEY + network.name() + (device.kind() == Device.Kind.CPU ? "" : "." + device.toString().replace(":", ""));
	}
}
