package io.understudy.netctl.shadow;

import java.nio.ByteBuffer;

/** The check sum of UDP (RFC 768, RFC 1071). */
final class InternetSum {
  private static final int CHECK_AT = 6;
  private static final int ALL_ONES = 0xffff;

  private InternetSum() {}

  /** Adds a part of an array to a sum, as 16-bit numbers. */
  static long add(long sum, byte[] bytes, int from, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long all = sum;
    int i = from;
    for (; i + 1 < from + length; i += 2) {
      all += in.getShort(i) & ALL_ONES;
    }
    return i < from + length ? all + ((bytes[i] & 0xff) << 8) : all;
  }

  private static int fold(long sum) {
    long folded = sum;
    while (folded > ALL_ONES) {
      folded = (folded & ALL_ONES) + (folded >>> 16);
    }
    return (int) folded;
  }

  /**
   * Checks a datagram's sum, or completes it: of a packet that never left its host the kernel has
   * left that to a network card, and only the sum of the pseudo header is there.
   *
   * @param pseudo sum of the pseudo header
   * @param optional zero stands for none
   * @return false if the datagram is damaged
   */
  static boolean settle(byte[] packet, int udp, int length, long pseudo, boolean optional) {
    ByteBuffer out = ByteBuffer.wrap(packet);
    int given = out.getShort(udp + CHECK_AT) & ALL_ONES;
    long sum = add(pseudo, packet, udp, length);
    if ((given == 0 && optional) || fold(sum) == ALL_ONES) {
      return true;
    }
    if (given != fold(pseudo)) {
      return false;
    }
    int complete = ALL_ONES ^ fold(sum - given);
    out.putShort(udp + CHECK_AT, (short) (complete == 0 ? ALL_ONES : complete));
    return true;
  }
}
