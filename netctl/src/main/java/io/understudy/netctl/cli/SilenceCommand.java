package io.understudy.netctl.cli;

import io.understudy.link.message.OperatorAction;
import picocli.CommandLine.Command;

@Command(
    name = "silence",
    sortOptions = false,
    description = "Shut the gate. It opens again at 'speak', 'takeover', or a new registration.")
final class SilenceCommand extends OperatorCommand {
  @Override
  OperatorAction action() {
    return OperatorAction.OPERATOR_SILENCE;
  }
}
