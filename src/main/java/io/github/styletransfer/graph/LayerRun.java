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
package io.github.styletransfer.graph;

import io.github.styletransfer.network.Layer;

import java.util.List;

/**
 * A contiguous run of layers of an architecture's table: the whole network is the run from the first layer to the deepest
 * one used; a large image is done run by run. Only one value may come into a run and only one may go on to later layers,
 * so an inception module is cut in front or behind, never in the middle; graphs of other runs are refused.
 *
 * @param first place of the first layer in the table
 * @param last place of the last layer in the table, included
 */
public record LayerRun(int first, int last) {

	/** @throws IllegalArgumentException if the run is empty or starts before the first layer */
	public LayerRun {
		if (first < 0 || last < first) {
			throw new IllegalArgumentException("A run of layers from " + first + " to " + last +
				" is empty; it must start at 0 or later and end where it starts or later.");
		}
	}

	/**
	 * @param losses the layers in use
	 * @return the run from the image to the deepest layer in use
	 */
	public static LayerRun whole(final LossLayers losses) {
		return new LayerRun(0, losses.deepest());
	}

	/**
	 * @param losses the layers in use
	 * @param names of layers
	 * @return those that lie in this run
	 */
	public List<String> of(final LossLayers losses, final List<String> names) {
		final List<String> table = losses.architecture().layers().stream().map(Layer::name).toList();
		return names.stream().filter(n -> contains(table.indexOf(n))).toList();
	}

	/**
	 * @param index of a layer
	 * @return whether it lies in this run
	 */
	public boolean contains(final int index) {
		return index >= first && index <= last;
	}
}
