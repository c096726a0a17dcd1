package io.understudy.netctl.daemon;

import io.understudy.link.message.PeerBeat;
import java.util.concurrent.TimeUnit;

/**
 * A server that begins as primary or as backup, whichever is to be: of two that begin together the
 * one of the node whose name comes first is primary. Under the node's lock.
 *
 * <p>Both nodes say what they are about to do, and neither decides before the other has answered a
 * heartbeat that says it: so it is known to both, whoever began first.
 */
final class Beginning {
  /** What is to become of it. */
  enum Verdict {
    WAIT,
    PRIMARY,
    BACKUP
  }

  private static final int NONE = 0;
  private static final int ASKS = 1;
  private static final int IS_TO = 2;

  /** The other node's netctl may be starting. */
  private static final long LEAST_SILENCE = TimeUnit.SECONDS.toNanos(2);

  /** A server that was to be primary and has not registered by then has failed to start. */
  private static final long REGISTERS = TimeUnit.SECONDS.toNanos(60);

  private final NodeState state;
  private int stage = NONE;
  private long sinceNanos;

  Beginning(NodeState state) {
    this.state = state;
  }

  /** What this node's heartbeats say of it. */
  int stage(long now) {
    if (stage == IS_TO && (state.agent != null || now - sinceNanos > REGISTERS)) {
      stage = NONE;
    }
    return stage;
  }

  /** A server asks. */
  void begin(long now) {
    stage = ASKS;
    sinceNanos = now;
    state.peer.tell();
  }

  Verdict judge(long now) {
    PeerWord word = state.peer.word();
    if (!word.configured()) {
      return primary(now);
    }
    PeerBeat said = state.peer.said();
    if (word.counts() && (word.speaking() || word.agentAlive() || said.getBegins() == IS_TO)) {
      stage = NONE;
      return Verdict.BACKUP;
    }
    if (!word.counts()) {
      boolean alone = word.silent() && now - sinceNanos > LEAST_SILENCE;
      return alone ? primary(now) : Verdict.WAIT;
    }
    if (!state.peer.answersSince(sinceNanos)) {
      state.peer.say();
      return Verdict.WAIT;
    }
    boolean first = state.configuration.node().compareTo(said.getNode()) < 0;
    if (said.getBegins() == ASKS && !first) {
      stage = NONE;
      return Verdict.BACKUP;
    }
    return primary(now);
  }

  private Verdict primary(long now) {
    stage = IS_TO;
    sinceNanos = now;
    state.peer.tell();
    return Verdict.PRIMARY;
  }
}
