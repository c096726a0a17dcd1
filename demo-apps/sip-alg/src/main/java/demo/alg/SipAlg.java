package demo.alg;

import demo.sip.CallTimers;
import demo.sip.DigestFile;
import demo.sip.Settings;
import demo.sip.SipNode;
import javax.sip.DialogTerminatedEvent;
import javax.sip.IOExceptionEvent;
import javax.sip.RequestEvent;
import javax.sip.ResponseEvent;
import javax.sip.SipListener;
import javax.sip.TimeoutEvent;
import javax.sip.TransactionTerminatedEvent;

/**
 * SIP application-level gateway: stands before a cluster of nodes, spreads calls over them, and is
 * in the path of every message of a call. Stateful: a request inside a call it does not know is
 * answered 481.
 */
public final class SipAlg implements SipListener {
  private final Requests requests;
  private final Responses responses;
  private final LegTable legs;

  private SipAlg(Requests requests, Responses responses, LegTable legs) {
    this.requests = requests;
    this.responses = responses;
    this.legs = legs;
  }

  public static void main(String[] args) throws Exception {
    Settings settings = Settings.parse("sip-alg", args);
    SipNode node = new SipNode("sip-alg", settings, false);
    CallTimers timers = new CallTimers();
    CallTable calls = new CallTable(settings, timers);
    LegTable legs = new LegTable();
    Rewriter rewriter = new Rewriter(node, settings.bind());
    DigestFile.start(
        settings.digestFile(),
        timers,
        lines -> {
          calls.describe(lines);
          legs.describe(lines);
          lines.add(node.describeTransactions());
        });
    node.start(
        new SipAlg(
            new Requests(node, settings, calls, legs, rewriter),
            new Responses(node, calls, rewriter),
            legs));
    System.out.println("sip-alg ready on " + settings.bind());
  }

  @Override
  public void processRequest(RequestEvent event) {
    SipNode.guarded(event.getRequest().getMethod(), () -> requests.handle(event));
  }

  @Override
  public void processResponse(ResponseEvent event) {
    SipNode.guarded("response", () -> responses.handle(event));
  }

  @Override
  public void processTimeout(TimeoutEvent event) {
    SipNode.guarded("time-out", () -> responses.timedOut(event));
  }

  @Override
  public void processTransactionTerminated(TransactionTerminatedEvent event) {
    if (!event.isServerTransaction()
        && event.getClientTransaction().getApplicationData() instanceof Leg leg) {
      legs.remove(leg);
    }
  }

  @Override
  public void processDialogTerminated(DialogTerminatedEvent event) {}

  @Override
  public void processIOException(IOExceptionEvent event) {
    System.err.println("no way to " + event.getHost() + ":" + event.getPort());
  }
}
