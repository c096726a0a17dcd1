package io.understudy.netctl.cli;

import io.understudy.link.message.OperatorAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "takeover",
    sortOptions = false,
    description =
        "Open the gate, promote the backup's agent if there is one, announce the address. Silence"
            + " the other node first.")
final class TakeoverCommand extends OperatorCommand {
  @Option(names = "--force", description = "even if the other node is known to speak")
  private boolean force;

  @Override
  OperatorAction action() {
    return OperatorAction.OPERATOR_TAKEOVER;
  }

  @Override
  boolean force() {
    return force;
  }
}
