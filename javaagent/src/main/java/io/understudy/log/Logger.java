package io.understudy.log;

import io.understudy.agent.status.Console;
import java.text.MessageFormat;
import java.util.logging.Level;

/**
 * Stands for {@link java.util.logging.Logger} in the agent's libraries (JNA, protobuf): the build
 * changes that name to this one, which is as long, in their class files.
 *
 * <p>With the JDK's logger the log manager would be there before the server's {@code main}, which
 * may choose another one ({@code java.util.logging.manager}), and whose shutdown hook would have
 * been made by a thread that is not managed. Warnings go to stderr; what is below is dropped. Safe
 * for use by many threads.
 */
public final class Logger {
  private final String name;

  private Logger(String name) {
    this.name = name;
  }

  public static Logger getLogger(String name) {
    return new Logger(name);
  }

  public boolean isLoggable(Level level) {
    return level.intValue() >= Level.WARNING.intValue();
  }

  public void warning(String message) {
    log(Level.WARNING, message);
  }

  /** The message is taken as it is. */
  public void log(Level level, String message) {
    if (isLoggable(level)) {
      Console.line(level.getName() + " " + name + ": " + message);
    }
  }

  public void log(Level level, String message, Object argument) {
    log(level, message, new Object[] {argument});
  }

  /** The message is a pattern of {@link MessageFormat}. */
  public void log(Level level, String message, Object[] arguments) {
    if (isLoggable(level)) {
      log(level, MessageFormat.format(message, arguments));
    }
  }

  public void log(Level level, String message, Throwable cause) {
    log(level, message + ": " + cause);
  }
}
