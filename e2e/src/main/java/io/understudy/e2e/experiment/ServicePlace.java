package io.understudy.e2e.experiment;

import io.understudy.e2e.lab.Addresses;

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

  /** Port on which its servers are joined. */
  public int linkPort() {
    return LINK_PORT + number;
  }

  /** Port of its heartbeats. */
  public int heartbeatPort() {
    return HEARTBEAT_PORT + number;
  }

  /** Whether whatever a node sends to the service network bears its address, unless bound. */
  boolean hasRoutes() {
    return number == 0;
  }
}
