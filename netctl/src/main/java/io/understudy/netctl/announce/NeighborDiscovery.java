package io.understudy.netctl.announce;

import java.nio.ByteBuffer;

/** Ethernet frames of ICMPv6 neighbour discovery (RFC 4861 section 4). */
final class NeighborDiscovery {
  private static final int ETHERNET = 14;
  private static final int IPV6 = 40;
  private static final int ADDRESSES = ETHERNET + 8;
  private static final int CHECKSUM = ETHERNET + IPV6 + 2;
  private static final short ETHERTYPE_IPV6 = (short) 0x86dd;
  private static final int VERSION_6 = 6 << 28;
  private static final byte ICMPV6 = 58;
  private static final byte HOP_LIMIT = (byte) 255;

  private NeighborDiscovery() {}

  /**
   * One frame.
   *
   * @param toMac of a group, and {@code to} its address
   * @param message from the type on, with a checksum of 0
   */
  static byte[] frame(byte[] toMac, byte[] mac, byte[] from, byte[] to, byte[] message) {
    ByteBuffer frame = ByteBuffer.allocate(ETHERNET + IPV6 + message.length);
    frame.put(toMac).put(mac).putShort(ETHERTYPE_IPV6);
    frame.putInt(VERSION_6).putShort((short) message.length).put(ICMPV6).put(HOP_LIMIT);
    frame.put(from).put(to).put(message);
    return frame.putShort(CHECKSUM, checksum(frame, message.length)).array();
  }

  /** Of the pseudo header and the message (RFC 8200 section 8.1). */
  private static short checksum(ByteBuffer frame, int length) {
    int sum = length + ICMPV6;
    for (int at = ADDRESSES; at < frame.capacity(); at += 2) {
      sum += frame.getShort(at) & 0xffff;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (short) ~sum;
  }
}
