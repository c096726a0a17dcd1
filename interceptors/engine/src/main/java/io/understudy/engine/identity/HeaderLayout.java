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
  private static final int INFLATED = 2;
  private static final long LOCK_MASK = 3;

  /** Lowest bits of an unlocked header, with the bit of biased locking of old. */
  private static final int NEUTRAL_MASK = 7;

  private final int shift;
  private boolean lockedInPlace;
  private boolean inflatedInPlace;

  private HeaderLayout(int shift) {
    this.shift = shift;
  }

  /**
   * @throws IllegalStateException when no layout explains what the JVM does
   */
  static HeaderLayout probe() {
    for (int shift = 3; shift <= 33; shift++) {
      if (explains(shift)) {
        HeaderLayout layout = new HeaderLayout(shift);
        layout.probeLocked();
        return layout;
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

  /** Sets the hash of an object, whatever it has now. False when the header does not allow it. */
  boolean replace(Object o, int hash) {
    long mark = UNSAFE.getLongVolatile(o, 0L);
    long bare = mark & ~(HASH_MASK << shift);
    return (mark & LOCK_MASK) == UNLOCKED
        && UNSAFE.compareAndSetLong(o, 0L, mark, bare | (long) hash << shift);
  }

  /**
   * Finds out whether a lock leaves the hash in the header (lightweight locking; monitors in a
   * table) or puts the header aside.
   */
  private void probeLocked() {
    Object o = new Object();
    long hash = System.identityHashCode(o);
    synchronized (o) {
      lockedInPlace = hash(UNSAFE.getLongVolatile(o, 0L)) == hash;
      try {
        while ((UNSAFE.getLongVolatile(o, 0L) & LOCK_MASK) != INFLATED) {
          o.wait(1); // inflates the monitor
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      inflatedInPlace = hash(UNSAFE.getLongVolatile(o, 0L)) == hash;
    }
  }

  /** The hash of an object; 0 when it has none, -1 when it cannot be seen. */
  int get(Object o) {
    long mark = UNSAFE.getLongVolatile(o, 0L);
    long lock = mark & LOCK_MASK;
    if (lock == UNLOCKED || (lock == INFLATED ? inflatedInPlace : lockedInPlace)) {
      return hash(mark);
    }
    // the header put aside is the first word of an ObjectMonitor, or of a BasicLock on a stack
    long header = UNSAFE.getLong(mark & ~LOCK_MASK);
    return (header & NEUTRAL_MASK) == UNLOCKED ? hash(header) : -1;
  }

  private int hash(long header) {
    return (int) (header >>> shift & HASH_MASK);
  }
}
