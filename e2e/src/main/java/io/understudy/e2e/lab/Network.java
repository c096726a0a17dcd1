package io.understudy.e2e.lab;

import java.util.List;

/**
 * Namespaces {@code caller}, {@code alpha}, {@code beta} and {@code cluster}, each with a device
 * {@code svc0} on a bridge in the namespace {@code switch}; and a second pair of devices, {@code
 * repl0}, from alpha to beta for the replication. The switch's port of a host is called {@code
 * p-<host>}.
 */
public final class Network {
  /** The device of each host on the service network. */
  public static final String SERVICE_DEVICE = "svc0";

  /** The device of each server node on the replication network. */
  public static final String REPLICATION_DEVICE = "repl0";

  /** The namespace of the switch. */
  public static final String SWITCH = "switch";

  private static final List<String> NAMESPACES =
      List.of(SWITCH, "caller", "alpha", "beta", "cluster");

  private Network() {}

  /** Makes the network. Fails unless the caller is inside an {@link Enclosure}. */
  public static void create() {
    NAMESPACES.forEach(Network::add);
    batch(
        SWITCH,
        "link add br0 type bridge stp_state 0 forward_delay 0 mcast_snooping 0",
        "link set br0 up");
    attach("caller", 10, Addresses.CALLER);
    attach("alpha", 1, Addresses.ALPHA);
    attach("beta", 2, Addresses.BETA);
    attach("cluster", 20, Addresses.CLUSTER_1);
    batch("cluster", "addr add " + Addresses.CLUSTER_2 + "/24 dev " + SERVICE_DEVICE);
    batch(
        "alpha",
        "link add repl0 type veth peer name repl0 netns beta",
        "addr add " + Addresses.ALPHA_REPLICATION + "/24 dev repl0",
        "link set repl0 up");
    batch("beta", "addr add " + Addresses.BETA_REPLICATION + "/24 dev repl0", "link set repl0 up");
  }

  /** A third network: the arbiter's machine, which is the switch's, reaches both server nodes. */
  public static void attachArbiter() {
    batch(
        SWITCH,
        "link add br1 type bridge stp_state 0 forward_delay 0 mcast_snooping 0",
        "addr add " + Addresses.ARBITER + "/24 dev br1",
        "link set br1 up");
    int lastByte = 2;
    for (String node : List.of("alpha", "beta")) {
      batch(
          SWITCH,
          "link add a-%s type veth peer name arb0 netns %s".formatted(node, node),
          "link set a-%s master br1 up".formatted(node));
      batch(node, "addr add 10.79.0.%d/24 dev arb0".formatted(lastByte++), "link set arb0 up");
    }
  }

  /** From now on the switch brings each frame to all hosts: it learns no address. */
  public static void flood() {
    batch(SWITCH, "link set br0 type bridge ageing_time 0");
  }

  /** Removes what {@link #create} made, as far as it is there. */
  public static void destroy() {
    for (String name : NAMESPACES) {
      Command.of("ip", "netns", "del", name).attempt("");
    }
    Command.of("ip", "netns", "del", Twin.NAME).attempt("");
  }

  /** The hardware address that {@link #create} gives to a host's service device. */
  public static String hardwareAddress(int lastByte) {
    return "02:00:00:77:00:%02x".formatted(lastByte);
  }

  static void add(String name) {
    Command.of("ip", "netns", "add", name).run();
    quietIpv6(name);
    Command.of("ip", "-n", name, "link", "set", "lo", "up").run();
  }

  static void attach(String host, int lastByte, String address) {
    batch(
        SWITCH,
        "link add p-%s type veth peer name %s netns %s".formatted(host, SERVICE_DEVICE, host),
        "link set p-%s master br0 up".formatted(host));
    batch(
        host,
        "link set %s address %s".formatted(SERVICE_DEVICE, hardwareAddress(lastByte)),
        "addr add %s/24 dev %s".formatted(address, SERVICE_DEVICE),
        "link set %s up".formatted(SERVICE_DEVICE));
  }

  static void batch(String namespace, String... lines) {
    Command.of("ip", "-n", namespace, "-batch", "-").run(String.join("\n", lines) + "\n");
  }

  // no IPv6 here yet: its duplicate address detection would only add noise. Where /proc/sys is
  // read-only (containers) the noise is harmless, hence no error.
  private static void quietIpv6(String namespace) {
    String write = "echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6";
    Command.inside(namespace, List.of("sh", "-c", write)).attempt("");
  }
}
