package io.understudy.link.journal.cli;

import io.understudy.link.journal.JournalHeader;

/** Cuts log bytes into records; the only thing here that knows their format. */
@FunctionalInterface
public interface RecordScanner {
  /** Makes scanners. */
  @FunctionalInterface
  interface Factory {
    /**
     * The scanner for a journal.
     *
     * @throws UnknownRecordsException if its records cannot be told apart here
     */
    RecordScanner of(JournalHeader header) throws UnknownRecordsException;
  }

  /**
   * The record that begins at {@code data[at]} and ends before {@code data[to]} or there.
   *
   * @param detail whether its fields are wanted, which cost time
   * @throws IllegalStateException these bytes are no record
   */
  LogRecord read(byte[] data, int at, int to, boolean detail);
}
