package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentMandate;
import io.understudy.netctl.arbiter.Holding;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** The right of a server to begin a log, in an epoch of its own. */
final class Mandates {
  private static final long SECONDS = 10;

  private static final long PAUSE_MILLIS = 5;

  private final NodeState state;
  private final Beginning beginning;

  Mandates(NodeState state) {
    this.state = state;
    this.beginning = new Beginning(state);
  }

  /** What this node's heartbeats say of a server that begins. */
  int beginning() {
    return beginning.stage(System.nanoTime());
  }

  /**
   * Whether a server that would be either is to be primary; if not, but it is no refusal, it is to
   * be backup. On its session's thread, which waits.
   */
  AgentMandate either() {
    synchronized (state) {
      if (state.agent != null) {
        return AgentMandate.newBuilder()
            .setReason("this node already serves the " + state.agent)
            .build();
      }
      beginning.begin(System.nanoTime());
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() - end < 0) {
      Beginning.Verdict verdict;
      synchronized (state) {
        verdict = beginning.judge(System.nanoTime());
      }
      if (verdict == Beginning.Verdict.PRIMARY) {
        AgentMandate mandate = mandate();
        return mandate.getGranted() || !state.peer.speaking() ? mandate : backup();
      }
      if (verdict == Beginning.Verdict.BACKUP) {
        return backup();
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
    }
    return AgentMandate.newBuilder()
        .setReason("the other node's netctl is heard, but does not hear this one")
        .build();
  }

  private AgentMandate backup() {
    synchronized (state) {
      String other = state.peer.said().getNode();
      state.events.add("begins", "a server that begins is to be backup of node " + other);
      return AgentMandate.newBuilder()
          .setBackup(true)
          .setReason("node " + other + " has the primary, or will have it")
          .build();
    }
  }

  /**
   * Whether a server that asks may begin. On its session's thread, which waits for the arbiter,
   * without the node's lock.
   */
  AgentMandate mandate() {
    AgentMandate.Builder answer = AgentMandate.newBuilder();
    Holding before;
    CompletableFuture<Holding> claimed = new CompletableFuture<>();
    synchronized (state) {
      if (!state.office.arbitrated()) {
        return answer.setGranted(true).build();
      }
      if (state.peer.speaking() || state.agent != null) {
        return answer
            .setReason(
                state.agent == null
                    ? "the other node speaks, in epoch " + state.peer.word().epoch()
                    : "this node already serves the " + state.agent)
            .build();
      }
      before = state.office.known();
      state.office.claim(Claims.ANY_EPOCH, claimed::complete);
    }
    Holding standing = null;
    try {
      standing = claimed.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      state.events.add("fault", e.toString());
    }
    synchronized (state) {
      if (standing == null) {
        return answer.setReason("the arbiter does not answer" + state.trouble()).build();
      }
      awaitOther(before, standing);
      state.events.add("epoch-won", "for a server that begins; epoch " + standing.epoch());
      return answer.setGranted(true).setArbitrated(true).setEpoch(standing.epoch()).build();
    }
  }

  private long outlasts() {
    return state.configuration.tenure().outlasts().toNanos();
  }

  /**
   * If the epoch before was this node's own, a wait that was due to the one before that goes on.
   */
  private void awaitOther(Holding before, Holding standing) {
    boolean next = standing.epoch() == before.epoch() + 1;
    boolean first = next && before.equals(Holding.NOBODY);
    if (first || state.peer.leftEpoch(outlasts()) >= standing.epoch() - 1) {
      state.tenure.await(System.nanoTime());
    } else if (!next || !state.holds(before)) {
      state.tenure.await(System.nanoTime() + outlasts());
    }
  }
}
