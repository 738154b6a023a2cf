package io.github.styletransfer.transfer;

import io.github.styletransfer.engine.LossTerms;
import io.github.styletransfer.image.PlanarImage;

import java.time.Duration;
import java.util.Optional;

/**
 * What a run leaves.
 *
 * @param picture RGB, not clamped, of the output size
 * @param settings that it was made with
 * @param schedule of the run
 * @param terms of the loss of the last level's picture, margin included; empty if the run was stopped before the first
 *          evaluation ended
 * @param evaluations of the gradient graph, all levels together
 * @param time from start to end
 * @param notice one sentence if the run did not end as planned: stopped, or ended by a loss that was not finite
 */
public record Result(PlanarImage picture, Settings settings, Schedule schedule, Optional<LossTerms> terms,
	int evaluations, Duration time, Optional<String> notice)
{}
