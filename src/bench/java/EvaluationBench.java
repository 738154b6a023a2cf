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
import io.github.styletransfer.engine.Engine;
import io.github.styletransfer.engine.GradientFunction;
import io.github.styletransfer.engine.Targets;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Pooling;
import io.github.styletransfer.network.Weights;
import io.github.styletransfer.network.format.EmbeddedWeights;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The Java side of evaluation.py: EvaluationBench SIDE THREADS CONTENT.f32 STYLE.f32 GRADIENT.f32. Each line of a number on
 * standard input asks for so many evaluations and is answered with their times in seconds; "quit" ends.
 */
public final class EvaluationBench {

	public static void main(final String[] args) throws Exception {
		final int side = Integer.parseInt(args[0]);
		final Weights weights = EmbeddedWeights.vgg16();
		final LossLayers losses = new LossLayers(weights.architecture(), List.of("conv4_2"), List.of("conv1_1", "conv2_1",
			"conv3_1", "conv4_1", "conv5_1"), Pooling.AVERAGE);
		final float[] content = read(args[2]);
		final float[] style = read(args[3]);
		final float[] gradient = new float[content.length];
		final float[] x = content.clone();
		for (int i = 0; i < x.length; i++) x[i] += 10 * (float) Math.sin(i);
		try (Engine engine = new Engine(weights, Integer.parseInt(args[1]));
				Targets s = engine.styleTargets(losses, style, side, side);
				Targets c = engine.contentTargets(losses, content, side, side);
				GradientFunction f = engine.gradient(losses, side, side, c, s, 1, 1000))
		{
			f.evaluate(x, gradient);
			final ByteBuffer bytes = ByteBuffer.allocate(4 * gradient.length).order(ByteOrder.LITTLE_ENDIAN);
			bytes.asFloatBuffer().put(gradient);
			Files.write(Path.of(args[4]), bytes.array());
			System.out.println("ready");
			final BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
			for (String line = in.readLine(); line != null && !line.equals("quit"); line = in.readLine()) {
				final StringBuilder times = new StringBuilder();
				for (int n = Integer.parseInt(line); n > 0; n--) {
					final long start = System.nanoTime();
					f.evaluate(x, gradient);
					times.append(String.format(Locale.ROOT, "%.6f ", (System.nanoTime() - start) / 1e9));
				}
				System.out.println(times.toString().trim());
			}
		}
	}

	private static float[] read(final String file) throws Exception {
		final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(Path.of(file))).order(ByteOrder.LITTLE_ENDIAN);
		final float[] values = new float[bytes.remaining() / 4];
		bytes.asFloatBuffer().get(values);
		return values;
	}
}
