package io.understudy.netctl.daemon;

import com.google.protobuf.ByteString;
import io.understudy.link.message.AgentHandedOver;
import io.understudy.link.message.PeerBeat;
import io.understudy.link.message.StepTiming;
import io.understudy.netctl.kernel.KernelRefusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A planned change of the speaker, on both nodes. Under the node's lock.
 *
 * <p>The input moves first: the other node lets it into its silent server's sockets, then this
 * node's kernel sends on whatever comes. So each packet is either in this server's sockets, which
 * it empties before its log ends, or waits in the other's. Then this node gives its epoch up, and
 * the other one takes over as from any primary that took leave.
 */
final class Switchover {
  private enum Phase {
    NONE,
    /** The other node is to let input in. */
    ASKED,
    /** This node's server is to end its log. */
    ORDERED,
    /** This node is silent; the other one is to speak. */
    LEFT
  }

  /**
   * How it ended.
   *
   * @param done whether the other node speaks
   * @param begun whether this node has given its epoch up
   */
  record Outcome(boolean done, boolean begun, String message, List<StepTiming> steps) {}

  /** Sets and maps of the kernel's: what outlives this process ends by itself. */
  private static final Duration MOVED = Duration.ofSeconds(10);

  /**
   * Input is let in for longer than the other node sends it on: until then that which is meant for
   * the other node, and comes here too where the network brings it to both, is left out.
   */
  private static final Duration HEARD = Duration.ofSeconds(15);

  private static final long ANSWER_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LOG_END_NANOS = TimeUnit.SECONDS.toNanos(6);
  private static final long OTHER_SPEAKS_NANOS = TimeUnit.SECONDS.toNanos(6);

  private final NodeState state;
  private Phase phase = Phase.NONE;
  private long number;
  private long sinceNanos;
  private long orderedMicros;
  private Steps steps = new Steps();
  private CompletableFuture<Outcome> outcome = new CompletableFuture<>();

  /** The other node's number of a switch-over to this one. */
  private long hears;

  Switchover(NodeState state) {
    this.state = state;
  }

  /** "possible", or why a switch-over would be refused now. */
  String outlook() {
    String refusal = refusal();
    return refusal == null ? "possible" : refusal;
  }

  boolean isPossible() {
    return refusal() == null;
  }

  private String refusal() {
    return phase == Phase.NONE ? SwitchoverRules.refusal(state) : "one is under way already";
  }

  /** {@code netctl switchover}; the outcome comes on another thread. */
  Future<Outcome> begin() {
    CompletableFuture<Outcome> begun = new CompletableFuture<>();
    String refusal = refusal();
    if (refusal != null) {
      state.events.add("refused", "switch-over: " + refusal);
      begun.complete(new Outcome(false, false, refusal, List.of()));
      return begun;
    }
    outcome = begun;
    steps = new Steps();
    number = Math.max(1, System.nanoTime());
    enter(Phase.ASKED);
    state.peer.tell();
    return begun;
  }

  /** Whether this node's backup could go on with the service. */
  private boolean mayFollow() {
    return state.hasBackup()
        && state.health.isUp()
        && !state.health.isStuck(state.agent)
        && Rules.promotion(state.agent) == null;
  }

  /** What this node's heartbeats say of it. */
  void describe(PeerBeat.Builder beat) {
    boolean calls = phase == Phase.ASKED || phase == Phase.ORDERED;
    beat.setFollows(mayFollow())
        .setHardware(ByteString.copyFrom(state.speaker.mac()))
        .setHandsOver(calls ? number : 0)
        .setHears(hears);
  }

  /** The other node was heard, or time has passed. */
  void look() {
    hear(state.peer.said().getHandsOver());
    long waited = System.nanoTime() - sinceNanos;
    switch (phase) {
      case ASKED -> {
        if (state.peer.said().getHears() == number) {
          order();
        } else if (waited > ANSWER_NANOS) {
          fail("the other node's netctl does not answer");
        }
      }
      case ORDERED -> {
        if (state.agent == null) {
          enter(Phase.LEFT); // its death has shut the gate
        } else if (waited > LOG_END_NANOS) {
          fail("the server does not answer");
        }
      }
      case LEFT -> {
        if (state.peer.speaking()) {
          steps.done("other node speaks");
          end(true, "the other node speaks, in epoch " + state.peer.word().epoch());
        } else if (waited > OTHER_SPEAKS_NANOS) {
          end(false, "this node has handed over, but the other one is not heard to speak");
        }
      }
      case NONE -> {}
    }
  }

  private void hear(long called) {
    if (called == hears || (called != 0 && !state.peer.word().counts())) {
      return;
    }
    boolean mayHear = state.hasBackup() && Rules.promotion(state.agent) == null;
    if (called != 0 && mayHear && !state.speaker.speaking()) {
      state.speaker.hear(HEARD);
      hears = called;
      state.events.add("hears", "the other node hands over: input is let in");
      state.peer.tell();
    } else if (called == 0) {
      hears = 0; // a failed one ends; after a good one this node speaks, or will
      if (state.peer.speaking()) {
        state.speaker.deafen();
      }
    }
  }

  private void order() {
    steps.done("other node hears");
    try {
      state.speaker.divert(state.peer.said().getHardware().toByteArray(), MOVED);
    } catch (KernelRefusal refused) {
      fail("the kernel does not divert this node's input: " + refused.getMessage());
      return;
    }
    steps.done("input diverted");
    orderedMicros = steps.micros();
    enter(Phase.ORDERED);
    state.agent.link().tell(Orders.handOver());
  }

  /** The server's answer. */
  void handedOver(AgentHandedOver answer) {
    if (phase != Phase.ORDERED) {
      return;
    }
    steps.done(answer.getStepsList(), orderedMicros);
    if (!answer.getDone()) {
      fail(answer.getReason());
      return;
    }
    state.tenure.left = Math.max(state.tenure.left, state.epoch);
    state.tenure.renounce();
    state.speaker.shut();
    steps.done("gate shut");
    enter(Phase.LEFT);
    state.peer.tell();
    steps.done("other node told");
    state
        .agent
        .link()
        .tell(Orders.fenced("it has handed over at position " + answer.getPosition()));
  }

  /** Nothing has changed, but that input went astray to a node that lets it wait. */
  private void fail(String why) {
    phase = Phase.NONE;
    state.speaker.undivert();
    state.peer.tell();
    finish(new Outcome(false, false, why + "; this node speaks on", steps.timings()));
  }

  private void end(boolean done, String what) {
    phase = Phase.NONE;
    finish(new Outcome(done, true, what, steps.timings()));
  }

  private void finish(Outcome how) {
    state.events.add(how.done() ? "switchover" : "no-switchover", how.message(), how.steps());
    outcome.complete(how);
  }

  private void enter(Phase next) {
    phase = next;
    sinceNanos = System.nanoTime();
  }
}
