package io.understudy.agent;

/**
 * The agent will not let the server start. The message says what happened, why it matters and what
 * to do; the JVM ends with the code.
 */
public final class StartRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  public StartRefused(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  public StartRefused(ExitCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /** How the JVM ends. */
  public ExitCode code() {
    return code;
  }
}
