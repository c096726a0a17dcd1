package io.understudy.netctl.config;

import java.net.InetSocketAddress;
import java.time.Duration;

/**
 * When a server that lives is given up for the other node's, and which node is to speak.
 *
 * @param stuckAfter time without progress of its turn
 * @param probe where it is asked by SIP OPTIONS; null for nowhere
 * @param probeEvery interval of that
 * @param probeSilentAfter time without an answer
 * @param carrier whether the carrier of the service device counts
 * @param preferred whether this node is to speak whenever it can
 * @param preferredAfter how long its backup must have followed before
 * @param flapLimit so many changes of the speaker within {@code flapWindow} end all this
 */
public record HealthPlan(
    Duration stuckAfter,
    InetSocketAddress probe,
    Duration probeEvery,
    Duration probeSilentAfter,
    boolean carrier,
    boolean preferred,
    Duration preferredAfter,
    int flapLimit,
    Duration flapWindow) {
  /** The defaults, for tests and rehearsals. */
  public static final HealthPlan DEFAULT =
      new HealthPlan(
          Duration.ofSeconds(5),
          null,
          Duration.ofMillis(500),
          Duration.ofSeconds(3),
          true,
          false,
          Duration.ofMinutes(1),
          5,
          Duration.ofMinutes(5));
}
