package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.AgentPromote;
import io.understudy.link.message.AgentPromoted;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentSilence;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentStatus;
import io.understudy.link.message.AgentWelcome;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.NodeStatus;
import io.understudy.link.message.OperatorReply;
import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.config.Configuration;

/**
 * Decides when this node speaks.
 *
 * <p>Without an arbiter: a primary speaks from its registration on unless the other node is known
 * to speak; its process' death silences the node at once; a backup that lost its primary's link
 * takes over, unless it has diverged; a silent peer is an alarm and no more.
 *
 * <p>Any thread; one lock. What is done under it takes well under a millisecond.
 */
final class Node {
  private final Configuration configuration;
  private final Speaker speaker;
  private final EventLog events;
  private final Alarms alarms;
  private PeerView peer = PeerView.NONE;
  private Agent agent;
  private long epoch;
  private boolean stopped;

  Node(Configuration configuration, Speaker speaker, EventLog events, Alarms alarms) {
    this.configuration = configuration;
    this.speaker = speaker;
    this.events = events;
    this.alarms = alarms;
  }

  synchronized void watch(PeerView view) {
    peer = view;
  }

  /** An agent's first frame. It is answered with a welcome, accepted or not. */
  synchronized boolean register(AgentLink link, AgentRegister register) {
    String refusal = Rules.registration(register, agent);
    if (refusal != null) {
      events.add("agent-refused", refusal);
      link.tell(welcome(false, refusal));
      return false;
    }
    agent = new Agent(link, register);
    epoch = Math.max(epoch, register.getEpoch());
    events.add("agent", agent + " registered at position " + register.getPosition());
    alarms.clear(Rules.NO_AGENT);
    if (agent.isPrimary()) {
      speakFor(agent);
    } else if (speaker.speaking()) {
      silence("a backup registered on this node");
    }
    link.tell(welcome(true, ""));
    return true;
  }

  private void speakFor(Agent primary) {
    if (peer.speaking()) {
      alarms.raise(
          Rules.HELD_BACK,
          primary + " stays silent: the other node speaks; 'netctl takeover --force' overrules");
      return;
    }
    Steps steps = new Steps();
    open(primary.toString(), steps);
    announce(steps);
    events.add("speak", primary + " registered", steps.timings());
  }

  synchronized void state(AgentLink link, AgentState state) {
    if (!isCurrent(link)) {
      return;
    }
    agent.update(state);
    epoch = Math.max(epoch, state.getEpoch());
    Rules.alarms(agent, state, alarms);
  }

  /** The backup's agent lost its primary. */
  synchronized void peerLost(AgentLink link, AgentPeerLost lost) {
    if (!isCurrent(link)) {
      return;
    }
    String what = lost.getDetail() + " at position " + lost.getPosition();
    if (lost.getReason() == PeerLostReason.PEER_LOST_SILENT) {
      alarms.raise(Rules.PEER_SILENT, what + "; no takeover for silence alone");
      return;
    }
    if (agent.isPrimary()) {
      events.add("backup-lost", what);
      return;
    }
    String refusal = Rules.promotion(agent);
    if (refusal != null) {
      alarms.raise(Rules.NO_TAKEOVER, refusal);
      return;
    }
    takeOver(what);
  }

  synchronized void promoted(AgentLink link, AgentPromoted promoted) {
    if (isCurrent(link)) {
      alarms.clear(Rules.PROMOTING);
      String what = agent + " is live in epoch " + promoted.getEpoch();
      events.add(
          "live", what + " from position " + promoted.getPosition(), promoted.getStepsList());
    }
  }

  /** An agent's connection ended, which is how the death of its process shows. */
  synchronized void gone(AgentLink link, String reason) {
    if (!isCurrent(link)) {
      return;
    }
    Agent late = agent;
    agent = null;
    Steps steps = new Steps();
    boolean silenced = late.isPrimary() && speaker.speaking();
    if (silenced) {
      speaker.shut();
      steps.done("gate shut");
    }
    events.add("agent-gone", late + ": " + reason, steps.timings());
    if (!stopped) {
      alarms.raise(Rules.NO_AGENT, late + " left: " + reason);
    }
    Rules.OF_AN_AGENT.forEach(alarms::clear);
  }

  /** {@code netctl speak}. */
  synchronized OperatorReply speak(boolean force) {
    String refusal = Rules.speaking(agent, peer.speaking(), force);
    if (refusal != null) {
      return refused(refusal);
    }
    Steps steps = new Steps();
    open("operator", steps);
    announce(steps);
    events.add("speak", "operator", steps.timings());
    return done("speaking", steps);
  }

