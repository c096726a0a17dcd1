package io.understudy.agent.boot;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/**
 * Entry of the agent. Opens the isolated loader and hands over to {@code
 * io.understudy.agent.tier.Entry}; a start that fails ends the JVM before the application's first
 * line, since a server that only looks protected is worse than one that does not start.
 */
public final class Premain {
  private static final int BROKEN = 71;

  private Premain() {}

  /** Called by the JVM on its main thread, before {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    long startNanos = System.nanoTime();
    if (isOff(arguments)) {
      return;
    }
    int code;
    try {
      File jar = jar();
      code =
          (int)
              new AgentClassLoader(jar, false)
                  .loadClass("io.understudy.agent.tier.Entry")
                  .getMethod("enter", String.class, Instrumentation.class, long.class, File.class)
                  .invoke(null, arguments, instrumentation, startNanos, jar);
    } catch (Throwable broken) {
      report(broken);
      code = BROKEN;
    }
    if (code != 0) {
      Runtime.getRuntime().halt(code);
    }
  }

  /**
   * Called when somebody attaches the agent to a running JVM.
   *
   * @throws IllegalStateException always, unless {@code role=off}: the log must begin with the
   *     program
   */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    if (!isOff(arguments)) {
      throw new IllegalStateException(
          "Understudy cannot be attached to a running JVM: what the program did so far is in no log."
              + " Start the server with -javaagent:understudy.jar=role=...");
    }
  }

  static File jar() throws URISyntaxException {
    return new File(Premain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Switching off must work even when nothing else does. */
  private static boolean isOff(String arguments) {
    return arguments != null && ("," + arguments + ",").contains(",role=off,");
  }

  private static void report(Throwable broken) {
    Throwable cause = broken.getCause() == null ? broken : broken.getCause();
    String line =
        "[understudy] the agent could not be loaded: "
            + cause
            + ". The server would run without protection, so the JVM stops."
            + " Check that understudy.jar is complete, or start with role=off.\n";
    try (FileOutputStream err = new FileOutputStream(FileDescriptor.err)) {
      err.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException unwritable) {
      // stderr is closed; the exit code still tells
    }
  }
}
