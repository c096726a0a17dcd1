package io.understudy.netctl.kernel;

import com.sun.jna.LastErrorException;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * What other hosts say of the owners of addresses, as it comes in on one device: ARP packets, or
 * neighbour advertisements and solicitations (packet(7)). The gate lets it in whether it is shut or
 * not. One thread.
 */
public final class NeighborFrames implements AutoCloseable {
  private static final int ETH_P_ARP = 0x0806;
  private static final int ETH_P_IPV6 = 0x86dd;
  private static final int LONGEST = 128;

  /** In one call: more than the socket has room for. */
  private static final int MOST = 512;

  // Programs of struct sock_filter: code, jt, jf, k. They begin with what is addressed to other
  // hosts (SKF_AD_PKTTYPE is PACKET_OTHERHOST), and with what belongs to a VLAN on this device
  // (SKF_AD_IFINDEX is the VLAN's).

  private static int[][] arp(int device) {
    return new int[][] {
      {0x20, 0, 0, 0xfffff004},
      {0x15, 3, 0, 3},
      {0x20, 0, 0, 0xfffff008},
      {0x15, 0, 1, device},
      {0x06, 0, 0, LONGEST},
      {0x06, 0, 0, 0},
    };
  }

  /**
   * Next header ICMPv6, type 135 or 136 (RFC 4861 sections 4.3 and 4.4); what an extension header
   * hides is none (RFC 6980).
   */
  private static int[][] discovery(int device) {
    return new int[][] {
      {0x20, 0, 0, 0xfffff004},
      {0x15, 8, 0, 3},
      {0x20, 0, 0, 0xfffff008},
      {0x15, 0, 6, device},
      {0x30, 0, 0, 20},
      {0x15, 0, 4, 58},
      {0x30, 0, 0, 54},
      {0x15, 1, 0, 135},
      {0x15, 0, 1, 136},
      {0x06, 0, 0, LONGEST},
      {0x06, 0, 0, 0},
    };
  }

  private final int descriptor;
  private final byte[] frame = new byte[LONGEST];

  /**
   * Begins to listen.
   *
   * @param interfaceIndex of the device
   * @param ipv6 for neighbour discovery instead of ARP
   * @throws KernelRefusal if the kernel has no packet sockets, or CAP_NET_RAW is missing
   */
  public NeighborFrames(int interfaceIndex, boolean ipv6) {
    try {
      descriptor = Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, 0);
    } catch (LastErrorException e) {
      throw new KernelRefusal("open a packet socket", e.getErrorCode());
    }
    try {
      SocketFilter.attach(descriptor, ipv6 ? discovery(interfaceIndex) : arp(interfaceIndex));
      byte[] address = LinkLayerAddress.of(interfaceIndex, ipv6 ? ETH_P_IPV6 : ETH_P_ARP);
      Libc.bind(descriptor, address, address.length);
    } catch (LastErrorException e) {
      Libc.close(descriptor);
      throw new KernelRefusal("listen to the neighbours", e.getErrorCode());
    }
  }

  /**
   * Takes what is there, without waiting.
   *
   * @param each gets a frame from its Ethernet header on, its first 128 bytes at most
   */
  public void drain(Consumer<byte[]> each) {
    for (int i = 0; i < MOST; i++) {
      int length;
      try {
        length = (int) Libc.recv(descriptor, frame, frame.length, Libc.MSG_DONTWAIT);
      } catch (LastErrorException none) {
        return; // nothing there, or the device is down: the next call finds out
      }
      each.accept(Arrays.copyOf(frame, length));
    }
  }

  @Override
  public void close() {
    Libc.close(descriptor);
  }
}
