package io.understudy.engine.boundary;

import io.understudy.engine.log.Memory;
import jdk.internal.misc.Unsafe;

/** A 32-bit hash of what leaves, to compare two nodes; no defence against an adversary. */
final class OutputHash {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private OutputHash() {}

  static int of(byte[] payload, byte[] address) {
    long h = add(payload.length, payload);
    if (address != null) {
      h = add(h, address);
    }
    return (int) (h ^ (h >>> 32));
  }

  private static long add(long seed, byte[] bytes) {
    long h = seed;
    int i = 0;
    for (; i + 8 <= bytes.length; i += 8) {
      h = mix(h ^ UNSAFE.getLong(bytes, Memory.BYTES + i));
    }
    for (; i < bytes.length; i++) {
      h = mix(h ^ (bytes[i] & 0xff));
    }
    return h;
  }

  private static long mix(long v) {
    long h = v * GOLDEN;
    return h ^ (h >>> 29);
  }
}
