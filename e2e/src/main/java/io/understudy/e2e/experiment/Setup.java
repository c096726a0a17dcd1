package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import io.understudy.e2e.lab.BoundPorts;
import io.understudy.e2e.lab.Host;
import io.understudy.e2e.lab.Lab;
import io.understudy.e2e.lab.LabProcess;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the servers of all runs have in common.
 *
 * @param server their command
 * @param port UDP port of the service
 * @param agentJar the product, {@code understudy.jar}
 */
public record Setup(ServerCommand server, int port, Path agentJar) {
  /** UDP port of the callees. */
  static final int CALLEE_PORT = 5060;

  /** Starts a server on a node; an empty agent flag starts it bare. */
  public LabProcess start(Lab lab, Host node, Jdk jdk, String agentFlag) {
    return start(lab, node, "server", jdk, agentFlag, Addresses.VIP, port);
  }

  /** Starts a server of one service among others. */
  public LabProcess start(Lab lab, Host node, Jdk jdk, String agentFlag, ServicePlace place) {
    return start(lab, node, place.file("server"), jdk, agentFlag, place.vip(), port);
  }

  /**
   * Starts a server on alpha at alpha's own address, beside the service, and waits until it has
   * bound its port.
   *
   * @param label name of its files
   * @param ownPort its UDP port
   */
  public LabProcess startBeside(Lab lab, String label, Jdk jdk, String agentFlag, int ownPort) {
    LabProcess server = besideUnawaited(lab, label, jdk, agentFlag, ownPort);
    Await.until(
        "the server binds UDP port " + ownPort,
        LoneService.SERVER_START,
        server,
        () -> BoundPorts.isBound(server, ownPort));
    return server;
  }

  /** As {@link #startBeside}, of one that may end by itself: a replay. */
  public LabProcess besideUnawaited(Lab lab, String label, Jdk jdk, String agentFlag, int ownPort) {
    return start(lab, lab.node("alpha"), label, jdk, agentFlag, Addresses.ALPHA, ownPort);
  }

  private LabProcess start(
      Lab lab, Host node, String label, Jdk jdk, String agentFlag, String address, int ownPort) {
    Map<String, String> service =
        Map.of(
            "@VIP@",
            address,
            "@PORT@",
            Integer.toString(ownPort),
            "@CLUSTER1@",
            Addresses.CLUSTER_1 + ":" + CALLEE_PORT,
            "@CLUSTER2@",
            Addresses.CLUSTER_2 + ":" + CALLEE_PORT);
    // the same environment on both nodes, and none of this session's accidents
    return lab.start(node, label, server.words(jdk, agentFlag, service), Map.of());
  }
}
