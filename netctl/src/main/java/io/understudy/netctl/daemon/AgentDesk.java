package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentFollows;
import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.AgentPromoted;
import io.understudy.link.message.AgentRegister;
import io.understudy.link.message.AgentState;
import io.understudy.link.message.AgentWelcome;
import io.understudy.link.message.ControlFrame;
import io.understudy.link.message.PeerLostReason;

/** What this node's server says, and what follows from it. Under the node's lock. */
final class AgentDesk {
  private final NodeState state;
  private final Voice voice;
  private final Claims claims;
  private final Lease lease;

  AgentDesk(NodeState state, Voice voice, Claims claims, Lease lease) {
    this.state = state;
    this.voice = voice;
    this.claims = claims;
    this.lease = lease;
  }

  /** An agent's first frame. It is answered with a welcome, accepted or not. */
  boolean register(AgentLink link, AgentRegister register) {
    if (state.givenUp != 0 && state.givenUp == register.getPid()) {
      link.tell(Orders.fenced("it hung, and the other node has taken over"));
    }
    String refusal = Rules.registration(register, state.agent, state.givenUp);
    if (refusal != null) {
      state.events.add("agent-refused", refusal);
      link.tell(welcome(false, refusal));
      return false;
    }
    Agent agent = new Agent(link, register, state.configuration.tenure().lease().toNanos() / 4);
    state.agent = agent;
    state.agentEnded = false;
    state.tenure.tookOver = 0;
    state.succession.follows(state.peer.word());
    state.epoch = Math.max(state.epoch, register.getEpoch());
    state.events.add("agent", agent + " registered at position " + register.getPosition());
    state.alarms.clear(Rules.NO_AGENT);
    if (agent.isPrimary()) {
      speakFor(agent);
    } else if (state.speaker.speaking()) {
      voice.silence("a backup registered on this node");
    }
    link.tell(welcome(true, ""));
    return true;
  }

  private void speakFor(Agent primary) {
    state.tenure.want(primary + " registered");
    lease.regain(System.nanoTime());
  }

  void state(AgentState now) {
    Agent agent = state.agent;
    agent.update(now);
    if (now.hasDivergence() && !now.getDivergence().equals(state.divergence)) {
      state.divergence = now.getDivergence();
      state.events.add("diverged", Rules.divergence(agent, state.divergence));
    }
    boolean newEpoch = now.getEpoch() > state.epoch;
    state.epoch = Math.max(state.epoch, now.getEpoch());
    Rules.alarms(agent, now, state.alarms);
    if (newEpoch) {
      // a backup that was dropped must hear of it before it takes the link's end amiss
      state.peer.tell();
    }
  }

  /** The backup's agent has joined its primary again. */
  void follows(AgentFollows follows) {
    state.succession.follows(state.peer.word());
    state.epoch = Math.max(state.epoch, follows.getEpoch());
    state.events.add(
        "follows", state.agent + " follows again from position " + follows.getPosition());
    state.alarms.clear(Rules.PEER_SPEAKS);
    state.alarms.clear(Rules.NO_TAKEOVER);
    state.alarms.clear(Rules.PEER_SILENT);
  }

  /**
   * The agent lost the other one.
   *
   * @return whether the succession is to be judged
   */
  boolean peerLost(AgentPeerLost lost) {
    Agent agent = state.agent;
    String what = lost.getDetail() + " at position " + lost.getPosition();
    if (lost.getReason() == PeerLostReason.PEER_LOST_SILENT) {
      state.alarms.raise(
          Rules.PEER_SILENT, what + "; a takeover follows if its node's netctl is silent, too");
      if (agent.isPrimary()) {
        return false;
      }
    }
    if (agent.isPrimary()) {
      state.events.add("backup-lost", what);
      return false;
    }
    String refusal = Rules.promotion(agent);
    if (refusal != null) {
      state.alarms.raise(Rules.NO_TAKEOVER, refusal);
      return false;
    }
    state.succession.lost(lost, System.nanoTime());
    if (lost.getReason() == PeerLostReason.PEER_LOST_DROPPED) {
      state.alarms.raise(Rules.PEER_SPEAKS, Rules.dropped(agent));
    }
    return true;
  }

