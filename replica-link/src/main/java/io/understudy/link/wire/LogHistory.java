package io.understudy.link.wire;

import io.understudy.link.journal.JournalDirectory;
import io.understudy.link.journal.JournalHeader;
import io.understudy.link.message.EpochStart;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The epochs of a log.
 *
 * @param starts epoch to the log position at which it began
 */
record LogHistory(SortedMap<Long, Long> starts) {
  static final LogHistory EMPTY = new LogHistory(new TreeMap<>());

  LogHistory {
    starts = Collections.unmodifiableSortedMap(new TreeMap<>(starts));
  }

  static LogHistory of(JournalDirectory journal) throws IOException {
    TreeMap<Long, Long> starts = new TreeMap<>();
    for (JournalDirectory.Segment segment : journal.segments()) {
      starts.merge(segment.name().epoch(), segment.name().start(), Math::min);
    }
    return new LogHistory(starts);
  }

  static LogHistory of(Iterable<EpochStart> epochs) {
    TreeMap<Long, Long> starts = new TreeMap<>();
    for (EpochStart e : epochs) {
      starts.put(e.getEpoch(), e.getPosition());
    }
    return new LogHistory(starts);
  }

  long current() {
    return starts.isEmpty() ? 0 : starts.lastKey();
  }

  /**
   * Up to where a node that holds {@code position} bytes, the last of them made in {@code epoch},
   * has the same log as this one.
   */
  long common(long epoch, long position) {
    return starts.tailMap(epoch + 1).values().stream()
        .mapToLong(Long::longValue)
        .reduce(position, Math::min);
  }

  Iterable<EpochStart> messages() {
    return starts.entrySet().stream()
        .map(e -> EpochStart.newBuilder().setEpoch(e.getKey()).setPosition(e.getValue()).build())
        .toList();
  }

  /** Tells this log from those of other runs without giving its seeds away. */
  static byte[] mark(JournalHeader header) {
    long[] seeds = header.seeds().values();
    ByteBuffer bytes = ByteBuffer.allocate(seeds.length * Long.BYTES);
    Arrays.stream(seeds).forEach(bytes::putLong);
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes.array());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
