package demo.alg;

import demo.sip.Cluster;
import java.util.concurrent.Future;
import javax.sip.ClientTransaction;
import javax.sip.address.SipURI;

/**
 * What the gateway remembers of one call. Plain object, compared by identity. Guarded by its own
 * monitor, since messages of one call may be handled by several worker threads.
 */
final class Call {
  enum Phase {
    SETUP,
    ESTABLISHED,
    ENDED
  }

  final String callId;
  final String callerTag;
  final SipURI callerContact;
  final Cluster.Node node;

  /** Host that the gateway names in Via and Contact towards both sides. */
  final String ownHost;

  private Phase phase = Phase.SETUP;
  private String calleeTag;
  private SipURI calleeContact;
  private ClientTransaction invite;
  private Future<?> timer;

  Call(String callId, String callerTag, SipURI callerContact, Cluster.Node node, String ownHost) {
    this.callId = callId;
    this.callerTag = callerTag;
    this.callerContact = callerContact;
    this.node = node;
    this.ownHost = ownHost;
  }

  /** Remembers the transaction of the INVITE towards the node, for a CANCEL. */
  synchronized void inviteSent(ClientTransaction transaction) {
    invite = transaction;
  }

  /** The pending INVITE towards the node, or null if it has been answered. */
  synchronized ClientTransaction pendingInvite() {
    return phase == Phase.SETUP ? invite : null;
  }

  /** Learns the callee's side of the dialog from a response with a To tag. */
  synchronized void learnCallee(String tag, SipURI contact) {
    if (phase == Phase.ESTABLISHED) {
      return;
    }
    calleeTag = tag;
    if (contact != null) {
      calleeContact = contact;
    }
  }

  /** Returns true for the first 2xx only. */
  synchronized boolean establish() {
    if (phase != Phase.SETUP) {
      return false;
    }
    phase = Phase.ESTABLISHED;
    invite = null;
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

  /**
   * Where an in-dialog request goes, or null if the tags do not belong to this call.
   *
   * @param fromTag tag of the sender
   * @param toTag tag of the receiver
   */
  synchronized SipURI target(String fromTag, String toTag) {
    if (calleeTag == null) {
      return null;
    }
    if (fromTag.equals(callerTag) && toTag.equals(calleeTag)) {
      return calleeContact;
    }
    return fromTag.equals(calleeTag) && toTag.equals(callerTag) ? callerContact : null;
  }

  /** One line of a digest. */
  synchronized String describe() {
    return "call "
        + callId
        + ' '
        + phase
        + ' '
        + callerTag
        + ' '
        + calleeTag
        + ' '
        + node.endpoint()
        + ' '
        + calleeContact;
  }
}
