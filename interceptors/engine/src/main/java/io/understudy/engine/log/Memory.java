package io.understudy.engine.log;

import jdk.internal.misc.Unsafe;

/** Copies between the heap and native memory. */
public final class Memory {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Offset of the first element of a byte array. */
  public static final long BYTES = byteArrayOffset();

  private Memory() {}

  /** By reflection: field and method have type int on JDK 17 and long on JDK 25. */
  private static long byteArrayOffset() {
    try {
      return ((Number) Unsafe.class.getField("ARRAY_BYTE_BASE_OFFSET").get(null)).longValue();
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Copies {@code length} bytes at a native address into an array. */
  public static void read(long address, byte[] target, int offset, int length) {
    UNSAFE.copyMemory(null, address, target, BYTES + offset, length);
  }

  /** Copies bytes of an array to a native address. */
  public static void write(byte[] source, int offset, long address, int length) {
    UNSAFE.copyMemory(source, BYTES + offset, null, address, length);
  }
}
