package io.understudy.agent.cli;

import io.understudy.agent.ExitCode;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** {@code java -jar understudy.jar}: help and version here, the commands in their modules. */
@Command(
    name = "java -jar understudy.jar",
    versionProvider = Version.class,
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "java -jar understudy.jar [-hV]",
      "       java -jar understudy.jar journal|netctl ... (each knows --help)"
    },
    description = "Active replication for unmodified Java SIP servers.")
public final class CommandLineTool implements Runnable {
  @CommandLine.Spec private CommandSpec spec;

  /**
   * Runs one command line.
   *
   * @return exit code of the process
   */
  public static int run(String[] arguments) throws ReflectiveOperationException {
    ModuleCommand command = arguments.length == 0 ? null : ModuleCommand.named(arguments[0]);
    if (command != null) {
      return command.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
    CommandLine root = new CommandLine(new CommandLineTool());
    root.getCommandSpec().usageMessage().footer(OptionTable.lines());
    root.getCommandSpec()
        .exitCodeOnInvalidInput(ExitCode.USAGE.number())
        .exitCodeOnExecutionException(ExitCode.BROKEN.number());
    root.setParameterExceptionHandler(CommandLineTool::refuse);
    return root.execute(arguments);
  }

  private static int refuse(CommandLine.ParameterException wrong, String[] arguments) {
    wrong
        .getCommandLine()
        .getErr()
        .println(
            wrong.getMessage() + ". Commands are journal and netctl; see --help for all options");
    return ExitCode.USAGE.number();
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "No command is given");
  }
}
