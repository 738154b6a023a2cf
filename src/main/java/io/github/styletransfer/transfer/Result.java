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

import io.github.styletransfer.engine.ChosenDevice;
import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.image.PlanarImage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a run leaves.
 *
 * @param picture RGB, not clamped, of the output size
 * @param settings that it was made with
 * @param schedule of the run
 * @param plan of the run: tiles and history
 * @param levelTerms of the loss at the end of each level that was begun, margin included; a level that was stopped before its
 *          first iteration ended has none
 * @param evaluations of the gradient graph, all levels together
 * @param time from start to end, without pauses
 * @param runtimeTime of it inside ONNX Runtime
 * @param device that it was made on, and why not on a card where the settings say auto
 * @param strengthChanges that the monitor asked for, in the order in which they were made
 * @param remarks on what did not go as planned, a sentence each
 * @param notice one sentence if the run did not end as planned: stopped, or ended by a loss that was not finite
 */
public record Result(PlanarImage picture, Settings settings, Schedule schedule, MemoryPlan plan, List<LossTerms> levelTerms,
	int evaluations, Duration time, Duration runtimeTime, ChosenDevice device, List<StrengthChange> strengthChanges,
	List<String> remarks, Optional<String> notice)
{

	/** Copies the lists. */
	public Result {
		strengthChanges = List.copyOf(strengthChanges);
		levelTerms = List.copyOf(levelTerms);
		remarks = List.copyOf(remarks);
	}

	/** @return the terms of the last level that has some */
	public Optional<LossTerms> terms() {
		return levelTerms.isEmpty() ? Optional.empty() : Optional.of(levelTerms.get(levelTerms.size() - 1));
	}
}
