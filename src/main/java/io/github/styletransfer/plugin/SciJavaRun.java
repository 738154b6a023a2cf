package io.github.styletransfer.plugin;

import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

/** Runs a command of a SciJava application and waits for it. */
final class SciJavaRun {

	private SciJavaRun() {
		// no instances
	}

	/**
	 * @param context of the application
	 * @param command to run
	 * @param inputs that are given; a dialog asks for the others, where there are windows
	 * @return the finished module
	 * @throws CanceledException if the command was cancelled, with its reason
	 */
	static Module run(final Context context, final Class<? extends Command> command, final Map<String, Object> inputs) {
		try {
			final Module module = context.service(ModuleService.class).run(context.service(CommandService.class).getCommand(
				command), true, inputs).get();
			if (module instanceof Refusing r && r.refusal().isPresent()) throw new CanceledException(r.refusal().get());
			if (module instanceof Cancelable c && c.isCanceled()) {
				throw new CanceledException(c.getCancelReason() == null ? "" : c.getCancelReason());
			}
			return module;
		}
		catch (final ExecutionException e) {
			throw new IllegalStateException("The command failed: " + e.getCause(), e.getCause());
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CanceledException("");
		}
	}
}
