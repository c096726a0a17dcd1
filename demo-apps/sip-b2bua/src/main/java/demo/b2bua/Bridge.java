package demo.b2bua;

import demo.sip.Cluster;
import java.util.concurrent.Future;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.ServerTransaction;

/**
 * One call: the caller's dialog, the callee's dialog, and what ties them together. Plain object,
 * compared by identity. Guarded by its own monitor, since messages of both legs may be handled at
 * the same time.
 */
final class Bridge {
  enum Phase {
    SETUP,
    ESTABLISHED,
    ENDED
  }

  /** The caller's INVITE. */
  final ServerTransaction upstream;

  /** The INVITE to the callee. */
  final ClientTransaction downstream;

  final Cluster.Node node;

  /** Tag of our side of the caller's dialog. */
  final String ownTag;

  /** Host that the server names in Via and Contact towards both sides. */
  final String ownHost;

  private Phase phase = Phase.SETUP;
  private long ackedToCallee;
  private long ackedToCaller;
  private Future<?> timer;

  Bridge(
      ServerTransaction upstream,
      ClientTransaction downstream,
      Cluster.Node node,
      String ownTag,
      String ownHost) {
    this.upstream = upstream;
    this.downstream = downstream;
    this.node = node;
    this.ownTag = ownTag;
    this.ownHost = ownHost;
  }

  Dialog caller() {
    return upstream.getDialog();
  }

  Dialog callee() {
    return downstream.getDialog();
  }

  /** The other leg's dialog. */
  Dialog peerOf(Dialog dialog) {
    return isCaller(dialog) ? callee() : caller();
  }

  boolean isCaller(Dialog dialog) {
    return dialog.equals(caller());
  }

  /**
   * Says that the 2xx of this INVITE is now acknowledged to the side of this dialog; returns false
   * if it was before.
   */
  synchronized boolean acknowledge(Dialog dialog, long inviteSequence) {
    if (isCaller(dialog)) {
      boolean first = inviteSequence > ackedToCaller;
      ackedToCaller = inviteSequence;
      return first;
    }
    boolean first = inviteSequence > ackedToCallee;
    ackedToCallee = inviteSequence;
    return first;
  }

  synchronized boolean isSetup() {
    return phase == Phase.SETUP;
  }

  /** Returns true for the first 2xx only. */
  synchronized boolean establish() {
    if (phase != Phase.SETUP) {
      return false;
    }
    phase = Phase.ESTABLISHED;
    return true;
  }

  /** Returns true if the call was not over yet. */
  synchronized boolean end() {
    if (phase == Phase.ENDED) {
      return false;
    }
    phase = Phase.ENDED;
    replaceTimer(null);
    return true;
  }

  /** Sets the one timer of the call; the former one is cancelled. A call that is over has none. */
  synchronized void replaceTimer(Future<?> next) {
    if (timer != null) {
      timer.cancel(false);
    }
    timer = next;
    if (next != null && phase == Phase.ENDED) {
      next.cancel(false);
    }
  }

  /** One line of a digest. */
  synchronized String describe() {
    return "bridge " + phase + ' ' + node.endpoint() + describe(caller()) + describe(callee());
  }

  private static String describe(Dialog dialog) {
    return " ["
        + dialog.getCallId().getCallId()
        + ' '
        + dialog.getState()
        + ' '
        + dialog.getLocalTag()
        + ' '
        + dialog.getRemoteTag()
        + ' '
        + dialog.getLocalSeqNumber()
        + ' '
        + dialog.getRemoteSeqNumber()
        + ']';
  }
}
