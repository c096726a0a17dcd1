package io.understudy.netctl;

import io.understudy.netctl.cli.Netctl;

/** Entry point: {@code netctl run|status|silence|speak|takeover|config-test|version}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command on the calling thread; returns the exit code, see {@link ExitCode}. */
  public static int run(String... arguments) {
    return Netctl.commandLine().execute(arguments);
  }
}
