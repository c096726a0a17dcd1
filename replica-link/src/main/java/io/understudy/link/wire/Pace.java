package io.understudy.link.wire;

import io.understudy.link.LinkLimits;

/**
 * How often a backup acknowledges: the generic cell rate algorithm (ITU-T I.371, annex A) with a
 * shortest distance. Belongs to one thread.
 */
final class Pace {
  private final long shortest;
  private final long average;
  private final long burst;
  private boolean begun;
  private long last;

  /** When the next would be due at the average rate. */
  private long due;

  Pace(LinkLimits limits) {
    this.shortest = limits.acknowledgement().toNanos();
    this.average = limits.lastingAcknowledgement().toNanos();
    this.burst = limits.acknowledgementBurst().toNanos();
  }

  /**
   * How long to wait with the next.
   *
   * @param now System.nanoTime
   * @return ns; not above 0: it may be sent now
   */
  long pause(long now) {
    return begun ? Math.max(last + shortest - now, due - burst - now) : 0;
  }

  /** One is sent now. */
  void spent(long now) {
    due = (begun && due - now > 0 ? due : now) + average;
    last = now;
    begun = true;
  }
}
