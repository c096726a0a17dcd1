package io.understudy.e2e.sniff;

/** A node on a port of the switch, and when it spoke for the virtual IP. */
final class WatchedNode {
  private final int device;
  private final byte[] hardwareAddress;
  private final Speech speech = new Speech();

  /**
   * @param argument {@code device=hardware-address}
   */
  WatchedNode(String argument) {
    int equals = argument.indexOf('=');
    device = PacketSocket.deviceIndex(argument.substring(0, equals));
    hardwareAddress = hardwareAddress(argument.substring(equals + 1));
  }

  Speech speech() {
    return speech;
  }

  /** True if a frame came in from this node, under its own hardware address. */
  boolean sent(byte[] frame, int seenAt) {
    return device == seenAt && Frame.isFromHardware(frame, hardwareAddress);
  }

  static byte[] hardwareAddress(String text) {
    String[] parts = text.split(":", -1);
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) Integer.parseInt(parts[i], 16);
    }
    return bytes;
  }
}
