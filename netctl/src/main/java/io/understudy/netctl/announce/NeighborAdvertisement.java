package io.understudy.netctl.announce;

import java.nio.ByteBuffer;

/**
 * Ethernet frame of an unsolicited neighbour advertisement to all nodes (RFC 4861 section 7.2.6).
 */
final class NeighborAdvertisement {
  private static final byte[] ALL_NODES_MAC = {0x33, 0x33, 0, 0, 0, 1};
  private static final byte[] ALL_NODES = {
    (byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1
  };

  private static final int ETHERNET = 14;
  private static final int IPV6 = 40;
  private static final int BODY = 32;
  private static final int ADDRESSES = ETHERNET + 8;
  private static final int CHECKSUM = ETHERNET + IPV6 + 2;
  private static final short ETHERTYPE_IPV6 = (short) 0x86dd;
  private static final int VERSION_6 = 6 << 28;
  private static final byte ICMPV6 = 58;
  private static final byte HOP_LIMIT = (byte) 255;
  private static final short TYPE_AND_CODE = (short) (136 << 8);
  private static final int FLAG_OVERRIDE = 0x20000000;
  private static final byte OPTION_TARGET_LINK_ADDRESS = 2;

  private NeighborAdvertisement() {}

  static byte[] frame(byte[] mac, byte[] address) {
    ByteBuffer frame = ByteBuffer.allocate(ETHERNET + IPV6 + BODY);
    frame.put(ALL_NODES_MAC).put(mac).putShort(ETHERTYPE_IPV6);
    frame.putInt(VERSION_6).putShort((short) BODY).put(ICMPV6).put(HOP_LIMIT);
    frame.put(address).put(ALL_NODES);
    frame.putShort(TYPE_AND_CODE).putShort((short) 0).putInt(FLAG_OVERRIDE).put(address);
    frame.put(OPTION_TARGET_LINK_ADDRESS).put((byte) 1).put(mac);
    return frame.putShort(CHECKSUM, checksum(frame)).array();
  }

  /** Of the pseudo header and the body (RFC 8200 section 8.1). */
  private static short checksum(ByteBuffer frame) {
    int sum = BODY + ICMPV6;
    for (int at = ADDRESSES; at < frame.capacity(); at += 2) {
      sum += frame.getShort(at) & 0xffff;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (short) ~sum;
  }
}
