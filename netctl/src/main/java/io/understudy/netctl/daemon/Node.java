package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentConsumed;
import io.understudy.link.message.AgentFollows;
import io.understudy.link.message.AgentHandedOver;
import io.understudy.link.message.AgentMandate;
import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.AgentPromoted;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.NodeStatus;
import io.understudy.link.message.OperatorReply;
import io.understudy.link.message.PeerAgent;
import io.understudy.link.message.PeerBeat;
import io.understudy.netctl.config.Configuration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Decides when this node speaks.
 *
 * <p>Whoever speaks does so by a lease of the kernel's, which {@link #tick} renews while the agent
 * is heard and, with an arbiter, while that or the other node's netctl confirms the epoch. A lease
 * that has run out is not renewed: without an arbiter the gate is opened again once the other node
 * is known not to speak, with one only on the arbiter's word.
 *
 * <p>Without an arbiter: a primary speaks from its registration on unless the other node is known
 * to speak; its process' death silences the node at once, and then the other node is told; a backup
 * takes over as {@link Succession} says, unless it has diverged; a silent peer is an alarm and no
 * more.
 *
 * <p>This is the door: what comes in takes the one lock, and is decided in the rooms behind, which
 * share {@link NodeState}. Any thread. What is done under the lock takes well under a millisecond.
 */
final class Node {
  /** Longer than the steps of a switch-over may take together. */
  private static final long SWITCHOVER_SECONDS = 20;

  private final NodeState state;
  private final Voice voice;
  private final Claims claims;
  private final Lease lease;
  private final AgentDesk agents;
  private final OperatorDesk operators;
  private final Mandates mandates;
  private final Switchover switchover;
  private final Preference preference;

  Node(Configuration configuration, Speaker speaker, EventLog events, Alarms alarms) {
    state = new NodeState(configuration, speaker, events, alarms);
    voice = new Voice(state);
    claims = new Claims(state, voice);
    lease = new Lease(state, voice, claims);
    agents = new AgentDesk(state, voice, claims, lease);
    operators = new OperatorDesk(state, voice, claims, lease);
    mandates = new Mandates(state);
    switchover = new Switchover(state);
    preference = new Preference(state, switchover);
  }

  void appoint(Office arbiter) {
    synchronized (state) {
      state.office = arbiter;
      state.tenure.inherit(System.nanoTime() + state.configuration.tenure().outlasts().toNanos());
    }
  }

  void watch(PeerView view) {
    synchronized (state) {
      state.peer = view;
    }
  }

  void keep(Shadow shadow) {
    synchronized (state) {
      state.shadow = shadow;
    }
  }

  /** The server has what it lacks of the input: what comes from now on goes to its sockets. */
  void admit() {
    synchronized (state) {
      state.speaker.admit();
    }
  }

  /**
   * An agent's first frame. It is answered with a welcome, accepted or not.
   *
   * @return whether it was accepted
   */
  boolean register(AgentLink link, AgentRegister register) {
    return locked(() -> agents.register(link, register));
  }

  /** An agent has said something. */
  void heard(AgentLink link) {
    synchronized (state) {
      if (state.isCurrent(link)) {
        state.agent.heard();
      } else {
        agents.lives(link);
      }
    }
  }

  void state(AgentLink link, AgentState now) {
    of(link, () -> agents.state(now));
  }

  /** The backup's agent has joined its primary again. */
  void follows(AgentLink link, AgentFollows follows) {
    of(link, () -> agents.follows(follows));
  }

  /** The agent lost the other one. */
  void peerLost(AgentLink link, AgentPeerLost lost) {
    of(
        link,
        () -> {
          if (agents.peerLost(lost)) {
            agents.reconsider();
          }
        });
  }

  /** A primary's agent has lost its backup: it may go on alone in an epoch of its own. */
  void alone(AgentLink link) {
    of(
        link,
        () -> {
          if (state.agent.isPrimary()) {
            claims.alone();
          }
        });
  }

  /** A promoted backup's agent has executed the log. */
  void consumed(AgentLink link, AgentConsumed report) {
    of(link, () -> state.shadow.consumed(report));
  }

  void promoted(AgentLink link, AgentPromoted promoted) {
    of(link, () -> agents.promoted(promoted));
  }

  /** The primary's agent has ended its log, or says why not. */
  void handedOver(AgentLink link, AgentHandedOver answer) {
    of(link, () -> switchover.handedOver(answer));
  }

  /** An agent's life line ended: the kernel has not closed its other connections yet. */
  void lifeEnded(long pid) {
    synchronized (state) {
      if (state.agent != null && state.agent.pid() == pid) {
        agents.ended("its life line ended: the process is dead");
      }
    }
  }

  /**
   * An agent's connection ended. The other node is told only when this one can speak no more.
   *
   * @param died whether it left without a farewell
   */
  void gone(AgentLink link, String reason, boolean died) {
    of(link, () -> agents.gone(reason, died));
  }

  /** A server asks whether it may begin a log. On its session's thread, which waits. */
  AgentMandate mandate() {
    return mandates.mandate();
  }

