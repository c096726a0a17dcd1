package io.understudy.link.journal.cli;

import io.understudy.link.journal.JournalHeader;

/** Cuts log bytes into records; the only thing here that knows their format. */
@FunctionalInterface
public interface RecordScanner {
  /** Gets one record. */
  @FunctionalInterface
  interface Visitor {
    /**
     * One record.
     *
     * @param kind name of its kind
     * @param method native that it speaks of, as {@code class#method}, or null
     * @param bytes its whole length
     */
    void record(String kind, String method, int bytes);
  }

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

  /** Goes through whole records in {@code data[from, to)}. */
  void scan(byte[] data, int from, int to, Visitor visitor);
}
