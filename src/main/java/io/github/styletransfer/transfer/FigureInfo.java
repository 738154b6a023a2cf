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

import java.util.List;
import java.util.StringJoiner;

/** What a figure's Info property says: first the lines that all its pictures share, then each picture's own. */
public final class FigureInfo {

	private FigureInfo() {
		// no instances
	}

	/**
	 * @param figure that was made
	 * @param outcome its finished pictures
	 * @return the lines, {@code key: value}; a line {@code picture: label} begins each picture's own
	 */
	public static String of(final Figure figure, final FigureRun.Outcome outcome) {
		final List<List<String>> infos = outcome.panels().stream().map(p -> p.info().lines().toList()).toList();
		final StringJoiner lines = new StringJoiner("\n", "", "\n");
		final List<String> shared = infos.get(0).stream().filter(l -> infos.stream().allMatch(i -> i.contains(l))).toList();
		shared.forEach(lines::add);
		outcome.notices().forEach(n -> lines.add("figure_notice: " + n));
		for (int i = 0; i < infos.size(); i++) {
			lines.add("").add("picture: " + figure.parts().get(outcome.panels().get(i).index()).label());
			infos.get(i).stream().filter(l -> !shared.contains(l)).forEach(lines::add);
		}
		return lines.toString();
	}
}
