package demo.alg;

import demo.sip.SipNode;
import java.text.ParseException;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionState;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Passes responses back, and handles requests that nobody answered. */
final class Responses {
  private final SipNode node;
  private final CallTable calls;
  private final Rewriter rewriter;

  Responses(SipNode node, CallTable calls, Rewriter rewriter) {
    this.node = node;
    this.calls = calls;
    this.rewriter = rewriter;
  }

  void handle(ResponseEvent event) throws SipException, ParseException, InvalidArgumentException {
    Response response = event.getResponse();
    int status = response.getStatusCode();
    Call call = calls.find(((CallIdHeader) response.getHeader(CallIdHeader.NAME)).getCallId());
    if (status == Response.TRYING || call == null) {
      return; // 100 is hop by hop; what belongs to no call is not passed on
    }
    String method = ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getMethod();
    boolean first = method.equals(Request.INVITE) && learn(call, response);
    ClientTransaction transaction = event.getClientTransaction();
    Leg leg = transaction == null ? null : (Leg) transaction.getApplicationData();
    Response back = rewriter.passBack(response, call.ownHost);
    if (leg == null) {
      // The node repeats its 2xx until the ACK: that is passed on end to end (RFC 3261 §13.3.1.4).
      if (method.equals(Request.INVITE) && status / 100 == 2) {
        node.provider().sendResponse(back);
      }
      return;
    }
    if (isOpen(leg.upstream)) {
      leg.upstream.sendResponse(back);
    } else if (status / 100 == 2) {
      node.provider().sendResponse(back);
    }
    if (first) {
      calls.limitDuration(call);
    }
    if (endsCall(call, method, status)) {
      calls.close(call);
    }
  }

  /** Returns true for the 2xx that establishes the call. */
  private static boolean learn(Call call, Response response) {
    String tag = ((ToHeader) response.getHeader(ToHeader.NAME)).getTag();
    if (tag != null && response.getStatusCode() < 300) {
      call.learnCallee(tag, Rewriter.contactOf(response));
    }
    return response.getStatusCode() / 100 == 2 && call.establish();
  }

  private static boolean endsCall(Call call, String method, int status) {
    if (status < 200) {
      return false;
    }
    if (method.equals(Request.BYE)) {
      return true;
    }
    return method.equals(Request.INVITE) && status >= 300 && call.pendingInvite() != null;
  }

  private static boolean isOpen(ServerTransaction transaction) {
    return !TransactionState.TERMINATED.equals(transaction.getState());
  }

  /** A request was never answered: RFC 3261 §16.8 for INVITE; else nothing (RFC 4320). */
  void timedOut(TimeoutEvent event) throws SipException, ParseException, InvalidArgumentException {
    if (event.isServerTransaction()
        || !(event.getClientTransaction().getApplicationData() instanceof Leg leg)) {
      return;
    }
    boolean setup = leg.call.pendingInvite() != null;
    if (leg.method.equals(Request.INVITE) && isOpen(leg.upstream)) {
      leg.upstream.sendResponse(
          node.messages().createResponse(Response.REQUEST_TIMEOUT, leg.upstream.getRequest()));
    }
    if (leg.method.equals(Request.BYE) || (leg.method.equals(Request.INVITE) && setup)) {
      calls.close(leg.call);
    }
  }
}
