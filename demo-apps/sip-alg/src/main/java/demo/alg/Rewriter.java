package demo.alg;

import demo.sip.Endpoint;
import demo.sip.SipNode;
import java.text.ParseException;
import java.util.Iterator;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.RouteHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Makes the message that goes on out of the message that came in. Each side sees the gateway as its
 * peer: Via and Contact name the gateway, so that ACK, BYE and all else of a dialog come back to
 * it.
 */
final class Rewriter {
  private static final String MAGIC_COOKIE = "z9hG4bK";
  private static final int DEFAULT_MAX_FORWARDS = 70;

  private final SipNode node;
  private final int ownPort;

  Rewriter(SipNode node, Endpoint bind) {
    this.node = node;
    this.ownPort = bind.port();
  }

  /**
   * Returns the request to forward (RFC 3261 §16.6).
   *
   * @param target new request URI
   * @return a copy; null if Max-Forwards is used up
   */
  Request forward(Request request, SipURI target, String ownHost)
      throws SipException, ParseException, InvalidArgumentException {
    Request forward = (Request) request.clone();
    MaxForwardsHeader hops = (MaxForwardsHeader) forward.getHeader(MaxForwardsHeader.NAME);
    if (hops == null) {
      forward.setHeader(node.headers().createMaxForwardsHeader(DEFAULT_MAX_FORWARDS));
    } else if (hops.getMaxForwards() == 0) {
      return null;
    } else {
      hops.setMaxForwards(hops.getMaxForwards() - 1);
    }
    forward.setRequestURI(target);
    forward.removeHeader(RouteHeader.NAME);
    hideContact(forward, ownHost);
    ViaHeader via = node.headers().createViaHeader(ownHost, ownPort, "udp", null);
    forward.addFirst(via);
    return forward;
  }

  /**
   * Gives a request that is forwarded without a transaction its branch: a function of the branch it
   * came with, so that a repetition is known as one (RFC 3261 §16.11).
   */
  static void statelessBranch(Request forward) throws ParseException {
    Iterator<?> vias = forward.getHeaders(ViaHeader.NAME);
    ViaHeader own = (ViaHeader) vias.next();
    String received = ((ViaHeader) vias.next()).getBranch();
    own.setBranch(MAGIC_COOKIE + "-ack-" + received);
  }

  /** Returns the response to pass upstream, without our Via (RFC 3261 §16.7). */
  Response passBack(Response response, String ownHost)
      throws SipException, ParseException, InvalidArgumentException {
    Response back = (Response) response.clone();
    back.removeFirst(ViaHeader.NAME);
    hideContact(back, ownHost);
    return back;
  }

  /** The URI of the Contact header, or null if there is none. */
  static SipURI contactOf(Message message) {
    ContactHeader contact = (ContactHeader) message.getHeader(ContactHeader.NAME);
    return contact != null && contact.getAddress().getURI() instanceof SipURI uri ? uri : null;
  }

  private void hideContact(Message message, String ownHost)
      throws SipException, ParseException, InvalidArgumentException {
    SipURI old = contactOf(message);
    if (old != null) {
      SipURI own = node.addresses().createSipURI(old.getUser(), ownHost);
      own.setPort(ownPort);
      message.setHeader(node.headers().createContactHeader(node.addresses().createAddress(own)));
    }
  }
}
