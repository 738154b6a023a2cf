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

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What a monitor asks of a run between two iterations: to wait, or to aim at another strength. For the run's thread. */
final class Steering {

	private static final int PERIOD_MS = 50;

	private final Monitor monitor;
	private final List<StrengthChange> changes = new ArrayList<>();
	private double strength;
	private long waited;

	/**
	 * @param monitor who steers
	 * @param strength of the settings
	 */
	Steering(final Monitor monitor, final double strength) {
		this.monitor = monitor;
		this.strength = strength;
	}

	/** Waits while the monitor wants a pause; asleep, it uses no processor. Stopping ends the pause too. */
	void pause() {
		final long start = System.nanoTime();
		try {
			while (monitor.isPaused() && !monitor.isStopRequested()) Thread.sleep(PERIOD_MS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt(); // whoever interrupts wants the run to go on to its end or to its stop
		}
		waited += System.nanoTime() - start;
	}

	/**
	 * Takes up what the monitor wants.
	 *
	 * @param level from 1
	 * @param iteration that was done last
	 * @return whether the strength is another one now
	 * @throws IllegalArgumentException if the monitor wants one outside 0…1
	 */
	boolean changes(final int level, final int iteration) {
		final OptionalDouble wanted = monitor.strength();
		if (wanted.isEmpty() || wanted.getAsDouble() == strength) return false;
		changes.add(new StrengthChange(wanted.getAsDouble(), level, iteration));
		strength = wanted.getAsDouble();
		return true;
	}

	/** @return what is aimed at now */
	double strength() {
		return strength;
	}

	/** @return how often it changed so far */
	int count() {
		return changes.size();
	}

	/** @return all changes */
	List<StrengthChange> changes() {
		return List.copyOf(changes);
	}

	/** @return nanoseconds spent in pauses */
	long waited() {
		return waited;
	}
}
