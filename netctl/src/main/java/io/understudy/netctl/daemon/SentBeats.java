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

  /** For how long yet this one is younger than that, in ns; 0 if it was not sent or is older. */
  synchronized long left(long number, long now, long withinNanos) {
    int at = Math.floorMod(number, KEPT);
    boolean known = number != 0 && numbers[at] == number;
    return known ? Math.max(0, withinNanos - (now - nanos[at])) : 0;
  }

  /** Whether this one was sent at that time or later. */
  synchronized boolean since(long number, long from) {
    int at = Math.floorMod(number, KEPT);
    return number != 0 && numbers[at] == number && nanos[at] - from >= 0;
  }
}
