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

import io.github.styletransfer.network.Layer.Concatenation;
import io.github.styletransfer.network.Layer.Convolution;
import io.github.styletransfer.network.Layer.LocalResponseNormalisation;
import io.github.styletransfer.network.Layer.Pool;

import java.util.ArrayList;
import java.util.List;

/**
 * GoogLeNet (Szegedy et al., "Going Deeper with Convolutions", arXiv:1409.4842, table 1) with the names, paddings and
 * normalisations of the Caffe model {@code bvlc_googlenet}, to the last inception module; the classifiers are left out.
 */
final class GoogLeNet {

	private final List<Layer> layers = new ArrayList<>();
	private String last = Layer.IMAGE;
	private int channels = 3;

	private GoogLeNet() {
		layer(new Convolution("conv1/7x7_s2", last, 3, 64, 7, 2, 3, 1), 64);
		pool("pool1/3x3_s2");
		normalise("pool1/norm1");
		convolution("conv2/3x3_reduce", 64, 1);
		convolution("conv2/3x3", 192, 3);
		normalise("conv2/norm2");
		pool("pool2/3x3_s2");
		inception("inception_3a", 64, 96, 128, 16, 32, 32);
		inception("inception_3b", 128, 128, 192, 32, 96, 64);
		pool("pool3/3x3_s2");
		inception("inception_4a", 192, 96, 208, 16, 48, 64);
		inception("inception_4b", 160, 112, 224, 24, 64, 64);
		inception("inception_4c", 128, 128, 256, 24, 64, 64);
		inception("inception_4d", 112, 144, 288, 32, 64, 64);
		inception("inception_4e", 256, 160, 320, 32, 128, 128);
		pool("pool4/3x3_s2");
		inception("inception_5a", 256, 160, 320, 32, 128, 128);
		inception("inception_5b", 384, 192, 384, 48, 128, 128);
	}

	/**
	 * The content and style layers are those of fzliu's style-transfer, but for conv2/3x3, to which it gives 1/5000 of the
	 * content's weight: with the equal weights of all layers here, it would outweigh the other one.
	 */
	static Architecture table() {
		return new Architecture("GoogLeNet", new GoogLeNet().layers, List.of("inception_3a/output"), List.of("conv1/7x7_s2",
			"conv2/3x3", "inception_3a/output", "inception_4a/output", "inception_5a/output"));
	}

	/** Four branches from the value before: 1x1; 1x1, 3x3; 1x1, 5x5; 3x3 pool, 1x1. */
	private void inception(final String module, final int direct, final int reduce3, final int out3, final int reduce5,
		final int out5, final int project)
	{
		final String in = last;
		final int incoming = channels;
		branch(module + "/1x1", in, incoming, direct, 1);
		branch(module + "/3x3_reduce", in, incoming, reduce3, 1);
		branch(module + "/3x3", module + "/3x3_reduce", reduce3, out3, 3);
		branch(module + "/5x5_reduce", in, incoming, reduce5, 1);
		branch(module + "/5x5", module + "/5x5_reduce", reduce5, out5, 5);
		layer(new Pool(module + "/pool", in, 3, 1, 1, true), incoming);
		branch(module + "/pool_proj", module + "/pool", incoming, project, 1);
		layer(new Concatenation(module + "/output", List.of(module + "/1x1", module + "/3x3", module + "/5x5", module +
			"/pool_proj")), direct + out3 + out5 + project);
	}

	private void convolution(final String name, final int outputs, final int kernel) {
		branch(name, last, channels, outputs, kernel);
	}

	private void branch(final String name, final String input, final int inputs, final int outputs, final int kernel) {
		layer(Convolution.same(name, input, inputs, outputs, kernel), outputs);
	}

	private void pool(final String name) {
		layer(new Pool(name, last, 3, 2, 0, true), channels);
	}

	private void normalise(final String name) {
		layer(new LocalResponseNormalisation(name, last, 5, 1e-4f, .75f, 1), channels);
	}

	private void layer(final Layer layer, final int outputs) {
		layers.add(layer);
		last = layer.name();
		channels = outputs;
	}
}
