package io.understudy.agent.cli;

import io.understudy.agent.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Root of the command line; commands of other modules are found by name. */
@Command(
    name = "java -jar understudy.jar",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Active replication for unmodified Java SIP servers.")
public final class CommandLineTool implements Runnable {
  @CommandLine.Spec private CommandSpec spec;

  /**
   * Runs one command line.
   *
   * @return exit code of the process
   */
  public static int run(String[] arguments) {
    CommandLine root = new CommandLine(new CommandLineTool());
    addCommand(root, "journal", "io.understudy.link.journal.cli.JournalCommand");
    addCommand(root, "netctl", "io.understudy.netctl.Main");
    root.getCommandSpec().usageMessage().footer(OptionTable.lines());
    root.getCommandSpec()
        .exitCodeOnInvalidInput(ExitCode.USAGE.number())
        .exitCodeOnExecutionException(ExitCode.BROKEN.number());
    return root.execute(arguments);
  }

  private static void addCommand(CommandLine root, String name, String className) {
    try {
      Class<?> command = Class.forName(className);
      root.addSubcommand(name, new CommandLine(command.getDeclaredConstructor().newInstance()));
    } catch (ClassNotFoundException notBuiltIn) {
      // a jar built without that module: the command is unknown then
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(className + " is not a picocli command", broken);
    }
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "Missing command. See --help for commands and agent options.");
  }
}
