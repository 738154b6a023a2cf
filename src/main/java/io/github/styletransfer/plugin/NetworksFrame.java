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

import ij.gui.GUI;

import io.github.styletransfer.network.store.Catalogue;
import io.github.styletransfer.network.store.NetworkListing;
import io.github.styletransfer.network.store.NetworkListing.State;
import io.github.styletransfer.transfer.Option;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.table.DefaultTableCellRenderer;

/**
 * The window of networks: a table, what is to be known of the selected one, and buttons, each of which records the line of
 * the command that it stands for. Used by the thread of events alone; {@link NetworkWork} does what takes time.
 */
final class NetworksFrame extends JFrame {

	static final String TITLE = "Networks";

	private static final long serialVersionUID = 1L;
	private static final int[] WIDTHS = { 150, 90, 90, 90, 80, 200 };
	/** For each command, the states of a network for which it makes sense. */
	private static final Map<String, Set<State>> STATES = Map.of(Download_Network.COMMAND, Set.of(State.AVAILABLE,
		State.DAMAGED),
		Remove_Network.COMMAND, Set.of(State.STORED, State.DAMAGED), Verify_Network.COMMAND, Set.of(State.EMBEDDED,
			State.STORED, State.DAMAGED));
	private static NetworksFrame shown;

	private final transient NetworkActions actions = new NetworkActions(ModelsFolder.store());
	private final transient NetworkWork work = new NetworkWork(this::status, this::busy);
	private final NetworkTable networks = new NetworkTable();
	private final JTable table = new JTable(networks);
	private final JTextArea details = LicenceDialog.text("");
	private final JLabel status = new JLabel(" ");
	private final Map<String, JButton> buttons = new LinkedHashMap<>();
	private boolean busy;

	private NetworksFrame() {
		super(TITLE);
		setDefaultCloseOperation(DISPOSE_ON_CLOSE);
		addTable();
		addButtons();
		getRootPane().registerKeyboardAction(e -> work.cancel(), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
			JComponent.WHEN_IN_FOCUSED_WINDOW);
		pack();
		GUI.centerOnImageJScreen(this);
	}

	/** Shows the window; there is one at a time. */
	static void open() {
		if (shown == null || !shown.isDisplayable()) {
			shown = new NetworksFrame();
			shown.setVisible(true);
		}
		shown.toFront();
		shown.work.start(monitor -> shown.load());
	}

	// -- Helper methods --

