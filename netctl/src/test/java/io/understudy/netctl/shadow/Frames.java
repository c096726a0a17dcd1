package io.understudy.netctl.shadow;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;

/** Ethernet frames with a UDP datagram, as a sniffer gets them. */
final class Frames {
  private static final int ETHERNET = 14;

  private Frames() {}

  /** With the sum of the pseudo header alone, as a local sender leaves it to the network card. */
  static byte[] unfinished(String source, String target, int from, int to, byte[] payload) {
    try {
      byte[] one = InetAddress.getByName(source).getAddress();
      byte[] other = InetAddress.getByName(target).getAddress();
      boolean six = one.length == 16;
      int header = six ? 40 : 20;
      int length = 8 + payload.length;
      ByteBuffer frame = ByteBuffer.allocate(ETHERNET + header + length + 3); // padded
      frame.putShort(12, (short) (six ? 0x86dd : 0x0800));
      if (six) {
        frame.put(ETHERNET, (byte) 0x60).putShort(ETHERNET + 4, (short) length);
        frame.put(ETHERNET + 6, (byte) 17);
      } else {
        frame.put(ETHERNET, (byte) 0x45).putShort(ETHERNET + 2, (short) (header + length));
        frame.put(ETHERNET + 9, (byte) 17);
      }
      frame.position(ETHERNET + header - 2 * one.length);
      frame.put(one).put(other);
      frame.putShort((short) from).putShort((short) to).putShort((short) length);
      long pseudo = 17 + length + InternetSum.add(0, one, 0, one.length);
      pseudo += InternetSum.add(0, other, 0, one.length);
      frame.putShort((short) ((pseudo & 0xffff) + (pseudo >> 16))).put(payload);
      return frame.array();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  static Datagram datagram(int from, int to, byte[] payload, long nanos) {
    return Datagram.of(unfinished("10.0.0.9", "10.0.0.100", from, to, payload), nanos);
  }
}
