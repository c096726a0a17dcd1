package io.understudy.e2e.lab;

import java.util.List;

/**
 * What goes wrong on a node's cables, by the kernel's own means: nftables in the node's namespace
 * (nft(8), a table beside the product's, on the netdev hooks, so that ARP is met, too) and queueing
 * disciplines (tc-tbf(8), tc-htb(8)). {@link #heal} takes all of it away.
 */
public final class Wires {
  private static final String TABLE = "netdev lab_faults";

  private Wires() {}

  /** Nothing leaves a node by these devices. */
  public static void mute(String node, String... devices) {
    rules(node, "egress", "drop", devices);
  }

  /** Nothing comes in to a node by these devices. */
  public static void deafen(String node, String... devices) {
    rules(node, "ingress", "drop", devices);
  }

  /** A node's announcements of an address, and its answers about it, do not leave it. */
  public static void loseAnnouncements(String node, String address) {
    rules(node, "egress", "arp saddr ip " + address + " drop", Network.SERVICE_DEVICE);
  }

  /**
   * A node's frames on the replication network are lost (1 in 10), sent twice (1 in 10) and
   * overtaken: 1 in 5 goes by way of a slow queue.
   */
  public static void impair(String node) {
    String device = Network.REPLICATION_DEVICE;
    run(node, "tc qdisc replace dev " + device + " root handle 1: htb default 1");
    htb(node, "1:1", "1gbit");
    htb(node, "1:2", "2mbit");
    rules(
        node,
        "egress",
        "numgen random mod 100 < 10 drop\n"
            + "numgen random mod 100 < 10 dup to \""
            + device
            + "\"\n"
            + "numgen random mod 100 < 20 meta priority set 1:2",
        device);
  }

  /** What a node sends on the replication network waits in a queue of so many kbit/s. */
  public static void slow(String node, int kbits) {
    run(
        node,
        "tc qdisc replace dev %s root tbf rate %dkbit burst 4kb latency 2s"
            .formatted(Network.REPLICATION_DEVICE, kbits));
  }

  /**
   * A host takes what it knows of a neighbour for fresh, and believes nothing else for a time
   * (locktime, ip-ntable(8)).
   */
  public static void keepNeighbour(String host, String address, String hardware, int millis) {
    locktime(host, millis);
    run(
        host,
        "ip neigh replace %s lladdr %s dev %s nud reachable"
            .formatted(address, hardware, Network.SERVICE_DEVICE));
  }

  /** For how long a host believes nothing new of a neighbour; a second is usual. */
  public static void locktime(String host, int millis) {
    run(
        host,
        "ip ntable change name arp_cache dev %s locktime %d"
            .formatted(Network.SERVICE_DEVICE, millis));
  }

  /** Mends all of that, as far as there is any. */
  public static void heal(String node) {
    attempt(node, "nft delete table " + TABLE);
    attempt(node, "tc qdisc del dev " + Network.REPLICATION_DEVICE + " root");
  }

  private static void htb(String node, String id, String rate) {
    run(
        node,
        "tc class add dev %s parent 1: classid %s htb rate %s"
            .formatted(Network.REPLICATION_DEVICE, id, rate));
  }

  private static void rules(String node, String hook, String rules, String... devices) {
    StringBuilder table = new StringBuilder("table " + TABLE + " {\n");
    for (String device : devices) {
      table.append(
          """
          chain %s_%s {
          type filter hook %s device "%s" priority -400
          %s
          }
          """
              .formatted(device, hook, hook, device, rules));
    }
    Command.inside(node, List.of("nft", "-f", "-")).run(table.append("}\n").toString());
  }

  /** Words are separated by blanks. */
  private static void run(String node, String command) {
    Command.inside(node, List.of(command.split(" "))).run();
  }

  private static void attempt(String node, String command) {
    Command.inside(node, List.of(command.split(" "))).attempt("");
  }
}
