package io.understudy.netctl.kernel;

import com.sun.jna.LastErrorException;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/**
 * The few functions of libc that netctl needs. Each throws with errno where the manual page says
 * that it returns -1.
 *
 * <p>Constants are those of Linux on x86-64.
 */
final class Libc {
  static final int AF_UNIX = 1;
  static final int AF_NETLINK = 16;
  static final int AF_PACKET = 17;

  static final int SOCK_STREAM = 1;
  static final int SOCK_RAW = 3;
  static final int SOCK_CLOEXEC = 0x80000;

  static final int SOL_SOCKET = 1;
  static final int SO_RCVTIMEO = 20;
  static final int SO_ATTACH_FILTER = 26;

  static final int AF_INET = 2;
  static final int AF_INET6 = 10;
  static final int IPPROTO_RAW = 255;

  static final int PROT_READ_WRITE = 3;
  static final int MAP_SHARED = 1;

  static final int MSG_DONTWAIT = 0x40;

  static {
    Native.register(Libc.class, NativeLibrary.getInstance("c"));
  }

  private Libc() {}

  /** socket(2). */
  static native int socket(int domain, int type, int protocol) throws LastErrorException;

  /** bind(2). */
  static native int bind(int descriptor, byte[] address, int length) throws LastErrorException;

  /** send(2). */
  static native long send(int descriptor, byte[] data, long length, int flags)
      throws LastErrorException;

  /** sendto(2). */
  static native long sendto(
      int descriptor, byte[] data, long length, int flags, byte[] address, int addressLength)
      throws LastErrorException;

  /** recv(2). */
  static native long recv(int descriptor, byte[] data, long length, int flags)
      throws LastErrorException;

  /** setsockopt(2). */
  static native int setsockopt(int descriptor, int level, int option, byte[] value, int length)
      throws LastErrorException;

  /** getsockopt(2); {@code length} holds the size of {@code value} before and behind the call. */
  static native int getsockopt(int descriptor, int level, int option, byte[] value, int[] length)
      throws LastErrorException;

  /** mmap(2). */
  static native Pointer mmap(
      Pointer address, long length, int protection, int flags, int descriptor, long offset)
      throws LastErrorException;

  /** munmap(2). */
  static native int munmap(Pointer address, long length) throws LastErrorException;

  /** close(2). */
  static native int close(int descriptor) throws LastErrorException;
}
