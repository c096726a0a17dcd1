package io.understudy.netctl.announce;

import java.nio.ByteBuffer;

/**
 * Ethernet frames that ask whether somebody else has an address, without a claim of it: ARP probe
 * (RFC 5227 section 2.1.1), neighbour solicitation from no address (RFC 4862 section 5.4.2).
 */
final class AddressProbe {
  private static final byte[] NOBODY_4 = new byte[4];
  private static final byte[] NOBODY_6 = new byte[16];

  private static final int LENGTH = 24;
  private static final int TYPE_AND_CODE = 135 << 24;
  private static final byte[] SOLICITED_NODE = {
    (byte) 0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, (byte) 0xff
  };

  private AddressProbe() {}

  static byte[] frame(byte[] mac, byte[] address) {
    return address.length == NOBODY_4.length ? arp(mac, address) : solicitation(mac, address);
  }

  private static byte[] arp(byte[] mac, byte[] address) {
    return GratuitousArp.frame(mac, NOBODY_4, new byte[mac.length], address, GratuitousArp.REQUEST);
  }

  private static byte[] solicitation(byte[] mac, byte[] address) {
    byte[] group = address.clone();
    System.arraycopy(SOLICITED_NODE, 0, group, 0, SOLICITED_NODE.length);
    byte[] groupMac = {0x33, 0x33, (byte) 0xff, address[13], address[14], address[15]};
    byte[] message =
        ByteBuffer.allocate(LENGTH).putInt(TYPE_AND_CODE).putInt(0).put(address).array();
    return NeighborDiscovery.frame(groupMac, mac, NOBODY_6, group, message);
  }
}
