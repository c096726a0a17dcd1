package io.understudy.netctl;

/** Something that ends a command: the message says what happened, why it matters, what to do. */
public final class NetctlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public NetctlException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public NetctlException(ExitCode exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
