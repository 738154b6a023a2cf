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

import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.engine.OnnxRuntime;
import io.github.styletransfer.network.Preprocessing;
import io.github.styletransfer.network.Weights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** What a stylised image's Info property says, so that anyone can repeat it: a line for each item, {@code key: value}. */
public final class Provenance {

	private Provenance() {
		// no instances
	}

	/**
	 * @param content what the content image is called
	 * @param style what the style image is called
	 * @param network the name of the embedded or stored network; empty for a file that is not stored
	 * @param weights that were used
	 * @param result of the run
	 * @return the lines
	 */
	public static String of(final String content, final String style, final Optional<String> network,
		final Weights weights, final Result result)
	{
		final StringJoiner lines = new StringJoiner("\n", "", "\n");
		lines.add("software: Style Transfer " + Version.current());
		lines.add("content: " + content);
		lines.add("style: " + style);
		network.ifPresent(name -> lines.add("network: " + name));
		lines.add("architecture: " + weights.architecture().name());
		lines.add("weights: " + weights.source());
		lines.add("weights_sha256: " + weights.sha256());
		lines.add("origin: " + weights.origin().key());
		lines.add("network_input: " + input(weights.preprocessing()));
		result.settings().toMap().forEach((option, value) -> lines.add(option.key() + ": " + value));
		final StringJoiner levels = new StringJoiner(", ");
		result.schedule().levels().forEach(l -> levels.add(l.size() + " (" + l.iterations() + ")"));
		lines.add("levels: " + levels);
		lines.add("margin: " + TransferRun.MARGIN);
		lines.add("optimiser: L-BFGS, history " + TransferRun.HISTORY + ", initial inverse Hessian [1 2 1]/4");
		lines.add("device: cpu, ONNX Runtime " + OnnxRuntime.version());
		lines.add("evaluations: " + result.evaluations());
		result.terms().ifPresent(t -> addTerms(lines, t));
		lines.add(String.format(Locale.ROOT, "time_s: %.1f", result.time().toMillis() / 1e3));
		lines.add(String.format(Locale.ROOT, "onnxruntime_time_s: %.1f", result.runtimeTime().toMillis() / 1e3));
		result.notice().ifPresent(n -> lines.add("notice: " + n));
		return lines.toString();
	}

	private static String input(final Preprocessing p) {
		return String.format(Locale.ROOT, "%s 0 to 255, minus %s, times %s", p.bgr() ? "BGR" : "RGB", numbers(p.mean()),
			numbers(p.scale()));
	}

	private static String numbers(final float[] values) {
		return Arrays.toString(values).replaceAll("[\\[\\] ]", "");
	}

	private static void addTerms(final StringJoiner lines, final LossTerms terms) {
		lines.add(String.format(Locale.ROOT, "loss: %.6g", terms.loss()));
		for (final Map.Entry<String, Double> e : terms.content().entrySet()) {
			lines.add(String.format(Locale.ROOT, "content_loss_%s: %.6g", e.getKey(), e.getValue()));
		}
		for (final Map.Entry<String, Double> e : terms.style().entrySet()) {
			lines.add(String.format(Locale.ROOT, "style_loss_%s: %.6g", e.getKey(), e.getValue()));
		}
	}
}
