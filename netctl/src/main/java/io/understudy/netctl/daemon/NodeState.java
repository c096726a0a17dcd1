package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentDivergence;
import io.understudy.netctl.arbiter.Holding;
import io.understudy.netctl.config.Configuration;
import java.util.concurrent.TimeUnit;
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
  final Health health;
  Office office = Office.NONE;
  PeerView peer = PeerView.NONE;
  Shadow shadow = Shadow.NONE;

  /** This node's server; null if there is none. */
  Agent agent;

  /** The last one that an agent reported, or null. */
  AgentDivergence divergence;

  /** The highest epoch that this node knows. */
  long epoch;

  /** In the last round: nobody is to yield to a server that hangs. */
  boolean agentWasSilent;

  /** The process of a primary has died here, and no agent has registered since. */
  boolean agentEnded;

  /** The process that was given up for hung, if it lives: it is not spoken for again; or 0. */
  long givenUp;

  /** The way to that process. */
  AgentLink givenUpLink;

  /**
   * {@link System#nanoTime} of the last round of the main loop, and the longest it slept lately.
   */
  private long roundNanos = System.nanoTime();

  private long sleptNanos;

  /** Times that this node lost its epoch though its server lived, and why the last one. */
  long needless;

  String needlessReason = "";

  /** The daemon ends: nothing is opened any more. */
  boolean stopped;

  NodeState(Configuration configuration, Speaker speaker, EventLog events, Alarms alarms) {
    this.configuration = configuration;
    this.speaker = speaker;
    this.events = events;
    this.alarms = alarms;
    this.health = new Health(configuration.health());
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

  /** An operator of either node wants nothing to change by itself. */
  boolean inMaintenance() {
    return health.maintenance || peer.said().getMaintenance();
  }

  /** Whether the other node has a backup that can go on with this node's calls at once. */
  boolean otherFollows() {
    return peer.word().counts() && !peer.speaking() && peer.said().getFollows();
  }

  /** Whether this node's epoch began by a takeover; a primary that goes on alone begins another. */
  boolean tookOver() {
    return tenure.tookOver == epoch && epoch != 0;
  }

  /**
   * Without an arbiter: whether the other node speaks by a better right than this one's, or is to
   * speak by it and has just lost its lease.
   */
  boolean outranked() {
    PeerWord word = peer.word();
    boolean later =
        word.epoch() > epoch || (word.epoch() == epoch && peer.said().getTookOver() && !tookOver());
    boolean wants = word.counts() && peer.said().getWants() && peer.said().getTookOver();
    return !office.arbitrated() && (peer.speaking() || wants) && later;
  }

  /** Without an arbiter: whether this node has taken over from the other one, which speaks yet. */
  boolean outranks() {
    PeerWord word = peer.word();
    boolean later = epoch > word.epoch() || (epoch == word.epoch() && !peer.said().getTookOver());
    return !office.arbitrated() && tookOver() && later;
  }

  /** The main loop comes round. */
  void round(long now) {
    sleptNanos = Math.max(now - roundNanos, sleptNanos - (now - roundNanos));
    roundNanos = now;
    if (agent != null) {
      agent.look(now);
    }
    agentWasSilent = isAgentSilent(now);
  }

  /** For how long this daemon did not run, if that was just now; else about one round. */
  long sleptMillis() {
    return TimeUnit.NANOSECONDS.toMillis(Math.max(sleptNanos, System.nanoTime() - roundNanos));
  }

  /** This node has lost its epoch though its server lives. */
  void needless(String why) {
    needless++;
    needlessReason = why;
    events.add("needless-failover", why);
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
