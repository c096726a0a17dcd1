package demo.b2bua;

import demo.sip.CallTimers;
import demo.sip.DigestFile;
import demo.sip.Settings;
import demo.sip.SipNode;
import java.text.ParseException;
import javax.sip.Dialog;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionAlreadyExistsException;
import javax.sip.TransactionTerminatedEvent;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * SIP back-to-back user agent: answers the caller in a dialog of its own and calls a node of the
 * cluster in another. A request inside a dialog it does not know is answered 481.
 */
public final class SipB2bua implements SipListener {
  private final SipNode node;
  private final Setup setup;
  private final InDialog inDialog;
  private final Answers answers;

  private SipB2bua(SipNode node, Setup setup, InDialog inDialog, Answers answers) {
    this.node = node;
    this.setup = setup;
    this.inDialog = inDialog;
    this.answers = answers;
  }

  public static void main(String[] args) throws Exception {
    Settings settings = Settings.parse("sip-b2bua", args);
    SipNode node = new SipNode("sip-b2bua", settings, true);
    CallTimers timers = new CallTimers();
    BridgeTable bridges = new BridgeTable(settings, timers);
    Messages messages = new Messages(node, settings.bind());
    InDialog inDialog = new InDialog(node, bridges, messages);
    DigestFile.start(
        settings.digestFile(),
        timers,
        lines -> {
          bridges.describe(lines);
          lines.add(node.describeTransactions());
        });
    node.start(
        new SipB2bua(
            node,
            new Setup(node, settings, bridges, messages),
            inDialog,
            new Answers(bridges, messages, inDialog)));
    System.out.println("sip-b2bua ready on " + settings.bind());
  }

  @Override
  public void processRequest(RequestEvent event) {
    SipNode.guarded(event.getRequest().getMethod(), () -> request(event));
  }

  private void request(RequestEvent event)
      throws SipException, ParseException, InvalidArgumentException {
    Request request = event.getRequest();
    Dialog dialog = event.getDialog();
    switch (request.getMethod()) {
      case Request.ACK -> inDialog.acknowledge(request, dialog);
      case Request.CANCEL -> setup.cancel(event);
      default -> {
        ServerTransaction upstream = transactionOf(event);
        if (upstream == null) {
          return;
        }
        Bridge bridge = dialog == null ? null : (Bridge) dialog.getApplicationData();
        if (bridge != null && request.getMethod().equals(Request.BYE)) {
          inDialog.hangUp(upstream, bridge, dialog);
        } else if (bridge != null) {
          inDialog.relay(request, upstream, bridge, dialog);
        } else if (dialog == null && request.getMethod().equals(Request.INVITE)) {
          setup.invite(request, upstream);
        } else {
          upstream.sendResponse(node.messages().createResponse(status(request), request));
        }
      }
    }
  }

  private static int status(Request request) {
    return request.getMethod().equals(Request.OPTIONS)
        ? Response.OK
        : Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST;
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

  @Override
  public void processResponse(ResponseEvent event) {
    SipNode.guarded(
        "response", () -> answers.handle(event.getResponse(), event.getClientTransaction()));
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    if (!event.isServerTransaction()) {
      SipNode.guarded("time-out", () -> answers.timedOut(event.getClientTransaction()));
    }
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {}

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}

  @Override
  public void processIOException(IOExceptionEvent event) {
    System.err.println("no way to " + event.getHost() + ":" + event.getPort());
  }
}
