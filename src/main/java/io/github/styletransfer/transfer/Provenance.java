package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.engine.OnnxRuntime;
import io.github.styletransfer.network.Weights;

import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What a stylised image's Info property says, so that anyone can repeat it: a line for each item, {@code key: value}. */
public final class Provenance {

	private Provenance() {
		// no instances
	}

	/**
	 * @param content what the content image is called
	 * @param style what the style image is called
	 * @param weights that were used
	 * @param result of the run
	 * @return the lines
	 */
	public static String of(final String content, final String style, final Weights weights, final Result result) {
		final StringJoiner lines = new StringJoiner("\n", "", "\n");
		lines.add("software: Style Transfer " + Version.current());
		lines.add("content: " + content);
		lines.add("style: " + style);
		lines.add("network: " + weights.architecture().name());
		lines.add("weights: " + weights.source());
		lines.add("weights_sha256: " + weights.sha256());
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
		result.notice().ifPresent(n -> lines.add("notice: " + n));
		return lines.toString();
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
