package demo.alg;

import demo.sip.Endpoint;
import demo.sip.Settings;
import demo.sip.SipNode;
import java.text.ParseException;
import java.util.Objects;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Handles requests from either side. Runs on the stack's worker threads. */
final class Requests {
  private final SipNode node;
  private final Settings settings;
  private final CallTable calls;
  private final LegTable legs;
  private final Rewriter rewriter;

  Requests(SipNode node, Settings settings, CallTable calls, LegTable legs, Rewriter rewriter) {
    this.node = node;
    this.settings = settings;
    this.calls = calls;
    this.legs = legs;
    this.rewriter = rewriter;
  }

  void handle(RequestEvent event) throws SipException, ParseException, InvalidArgumentException {
    Request request = event.getRequest();
    String toTag = ((ToHeader) request.getHeader(ToHeader.NAME)).getTag();
    Call call = calls.find(((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId());
    switch (request.getMethod()) {
      case Request.ACK -> acknowledge(request, toTag, call);
      case Request.CANCEL -> cancel(event, call);
      default -> {
        if (toTag != null) {
          inDialog(event, toTag, call);
        } else if (request.getMethod().equals(Request.INVITE)) {
          invite(event, call);
        } else {
          refuse(request, outOfDialogStatus(request));
        }
      }
    }
  }

  private static int outOfDialogStatus(Request request) {
    return request.getMethod().equals(Request.OPTIONS) ? Response.OK : Response.METHOD_NOT_ALLOWED;
  }

  /** An ACK of a 2xx travels end to end and has no transaction; one for no call is dropped. */
  private void acknowledge(Request request, String toTag, Call call)
      throws SipException, ParseException, InvalidArgumentException {
    SipURI target = call == null ? null : call.target(fromTag(request), toTag);
    Request forward = target == null ? null : rewriter.forward(request, target, call.ownHost);
    if (forward != null) {
      Rewriter.statelessBranch(forward);
      node.provider().sendRequest(forward);
    }
  }

  private void invite(RequestEvent event, Call known)
      throws SipException, ParseException, InvalidArgumentException {
    if (known != null) {
      return; // a retransmission after the answer: the node repeats its 200 until the ACK
    }
    Request request = event.getRequest();
    SipURI callerContact = Rewriter.contactOf(request);
    if (callerContact == null || !(request.getRequestURI() instanceof SipURI asked)) {
      refuse(request, Response.BAD_REQUEST);
      return;
    }
    ServerTransaction upstream = transactionOf(event);
    String callId = ((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId();
    String ownHost = settings.advertisedHost(asked.getHost());
    Call call =
        upstream == null ? null : calls.open(callId, fromTag(request), callerContact, ownHost);
    if (call == null) {
      return;
    }
    upstream.sendResponse(node.messages().createResponse(Response.TRYING, request));
    Endpoint endpoint = call.node.endpoint();
    SipURI target = node.addresses().createSipURI(asked.getUser(), endpoint.host());
    target.setPort(endpoint.port());
    calls.limitRinging(call, () -> SipNode.guarded("ring time-out", () -> cancelPending(call)));
    if (!send(call, request, target, upstream)) {
      calls.close(call);
    }
  }

  private void inDialog(RequestEvent event, String toTag, Call call)
      throws SipException, ParseException, InvalidArgumentException {
    Request request = event.getRequest();
    SipURI target = call == null ? null : call.target(fromTag(request), toTag);
    if (target == null) {
      refuse(request, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      return;
    }
    ServerTransaction upstream = transactionOf(event);
    if (upstream != null) {
      send(call, request, target, upstream);
    }
  }

  private void cancel(RequestEvent event, Call call)
      throws SipException, ParseException, InvalidArgumentException {
    Request request = event.getRequest();
    if (call == null) {
      refuse(request, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
      return;
    }
    ServerTransaction upstream = transactionOf(event);
    if (upstream != null) {
      upstream.sendResponse(node.messages().createResponse(Response.OK, request));
      cancelPending(call);
    }
  }

  private void cancelPending(Call call) throws SipException {
    ClientTransaction invite = call.pendingInvite();
    if (invite != null) {
      node.provider().getNewClientTransaction(invite.createCancel()).sendRequest();
    }
  }

  private boolean send(Call call, Request request, SipURI target, ServerTransaction upstream)
      throws SipException, ParseException, InvalidArgumentException {
    Request forward = rewriter.forward(request, target, call.ownHost);
    if (forward == null) {
      upstream.sendResponse(node.messages().createResponse(Response.TOO_MANY_HOPS, request));
      return false;
    }
    ClientTransaction downstream = node.provider().getNewClientTransaction(forward);
    Leg leg = new Leg(call, request.getMethod(), upstream);
    downstream.setApplicationData(leg);
    legs.add(leg, downstream);
    if (request.getMethod().equals(Request.INVITE)) {
      call.inviteSent(downstream);
    }
    downstream.sendRequest();
    return true;
  }

  /** The server transaction, or null if the request is a repetition that is being handled. */
  private ServerTransaction transactionOf(RequestEvent event) throws SipException {
    if (event.getServerTransaction() != null) {
      return event.getServerTransaction();
    }
    try {
      return node.provider().getNewServerTransaction(event.getRequest());
    } catch (TransactionAlreadyExistsException e) {
      return null;
    }
  }

  /** Answers without keeping state: a repeated request gets the same answer again. */
  private void refuse(Request request, int status) throws SipException, ParseException {
    node.provider().sendResponse(node.messages().createResponse(status, request));
  }

  private static String fromTag(Request request) {
    return Objects.requireNonNullElse(
        ((FromHeader) request.getHeader(FromHeader.NAME)).getTag(), "");
  }
}
