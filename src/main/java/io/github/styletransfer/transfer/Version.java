package io.github.styletransfer.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this software, as the build wrote it. */
public final class Version {

	private static final String RESOURCE = "version.properties";

	private Version() {
		// no instances
	}

	/** @return for example {@code 1.0.0} */
	public static String current() {
		try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
			final Properties properties = new Properties();
			properties.load(in);
			return properties.getProperty("version");
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
