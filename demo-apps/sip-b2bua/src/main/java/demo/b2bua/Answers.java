package demo.b2bua;

import demo.sip.SipNode;
import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TransactionState;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Carries answers of one leg over to the other, and handles requests that nobody answered. */
final class Answers {
  private final BridgeTable bridges;
  private final Messages messages;
  private final InDialog inDialog;

  Answers(BridgeTable bridges, Messages messages, InDialog inDialog) {
    this.bridges = bridges;
    this.messages = messages;
    this.inDialog = inDialog;
  }

  void handle(Response response, ClientTransaction transaction)
      throws SipException, ParseException, InvalidArgumentException {
    int status = response.getStatusCode();
    // The stack itself repeats the ACK when a 2xx is repeated.
    if (transaction == null
        || status == Response.TRYING
        || !(transaction.getApplicationData() instanceof Relay relay)) {
      return;
    }
    Bridge bridge = relay.bridge();
    boolean initial = transaction.equals(bridge.downstream);
    if (initial && status / 100 == 2 && !bridge.establish()) {
      return;
    }
    if (isOpen(relay.upstream())) {
      relay.upstream().sendResponse(messages.answer(response, relay.upstream(), bridge));
    }
    if (initial && status / 100 == 2) {
      bridges.limitDuration(bridge, () -> SipNode.guarded("expiry", () -> inDialog.expire(bridge)));
    }
    if ((relay.method().equals(Request.BYE) && status >= 200) || (initial && status >= 300)) {
      bridges.close(bridge);
    }
  }

  void timedOut(ClientTransaction transaction)
      throws SipException, ParseException, InvalidArgumentException {
    if (!(transaction.getApplicationData() instanceof Relay relay)) {
      return;
    }
    if (isOpen(relay.upstream())) {
      relay
          .upstream()
          .sendResponse(
              messages.answer(Response.REQUEST_TIMEOUT, relay.upstream(), relay.bridge().ownTag));
    }
    if (relay.method().equals(Request.BYE) || transaction.equals(relay.bridge().downstream)) {
      bridges.close(relay.bridge());
    }
  }

  private static boolean isOpen(ServerTransaction upstream) {
    return upstream != null
        && !TransactionState.COMPLETED.equals(upstream.getState())
        && !TransactionState.TERMINATED.equals(upstream.getState());
  }
}
