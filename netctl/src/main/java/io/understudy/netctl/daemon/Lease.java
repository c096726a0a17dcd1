package io.understudy.netctl.daemon;

import io.understudy.netctl.arbiter.Holding;
import java.util.concurrent.TimeUnit;

/**
 * The lease of the kernel's by which this node speaks: it is renewed while what the right to speak
 * rests on is there, and opened again when it has run out and that is right. Under the node's lock.
 */
final class Lease {
  /** A lease of less than a millisecond is none. */
  private static final long LEAST_NANOS = 1_000_000;

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
    long allowed = allowance(now);
    String why = withheld(now, allowed);
    if (why.isEmpty()) {
      state.tenure.withheld = "";
      if (!state.office.arbitrated()) {
        state.peer.say(); // whoever hears nothing more of this node finds its lease ended
      }
      if (state.speaker.renew(allowed)) {
        return;
      }
      why =
          "netctl did not come round for the time of a lease, or who confirms its epoch did so late";
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

  /** For how long yet somebody confirms this node's epoch, in ns. */
  private long allowance(long now) {
    long byOther = state.peer.consents(state.configuration.tenure().hold().toNanos());
    return Math.max(state.office.confirmed(state.epoch, now), byOther);
  }

  private String withheld(long now, long allowed) {
    if (state.isAgentSilent(now)) {
      return "nothing heard of "
          + state.agent
          + " for "
          + TimeUnit.NANOSECONDS.toMillis(state.agent.silentNanos(now))
          + " ms";
    }
    return allowed >= LEAST_NANOS
        ? ""
        : "neither the arbiter nor the other node confirms epoch " + state.epoch + state.trouble();
  }

  /** Opens the gate again, or for the first time, if that is right now. */
  void regain(long now) {
    Tenure tenure = state.tenure;
    if (state.peer.consents(state.configuration.tenure().hold().toNanos()) > 0) {
      tenure.consented(now);
    }
    if (state.isAgentSilent(now) || !tenure.mayAskAt(now)) {
      return;
    }
    if (state.office.arbitrated() && state.office.trouble().isEmpty()) {
      tenure.asksArbiter();
      state.office.confirm(state.locked(this::confirmed));
    } else if (state.office.arbitrated()) {
      regainWithoutArbiter(now);
    } else {
      regainByWord(now);
    }
  }

  /**
   * While the arbiter is away a lease that has run out would never come back. It does on the word
   * of the other node that the arbiter has told it of this node's epoch, and of none later: then
   * nobody has spoken since, and nobody does before {@code outlasts} has passed.
   */
  private void regainWithoutArbiter(long now) {
    Holding known = state.office.known();
    if (!state.holds(known) || known.epoch() != state.epoch) {
      return;
    }
    Tenure tenure = state.tenure;
    if (tenure.asked && state.peer.confirmsSince(tenure.askedNanos, state.epoch)) {
      tenure.asked = false;
      voice.openAsked(new Steps());
    } else {
      ask(now);
    }
  }

  private void regainByWord(long now) {
    Tenure tenure = state.tenure;
    if (state.peer.speaking()) {
      heldBack();
    } else if (isAlone(now)) {
      Steps steps = new Steps();
      voice.open(tenure.reason, steps);
      voice.spoken("speak", tenure.reason + "; nothing is heard of another node", steps);
    } else if (tenure.asked && state.peer.consentsSince(tenure.askedNanos)) {
      tenure.asked = false;
      voice.openAsked(new Steps());
    } else {
      ask(now);
    }
  }

  /** Nobody can be asked: whoever was there has not been heard for long enough. */
  private boolean isAlone(long now) {
    PeerWord word = state.peer.word();
    return !word.configured()
        || (word.silent()
            && now - state.tenure.wantedNanos
                >= state.configuration.peer().silentAfter().toNanos());
  }

  /**
   * The other node is asked. Without an arbiter its answer shows that it has heard this one, so it
   * does not take over before it has heard nothing more for {@code peer.silent.after}.
   */
  private void ask(long now) {
    Tenure tenure = state.tenure;
    boolean young = now - tenure.askedNanos < state.configuration.tenure().hold().toNanos() / 2;
    if (tenure.asked && young) {
      return;
    }
    tenure.asked = true;
    tenure.askedNanos = now;
    state.speaker.ask();
    state.peer.say();
  }

  private void heldBack() {
    if (state.outranked()) {
      claims.outranked();
      return;
    }
    if (state.outranks()) {
      state.peer.say(); // it hears of this node's later epoch, and falls silent
    } else {
      state.tenure.renounce();
    }
    state.alarms.raise(
        Rules.HELD_BACK,
        (state.agent == null ? "this node" : state.agent.toString())
            + " stays silent: the other node speaks; 'netctl takeover --force' overrules");
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
