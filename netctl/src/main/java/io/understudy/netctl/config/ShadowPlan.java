package io.understudy.netctl.config;

import java.time.Duration;

/**
 * The input shadow: what comes for the service while this node is silent.
 *
 * @param time how long a packet is kept; zero: there is no shadow
 * @param bytes most that is kept
 */
public record ShadowPlan(Duration time, long bytes) {
  /** No shadow. */
  public static final ShadowPlan OFF = new ShadowPlan(Duration.ZERO, 0);

  /** Whether there is one. */
  public boolean on() {
    return !time.isZero();
  }
}