  /** Judges whether this node's backup takes over: something was heard, or was not. */
  void reconsider() {
    if (state.stopped || !state.hasBackup() || state.tenure.wanted || state.inMaintenance()) {
      return;
    }
    Agent agent = state.agent;
    if (Rules.promotion(agent) != null) {
      return;
    }
    switch (judge()) {
      case TAKE_OVER -> {
        if (state.office.arbitrated()) {
          claims.claim("takeover: " + state.succession.reason(), state.epoch);
        } else {
          voice.takeOver(state.succession.reason());
        }
      }
      case WAIT -> state.peer.reconsiderLater();
      case HOLD -> {
        String why = Rules.dropped(agent);
        state.alarms.raise(Rules.PEER_SPEAKS, why);
        agent.link().tell(Orders.hold(why));
      }
      case OUTDATED -> state.alarms.raise(Rules.NO_TAKEOVER, Rules.outdated(agent));
      case FOLLOW -> {}
    }
  }

  private Succession.Verdict judge() {
    boolean arbitrated = state.office.arbitrated();
    return state.succession.judge(state.peer.word(), state.epoch, System.nanoTime(), arbitrated);
  }

  /**
   * Gives a server up that hangs or cannot be reached, if the other node can go on: its gate is
   * shut for good, so the other node may take over as after its death.
   */
  void judgeLife(long now) {
    Agent agent = state.agent;
    if (agent == null || !agent.isPrimary() || !state.tenure.wanted) {
      state.alarms.clear(Rules.UNWELL);
      return;
    }
    String fault = state.health.fault(state, now);
    if (fault == null) {
      state.alarms.clear(Rules.UNWELL);
      return;
    }
    String obstacle = obstacle(now);
    if (obstacle == null) {
      giveUp(fault);
    } else {
      state.alarms.raise(Rules.UNWELL, "the server is kept (" + obstacle + "), but is unwell");
    }
  }

  /** Why a server that is unwell is kept; null if it is not. */
  private String obstacle(long now) {
    if (state.inMaintenance()) {
      return "maintenance";
    }
    if (!state.otherFollows()) {
      return "no backup on the other node that could go on";
    }
    if (state.office.arbitrated() && state.office.confirmed(state.epoch, now) <= 0) {
      return "the arbiter does not answer, and nobody could win";
    }
    return state.health.flaps(now) ? "the speaker has changed too often lately" : null;
  }

  private void giveUp(String why) {
    Agent hung = state.agent;
    state.health.changed(System.nanoTime());
    state.givenUp = hung.pid();
    state.givenUpLink = hung.link();
    state.events.add("given-up", hung + ": " + why + "; the other node is to go on");
    hung.link().tell(Orders.fenced("it hung: " + why));
    gone(why, true, true);
  }

  /** Something came of a server that was given up: it had not died. */
  void lives(AgentLink link) {
    if (state.givenUp != 0 && state.agent == null && link == state.givenUpLink) {
      state.givenUpLink = null;
      state.needless("the server with pid " + state.givenUp + " was given up, but it lives");
    }
  }

  void promoted(AgentPromoted promoted) {
    state.alarms.clear(Rules.PROMOTING);
    state.events.add(
        "live",
        state.agent
            + " is live in epoch "
            + promoted.getEpoch()
            + " from position "
            + promoted.getPosition(),
        promoted.getStepsList());
  }

  /** The agent's process is dead, by the kernel's word: it never registers again. */
  void ended(String reason) {
    gone(reason, true, true);
  }

  /**
   * An agent's connection ended. The other node is told only when this one can speak no more.
   *
   * @param died whether it left without a farewell. Then it may live and register again, and speak
   *     in the same epoch: that one is not given up
   */
  void gone(String reason, boolean died) {
    gone(reason, died, !died);
  }

  private void gone(String reason, boolean died, boolean forGood) {
    Agent late = state.agent;
    state.agent = null;
    state.agentEnded = died && late.isPrimary();
    Steps steps = new Steps();
    boolean spoke = late.isPrimary() && (state.speaker.speaking() || state.tenure.wanted);
    state.tenure.renounce();
    state.tenure.alone = false;
    if (spoke) {
      if (forGood) {
        state.tenure.left = Math.max(state.tenure.left, state.epoch);
      }
      state.speaker.shut();
      steps.done("gate shut");
      state.peer.tell();
      steps.done("other node told");
    }
    state.events.add("agent-gone", late + ": " + reason, steps.timings());
    if (!state.stopped) {
      state.alarms.raise(Rules.NO_AGENT, late + " left: " + reason);
    }
    Rules.OF_AN_AGENT.forEach(state.alarms::clear);
  }

  private ControlFrame welcome(boolean accepted, String reason) {
    return Orders.welcome(
        AgentWelcome.newBuilder()
            .setNode(state.configuration.node())
            .setAccepted(accepted)
            .setReason(reason)
            .setSpeaking(accepted && state.speaker.speaking())
            .setEpoch(state.epoch)
            .setArbitrated(state.office.arbitrated())
            .setShadowMillis(state.shadow.millis()));
  }
}
