package io.understudy.netctl.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** {@code struct sockaddr_ll} of packet(7): a device, and for a frame its target. */
final class LinkLayerAddress {
  private static final int LENGTH = 20;
  private static final int PROTOCOL_AT = 2;
  private static final int INDEX_AT = 4;
  private static final int HARDWARE_LENGTH_AT = 11;
  private static final int HARDWARE_AT = 12;
  private static final int HARDWARE_LENGTH = 6;

  private LinkLayerAddress() {}

  /**
   * Of a device, to bind a socket to.
   *
   * @param ethertype of the frames that are wanted
   */
  static byte[] of(int interfaceIndex, int ethertype) {
    byte[] address = new byte[LENGTH];
    ByteBuffer.wrap(address)
        .putShort(PROTOCOL_AT, (short) ethertype) // in network order, the rest in the host's
        .order(ByteOrder.nativeOrder())
        .putShort(0, (short) Libc.AF_PACKET)
        .putInt(INDEX_AT, interfaceIndex);
    return address;
  }

  /** Of the host to which an Ethernet frame goes. */
  static byte[] target(int interfaceIndex, byte[] frame) {
    byte[] address = of(interfaceIndex, ByteBuffer.wrap(frame).getShort(2 * HARDWARE_LENGTH));
    address[HARDWARE_LENGTH_AT] = HARDWARE_LENGTH;
    System.arraycopy(frame, 0, address, HARDWARE_AT, HARDWARE_LENGTH);
    return address;
  }
}
