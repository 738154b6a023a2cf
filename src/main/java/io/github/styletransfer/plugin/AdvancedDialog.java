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

import io.github.styletransfer.transfer.Option;
import io.github.styletransfer.transfer.Preset;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.GraphicsConfiguration;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.io.File;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * The options that the first dialog does not show, in both hosts: a tab for each group, a field for each option, and the
 * prediction, which follows the fields. On the thread of events.
 */
final class AdvancedDialog {

	static final String TITLE = "Advanced...";
	private static final int COLUMNS = 24;
	private static final int GAP = 8;

	private final JDialog dialog;
	private final Draft draft;
	private final Function<Map<Option, String>, String> prediction;
	private final Map<Option, JComponent> fields = new EnumMap<>(Option.class);
	private final JLabel line = new JLabel(" ");
	private boolean accepted;

	private AdvancedDialog(final Window parent, final Draft draft, final List<String> networks,
		final Function<Map<Option, String>, String> prediction)
	{
		this.draft = draft;
		this.prediction = prediction;
		dialog = new JDialog(parent, "Advanced options of the preset " + draft.value(Option.PRESET),
			Dialog.ModalityType.APPLICATION_MODAL);
		final JTabbedPane tabs = new JTabbedPane(SwingConstants.LEFT);
		Page.ADVANCED.forEach(p -> tabs.addTab(p.title(), new JScrollPane(panel(p, networks))));
		dialog.add(tabs, BorderLayout.CENTER);
		dialog.add(below(), BorderLayout.SOUTH);
		show(draft.values());
	}

	/**
	 * @param parent the first dialog, which waits meanwhile
	 * @param draft what the fields show first; changed if the user accepts
	 * @param networks to choose from
	 * @param prediction makes a line of the values
	 * @return whether the user accepted
	 */
	static boolean edit(final Window parent, final Draft draft, final List<String> networks,
		final Function<Map<Option, String>, String> prediction)
	{
		final AdvancedDialog advanced = new AdvancedDialog(parent, draft, networks, prediction);
		advanced.fit();
		advanced.dialog.setLocationRelativeTo(parent);
		advanced.dialog.setVisible(true); // until it is closed
		return advanced.accepted;
	}

	// -- Helper methods --

	private JPanel panel(final Page page, final List<String> networks) {
		final JPanel panel = new JPanel(new GridBagLayout());
		panel.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		final GridBagConstraints at = new GridBagConstraints();
		at.insets = new Insets(2, 4, 2, 4);
		at.anchor = GridBagConstraints.LINE_START;
		at.fill = GridBagConstraints.HORIZONTAL;
		for (at.gridy = 0; at.gridy < page.options().size(); at.gridy++) {
			final Option o = page.options().get(at.gridy);
			final JComponent field = field(o, o == Option.NETWORK ? networks : o.choices());
			final JLabel label = new JLabel(o.label());
			label.setLabelFor(field);
			label.setToolTipText(field.getToolTipText());
			at.gridx = 0;
			at.weightx = 0;
			panel.add(label, at);
			at.gridx = 1;
			at.weightx = 1;
			panel.add(o.kind() == Option.Kind.PATH ? withBrowser(o, (JTextField) field) : field, at);
		}
		at.weighty = 1; // the rows stay at the top
		panel.add(new JLabel(), at);
		return panel;
	}

	private JComponent field(final Option o, final List<String> choices) {
		final JComponent field = choices.isEmpty() ? text() : list(choices);
		field.setName(o.key());
		field.setToolTipText(o.help() + " Accepted: " + o.accepted() + ".");
		fields.put(o, field);
		return field;
	}

	private JTextField text() {
		final JTextField text = new JTextField(COLUMNS);
		text.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent e) {
				predict();
			}

			@Override
			public void removeUpdate(final DocumentEvent e) {
				predict();
			}

			@Override
			public void changedUpdate(final DocumentEvent e) {
				predict();
			}
		});
		return text;
	}

	private JComboBox<String> list(final List<String> choices) {
		final JComboBox<String> list = new JComboBox<>(choices.toArray(new String[0]));
		list.addActionListener(e -> predict());
		return list;
	}

	private JComponent withBrowser(final Option o, final JTextField field) {
		final JPanel panel = new JPanel(new BorderLayout(GAP / 2, 0));
		final JButton browse = new JButton("Browse...");
		browse.addActionListener(e -> {
			final JFileChooser chooser = new JFileChooser(new File(field.getText()).getParentFile());
			if (o == Option.SAVE_FOLDER) chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
			if (chooser.showOpenDialog(dialog) == JFileChooser.APPROVE_OPTION) field.setText(chooser.getSelectedFile().getPath());
		});
		panel.add(field, BorderLayout.CENTER);
		panel.add(browse, BorderLayout.LINE_END);
		return panel;
	}

	private JPanel below() {
		final JButton reset = new JButton("Preset's values");
		reset.addActionListener(e -> show(Preset.complete(Map.of(Option.PRESET, draft.value(Option.PRESET)),
			Option.STYLISATION)));
		final JButton ok = new JButton("OK");
		ok.addActionListener(e -> accept());
		final JButton cancel = new JButton("Cancel");
		cancel.addActionListener(e -> dialog.dispose());
		final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING));
		for (final Component b : new Component[] { reset, ok, cancel }) buttons.add(b);
		dialog.getRootPane().setDefaultButton(ok);
		dialog.getRootPane().registerKeyboardAction(e -> dialog.dispose(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
			JComponent.WHEN_IN_FOCUSED_WINDOW);
		line.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, 0, GAP));
		final JPanel below = new JPanel(new BorderLayout());
		below.add(line, BorderLayout.CENTER);
		below.add(buttons, BorderLayout.SOUTH);
		return below;
	}

	/** Small screens: what does not fit is scrolled. */
	private void fit() {
		dialog.pack();
		final GraphicsConfiguration screen = dialog.getGraphicsConfiguration();
		final Insets taken = Toolkit.getDefaultToolkit().getScreenInsets(screen);
		final Rectangle bounds = screen.getBounds();
		final Dimension packed = dialog.getSize();
		dialog.setSize(Math.min(packed.width, bounds.width - taken.left - taken.right), Math.min(packed.height, bounds.height -
			taken.top - taken.bottom));
	}

	private void show(final Map<Option, String> values) {
		fields.forEach((o, field) -> {
			if (field instanceof JTextField text) text.setText(values.get(o));
			else select((JComboBox<?>) field, values.get(o));
		});
	}

	@SuppressWarnings("unchecked")
	private static void select(final JComboBox<?> list, final String value) {
		list.setSelectedItem(value);
		if (value.equals(list.getSelectedItem())) return;
		((JComboBox<String>) list).addItem(value); // a network that is not there any more, which the line tells
		list.setSelectedItem(value);
	}

	/** What the fields of both dialogs say. */
	private Draft shown() {
		final Draft shown = Draft.of(draft.values());
		fields.forEach((o, field) -> shown.set(o, field instanceof JTextField text ? text.getText().strip() : String.valueOf(
			((JComboBox<?>) field).getSelectedItem())));
		return shown;
	}

	private void predict() {
		final Map<Option, String> values = shown().values();
		line.setForeground(dialog.getForeground());
		line.setText(prediction.apply(values));
	}

	private void accept() {
		try {
			final Draft shown = shown();
			shown.check();
			fields.keySet().forEach(o -> draft.set(o, shown.value(o)));
			accepted = true;
			dialog.dispose();
		}
		catch (final IllegalArgumentException e) {
			line.setForeground(Color.RED.darker());
			line.setText(e.getMessage());
		}
	}
}
