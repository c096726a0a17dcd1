package io.understudy.link;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a node's link is told at its start.
 *
 * @param cluster name of the pair; both nodes have the same
 * @param address where the primary listens, or where the backup finds it
 * @param insecure whether cleartext is accepted beyond loopback
 * @param journal directory of this node's journal
 * @param identity what must be equal on both nodes: name to value or digest
 * @param limits bounds of memory and time
 */
public record LinkSettings(
    String cluster,
    InetSocketAddress address,
    boolean insecure,
    Path journal,
    SortedMap<String, String> identity,
    LinkLimits limits) {
  public LinkSettings {
    identity = new TreeMap<>(identity);
  }

  @Override
  public SortedMap<String, String> identity() {
    return new TreeMap<>(identity);
  }
}
