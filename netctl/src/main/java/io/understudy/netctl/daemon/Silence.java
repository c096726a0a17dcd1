package io.understudy.netctl.daemon;

/**
 * For how long somebody has said nothing, by {@link System#nanoTime}. Time in which this process
 * did not run is no silence: what was said meanwhile waits in its sockets, unheard. Any thread.
 */
final class Silence {
  /** A look that comes this many intervals late shows that this process was held up. */
  private static final int HELD_UP = 2;

  private final long everyNanos;
  private long heardNanos;
  private long lookedNanos;
  private long deafNanos;

  /**
   * @param everyNanos how often {@link #look} is called
   */
  Silence(long everyNanos, long now) {
    this.everyNanos = everyNanos;
    this.heardNanos = now;
    this.lookedNanos = now;
  }

  synchronized void heard(long now) {
    heardNanos = now;
    deafNanos = 0;
  }

  /** This process runs. */
  synchronized void look(long now) {
    deafNanos += heldUp(now);
    lookedNanos = now;
  }

  /** How long nothing was said though this process listened. */
  synchronized long nanos(long now) {
    return Math.max(0, now - heardNanos - deafNanos - heldUp(now));
  }

  /** {@link System#nanoTime} of the last word. */
  synchronized long heardNanos() {
    return heardNanos;
  }

  /** For how long this process has not run since it looked last. */
  private long heldUp(long now) {
    long since = now - lookedNanos;
    return since > HELD_UP * everyNanos ? since - everyNanos : 0;
  }
}
