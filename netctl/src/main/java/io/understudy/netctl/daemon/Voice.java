package io.understudy.netctl.daemon;

import java.time.Duration;
import java.util.List;

/**
 * How this node begins to speak and ceases to: what belongs together whenever the gate is opened or
 * shut. Whether it may is decided elsewhere. Under the node's lock.
 */
final class Voice {
  /** The server may have much of its log to execute; the kernel ends it if nobody else does. */
  private static final Duration WITHHELD = Duration.ofSeconds(30);

  private final NodeState state;

  Voice(NodeState state) {
    this.state = state;
  }

  /**
   * Takes over without an arbiter. The gate is opened before the agent is told, so that its first
   * datagram passes; that costs it 50 µs. The announcements come last: they run beside the agent's
   * promotion.
   */
  Steps takeOver(String reason) {
    Steps steps = new Steps();
    state.epoch = Math.max(state.epoch, state.peer.word().epoch()) + 1;
    state.tenure.tookOver = state.epoch;
    state.tenure.want(reason);
    withhold();
    open("takeover: " + reason, steps);
    promote("takeover", reason, steps);
    return steps;
  }

  /** Opens the gate by the arbiter's answer, unless it was asked for too long ago. */
  void openAsked(Steps steps) {
    withhold();
    if (!state.speaker.openAsked(state.tenure.reason)) {
      state.speaker.admit();
      return; // asked too long ago, or the table was removed: the next round asks again
    }
    steps.done("gate open");
    promote(state.hasBackup() ? "takeover" : "speak", state.tenure.reason, steps);
  }

  /**
   * Has the shadow keep what comes until the backup's server has what it lacks: first that, then
   * the rest. Not in a planned switch-over, whose input is in the sockets by now.
   */
  private void withhold() {
    if (state.shadow.millis() > 0 && state.hasBackup() && !state.speaker.hears()) {
      state.speaker.withhold(WITHHELD);
      state.shadow.hold();
    }
  }

  /** The gate is open: a backup's agent is told to go live, the network is told at last. */
  private void promote(String event, String why, Steps steps) {
    boolean promotes = state.hasBackup();
    if (promotes) {
      state.tenure.tookOver = state.epoch;
      state.agent.becomePrimary();
      state.agent.link().tell(Orders.promote(state.epoch));
      steps.done("agent told");
    }
    spoken(event, why + "; epoch " + state.epoch, steps);
    if (promotes) {
      state.alarms.raise(
          Rules.PROMOTING, state.agent + " was told to go live in epoch " + state.epoch);
    }
  }

  void open(String reason, Steps steps) {
    state.speaker.open(reason);
    steps.done("gate open");
    state.alarms.clear(Rules.HELD_BACK);
  }

  void announce(String event, String why, Steps steps) {
    state.speaker.announce();
    state.health.changed(System.nanoTime());
    steps.done("announced");
    state.events.add(event, why, steps.timings());
    state.peer.tell();
  }

  /** Announces, and whatever kept this node silent is over. */
  void spoken(String event, String why, Steps steps) {
    announce(event, why, steps);
    List.of(
            Rules.LEASE_LAPSED,
            Rules.HELD_BACK,
            Rules.PEER_SILENT,
            Rules.PEER_SPEAKS,
            Rules.NO_TAKEOVER)
        .forEach(state.alarms::clear);
  }

  void silence(String reason) {
    boolean spoke = state.speaker.speaking();
    state.tenure.renounce();
    state.speaker.shut();
    state.events.add("silence", reason);
    if (spoke && state.agent != null) {
      state.agent.link().tell(Orders.silence(reason));
    }
    state.peer.tell();
  }
}
