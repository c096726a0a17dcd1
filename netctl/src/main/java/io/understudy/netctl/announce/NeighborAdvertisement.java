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

  private static final int LENGTH = 32;
  private static final int TYPE_AND_CODE = 136 << 24;
  private static final int FLAG_OVERRIDE = 0x20000000;
  private static final byte OPTION_TARGET_LINK_ADDRESS = 2;

  private NeighborAdvertisement() {}

  static byte[] frame(byte[] mac, byte[] address) {
    ByteBuffer message = ByteBuffer.allocate(LENGTH);
    message.putInt(TYPE_AND_CODE).putInt(FLAG_OVERRIDE).put(address);
    message.put(OPTION_TARGET_LINK_ADDRESS).put((byte) 1).put(mac);
    return NeighborDiscovery.frame(ALL_NODES_MAC, mac, address, ALL_NODES, message.array());
  }
}
