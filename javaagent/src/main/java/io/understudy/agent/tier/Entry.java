package io.understudy.agent.tier;

import io.understudy.agent.ExitCode;
import io.understudy.agent.Start;
import io.understudy.agent.StartRefused;
import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.option.Role;
import io.understudy.agent.status.Console;
import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.instrument.Instrumentation;

/** Called by the stub by name; the first class of the agent tier. */
public final class Entry {
  private Entry() {}

  /**
   * Reads the options, makes the engine visible to the boot loader and starts the role.
   *
   * @param arguments text behind {@code =} of the flag, or null
   * @param startNanos {@link System#nanoTime} when the agent was entered
   * @param jar the product jar
   * @return 0, or the exit code with which the JVM must end; the reason stands on stderr by then
   */
  public static int enter(
      String arguments, Instrumentation instrumentation, long startNanos, File jar) {
    try {
      AgentOptions options = AgentOptions.resolve(arguments);
      if (options.role() == Role.OFF) {
        return ExitCode.OK.number();
      }
      EngineTier.define(instrumentation, jar);
      Start.start(options, instrumentation, startNanos, jar.toPath());
      return ExitCode.OK.number();
    } catch (StartRefused refused) {
      Console.line(refused.getMessage());
      return refused.code().number();
    } catch (Throwable broken) {
      StringWriter trace = new StringWriter();
      broken.printStackTrace(new PrintWriter(trace));
      Console.line(
          "the agent failed to start. The server would run without protection, so the JVM stops."
              + " Report this, or start with role=off.\n"
              + trace);
      return ExitCode.BROKEN.number();
    }
  }
}
