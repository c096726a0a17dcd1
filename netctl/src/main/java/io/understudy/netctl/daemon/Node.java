package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentFollows;
import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.AgentPromoted;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentStatus;
import io.understudy.link.message.AgentWelcome;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.NodeStatus;
import io.understudy.link.message.OperatorReply;
import io.understudy.link.message.PeerAgent;
import io.understudy.link.message.PeerBeat;
import io.understudy.link.message.PeerLostReason;
import io.understudy.netctl.config.Configuration;

/**
 * Decides when this node speaks.
 *
 * <p>Without an arbiter: a primary speaks from its registration on unless the other node is known
 * to speak; its process' death silences the node at once, and then the other node is told; a backup
 * takes over as {@link Succession} says, unless it has diverged; a silent peer is an alarm and no
 * more.
 *
 * <p>Any thread; one lock. What is done under it takes well under a millisecond.
 */
final class Node {
  private final Configuration configuration;
  private final Speaker speaker;
  private final EventLog events;
  private final Alarms alarms;
  private final Succession succession;
  private PeerView peer = PeerView.NONE;
  private Agent agent;
  private long epoch;
  private boolean agentEnded;
  private boolean stopped;

  Node(Configuration configuration, Speaker speaker, EventLog events, Alarms alarms) {
    this.configuration = configuration;
    this.speaker = speaker;
    this.events = events;
    this.alarms = alarms;
    this.succession =
        new Succession(
            configuration.peer() == null ? 0 : configuration.peer().takeoverWait().toNanos());
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
    agentEnded = false;
    succession.follows(peer.word());
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
    peer.tell();
  }

  synchronized void state(AgentLink link, AgentState state) {
    if (!isCurrent(link)) {
      return;
    }
    agent.update(state);
    boolean newEpoch = state.getEpoch() > epoch;
    epoch = Math.max(epoch, state.getEpoch());
    Rules.alarms(agent, state, alarms);
    if (newEpoch) {
      peer.tell(); // a backup that was dropped must hear of it before it takes the link's end amiss
    }
  }

  /** The backup's agent has joined its primary again. */
  synchronized void follows(AgentLink link, AgentFollows follows) {
    if (isCurrent(link)) {
      succession.follows(peer.word());
      epoch = Math.max(epoch, follows.getEpoch());
      events.add("follows", agent + " follows again from position " + follows.getPosition());
      alarms.clear(Rules.PEER_SPEAKS);
      alarms.clear(Rules.NO_TAKEOVER);
      alarms.clear(Rules.PEER_SILENT);
    }
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
    succession.lost(lost, System.nanoTime());
    if (lost.getReason() == PeerLostReason.PEER_LOST_DROPPED) {
      alarms.raise(Rules.PEER_SPEAKS, Rules.dropped(agent));
    }
    reconsider();
  }

  /** Judges again whether this node's backup takes over: the other node was heard, or was not. */
  synchronized void reconsider() {
    if (stopped || agent == null || agent.isPrimary() || Rules.promotion(agent) != null) {
      return;
    }
    switch (succession.judge(peer.word(), epoch, System.nanoTime())) {
      case TAKE_OVER -> takeOver(succession.reason());
      case WAIT -> peer.reconsiderLater();
      case HOLD -> {
        String why = Rules.dropped(agent);
        alarms.raise(Rules.PEER_SPEAKS, why);
        agent.link().tell(Orders.hold(why));
      }
      case OUTDATED -> alarms.raise(Rules.NO_TAKEOVER, Rules.outdated(agent));
      case FOLLOW -> {}
    }
  }

  synchronized void promoted(AgentLink link, AgentPromoted promoted) {
    if (isCurrent(link)) {
      alarms.clear(Rules.PROMOTING);
      String what = agent + " is live in epoch " + promoted.getEpoch();
      events.add(
          "live", what + " from position " + promoted.getPosition(), promoted.getStepsList());
    }
  }

  /** An agent's life line ended: the kernel has not closed its other connections yet. */
  synchronized void lifeEnded(long pid) {
    if (agent != null && agent.pid() == pid) {
      gone(agent.link(), "its life line ended: the process is dead", true);
    }
  }

  /**
   * An agent's connection ended. The other node is told only when this one can speak no more.
   *
   * @param died whether it left without a farewell
   */
  synchronized void gone(AgentLink link, String reason, boolean died) {
    if (!isCurrent(link)) {
      return;
    }
    Agent late = agent;
    agent = null;
    agentEnded = died && late.isPrimary();
    Steps steps = new Steps();
    if (late.isPrimary() && speaker.speaking()) {
      speaker.shut();
      steps.done("gate shut");
      peer.tell();
      steps.done("other node told");
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
    peer.tell();
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
  synchronized PeerBeat.Builder beat() {
    return PeerBeat.newBuilder()
        .setSpeaking(speaker.speaking())
        .setEpoch(epoch)
        .setAgent(
            agent != null
                ? PeerAgent.PEER_AGENT_ALIVE
                : agentEnded ? PeerAgent.PEER_AGENT_ENDED : PeerAgent.PEER_AGENT_UNSPECIFIED);
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
    epoch = Math.max(epoch, peer.word().epoch()) + 1;
    open("takeover: " + reason, steps);
    if (agent != null && !agent.isPrimary()) {
      agent.becomePrimary();
      agent.link().tell(Orders.promote(epoch));
      steps.done("agent told");
    }
    announce(steps);
    events.add("takeover", reason + "; epoch " + epoch, steps.timings());
    if (agent != null) {
      alarms.raise(Rules.PROMOTING, agent + " was told to go live in epoch " + epoch);
    }
    alarms.clear(Rules.PEER_SILENT);
    alarms.clear(Rules.PEER_SPEAKS);
    alarms.clear(Rules.NO_TAKEOVER);
    peer.tell();
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
      agent.link().tell(Orders.silence(reason));
    }
    peer.tell();
  }

  private boolean isCurrent(AgentLink link) {
    return agent != null && agent.link() == link;
  }

  private ControlFrame welcome(boolean accepted, String reason) {
    return Orders.welcome(
        AgentWelcome.newBuilder()
            .setNode(configuration.node())
            .setAccepted(accepted)
            .setReason(reason)
            .setSpeaking(accepted && speaker.speaking())
            .setEpoch(epoch));
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