	private void addTable() {
		table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
		table.setRowHeight(table.getFontMetrics(table.getFont()).getHeight() + 6);
		table.setDefaultRenderer(Object.class, new PaddedCell());
		table.setIntercellSpacing(new Dimension(0, 1));
		table.setPreferredScrollableViewportSize(new Dimension(IntStream.of(WIDTHS).sum(), 12 * table.getRowHeight()));
		table.setFillsViewportHeight(true);
		table.getTableHeader().setReorderingAllowed(false);
		for (int i = 0; i < WIDTHS.length; i++) table.getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
		table.getSelectionModel().addListSelectionListener(e -> select());
		final JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), new JScrollPane(details));
		split.setResizeWeight(.5);
		add(split, BorderLayout.CENTER);
	}

	private void addButtons() {
		final JPanel row = new JPanel(new FlowLayout(FlowLayout.LEFT));
		button(row, Download_Network.COMMAND, "Download...", this::download);
		button(row, Import_Network.COMMAND, "Import...", this::importFile);
		button(row, Remove_Network.COMMAND, "Remove", this::remove);
		button(row, Verify_Network.COMMAND, "Verify", () -> act(Verify_Network.COMMAND, actions::verify));
		button(row, "Cancel", "Cancel", work::cancel);
		final JLabel folder = new JLabel("Stored in " + actions.store().folder());
		final JPanel lines = new JPanel(new BorderLayout(0, 4));
		lines.setBorder(BorderFactory.createEmptyBorder(0, 8, 8, 8));
		lines.add(row, BorderLayout.NORTH);
		lines.add(folder, BorderLayout.CENTER);
		lines.add(status, BorderLayout.SOUTH);
		add(lines, BorderLayout.SOUTH);
	}

	private void button(final JPanel row, final String command, final String label, final Runnable action) {
		final JButton button = new JButton(label);
		button.addActionListener(e -> action.run());
		buttons.put(command, button);
		row.add(button);
	}

	// -- Actions --

	private void download() {
		final String name = selected().orElseThrow().name();
		work.start(monitor -> {
			if (!LicenceDialog.accepted(this, actions.store().catalogue().entry(name))) return "";
			return done(Download_Network.COMMAND, Map.of(Option.NAME, name), actions::download, monitor);
		});
	}

	private void importFile() {
		final Map<Option, String> first = selected().filter(n -> n.state() == State.IMPORT_ONLY).map(n -> Map.of(Option.NAME, n
			.name(), Option.ARCHITECTURE, n.network(), Option.ORIGIN, n.origin())).orElse(Map.of());
		work.start(monitor -> {
			final Optional<ImportDialog.Imported> imported = ImportDialog.run(actions, first, work::monitor);
			imported.ifPresent(i -> NetworkPlugIn.record(Import_Network.COMMAND, Option.IMPORT, i.values()));
			load();
			return imported.map(ImportDialog.Imported::sentence).orElse("");
		});
	}

	private void remove() {
		final String question = "Remove \"" + selected().orElseThrow().name() + "\" from the models folder?";
		if (JOptionPane.showConfirmDialog(this, question, TITLE, JOptionPane.OK_CANCEL_OPTION) != JOptionPane.OK_OPTION) return;
		act(Remove_Network.COMMAND, (values, monitor) -> actions.remove(values));
	}

	/** Does something with the selected network. */
	private void act(final String command, final BiFunction<Map<Option, String>, ImageJMonitor, String> action) {
		final Map<Option, String> values = Map.of(Option.NAME, selected().orElseThrow().name());
		work.start(monitor -> done(command, values, action, monitor));
	}

	private String done(final String command, final Map<Option, String> values,
		final BiFunction<Map<Option, String>, ImageJMonitor, String> action, final ImageJMonitor monitor)
	{
		try {
			final String sentence = action.apply(values, monitor);
			NetworkPlugIn.record(command, NetworkPlugIn.BY_NAME, values);
			return sentence;
		}
		finally {
			load(); // also what failed may have changed something: a damaged file is set aside
		}
	}

	/** Reads the folder and shows what there is. */
	private String load() {
		final List<NetworkListing> found = actions.store().list();
		final Catalogue catalogue = actions.store().catalogue();
		EventQueue.invokeLater(() -> {
			final String name = selected().map(NetworkListing::name).orElse("");
			networks.set(found);
			final int row = Math.max(0, networks.row(name));
			if (!found.isEmpty()) table.setRowSelectionInterval(row, row);
		});
		return catalogue.problem().orElse("");
	}

	// -- What is shown --

	private Optional<NetworkListing> selected() {
		final int row = table.getSelectedRow();
		return row < 0 ? Optional.empty() : Optional.of(networks.network(row));
	}

	private void select() {
		details.setText(selected().map(NetworkTexts::details).orElse(""));
		details.setCaretPosition(0);
		enableButtons();
	}

	private void enableButtons() {
		final Optional<State> state = selected().map(NetworkListing::state);
		buttons.forEach((command, button) -> {
			final boolean fits = !STATES.containsKey(command) || state.map(STATES.get(command)::contains).orElse(false);
			button.setEnabled(command.equals("Cancel") ? busy : !busy && fits);
		});
	}

	private void busy(final boolean is) {
		busy = is;
		enableButtons();
	}

	private void status(final String line) {
		status.setText(line.isEmpty() ? " " : line);
		status.setToolTipText(line);
	}

	/** A cell with room at its sides. */
	private static final class PaddedCell extends DefaultTableCellRenderer {

		private static final long serialVersionUID = 1L;

		@Override
		public Component getTableCellRendererComponent(final JTable in, final Object value, final boolean selected,
			final boolean focused, final int row, final int column)
		{
			super.getTableCellRendererComponent(in, value, selected, false, row, column);
			setBorder(BorderFactory.createEmptyBorder(0, 6, 0, 6));
			return this;
		}
	}
}
