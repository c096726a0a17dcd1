package io.understudy.e2e.lab;

/** The addresses of the lab. */
public final class Addresses {
  /** The service network, a /24. */
  public static final String SERVICE_NETWORK = "10.77.0.0/24";

  /** The virtual IP of the service. */
  public static final String VIP = "10.77.0.100";

  /** The virtual IP of a second service on the same nodes. */
  public static final String SECOND_VIP = "10.77.0.101";

  /** The node that speaks first. */
  public static final String ALPHA = "10.77.0.1";

  /** The node that takes over. */
  public static final String BETA = "10.77.0.2";

  /** Where the calls come from. */
  public static final String CALLER = "10.77.0.10";

  /** First node of the cluster of callees. */
  public static final String CLUSTER_1 = "10.77.0.21";

  /** Second node of the cluster of callees. */
  public static final String CLUSTER_2 = "10.77.0.22";

  /** The first node's end of the replication network. */
  public static final String ALPHA_REPLICATION = "10.78.0.1";

  /** The second node's end of the replication network. */
  public static final String BETA_REPLICATION = "10.78.0.2";

  /** Of the arbiter, on a network of its own: {@link Network#attachArbiter}. */
  public static final String ARBITER = "10.79.0.1";

  private Addresses() {}

  /** Of a server node on the service network. */
  public static String service(String node) {
    return isAlpha(node) ? ALPHA : BETA;
  }

  /** Of a server node on the replication network. */
  public static String replication(String node) {
    return isAlpha(node) ? ALPHA_REPLICATION : BETA_REPLICATION;
  }

  /** The server node that a server node is paired with. */
  public static String peer(String node) {
    return isAlpha(node) ? "beta" : "alpha";
  }

  private static boolean isAlpha(String node) {
    return switch (node) {
      case "alpha" -> true;
      case "beta" -> false;
      default -> throw new IllegalArgumentException("no server node: " + node);
    };
  }
}
