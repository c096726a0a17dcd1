package io.understudy.e2e.sniff;

import java.util.Arrays;

/**
 * When a node sent SIP datagrams from the virtual IP, by CLOCK_MONOTONIC in nanoseconds. Written by
 * the sniffer's thread, read by the one that answers questions. Keeps the first hundred thousand
 * and the last.
 */
final class Speech {
  private static final int KEPT = 100_000;

  private long[] times = new long[1024];
  private int count;
  private long last;

  synchronized void add(long nanos) {
    last = nanos;
    if (count < KEPT) {
      if (count == times.length) {
        times = Arrays.copyOf(times, count * 2);
      }
      times[count++] = nanos;
    }
  }

  /** The first datagram at or after a time; 0 if there was none. */
  synchronized long firstAfter(long nanos) {
    for (int i = 0; i < count; i++) {
      if (times[i] - nanos >= 0) {
        return times[i];
      }
    }
    return count == KEPT && last - nanos >= 0 ? last : 0;
  }

  /** How many datagrams were sent after a time, of those that are kept. */
  synchronized int countAfter(long nanos) {
    int after = 0;
    for (int i = 0; i < count; i++) {
      after += times[i] - nanos > 0 ? 1 : 0;
    }
    return after;
  }
}
