package io.understudy.netctl.config;

import java.time.Duration;

/**
 * How long this node may speak on whose word.
 *
 * @param lease after which the kernel shuts the gate unless it is renewed
 * @param agentSilentAfter time without a word of the agent after which it is not renewed
 * @param arbiter {@code none}, {@code file:PATH} or {@code etcd:URL[,URL...]}
 * @param hold how long an answer of the arbiter, or of the peer, counts, from the question on
 * @param cluster name of the pair at the arbiter
 */
public record TenurePlan(
    Duration lease, Duration agentSilentAfter, String arbiter, Duration hold, String cluster) {
  /** Without an arbiter. */
  public static final String NONE = "none";

  /** Whether there is an arbiter. */
  public boolean arbitrated() {
    return !arbiter.equals(NONE);
  }

  /**
   * How long after an epoch was won the node that had the one before may still speak: it may have
   * been confirmed just before, and no lease outlasts by more than its length what it was renewed
   * on: it is renewed for no longer than that counts, at most one lease after the decision.
   */
  public Duration outlasts() {
    return hold.plus(lease);
  }
}
