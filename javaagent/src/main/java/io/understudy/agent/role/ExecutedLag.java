package io.understudy.agent.role;

/**
 * How far a backup's execution is behind what it has received, in time: the age of the oldest
 * moment whose log position is not executed yet. Moments come with the primary's clocks.
 */
final class ExecutedLag {
  private static final int KEPT = 1024;

  private final long[] positions = new long[KEPT];
  private final long[] arrivals = new long[KEPT];
  private long first;
  private long next;

  /** The primary stood at this position when, at {@code arrivalNanos}, it was heard. */
  synchronized void heard(long position, long arrivalNanos) {
    int i = (int) (next++ % KEPT);
    positions[i] = position;
    arrivals[i] = arrivalNanos;
    first = Math.max(first, next - KEPT);
  }

  /** Lag in ns, given what is executed now. */
  synchronized long nanos(long executed, long now) {
    while (first < next && positions[(int) (first % KEPT)] <= executed) {
      first++;
    }
    return first == next ? 0 : now - arrivals[(int) (first % KEPT)];
  }
}
