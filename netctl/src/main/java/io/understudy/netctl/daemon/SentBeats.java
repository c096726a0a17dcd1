package io.understudy.netctl.daemon;

/** When the last heartbeats were sent, by their numbers. Any thread. */
final class SentBeats {
  private static final int KEPT = 256;

  private final long[] numbers = new long[KEPT];
  private final long[] nanos = new long[KEPT];

  synchronized void add(long number, long now) {
    int at = Math.floorMod(number, KEPT);
    numbers[at] = number;
    nanos[at] = now;
  }

  /** Whether this one was sent, and less than so long ago. */
  synchronized boolean within(long number, long now, long withinNanos) {
    int at = Math.floorMod(number, KEPT);
    return number != 0 && numbers[at] == number && now - nanos[at] < withinNanos;
  }
}
