package io.understudy.link.journal.cli;

/** The length of a journal's records is not known here. The message names cause and remedy. */
public final class UnknownRecordsException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnknownRecordsException(String message) {
    super(message);
  }
}
