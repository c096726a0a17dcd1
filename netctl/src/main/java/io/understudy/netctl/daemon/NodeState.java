package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentDivergence;
import io.understudy.netctl.arbiter.Holding;
import io.understudy.netctl.config.Configuration;
import java.util.function.Consumer;

/**
 * What the rooms of {@link Node} share. Its monitor is the node's one lock: whoever looks at it, or
 * calls a room, holds it.
 */
final class NodeState {
  final Configuration configuration;
  final Speaker speaker;
  final EventLog events;
  final Alarms alarms;
  final Succession succession;
  final Tenure tenure = new Tenure();
  Office office = Office.NONE;
  PeerView peer = PeerView.NONE;
  Shadow shadow = Shadow.NONE;

  /** This node's server; null if there is none. */
  Agent agent;

  /** The last one that an agent reported, or null. */
  AgentDivergence divergence;

  /** The highest epoch that this node knows. */
  long epoch;

  /** The process of a primary has died here, and no agent has registered since. */
  boolean agentEnded;

  /** The daemon ends: nothing is opened any more. */
  boolean stopped;

  NodeState(Configuration configuration, Speaker speaker, EventLog events, Alarms alarms) {
    this.configuration = configuration;
    this.speaker = speaker;
    this.events = events;
    this.alarms = alarms;
    this.succession =
        new Succession(
            configuration.peer() == null ? 0 : configuration.peer().takeoverWait().toNanos());
  }

  boolean hasBackup() {
    return agent != null && !agent.isPrimary();
  }

  boolean isCurrent(AgentLink link) {
    return agent != null && agent.link() == link;
  }

  boolean isAgentSilent(long now) {
    return agent != null
        && agent.silentNanos(now) > configuration.tenure().agentSilentAfter().toNanos();
  }

  /** Whether this node holds the epoch that is meant. */
  boolean holds(Holding standing) {
    return standing.is(configuration.node());
  }

  /** Why the arbiter does not answer, in brackets; empty while it does. */
  String trouble() {
    return office.trouble().isEmpty() ? "" : " (" + office.trouble() + ")";
  }

  /** Has the arbiter's answer taken under the lock. */
  Consumer<Holding> locked(Consumer<Holding> then) {
    return standing -> {
      synchronized (this) {
        then.accept(standing);
      }
    };
  }
}
