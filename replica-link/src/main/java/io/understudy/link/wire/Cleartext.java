package io.understudy.link.wire;

import io.understudy.link.LinkUsageException;
import java.net.InetSocketAddress;

/** The rule for a link that is not encrypted: loopback, or the operator's explicit word. */
final class Cleartext {
  private Cleartext() {}

  /**
   * Checks an address.
   *
   * @param option name of the option that gave it
   */
  static void check(String option, InetSocketAddress address, boolean insecure) {
    if (address.getAddress() == null) {
      throw new LinkUsageException(
          option
              + "="
              + address.getHostString()
              + ":"
              + address.getPort()
              + ": the host name is not"
              + " known here; the two nodes cannot meet; give an address or a name that resolves");
    }
    if (!insecure && !address.getAddress().isLoopbackAddress()) {
      throw new LinkUsageException(
          option
              + "="
              + address.getHostString()
              + ":"
              + address.getPort()
              + " is not a loopback"
              + " address, and the link is cleartext: whoever reaches it reads every message of your"
              + " callers and can pose as the other node; use a loopback address, or accept this on"
              + " a network that you trust with insecure=true");
    }
  }
}
