package io.understudy.netctl.daemon;

import io.understudy.link.message.OperatorReply;

/** What an operator orders, and the answers. Under the node's lock. */
final class OperatorDesk {
  private final NodeState state;
  private final Voice voice;
  private final Claims claims;
  private final Lease lease;

  OperatorDesk(NodeState state, Voice voice, Claims claims, Lease lease) {
    this.state = state;
    this.voice = voice;
    this.claims = claims;
    this.lease = lease;
  }

  /** {@code netctl speak}. */
  OperatorReply speak(boolean force) {
    String refusal = nobody(force);
    if (refusal == null) {
      refusal = Rules.speaking(state.agent, state.peer.speaking(), force);
    }
    if (refusal != null) {
      return refused(refusal);
    }
    if (state.office.arbitrated()) {
      long known = Math.max(state.epoch, state.office.known().epoch());
      return ask("operator", force ? Claims.ANY_EPOCH : known);
    }
    state.tenure.want("operator");
    Steps steps = new Steps();
    voice.open("operator", steps);
    voice.announce("speak", "operator", steps);
    return done("speaking", steps);
  }

  /** {@code netctl silence}. */
  OperatorReply silence() {
    Steps steps = new Steps();
    voice.silence("operator");
    steps.done("gate shut");
    return done("silent", steps);
  }

  /** {@code netctl maintenance}. */
  OperatorReply maintenance(boolean on) {
    state.health.maintenance = on;
    if (on) {
      state.alarms.raise(
          Rules.MAINTENANCE,
          "nothing changes by itself: no takeover on either node until 'netctl maintenance off'");
    } else {
      state.alarms.clear(Rules.MAINTENANCE);
    }
    state.peer.tell();
    return done("maintenance is " + (on ? "on" : "off"), new Steps());
  }

  /** {@code netctl takeover}. */
  OperatorReply takeover(boolean force) {
    if (state.agent != null && state.agent.isPrimary()) {
      return speak(force); // nobody is to be promoted, and no new epoch begins
    }
    String refusal = nobody(force);
    if (refusal == null) {
      refusal = Rules.takeover(state.agent, state.peer.speaking(), force);
    }
    if (refusal == null && state.office.arbitrated()) {
      return ask("takeover: operator", force ? Claims.ANY_EPOCH : state.epoch);
    }
    return refusal == null ? done("taken over", voice.takeOver("operator")) : refused(refusal);
  }

  /**
   * With an arbiter an epoch is won for a server: whatever else uses the address on this node may
   * be one of an epoch of before, that lacks what was said since.
   */
  private String nobody(boolean force) {
    return state.agent == null && state.office.arbitrated() && !force
        ? "no server has registered on this node; start it, or use --force to let whatever has the"
            + " address speak"
        : null;
  }

  /** An operator's order that the arbiter has to allow. */
  private OperatorReply ask(String why, long most) {
    if (state.tenure.wanted) {
      lease.regain(System.nanoTime());
    } else if (state.agent != null && state.agent.isPrimary()) {
      state.tenure.want(why);
      lease.regain(System.nanoTime());
    } else {
      claims.claim(why, most);
    }
    return done("the arbiter is asked; 'netctl status' shows what came of it", new Steps());
  }

  private OperatorReply refused(String reason) {
    state.events.add("refused", reason);
    return OperatorReply.newBuilder().setMessage(reason).setStatus(StatusReport.of(state)).build();
  }

  private OperatorReply done(String what, Steps steps) {
    return OperatorReply.newBuilder()
        .setDone(true)
        .setMessage(what)
        .addAllSteps(steps.timings())
        .setStatus(StatusReport.of(state))
        .build();
  }
}
