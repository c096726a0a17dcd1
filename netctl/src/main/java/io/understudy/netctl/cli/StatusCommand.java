package io.understudy.netctl.cli;

import io.understudy.link.message.OperatorAction;
import io.understudy.link.message.OperatorReply;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
    name = "status",
    sortOptions = false,
    description = "Show who speaks, the agent, alarms and the last events, on one screen.")
final class StatusCommand extends OperatorCommand {
  @Override
  OperatorAction action() {
    return OperatorAction.OPERATOR_STATUS;
  }

  @Override
  void print(OperatorReply reply, PrintWriter out) {
    out.print(StatusScreen.of(reply.getStatus()));
  }
}
