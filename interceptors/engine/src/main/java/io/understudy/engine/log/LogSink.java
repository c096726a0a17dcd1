package io.understudy.engine.log;

/**
 * Where the primary's log goes: the journal and the link to the backup.
 *
 * <p>Called only by the thread that holds the turn (or grants it), never concurrently. An
 * implementation must not block in {@link #append} and must not touch application objects.
 */
public interface LogSink {
  /**
   * Takes whole records, or none ({@code from == to}) to pass urgency on. The bytes {@code
   * data[from, to)} are never changed afterwards, so they need not be copied.
   *
   * @param data chunk that holds the records
   * @param from first byte
   * @param to one past the last byte
   * @param position log position, in bytes since genesis, of {@code data[from]}
   * @param urgent an output waits for these records, or no thread is runnable: send them now
   */
  void append(byte[] data, int from, int to, long position, boolean urgent);

  /** False while the sink's bounded memory is full; the engine then pauses grants. */
  boolean hasRoom();
}
