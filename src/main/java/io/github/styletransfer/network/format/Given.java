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
import io.github.styletransfer.network.Origin;
import io.github.styletransfer.network.Preprocessing;

import java.util.Optional;

/**
 * What a user says about a file of weights; what is left out is found in the file where that is certain. Immutable.
 *
 * @param network the architecture
 * @param origin who trained the weights
 * @param preprocessing the input that they were trained with, for {@link Origin#OTHER} only
 */
public record Given(Optional<Architecture> network, Optional<Origin> origin, Optional<Preprocessing> preprocessing) {

	/** Nothing is said. */
	public static final Given NOTHING = new Given(Optional.empty(), Optional.empty(), Optional.empty());

	/**
	 * @param architecture of the network
	 * @return the same and the network
	 */
	public Given network(final Architecture architecture) {
		return new Given(Optional.of(architecture), origin, preprocessing);
	}

	/**
	 * @param trainedBy who trained the weights
	 * @return the same and the origin
	 */
	public Given origin(final Origin trainedBy) {
		return new Given(network, Optional.of(trainedBy), preprocessing);
	}

	/**
	 * @param input that the weights were trained with; makes the origin {@link Origin#OTHER} unless one is given
	 * @return the same and the preprocessing
	 */
	public Given preprocessing(final Preprocessing input) {
		return new Given(network, Optional.of(origin.orElse(Origin.OTHER)), Optional.of(input));
	}
}
