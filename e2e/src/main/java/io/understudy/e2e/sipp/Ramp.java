package io.understudy.e2e.sipp;

/**
 * A rate of new calls that grows step by step, since a cold JVM fails calls at full rate.
 *
 * @param from calls per second at the start
 * @param to calls per second at the end
 * @param seconds how long the growth takes; 0 begins at the end's rate
 */
public record Ramp(int from, int to, int seconds) {
  /** A rate that does not change. */
  public static Ramp steady(int rate) {
    return new Ramp(rate, rate, 0);
  }

  /** From a tenth of a rate to the rate. */
  public static Ramp slow(int rate, int seconds) {
    return new Ramp(Math.max(1, rate / 10), rate, seconds);
  }

  /** Calls per second that each second adds. */
  int step() {
    return seconds == 0 ? 0 : Math.max(1, (int) Math.ceil((to - from) / (double) seconds));
  }
}