  /** A server asks that would be primary or backup. On its session's thread, which waits. */
  AgentMandate either() {
    return mandates.either();
  }

  /** What the health of this node's server is judged by. */
  void watch(BooleanSupplier carrier, SipProbe probe) {
    synchronized (state) {
      state.health.watch(carrier, probe);
    }
  }

  /** Whether this node speaks for its server. */
  boolean serves() {
    return locked(() -> state.agent != null && state.speaker.speaking());
  }

  /** Whether this node speaks. */
  boolean speaks() {
    return locked(state.speaker::speaking);
  }

  /** Whether the kernel lets it. */
  boolean gateOpen() {
    return locked(state.speaker::gateOpen);
  }

  /** {@code netctl maintenance}. */
  OperatorReply maintenance(boolean on) {
    return locked(() -> operators.maintenance(on));
  }

  /** Judges again whether this node's backup takes over: the other node was heard, or was not. */
  void reconsider() {
    synchronized (state) {
      switchover.look();
      agents.reconsider();
      unarbitrated(System.nanoTime());
    }
  }

  /** Without an arbiter the other node's word decides. */
  private void unarbitrated(long now) {
    if (state.stopped || state.office.arbitrated()) {
      return;
    }
    boolean serves = state.agent != null && state.agent.isPrimary();
    if (state.speaker.speaking() && serves && state.outranked()) {
      claims.outranked();
    } else if (!state.speaker.speaking() && state.tenure.wanted) {
      lease.regain(now);
    }
  }

  /** {@code netctl speak}. */
  OperatorReply speak(boolean force) {
    return locked(() -> operators.speak(force));
  }

  /** {@code netctl silence}. */
  OperatorReply silence() {
    return locked(operators::silence);
  }

  /** {@code netctl takeover}. */
  OperatorReply takeover(boolean force) {
    return locked(() -> operators.takeover(force));
  }

  /** {@code netctl switchover}. On its session's thread, which waits for the outcome. */
  OperatorReply switchover() {
    Future<Switchover.Outcome> outcome = locked(switchover::begin);
    Switchover.Outcome how;
    try {
      how = outcome.get(SWITCHOVER_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      how = new Switchover.Outcome(false, true, "it does not end: " + e, List.of());
    }
    return OperatorReply.newBuilder()
        .setDone(how.done())
        .setBegun(how.begun())
        .setMessage(how.message())
        .addAllSteps(how.steps())
        .setStatus(status())
        .build();
  }

  NodeStatus status() {
    return locked(
        () -> StatusReport.of(state).toBuilder().setSwitchover(switchover.outlook()).build());
  }

  /** What our heartbeats say. */
  PeerBeat.Builder beat() {
    return locked(
        () -> {
          PeerBeat.Builder beat = PeerBeat.newBuilder();
          switchover.describe(beat);
          return beat.setSpeaking(state.speaker.speaking())
              .setEpoch(state.epoch)
              .setConsents(claims.consents())
              .setConfirms(claims.confirms())
              .setWants(state.tenure.wanted)
              .setBegins(mandates.beginning())
              .setMaintenance(state.health.maintenance)
              .setPreferred(state.health.plan().preferred())
              .setTookOver(state.tookOver() && !state.agentWasSilent)
              .setLeftEpoch(state.tenure.left)
              .setAgent(
                  state.agent != null
                      ? PeerAgent.PEER_AGENT_ALIVE
                      : state.agentEnded
                          ? PeerAgent.PEER_AGENT_ENDED
                          : PeerAgent.PEER_AGENT_UNSPECIFIED);
        });
  }

  /**
   * The netctl's main loop has come round: what the right to speak rests on is looked at again.
   * Four times in the time of a lease.
   */
  void tick() {
    synchronized (state) {
      if (state.stopped) {
        return;
      }
      long now = System.nanoTime();
      state.round(now);
      state.health.look();
      agents.judgeLife(now);
      preference.look(now);
      if (claims.isDeposed()) {
        claims.deposed(state.office.known());
      }
      switchover.look();
      if (state.speaker.speaking()) {
        lease.keep(now);
      } else if (state.tenure.wanted) {
        lease.regain(now);
      }
      if (state.office.arbitrated()) {
        claims.askAlone();
        agents.reconsider();
        claims.watchArbiter();
      }
    }
  }

  /** Puts the gate back if somebody has removed it, as 'nft flush ruleset' does. */
  void checkGate() {
    synchronized (state) {
      if (!state.stopped && state.speaker.repair()) {
        state.events.add(
            "gate-repaired",
            "somebody removed our table: nothing held this node back until now; exempt 'table"
                + " netdev understudy' from what flushes the rules");
      }
    }
  }

  /** Silences the node for good. */
  void stop(String reason) {
    synchronized (state) {
      if (!state.stopped) {
        state.stopped = true;
        voice.silence(reason);
      }
    }
  }

  /** Whoever is not this node's agent any more is not listened to. */
  private void of(AgentLink link, Runnable what) {
    synchronized (state) {
      if (state.isCurrent(link)) {
        what.run();
      }
    }
  }

  private <T> T locked(Supplier<T> what) {
    synchronized (state) {
      return what.get();
    }
  }
}
