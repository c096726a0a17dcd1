package io.understudy.netctl.daemon;

import io.understudy.netctl.config.HealthPlan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** What is wrong with the server of this node though its process lives. Under the node's lock. */
final class Health {
  private final HealthPlan plan;
  private final Deque<Long> changes = new ArrayDeque<>();
  private BooleanSupplier carrier = () -> true;
  private SipProbe probe;

  /** An operator wants nothing to change by itself. */
  boolean maintenance;

  private boolean up = true;

  Health(HealthPlan plan) {
    this.plan = plan;
  }

  void watch(BooleanSupplier device, SipProbe asks) {
    carrier = plan.carrier() ? device : carrier;
    probe = asks;
  }

  HealthPlan plan() {
    return plan;
  }

  /** Looks at the service device. */
  void look() {
    up = carrier.getAsBoolean();
  }

  /** Whether the clients can be reached from here, as far as this node can see. */
  boolean isUp() {
    return up;
  }

  /** Whether an agent's turn does not move: a backup's may have met what its primary has. */
  boolean isStuck(Agent agent) {
    return agent.state().getStuckMillis() > plan.stuckAfter().toMillis() / 4;
  }

  /** Why this node's server should be given up; null if it should not. */
  String fault(NodeState state, long now) {
    if (state.isAgentSilent(now)) {
      return "nothing heard of it for " + millis(state.agent.silentNanos(now)) + " ms";
    }
    long stuck = state.agent.state().getStuckMillis();
    if (stuck >= plan.stuckAfter().toMillis()) {
      return "its turn has not moved for " + stuck + " ms";
    }
    long unanswered = probe == null ? 0 : probe.silentNanos(now);
    if (unanswered >= plan.probeSilentAfter().toNanos()) {
      return "it has answered no OPTIONS for " + millis(unanswered) + " ms";
    }
    return up ? null : "the service device " + state.configuration.device() + " has no carrier";
  }

  /** The speaker has changed, to or from this node. */
  void changed(long now) {
    changes.addLast(now);
  }

  /** So many changes lately that a server that lives is kept. */
  boolean flaps(long now) {
    while (!changes.isEmpty() && now - changes.peekFirst() > plan.flapWindow().toNanos()) {
      changes.removeFirst();
    }
    return changes.size() >= plan.flapLimit();
  }

  private static long millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos);
  }
}
