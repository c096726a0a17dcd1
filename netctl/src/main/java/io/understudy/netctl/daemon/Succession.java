package io.understudy.netctl.daemon;

import io.understudy.link.message.AgentPeerLost;
import io.understudy.link.message.PeerLostReason;

/**
 * Whether this node's backup may follow its primary as speaker. Under the node's lock.
 *
 * <p>A link that ends is no death: a primary that drops its backup ends it too, and speaks on. So
 * the other node's netctl is heard first. Its word that its agent has ended is enough by itself: it
 * has shut its gate before.
 */
final class Succession {
  /** What is to be done. */
  enum Verdict {
    /** Nothing has happened. */
    FOLLOW,
    /** The link has ended, and the other node may still say that it speaks. */
    WAIT,
    TAKE_OVER,
    /** The primary went on without this backup: told once. */
    HOLD,
    /** This backup was held, and now the primary is dead too. */
    OUTDATED
  }

  private final long waitNanos;
  private boolean primarySpoke;
  private boolean held;
  private AgentPeerLost lost;
  private long lostNanos;

  /**
   * @param waitNanos how old the peer's word may be, counted back from the link's end, to be taken
   *     for one of before
   */
  Succession(long waitNanos) {
    this.waitNanos = waitNanos;
  }

  /**
   * The backup has registered, or has joined its primary again.
   *
   * @param peer what was heard before: the primary may die before it is heard a second time
   */
  void follows(PeerWord peer) {
    primarySpoke = speaks(peer);
    held = false;
    lost = null;
  }

  /** The backup's agent has lost its link. */
  void lost(AgentPeerLost what, long now) {
    if (held) {
      return;
    }
    held = what.getReason() == PeerLostReason.PEER_LOST_DROPPED;
    lost = what;
    lostNanos = now;
  }

  /** The primary went on in an epoch of its own. */
  void outdated() {
    held = true;
  }

  /** Why the last verdict was given. */
  String reason() {
    return lost == null
        ? "the other node's server has ended"
        : lost.getDetail() + " at position " + lost.getPosition();
  }

  /**
   * @param epoch the highest that this node knows
   * @param now {@link System#nanoTime}
   * @param arbitrated an arbiter decides; without one the other node must not come back
   */
  Verdict judge(PeerWord peer, long epoch, long now, boolean arbitrated) {
    boolean entitled = peer.counts() && peer.epoch() >= epoch;
    boolean ended = entitled && peer.agentEnded() && !peer.speaking();
    primarySpoke |= speaks(peer);
    if (held) {
      return ended ? Verdict.OUTDATED : Verdict.FOLLOW;
    }
    if (lost == null) {
      // the end of a primary that this backup never knew is none of its business; that it is silent
      // though its log comes may be a fault of the heartbeats' paths: the arbiter knows
      boolean silent = arbitrated && peer.heard() && peer.silent();
      return (ended || silent) && primarySpoke ? Verdict.TAKE_OVER : Verdict.FOLLOW;
    }
    boolean leaves = lost.getReason() == PeerLostReason.PEER_LOST_FAREWELL;
    if (!arbitrated && !leaves && peer.counts() && !peer.speaking() && peer.agentAlive()) {
      return Verdict.FOLLOW; // it has lost its lease, and asks for this node's consent
    }
    if (lost.getReason() == PeerLostReason.PEER_LOST_SILENT) {
      // the link stands: its silence counts only beside that of the netctl, or its word; one that
      // was started anew knows of no epoch until its agent, which is silent too, registers again
      held = peer.counts() && peer.speaking() && peer.epoch() > epoch; // it went on alone
      if (held) {
        return Verdict.HOLD;
      }
      boolean silent = peer.configured() ? peer.silent() : arbitrated;
      boolean nobody = peer.counts() ? !peer.speaking() : silent;
      return nobody ? Verdict.TAKE_OVER : Verdict.FOLLOW;
    }
    if (entitled && peer.speaking()) {
      // a primary that took leave is no speaker, though its netctl may not know it yet
      held = !leaves && peer.nanos() - lostNanos >= waitNanos;
      return held ? Verdict.HOLD : Verdict.WAIT;
    }
    boolean undecided = peer.configured() && !peer.counts() && !waited(peer, now);
    return undecided ? Verdict.WAIT : Verdict.TAKE_OVER;
  }

  private static boolean speaks(PeerWord peer) {
    return peer.counts() && peer.speaking();
  }

  /** A peer that is silent gets the short wait; one not heard yet, the time to be heard. */
  private boolean waited(PeerWord peer, long now) {
    return peer.silent() && now - lostNanos >= waitNanos;
  }
}
