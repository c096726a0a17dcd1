package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
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
record Setup(ServerCommand server, int port, Path agentJar) {
  /** UDP port of the callees. */
  static final int CALLEE_PORT = 5060;

  /** Starts a server on a node; an empty agent flag starts it bare. */
  LabProcess start(Lab lab, Host node, Jdk jdk, String agentFlag) {
    Map<String, String> service =
        Map.of(
            "@VIP@",
            Addresses.VIP,
            "@PORT@",
            Integer.toString(port),
            "@CLUSTER1@",
            Addresses.CLUSTER_1 + ":" + CALLEE_PORT,
            "@CLUSTER2@",
            Addresses.CLUSTER_2 + ":" + CALLEE_PORT);
    // the same environment on both nodes, and none of this session's accidents
    return lab.start(node, "server", server.words(jdk, agentFlag, service), Map.of());
  }
}
