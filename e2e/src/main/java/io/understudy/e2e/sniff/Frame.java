package io.understudy.e2e.sniff;

import java.nio.charset.StandardCharsets;

/** Ethernet, IPv4 and UDP headers (RFC 894, 791, 768) of a captured frame, as far as needed. */
final class Frame {
  private static final int SOURCE_MAC = 6;
  private static final int ETHER_TYPE = 12;
  private static final int IP = 14;
  private static final int PROTOCOL = IP + 9;
  private static final int SOURCE_ADDRESS = IP + 12;
  private static final int IPV4 = 0x0800;
  private static final int UDP = 17;
  private static final int UDP_HEADER = 8;

  private Frame() {}

  /** True for a UDP datagram over IPv4 from an address, in its first or only fragment. */
  static boolean isDatagramFrom(byte[] frame, int length, byte[] address) {
    if (length < IP + 20 + UDP_HEADER || unsignedShort(frame, ETHER_TYPE) != IPV4) {
      return false;
    }
    int fragmentOffset = unsignedShort(frame, IP + 6) & 0x1fff;
    return frame[PROTOCOL] == UDP && fragmentOffset == 0 && equal(frame, SOURCE_ADDRESS, address);
  }

  /** True if the payload of a datagram begins as SIP does: a status line or a request line. */
  static boolean isSip(byte[] frame, int length) {
    int payload = IP + (frame[IP] & 0xf) * 4 + UDP_HEADER;
    if (payload + 8 > length) {
      return false; // also keep-alives, which are blank lines
    }
    int end = Math.min(length, payload + 256);
    String start = new String(frame, payload, end - payload, StandardCharsets.ISO_8859_1);
    int lineEnd = start.indexOf('\r');
    String line = lineEnd < 0 ? start : start.substring(0, lineEnd);
    return line.startsWith("SIP/2.0 ")
        || line.endsWith(" SIP/2.0")
        || (lineEnd < 0 && line.matches("[A-Z]+ sips?:.*"));
  }

  /** The last byte of the sender's hardware address, which tells the lab's hosts apart. */
  static boolean isFromHardware(byte[] frame, byte[] hardwareAddress) {
    return equal(frame, SOURCE_MAC, hardwareAddress);
  }

  private static boolean equal(byte[] frame, int offset, byte[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (frame[offset + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  private static int unsignedShort(byte[] frame, int offset) {
    return ((frame[offset] & 0xff) << 8) | (frame[offset + 1] & 0xff);
  }
}
