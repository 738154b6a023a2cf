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
package io.github.styletransfer.peers;

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;

import java.util.List;
import java.util.function.BiConsumer;

/** The tools whose command lines are understood, each with its options and with the preset that has its defaults. */
enum Peer {

	/** Lua and Torch. */
	JCJOHNSON("jcjohnson's neural-style", Preset.JCJOHNSON, List.of("neural_style.lua"), TorchOptions.JCJOHNSON,
		TorchOptions::finish),
	/** Its translation to PyTorch. */
	NEURAL_STYLE_PT("neural-style-pt", Preset.NEURAL_STYLE_PT, List.of("neural_style.py", "neural-style"),
		TorchOptions.NEURAL_STYLE_PT, TorchOptions::finish),
	/** Python and Caffe. */
	FZLIU("fzliu's style-transfer", Preset.FZLIU, List.of("style.py"), FzliuOptions.ALL, FzliuOptions::finish),
	/** PyTorch, coarse to fine. */
	CROWSONKB("crowsonkb's style-transfer-pytorch", Preset.CROWSONKB, List.of("style_transfer", "style-transfer"),
		CrowsonkbOptions.ALL, CrowsonkbOptions::finish);

	private final String title;
	private final Preset preset;
	private final List<String> programs;
	private final List<PeerOption> options;
	private final BiConsumer<Words, Carried> finish;

	Peer(final String title, final Preset preset, final List<String> programs, final List<PeerOption> options,
		final BiConsumer<Words, Carried> finish)
	{
		this.title = title;
		this.preset = preset;
		this.programs = programs;
		this.options = options;
		this.finish = finish;
	}

	/** @return what sentences call it */
	String title() {
		return title;
	}

	/** @return names of its program */
	List<String> programs() {
		return programs;
	}

	/** @return all that it takes */
	List<PeerOption> options() {
		return options;
	}

	/** @return whether words without an option's name before them are taken, as images */
	boolean takesImages() {
		return this == CROWSONKB;
	}

	/**
	 * @param words of its command line
	 * @return the same in our options
	 * @throws IllegalArgumentException if it would not accept them, or we not one of the values
	 */
	Carried carry(final Words words) {
		final Carried carried = new Carried(preset);
		for (final PeerOption o : options) {
			if (words.has(o.name())) o.rule().carry(o.name(), words.of(o.name()), carried);
		}
		finish.accept(words, carried);
		if (carried.value(Option.STYLE).isEmpty()) carried.note("style", "none is given; choose a picture.");
		return carried;
	}
}
