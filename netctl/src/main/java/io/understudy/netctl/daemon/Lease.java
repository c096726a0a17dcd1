package io.understudy.netctl.daemon;

import io.understudy.netctl.arbiter.Holding;
import io.understudy.netctl.config.TenurePlan;
import java.util.concurrent.TimeUnit;

/**
 * The lease of the kernel's by which this node speaks: it is renewed while what the right to speak
 * rests on is there, and opened again when it has run out and that is right. Under the node's lock.
 */
final class Lease {
  private final NodeState state;
  private final Voice voice;
  private final Claims claims;

  Lease(NodeState state, Voice voice, Claims claims) {
    this.state = state;
    this.voice = voice;
    this.claims = claims;
  }

  /** Renews the lease, unless something that this node's right rests on is missing. */
  void keep(long now) {
    String why = withheld(now);
    if (why.isEmpty()) {
      state.tenure.withheld = "";
      if (state.speaker.renew()) {
        return;
      }
      why = "netctl did not come round for the time of a lease";
    } else if (state.speaker.leaseLeftMillis() > 0) {
      if (state.tenure.withheld.isEmpty()) {
        state.events.add("lease-withheld", why);
      }
      state.tenure.withheld = why;
      return;
    }
    state.tenure.lapse(now);
    state.speaker.shut();
    state.alarms.raise(Rules.LEASE_LAPSED, why + "; this node is silent");
    state.peer.tell();
  }

  private String withheld(long now) {
    TenurePlan plan = state.configuration.tenure();
    if (state.isAgentSilent(now)) {
      return "nothing heard of "
          + state.agent
          + " for "
          + TimeUnit.NANOSECONDS.toMillis(state.agent.silentNanos(now))
          + " ms";
    }
    boolean allowed =
        !state.office.arbitrated()
            || state.office.confirmed(state.epoch, now)
            || state.peer.consents(plan.hold().toNanos());
    return allowed
        ? ""
        : "neither the arbiter nor the other node confirms epoch " + state.epoch + state.trouble();
  }

  /** Opens the gate again, or for the first time, if that is right now. */
  void regain(long now) {
    Tenure tenure = state.tenure;
    if (state.peer.consents(state.configuration.tenure().hold().toNanos())) {
      tenure.consented(now);
    }
    if (state.isAgentSilent(now) || !tenure.mayAskAt(now)) {
      return;
    }
    if (state.office.arbitrated()) {
      tenure.asking = true;
      state.office.confirm(state.locked(this::confirmed));
      return;
    }
    PeerWord word = state.peer.word();
    if (state.peer.speaking()) {
      tenure.renounce();
      state.alarms.raise(Rules.HELD_BACK, "this node stays silent: the other one speaks by now");
      return;
    }
    boolean ignorant = word.configured() && word.nanos() - tenure.lapsedNanos < 0;
    if (ignorant && now - tenure.lapsedNanos < state.configuration.peer().silentAfter().toNanos()) {
      return; // it may have taken over while this node was stopped: it is heard first
    }
    Steps steps = new Steps();
    voice.open(tenure.reason, steps);
    voice.spoken("speak", "the lease had run out", steps);
  }

  private void confirmed(Holding standing) {
    state.tenure.asking = false;
    if (state.stopped || !state.tenure.wanted || standing == null) {
      return;
    }
    if (!state.holds(standing) || standing.epoch() != state.epoch) {
      claims.deposed(standing);
      return;
    }
    voice.openAsked(new Steps());
  }
}
