package io.understudy.netctl.address;

import static io.understudy.netctl.address.RouteNetlink.IFADDRMSG;
import static io.understudy.netctl.address.RouteNetlink.IFA_ADDRESS;
import static io.understudy.netctl.address.RouteNetlink.IFA_CACHEINFO;
import static io.understudy.netctl.address.RouteNetlink.IFA_F_NODAD;
import static io.understudy.netctl.address.RouteNetlink.IFA_LOCAL;
import static io.understudy.netctl.address.RouteNetlink.IFA_PROTO;

import io.understudy.netctl.kernel.Attributes;
import io.understudy.netctl.kernel.Errno;
import io.understudy.netctl.kernel.KernelRefusal;
import io.understudy.netctl.kernel.NetlinkMessage;
import io.understudy.netctl.kernel.NetlinkSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The virtual addresses on the service device. They sit on both nodes, behind the gate, so that the
 * server binds them at its start and answers the instant the gate opens.
 *
 * <p>Ours carry a mark (IFA_PROTO, Linux 5.18), by which those of a killed netctl are found; an
 * address that was there before netctl has none and is left alone.
 */
public final class VirtualAddresses {
  private static final int CACHEINFO = 16;

  private final NetlinkSocket netlink;
  private final ServiceDevice device;
  private final List<Prefix> vips;
  private final Supplier<Set<InetAddress>> others;

  /**
   * @param others the addresses of this node's other services, which bear the same mark
   */
  public VirtualAddresses(
      NetlinkSocket netlink,
      ServiceDevice device,
      List<Prefix> vips,
      Supplier<Set<InetAddress>> others) {
    this.netlink = netlink;
    this.device = device;
    this.vips = vips;
    this.others = others;
  }

  /** Adds what is not there. IPv6: without duplicate detection, and never chosen by itself. */
  public void add() {
    for (Prefix vip : vips) {
      NetlinkMessage message =
          message(
              RouteNetlink.RTM_NEWADDR,
              NetlinkMessage.NLM_F_CREATE | NetlinkMessage.NLM_F_EXCL,
              vip);
      message.attribute(IFA_PROTO, new byte[] {RouteNetlink.PROTOCOL});
      if (vip.isIpv6()) {
        byte[] lifetimes = new byte[CACHEINFO]; // preferred 0, valid for ever
        Arrays.fill(lifetimes, 4, 8, (byte) 0xff);
        message.attribute(IFA_CACHEINFO, lifetimes);
      }
      tolerate(Errno.EEXIST, "add address " + vip, message);
    }
  }

  /**
   * Removes those of an earlier netctl that are not wanted any more. Before the gate is replaced,
   * since the new gate does not hold them back.
   */
  public void removeStale() {
    ours().stream().filter(address -> !vips.contains(address)).forEach(this::remove);
  }

  /** Removes all of ours. */
  public void remove() {
    ours().forEach(this::remove);
  }

  private void remove(Prefix address) {
    tolerate(
        Errno.EADDRNOTAVAIL,
        "remove address " + address,
        message(RouteNetlink.RTM_DELADDR, 0, address));
  }

  private List<Prefix> ours() {
    List<Prefix> found = new ArrayList<>();
    netlink.dump(
        "list addresses",
        new NetlinkMessage()
            .message(RouteNetlink.RTM_GETADDR, NetlinkMessage.NLM_F_DUMP)
            .raw((byte) 0, (byte) 0, (byte) 0, (byte) 0)
            .raw32(0),
        entry -> {
          byte[] mark = Attributes.find(entry, IFADDRMSG, IFA_PROTO);
          if (entry.getInt(4) == device.index()
              && mark != null
              && mark[0] == RouteNetlink.PROTOCOL) {
            found.add(prefix(entry));
          }
        });
    if (!found.isEmpty()) { // asked later, others name all of theirs that were listed
      Set<InetAddress> theirs = others.get();
      found.removeIf(address -> theirs.contains(address.address()));
    }
    return found;
  }

  private static Prefix prefix(ByteBuffer entry) {
    InetAddress local = Attributes.findAddress(entry, IFADDRMSG, IFA_LOCAL);
    return new Prefix(
        local == null ? Attributes.findAddress(entry, IFADDRMSG, IFA_ADDRESS) : local,
        entry.get(1) & 0xff);
  }

  private NetlinkMessage message(int type, int flags, Prefix prefix) {
    byte[] address = prefix.address().getAddress();
    return new NetlinkMessage()
        .message(type, flags | NetlinkMessage.NLM_F_ACK)
        .raw(
            RouteNetlink.family(prefix.isIpv6()),
            (byte) prefix.length(),
            prefix.isIpv6() ? IFA_F_NODAD : 0,
            (byte) 0)
        .raw32(device.index())
        .attribute(IFA_LOCAL, address)
        .attribute(IFA_ADDRESS, address);
  }

  private void tolerate(int errno, String what, NetlinkMessage message) {
    try {
      netlink.request(what, message);
    } catch (KernelRefusal e) {
      if (e.errno() != errno) {
        throw e;
      }
    }
  }
}
