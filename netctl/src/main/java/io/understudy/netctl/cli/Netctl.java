package io.understudy.netctl.cli;

import io.understudy.netctl.ExitCode;
import io.understudy.netctl.NetctlException;
import io.understudy.netctl.daemon.Version;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code netctl} with its subcommands. */
@Command(
    name = "netctl",
    description = "Owns the virtual address of a node: silence gate, announcements, takeover.",
    mixinStandardHelpOptions = true,
    versionProvider = Netctl.VersionLine.class,
    exitCodeListHeading = "%nExit codes:%n",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      StatusCommand.class,
      SpeakCommand.class,
      SilenceCommand.class,
      TakeoverCommand.class,
      SwitchoverCommand.class,
      MaintenanceCommand.class,
      ConfigTestCommand.class,
      VersionCommand.class
    })
public final class Netctl {
  /** What {@code --version} prints. */
  static final class VersionLine implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"netctl " + Version.text()};
    }
  }

  private Netctl() {}

  /** A new command line; each run needs its own. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Netctl());
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(String.valueOf(code.code()), code.meaning());
    }
    line.getCommandSpec().usageMessage().exitCodeList(codes);
    line.getSubcommands().values().stream()
        .filter(command -> command.getCommand() instanceof Configured)
        .forEach(command -> ((Configured) command.getCommand()).addOptions(command));
    line.setExecutionExceptionHandler((fault, command, parsed) -> report(fault, command));
    return line;
  }

  private static int report(Exception fault, CommandLine command) {
    if (fault instanceof NetctlException known) {
      command.getErr().println("netctl: " + known.getMessage());
      return known.exitCode().code();
    }
    command.getErr().println("netctl: a fault of its own; please report it:");
    fault.printStackTrace(command.getErr());
    return ExitCode.INTERNAL.code();
  }
}
