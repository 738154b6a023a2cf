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
package io.github.styletransfer.network.store;

import io.github.styletransfer.network.format.EmbeddedWeights;
import io.github.styletransfer.network.WeightsException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * The networks of a models folder: what there is, downloads, imports, checks. Everything is stored as safetensors, converted
 * once, with a note beside it that says what it is; a file that is not as it was stored is never used. All methods may be
 * called from several threads, and several programs may share a folder.
 */
public final class ModelStore {

	/** Our corner of the models folder, which other plug-ins use too. */
	private static final String CORNER = "style-transfer";

	private final StoreFolder folder;
	private final Guard guard;
	private final Space space;
	private final Installer installer;

	/**
	 * @param models the folder for models of the application; it is made when something is stored
	 * @param converter reads what is downloaded or imported
	 */
	public ModelStore(final Path models, final Converter converter) {
		this(models, converter, DownloadPolicy.DEFAULT, Space.REAL);
	}

	/** For tests, which are less patient. */
	ModelStore(final Path models, final Converter converter, final DownloadPolicy policy, final Space space) {
		folder = new StoreFolder(models.resolve(CORNER));
		guard = new Guard(folder);
		this.space = space;
		installer = new Installer(folder, converter, new Downloader(policy, space));
	}

	/** @return where everything is stored; {@code catalogue.json} there is the user's own catalogue */
	public Path folder() {
		return folder.path();
	}

	/** @return the catalogue of the package and the user's, read anew */
	public Catalogue catalogue() {
		return Catalogue.withUserFile(folder.userCatalogue());
	}

	/**
	 * @return what there is: the catalogue's networks in its order, then the others of the folder; files are looked at, but
	 *         not read
	 * @throws StoreException if the folder cannot be read
	 */
	public List<NetworkListing> list() {
		final List<NetworkListing> list = new ArrayList<>();
		final Set<String> listed = new HashSet<>();
		for (final CatalogueEntry entry : catalogue().entries()) {
			final Optional<String> stored = entry.embedded() ? Optional.empty() : folder.find(entry.name());
			list.add(stored.map(name -> NetworkListing.of(folder, name)).orElseGet(() -> NetworkListing.of(entry)));
			listed.add(NetworkNames.key(entry.name()));
		}
		for (final String name : folder.names()) {
			if (listed.add(NetworkNames.key(name))) list.add(NetworkListing.of(folder, name));
		}
		return list;
	}

	/**
	 * Downloads a network of the catalogue and stores it. If it is stored and sound already, nothing is done; if another
	 * thread or program is downloading it, that is waited for.
	 *
	 * @param name of the network
	 * @param monitor hears of the progress and can end it
	 * @return what is stored now
	 * @throws StoreException if that is not possible; the sentence says why
	 * @throws WeightsException if the file is not what it should be
	 * @throws CancellationException if the monitor ended it; what has come is kept and continued next time
	 */
	public StoredNetwork download(final String name, final StoreMonitor monitor) {
		final CatalogueEntry entry = catalogue().entry(name);
		requireNotEmbedded(entry.name(), "needs no download");
		folder.make();
		try (NameLock lock = NameLock.acquire(folder.lock(entry.name()), "The download of \"" + entry.name() + "\"", monitor)) {
			final Optional<String> stored = folder.find(entry.name());
			final Optional<String> damage = stored.flatMap(there -> guard.damage(there, monitor));
			if (stored.isPresent() && damage.isEmpty()) return folder.read(stored.get());
			if (!entry.isDownloadable()) {
				throw new StoreException("The network \"" + entry.name() + "\" cannot be downloaded. " + NetworkListing.of(entry)
					.remark());
			}
			damage.ifPresent(d -> monitor.onNotice(guard.setAside(stored.get(), d) + "; it is downloaded again."));
			return installer.download(entry, monitor);
		}
	}

	/**
	 * Stores a file that the user has.
	 *
	 * @param file in any format that the converter reads
	 * @param name that it is to have: a new one, or that of the catalogue's network that it is
	 * @param hints what the user says of it
	 * @param monitor hears of the progress and can end it
	 * @return what is stored now
	 * @throws StoreException if the name is taken, the file cannot be read or stored, or the hints are wrong
	 * @throws WeightsException if the file is damaged or not what it should be
	 * @throws CancellationException if the monitor ended it
	 */
	public StoredNetwork importFile(final Path file, final String name, final Hints hints, final StoreMonitor monitor) {
		final String checked = NetworkNames.checked(name);
		final long size = Importer.requireFile(file);
		final Importer importer = new Importer(catalogue());
		importer.requireFree(checked, folder.find(checked));
		folder.make();
		final String what = "The import of \"" + file.getFileName() + "\"";
		try (NameLock lock = NameLock.acquire(folder.lock(checked), what, monitor)) {
			importer.requireFree(checked, folder.find(checked)); // it may have been stored while we waited
			space.require(what, folder.path(), Space.converted(size));
			return installer.install(importer.job(file, checked, hints, monitor), monitor);
		}
	}

	/**
	 * @param file that is to be imported
	 * @param monitor can end the computing of its checksum
	 * @return a name for it: the catalogue's, if it is one of the catalogue's files by its checksum, else the file's own
	 *         without its type
	 * @throws StoreException if the file cannot be read
	 * @throws CancellationException if the monitor ended it
	 */
	public String nameFor(final Path file, final StoreMonitor monitor) {
		return new Importer(catalogue()).nameFor(file, monitor);
	}

