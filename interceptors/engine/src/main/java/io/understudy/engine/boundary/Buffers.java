package io.understudy.engine.boundary;

import io.understudy.engine.log.Log;
import io.understudy.engine.log.LogWriter;
import io.understudy.engine.log.Memory;
import jdk.internal.misc.Unsafe;

/** Memory that natives fill: its bytes follow a call's result in the log. */
public final class Buffers {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** {@code struct iovec}: base and length, 8 bytes each. */
  private static final long IOVEC = 16;

  private Buffers() {}

  /** Native memory; a negative length (an IOStatus) counts as 0. */
  public static void write(LogWriter w, long address, long length) {
    w.memory(address, (int) Math.max(0, length));
  }

  /** Length of a buffer of fixed size that the native fills only when it succeeds. */
  public static long fixed(long result, long length) {
    return result < 0 ? 0 : length;
  }

  /** Fills native memory from the log. */
  public static void read(long address) {
    Log.reader().memory(address);
  }

  /** The first {@code length} bytes of an iovec's buffers. */
  public static void writeVector(LogWriter w, long iovec, int count, long length) {
    byte[] all = gather(iovec, count, Math.max(0, length));
    w.bytes(all, 0, all.length);
  }

  /** Fills an iovec's buffers from the log. */
  public static void readVector(long iovec, int count, long length) {
    byte[] all = new byte[(int) Math.max(0, length)];
    Log.reader().bytes(all, 0);
    int at = 0;
    for (int i = 0; i < count && at < all.length; i++) {
      long entry = iovec + i * IOVEC;
      int n = (int) Math.min(all.length - at, UNSAFE.getLong(entry + 8));
      Memory.write(all, at, UNSAFE.getLong(entry), n);
      at += n;
    }
  }

  /** A part of an array; a negative length counts as 0. */
  public static void write(LogWriter w, byte[] array, int offset, long length) {
    w.bytes(array, offset, (int) Math.max(0, length));
  }

  /** Fills a part of an array from the log. */
  public static void read(byte[] array, int offset) {
    Log.reader().bytes(array, offset);
  }

  /** Hash of a part of an array; a negative length counts as 0. */
  public static int hash(byte[] array, int offset, long length) {
    byte[] part = new byte[(int) Math.max(0, length)];
    System.arraycopy(array, offset, part, 0, part.length);
    return OutputHash.of(part, null);
  }

  /** Hash of native memory; a negative length counts as 0. */
  public static int hash(long address, long length) {
    return OutputHash.of(copy(address, (int) Math.max(0, length)), null);
  }

  /** Hash of the first {@code length} bytes of an iovec's buffers. */
  public static int hash(long iovec, int count, long length) {
    return OutputHash.of(gather(iovec, count, Math.max(0, length)), null);
  }

  static byte[] copy(long address, int length) {
    byte[] bytes = new byte[Math.max(0, length)];
    Memory.read(address, bytes, 0, bytes.length);
    return bytes;
  }

  static byte[] gather(long iovec, int count, long limit) {
    byte[] all = new byte[(int) Math.min(limit, total(iovec, count))];
    int at = 0;
    for (int i = 0; i < count && at < all.length; i++) {
      long entry = iovec + i * IOVEC;
      int n = (int) Math.min(all.length - at, UNSAFE.getLong(entry + 8));
      Memory.read(UNSAFE.getLong(entry), all, at, n);
      at += n;
    }
    return all;
  }

  private static long total(long iovec, int count) {
    long sum = 0;
    for (int i = 0; i < count; i++) {
      sum += UNSAFE.getLong(iovec + i * IOVEC + 8);
    }
    return Math.min(sum, Integer.MAX_VALUE - 8);
  }
}
