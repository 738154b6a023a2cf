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

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Which devices are there. A card is tried once for each process, because that takes seconds: its driver and libraries are
 * loaded and a small graph is run on it. May be used from any thread.
 */
public final class Devices {

	/** Those of this computer. */
	public static final Devices HERE = new Devices(Cuda::obstacle);

	private final IntFunction<Optional<String>> obstacle;
	private final Map<Integer, Optional<String>> known = new HashMap<>();

	/** @param obstacle why a card of some index cannot be used, as the end of a sentence; empty if it can */
	Devices(final IntFunction<Optional<String>> obstacle) {
		this.obstacle = obstacle;
	}

	/**
	 * Chooses before a run starts.
	 *
	 * @param asked what the user wants
	 * @return the processor or a card that works; for {@link Device#AUTO} the processor, with the reason, where the first card
	 *         does not
	 * @throws EngineException if a card is asked for and cannot be used, or ONNX Runtime cannot be loaded; the sentence says
	 *           what is missing
	 */
	public synchronized ChosenDevice choose(final Device asked) {
		if (asked.kind() == Device.Kind.CPU) return new ChosenDevice(asked, Optional.empty());
		final Device card = Device.cuda(asked.index());
		final Optional<String> why = known.computeIfAbsent(card.index(), obstacle::apply);
		if (why.isEmpty()) return new ChosenDevice(card, Optional.empty());
		if (asked.kind() == Device.Kind.AUTO) return new ChosenDevice(Device.CPU, Optional.of("On the processor: " + why
			.get() + "."));
		throw new EngineException("device is \"" + asked + "\", but " + why.get() + "; choose cpu or auto.", null);
	}

	/**
	 * Begins to load ONNX Runtime and to try the card, on a thread of its own, so that {@link #choose} and the first graph wait
	 * less. Returns at once. What goes wrong is told when a device is chosen.
	 *
	 * @param asked what the user wants
	 */
	public void prepare(final Device asked) {
		final Thread thread = new Thread(() -> {
			try {
				choose(asked);
				OnnxRuntime.environment();
			}
			catch (final EngineException e) {
				// choose or the first use fails again, with the same sentence
			}
		}, "ONNX Runtime preparation");
		thread.setDaemon(true);
		thread.start();
	}

	/**
	 * @param asked what the user wants
	 * @return whether {@link #choose} answers at once, because nothing must be tried for it any more
	 */
	public synchronized boolean isKnown(final Device asked) {
		return asked.kind() == Device.Kind.CPU || known.containsKey(asked.index());
	}
}
