package io.understudy.engine.identity;

import jdk.internal.misc.Unsafe;

/**
 * Where HotSpot keeps the identity hash in an object's header. Probed at start, since it differs
 * between JDK 17, JDK 25 and compact headers (markWord.hpp).
 */
final class HeaderLayout {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long HASH_MASK = 0x7fff_ffffL;
  private static final int UNLOCKED = 1;
  private static final int LOCK_MASK = 3;

  private final int shift;

  private HeaderLayout(int shift) {
    this.shift = shift;
  }

  /**
   * @throws IllegalStateException when no layout explains what the JVM does
   */
  static HeaderLayout probe() {
    for (int shift = 3; shift <= 33; shift++) {
      if (explains(shift)) {
        return new HeaderLayout(shift);
      }
    }
    throw new IllegalStateException(
        "refusing to start: the object header of this JVM is not understood, so identity hashes"
            + " would differ between the nodes; run a HotSpot JDK 17 or 25 on x86-64");
  }

  private static boolean explains(int shift) {
    for (int i = 0; i < 16; i++) {
      Object o = new Object();
      long before = UNSAFE.getLong(o, 0L);
      long hash = System.identityHashCode(o);
      long after = UNSAFE.getLong(o, 0L);
      if ((before & LOCK_MASK) != UNLOCKED
          || (before >>> shift & HASH_MASK) != 0
          || after != (before | hash << shift)) {
        return false;
      }
    }
    return true;
  }

  /** Sets the hash of an object that has none yet. False when the header does not allow it. */
  boolean set(Object o, int hash) {
    for (; ; ) {
      long mark = UNSAFE.getLongVolatile(o, 0L);
      if ((mark & LOCK_MASK) != UNLOCKED || (mark >>> shift & HASH_MASK) != 0) {
        return false;
      }
      if (UNSAFE.compareAndSetLong(o, 0L, mark, mark | (long) hash << shift)) {
        return true;
      }
    }
  }

  /** The hash in an unlocked object's header; 0 when there is none, -1 when it cannot be seen. */
  int get(Object o) {
    long mark = UNSAFE.getLongVolatile(o, 0L);
    return (mark & LOCK_MASK) != UNLOCKED ? -1 : (int) (mark >>> shift & HASH_MASK);
  }
}
