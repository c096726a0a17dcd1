package io.understudy.netctl.daemon;

import io.understudy.link.message.PeerBeat;
import io.understudy.netctl.arbiter.Holding;

/**
 * Epochs that are asked of the arbiter: a backup's to take over, a primary's to go on alone, and
 * the end of one that the other node has won. Under the node's lock.
 */
final class Claims {
  /** Whatever epoch stands at the arbiter, the next one is asked for. */
  static final long ANY_EPOCH = Long.MAX_VALUE - 1;

  private final NodeState state;
  private final Voice voice;

  Claims(NodeState state, Voice voice) {
    this.state = state;
    this.voice = voice;
  }

  /**
   * Tries to win the next epoch.
   *
   * @param most if a higher epoch stands already, nothing is tried
   */
  void claim(String why, long most) {
    if (state.tenure.asking || state.tenure.wanted) {
      return;
    }
    state.tenure.asksArbiter();
    state.tenure.claiming = true;
    Steps steps = new Steps();
    state.office.claim(most, state.locked(standing -> claimed(why, most, standing, steps)));
  }

  private void claimed(String why, long most, Holding standing, Steps steps) {
    Tenure tenure = state.tenure;
    tenure.asking = false;
    tenure.claiming = false;
    if (state.stopped || standing == null) {
      return; // no takeover without an answer; the verdict stands, and the next round asks again
    }
    if (!state.holds(standing) || standing.epoch() <= state.epoch) {
      lost(standing);
      return;
    }
    steps.done("epoch won");
    state.epoch = standing.epoch();
    if (state.agent == null && most != ANY_EPOCH) {
      state.events.add("epoch-won", why + "; for nobody: the server has ended meanwhile");
      return;
    }
    tenure.want(why);
    long now = System.nanoTime();
    long outlasts = state.configuration.tenure().outlasts().toNanos();
    if (state.peer.leftEpoch(outlasts) >= state.epoch - 1) {
      tenure.await(now);
      voice.openAsked(steps);
    } else {
      tenure.await(now + outlasts);
      state.events.add(
          "epoch-won",
          why
              + "; epoch "
              + state.epoch
              + "; the gate is opened in "
              + state.configuration.tenure().outlasts().toMillis()
              + " ms, when the other node's lease has surely ended",
          steps.timings());
    }
  }

  private void lost(Holding standing) {
    String what =
        "the arbiter says " + standing + ": this node's epoch " + state.epoch + " is over";
    state.events.add("claim-lost", what);
    if (state.hasBackup()) {
      state.succession.outdated();
      state.alarms.raise(Rules.NO_TAKEOVER, what);
      state.agent.link().tell(Orders.hold(what));
    }
  }

  /** A primary's agent has lost its backup: it may go on alone in an epoch of its own. */
  void alone() {
    if (!state.office.arbitrated()) {
      state.agent.link().tell(Orders.granted(state.epoch + 1));
      return;
    }
    state.tenure.alone = true;
    askAlone();
  }

  /** Asks for that epoch, as long as it is wanted. */
  void askAlone() {
    if (state.tenure.alone && state.tenure.wanted && !state.tenure.asking) {
      state.tenure.asksArbiter();
      state.office.claim(state.epoch, state.locked(this::aloneClaimed));
    }
  }

  private void aloneClaimed(Holding standing) {
    state.tenure.asking = false;
    if (state.stopped || !state.tenure.alone || standing == null) {
      return;
    }
    if (!state.holds(standing) || standing.epoch() <= state.epoch) {
      deposed(standing);
      return;
    }
    state.tenure.alone = false;
    state.epoch = standing.epoch();
    state.events.add("alone", state.agent + " goes on without a backup in epoch " + state.epoch);
    state.agent.link().tell(Orders.granted(state.epoch));
    state.peer.tell();
  }

  boolean isDeposed() {
    Holding known = state.office.known();
    return state.office.arbitrated()
        && state.tenure.wanted
        && !state.holds(known)
        && known.epoch() >= state.epoch;
  }

  /** The other node has won an epoch: this one is silent, and its server ends. */
  void deposed(Holding standing) {
    deposed(
        "the arbiter says "
            + standing
            + ", and this node spoke in epoch "
            + state.epoch
            + " at last");
  }

  /** As above, by the other node's own word, where there is no arbiter. */
  void outranked() {
    deposed(
        "the other node "
            + (state.peer.speaking() ? "speaks" : "is to speak")
            + ", in epoch "
            + state.peer.word().epoch()
            + ", and this node's epoch was "
            + state.epoch);
  }

  private void deposed(String why) {
    state.events.add("deposed", why);
    if (state.agent != null) {
      state.agent.link().tell(Orders.fenced(why));
      state.needless(
          state.agent
              + " lives, but the other node has taken over; this netctl last slept for "
              + state.sleptMillis()
              + " ms; "
              + (state.tenure.withheld.isEmpty()
                  ? "see the events before"
                  : state.tenure.withheld));
    }
    state.tenure.left = Math.max(state.tenure.left, state.epoch);
    voice.silence(why);
  }

  /** Whether this node makes no claim, so that the other one's epoch stands as far as it knows. */
  boolean consents() {
    boolean claims = state.tenure.claiming || state.speaker.speaking();
    return state.office.arbitrated()
        ? !claims && !state.tenure.wanted && !state.holds(state.office.known())
        : !claims && (!state.tenure.wanted || yields());
  }

  /**
   * The epoch that the other node holds by the last answer that this daemon had of the arbiter; 0
   * if there was none, or another one holds it. As long as it stands, this daemon has not spoken in
   * a later one, whatever has become of a claim that was not answered.
   */
  long confirms() {
    Holding known = state.office.known();
    return state.holds(known) ? 0 : known.epoch();
  }

  /** Two primaries that begin together, without an arbiter: one of them lets the other speak. */
  private boolean yields() {
    PeerBeat other = state.peer.said();
    int byEpoch = Long.compare(other.getEpoch(), state.epoch);
    int byName = state.configuration.node().compareTo(other.getNode());
    return other.getWants() && (byEpoch > 0 || (byEpoch == 0 && byName > 0));
  }

  /** Raises and clears the alarm of a silent arbiter. */
  void watchArbiter() {
    if (state.office.trouble().isEmpty()) {
      state.alarms.clear(Rules.ARBITER_SILENT);
    } else {
      state.alarms.raise(
          Rules.ARBITER_SILENT,
          "the arbiter does not answer"
              + state.trouble()
              + "; no takeover; who speaks does so while the other node's netctl is heard");
    }
  }
}
