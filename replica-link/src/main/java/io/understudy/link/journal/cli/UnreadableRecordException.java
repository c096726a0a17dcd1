package io.understudy.link.journal.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Good blocks hold bytes that are no records. The message names the place. */
final class UnreadableRecordException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableRecordException(Path journal, long position, RuntimeException cause) {
    super(
        "what stands at position "
            + position
            + " of "
            + journal
            + " is no record: "
            + cause.getMessage()
            + "; its block is whole, so it was written by something else than this agent on this"
            + " JDK, or changed afterwards",
        cause);
  }
}
