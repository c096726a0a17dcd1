package io.understudy.link.journal;

import java.io.IOException;

/** A journal that cannot be read or must not be written. The message names cause and remedy. */
public final class JournalException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why a journal was refused. */
  public enum Code {
    /** The directory holds no segment. */
    EMPTY,
    /** The directory holds a log already, where a new one was to begin. */
    NOT_EMPTY,
    /** A file does not begin like a segment. */
    WRONG_MAGIC,
    /** A segment was written in another format version. */
    WRONG_VERSION,
    /** A header or a block that is not at the end fails its check. */
    DAMAGED,
    /** A position is in no segment. */
    GAP
  }

  private final Code code;

  JournalException(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
