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

import io.github.styletransfer.network.store.CatalogueEntry;

import java.awt.Component;
import java.awt.EventQueue;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.swing.BorderFactory;
import javax.swing.JOptionPane;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Shows size, licence and attribution before a download, and asks whether it shall start. */
final class LicenceDialog {

	private LicenceDialog() {
		// no instances
	}

	/**
	 * @param parent the window that it belongs to, or null
	 * @param entry to be downloaded
	 * @return whether the user wants it
	 */
	static boolean accepted(final Component parent, final CatalogueEntry entry) {
		if (EventQueue.isDispatchThread()) return ask(parent, entry);
		final AtomicBoolean accepted = new AtomicBoolean();
		try {
			EventQueue.invokeAndWait(() -> accepted.set(ask(parent, entry)));
			return accepted.get();
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (final InvocationTargetException e) {
			throw new IllegalStateException("The licence could not be shown: " + e.getCause(), e.getCause());
		}
	}

	private static boolean ask(final Component parent, final CatalogueEntry entry) {
		final Object[] answers = { "Download", "Cancel" };
		final JTextArea text = text(NetworkTexts.offer(entry));
		final JScrollPane pane = new JScrollPane(text);
		pane.setPreferredSize(text.getPreferredScrollableViewportSize()); // else the dialog is centred as if nothing wrapped
		return JOptionPane.showOptionDialog(parent, pane, "Download Network", JOptionPane.DEFAULT_OPTION,
			JOptionPane.PLAIN_MESSAGE, null, answers, answers[1]) == 0;
	}

	/** A text of several lines that can be read and copied, but not changed. */
	static JTextArea text(final String lines) {
		final JTextArea area = new JTextArea(lines, 16, 64);
		area.setEditable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setCaretPosition(0);
		area.setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
		return area;
	}
}
