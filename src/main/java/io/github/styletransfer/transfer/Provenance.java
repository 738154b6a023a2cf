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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/** What a stylised image's Info property says, so that anyone can repeat it: a line for each item, {@code key: value}. */
public final class Provenance {

	/** The line of what {@link Result#strengthChanges()} says; it is left out if nothing was changed. */
	static final String STRENGTH_CHANGED = "strength_changed";
	/** How the line of the software begins. */
	static final String SOFTWARE = "software: Style Transfer ";

	private Provenance() {
		// no instances
	}

	/**
	 * @param content what the content image is called
	 * @param style what the style image is called, or all of them
	 * @param network the name of the embedded or stored network; empty for a file that is not stored
	 * @param weights that were used
	 * @param result of the run
	 * @return the lines
	 */
	public static String of(final String content, final String style, final Optional<String> network,
		final Weights weights, final Result result)
	{
		final StringJoiner lines = new StringJoiner("\n", "", "\n");
		lines.add(SOFTWARE + Version.current());
		lines.add("content: " + content);
		lines.add("style: " + style);
		network.ifPresent(name -> lines.add("network: " + name));
		lines.add("architecture: " + weights.architecture().name());
		lines.add("weights: " + weights.source());
		lines.add("weights_sha256: " + weights.sha256());
		lines.add("origin: " + weights.origin().key());
		lines.add("network_input: " + input(weights.preprocessing()));
		result.settings().with(Option.DEVICE, result.device().device().toString()).toMap().forEach((option, value) -> lines.add(
			option.key() + ": " + value));
		result.device().fallback().ifPresent(why -> lines.add("device_chosen: " + why));
		if (!result.strengthChanges().isEmpty()) {
			lines.add(STRENGTH_CHANGED + ": " + StrengthChange.line(result.strengthChanges()));
		}
		final StringJoiner levels = new StringJoiner(", ");
		result.schedule().levels().forEach(l -> levels.add(l.size() + " (" + l.iterations() + " iterations, margin " + l
			.margin() + ", style " + layers(l.losses().styleLayers()) + ", content " + layers(l.losses().contentLayers()) +
			")"));
		lines.add("levels: " + levels);
		final StringJoiner plans = new StringJoiner("; ");
		for (int i = 0; i < result.plan().levels().size(); i++) {
			plans.add(result.plan().levels().get(i).plan().describe(result.schedule().levels().get(i).losses()));
		}
		lines.add("plan: " + plans);
		detail(result.settings().initialisation()).ifPresent(whose -> lines.add("detail_of_" + whose + ": " +
			TransferRun.DETAIL));
		lines.add("inverse_hessian: " + (LevelOptimisers.smooth(result.settings())
			? "at first 1/2 and 1/8 of the diagonal neighbours" : "none but the optimiser's own"));
		lines.add("runtime: ONNX Runtime " + OnnxRuntime.version());
		lines.add("evaluations: " + result.evaluations());
		if (!result.levelTerms().isEmpty()) addTerms(lines, result.levelTerms(), result.settings().tvWeight() >
			0);
		lines.add(String.format(Locale.ROOT, "time_s: %.1f", result.time().toMillis() / 1e3));
		lines.add(String.format(Locale.ROOT, "onnxruntime_time_s: %.1f", result.runtimeTime().toMillis() / 1e3));
		result.remarks().forEach(r -> lines.add("remark: " + r));
		result.notice().ifPresent(n -> lines.add("notice: " + n));
		return lines.toString();
	}

	/** Whose detail the finer levels start with. */
	private static Optional<String> detail(final Initialisation start) {
		return switch (start) {
			case CONTENT -> Optional.of("content");
			case MIXED -> Optional.of("mixed_start");
			case IMAGE -> Optional.of("start_image");
			default -> Optional.empty();
		};
	}

	private static String layers(final List<String> names) {
		return names.isEmpty() ? "none" : String.join("+", names);
	}

	private static String input(final Preprocessing p) {
		return String.format(Locale.ROOT, "%s 0 to 255, minus %s, times %s", p.bgr() ? "BGR" : "RGB", numbers(p.mean()),
			numbers(p.scale()));
	}

	private static String numbers(final float[] values) {
		return Arrays.toString(values).replaceAll("[\\[\\] ]", "");
	}

	/** Each term at the last level that looked at its layer; of an earlier level it says so. */
	private static void addTerms(final StringJoiner lines, final List<LossTerms> levels, final boolean variation) {
		lines.add(String.format(Locale.ROOT, "loss: %.6g", levels.get(levels.size() - 1).loss()));
		final Map<String, String> terms = new TreeMap<>();
		for (int i = 0; i < levels.size(); i++) {
			final String where = i == levels.size() - 1 ? "" : " at level " + (i + 1);
			levels.get(i).content().forEach((layer, value) -> terms.put("content_loss_" + layer, number(value) + where));
			levels.get(i).style().forEach((layer, value) -> terms.put("style_loss_" + layer, number(value) + where));
		}
		if (variation) terms.put("total_variation", number(levels.get(levels.size() - 1).totalVariation()));
		terms.forEach((name, value) -> lines.add(name + ": " + value));
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.6g", value);
	}
}
