package io.understudy.netctl.kernel;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Reads the attributes of a received netlink message. */
public final class Attributes {
  private static final int HEADER = 4;
  private static final int TYPE_MASK = 0x3fff;

  private Attributes() {}

  /**
   * Finds one attribute.
   *
   * @param message in host order, as {@link NetlinkSocket#dump} gives it
   * @param from length of the fixed part before the attributes
   * @return the value, or null if the message has no such attribute
   */
  public static byte[] find(ByteBuffer message, int from, int type) {
    byte[][] found = new byte[1][];
    each(
        message,
        from,
        type,
        value -> {
          if (found[0] == null) {
            found[0] = value;
          }
        });
    return found[0];
  }

  /** The IP address that one attribute is; null if the message has no such attribute. */
  public static InetAddress findAddress(ByteBuffer message, int from, int type) {
    byte[] value = find(message, from, type);
    try {
      return value == null ? null : InetAddress.getByAddress(value);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the kernel listed an address of " + value.length, e);
    }
  }

  /** Takes the value of each attribute of a type, in order. */
  public static void each(ByteBuffer message, int from, int type, Consumer<byte[]> taker) {
    for (int at = from; at + HEADER <= message.limit(); ) {
      int length = message.getShort(at) & 0xffff;
      if (length < HEADER) {
        return;
      }
      if ((message.getShort(at + 2) & TYPE_MASK) == type) {
        byte[] value = new byte[length - HEADER];
        message.get(at + HEADER, value);
        taker.accept(value);
      }
      at += NetlinkMessage.aligned(length);
    }
  }

  /** A number in host order; {@code absent} if there is no such attribute. */
  public static int findInt(ByteBuffer message, int from, int type, int absent) {
    byte[] value = find(message, from, type);
    return value == null || value.length < Integer.BYTES
        ? absent
        : ByteBuffer.wrap(value).order(message.order()).getInt();
  }
}
