package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.BoundPorts;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.sipp.Endpoint;
import io.understudy.e2e.sipp.SipEvent;
import io.understudy.e2e.sipp.SippCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The cluster that the service spreads its calls over: two SIPp on two addresses of one host.
 *
 * @param endpoints the two
 */
public record Callees(List<Endpoint> endpoints) {
  /** Starts both and waits until they listen. */
  public static Callees start(Lab lab, Load load, boolean retransmission) {
    Host host = lab.host("cluster");
    Path scenario = load.scenario(load.callee(), retransmission, host);
    List<Endpoint> endpoints = new ArrayList<>();
    for (String address : List.of(Addresses.CLUSTER_1, Addresses.CLUSTER_2)) {
      String label = "callee-" + (endpoints.size() + 1);
      SippCommand sipp =
          new SippCommand(
              scenario, address, Setup.CALLEE_PORT, load.ringMillis(), load.boundSeconds() + 120);
      endpoints.add(
          new Endpoint(lab.start(host, label, sipp.callee(label), Map.of()), host, label));
    }
    for (Endpoint endpoint : endpoints) {
      Await.until(
          "the callee listens",
          Duration.ofSeconds(10),
          endpoint.process(),
          () -> BoundPorts.isBound(endpoint.process(), Setup.CALLEE_PORT));
    }
    return new Callees(endpoints);
  }

  /** What they sent and received so far, under the callers' Call-IDs. */
  public List<SipEvent> messages() throws IOException {
    List<SipEvent> all = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      all.addAll(endpoint.messagesByCallersId());
    }
    return all;
  }
}
