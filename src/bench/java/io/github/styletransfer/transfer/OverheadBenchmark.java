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
package io.github.styletransfer.transfer;

import io.github.styletransfer.image.Margin;
import io.github.styletransfer.image.PlanarImage;
import io.github.styletransfer.image.Resampling;
import io.github.styletransfer.optimize.Lbfgs;
import io.github.styletransfer.optimize.Objective;
import io.github.styletransfer.optimize.Optimum;

import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What Java itself computes in a run, without any network: optimiser, smoothing, resampling, margin. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class OverheadBenchmark {

	/** Of the default settings. */
	private static final int HISTORY = 10;
	/** More than the history is long, so that all pairs are in use. */
	private static final int ITERATIONS = 30;

	private static final Objective PARABOLA = (x, gradient) -> {
		double sum = 0;
		for (int i = 0; i < x.length; i++) {
			final float weight = 1 + i % 97;
			gradient[i] = weight * (x[i] - 100);
			sum += .5 * gradient[i] * (x[i] - 100);
		}
		return sum;
	};

	/** Longest side of the picture in pixels. */
	@Param({ "512", "1024" })
	public int side;

	private PlanarImage picture;
	private PlanarImage half;
	private float[] vector;
	private float[] smoothed;
	private Smoothing smoothing;
	private Margin margin;

	/** Makes what the benchmarks read. */
	@Setup
	public void prepare() {
		picture = GeneratedPicture.content(side);
		half = GeneratedPicture.content(side / 2);
		vector = new float[picture.data().length];
		smoothed = picture.data().clone();
		smoothing = new Smoothing(side, side);
		margin = new Margin(8, 8, 8, 8);
	}

	/**
	 * Thirty steps on a parabola, whose evaluations are counted with them ({@link #parabola} is one); a thirtieth of the rest is
	 * what a step costs.
	 *
	 * @return where they end
	 */
	@Benchmark
	public Optimum optimiserOf30Steps() {
		return Lbfgs.builder().history(HISTORY).maxIterations(ITERATIONS).firstStep(4).inverseHessian(smoothing).build()
			.minimize(PARABOLA, picture.data(), it -> true);
	}

	/** @return a value of the parabola that the optimiser is given */
	@Benchmark
	public double parabola() {
		return PARABOLA.evaluate(picture.data(), vector);
	}

	/** @return a smoothed vector; the same array every time, whose values stay finite */
	@Benchmark
	public float[] smoothing() {
		smoothing.apply(smoothed);
		return smoothed;
	}

	/** @return the picture at half the size */
	@Benchmark
	public PlanarImage reduction() {
		return Resampling.resize(picture, side / 2, side / 2);
	}

	/** @return a picture of half the size, enlarged */
	@Benchmark
	public PlanarImage enlargement() {
		return Resampling.resize(half, side, side);
	}

	/** @return the picture with its margin on and off again */
	@Benchmark
	public PlanarImage marginOnAndOff() {
		return margin.crop(margin.reflect(picture));
	}
}
