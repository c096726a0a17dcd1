package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;
import java.util.List;

/**
 * What a service has for itself on both nodes, beside other services.
 *
 * @param cluster its name
 * @param vip its virtual IP
 * @param number 0, 1 …, which tells its ports and files apart
 */
public record ServicePlace(String cluster, String vip, int number) {
  /** Of a service that has the nodes for itself. */
  public static final ServicePlace ONLY = new ServicePlace("understudy", Addresses.VIP, 0);

  private static final int LINK_PORT = 7780;
  private static final int HEARTBEAT_PORT = 7790;

  /** A file or directory of a node, whose directory is the current one. */
  public String file(String name) {
    return number == 0 ? name : cluster + "-" + name;
  }

  /** Where the server of a node waits for its backup, as the agent's options have it. */
  public String link(String node) {
    return Addresses.replication(node) + ":" + (LINK_PORT + number);
  }

  /**
   * Netctl's options for the heartbeats of a node.
   *
   * @param replicationOnly on that network only, and not on the service network, too
   */
  List<String> heartbeats(String node, boolean replicationOnly) {
    return List.of(
        "--listen=" + paths(node, replicationOnly),
        "--peer=" + paths(Addresses.peer(node), replicationOnly));
  }

  private String paths(String node, boolean replicationOnly) {
    String port = ":" + (HEARTBEAT_PORT + number);
    String replication = Addresses.replication(node) + port;
    return replicationOnly ? replication : replication + "," + Addresses.service(node) + port;
  }

  /** Whether whatever a node sends to the service network bears its address, unless bound. */
  boolean hasRoutes() {
    return number == 0;
  }
}
