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

import io.jhdf.Superblock;
import io.jhdf.exceptions.HdfException;
import io.jhdf.storage.HdfBackingStorage;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Gives jHDF the descriptions in an HDF5 file, never the values. Each piece lies within the file, and their number and
 * sum are bounded: links that go in circles, or trees that name the same node again and again, come to an end here.
 */
final class Hdf5Storage implements HdfBackingStorage {

	/** A file of VGG-19 takes about 2000 pieces of 100 kB together; a damaged one is to end at once. */
	private static final int MAX_PIECES = 50_000;
	private static final long MAX_BYTES = 4_000_000;
	/** The longest superblock has 96 bytes with addresses of 8 bytes. */
	private static final int SUPERBLOCK = 256;

	private final FileBytes file;
	private final Superblock superblock;
	private int pieces;
	private long bytes;

	Hdf5Storage(final FileBytes file) {
		this.file = file;
		superblock = Superblock.readSuperblock(file.read(0, Math.min(SUPERBLOCK, file.size())));
		if (superblock.getBaseAddressByte() != 0) throw new HdfException("The base address is not 0.");
	}

	@Override
	public ByteBuffer readBufferFromAddress(final long address, final int length) {
		return mapNoOffset(address, length);
	}

	@Override
	public ByteBuffer map(final long address, final long length) {
		return mapNoOffset(address, length);
	}

	@Override
	public ByteBuffer mapNoOffset(final long address, final long length) {
		pieces++;
		bytes += Math.max(0, length);
		if (length > MAX_BYTES || bytes > MAX_BYTES || pieces > MAX_PIECES) {
			throw new HdfException("The file describes itself in more than " + MAX_PIECES + " pieces or " + MAX_BYTES +
				" bytes.");
		}
		return file.read(address, length);
	}

	@Override
	public long getUserBlockSize() {
		return 0;
	}

	@Override
	public Superblock getSuperblock() {
		return superblock;
	}

	@Override
	public FileChannel getFileChannel() {
		throw new HdfException("The file is not open.");
	}

	@Override
	public int getSizeOfOffsets() {
		return superblock.getSizeOfOffsets();
	}

	@Override
	public int getSizeOfLengths() {
		return superblock.getSizeOfLengths();
	}

	@Override
	public void close() {
		// nothing is open
	}

	@Override
	public long size() {
		return file.size();
	}

	@Override
	public boolean inMemory() {
		return true;
	}
}