	/**
	 * Reads a stored network. One that is damaged is set aside and fetched again, if the catalogue has its address.
	 *
	 * @param name of the network
	 * @param monitor hears of that, and can end it
	 * @return its bytes, which are those that were stored
	 * @throws StoreException if it is the embedded one, is not stored, cannot be read, or is damaged and cannot be fetched
	 *           again
	 * @throws CancellationException if the monitor ended it
	 */
	public OpenNetwork open(final String name, final StoreMonitor monitor) {
		final String checked = NetworkNames.checked(name);
		requireNotEmbedded(checked, "is not in the models folder");
		return folder.find(checked).flatMap(stored -> guard.read(stored, monitor)).orElseGet(() -> mend(checked, monitor));
	}

	/**
	 * Computes the checksum of a stored network, or of the embedded one. One that is damaged is set aside.
	 *
	 * @param name of the network
	 * @param monitor can end it
	 * @return what was found
	 * @throws StoreException if it is not stored, or cannot be read or set aside
	 * @throws CancellationException if the monitor ended it
	 */
	public Verification verify(final String name, final StoreMonitor monitor) {
		if (isEmbedded(name)) return verifyEmbedded(name);
		final String stored = guard.requireStored(NetworkNames.checked(name));
		Integrity.forget(folder.weights(stored));
		if (guard.damage(stored, monitor).isEmpty()) return sound(stored, folder.read(stored).sha256());
		try (NameLock lock = lockToMend(stored, monitor)) {
			final Optional<String> damage = guard.damage(guard.requireStored(stored), monitor); // it may have been replaced
			return damage.map(d -> new Verification(stored, false, guard.setAside(stored, d) + (isDownloadable(stored) ?
				"; download" : "; import") + " it again.")).orElseGet(() -> sound(stored, folder.read(stored).sha256()));
		}
	}

	/**
	 * Removes a stored network, with all that was set aside or downloaded for it.
	 *
	 * @param name of the network
	 * @throws StoreException if it is not stored, is being written at this moment, or cannot be removed
	 */
	public void remove(final String name) {
		requireNotEmbedded(name, "cannot be removed");
		final String stored = folder.find(name).or(() -> catalogue().find(name).map(CatalogueEntry::name)).orElseGet(
			() -> guard.requireStored(NetworkNames.checked(name)));
		if (!Files.exists(folder.path())) guard.requireStored(name);
		try (NameLock lock = NameLock.tryAcquire(folder.lock(stored)).orElseThrow(() -> new StoreException("The network \"" +
			stored + "\" is being downloaded or imported at this moment and cannot be removed.")))
		{
			if (folder.delete(stored) == 0) guard.requireStored(name);
		}
	}

	// -- Helper methods --

	/** Whoever comes while another thread or program mends the same network waits, and finds it sound. */
	private OpenNetwork mend(final String name, final StoreMonitor monitor) {
		if (!Files.exists(folder.lock(name))) guard.requireStored(name);
		try (NameLock lock = lockToMend(name, monitor)) {
			final String stored = guard.requireStored(name);
			guard.damage(stored, monitor).ifPresent(damage -> fetchAgain(stored, damage, monitor));
			return guard.read(guard.requireStored(name), monitor).orElseThrow(() -> new StoreException("The stored network \"" +
				stored + "\" is damaged once more; the drive may be failing."));
		}
	}

	private void fetchAgain(final String name, final String damage, final StoreMonitor monitor) {
		final Optional<CatalogueEntry> entry = catalogue().find(name).filter(CatalogueEntry::isDownloadable);
		final String sentence = guard.setAside(name, damage);
		if (entry.isEmpty()) throw new StoreException(sentence + "; import it again.");
		monitor.onNotice(sentence + "; it is downloaded again.");
		installer.download(entry.get(), monitor);
	}

	private NameLock lockToMend(final String name, final StoreMonitor monitor) {
		try {
			return NameLock.acquire(folder.lock(name), "Checking \"" + name + "\"", monitor);
		}
		catch (final StoreException e) {
			throw new StoreException("The stored network \"" + name + "\" is damaged and cannot be set aside: " + e.getMessage()
				.replaceFirst("^The", "the"), e);
		}
	}

	private boolean isDownloadable(final String name) {
		return catalogue().find(name).map(CatalogueEntry::isDownloadable).orElse(false);
	}

	static boolean isEmbedded(final String name) {
		return Catalogue.builtIn().find(name).map(CatalogueEntry::embedded).orElse(false);
	}

	private static void requireNotEmbedded(final String name, final String what) {
		if (isEmbedded(name)) throw new StoreException("The network \"" + name + "\" is inside the plug-in and " + what + ".");
	}

	private static Verification verifyEmbedded(final String name) {
		try {
			return sound(name, EmbeddedWeights.vgg16().sha256());
		}
		catch (final WeightsException e) {
			return new Verification(name, false, e.getMessage());
		}
	}

	private static Verification sound(final String name, final String sha256) {
		return new Verification(name, true, "The network \"" + name + "\" is as it was stored (SHA-256 " + sha256 + ").");
	}
}
