package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.Ramp;
import io.understudy.e2e.sipp.SippCommand;
import java.util.Map;

/** Starts SIPp as the callers of a service. */
public final class Callers {
  private final Lab lab;
  private final Load load;
  private final boolean retransmission;
  private final String vip;

  /**
   * Callers in a lab.
   *
   * @param retransmission whether they send again what is not answered
   */
  public Callers(Lab lab, Load load, boolean retransmission) {
    this(lab, load, retransmission, Addresses.VIP);
  }

  /** Callers of the service with that address. */
  public Callers(Lab lab, Load load, boolean retransmission, String vip) {
    this.vip = vip;
    this.lab = lab;
    this.load = load;
    this.retransmission = retransmission;
  }

  /**
   * Starts a caller.
   *
   * @param label name of its files
   * @param port its own UDP port
   * @param calls how many calls to make; 0 for as many as the rate gives
   * @param talkMillis how long each talks
   */
  public Endpoint start(String label, int port, Ramp ramp, int calls, int talkMillis) {
    Host host = lab.host("caller");
    SippCommand sipp =
        new SippCommand(
            load.scenario(load.caller(), retransmission, host),
            Addresses.CALLER,
            port,
            talkMillis,
            load.boundSeconds());
    String target = vip + ":" + load.port();
    return new Endpoint(
        lab.start(host, label, sipp.caller(label, target, ramp, calls), Map.of()), host, label);
  }
}
