package io.understudy.netctl.announce;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Ethernet frames of a gratuitous ARP (RFC 826; RFC 5227 section 3; RFC 5944 section 4.6). */
final class GratuitousArp {
  static final int REQUEST = 1;
  static final int REPLY = 2;

  private static final int FRAME = 42;
  private static final short ETHERTYPE_ARP = 0x0806;
  private static final short ETHERTYPE_IPV4 = 0x0800;
  private static final short HARDWARE_ETHERNET = 1;

  private GratuitousArp() {}

  /**
   * One frame to all.
   *
   * @param operation {@link #REQUEST} or {@link #REPLY}; neighbours differ in which they heed
   */
  static byte[] frame(byte[] mac, byte[] address, int operation) {
    // In a reply the target's hardware address is the sender's: Linux (arp_is_garp) takes it as
    // gratuitous only so, and would else keep the old entry for its locktime of a second.
    byte[] target = operation == REPLY ? mac : new byte[mac.length];
    return frame(mac, address, target, address, operation);
  }

  /** One frame to all, whatever it says. */
  static byte[] frame(byte[] mac, byte[] address, byte[] targetMac, byte[] target, int operation) {
    byte[] broadcast = new byte[mac.length];
    Arrays.fill(broadcast, (byte) 0xff);
    return ByteBuffer.allocate(FRAME)
        .put(broadcast)
        .put(mac)
        .putShort(ETHERTYPE_ARP)
        .putShort(HARDWARE_ETHERNET)
        .putShort(ETHERTYPE_IPV4)
        .put((byte) mac.length)
        .put((byte) address.length)
        .putShort((short) operation)
        .put(mac)
        .put(address)
        .put(targetMac)
        .put(target)
        .array();
  }
}
