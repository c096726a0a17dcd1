package io.understudy.netctl.kernel;

import com.sun.jna.LastErrorException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Gives whole IP packets to this node's own sockets, as if they came from the network, whatever
 * their source: raw sockets that bring their own header (raw(7)). The target address is this
 * node's, so the packet goes over the loopback device; its route is known by then, so no
 * reverse-path filter looks at its source. One thread.
 */
public final class OwnInput implements AutoCloseable {
  private static final int SOCKADDR_IN = 16;
  private static final int SOCKADDR_IN6 = 28;
  private static final int ADDRESS_4 = 4;
  private static final int ADDRESS_6 = 16;
  private static final int TARGET_4 = 16;
  private static final int TARGET_6 = 24;

  private int ipv4 = -1;
  private int ipv6 = -1;

  /**
   * Delivers one packet: when this returns, it is in the socket's buffer, or was dropped.
   *
   * @param packet from its IP header on
   * @throws KernelRefusal if the kernel does not take it
   */
  public void deliver(byte[] packet) {
    boolean six = packet[0] >>> 4 == 6;
    byte[] address = new byte[six ? SOCKADDR_IN6 : SOCKADDR_IN];
    short family = (short) (six ? Libc.AF_INET6 : Libc.AF_INET);
    ByteBuffer.wrap(address).order(ByteOrder.nativeOrder()).putShort(0, family);
    if (six) {
      System.arraycopy(packet, TARGET_6, address, 8, ADDRESS_6);
    } else {
      System.arraycopy(packet, TARGET_4, address, 4, ADDRESS_4);
    }
    try {
      Libc.sendto(six ? six() : four(), packet, packet.length, 0, address, address.length);
    } catch (LastErrorException e) {
      throw new KernelRefusal("deliver a packet to " + Arrays.toString(address), e.getErrorCode());
    }
  }

  private int four() {
    if (ipv4 < 0) {
      ipv4 = open(Libc.AF_INET);
    }
    return ipv4;
  }

  private int six() {
    if (ipv6 < 0) {
      ipv6 = open(Libc.AF_INET6);
    }
    return ipv6;
  }

  private static int open(int family) {
    return Libc.socket(family, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, Libc.IPPROTO_RAW);
  }

  @Override
  public void close() {
    for (int descriptor : new int[] {ipv4, ipv6}) {
      if (descriptor >= 0) {
        Libc.close(descriptor);
      }
    }
  }
}
