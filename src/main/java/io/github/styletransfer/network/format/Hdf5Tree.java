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
package io.github.styletransfer.network.format;

import io.jhdf.Constants;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.Superblock;
import io.jhdf.SymbolTableEntry;
import io.jhdf.btree.BTreeV1;
import io.jhdf.exceptions.HdfException;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage.LinkType;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.SymbolTableMessage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The groups of an HDF5 file. jHDF reads each description; the walk is ours, because jHDF's own follows links out of
 * the file and has no bounds. Soft links lead nowhere new and are passed over.
 */
final class Hdf5Tree {

	/** Deeper than Keras nests models. */
	private static final int MAX_DEPTH = 8;
	private static final int MAX_DATASETS = 10_000;
	private static final int MAX_NAME = 1000;

	private final Hdf5Storage storage;
	private final Map<String, ObjectHeader> datasets = new LinkedHashMap<>();

	/**
	 * @throws RuntimeException of any kind if the file is damaged
	 * @throws StackOverflowError if the file's own structures are nested without end
	 */
	Hdf5Tree(final Hdf5Storage storage) {
		this.storage = storage;
		walk("", ObjectHeader.readObjectHeader(storage, root()), 0);
	}

	/** The descriptions of all datasets by their paths, without a leading slash, in the order of the file. */
	Map<String, ObjectHeader> datasets() {
		return datasets;
	}

	private long root() {
		final Superblock superblock = storage.getSuperblock();
		if (superblock instanceof SuperblockV0V1 old) {
			return new SymbolTableEntry(storage, old.getRootGroupSymbolTableAddress()).getObjectHeaderAddress();
		}
		return ((SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
	}

	private void walk(final String path, final ObjectHeader header, final int depth) {
		if (depth > MAX_DEPTH) throw new HdfException("Groups are nested more than " + MAX_DEPTH + " deep.");
		if (header.hasMessageOfType(DataSpaceMessage.class)) {
			if (datasets.size() == MAX_DATASETS) {
				throw new HdfException("There are more than " + MAX_DATASETS + " datasets.");
			}
			if (datasets.put(path, header) != null) {
				throw new HdfException("Two datasets are called " + Brief.name(path) + ".");
			}
		}
		else if (header.hasMessageOfType(SymbolTableMessage.class)) {
			symbols(path, header.getMessageOfType(SymbolTableMessage.class), depth);
		}
		else if (header.hasMessageOfType(LinkInfoMessage.class)) links(path, header, depth);
	}

	private void symbols(final String path, final SymbolTableMessage table, final int depth) {
		final ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
		for (final long node : BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
			for (final SymbolTableEntry entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
				final boolean soft = entry.getCacheType() == 2;
				if (!soft) child(path, name(names, entry.getLinkNameOffset()), entry.getObjectHeaderAddress(), depth);
			}
		}
	}

	private void links(final String path, final ObjectHeader header, final int depth) {
		if (header.getMessageOfType(LinkInfoMessage.class).getBTreeNameIndexAddress() != Constants.UNDEFINED_ADDRESS) {
			throw new HdfException("The group \"" + Brief.name(path) +
				"\" keeps its links in a heap of the newest format; save the weights with HDF5's default settings.");
		}
		for (final LinkMessage link : header.getMessagesOfType(LinkMessage.class)) {
			if (link.getLinkType() == LinkType.EXTERNAL) throw new HdfException("It refers to another file.");
			if (link.getLinkType() == LinkType.HARD) child(path, link.getLinkName(), link.getHardLinkAddress(), depth);
		}
	}

	private void child(final String path, final String name, final long address, final int depth) {
		walk(path.isEmpty() ? name : path + "/" + name, ObjectHeader.readObjectHeader(storage, address), depth + 1);
	}

	private static String name(final ByteBuffer heap, final int offset) {
		int end = offset;
		while (heap.get(end) != 0) {
			if (++end - offset > MAX_NAME) throw new HdfException("A name is longer than " + MAX_NAME + " bytes.");
		}
		final byte[] name = new byte[end - offset];
		heap.get(offset, name);
		return new String(name, StandardCharsets.UTF_8);
	}
}
