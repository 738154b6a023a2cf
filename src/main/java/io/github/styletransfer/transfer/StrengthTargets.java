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

import io.github.styletransfer.engine.Targets;

import java.util.List;
import java.util.function.Supplier;

/**
 * The Gram matrices that a level aims at, A = (1 − s) · A_content + s · A_style for the strength s. At strength 1 they are
 * the style's themselves, and the content's are not computed.
 */
final class StrengthTargets implements AutoCloseable {

	private final Targets style;
	private final Supplier<Targets> ofContent;
	private Targets content;
	private Targets mixed;

	/**
	 * @param style the style's; closed with this
	 * @param ofContent computes the content's own at the same layers
	 */
	StrengthTargets(final Targets style, final Supplier<Targets> ofContent) {
		this.style = style;
		this.ofContent = ofContent;
	}

	/**
	 * @param strength s, 0…1
	 * @return the targets, open until the next call or until this is closed
	 */
	Targets at(final double strength) {
		if (strength == 1) return style;
		if (content == null) content = ofContent.get();
		if (mixed != null) mixed.close();
		mixed = null; // if mixing fails, nobody shall close the old ones again
		mixed = Targets.mix(List.of(content, style), 1 - strength, strength);
		return mixed;
	}

	@Override
	public void close() {
		style.close();
		if (content != null) content.close();
		if (mixed != null) mixed.close();
	}
}
