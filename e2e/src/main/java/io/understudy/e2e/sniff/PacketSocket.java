package io.understudy.e2e.sniff;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * An AF_PACKET socket (packet(7)) that sees every frame of this network namespace. One thread reads
 * it.
 */
final class PacketSocket {
  private static final int AF_PACKET = 17;
  private static final int SOCK_RAW = 3;
  private static final short ETH_P_ALL_BIG_ENDIAN = 0x0300;
  private static final int SOL_SOCKET = 1;
  private static final int SO_RCVBUFFORCE = 33;
  private static final int RECEIVE_BUFFER_BYTES = 8 << 20;

  // struct sockaddr_ll: family 2, protocol 2, ifindex 4, hatype 2, pkttype 1, halen 1, address 8
  private static final int ADDRESS_BYTES = 20;
  private static final int INTERFACE_OFFSET = 4;
  private static final int PACKET_TYPE_OFFSET = 10;
  private static final int PACKET_OUTGOING = 4;

  static {
    Native.register(PacketSocket.class, "c");
  }

  private final int descriptor;
  private final byte[] address = new byte[ADDRESS_BYTES];
  private final ByteBuffer addressFields = ByteBuffer.wrap(address).order(ByteOrder.nativeOrder());

  /** Opens the socket; needs CAP_NET_RAW in the namespace. */
  PacketSocket() {
    descriptor = socket(AF_PACKET, SOCK_RAW, ETH_P_ALL_BIG_ENDIAN);
    byte[] size =
        ByteBuffer.allocate(4).order(ByteOrder.nativeOrder()).putInt(RECEIVE_BUFFER_BYTES).array();
    try {
      setsockopt(descriptor, SOL_SOCKET, SO_RCVBUFFORCE, size, size.length);
    } catch (LastErrorException e) {
      // not allowed in a user namespace: the default of 208 kB holds about a hundred datagrams
    }
  }

  /** Waits for the next frame and returns its length in bytes. */
  int receive(byte[] frame) {
    IntByReference length = new IntByReference(ADDRESS_BYTES);
    return (int) recvfrom(descriptor, frame, frame.length, 0, address, length);
  }

  /** Index of the device at which the last frame was seen. */
  int device() {
    return addressFields.getInt(INTERFACE_OFFSET);
  }

  /** True if the last frame came into this namespace; every frame is also seen going out. */
  boolean incoming() {
    return address[PACKET_TYPE_OFFSET] != PACKET_OUTGOING;
  }

  /** Index of a device by its name; java.net knows only devices that have an address. */
  static int deviceIndex(String name) {
    return if_nametoindex(name);
  }

  static native int if_nametoindex(String name) throws LastErrorException;

  static native int socket(int domain, int type, int protocol) throws LastErrorException;

  static native int setsockopt(int fd, int level, int name, byte[] value, int length)
      throws LastErrorException;

  static native long recvfrom(
      int fd, byte[] buffer, long length, int flags, byte[] address, IntByReference addressLength)
      throws LastErrorException;
}
