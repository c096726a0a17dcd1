package demo.b2bua;

import demo.sip.SipNode;
import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Carries requests of one dialog over to the other. */
final class InDialog {
  private final SipNode node;
  private final BridgeTable bridges;
  private final Messages messages;

  InDialog(SipNode node, BridgeTable bridges, Messages messages) {
    this.node = node;
    this.bridges = bridges;
    this.messages = messages;
  }

  /**
   * The ACK of a 2xx: the other leg's 2xx is acknowledged too. Once only: when that 2xx is repeated
   * the stack itself repeats the ACK.
   */
  void acknowledge(Request request, Dialog dialog)
      throws SipException, ParseException, InvalidArgumentException {
    if (dialog == null || !(dialog.getApplicationData() instanceof Bridge bridge)) {
      return;
    }
    Dialog other = bridge.peerOf(dialog);
    long sequence = other.getLocalSeqNumber();
    if (DialogState.CONFIRMED.equals(other.getState()) && bridge.acknowledge(other, sequence)) {
      other.sendAck(messages.ack(request, other, sequence, bridge.ownHost));
    }
  }

  /** A BYE: answered at once, and the other leg is ended too. */
  void hangUp(ServerTransaction upstream, Bridge bridge, Dialog dialog)
      throws SipException, ParseException, InvalidArgumentException {
    upstream.sendResponse(messages.answer(Response.OK, upstream, bridge.ownTag));
    bye(bridge, bridge.peerOf(dialog));
  }

  /** Ends both legs of a call that has lasted too long. */
  void expire(Bridge bridge) throws SipException, ParseException, InvalidArgumentException {
    bye(bridge, bridge.caller());
    bye(bridge, bridge.callee());
  }

  /** Any other request of a dialog, re-INVITE included: waits for the other side's answer. */
  void relay(Request request, ServerTransaction upstream, Bridge bridge, Dialog dialog)
      throws SipException, ParseException, InvalidArgumentException {
    Dialog other = bridge.peerOf(dialog);
    send(messages.inDialog(request, other, bridge.ownHost), other, bridge, upstream);
  }

  private void bye(Bridge bridge, Dialog dialog)
      throws SipException, ParseException, InvalidArgumentException {
    if (DialogState.CONFIRMED.equals(dialog.getState())) {
      send(messages.bye(dialog, bridge.ownHost), dialog, bridge, null);
    } else {
      bridges.close(bridge);
    }
  }

  private void send(Request request, Dialog dialog, Bridge bridge, ServerTransaction upstream)
      throws SipException {
    ClientTransaction transaction = node.provider().getNewClientTransaction(request);
    transaction.setApplicationData(new Relay(bridge, request.getMethod(), upstream));
    dialog.sendRequest(transaction);
  }
}
