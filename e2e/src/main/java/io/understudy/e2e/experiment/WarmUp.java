package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Ramp;
import java.time.Duration;

/**
 * Calls before the measured ones: few at first, then up to the rate, short ones, with
 * retransmission. They load and compile what a call needs. What becomes of them counts for nothing.
 */
public final class WarmUp {
  private static final int PORT = 5070;
  private static final int SECONDS = 5;
  private static final int TALK_MILLIS = 200;
  private static final int SLACK_MILLIS = 1_500;

  private final Lab lab;
  private final Load load;
  private final String label;
  private final String vip;

  /**
   * Calls at a load's rate.
   *
   * @param label name of SIPp's files, its own for each warm-up of a lab
   */
  public WarmUp(Lab lab, Load load, String label) {
    this(lab, load, label, Addresses.VIP);
  }

  /** Calls to the service with that address. */
  public WarmUp(Lab lab, Load load, String label, String vip) {
    this.vip = vip;
    this.lab = lab;
    this.load = load;
    this.label = label;
  }

  /** Makes the calls to whoever speaks for the service now, and waits for their end. */
  public void run() {
    Endpoint warm =
        new Callers(lab, load, true, vip)
            .start(label, PORT, Ramp.slow(load.rate(), SECONDS - 1), 0, TALK_MILLIS);
    Await.sleep(Duration.ofSeconds(SECONDS));
    warm.process().finishCalls();
    warm.process().awaitEnd(Duration.ofMillis(load.ringMillis() + TALK_MILLIS + SLACK_MILLIS));
    warm.process().kill();
  }
}
