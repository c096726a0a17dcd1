package demo.b2bua;

import demo.sip.Endpoint;
import demo.sip.SipNode;
import gov.nist.javax.sip.Utils;
import java.text.ParseException;
import java.util.List;
import javax.sip.Dialog;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.SubjectHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;

/** Makes the messages of one leg out of those of the other. */
final class Messages {
  private static final int MAX_FORWARDS = 70;

  private final SipNode node;
  private final int ownPort;

  Messages(SipNode node, Endpoint bind) {
    this.node = node;
    this.ownPort = bind.port();
  }

  static String newTag() {
    return Utils.getInstance().generateTag();
  }

  /** The INVITE of the second leg: a call of its own, from the same user to the node. */
  Request invite(Request received, Endpoint callee, String ownHost)
      throws ParseException, InvalidArgumentException {
    String user = ((SipURI) received.getRequestURI()).getUser();
    SipURI target = node.addresses().createSipURI(user, callee.host());
    target.setPort(callee.port());
    FromHeader callerFrom = (FromHeader) received.getHeader(FromHeader.NAME);
    FromHeader from = node.headers().createFromHeader(callerFrom.getAddress(), newTag());
    ToHeader to = node.headers().createToHeader(node.addresses().createAddress(target), null);
    Request invite =
        node.messages()
            .createRequest(
                target,
                Request.INVITE,
                node.provider().getNewCallId(),
                node.headers().createCSeqHeader(1L, Request.INVITE),
                from,
                to,
                List.of(node.headers().createViaHeader(ownHost, ownPort, "udp", null)),
                node.headers().createMaxForwardsHeader(MAX_FORWARDS));
    invite.setHeader(contact(ownHost));
    carry(received, invite);
    return invite;
  }

  /** The request of the other leg that says the same. */
  Request inDialog(Request received, Dialog other, String ownHost)
      throws SipException, ParseException, InvalidArgumentException {
    return address(other.createRequest(received.getMethod()), received, ownHost);
  }

  /** The ACK of the other leg's last INVITE. */
  Request ack(Request received, Dialog other, long inviteSequence, String ownHost)
      throws SipException, ParseException, InvalidArgumentException {
    return address(other.createAck(inviteSequence), received, ownHost);
  }

  /** A BYE that the server itself wants. */
  Request bye(Dialog dialog, String ownHost)
      throws SipException, ParseException, InvalidArgumentException {
    return address(dialog.createRequest(Request.BYE), null, ownHost);
  }

  /** The answer to the first leg that says what the second leg's answer says. */
  Response answer(Response received, ServerTransaction upstream, Bridge bridge)
      throws ParseException, InvalidArgumentException {
    Response answer = answer(received.getStatusCode(), upstream, bridge.ownTag);
    if (received.getStatusCode() < 300) {
      answer.setHeader(contact(bridge.ownHost));
    }
    carry(received, answer);
    return answer;
  }

  /**
   * An answer of the server's own.
   *
   * @param ownTag To tag, used if the request had none
   */
  Response answer(int status, ServerTransaction upstream, String ownTag)
      throws ParseException, InvalidArgumentException {
    Response answer = node.messages().createResponse(status, upstream.getRequest());
    ToHeader to = (ToHeader) answer.getHeader(ToHeader.NAME);
    if (to.getTag() == null && status != Response.TRYING) {
      to.setTag(ownTag);
    }
    return answer;
  }

  private Request address(Request request, Request original, String ownHost)
      throws ParseException, InvalidArgumentException {
    ViaHeader via = (ViaHeader) request.getHeader(ViaHeader.NAME);
    via.setHost(ownHost);
    via.setPort(ownPort);
    request.setHeader(contact(ownHost));
    if (original != null) {
      carry(original, request);
    }
    return request;
  }

  private Header contact(String ownHost) throws ParseException {
    SipURI own = node.addresses().createSipURI("b2bua", ownHost);
    own.setPort(ownPort);
    Address address = node.addresses().createAddress(own);
    return node.headers().createContactHeader(address);
  }

  private static void carry(Message from, Message to) throws ParseException {
    Header subject = from.getHeader(SubjectHeader.NAME);
    if (subject != null) {
      to.setHeader((Header) subject.clone());
    }
    ContentTypeHeader type = (ContentTypeHeader) from.getHeader(ContentTypeHeader.NAME);
    if (type != null && from.getRawContent() != null) {
      to.setContent(from.getRawContent(), (ContentTypeHeader) type.clone());
    }
  }
}
