package io.understudy.agent.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A command with words of its own; found by name, so that nothing depends on netctl. */
enum ModuleCommand {
  JOURNAL("journal", "io.understudy.agent.records.JournalTool"),
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
   * Runs {@code static int run(String...)} of the class.
   *
   * @return exit code of the process
   */
  int run(String[] arguments) throws ReflectiveOperationException {
    Class<?> type = Class.forName(className);
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
