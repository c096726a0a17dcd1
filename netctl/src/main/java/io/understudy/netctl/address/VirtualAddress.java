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
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A virtual address on the service device. It sits on both nodes, behind the gate, so that the
 * server binds it at its start and answers the instant the gate opens.
 *
 * <p>An address that was there before netctl is left there; one that a killed netctl left behind is
 * recognised by its protocol mark.
 */
public final class VirtualAddress {
  private static final int CACHEINFO = 16;

  private final NetlinkSocket netlink;
  private final ServiceDevice device;
  private final Prefix vip;
  private boolean ours;

  public VirtualAddress(NetlinkSocket netlink, ServiceDevice device, Prefix vip) {
    this.netlink = netlink;
    this.device = device;
    this.vip = vip;
  }

  /** Adds the address if it is not there. IPv6: no duplicate detection, never chosen by itself. */
  public void add() {
    ours = true;
    netlink.dump(
        "list addresses",
        new NetlinkMessage()
            .message(RouteNetlink.RTM_GETADDR, NetlinkMessage.NLM_F_DUMP)
            .raw(RouteNetlink.family(vip.isIpv6()), (byte) 0, (byte) 0, (byte) 0)
            .raw32(0),
        this::note);
    NetlinkMessage message =
        message(RouteNetlink.RTM_NEWADDR, NetlinkMessage.NLM_F_CREATE | NetlinkMessage.NLM_F_EXCL);
    message.attribute(IFA_PROTO, new byte[] {RouteNetlink.PROTOCOL});
    if (vip.isIpv6()) {
      byte[] lifetimes = new byte[CACHEINFO]; // preferred 0, valid for ever
      Arrays.fill(lifetimes, 4, 8, (byte) 0xff);
      message.attribute(IFA_CACHEINFO, lifetimes);
    }
    tolerate(Errno.EEXIST, "add address " + vip, message);
  }

  /** Removes the address unless it was there before netctl. */
  public void remove() {
    if (ours) {
      tolerate(Errno.EADDRNOTAVAIL, "remove address " + vip, message(RouteNetlink.RTM_DELADDR, 0));
    }
  }

  private void note(ByteBuffer entry) {
    byte[] address = Attributes.find(entry, IFADDRMSG, IFA_LOCAL);
    if (address == null) {
      address = Attributes.find(entry, IFADDRMSG, IFA_ADDRESS);
    }
    if (entry.getInt(4) == device.index() && Arrays.equals(address, vip.address().getAddress())) {
      byte[] mark = Attributes.find(entry, IFADDRMSG, IFA_PROTO);
      ours = mark != null && mark[0] == RouteNetlink.PROTOCOL;
    }
  }

  private NetlinkMessage message(int type, int flags) {
    byte[] address = vip.address().getAddress();
    return new NetlinkMessage()
        .message(type, flags | NetlinkMessage.NLM_F_ACK)
        .raw(
            RouteNetlink.family(vip.isIpv6()),
            (byte) vip.length(),
            vip.isIpv6() ? IFA_F_NODAD : 0,
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
