package io.understudy.agent;

import io.understudy.agent.option.AgentOptions;
import io.understudy.agent.status.Console;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Starts the role that the options name. */
public final class Start {
  private Start() {}

  /**
   * Called on the JVM's main thread before {@code main}; the engine is visible to the boot loader.
   *
   * @param options checked options; the role is not {@code off}
   * @param startNanos {@link System#nanoTime} when the agent was entered
   * @param jar the product jar
   * @throws StartRefused if the server must not start; {@link io.understudy.agent.tier.Entry}
   *     prints its message and ends the JVM with its code
   */
  public static void start(
      AgentOptions options, Instrumentation instrumentation, long startNanos, Path jar)
      throws StartRefused {
    Console.line("role=" + options.role().text());
  }
}
