package io.understudy.link.commit;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The calls of libc that the gate needs, by JNA direct mapping. Each returns -1 on failure; {@link
 * Native#getLastError} then has errno.
 */
final class Libc {
  /** fcntl(2), {@code include/uapi/linux/fcntl.h}. */
  static final int F_DUPFD_CLOEXEC = 1030;

  /** send(2), {@code include/linux/socket.h}. */
  static final int MSG_DONTWAIT = 0x40;

  static final int MSG_NOSIGNAL = 0x4000;
  static final int MSG_OOB = 1;

  /** shutdown(2), {@code include/linux/net.h}. */
  static final int SHUT_WR = 1;

  /** errno(3), {@code include/uapi/asm-generic/errno-base.h} and {@code errno.h}. */
  static final int EINTR = 4;

  static final int EAGAIN = 11;
  static final int ECONNREFUSED = 111;

  /** socket(2), {@code include/linux/socket.h} and {@code net.h}. */
  static final int AF_UNIX = 1;

  static final int SOCK_DGRAM = 2;
  static final int SOCK_CLOEXEC = 0x80000;

  static {
    Native.register(Libc.class, NativeLibrary.getInstance("c"));
  }

  private Libc() {}

  /** With three integers the variadic call has the shape of a fixed one on x86-64. */
  static native int fcntl(int fd, int command, int argument);

  static native int close(int fd);

  static native int shutdown(int fd, int how);

  static native long send(int fd, byte[] data, long length, int flags);

  static native long sendto(
      int fd, byte[] data, long length, int flags, byte[] address, int addressLength);

  static native int socketpair(int domain, int type, int protocol, int[] pair);

  static native long recv(int fd, byte[] data, long length, int flags);
}
