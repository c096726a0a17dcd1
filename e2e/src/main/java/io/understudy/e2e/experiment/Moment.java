package io.understudy.e2e.experiment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The same moment on both clocks: SIPp writes wall-clock times, sniffer and kill go by the
 * monotonic clock.
 *
 * @param nanos {@link System#nanoTime()}
 * @param micros microseconds since the epoch
 */
public record Moment(long nanos, long micros) {
  public static Moment now() {
    long before = System.nanoTime();
    Instant wall = Instant.now();
    long after = System.nanoTime();
    return new Moment(
        before + (after - before) / 2, ChronoUnit.MICROS.between(Instant.EPOCH, wall));
  }

  /** The wall-clock time of another moment, for times near this one. */
  public long micros(long otherNanos) {
    return micros + (otherNanos - nanos) / 1_000;
  }
}
