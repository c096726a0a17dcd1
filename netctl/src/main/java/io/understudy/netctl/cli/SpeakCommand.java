package io.understudy.netctl.cli;

import io.understudy.link.message.OperatorAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "speak",
    sortOptions = false,
    description =
        "Open the gate and announce the address: for a server without an agent, or to end a"
            + " silence.")
final class SpeakCommand extends OperatorCommand {
  @Option(names = "--force", description = "even if the other node is known to speak")
  private boolean force;

  @Override
  OperatorAction action() {
    return OperatorAction.OPERATOR_SPEAK;
  }

  @Override
  boolean force() {
    return force;
  }
}
