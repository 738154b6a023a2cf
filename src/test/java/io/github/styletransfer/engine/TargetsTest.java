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
package io.github.styletransfer.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.styletransfer.NarrowNetwork;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.List;

import org.junit.jupiter.api.Test;

class TargetsTest {

	private static final Weights WEIGHTS = NarrowNetwork.weights(Preprocessing.OXFORD);
	private static final LossLayers LOSSES = new LossLayers(WEIGHTS.architecture(), List.of(), List.of("conv1_1",
		"conv2_1"), Pooling.AVERAGE);

	@Test
	void mixIsTheWeightedSum() {
		try (Engine engine = new Engine(WEIGHTS, 1);
				Targets a = engine.styleTargets(LOSSES, NarrowNetwork.image(1, 20, 24), 20, 24);
				Targets b = engine.styleTargets(LOSSES, NarrowNetwork.image(2, 16, 30), 16, 30);
				Targets mixed = Targets.mix(List.of(a, b), .25, .5))
		{
			for (final String name : List.of("gram_conv1_1", "gram_conv2_1")) {
				for (int i = 0; i < a.values(name).length; i++) {
					final double expected = .25 * a.values(name)[i] + .5 * b.values(name)[i];
					assertEquals(expected, mixed.values(name)[i], 1e-6 * Math.abs(expected));
				}
			}
		}
	}

	@Test
	void mixOfOtherLayersOrWithoutAWeightForEachIsRefused() {
		final LossLayers others = new LossLayers(WEIGHTS.architecture(), List.of(), List.of("conv3_1"), Pooling.AVERAGE);
		try (Engine engine = new Engine(WEIGHTS, 1);
				Targets a = engine.styleTargets(LOSSES, NarrowNetwork.image(1, 20, 24), 20, 24);
				Targets b = engine.styleTargets(others, NarrowNetwork.image(2, 20, 24), 20, 24))
		{
			assertThrows(IllegalArgumentException.class, () -> Targets.mix(List.of(a, b), 1, 1));
			assertThrows(IllegalArgumentException.class, () -> Targets.mix(List.of(a), 1, 1));
			assertThrows(IllegalArgumentException.class, () -> Targets.mix(List.of()));
		}
	}
}
