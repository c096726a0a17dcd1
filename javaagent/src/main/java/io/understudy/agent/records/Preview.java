package io.understudy.agent.records;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes in a few words: how many, and how they begin. */
final class Preview {
  private static final int TEXT = 60;
  private static final int HEX = 16;
  private static final int AF_INET = 2;
  private static final int AF_INET6 = 10;

  private Preview() {}

  static String of(byte[] bytes) {
    String begin = isText(bytes) ? text(bytes) : hex(bytes);
    return bytes.length + " bytes" + (bytes.length == 0 ? "" : " " + begin);
  }

  /** A {@code struct sockaddr} of ip(7) or ipv6(7), or as {@link #of}. */
  static String ofAddress(byte[] bytes) {
    int family = bytes.length < 2 ? 0 : (bytes[0] & 0xff) | (bytes[1] & 0xff) << 8;
    int at = family == AF_INET ? 4 : 8;
    int length = family == AF_INET ? 4 : 16;
    if ((family != AF_INET && family != AF_INET6) || bytes.length < at + length) {
      return of(bytes);
    }
    try {
      InetAddress address = InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + length));
      return address.getHostAddress() + " port " + ((bytes[2] & 0xff) << 8 | (bytes[3] & 0xff));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four or sixteen bytes are always an address", e);
    }
  }

  private static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, TEXT); i++) {
      byte b = bytes[i];
      if ((b < ' ' && b != '\r' && b != '\n' && b != '\t') || b == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** The first line. */
  private static String text(byte[] bytes) {
    StringBuilder out = new StringBuilder("\"");
    for (byte b : bytes) {
      if (out.length() > TEXT || b < ' ') {
        break;
      }
      out.append((char) b);
    }
    return out.append('"').toString();
  }

  private static String hex(byte[] bytes) {
    String hex = HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(bytes.length, HEX));
    return bytes.length > HEX ? hex + " ..." : hex;
  }
}
