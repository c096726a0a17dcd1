package io.understudy.link.control;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The calls of libc that the life line needs, by JNA direct mapping. Each returns -1 on failure;
 * {@link Native#getLastError} then has errno.
 */
final class Libc {
  /** close_range(2), {@code include/uapi/linux/close_range.h}; Linux 5.9. */
  static final int CLOSE_RANGE_UNSHARE = 2;

  /** syscall(2), {@code arch/x86/entry/syscalls/syscall_64.tbl}: glibc wraps it from 2.34 on. */
  static final long SYS_CLOSE_RANGE = 436;

  /** socket(2), {@code include/linux/socket.h} and {@code net.h}. */
  static final int AF_UNIX = 1;

  static final int SOCK_STREAM = 1;
  static final int SOCK_CLOEXEC = 0x80000;

  /** errno(3), {@code include/uapi/asm-generic/errno-base.h}. */
  static final int EINTR = 4;

  static {
    Native.register(Libc.class, NativeLibrary.getInstance("c"));
  }

  private Libc() {}

  /** Integers only: on x86-64 the variadic call has the shape of a fixed one. */
  static native long syscall(long number, int first, int last, int flags);

  static native int socket(int domain, int type, int protocol);

  static native int connect(int fd, byte[] address, int length);

  static native long write(int fd, byte[] data, long length);

  static native long read(int fd, byte[] data, long length);

  static native int close(int fd);

  static native int usleep(int micros);
}
