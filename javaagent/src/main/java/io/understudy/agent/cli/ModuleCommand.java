package io.understudy.agent.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import picocli.CommandLine;

/**
 * A command that another module of the jar brings; found by name, so that nothing depends on it.
 */
enum ModuleCommand {
  JOURNAL("journal", "io.understudy.link.journal.cli.JournalCommand"),
  NETCTL("netctl", "io.understudy.netctl.Main");

  private final String word;
  private final String className;

  ModuleCommand(String word, String className) {
    this.word = word;
    this.className = className;
  }

  /** The command with this first word, or null. */
  static ModuleCommand named(String word) {
    for (ModuleCommand command : values()) {
      if (command.word.equals(word)) {
        return command;
      }
    }
    return null;
  }

  /**
   * Runs {@code static int run(String...)} of the class, or the class itself where it is a picocli
   * command.
   *
   * @return exit code of the process
   */
  int run(String[] arguments) throws ReflectiveOperationException {
    Class<?> type = Class.forName(className);
    if (type.isAnnotationPresent(CommandLine.Command.class)) {
      return new CommandLine(type.getDeclaredConstructor().newInstance()).execute(arguments);
    }
    Method run = type.getMethod("run", String[].class);
    try {
      return (int) run.invoke(null, (Object) arguments);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw failed;
    }
  }
}
