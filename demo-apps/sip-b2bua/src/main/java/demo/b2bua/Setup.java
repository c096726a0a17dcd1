package demo.b2bua;

import demo.sip.Cluster;
import demo.sip.Settings;
import demo.sip.SipNode;
import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Opens and cancels calls. */
final class Setup {
  private final SipNode node;
  private final Settings settings;
  private final BridgeTable bridges;
  private final Messages messages;

  Setup(SipNode node, Settings settings, BridgeTable bridges, Messages messages) {
    this.node = node;
    this.settings = settings;
    this.bridges = bridges;
    this.messages = messages;
  }

  /** An INVITE outside any dialog: calls the node of the new call. */
  void invite(Request request, ServerTransaction upstream)
      throws SipException, ParseException, InvalidArgumentException {
    if (!(request.getRequestURI() instanceof SipURI asked)) {
      upstream.sendResponse(messages.answer(Response.BAD_REQUEST, upstream, Messages.newTag()));
      return;
    }
    upstream.sendResponse(messages.answer(Response.TRYING, upstream, null));
    String ownHost = settings.advertisedHost(asked.getHost());
    Cluster.Node callee = bridges.acquireNode();
    Request invite = messages.invite(request, callee.endpoint(), ownHost);
    ClientTransaction downstream = node.provider().getNewClientTransaction(invite);
    Bridge bridge = new Bridge(upstream, downstream, callee, Messages.newTag(), ownHost);
    bridge.caller().setApplicationData(bridge);
    bridge.callee().setApplicationData(bridge);
    downstream.setApplicationData(new Relay(bridge, Request.INVITE, upstream));
    bridges.open(bridge, () -> SipNode.guarded("ring time-out", () -> giveUp(bridge)));
    downstream.sendRequest();
  }

  /** A CANCEL of the caller (RFC 3261 §9.2). */
  void cancel(RequestEvent event) throws SipException, ParseException, InvalidArgumentException {
    ServerTransaction transaction = event.getServerTransaction();
    Bridge bridge =
        event.getDialog() == null ? null : (Bridge) event.getDialog().getApplicationData();
    if (transaction == null || bridge == null) {
      return;
    }
    transaction.sendResponse(messages.answer(Response.OK, transaction, bridge.ownTag));
    refuse(bridge, Response.REQUEST_TERMINATED);
  }

  private void giveUp(Bridge bridge) throws SipException, ParseException, InvalidArgumentException {
    refuse(bridge, Response.REQUEST_TIMEOUT);
  }

  private void refuse(Bridge bridge, int status)
      throws SipException, ParseException, InvalidArgumentException {
    if (bridge.isSetup()) {
      bridges.close(bridge);
      bridge.upstream.sendResponse(messages.answer(status, bridge.upstream, bridge.ownTag));
      node.provider().getNewClientTransaction(bridge.downstream.createCancel()).sendRequest();
    }
  }
}
