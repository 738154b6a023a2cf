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
package io.github.styletransfer.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who trained a set of weights. Networks of one architecture circulate in several trainings whose files look alike and
 * whose input differs; so weights carry their origin, and the {@link Preprocessing} follows from it.
 */
public enum Origin {

	/** The Visual Geometry Group, University of Oxford (Caffe): the paper's weights, also those of Keras applications. */
	OXFORD("oxford", Preprocessing.OXFORD),
	/** torchvision's IMAGENET1K_V1, also timm's {@code tv_in1k}. */
	TORCHVISION("torchvision", Preprocessing.TORCHVISION),
	/** The ONNX model zoo (trained in MXNet). */
	ONNX_ZOO("onnx-zoo", Preprocessing.ONNX_ZOO),
	/** The Berkeley Vision and Learning Center (Caffe): GoogLeNet and CaffeNet. */
	BVLC("bvlc", Preprocessing.BVLC),
	/** Anybody else: the preprocessing has to be told. */
	OTHER("other", null);

	private final String key;
	private final Preprocessing preprocessing;

	Origin(final String key, final Preprocessing preprocessing) {
		this.key = key;
		this.preprocessing = preprocessing;
	}

	/** @return what macros, commands and files call it */
	public String key() {
		return key;
	}

	/**
	 * @param network that the weights are for
	 * @return the input that these weights were trained with; empty for {@link #OTHER}, except for the two networks of
	 *         which only one training was ever published with its input, BVLC's
	 */
	public Optional<Preprocessing> preprocessing(final Architecture network) {
		if (preprocessing != null) return Optional.of(preprocessing);
		final boolean bvlcOnly = network.name().equals("GoogLeNet") || network.name().equals("CaffeNet");
		return bvlcOnly ? Optional.of(Preprocessing.BVLC.named(key)) : Optional.empty();
	}

	/** @return the keys of all origins, separated by commas */
	public static String keys() {
		return Arrays.stream(values()).map(Origin::key).collect(Collectors.joining(", "));
	}

	/**
	 * @param key as {@link #key()} gives it
	 * @return the origin
	 * @throws WeightsException if there is none of that key; the sentence lists the known ones
	 */
	public static Origin of(final String key) {
		for (final Origin origin : values()) {
			if (origin.key.equals(key)) return origin;
		}
		throw new WeightsException("Unknown origin \"" + key + "\" of weights; known origins are " + keys() + ".");
	}
}
