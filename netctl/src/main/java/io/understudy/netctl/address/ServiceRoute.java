package io.understudy.netctl.address;

import java.net.InetAddress;

/**
 * A route through the service device whose source address is the virtual address.
 *
 * @param gateway null if the destination is on the link
 */
public record ServiceRoute(Prefix destination, InetAddress gateway) {
  private static final String VIA = " via ";

  /**
   * Reads {@code PREFIX}, {@code PREFIX via GATEWAY} or {@code default via GATEWAY}.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  public static ServiceRoute parse(String text) {
    int via = text.indexOf(VIA);
    String to = (via < 0 ? text : text.substring(0, via)).strip();
    InetAddress gateway =
        via < 0 ? null : Prefix.literal(text.substring(via + VIA.length()).strip());
    if (to.equals("default")) {
      if (gateway == null) {
        throw new IllegalArgumentException("'" + text + "' names no gateway");
      }
      byte[] any = new byte[gateway.getAddress().length];
      return new ServiceRoute(Prefix.parse((any.length == 4 ? "0.0.0.0" : "::") + "/0"), gateway);
    }
    Prefix destination = Prefix.parse(to);
    if (gateway != null && gateway.getClass() != destination.address().getClass()) {
      throw new IllegalArgumentException("'" + text + "' mixes IPv4 and IPv6");
    }
    return new ServiceRoute(destination, gateway);
  }

  @Override
  public String toString() {
    return gateway == null ? destination.toString() : destination + VIA + gateway.getHostAddress();
  }
}
