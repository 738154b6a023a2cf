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

import io.github.styletransfer.network.store.NetworkListing;

import java.util.List;

import javax.swing.table.AbstractTableModel;

/** The rows of the window's table. Used by the thread of events alone. */
final class NetworkTable extends AbstractTableModel {

	private static final long serialVersionUID = 1L;

	private transient List<NetworkListing> networks = List.of();

	void set(final List<NetworkListing> rows) {
		networks = List.copyOf(rows);
		fireTableDataChanged();
	}

	NetworkListing network(final int row) {
		return networks.get(row);
	}

	/** @return the row of a network of that name, -1 if there is none */
	int row(final String name) {
		return networks.stream().map(NetworkListing::name).toList().indexOf(name);
	}

	@Override
	public int getRowCount() {
		return networks.size();
	}

	@Override
	public int getColumnCount() {
		return NetworkTexts.COLUMNS.length;
	}

	@Override
	public String getColumnName(final int column) {
		return NetworkTexts.COLUMNS[column];
	}

	@Override
	public Object getValueAt(final int row, final int column) {
		return NetworkTexts.row(networks.get(row))[column];
	}
}
