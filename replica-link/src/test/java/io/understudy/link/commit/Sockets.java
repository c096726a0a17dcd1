package io.understudy.link.commit;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Bare sockets of the kernel, as the server's descriptors stand under the gate. */
public final class Sockets {
  static final int SOCK_STREAM = 1;
  static final int SOCK_DGRAM = 2;
  private static final int AF_INET = 2;

  static {
    Native.register(Sockets.class, NativeLibrary.getInstance("c"));
  }

  private Sockets() {}

  static native int socket(int domain, int type, int protocol);

  static native int connect(int fd, byte[] address, int length);

  static native int dup2(int from, int to);

  static native int close(int fd);

  static int open(int type) {
    return check(socket(AF_INET, type, 0));
  }

  static int openTo(int type, InetSocketAddress peer) {
    int fd = open(type);
    byte[] a = address(peer);
    check(connect(fd, a, a.length));
    return fd;
  }

  /** A datagram socket connected to a port on loopback. */
  public static int openTo(int port) {
    return openTo(SOCK_DGRAM, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  static int check(int result) {
    if (result < 0) {
      throw new IllegalStateException("errno " + Native.getLastError());
    }
    return result;
  }

  /** {@code struct sockaddr_in}, ip(7). */
  static byte[] address(InetSocketAddress peer) {
    ByteBuffer b = ByteBuffer.allocate(16);
    b.put(0, (byte) AF_INET).putShort(2, (short) peer.getPort());
    b.put(4, Objects.requireNonNull(peer.getAddress()).getAddress());
    return b.array();
  }
}
