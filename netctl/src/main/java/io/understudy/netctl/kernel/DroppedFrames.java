package io.understudy.netctl.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * What the gate sends to the loopback device while this node is deaf: a ring of memory that the
 * kernel fills (PACKET_RX_RING of packet(7), version 2), so that a process that sleeps for a while
 * loses nothing. One thread.
 *
 * <p>A frame of the gate's bears the Ethernet address to which it came; one of the loopback
 * device's own has none. Each is seen once, on its way out.
 */
public final class DroppedFrames implements AutoCloseable {
  private static final int SOL_PACKET = 263;
  private static final int PACKET_ADD_MEMBERSHIP = 1;
  private static final int PACKET_MR_PROMISC = 1;
  private static final int PACKET_RX_RING = 5;
  private static final int PACKET_STATISTICS = 6;
  private static final int PACKET_VERSION = 10;
  private static final int TPACKET_V2 = 1;
  private static final int TP_STATUS_USER = 1;
  private static final int ETH_P_ALL = 3;

  // struct tpacket2_hdr
  private static final int STATUS_AT = 0;
  private static final int LENGTH_AT = 4;
  private static final int KEPT_AT = 8;
  private static final int FRAME_AT = 12;

  private static final int BLOCK = 65536;
  private static final int BLOCKS = 64;

  /**
   * struct sock_filter: code, jt, jf, k. On its way out (SKF_AD_PKTTYPE is PACKET_OUTGOING), and
   * with a target address other than zero.
   */
  private static final int[][] FILTER = {
    {0x20, 0, 0, 0xfffff004},
    {0x15, 0, 5, 4},
    {0x20, 0, 0, 0},
    {0x15, 0, 2, 0},
    {0x28, 0, 0, 4},
    {0x15, 1, 0, 0},
    {0x06, 0, 0, -1},
    {0x06, 0, 0, 0},
  };

  private final int descriptor;
  private final int frameSize;
  private final Pointer ring;
  private int next;

  /**
   * Opens the ring, 4 MB of the kernel's memory. While it is open, the service device also takes
   * frames that are addressed to other nodes.
   *
   * @param service interface index of the service device
   * @param longest bytes of a frame with its Ethernet header
   * @param loopback interface index of the loopback device
   * @throws KernelRefusal if the kernel has no such rings, or CAP_NET_RAW is missing
   */
  public DroppedFrames(int service, int longest, int loopback) {
    frameSize = Math.max(2048, Integer.highestOneBit(longest + 256) << 1);
    try {
      descriptor = Libc.socket(Libc.AF_PACKET, Libc.SOCK_RAW | Libc.SOCK_CLOEXEC, 0);
    } catch (LastErrorException e) {
      throw new KernelRefusal("open a packet socket", e.getErrorCode());
    }
    try {
      ring = open(loopback);
      option(PACKET_ADD_MEMBERSHIP, service, PACKET_MR_PROMISC, 0, 0); // struct packet_mreq
    } catch (LastErrorException e) {
      Libc.close(descriptor);
      throw new KernelRefusal("open a ring of packets", e.getErrorCode());
    }
  }

  private Pointer open(int loopback) {
    SocketFilter.attach(descriptor, FILTER);
    option(PACKET_VERSION, TPACKET_V2);
    option(PACKET_RX_RING, BLOCK, BLOCKS, frameSize, frames());
    Pointer memory =
        Libc.mmap(
            null, (long) BLOCK * BLOCKS, Libc.PROT_READ_WRITE, Libc.MAP_SHARED, descriptor, 0);
    byte[] address = LinkLayerAddress.of(loopback, ETH_P_ALL);
    Libc.bind(descriptor, address, address.length);
    return memory;
  }

  private void option(int option, int... values) {
    byte[] bytes = new byte[Integer.BYTES * values.length];
    ByteBuffer buffer = hostOrder(bytes);
    for (int value : values) {
      buffer.putInt(value);
    }
    Libc.setsockopt(descriptor, SOL_PACKET, option, bytes, bytes.length);
  }

  private int frames() {
    return BLOCK / frameSize * BLOCKS;
  }

  /**
   * Takes all frames that are there, in the order in which they came.
   *
   * @param each gets a frame, with its Ethernet header
   */
  public void drain(Consumer<byte[]> each) {
    while (true) {
      long at = (long) next * frameSize;
      if ((ring.getInt(at + STATUS_AT) & TP_STATUS_USER) == 0) {
        return;
      }
      int kept = ring.getInt(at + KEPT_AT);
      if (kept == ring.getInt(at + LENGTH_AT)) {
        each.accept(ring.getByteArray(at + (ring.getShort(at + FRAME_AT) & 0xffff), kept));
      }
      ring.setInt(at + STATUS_AT, 0); // the kernel's again
      next = (next + 1) % frames();
    }
  }

  /** How many the kernel had no room for since the last call. */
  public int lost() {
    byte[] statistics = new byte[8]; // struct tpacket_stats
    Libc.getsockopt(
        descriptor, SOL_PACKET, PACKET_STATISTICS, statistics, new int[] {statistics.length});
    return hostOrder(statistics).getInt(4);
  }

  @Override
  public void close() {
    Libc.munmap(ring, (long) BLOCK * BLOCKS);
    Libc.close(descriptor);
  }

  private static ByteBuffer hostOrder(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }
}
