package io.understudy.netctl.address;

/** Numbers of rtnetlink(7) (linux/rtnetlink.h, linux/if_addr.h). */
final class RouteNetlink {
  static final int RTM_NEWADDR = 20;
  static final int RTM_DELADDR = 21;
  static final int RTM_GETADDR = 22;
  static final int RTM_NEWROUTE = 24;
  static final int RTM_DELROUTE = 25;
  static final int RTM_GETROUTE = 26;

  /** Length of {@code struct ifaddrmsg}. */
  static final int IFADDRMSG = 8;

  static final int IFA_ADDRESS = 1;
  static final int IFA_LOCAL = 2;
  static final int IFA_CACHEINFO = 6;
  static final int IFA_PROTO = 11;
  static final byte IFA_F_NODAD = 0x02;

  /** Length of {@code struct rtmsg}. */
  static final int RTMSG = 12;

  static final int RTMSG_PROTOCOL = 5;
  static final int RTA_DST = 1;
  static final int RTA_OIF = 4;
  static final int RTA_GATEWAY = 5;
  static final int RTA_PRIORITY = 6;
  static final int RTA_PREFSRC = 7;
  static final byte RT_TABLE_MAIN = (byte) 254;
  static final byte RT_SCOPE_UNIVERSE = 0;
  static final byte RT_SCOPE_LINK = (byte) 253;
  static final byte RTN_UNICAST = 1;

  static final byte AF_INET = 2;
  static final byte AF_INET6 = 10;

  /** Marks what is ours, so that a later netctl finds it after a crash: no daemon's number. */
  static final byte PROTOCOL = 117;

  private RouteNetlink() {}

  static byte family(boolean ipv6) {
    return ipv6 ? AF_INET6 : AF_INET;
  }
}
