import gov.nist.javax.sip.SipStackExt;
import java.util.ArrayList;
import java.util.EventObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.ListeningPoint;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.SipStack;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.address.Address;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * A user agent server on JAIN-SIP, with its transactions, dialogs, timers and threads as they are
 * by default.
 *
 * <p>Usage: {@code java JainUas HOST PORT udp|tcp|tls [PROPERTY=VALUE...]}, properties of the
 * stack.
 */
public final class JainUas implements SipListener {
  private final Map<Object, String> dialogs = new HashMap<>(); // identity hashes: plain objects
  private final SipFactory factory = SipFactory.getInstance();
  private final SipProvider provider;
  private final Address contact;
  private long hash;
  private int requests;
  private int terminated;
  private int timeouts;

  private JainUas(String host, int port, String transport, Properties properties) throws Exception {
    factory.setPathName("gov.nist");
    SipStack stack = factory.createSipStack(properties);
    if (!(stack instanceof SipStackExt)) {
      throw new IllegalStateException("another stack: " + stack);
    }
    ListeningPoint point = stack.createListeningPoint(host, port, transport);
    provider = stack.createSipProvider(point);
    String uri = "sip:guest@" + host + ":" + port + ";transport=" + transport;
    contact = factory.createAddressFactory().createAddress(uri);
    provider.addSipListener(this);
    stack.start();
  }

  public static void main(String[] args) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("javax.sip.STACK_NAME", "guest");
    for (int i = 3; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      properties.setProperty(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    new JainUas(args[0], Integer.parseInt(args[1]), args[2], properties);
    System.out.println("ready");
  }

  @Override
  public void processRequest(RequestEvent event) {
    Request request = event.getRequest();
    try {
      note(request.toString());
      String method = request.getMethod();
      if (method.equals("STOP")) {
        System.out.println(state());
        System.exit(0);
      } else if (!method.equals(Request.ACK)) {
        answer(event, request, method.equals(Request.INVITE));
      }
    } catch (Exception e) {
      System.out.println("not answered: " + e);
    }
  }

  private void answer(RequestEvent event, Request request, boolean invite) throws Exception {
    ServerTransaction transaction = event.getServerTransaction();
    if (transaction == null) {
      transaction = provider.getNewServerTransaction(request);
    }
    if (invite) {
      open(new Object(), request);
      transaction.sendResponse(response(Response.RINGING, request));
    }
    transaction.sendResponse(response(Response.OK, request));
  }

  private Response response(int status, Request request) throws Exception {
    Response response = factory.createMessageFactory().createResponse(status, request);
    ToHeader to = (ToHeader) response.getHeader(ToHeader.NAME);
    if (to.getTag() == null) {
      to.setTag("t" + request.getHeader("Call-ID").hashCode());
    }
    response.addHeader(factory.createHeaderFactory().createContactHeader(contact));
    return response;
  }

  private synchronized void open(Object key, Request request) {
    dialogs.put(key, request.getHeader("Call-ID").toString().trim());
    if (dialogs.size() > 20) {
      dialogs.remove(dialogs.keySet().iterator().next());
    }
  }

  private synchronized void note(String text) {
    hash = 31 * hash + text.hashCode();
    requests++;
  }

  private synchronized String state() {
    List<String> last = new ArrayList<>(dialogs.values());
    return "HASH %016x %d requests, %d ended, %d late, %s"
        .formatted(hash, requests, terminated, timeouts, last);
  }

  @Override
  public synchronized void processTimeout(TimeoutEvent event) {
    timeouts++;
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    ended(event);
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {
    ended(event);
  }

  private synchronized void ended(EventObject event) {
    terminated++;
    hash = 31 * hash + event.getClass().getName().hashCode();
  }

  @Override
  public void processResponse(ResponseEvent event) {
    note(event.getResponse().toString());
  }

  @Override
  public void processIOException(IOExceptionEvent event) {
    System.out.println("no connection to " + event.getHost());
  }
}
