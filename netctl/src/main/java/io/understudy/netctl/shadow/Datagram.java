package io.understudy.netctl.shadow;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A UDP datagram that came for the service, whole and sound. Immutable. */
public final class Datagram {
  private static final int ETHERNET = 14;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int UDP = 17;
  private static final int UDP_HEADER = 8;
  private static final int IPV6_HEADER = 40;
  private static final int FRAGMENT = 0x3fff;

  private final byte[] packet;
  private final int udp;
  private final InetAddress source;
  private final InetAddress target;
  private final long nanos;

  private Datagram(byte[] packet, int udp, InetAddress source, InetAddress target, long nanos) {
    this.packet = packet;
    this.udp = udp;
    this.source = source;
    this.target = target;
    this.nanos = nanos;
  }

  /**
   * Reads an Ethernet frame.
   *
   * @param nanos a {@link System#nanoTime} before which it did not come
   * @return null for what is no whole UDP datagram, such as a fragment, or has a wrong check sum
   */
  public static Datagram of(byte[] frame, long nanos) {
    try {
      ByteBuffer in = ByteBuffer.wrap(frame);
      return switch (in.getShort(12) & 0xffff) {
        case IPV4 -> four(frame, in, nanos);
        case IPV6 -> six(frame, in, nanos);
        default -> null;
      };
    } catch (IndexOutOfBoundsException tooShort) {
      return null;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Datagram four(byte[] frame, ByteBuffer in, long nanos)
      throws UnknownHostException {
    int header = (in.get(ETHERNET) & 15) * 4;
    int end = ETHERNET + (in.getShort(ETHERNET + 2) & 0xffff);
    boolean whole = (in.getShort(ETHERNET + 6) & FRAGMENT) == 0;
    if (in.get(ETHERNET + 9) != UDP || !whole || end > frame.length) {
      return null;
    }
    byte[] packet = Arrays.copyOfRange(frame, ETHERNET, end);
    return sound(packet, header, 12, 4, nanos);
  }

  private static Datagram six(byte[] frame, ByteBuffer in, long nanos) throws UnknownHostException {
    int end = ETHERNET + IPV6_HEADER + (in.getShort(ETHERNET + 4) & 0xffff);
    if (in.get(ETHERNET + 6) != UDP || end > frame.length) {
      return null;
    }
    byte[] packet = Arrays.copyOfRange(frame, ETHERNET, end);
    return sound(packet, IPV6_HEADER, 8, 16, nanos);
  }

  private static Datagram sound(byte[] packet, int udp, int addresses, int bytes, long nanos)
      throws UnknownHostException {
    int length = ByteBuffer.wrap(packet).getShort(udp + 4) & 0xffff;
    if (length < UDP_HEADER || udp + length > packet.length) {
      return null;
    }
    long pseudo = InternetSum.add(UDP + length, packet, addresses, 2 * bytes);
    if (!InternetSum.settle(packet, udp, length, pseudo, bytes == 4)) {
      return null;
    }
    return new Datagram(
        packet,
        udp,
        address(packet, addresses, bytes),
        address(packet, addresses + bytes, bytes),
        nanos);
  }

  private static InetAddress address(byte[] packet, int from, int bytes)
      throws UnknownHostException {
    return InetAddress.getByAddress(Arrays.copyOfRange(packet, from, from + bytes));
  }

  /** From its IP header on; not to be changed. */
  public byte[] packet() {
    return packet;
  }

  public InetAddress source() {
    return source;
  }

  /** To which it was sent: that of one service of this node's. */
  public InetAddress target() {
    return target;
  }

  public int sourcePort() {
    return ByteBuffer.wrap(packet).getShort(udp) & 0xffff;
  }

  /** To which it was sent. */
  public int port() {
    return ByteBuffer.wrap(packet).getShort(udp + 2) & 0xffff;
  }

  /** Offset of what it carries in {@link #packet}. */
  int from() {
    return udp + UDP_HEADER;
  }

  /** Bytes that it carries. */
  public int length() {
    return (ByteBuffer.wrap(packet).getShort(udp + 4) & 0xffff) - UDP_HEADER;
  }

  /** It did not come before this {@link System#nanoTime}. */
  public long nanos() {
    return nanos;
  }
}
