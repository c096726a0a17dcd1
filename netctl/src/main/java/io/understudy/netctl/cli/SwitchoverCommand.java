package io.understudy.netctl.cli;

import io.understudy.link.message.OperatorAction;
import io.understudy.link.message.OperatorReply;
import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import picocli.CommandLine.Command;

@Command(
    name = "switchover",
    sortOptions = false,
    description =
        "Hand this node's calls over to the backup on the other node, in order: no packet is lost."
            + " This node's server ends with code 75; start it again as backup.")
final class SwitchoverCommand extends OperatorCommand {
  @Override
  OperatorAction action() {
    return OperatorAction.OPERATOR_SWITCHOVER;
  }

  @Override
  NetctlException refusal(OperatorReply reply) {
    return reply.getBegun()
        ? new NetctlException(ExitCode.SWITCHOVER_UNFINISHED, reply.getMessage())
        : new NetctlException(ExitCode.SWITCHOVER_REFUSED, "refused: " + reply.getMessage());
  }
}
