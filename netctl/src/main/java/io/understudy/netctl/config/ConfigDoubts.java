package io.understudy.netctl.config;

import io.understudy.netctl.NetctlException;
import io.understudy.netctl.address.Prefix;
import io.understudy.netctl.address.ServiceDevice;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What is suspicious about a well-formed configuration on this host. */
public final class ConfigDoubts {
  /** {@code sun_path} holds 108 bytes with its terminating zero (unix(7)). */
  private static final int MAX_SOCKET_PATH = 107;

  private static final String BY_SERVICE =
      " is reached by 'service.routes', so with the virtual address, and gets nothing from a silent"
          + " node; put it on another network, or outside of that route";

  /** Addresses, and no names: those are not looked up. */
  private static final Pattern ETCD_HOST =
      Pattern.compile("https?://\\[?([0-9.]+|[0-9a-f:]+:[0-9a-f:]*)\\]?:\\d+");

  private ConfigDoubts() {}

  /** One line for each; empty if all is well. */
  public static List<String> of(Configuration configuration) {
    List<String> doubts = new ArrayList<>();
    try {
      ServiceDevice.find(configuration.device());
    } catch (NetctlException absent) {
      doubts.add(absent.getMessage());
    }
    if (configuration.routes().isEmpty()) {
      doubts.add(
          "no 'service.routes': a server bound to the wildcard address speaks with the node's own"
              + " address, passes the gate, and changes its address at a takeover");
    }
    OtherDevices.answering(configuration)
        .forEach(
            name ->
                doubts.add(
                    "the device "
                        + name
                        + " is on the service network, too, and answers ARP for the virtual address,"
                        + " though the gate be shut; 'sysctl net.ipv4.conf.all.arp_ignore=1'"));
    Path directory = configuration.socket().toAbsolutePath().getParent();
    if (directory == null || !Files.isDirectory(directory)) {
      doubts.add("the directory of " + configuration.socket() + " does not exist");
    }
    if (configuration.socket().toString().length() > MAX_SOCKET_PATH) {
      doubts.add("the path of 'socket' is longer than " + MAX_SOCKET_PATH + " bytes");
    }
    PeerPlan peer = configuration.peer();
    if (peer != null && peer.silentAfter().compareTo(peer.every().multipliedBy(3)) < 0) {
      doubts.add("'peer.silent.after' is shorter than three heartbeats: one lost one is an alarm");
    }
    ETCD_HOST
        .matcher(configuration.tenure().arbiter())
        .results()
        .map(host -> host.group(1))
        .filter(host -> isServed(configuration, Prefix.parse(host).address()))
        .forEach(host -> doubts.add("'arbiter' " + host + BY_SERVICE));
    return doubts;
  }

  private static boolean isServed(Configuration configuration, InetAddress address) {
    return configuration.routes().stream()
        .anyMatch(
            route -> route.destination().length() > 0 && route.destination().contains(address));
  }
}
