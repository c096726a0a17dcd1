package io.understudy.agent.records;

import io.understudy.link.journal.cli.JournalCommand;

/** {@code java -jar understudy.jar journal ...}: the command, with this JDK's natives. */
public final class JournalTool {
  private JournalTool() {}

  /**
   * Runs one command line.
   *
   * @return exit code of the process
   */
  public static int run(String... arguments) {
    return JournalCommand.of(RecordCutter::of).execute(arguments);
  }
}
