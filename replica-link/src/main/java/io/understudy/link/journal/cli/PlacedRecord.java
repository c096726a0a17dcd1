package io.understudy.link.journal.cli;

import io.understudy.engine.log.LogSource;
import java.util.Arrays;

/**
 * A record in its log. Its fields are decoded when they are asked for.
 *
 * @param position log position of its first byte
 * @param thread id of the thread that had the turn; for a GRANT, of the one that gets it
 * @param brief kind, native and length
 * @param chunk where its bytes are
 * @param at index of its first byte there
 */
record PlacedRecord(
    long position, int thread, LogRecord brief, RecordStream log, LogSource.Chunk chunk, int at) {

  /** Log position behind it. */
  long end() {
    return position + brief.length();
  }

  LogRecord detailed() throws UnreadableRecordException {
    return log.detail(this);
  }

  boolean sameBytes(PlacedRecord other) {
    return Arrays.equals(
        chunk.data,
        at,
        at + brief.length(),
        other.chunk.data,
        other.at,
        other.at + other.brief.length());
  }

  /** The first byte's index in which another record differs; its length if it is a prefix. */
  int firstDifference(PlacedRecord other) {
    int i =
        Arrays.mismatch(
            chunk.data,
            at,
            at + brief.length(),
            other.chunk.data,
            other.at,
            other.at + other.brief.length());
    return i < 0 ? brief.length() : i;
  }
}
