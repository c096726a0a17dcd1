package io.understudy.netctl.address;

import static io.understudy.netctl.address.RouteNetlink.RTMSG;
import static io.understudy.netctl.address.RouteNetlink.RTMSG_PROTOCOL;
import static io.understudy.netctl.address.RouteNetlink.RTM_DELROUTE;
import static io.understudy.netctl.address.RouteNetlink.RTM_GETROUTE;
import static io.understudy.netctl.address.RouteNetlink.RTM_NEWROUTE;

import io.understudy.netctl.kernel.Attributes;
import io.understudy.netctl.kernel.Errno;
import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.NetlinkMessage;
import io.understudy.netctl.kernel.NetlinkSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The service routes. With them a server bound to the wildcard address, and its outgoing
 * connections, speak with the virtual address; without, they would pass the gate and change their
 * address at a takeover.
 *
 * <p>Ours are put before what is there: in IPv4 in front of routes with the same destination and
 * metric 0, in IPv6 by a better metric. Nothing is replaced, so that removing ours restores all.
 * They carry a protocol number of their own, by which those of a killed netctl are found.
 */
public final class ServiceRoutes {
  /** Better than the kernel's own 256 and the 1024 of others (ip-route(8)). */
  private static final int IPV6_METRIC = 128;

  private final NetlinkSocket netlink;
  private final ServiceDevice device;
  private final List<Prefix> vips;
  private final List<ServiceRoute> routes;
  private final Supplier<Set<InetAddress>> others;

  /**
   * @param others the addresses of this node's other services, whose routes bear the same mark
   */
  public ServiceRoutes(
      NetlinkSocket netlink,
      ServiceDevice device,
      List<Prefix> vips,
      List<ServiceRoute> routes,
      Supplier<Set<InetAddress>> others) {
    this.netlink = netlink;
    this.device = device;
    this.vips = vips;
    this.routes = routes;
    this.others = others;
  }

  /** Removes what an earlier netctl left and sets the routes. The addresses must be there. */
  public void set() {
    remove();
    for (ServiceRoute route : routes) {
      try {
        netlink.request("set service route " + route, message(route));
      } catch (KernelRefusal e) {
        if (e.errno() != Errno.EEXIST) {
          throw e;
        }
      }
    }
  }

  /** Removes every route of ours from the device. */
  public void remove() {
    for (byte family : new byte[] {RouteNetlink.AF_INET, RouteNetlink.AF_INET6}) {
      for (byte[] route : ours(family)) {
        try {
          netlink.request(
              "remove service route",
              new NetlinkMessage().message(RTM_DELROUTE, NetlinkMessage.NLM_F_ACK).raw(route));
        } catch (KernelRefusal e) {
          if (e.errno() != Errno.ESRCH) {
            throw e;
          }
        }
      }
    }
  }

  /** Our routes as the kernel describes them, which is also how they are removed. */
  private List<byte[]> ours(byte family) {
    List<byte[]> found = new ArrayList<>();
    netlink.dump(
        "list routes",
        new NetlinkMessage()
            .message(RTM_GETROUTE, NetlinkMessage.NLM_F_DUMP)
            .raw(family, (byte) 0, (byte) 0, (byte) 0)
            .raw32(0)
            .raw32(0),
        entry -> {
          if (isMarked(entry)) {
            byte[] route = new byte[entry.limit()];
            entry.get(0, route);
            found.add(route);
          }
        });
    if (!found.isEmpty()) { // asked later, others name all addresses of the listed routes of theirs
      Set<InetAddress> theirs = others.get();
      found.removeIf(route -> theirs.contains(source(route)));
    }
    return found;
  }

  /** The address with which a route has packets leave; null without one. */
  private static InetAddress source(byte[] route) {
    ByteBuffer entry = ByteBuffer.wrap(route).order(ByteOrder.nativeOrder());
    return Attributes.findAddress(entry, RTMSG, RouteNetlink.RTA_PREFSRC);
  }

  private boolean isMarked(ByteBuffer entry) {
    return entry.get(RTMSG_PROTOCOL) == RouteNetlink.PROTOCOL
        && Attributes.findInt(entry, RTMSG, RouteNetlink.RTA_OIF, 0) == device.index();
  }

  private NetlinkMessage message(ServiceRoute route) {
    Prefix to = route.destination();
    NetlinkMessage message =
        new NetlinkMessage()
            .message(RTM_NEWROUTE, NetlinkMessage.NLM_F_CREATE | NetlinkMessage.NLM_F_ACK)
            .raw(RouteNetlink.family(to.isIpv6()), (byte) to.length(), (byte) 0, (byte) 0)
            .raw(
                RouteNetlink.RT_TABLE_MAIN,
                RouteNetlink.PROTOCOL,
                route.gateway() == null
                    ? RouteNetlink.RT_SCOPE_LINK
                    : RouteNetlink.RT_SCOPE_UNIVERSE,
                RouteNetlink.RTN_UNICAST)
            .raw32(0);
    if (to.length() > 0) {
      message.attribute(RouteNetlink.RTA_DST, to.address().getAddress());
    }
    if (route.gateway() != null) {
      message.attribute(RouteNetlink.RTA_GATEWAY, route.gateway().getAddress());
    }
    if (to.isIpv6()) {
      message.u32(RouteNetlink.RTA_PRIORITY, IPV6_METRIC);
    }
    return message
        .u32(RouteNetlink.RTA_OIF, device.index())
        .attribute(RouteNetlink.RTA_PREFSRC, source(to.isIpv6()).getAddress());
  }

  private InetAddress source(boolean ipv6) {
    for (Prefix vip : vips) {
      if (vip.isIpv6() == ipv6) {
        return vip.address();
      }
    }
    throw new IllegalStateException("the configuration lets no route without an address pass");
  }
}
