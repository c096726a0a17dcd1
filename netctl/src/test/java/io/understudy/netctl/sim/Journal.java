package io.understudy.netctl.sim;

import io.understudy.link.wire.ModelHistory;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A log, on disk and in memory: each record is an output, position 1 the first. */
final class Journal {
  private final long run;
  private long[] ids = new long[64];
  private int length;
  private final TreeMap<Long, Long> epochs = new TreeMap<>();

  Journal(long run) {
    this.run = run;
  }

  long run() {
    return run;
  }

  long end() {
    return length;
  }

  long epoch() {
    return epochs.isEmpty() ? 0 : epochs.lastKey();
  }

  NavigableMap<Long, Long> epochs() {
    return epochs;
  }

  void startEpoch(long epoch) {
    epochs.putIfAbsent(epoch, end());
  }

  void append(long id) {
    if (length == ids.length) {
      ids = Arrays.copyOf(ids, length * 2);
    }
    ids[length++] = id;
  }

  long id(long position) {
    return ids[(int) position - 1];
  }

  boolean holds(long position, long id) {
    return position <= length && id(position) == id;
  }

  long[] from(long position) {
    return Arrays.copyOfRange(ids, (int) position, length);
  }

  void truncate(long position) {
    length = (int) Math.min(length, position);
    epochs.values().removeIf(start -> start > length);
  }

  /** What a process that dies leaves: the last records were not written yet. */
  Journal left(long lost) {
    Journal copy = new Journal(run);
    copy.ids = ids.clone();
    copy.length = (int) Math.max(0, length - lost);
    copy.epochs.putAll(epochs);
    copy.truncate(copy.length);
    return copy;
  }

  /** By the product's own rule. */
  long common(long epoch, long position) {
    return ModelHistory.common(epochs, epoch, position);
  }
}
