package io.understudy.engine.boundary;

import java.io.FileDescriptor;
import jdk.internal.misc.Unsafe;

/** The number in a java.io.FileDescriptor. */
final class Descriptor {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long FD = UNSAFE.objectFieldOffset(FileDescriptor.class, "fd");

  private Descriptor() {}

  /** -1 when there is none. */
  static int get(FileDescriptor fd) {
    return fd == null ? -1 : UNSAFE.getInt(fd, FD);
  }

  static void set(FileDescriptor fd, int number) {
    UNSAFE.putInt(fd, FD, number);
  }
}
