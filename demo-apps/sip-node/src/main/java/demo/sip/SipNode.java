package demo.sip;

import gov.nist.core.CommonLogger;
import gov.nist.javax.sip.SipStackImpl;
import java.util.Properties;
import javax.sip.ListeningPoint;
import javax.sip.SipException;
import javax.sip.SipFactory;
import javax.sip.SipListener;
import javax.sip.SipProvider;
import javax.sip.address.AddressFactory;
import javax.sip.header.HeaderFactory;
import javax.sip.message.MessageFactory;

/** One JAIN-SIP stack with one UDP listening point, and its factories. */
public final class SipNode {
  private static final String NIST = "gov.nist.javax.sip.";
  private static final String MAX_MESSAGE_BYTES = "16384";
  private static final String UDP_BUFFER_BYTES = "1048576";

  static {
    // The stack's own default logger needs log4j, also before the properties are read.
    CommonLogger.legacyLogger = new SilentStackLogger();
  }

  private final SipStackImpl stack;
  private final SipProvider provider;
  private final AddressFactory addresses;
  private final HeaderFactory headers;
  private final MessageFactory messages;

  /**
   * Binds the socket; no message is delivered before {@link #start}.
   *
   * @param dialogs whether the stack keeps dialogs (user agents) or not (proxies)
   */
  public SipNode(String name, Settings settings, boolean dialogs) throws Exception {
    SipFactory factory = SipFactory.getInstance();
    factory.setPathName("gov.nist");
    stack = (SipStackImpl) factory.createSipStack(properties(name, settings.workers(), dialogs));
    addresses = factory.createAddressFactory();
    headers = factory.createHeaderFactory();
    messages = factory.createMessageFactory();
    Endpoint bind = settings.bind();
    ListeningPoint point = stack.createListeningPoint(bind.host(), bind.port(), ListeningPoint.UDP);
    provider = stack.createSipProvider(point);
  }

  private static Properties properties(String name, int workers, boolean dialogs) {
    Properties p = new Properties();
    p.setProperty("javax.sip.STACK_NAME", name);
    p.setProperty("javax.sip.AUTOMATIC_DIALOG_SUPPORT", dialogs ? "on" : "off");
    p.setProperty(NIST + "AUTOMATIC_DIALOG_ERROR_HANDLING", Boolean.toString(dialogs));
    p.setProperty(NIST + "STACK_LOGGER", SilentStackLogger.class.getName());
    p.setProperty(NIST + "SERVER_LOGGER", SilentServerLogger.class.getName());
    p.setProperty(NIST + "THREAD_POOL_SIZE", Integer.toString(workers));
    p.setProperty(NIST + "THREAD_PRIORITY", Integer.toString(Thread.NORM_PRIORITY));
    p.setProperty(NIST + "REENTRANT_LISTENER", "true");
    p.setProperty(NIST + "CONGESTION_CONTROL_TIMEOUT", "0");
    p.setProperty(NIST + "MAX_MESSAGE_SIZE", MAX_MESSAGE_BYTES);
    p.setProperty(NIST + "RECEIVE_UDP_BUFFER_SIZE", UDP_BUFFER_BYTES);
    p.setProperty(NIST + "SEND_UDP_BUFFER_SIZE", UDP_BUFFER_BYTES);
    return p;
  }

  /** Starts delivery of messages to the listener, on the stack's worker threads. */
  public void start(SipListener listener) throws Exception {
    provider.addSipListener(listener);
    stack.start();
  }

  public SipProvider provider() {
    return provider;
  }

  public AddressFactory addresses() {
    return addresses;
  }

  public HeaderFactory headers() {
    return headers;
  }

  public MessageFactory messages() {
    return messages;
  }

  /** Sizes of the stack's transaction tables, as one line of a digest. */
  public String describeTransactions() {
    return "transactions client="
        + stack.getClientTransactionTableSize()
        + " server="
        + stack.getServerTransactionTableSize();
  }

  /** Runs a step of message handling; a failure is told and never ends the worker thread. */
  public static void guarded(String what, Step step) {
    try {
      step.run();
    } catch (SipException | java.text.ParseException | javax.sip.InvalidArgumentException e) {
      System.err.println(what + ": " + e);
    }
  }

  /** A step that calls the stack. */
  @FunctionalInterface
  public interface Step {
    void run() throws SipException, java.text.ParseException, javax.sip.InvalidArgumentException;
  }
}
