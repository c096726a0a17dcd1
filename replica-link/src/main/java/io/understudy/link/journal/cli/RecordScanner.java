package io.understudy.link.journal.cli;

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
     * @param bytes its whole length
     */
    void record(String kind, int bytes);
  }

  /** Goes through whole records in {@code data[from, to)}. */
  void scan(byte[] data, int from, int to, Visitor visitor);
}
