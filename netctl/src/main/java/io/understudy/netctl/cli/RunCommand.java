package io.understudy.netctl.cli;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.daemon.Daemon;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "run",
    sortOptions = false,
    description =
        "Run the daemon of this node in the foreground; events go to stderr. It starts silent. At"
            + " SIGTERM it falls silent and takes its routes and addresses away; the table 'netdev"
            + " understudy' stays, shut, since the server may still run.")
final class RunCommand extends Configured implements Callable<Integer> {
  @Override
  public Integer call() {
    new Daemon(reader().read()).run();
    return ExitCode.OK.code();
  }
}