  /** {@code netctl silence}. */
  synchronized OperatorReply silence() {
    Steps steps = new Steps();
    silence("operator");
    steps.done("gate shut");
    return done("silent", steps);
  }

  /** {@code netctl takeover}. */
  synchronized OperatorReply takeover(boolean force) {
    if (agent != null && agent.isPrimary()) {
      return speak(force); // nobody is to be promoted, and no new epoch begins
    }
    String refusal = Rules.takeover(agent, peer.speaking(), force);
    return refusal == null ? done("taken over", takeOver("operator")) : refused(refusal);
  }

  synchronized NodeStatus status() {
    return NodeStatus.newBuilder()
        .setNode(configuration.node())
        .setVersion(Version.text())
        .setPid(ProcessHandle.current().pid())
        .setUptimeMillis(events.uptimeMillis())
        .setDevice(configuration.device())
        .addAllVips(configuration.vipTexts())
        .setGateOpen(speaker.gateOpen())
        .setSpeakingReason(speaker.reason())
        .setSpeakingMillis(speaker.speakingMillis())
        .setEpoch(epoch)
        .setArbiter("none")
        .setAgent(agent == null ? AgentStatus.getDefaultInstance() : agent.status())
        .setPeer(peer.status())
        .addAllAlarms(alarms.list())
        .addAllEvents(events.last())
        .build();
  }

  /** What our heartbeats say. */
  synchronized boolean speaking() {
    return speaker.speaking();
  }

  synchronized long epoch() {
    return epoch;
  }

  /** Puts the gate back if somebody has removed it, as 'nft flush ruleset' does. */
  synchronized void checkGate() {
    if (!stopped && speaker.repair()) {
      events.add(
          "gate-repaired",
          "somebody removed our table: nothing held this node back until now; exempt 'table netdev"
              + " understudy' from what flushes the rules");
    }
  }

  /** Silences the node for good. */
  synchronized void stop(String reason) {
    if (!stopped) {
      stopped = true;
      silence(reason);
    }
  }

  /**
   * The gate is opened before the agent is told, so that its first datagram passes; that costs it
   * 50 µs. The announcements come last: they run beside the agent's promotion.
   */
  private Steps takeOver(String reason) {
    Steps steps = new Steps();
    epoch++;
    open("takeover: " + reason, steps);
    if (agent != null && !agent.isPrimary()) {
      agent.becomePrimary();
      agent
          .link()
          .tell(
              ControlFrame.newBuilder()
                  .setPromote(AgentPromote.newBuilder().setEpoch(epoch))
                  .build());
      steps.done("agent told");
    }
    announce(steps);
    events.add("takeover", reason + "; epoch " + epoch, steps.timings());
    if (agent != null) {
      alarms.raise(Rules.PROMOTING, agent + " was told to go live in epoch " + epoch);
    }
    alarms.clear(Rules.PEER_SILENT);
    return steps;
  }

  private void open(String reason, Steps steps) {
    speaker.open(reason);
    steps.done("gate open");
    alarms.clear(Rules.HELD_BACK);
  }

  private void announce(Steps steps) {
    speaker.announce();
    steps.done("announced");
  }

  private void silence(String reason) {
    boolean spoke = speaker.speaking();
    speaker.shut();
    events.add("silence", reason);
    if (spoke && agent != null) {
      agent
          .link()
          .tell(
              ControlFrame.newBuilder()
                  .setSilence(AgentSilence.newBuilder().setReason(reason))
                  .build());
    }
  }

  private boolean isCurrent(AgentLink link) {
    return agent != null && agent.link() == link;
  }

  private ControlFrame welcome(boolean accepted, String reason) {
    return ControlFrame.newBuilder()
        .setWelcome(
            AgentWelcome.newBuilder()
                .setNode(configuration.node())
                .setAccepted(accepted)
                .setReason(reason)
                .setSpeaking(accepted && speaker.speaking())
                .setEpoch(epoch))
        .build();
  }

  private OperatorReply refused(String reason) {
    events.add("refused", reason);
    return OperatorReply.newBuilder().setMessage(reason).setStatus(status()).build();
  }

  private OperatorReply done(String what, Steps steps) {
    return OperatorReply.newBuilder()
        .setDone(true)
        .setMessage(what)
        .addAllSteps(steps.timings())
        .setStatus(status())
        .build();
  }
}
