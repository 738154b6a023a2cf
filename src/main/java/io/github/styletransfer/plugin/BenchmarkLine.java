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

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

import io.github.styletransfer.engine.Devices;
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.engine.OnnxRuntime;
import io.github.styletransfer.engine.ProcessMemory;
import io.github.styletransfer.engine.PromisedMemory;
import io.github.styletransfer.graph.LossLayers;
import io.github.styletransfer.graph.Names;
import io.github.styletransfer.image.FloatStack;
import io.github.styletransfer.network.store.NamedWeights;
import io.github.styletransfer.network.store.StoreMonitor;
import io.github.styletransfer.transfer.Benchmark;
import io.github.styletransfer.transfer.Estimate;
import io.github.styletransfer.transfer.MemoryLimits;

import java.io.PrintStream;
import java.util.OptionalLong;

import picocli.CommandLine.ParseResult;

/** The command line {@code benchmark}: gradient evaluations, timed, as one line of JSON. */
final class BenchmarkLine {

	static final String BENCHMARK = "benchmark";

	private final PrintStream out;
	private final PrintStream err;

	BenchmarkLine(final PrintStream out, final PrintStream err) {
		this.out = out;
		this.err = err;
	}

	int run(final ParseResult parsed) {
		final BenchmarkArguments given = BenchmarkArguments.of(parsed);
		try (Terminal terminal = new Terminal(err)) {
			DeviceNotice.tell(Devices.HERE.choose(given.settings().device()), terminal::onNotice);
			final NamedWeights network = given.network().open(StoreMonitor.NONE);
			final LossLayers losses = given.settings().lossLayers(network.weights().architecture());
			losses.checkSize(given.size(), given.size(), "image");
			try (PromisedMemory.Promise memory = PromisedMemory.HERE.promise(free -> needed(given, losses, free))) {
				final MemoryLimits limits = MemoryLimits.of(memory.amount());
				final Benchmark.Measured measured = Benchmark.run(given.content(), given.style(), network.weights(), given
					.settings(), limits, given.evaluations(), i -> terminal.show((double) i / (given.evaluations() + 1), i == 0
						? "First evaluation, not counted" : "Evaluation " + i + " of " + given.evaluations()));
				given.gradient().ifPresent(file -> FloatStack.save(measured.gradient(), file));
				terminal.close();
				out.println(json(given, memory.amount().bytes(), network, measured));
			}
		}
		return 0;
	}

	// -- Helper methods --

	private static PromisedMemory.Amount needed(final BenchmarkArguments given, final LossLayers losses,
		final PromisedMemory.Amount free)
	{
		final MemoryLimits limits = Stylisation.limits(given.settings(), free);
		final long bytes = Benchmark.predictedPeakBytes(given.size(), losses, limits);
		if (fits(given.size(), losses, limits)) return new PromisedMemory.Amount(bytes, Benchmark.predictedHeapBytes(given.size()));
		int size = given.size();
		while (size > losses.smallestSide() && !fits(size, losses, limits)) {
			size = Math.max(losses.smallestSide(), size * 9 / 10);
		}
		throw new IllegalStateException("An evaluation at " + given.size() + " x " + given.size() + " pixels needs at least " +
			Estimate.gigabytes(bytes) + " of memory, " + Estimate.gigabytes(Benchmark.predictedHeapBytes(given.size())) +
			" of them in Java's heap; " + Estimate.gigabytes(limits.bytes()) + " and " + Estimate.gigabytes(limits.heapBytes()) +
			" may be used, so " + (fits(size, losses, limits) ? "a size of " + size : "no size") + " would fit.");
	}

	private static boolean fits(final int size, final LossLayers losses, final MemoryLimits limits) {
		return Benchmark.predictedPeakBytes(size, losses, limits) <= limits.bytes() && Benchmark.predictedHeapBytes(
			size) <= limits.heapBytes();
	}

	private static JsonObject json(final BenchmarkArguments given, final long predicted, final NamedWeights network,
		final Benchmark.Measured measured)
	{
		final JsonObject json = new JsonObject();
		json.addProperty("size", given.size());
		json.addProperty("evaluations", given.evaluations());
		json.addProperty("threads", measured.threads());
		json.addProperty("device", measured.device().device().toString());
		measured.device().fallback().ifPresent(why -> json.addProperty("device_chosen", why));
		json.addProperty("network", network.weights().architecture().name());
		json.addProperty("weights_sha256", network.weights().sha256());
		json.addProperty("runtime", "ONNX Runtime " + OnnxRuntime.version());
		json.addProperty("median_s", measured.median());
		json.addProperty("min_s", measured.min());
		json.add("loss", number(measured.terms().loss()));
		json.add("terms", terms(measured.terms()));
		json.addProperty("plan", measured.plan());
		json.addProperty("predicted_peak_bytes", predicted);
		final OptionalLong peak = ProcessMemory.peak();
		json.add("peak_bytes", peak.isPresent() ? new JsonPrimitive(peak.getAsLong()) : JsonNull.INSTANCE);
		if (peak.isEmpty()) json.addProperty("peak_bytes_missing", System.getProperty("os.name") +
			" does not tell Java a process's peak.");
		return json;
	}

	private static JsonObject terms(final LossTerms terms) {
		final JsonObject json = new JsonObject();
		terms.content().forEach((layer, value) -> json.add(Names.contentLoss(layer), number(value)));
		terms.style().forEach((layer, value) -> json.add(Names.styleLoss(layer), number(value)));
		return json;
	}

	/** JSON has no infinity and no NaN. */
	private static JsonElement number(final double value) {
		return Double.isFinite(value) ? new JsonPrimitive(value) : JsonNull.INSTANCE;
	}
}
