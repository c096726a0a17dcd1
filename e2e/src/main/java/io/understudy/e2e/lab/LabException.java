package io.understudy.e2e.lab;

/** The lab could not be built or run; the message says what to do about it. */
public final class LabException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** An exception without a cause of its own. */
  public LabException(String message) {
    super(message);
  }

  /** An exception that came of another. */
  public LabException(String message, Throwable cause) {
    super(message, cause);
  }
}
