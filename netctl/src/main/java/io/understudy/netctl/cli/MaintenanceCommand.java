package io.understudy.netctl.cli;

import io.understudy.link.message.OperatorAction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "maintenance",
    sortOptions = false,
    description =
        "While it is on, on one node or both, nothing changes by itself: no takeover, no server is"
            + " given up. Orders of an operator are carried out.")
final class MaintenanceCommand extends OperatorCommand {
  /** Words of the command line. */
  enum Switch {
    on,
    off
  }

  @Parameters(paramLabel = "on|off", description = "on or off")
  private Switch turned;

  @Override
  OperatorAction action() {
    return turned == Switch.on
        ? OperatorAction.OPERATOR_MAINTENANCE_ON
        : OperatorAction.OPERATOR_MAINTENANCE_OFF;
  }
}
