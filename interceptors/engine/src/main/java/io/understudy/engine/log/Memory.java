package io.understudy.engine.log;

import jdk.internal.misc.Unsafe;

/** Copies between the heap and native memory. */
public final class Memory {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Looked up, since the constant is an int on JDK 17 and a long on JDK 25. */
  private static final long BYTES = UNSAFE.arrayBaseOffset(byte[].class);

  private Memory() {}

  /** Copies {@code length} bytes at a native address into an array. */
  public static void read(long address, byte[] target, int offset, int length) {
    UNSAFE.copyMemory(null, address, target, BYTES + offset, length);
  }

  /** Copies bytes of an array to a native address. */
  public static void write(byte[] source, int offset, long address, int length) {
    UNSAFE.copyMemory(source, BYTES + offset, null, address, length);
  }
}
