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
package io.github.styletransfer.network.format;

import io.github.styletransfer.network.Architecture;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.WeightsException;

import java.util.Map;
import java.util.Optional;

/**
 * Finds who trained the weights of a file, where that is certain, and so their preprocessing. Networks that look alike
 * give wrong pictures with each other's input, and nobody sees why: so what is not certain is asked for, and what
 * contradicts the file is refused.
 */
final class OriginFinder {

	/** An origin with the reason why it is certain. */
	private record Found(Origin origin, String because) {}

	private final TensorFile file;
	private final Architecture network;
	private final Given given;
	private final float[] kernel;
	private final float[] bias;

	private OriginFinder(final TensorFile file, final Architecture network, final Map<String, float[]> tensors,
		final Given given)
	{
		this.file = file;
		this.network = network;
		this.given = given;
		final String first = network.convolutionNames().get(0);
		kernel = tensors.get(Weights.kernelName(first));
		bias = tensors.get(Weights.biasName(first));
	}

	/**
	 * @param file of the weights
	 * @param sha256 of the whole file
	 * @param network that they are for
	 * @param tensors of all layers
	 * @param names that the file uses
	 * @param given what the user says
	 * @return the preprocessing, named after the origin
	 * @throws WeightsException if the origin is neither given nor certain, or the given one cannot be true
	 */
	static Preprocessing preprocessing(final TensorFile file, final String sha256, final Architecture network,
		final Map<String, float[]> tensors, final TensorNames names, final Given given)
	{
		final OriginFinder finder = new OriginFinder(file, network, tensors, given);
		final Optional<Found> content = finder.byContent(sha256);
		if (given.origin().isPresent()) return finder.asGiven(given.origin().get(), content);
		final Found found = content.or(() -> finder.byNames(names)).orElseThrow(finder::unknown);
		return finder.of(found.origin());
	}

	// -- Helper methods --

	private Optional<Found> byContent(final String sha256) {
		final Optional<Origin> published = KnownWeights.bySha256(sha256);
		if (published.isPresent()) return published.map(o -> new Found(o, "their checksum is that of the published file"));
		final Optional<Origin> print = KnownWeights.byFirstLayer(kernel, bias);
		if (print.isPresent()) return print.map(o -> new Found(o, "their first convolution is"));
		return SafetensorsMetadata.origin(file).map(o -> new Found(o, "the file says so"));
	}

	private Optional<Found> byNames(final TensorNames names) {
		final Convolution first = network.convolutions().get(0);
		if (file instanceof Hdf5File && names.kernel(first).equals("block1_conv1.weight")) {
			return Optional.of(new Found(Origin.OXFORD, "Keras applications name them so"));
		}
		if (first.name().equals("conv1/7x7_s2") && names.kernel(first).startsWith(first.name())) {
			return Optional.of(new Found(Origin.BVLC, "Caffe's GoogLeNet names them so"));
		}
		return Optional.empty();
	}

	private Preprocessing asGiven(final Origin origin, final Optional<Found> content) {
		if (origin != Origin.OTHER && content.isPresent() && content.get().origin() != origin) {
			throw new WeightsException("The weights " + file.source() + " are of origin " + content.get().origin().key() +
				", not " + origin.key() + ": " + content.get().because() + ".");
		}
		if (origin == Origin.OXFORD && KnownWeights.isOxfordInRgb(kernel, bias)) {
			throw new WeightsException("The weights " + file.source() +
				" are Oxford's with the first convolution turned to RGB; give origin other with the order rgb, the means " +
				"123.68, 116.779, 103.939 and the standard deviations that the network's input is divided by.");
		}
		return of(origin);
	}

	private Preprocessing of(final Origin origin) {
		if (origin != Origin.OTHER) {
			if (given.preprocessing().isPresent()) {
				throw new WeightsException("Weights of origin " + origin.key() +
					" have their own preprocessing; give the origin other to use another one.");
			}
			return origin.preprocessing(network).orElseThrow();
		}
		final Optional<Preprocessing> told = given.preprocessing().or(() -> SafetensorsMetadata.preprocessing(file));
		return told.map(p -> p.named(origin.key())).or(() -> origin.preprocessing(network)).orElseThrow(
			() -> new WeightsException("Weights of origin other need their preprocessing: the order of the channels (rgb " +
				"or bgr), three means and three standard deviations in 0…255."));
	}

	private WeightsException unknown() {
		return new WeightsException("The origin of the weights " + file.source() +
			" is not certain from the file, and the network's input depends on it; give one of " + Origin.keys() + ".");
	}
}
