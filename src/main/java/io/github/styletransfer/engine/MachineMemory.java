package io.github.styletransfer.engine;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory this machine can still give. */
public final class MachineMemory {

	private static final Path LINUX = Path.of("/proc/meminfo");

	private MachineMemory() {
		// no instances
	}

	/** @return bytes that a process can take without pushing others out; on Linux, what caches can give back counts */
	public static long free() {
		final long unused = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getFreeMemorySize();
		try {
			if (!Files.exists(LINUX)) return unused;
			return Math.max(unused, Files.readAllLines(LINUX).stream().filter(l -> l.startsWith("MemAvailable:")).mapToLong(
				l -> 1024 * Long.parseLong(l.replaceAll("\\D", ""))).findFirst().orElse(unused));
		}
		catch (final IOException e) {
			return unused; // the answer of the Java platform is good enough
		}
	}

	/** @return bytes that Java's heap can still take */
	public static long freeHeap() {
		final Runtime r = Runtime.getRuntime();
		return r.maxMemory() - r.totalMemory() + r.freeMemory();
	}
}
