package io.understudy.agent.records;

import io.understudy.link.journal.cli.JournalCommand;
import picocli.CommandLine;

/** {@code java -jar understudy.jar journal ...}: the command, with this JDK's natives. */
public final class JournalTool {
  private JournalTool() {}

  /**
   * Runs one command line.
   *
   * @return exit code of the process
   */
  public static int run(String... arguments) {
    return new CommandLine(new JournalCommand(RecordCutter::of)).execute(arguments);
  }
}
