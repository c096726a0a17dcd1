package io.understudy.netctl.config;

import io.understudy.netctl.NetctlException;
import io.understudy.netctl.address.ServiceDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What is suspicious about a well-formed configuration on this host. */
public final class ConfigDoubts {
  /** {@code sun_path} holds 108 bytes with its terminating zero (unix(7)). */
  private static final int MAX_SOCKET_PATH = 107;

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
    return doubts;
  }
}
