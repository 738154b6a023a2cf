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
package io.github.styletransfer.plugin;

import ij.ImagePlus;
import ij.gui.GUI;

import io.github.styletransfer.transfer.Monitor;
import io.github.styletransfer.transfer.Progress;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicReference;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.WindowConstants;

/**
 * A small window that steers a run: pause and go on, stop and keep, change the strength. Its closing by the user changes
 * nothing but that a pause ends. The run only reads what was pressed, and never waits for the window.
 */
final class SteeringWindow implements Monitor, AutoCloseable {

	static final String PAUSE = "Pause";
	static final String GO_ON = "Go on";
	static final String STOP = "Stop and keep";

	private static final int PERCENT = 100;
	private static final int GAP = 8;

	private final JButton pause = new JButton(PAUSE);
	private final JButton stop = new JButton(STOP);
	private final JLabel strengthLine = new JLabel();
	private final JLabel status = new JLabel(" ");
	private final JSlider slider;
	private final AtomicReference<String> message = new AtomicReference<>();
	private volatile boolean paused;
	private volatile boolean stopped;
	private volatile OptionalDouble wanted = OptionalDouble.empty();
	private final JFrame frame;
	/** Only the event thread uses it. */
	private boolean closed;

	/**
	 * Shows the window soon. It is made on the caller's thread, as long as nobody sees it: loading what it is made of takes
	 * longer than the event thread should wait.
	 *
	 * @param content below whose window it is shown
	 * @param strength at which the run begins, 0…1
	 */
	static SteeringWindow open(final ImagePlus content, final double strength) {
		final SteeringWindow window = new SteeringWindow(content, strength);
		EventQueue.invokeLater(window::show);
		return window;
	}

	private SteeringWindow(final ImagePlus content, final double strength) {
		slider = new JSlider(0, PERCENT, (int) Math.round(PERCENT * strength));
		showStrength(strength);
		frame = new JFrame("Steering " + content.getTitle());
		frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosed(final WindowEvent e) {
				paused = false; // nobody could end it
			}
		});
		fill();
		frame.pack();
		frame.setResizable(false);
		frame.setAutoRequestFocus(false);
		Places.beside(content, Places.Side.BELOW, frame.getWidth(), frame.getHeight()).ifPresentOrElse(frame::setLocation,
			() -> GUI.centerOnImageJScreen(frame));
	}

	@Override
	public void onProgress(final Progress progress) {
		tell(progress.message());
	}

	@Override
	public boolean isPaused() {
		return paused;
	}

	@Override
	public boolean isStopRequested() {
		return stopped;
	}

	@Override
	public OptionalDouble strength() {
		return wanted;
	}

	@Override
	public void close() {
		EventQueue.invokeLater(() -> {
			closed = true;
			frame.dispose();
		});
	}

	// -- Helper methods --

	private void show() {
		if (!closed) frame.setVisible(true); // closed: a run that is over already
	}

	private void fill() {
		pause.addActionListener(e -> pauseOrGoOn());
		stop.addActionListener(e -> stop());
		slider.addChangeListener(e -> slide());
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT));
		buttons.add(pause);
		buttons.add(stop);
		final JPanel strength = new JPanel(new BorderLayout(GAP, 0));
		strength.setBorder(BorderFactory.createEmptyBorder(0, GAP, 0, GAP));
		strength.add(strengthLine, BorderLayout.WEST);
		strength.add(slider, BorderLayout.CENTER);
		status.setBorder(BorderFactory.createEmptyBorder(GAP / 2, GAP, GAP, GAP));
		status.setText("Level 10 of 10, iteration 1000 of 1000, loss 1.234e+05, 59 min 59 s left"); // room for the longest
		status.setPreferredSize(status.getPreferredSize());
		status.setText(" ");
		frame.add(buttons, BorderLayout.NORTH);
		frame.add(strength, BorderLayout.CENTER);
		frame.add(status, BorderLayout.SOUTH);
	}

	private void pauseOrGoOn() {
		paused = !paused;
		pause.setText(paused ? GO_ON : PAUSE);
		if (paused) tell("Paused; the iteration that was begun is finished first.");
	}

	private void stop() {
		stopped = true;
		pause.setEnabled(false);
		stop.setEnabled(false);
		slider.setEnabled(false);
		tell("Stopping.");
	}

	private void slide() {
		final double strength = (double) slider.getValue() / PERCENT;
		showStrength(strength);
		if (!slider.getValueIsAdjusting()) wanted = OptionalDouble.of(strength);
	}

	private void showStrength(final double strength) {
		strengthLine.setText(String.format("Strength %3d %%", Math.round(PERCENT * strength)));
	}

	/** Of lines that come faster than the event thread can show them, it shows the last. */
	private void tell(final String line) {
		if (message.getAndSet(line) == null) EventQueue.invokeLater(() -> status.setText(message.getAndSet(null)));
	}
}
