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

import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.network.Weights;

import java.util.Arrays;

/** How fast this machine evaluates gradients. */
public final class Speed {

	/** Large enough to be as fast as larger ones, small enough for a dialog that is about to open. */
	private static final int SIDE = 160;

	private Speed() {
		// no instances
	}

	/**
	 * Evaluates a small picture twice and times the second one; takes about a second.
	 *
	 * @param weights of the network
	 * @param losses layers in use
	 * @param device the processor or a card, as {@link Devices} has chosen it
	 * @param threads as in {@link Engine}
	 * @return pixels per second of one gradient evaluation
	 * @throws EngineException if ONNX Runtime is missing or fails
	 */
	public static double pixelsPerSecond(final Weights weights, final LossLayers losses, final Device device,
		final int threads)
	{
		final float[] grey = new float[3 * SIDE * SIDE];
		Arrays.fill(grey, 128);
		final float[] gradient = new float[grey.length];
		try (Engine engine = new Engine(weights, device, () -> threads);
				Targets style = engine.styleTargets(losses, grey, SIDE, SIDE);
				Targets content = engine.contentTargets(losses, grey, SIDE, SIDE);
				GradientFunction f = engine.gradient(losses, SIDE, SIDE, content, style, 1, 1))
		{
			f.evaluate(grey, gradient);
			final long start = System.nanoTime();
			f.evaluate(grey, gradient);
			return SIDE * SIDE / ((System.nanoTime() - start) / 1e9);
		}
	}
}
